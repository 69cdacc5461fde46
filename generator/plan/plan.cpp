// Decides what becomes of each object, puts that into order, and collects the steps.
#include "plan/plan.hpp"

#include <algorithm>
#include <tuple>

#include "plan/arrangement.hpp"
#include "plan/default_rights.hpp"

namespace schemac::compiler::plan {
namespace {

using model::Clause;
using model::Object;
using model::Step;

std::vector<Step> creation(const Vertex& vertex) {
  std::vector<std::pair<Clause, const Object*>> parts;
  for (const Fate* part : vertex.folded) {
    if (auto clause = part->kind->clause(*part->to)) parts.emplace_back(std::move(*clause), part->to);
  }
  const auto order = [](const auto& part) {
    return std::tie(part.first.rank, part.first.position, part.second->id);
  };
  std::sort(parts.begin(), parts.end(), [&](const auto& a, const auto& b) { return order(a) < order(b); });
  std::vector<std::string> clauses;
  for (auto& part : parts) clauses.push_back(std::move(part.first.sql));
  const std::string sql = vertex.head->kind->create(*vertex.head->to, clauses);
  return sql.empty() ? std::vector<Step>() : std::vector<Step>{{vertex.head->to->id, sql}};
}

std::vector<Step> steps_of(const Vertex& vertex) {
  const Fate& fate = *vertex.head;
  switch (vertex.phase) {
    case Phase::reduce:
      return fate.reduction;
    case Phase::go:
      return fate.removal;
    case Phase::come:
      return fate.born || !vertex.folded.empty() ? creation(vertex) : fate.arrival;
    case Phase::take_over:
      return fate.take_over;
    case Phase::discard:
      return fate.discard;
  }
  return {};
}

}  // namespace

std::vector<Step> plan(const model::Model& before, const model::Model& after,
                       const std::vector<diff::Change>& changes,
                       std::span<const model::ObjectKind* const> kinds) {
  const model::Transition transition{before, after};
  const Fates fates = decide(transition, changes, kinds);
  const DefaultRights default_rights(fates, transition, kinds);
  std::vector<Step> steps;
  const auto append = [&](std::vector<Step> more) {
    for (Step& step : more) steps.push_back(std::move(step));
  };
  for (const Vertex& vertex : arrange(fates, transition, kinds)) {
    append(steps_of(vertex));
    if (vertex.phase == Phase::come && vertex.head->comes)
      append(default_rights.corrections(*vertex.head->to));
  }
  return steps;
}

}  // namespace schemac::compiler::plan
