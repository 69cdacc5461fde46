// How constraints and indexes are named and spelled in definitions.
#include "model/constraint_names.hpp"

#include <algorithm>
#include <array>

#include "model/enumeration.hpp"
#include "support/naming.hpp"
#include "support/suggestion.hpp"

namespace schemac::compiler::model {

std::string constraint_name(std::string_view table, const std::vector<std::string>& columns,
                            std::string_view suffix) {
  std::string name(table);
  for (const std::string& column : columns) name += "_" + column;
  name += '_';
  name += suffix;
  return name;
}

void expect_name_fits(Draft& draft, std::string_view name, support::Span place) {
  if (name.size() <= support::kMaxIdentifierBytes) return;
  draft.diagnostics()
      .error(place, "SC1304", "the name `" + std::string(name) + "` is too long",
             std::to_string(name.size()) + " bytes; PostgreSQL would cut it at " +
                 std::to_string(support::kMaxIdentifierBytes))
      .help = "give it a shorter \"name\"";
}

ReferentialAction read_action(Draft& draft, const syntax::Value& value) {
  static constexpr std::array<std::string_view, 5> kSpellings = {"no action", "restrict", "cascade",
                                                                 "set null", "set default"};
  if (!draft.expect(value, syntax::Kind::string, "a referential action")) return ReferentialAction::no_action;
  const auto found = std::find(kSpellings.begin(), kSpellings.end(), value.text);
  if (found != kSpellings.end()) return static_cast<ReferentialAction>(found - kSpellings.begin());
  auto& finding =
      draft.diagnostics().error(value.span, "SC1102", "unknown referential action `" + value.text + "`",
                                "one of: no action, restrict, cascade, set null, set default");
  finding.help = support::did_you_mean(value.text, kSpellings);
  return ReferentialAction::no_action;
}

Deferrable read_deferrable(Draft& draft, const syntax::Value& value) {
  if (value.is_true() || value.text == "initially immediate") return Deferrable::initially_immediate;
  if (value.is(syntax::Kind::boolean)) return Deferrable::no;
  if (value.is(syntax::Kind::string) && value.text == "initially deferred")
    return Deferrable::initially_deferred;
  draft.diagnostics().error(value.span, "SC1103",
                            "\"deferrable\" must be true, \"initially immediate\" or \"initially deferred\"");
  return Deferrable::no;
}

Object make_comment(const ObjectId& target, std::string on, std::string text, support::Span origin) {
  ObjectId id{std::string(kCommentKind), target.schema, target.name, target.kind};
  if (!target.part.empty()) id.part += " " + target.part;
  return {std::move(id), Comment{std::move(on), std::move(text)}, {}, origin};
}

}  // namespace schemac::compiler::model
