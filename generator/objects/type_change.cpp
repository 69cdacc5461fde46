// By the facts of pg_cast; a type that they do not know (an enum, a domain) goes through its text.
#include "objects/type_change.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <utility>

#include "sql/facts.hpp"

namespace schemac::compiler::objects {
namespace {

namespace facts = sql::facts;

struct PrintedType {
  std::string name;  ///< without parameters: "timestamp without time zone[]"
  std::string parameters;
};

PrintedType taken_apart(const std::string& type) {
  const std::size_t open = type.find('(');
  const std::size_t close = type.find(')');
  if (open == std::string::npos || close == std::string::npos) return {type, {}};
  return {type.substr(0, open) + type.substr(close + 1), type.substr(open + 1, close - open - 1)};
}

bool is_text(std::string_view name) {
  static constexpr std::array<std::string_view, 3> kTexts = {"text", "character varying", "character"};
  return std::find(kTexts.begin(), kTexts.end(), name) != kTexts.end();
}

std::optional<std::pair<int, int>> two_numbers(const std::string& parameters) {
  int first = 0;
  int second = 0;
  const char* end = parameters.data() + parameters.size();
  const auto head = std::from_chars(parameters.data(), end, first);
  if (head.ec != std::errc()) return std::nullopt;
  if (head.ptr != end && std::from_chars(head.ptr + 1, end, second).ec != std::errc()) return std::nullopt;
  return std::pair(first, second);
}

/// Whether the parameters leave room for all values of the others.
bool is_wider(std::string_view name, const std::string& from, const std::string& to) {
  if (to.empty() || from == to) return name != "character" || from == to;
  const auto a = two_numbers(from);
  const auto b = two_numbers(to);
  if (!a || !b) return false;
  if (name == "numeric") return a->second == b->second && a->first <= b->first;
  return name == "character varying" && a->first <= b->first;
}

}  // namespace

std::string conversion(std::string_view column, const std::string& from, const std::string& to) {
  const PrintedType old = taken_apart(from);
  const PrintedType fresh = taken_apart(to);
  if (old.name == fresh.name || is_text(fresh.name)) return {};
  const auto source = facts::type_named(old.name);
  const auto target = facts::type_named(fresh.name);
  const bool known = source != sql::kNoType && target != sql::kNoType;
  const sql::CastFact* cast = known ? facts::cast(source, target) : nullptr;
  if (cast != nullptr && cast->context != 'e') return {};
  const std::string value(column);
  return cast != nullptr || is_text(old.name) ? value + "::" + to : value + "::text::" + to;
}

bool keeps_bytes(const std::string& from, const std::string& to) {
  const PrintedType old = taken_apart(from);
  const PrintedType fresh = taken_apart(to);
  if (old.name == fresh.name) return is_wider(old.name, old.parameters, fresh.parameters);
  if (old.name == "character varying" && fresh.name == "text") return true;
  if (old.name == "text" && fresh.name == "character varying") return fresh.parameters.empty();
  const auto source = facts::type_named(old.name);
  const auto target = facts::type_named(fresh.name);
  if (source == sql::kNoType || target == sql::kNoType || !fresh.parameters.empty()) return false;
  const sql::CastFact* cast = facts::cast(source, target);
  return cast != nullptr && cast->method == 'b' && cast->context != 'e';
}

}  // namespace schemac::compiler::objects
