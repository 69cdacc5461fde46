// Columns are matched by the text of their type, which names it in full.
#include "objects/type_users.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <string_view>

#include "model/column.hpp"
#include "model/composite_type.hpp"
#include "model/domain_type.hpp"
#include "model/view.hpp"

namespace schemac::compiler::objects {
namespace {

/// The type and the domains over it, as columns spell them.
std::set<std::string> spellings(const model::Model& model, const model::ObjectId& type) {
  std::set<std::string> names = {type.qualified_name()};
  for (std::size_t known = 0; known != names.size();) {
    known = names.size();
    for (const model::Object& domain : model.of_kind(model::kDomainTypeKind)) {
      if (names.contains(domain.state.as<model::DomainType>().base)) names.insert(domain.id.qualified_name());
    }
  }
  return names;
}

}  // namespace

std::vector<TypeUser> columns_of_type(const model::Model& model, const model::ObjectId& type) {
  const std::set<std::string> names = spellings(model, type);
  std::vector<TypeUser> users;
  for (const model::Object& column : model.of_kind(model::kColumnKind)) {
    const std::string& spelling = column.state.as<model::Column>().type;
    if (names.contains(spelling)) {
      users.push_back({&column});
    } else if (spelling.ends_with("[]") && names.contains(spelling.substr(0, spelling.size() - 2))) {
      users.push_back({&column, true});
    }
  }
  return users;
}

bool is_stored(const model::Model& model, const model::ObjectId& type) {
  if (!columns_of_type(model, type).empty()) return true;
  static constexpr std::array<std::string_view, 5> kKinds = {
      model::kColumnKind, model::kMaterializedViewKind, model::kDomainTypeKind, model::kCompositeTypeKind,
      model::kRangeTypeKind};
  return std::any_of(model.objects().begin(), model.objects().end(), [&](const model::Object& object) {
    if (std::find(kKinds.begin(), kKinds.end(), object.id.kind) == kKinds.end()) return false;
    if (!object.recorded_needs) return false;
    return std::find(object.recorded_needs->begin(), object.recorded_needs->end(), type) !=
           object.recorded_needs->end();
  });
}

bool is_contained(const model::Model& model, const model::ObjectId& type) {
  const std::set<std::string> names = spellings(model, type);
  const auto is_array = [&](const std::string& spelling) {
    return spelling.ends_with("[]") && names.contains(spelling.substr(0, spelling.size() - 2));
  };
  return std::any_of(model.objects().begin(), model.objects().end(), [&](const model::Object& object) {
    const std::string_view kind = object.id.kind;
    if (kind == model::kColumnKind) return is_array(object.state.as<model::Column>().type);
    if (kind == model::kDomainTypeKind) return is_array(object.state.as<model::DomainType>().base);
    if (kind != model::kCompositeTypeKind && kind != model::kRangeTypeKind) return false;
    const auto& needs = object.recorded_needs;
    return needs && std::find(needs->begin(), needs->end(), type) != needs->end();
  });
}

std::string no_row_where(const model::Object& column, const std::string& condition) {
  return "NOT EXISTS (SELECT FROM " + column.id.qualified_name() + " WHERE " + condition + ")";
}

std::string all_of(const std::vector<std::string>& queries) {
  std::string sql;
  for (const std::string& query : queries) sql += (sql.empty() ? "SELECT " : "\n   AND ") + query;
  return sql;
}

}  // namespace schemac::compiler::objects
