// Values of a Drizzle snapshot; missing and mistyped ones read as empty.
#include "importers/snapshot_reader.hpp"

#include <algorithm>

#include "sql/expression.hpp"
#include "support/naming.hpp"

namespace schemac::compiler::importers {

using syntax::Kind;
using syntax::Value;

namespace {

bool says_nothing(const Value& value) {
  switch (value.kind) {
    case Kind::null:
      return true;
    case Kind::boolean:
      return !value.is_true();
    case Kind::number:
      return false;
    case Kind::string:
      return value.text.empty();
    case Kind::array:
      return value.items.empty();
    case Kind::object:
      return value.members.empty();
  }
  return false;
}

/// `"bills"."title"` -> `"title"`: what stands in quotes ('text') is passed over.
std::string without_prefix(std::string_view sql, const std::string& prefix) {
  std::string out;
  bool in_text = false;
  while (!sql.empty()) {
    if (!in_text && sql.starts_with(prefix)) {
      sql.remove_prefix(prefix.size());
      continue;
    }
    if (sql.front() == '\'') in_text = !in_text;
    out += sql.front();
    sql.remove_prefix(1);
  }
  return out;
}

std::string quoted(std::string_view name) {
  return '"' + std::string(name) + '"';
}

}  // namespace

std::string text_of(const Value& object, std::string_view key) {
  const Value* value = object.find(key);
  return value != nullptr && value->is(Kind::string) ? value->text : std::string();
}

bool flag_of(const Value& object, std::string_view key) {
  const Value* value = object.find(key);
  return value != nullptr && value->is_true();
}

std::vector<std::string> texts_of(const Value& object, std::string_view key) {
  std::vector<std::string> texts;
  const Value* value = object.find(key);
  if (value == nullptr) return texts;
  for (const Value& item : value->items) texts.push_back(item.text);
  return texts;
}

const std::vector<syntax::Member>& members_of(const Value& object, std::string_view key) {
  static const std::vector<syntax::Member> kNone;
  const Value* value = object.find(key);
  return value == nullptr ? kNone : value->members;
}

void warn_left_out(support::Diagnostics& diagnostics, support::Span place, const std::string& what) {
  diagnostics.warning(place, "SC1702", what + " is left out", "the import does not carry it over");
}

void warn_of_rest(support::Diagnostics& diagnostics, const Value& object, const std::string& whose,
                  std::initializer_list<std::string_view> known) {
  for (const syntax::Member& member : object.members) {
    if (std::find(known.begin(), known.end(), member.key) != known.end() || says_nothing(member.value))
      continue;
    warn_left_out(diagnostics, member.key_span, "`" + member.key + "` of " + whose);
  }
}

std::string kept_name(support::Diagnostics& diagnostics, const std::string& name, support::Span place) {
  if (name.size() <= support::kMaxIdentifierBytes) return name;
  std::size_t length = support::kMaxIdentifierBytes;
  while ((static_cast<unsigned char>(name[length]) & 0xC0U) == 0x80U) --length;
  std::string kept = name.substr(0, length);
  diagnostics.warning(place, "SC1703", "the name `" + name + "` is cut to `" + kept + "`",
                      std::to_string(name.size()) + " bytes, of which PostgreSQL keeps " +
                          std::to_string(support::kMaxIdentifierBytes));
  return kept;
}

std::string bare_expression(std::string_view sql, std::string_view schema, std::string_view table) {
  std::string text = without_prefix(sql, quoted(schema) + "." + quoted(table) + ".");
  text = without_prefix(text, quoted(table) + ".");
  const auto parsed = sql::parse_expression(text);
  const auto* expression = std::get_if<sql::Expression>(&parsed);
  return expression == nullptr || expression->canonical.empty() ? text : expression->canonical;
}

}  // namespace schemac::compiler::importers
