// Finds texts whose names say that they should have had a type.
#include <algorithm>
#include <array>

#include "lint/lints.hpp"
#include "model/column.hpp"

namespace schemac::compiler::lint {
namespace {

/// Types whose values nobody would call a text. Names that mean something else as well ("interval", "path",
/// "name") are left out.
constexpr std::array<std::string_view, 27> kTypes = {
    "bigint",    "bool",      "boolean",     "bytea",    "cidr",    "date",  "datetime",
    "decimal",   "double",    "geography",   "geometry", "halfvec", "inet",  "int",
    "integer",   "json",      "jsonb",       "macaddr",  "numeric", "real",  "smallint",
    "sparsevec", "timestamp", "timestamptz", "tsvector", "uuid",    "vector"};

bool is_text(const model::TypeUse& type) {
  return type.shape == model::Shape::text && type.dimensions == 0 && type.domain.empty();
}

class TextNamedType final : public Lint {
 public:
  std::string_view code() const override { return "SC3011"; }
  support::Severity severity() const override { return support::Severity::warning; }
  std::string_view explanation() const override {
    return "A text takes any value: what was meant to be a vector, a date or a document is never checked.";
  }

  void check(const Input& input, support::Diagnostics& diagnostics) const override {
    for (const model::Object& object : input.model.of_kind(model::kColumnKind)) {
      if (object.notes.empty()) continue;
      const auto& notes = object.notes.as<model::ColumnNotes>();
      if (!notes.keep.empty() || !is_text(notes.type)) continue;
      const std::string_view name = object.id.part;
      if (std::find(kTypes.begin(), kTypes.end(), name) == kTypes.end()) continue;
      report(diagnostics, object.origin, "the text `" + object.id.part + "` has the name of a type",
             "was the type meant to be " + object.id.part + "?")
          .help = "give it that type, name it after what it says, or say why not with \"keep\"";
    }
  }
};

}  // namespace

const Lint& text_named_type() {
  static const TextNamedType kLint;
  return kLint;
}

}  // namespace schemac::compiler::lint
