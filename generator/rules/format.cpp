// format: patterns with a name. Each says what a program may rely on, not what some standard allows at most.
#include <algorithm>
#include <array>

#include "rules/pattern_condition.hpp"
#include "rules/rules.hpp"
#include "support/suggestion.hpp"

namespace schemac::compiler::rules {
namespace {

constexpr std::string_view kKey = "format";

struct Format {
  std::string_view name;
  std::string_view pattern;
  std::string_view message;
};

/// email is what HTML's input takes, with at least one dot in the domain.
constexpr std::array<Format, 7> kFormats{{
    {"email",
     R"(^[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)"
     R"((?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)+$)",
     "must be an e-mail address"},
    {"hostname",
     R"(^[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)*$)",
     "must be a host name"},
    {"ipv4", R"(^(?:(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)\.){3}(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)$)",
     "must be an IPv4 address"},
    {"phone_e164", R"(^\+[1-9]\d{6,14}$)", "must be an international phone number, like +254712345678"},
    {"slug", R"(^[a-z0-9]+(?:-[a-z0-9]+)*$)", "must be lower-case words joined by hyphens"},
    {"uri", R"(^[a-zA-Z][a-zA-Z0-9+.\-]*:[^\s]+$)", "must be a URI"},
    {"url", R"(^https?://[^\s/?#]+(?:[/?#][^\s]*)?$)", "must be an http or https address"},
}};

constexpr auto kNames = [] {
  std::array<std::string_view, kFormats.size()> names{};
  for (std::size_t i = 0; i < names.size(); ++i) names[i] = kFormats[i].name;
  return names;
}();
constexpr model::ValueForm kNameForm = model::one_of(kNames);

const Format* find(std::string_view name) {
  auto found = std::find_if(kFormats.begin(), kFormats.end(),
                            [&](const Format& format) { return format.name == name; });
  return found == kFormats.end() ? nullptr : &*found;
}

Refusal unknown_format(std::string_view name) {
  std::string all;
  for (const std::string_view known : kNames) all += (all.empty() ? "" : ", ") + std::string(known);
  std::string help = support::did_you_mean(name, kNames);
  return {"unknown format `" + std::string(name) + "`", help.empty() ? "known are " + all : help};
}

class FormatRule final : public model::ValidatorRule {
 public:
  [[nodiscard]] std::string_view key() const override { return kKey; }
  [[nodiscard]] std::string_view doc() const override { return "What the text is: a pattern with a name."; }
  [[nodiscard]] const model::ValueForm& takes() const override { return kNameForm; }

  [[nodiscard]] RuleResult use(const syntax::Value& argument, const TypeUse& type,
                               std::string_view column) const override {
    if (text_kind(type) == TextKind::none) return wrong_type(kKey, type, "text");
    if (!argument.is(syntax::Kind::string)) return wrong_argument(kKey, argument, "the name of a format");
    const Format* format = find(argument.text);
    if (format == nullptr) return unknown_format(argument.text);
    return make_use(kKey, argument, pattern_sql(format->pattern, type, column), std::string(format->message));
  }

  [[nodiscard]] std::string cpp(const RuleUse& use, const TypeUse& type,
                                std::string_view value) const override {
    return pattern_cpp(find(argument_text(use))->pattern, type, value);
  }
};

}  // namespace

const model::ValidatorRule& format_rule() {
  static const FormatRule kRule;
  return kRule;
}

}  // namespace schemac::compiler::rules
