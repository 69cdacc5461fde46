// Finds columns of type timestamp without time zone.
#include "lint/lints.hpp"
#include "model/column.hpp"

namespace schemac::compiler::lint {
namespace {

class TimestampWithoutZone final : public Lint {
 public:
  std::string_view code() const override { return "SC3003"; }
  support::Severity severity() const override { return support::Severity::warning; }
  std::string_view explanation() const override {
    return "A timestamp without time zone names no moment: its meaning depends on who reads it.";
  }

  void check(const Input& input, support::Diagnostics& diagnostics) const override {
    for (const model::Object& object : input.model.of_kind(model::kColumnKind)) {
      if (!object.notes.empty() && !object.notes.as<model::ColumnNotes>().keep.empty()) continue;
      const std::string& type = object.state.as<model::Column>().type;
      if (type.find("timestamp") != 0 || type.find("without time zone") == std::string::npos) continue;
      report(diagnostics, object.origin, "`" + object.id.part + "` is a timestamp without time zone",
             "it names no moment")
          .help = "use `timestamptz`, or say why not with \"keep\"";
    }
  }
};

}  // namespace

const Lint& timestamp_without_zone() {
  static const TimestampWithoutZone kLint;
  return kLint;
}

}  // namespace schemac::compiler::lint
