// Writing a rule in SQL and in C++: what the rules have in common.
#include "rules/rule_text.hpp"

#include "support/naming.hpp"

namespace schemac::compiler::rules {
namespace {

bool starts_with(std::string_view text, std::string_view start) {
  return text.substr(0, start.size()) == start;
}

void append_utf8(std::string& out, std::uint32_t point) {
  if (point < 0x80) {
    out += static_cast<char>(point);
  } else if (point < 0x800) {
    out += static_cast<char>(0xC0 | (point >> 6));
    out += static_cast<char>(0x80 | (point & 0x3F));
  } else {
    out += static_cast<char>(0xE0 | (point >> 12));
    out += static_cast<char>(0x80 | ((point >> 6) & 0x3F));
    out += static_cast<char>(0x80 | (point & 0x3F));
  }
}

/// The character after a backslash in JSON.
char unescaped(char c) {
  switch (c) {
    case 'n':
      return '\n';
    case 't':
      return '\t';
    case 'r':
      return '\r';
    case 'b':
      return '\b';
    case 'f':
      return '\f';
    default:
      return c;
  }
}

}  // namespace

TextKind text_kind(const TypeUse& type) {
  if (type.shape != Shape::text || type.dimensions > 0) return TextKind::none;
  if (starts_with(type.sql, "character varying(")) return TextKind::varying;
  if (starts_with(type.sql, "character(")) return TextKind::padded;
  return type.sql == "public.citext" ? TextKind::caseless : TextKind::plain;
}

std::string sql_literal(std::string_view text) {
  std::string quoted = support::quote_literal(text);
  if (text.find('\\') == std::string_view::npos) return quoted;
  std::string escaped = "E";
  for (char c : quoted) {
    if (c == '\\') escaped += '\\';
    escaped += c;
  }
  return escaped;
}

std::string cpp_literal(std::string_view text) {
  std::string literal = "\"";
  for (char c : text) {
    auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      literal += '\\';
      literal += c;
    } else if (byte < ' ' || byte == 0x7F) {  // always three octal digits: no digit after them joins in
      literal += '\\';
      literal += static_cast<char>('0' + (byte >> 6));
      literal += static_cast<char>('0' + ((byte >> 3) & 7));
      literal += static_cast<char>('0' + (byte & 7));
    } else {
      literal += c;
    }
  }
  return literal + "\"";
}

std::string sql_text(std::string_view column, const TypeUse& type) {
  return std::string(column) + (text_kind(type) == TextKind::caseless ? "::text" : "");
}

std::string stored_text(std::string_view value, const TypeUse& type) {
  std::string limit = ", " + std::to_string(type.length) + ")";
  switch (text_kind(type)) {
    case TextKind::varying:
      return "schemac::rules::as_varchar(" + std::string(value) + limit;
    case TextKind::padded:
      return "schemac::rules::as_char(" + std::string(value) + limit;
    case TextKind::none:
    case TextKind::plain:
    case TextKind::caseless:
      break;
  }
  return std::string(value);
}

Refusal wrong_type(std::string_view rule, const TypeUse& type, std::string_view takes) {
  return {"`" + std::string(rule) + "` does not fit " + type.sql,
          "`" + std::string(rule) + "` is for " + std::string(takes) +
              "; for anything else write a check in SQL"};
}

Refusal wrong_argument(std::string_view rule, const syntax::Value& argument, std::string_view expected) {
  return {"expected " + std::string(expected) + " for `" + std::string(rule) + "`, found " +
              std::string(syntax::name(argument.kind)),
          {}};
}

RuleUse make_use(std::string_view rule, const syntax::Value& argument, std::string sql, std::string message) {
  RuleUse use;
  use.rule = rule;
  use.argument = syntax::to_json(argument);
  use.sql = std::move(sql);
  use.message = std::move(message);
  return use;
}

std::string argument_text(const RuleUse& use) {
  std::string_view json = use.argument;
  std::string text;
  for (std::size_t i = 1; i + 1 < json.size(); ++i) {
    if (json[i] != '\\') {
      text += json[i];
    } else if (json[++i] == 'u') {
      append_utf8(text,
                  static_cast<std::uint32_t>(std::stoul(std::string(json.substr(i + 1, 4)), nullptr, 16)));
      i += 4;
    } else {
      text += unescaped(json[i]);
    }
  }
  return text;
}

}  // namespace schemac::compiler::rules
