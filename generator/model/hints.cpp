// Hints are found by identity, like objects.
#include "model/hints.hpp"

#include <algorithm>

#include "model/function.hpp"
#include "model/index.hpp"
#include "model/model.hpp"
#include "model/policy.hpp"

namespace schemac::compiler::model {
namespace {

const Dropped* find(const std::vector<Dropped>& dropped, const ObjectId& id) {
  const auto found =
      std::lower_bound(dropped.begin(), dropped.end(), id,
                       [](const Dropped& each, const ObjectId& wanted) { return each.id < wanted; });
  return found != dropped.end() && found->id == id ? &*found : nullptr;
}

}  // namespace

void Hints::sort() {
  std::stable_sort(renames.begin(), renames.end(),
                   [](const Rename& a, const Rename& b) { return a.to < b.to; });
  std::stable_sort(dropped.begin(), dropped.end(),
                   [](const Dropped& a, const Dropped& b) { return a.id < b.id; });
}

const Dropped* Hints::find_dropped(const Object& object) const {
  if (object.id.kind == kRowSecurityKind) return nullptr;  // a switch, whose name is its table's
  ObjectId id = object.id;
  id.kind.clear();
  if (id.schema.empty()) id.schema = kDefaultSchema;  // shared.json lists what lives outside of schemas
  if (object.id.kind == kFunctionKind) id.part.clear();
  if (const Dropped* found = find(dropped, id)) return found;
  if (object.id.kind != kIndexKind) return nullptr;
  return find(dropped, {{}, id.schema, object.state.as<Index>().table, id.name});
}

}  // namespace schemac::compiler::model
