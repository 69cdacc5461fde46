// A definition as it was written. The recursion here is as deep as the tree, and parse() makes none deeper
// than kMaxDepth.
#include "syntax/value.hpp"

#include <algorithm>

#include "support/json_text.hpp"

namespace schemac::compiler::syntax {
namespace {

void append(std::string& out, const Value& value);

void append_items(std::string& out, const Value& array) {
  out += '[';
  for (const Value& item : array.items) {
    if (&item != array.items.data()) out += ',';
    append(out, item);
  }
  out += ']';
}

void append_members(std::string& out, const Value& object) {
  out += '{';
  for (const Member& member : object.members) {
    if (&member != object.members.data()) out += ',';
    support::append_json_string(out, member.key);
    out += ':';
    append(out, member.value);
  }
  out += '}';
}

void append(std::string& out, const Value& value) {
  switch (value.kind) {
    case Kind::null:
      out += "null";
      break;
    case Kind::boolean:
    case Kind::number:
      out += value.text;
      break;
    case Kind::string:
      support::append_json_string(out, value.text);
      break;
    case Kind::array:
      append_items(out, value);
      break;
    case Kind::object:
      append_members(out, value);
      break;
  }
}

}  // namespace

const Value* Value::find(std::string_view key) const {
  const auto found =
      std::find_if(members.begin(), members.end(), [key](const Member& m) { return m.key == key; });
  return found == members.end() ? nullptr : &found->value;
}

std::string_view name(Kind kind) {
  switch (kind) {
    case Kind::null:
      return "null";
    case Kind::boolean:
      return "a boolean";
    case Kind::number:
      return "a number";
    case Kind::string:
      return "a string";
    case Kind::array:
      return "an array";
    case Kind::object:
      return "an object";
  }
  return {};
}

std::string to_json(const Value& value) {
  std::string out;
  append(out, value);
  return out;
}

}  // namespace schemac::compiler::syntax
