// Finds conditions that look at the clock.
#include <algorithm>
#include <array>

#include "lint/lints.hpp"
#include "model/column.hpp"
#include "model/constraint.hpp"
#include "model/domain_type.hpp"
#include "sql/names.hpp"

namespace schemac::compiler::lint {
namespace {

constexpr std::array<std::string_view, 10> kClocks = {
    "clock_timestamp", "current_date", "current_time",        "current_timestamp", "localtime",
    "localtimestamp",  "now",          "statement_timestamp", "timeofday",         "transaction_timestamp"};

/// The first word of a condition that is a clock's, and no column of the table.
std::string clock_in(const std::string& condition, const model::Model& model, const model::ObjectId& table) {
  for (const std::string& name : sql::names_in(condition)) {
    const bool is_clock = std::find(kClocks.begin(), kClocks.end(), name) != kClocks.end();
    if (is_clock && model.find(table.child(model::kColumnKind, name)) == nullptr) return name;
  }
  return {};
}

class CheckOfTime final : public Lint {
 public:
  std::string_view code() const override { return "SC3012"; }
  support::Severity severity() const override { return support::Severity::warning; }
  std::string_view explanation() const override {
    return "A condition on the present time holds when the row is written and may fail later, when it is "
           "updated or a dump is restored.";
  }

  void check(const Input& input, support::Diagnostics& diagnostics) const override {
    for (const model::Object& object : input.model.of_kind(model::kCheckKind)) {
      if (!object.notes.empty() && !object.notes.as<model::CheckNotes>().keep.empty()) continue;
      look(object, object.state.as<model::Check>().expression, object.id.part, input.model, diagnostics);
    }
    for (const model::Object& object : input.model.of_kind(model::kDomainTypeKind)) {
      if (!object.notes.empty() && !object.notes.as<model::DomainTypeNotes>().keep.empty()) continue;
      for (const model::DomainCheck& each : object.state.as<model::DomainType>().checks)
        look(object, each.expression, each.name, input.model, diagnostics);
    }
  }

 private:
  void look(const model::Object& object, const std::string& condition, const std::string& name,
            const model::Model& model, support::Diagnostics& diagnostics) const {
    const std::string clock = clock_in(condition, model, object.id);
    if (clock.empty()) return;
    report(diagnostics, object.origin, "the check `" + name + "` depends on the time: " + clock,
           "a row that met it may not meet it when a dump is restored")
        .help = "compare with a column that holds when it was written, or say why not with \"keep\"";
  }
};

}  // namespace

const Lint& check_of_time() {
  static const CheckOfTime kLint;
  return kLint;
}

}  // namespace schemac::compiler::lint
