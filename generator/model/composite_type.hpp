// Types that are made of others: composite types and range types.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace schemac::compiler::model {

inline constexpr std::string_view kCompositeTypeKind = "composite_type";
inline constexpr std::string_view kRangeTypeKind = "range_type";

struct Attribute {
  std::string name;
  std::string type;       ///< as PostgreSQL prints it
  std::string collation;  ///< where it is not the type's own: "pg_catalog.\"C\""

  template <class V>
  static void describe(V&& visit) {
    visit("name", &Attribute::name);
    visit("type", &Attribute::type);
    visit("collation", &Attribute::collation);
  }
  friend bool operator==(const Attribute&, const Attribute&) = default;
};

struct CompositeType {
  std::vector<Attribute> attributes;  ///< in their order

  template <class V>
  static void describe(V&& visit) {
    visit("attributes", &CompositeType::attributes);
  }
  friend bool operator==(const CompositeType&, const CompositeType&) = default;
};

/// What is empty is PostgreSQL's own choice. One with a canonical function is not read: it takes a function
/// in C.
struct RangeType {
  std::string subtype;     ///< as PostgreSQL prints it
  std::string opclass;     ///< qualified
  std::string collation;   ///< qualified
  std::string difference;  ///< the function that tells how far apart two bounds are, qualified
  std::string multirange;  ///< the name of the type of its multiranges, in the range type's own schema

  template <class V>
  static void describe(V&& visit) {
    visit("subtype", &RangeType::subtype);
    visit("opclass", &RangeType::opclass);
    visit("collation", &RangeType::collation);
    visit("difference", &RangeType::difference);
    visit("multirange", &RangeType::multirange);
  }
  friend bool operator==(const RangeType&, const RangeType&) = default;
};

}  // namespace schemac::compiler::model
