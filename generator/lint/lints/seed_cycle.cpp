// Refuses seeds that no order of the tables could insert.
#include "lint/lints.hpp"
#include "model/seed_order.hpp"

namespace schemac::compiler::lint {
namespace {

class SeedCycle final : public Lint {
 public:
  std::string_view code() const override { return "SC1617"; }
  support::Severity severity() const override { return support::Severity::error; }
  std::string_view explanation() const override {
    return "A row can refer to rows that are there; in a ring of tables, none can be first.";
  }

  void check(const Input& input, support::Diagnostics& diagnostics) const override {
    for (const std::string& environment : model::seed_environments(input.model)) {
      const auto order = model::seed_order(input.model, environment);
      if (order.cycle.empty()) continue;
      std::string ring;
      for (const model::Object* table : order.cycle)
        ring += (ring.empty() ? "`" : ", `") + table->id.name + "`";
      report(diagnostics, order.cycle.front()->origin,
             "the rows for `" + environment + "` refer to each other in a ring: " + ring,
             "none can be inserted first")
          .help = "make one of the foreign keys \"deferrable\"";
    }
  }
};

}  // namespace

const Lint& seed_cycle() {
  static const SeedCycle kLint;
  return kLint;
}

}  // namespace schemac::compiler::lint
