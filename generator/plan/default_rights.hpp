// What default privileges do to objects that a plan makes.
#pragma once

#include <span>
#include <vector>

#include "plan/fate.hpp"

namespace schemac::compiler::plan {

/// The default privileges that a plan leaves in force while it makes objects (those that go do so first, new
/// ones come last) give these rights that the state after may not have. The steps take such rights away
/// again, and give back what default privileges withhold of PostgreSQL's own; to be executed right behind the
/// object's CREATE. What the object shall have beyond is left to its own privileges.
class DefaultRights {
 public:
  DefaultRights(const Fates& fates, const model::Transition& transition,
                std::span<const model::ObjectKind* const> kinds);

  [[nodiscard]] std::vector<model::Step> corrections(const model::Object& made) const;

 private:
  std::vector<const model::Object*> staying_;  // default privileges
  const model::Model& after_;
  const model::ObjectKind* privileges_ = nullptr;
};

}  // namespace schemac::compiler::plan
