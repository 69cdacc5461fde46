// A sequence that is no identity column's, and the column that it goes with.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace schemac::compiler::model {

inline constexpr std::string_view kSequenceKind = "sequence";
/// An object of its own, named after the sequence: a column needs the sequence of its default, and this
/// needs both.
inline constexpr std::string_view kSequenceOwnershipKind = "sequence_ownership";

/// Where it stands is no part of it.
struct Sequence {
  std::string type = "bigint";
  std::int64_t increment = 1;
  std::int64_t minimum = 1;
  std::int64_t maximum = INT64_MAX;
  std::int64_t start = 1;
  std::int64_t cache = 1;
  bool cycles = false;
  bool unlogged = false;

  template <class V>
  static void describe(V&& visit) {
    visit("type", &Sequence::type);
    visit("increment", &Sequence::increment);
    visit("minimum", &Sequence::minimum);
    visit("maximum", &Sequence::maximum);
    visit("start", &Sequence::start);
    visit("cache", &Sequence::cache);
    visit("cycles", &Sequence::cycles);
    visit("unlogged", &Sequence::unlogged);
  }
  friend bool operator==(const Sequence&, const Sequence&) = default;
};

/// The column whose going takes the sequence along (OWNED BY).
struct SequenceOwnership {
  std::string schema;
  std::string table;
  std::string column;

  template <class V>
  static void describe(V&& visit) {
    visit("schema", &SequenceOwnership::schema);
    visit("table", &SequenceOwnership::table);
    visit("column", &SequenceOwnership::column);
  }
  friend bool operator==(const SequenceOwnership&, const SequenceOwnership&) = default;
};

}  // namespace schemac::compiler::model
