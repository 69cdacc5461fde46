// Each side of the changes is arranged on its own: what is born in the order of creation, what goes in the
// opposite of the order in which it would be created. So the way back is the way forward, reversed.
#include "plan/plan.hpp"

#include <algorithm>
#include <stdexcept>
#include <tuple>

#include "plan/arrangement.hpp"

namespace schemac::compiler::plan {
namespace {

using model::Clause;
using model::Object;

std::string create_statement(const Vertex& vertex) {
  std::vector<std::pair<Clause, const Object*>> parts;
  for (const Member& member : vertex.folded) {
    if (auto clause = member.kind->clause(*member.object))
      parts.emplace_back(std::move(*clause), member.object);
  }
  const auto order = [](const auto& part) {
    return std::tie(part.first.rank, part.first.position, part.second->id);
  };
  std::sort(parts.begin(), parts.end(), [&](const auto& a, const auto& b) { return order(a) < order(b); });
  std::vector<std::string> clauses;
  for (auto& part : parts) clauses.push_back(std::move(part.first.sql));
  return vertex.head.kind->create(*vertex.head.object, clauses);
}

}  // namespace

std::vector<model::Step> plan(const model::Model& before, const model::Model& after,
                              const std::vector<diff::Change>& changes,
                              std::span<const model::ObjectKind* const> kinds) {
  std::vector<const Object*> gone;
  std::vector<const Object*> born;
  for (const diff::Change& change : changes) {
    if (change.from && change.to) {
      throw std::logic_error("plan: cannot alter " + model::to_string(change.id()));
    }
    (change.to ? born : gone).push_back(change.to ? &*change.to : &*change.from);
  }
  std::vector<model::Step> steps;
  auto drops = arrange(gone, before, kinds, Folding::all_that_belongs);
  std::reverse(drops.begin(), drops.end());
  for (const Vertex& vertex : drops) {
    steps.push_back({vertex.head.object->id, vertex.head.kind->drop(*vertex.head.object)});
  }
  for (const Vertex& vertex : arrange(born, after, kinds, Folding::clauses)) {
    steps.push_back({vertex.head.object->id, create_statement(vertex)});
  }
  return steps;
}

}  // namespace schemac::compiler::plan
