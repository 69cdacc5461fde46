// How constraints and indexes are named and spelled in definitions.
#include "model/constraint_names.hpp"

#include <algorithm>
#include <array>

#include "model/enumeration.hpp"
#include "model/function.hpp"
#include "model/policy.hpp"
#include "model/trigger.hpp"
#include "support/naming.hpp"
#include "support/suggestion.hpp"

namespace schemac::compiler::model {
namespace {

/// How COMMENT ON spells the object: "COLUMN public.bills.title", "CONSTRAINT bills_pkey ON public.bills".
std::string comment_words(const ObjectId& object) {
  static constexpr std::array<std::string_view, 4> kConstraints = {kPrimaryKeyKind, kUniqueKind, kCheckKind,
                                                                   kForeignKeyKind};
  if (std::find(kConstraints.begin(), kConstraints.end(), object.kind) != kConstraints.end()) {
    return "CONSTRAINT " + support::quote_identifier(object.part) + " ON " + object.qualified_name();
  }
  if (object.kind == kTriggerKind) {
    return "TRIGGER " + support::quote_identifier(object.part) + " ON " + object.qualified_name();
  }
  if (object.kind == kFunctionKind) return "ROUTINE " + signature(object);  // a procedure, too
  if (object.kind == kPolicyKind) {
    return "POLICY " + support::quote_identifier(object.part) + " ON " + object.qualified_name();
  }
  std::string words = object.kind == kEnumKind ? "type" : object.kind;
  for (char& c : words) c = c == '_' ? ' ' : static_cast<char>(c - 'a' + 'A');
  words += " " + object.qualified_name();
  if (!object.part.empty()) words += "." + support::quote_identifier(object.part);
  return words;
}

}  // namespace

std::string constraint_name(std::string_view table, const std::vector<std::string>& columns,
                            std::string_view suffix) {
  std::string name(table);
  for (const std::string& column : columns) name += "_" + column;
  name += '_';
  name += suffix;
  return name;
}

std::string index_name(std::string_view table, const std::vector<std::string>& keys) {
  std::vector<std::string> parts;
  for (const std::string& key : keys) {
    std::string part = key;
    for (int number = 1; std::find(parts.begin(), parts.end(), part) != parts.end(); ++number) {
      part = key + std::to_string(number);
    }
    parts.push_back(std::move(part));
  }
  return constraint_name(table, parts, "idx");
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
  if (!draft.expect(value, syntax::Kind::string, "a referential action")) return ReferentialAction::no_action;
  const auto found = std::find(kActionSpellings.begin(), kActionSpellings.end(), value.text);
  if (found != kActionSpellings.end())
    return static_cast<ReferentialAction>(found - kActionSpellings.begin());
  auto& finding =
      draft.diagnostics().error(value.span, "SC1102", "unknown referential action `" + value.text + "`",
                                "one of: no action, restrict, cascade, set null, set default");
  finding.help = support::did_you_mean(value.text, kActionSpellings);
  return ReferentialAction::no_action;
}

Deferrable read_deferrable(Draft& draft, const syntax::Value& value) {
  if (value.is_true() || value.text == kDeferrableSpellings[0]) return Deferrable::initially_immediate;
  if (value.is(syntax::Kind::boolean)) return Deferrable::no;
  if (value.is(syntax::Kind::string) && value.text == kDeferrableSpellings[1])
    return Deferrable::initially_deferred;
  draft.diagnostics().error(value.span, "SC1103",
                            "\"deferrable\" must be true, \"initially immediate\" or \"initially deferred\"");
  return Deferrable::no;
}

Object make_comment(const ObjectId& target, std::string on, std::string text, support::Span origin) {
  return {attached_id(kCommentKind, target), Comment{std::move(on), std::move(text)}, {}, origin};
}

Object make_comment(const ObjectId& target, std::string text, support::Span origin) {
  return make_comment(target, comment_words(target), std::move(text), origin);
}

}  // namespace schemac::compiler::model
