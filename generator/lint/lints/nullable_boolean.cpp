// Finds booleans that may be NULL.
#include "lint/lints.hpp"
#include "model/column.hpp"

namespace schemac::compiler::lint {
namespace {

class NullableBoolean final : public Lint {
 public:
  std::string_view code() const override { return "SC3005"; }
  support::Severity severity() const override { return support::Severity::warning; }
  std::string_view explanation() const override {
    return "A boolean that may be NULL has three values, and conditions treat the third as false.";
  }

  void check(const Input& input, support::Diagnostics& diagnostics) const override {
    for (const model::Object& object : input.model.of_kind(model::kColumnKind)) {
      if (!object.notes.empty() && !object.notes.as<model::ColumnNotes>().keep.empty()) continue;
      const auto& column = object.state.as<model::Column>();
      if (column.type != "boolean" || !column.nullable) continue;
      report(diagnostics, object.origin, "the boolean `" + object.id.part + "` may be NULL",
             "conditions take NULL for false")
          .help = "take the `?` from its type and give it a default, or say why not with \"keep\"";
    }
  }
};

}  // namespace

const Lint& nullable_boolean() {
  static const NullableBoolean kLint;
  return kLint;
}

}  // namespace schemac::compiler::lint
