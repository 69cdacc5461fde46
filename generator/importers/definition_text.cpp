// The text is written once with its line breaks where a reader wants them, and laid out by the formatter.
#include "importers/definition_text.hpp"

#include <algorithm>
#include <cassert>

#include "support/json_text.hpp"
#include "syntax/format.hpp"
#include "syntax/parse.hpp"

namespace schemac::compiler::importers {

using syntax::Kind;
using syntax::Value;

namespace {

/// Of a file, its tables, one table and its columns, each member has a line; what is deeper stands on one.
constexpr std::size_t kOpenLevels = 4;

void append(std::string& out, const Value& value, std::size_t level);

/// {"columns": [...], "name": ...}, which stands where a table's columns do.
bool is_named_key(const Value& object) {
  return object.find("name") != nullptr && object.find("columns") != nullptr;
}

void append_members(std::string& out, const Value& object, std::size_t level) {
  const bool opened = level < kOpenLevels && !object.members.empty() && !is_named_key(object);
  out += '{';
  std::string_view between;
  for (const syntax::Member& member : object.members) {
    out += between;
    between = ",";
    if (opened) out += '\n';
    support::append_json_string(out, member.key);
    out += ": ";
    append(out, member.value, level + 1);
  }
  out += '}';
}

void append_items(std::string& out, const Value& list, std::size_t level) {
  const bool opened = std::any_of(list.items.begin(), list.items.end(),
                                  [](const Value& item) { return !item.is(Kind::string); });
  out += '[';
  std::string_view between;
  for (const Value& item : list.items) {
    out += between;
    between = ",";
    if (opened) out += '\n';
    append(out, item, std::max(level + 1, kOpenLevels));
  }
  out += ']';
}

void append(std::string& out, const Value& value, std::size_t level) {
  switch (value.kind) {
    case Kind::string:
      support::append_json_string(out, value.text);
      break;
    case Kind::array:
      append_items(out, value, level);
      break;
    case Kind::object:
      append_members(out, value, level);
      break;
    case Kind::null:
      out += "null";
      break;
    case Kind::boolean:
    case Kind::number:
      out += value.text;
      break;
  }
}

Value scalar(Kind kind, std::string text) {
  Value value;
  value.kind = kind;
  value.text = std::move(text);
  return value;
}

}  // namespace

Value text_value(std::string text) {
  return scalar(Kind::string, std::move(text));
}

Value flag_value(bool flag) {
  return scalar(Kind::boolean, flag ? "true" : "false");
}

Value number_value(std::string digits) {
  return scalar(Kind::number, std::move(digits));
}

Value list_value(const std::vector<std::string>& texts) {
  Value value;
  value.kind = Kind::array;
  for (const std::string& text : texts) value.items.push_back(text_value(text));
  return value;
}

Value object_value() {
  Value value;
  value.kind = Kind::object;
  return value;
}

Value& add_member(Value& object, std::string key, Value value) {
  object.members.push_back({std::move(key), {}, std::move(value)});
  return object.members.back().value;
}

void add_name(Value& object, std::string key, const std::string& name, const std::string& usual) {
  if (!name.empty() && name != usual) add_member(object, std::move(key), text_value(name));
}

Value with_columns(Value more, std::string key, const std::vector<std::string>& columns) {
  if (more.members.empty()) return list_value(columns);
  more.members.insert(more.members.begin(), {std::move(key), {}, list_value(columns)});
  return more;
}

std::string definition_text(const Value& root) {
  std::string text;
  append(text, root, 0);
  support::Sources sources;
  support::Diagnostics diagnostics;
  const auto file = sources.add("definitions", std::move(text));
  const auto document = syntax::parse(sources, file, diagnostics);
  assert(document);
  return document ? syntax::format(*document, sources) : std::string(sources.text(file));
}

}  // namespace schemac::compiler::importers
