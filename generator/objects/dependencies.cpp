// What a piece of SQL may depend on.
#include "objects/dependencies.hpp"

#include <algorithm>
#include <array>

#include "model/column.hpp"
#include "model/domain_type.hpp"
#include "model/enumeration.hpp"
#include "model/function.hpp"
#include "model/table.hpp"
#include "model/view.hpp"

namespace schemac::compiler::objects {
namespace {

constexpr std::array<std::string_view, 3> kRelationKinds = {model::kTableKind, model::kViewKind,
                                                            model::kMaterializedViewKind};

void append_named(Ids& ids, const model::Model& model, std::string_view kind,
                  const std::vector<std::string>& names) {
  for (const model::Object& object : model.of_kind(kind)) {
    if (std::binary_search(names.begin(), names.end(), object.id.name)) ids.push_back(object.id);
  }
}

}  // namespace

void append_functions(Ids& ids, const model::Model& model, const std::vector<std::string>& names) {
  append_named(ids, model, model::kFunctionKind, names);
}

void append_enums(Ids& ids, const model::Model& model, const std::vector<std::string>& names) {
  append_named(ids, model, model::kEnumKind, names);
  append_named(ids, model, model::kDomainTypeKind, names);
}

void append_types(Ids& ids, const model::Model& model, const std::vector<std::string>& names) {
  append_enums(ids, model, names);
  for (const std::string_view kind : kRelationKinds) append_named(ids, model, kind, names);
}

void append_relation(Ids& ids, const model::Model& model, const model::ObjectId& relation,
                     const std::vector<std::string>& names) {
  ids.push_back(relation);
  for (const model::Object& column : model.parts(model::kColumnKind, relation)) {
    if (std::binary_search(names.begin(), names.end(), column.id.part)) ids.push_back(column.id);
  }
}

const model::Object* find_relation(const model::Model& model, std::string_view schema,
                                   std::string_view name) {
  for (const std::string_view kind : kRelationKinds) {
    const model::Object* found = model.find({std::string(kind), std::string(schema), std::string(name), {}});
    if (found != nullptr) return found;
  }
  return nullptr;
}

}  // namespace schemac::compiler::objects
