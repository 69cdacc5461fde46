// String literals that take a type: an enum's values, and the names of text-search configurations.
#include <pg_query/pg_query.pb-c.h>

#include <algorithm>

#include "sql/typer_state.hpp"
#include "support/suggestion.hpp"

namespace schemac::compiler::sql {
namespace {

/// The items of an array literal of one dimension, unquoted; NULL items are left out.
std::vector<std::string> array_items(std::string_view text) {
  std::vector<std::string> items;
  std::string item;
  bool quoted = false;
  bool was_quoted = false;
  const auto finish = [&] {
    const bool null = !was_quoted && (item == "NULL" || item == "null");
    if ((!item.empty() || was_quoted) && !null) items.push_back(item);
    item.clear();
    was_quoted = false;
  };
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '\\' && i + 1 < text.size()) {
      item += text[++i];
    } else if (c == '"') {
      quoted = !quoted;
      was_quoted = true;
    } else if (quoted) {
      item += c;
    } else if (c == ',' || c == '{' || c == '}') {
      finish();
    } else if (c != ' ') {
      item += c;
    }
  }
  finish();
  return items;
}

bool is_whole_number(TypeId type) {
  return type == facts::type_named("int4") || type == facts::type_named("int8") ||
         type == facts::type_named("int2");
}

/// With what a value of several parts begins, whatever its parts are: "{a,b}" or "[1:2]={a,b}", "[1,2)".
std::string_view openings(const Types& types, TypeId type) {
  if (types.is_array(type)) return "{[";
  if (types.kind(type) == 'r') return "[(eE";  // "empty"
  return types.kind(type) == 'm' ? "{" : "";
}

bool begins_with_one_of(std::string_view openings, std::string_view text) {
  const auto begin = text.find_first_not_of(" \t\n\r\f\v");
  return begin != std::string_view::npos && openings.find(text[begin]) != std::string_view::npos;
}

bool reads_as_whole_number(std::string_view text) {
  const auto begin = text.find_first_not_of(" \t\n\r\f\v");
  if (begin == std::string_view::npos) return false;
  text = text.substr(begin, text.find_last_not_of(" \t\n\r\f\v") + 1 - begin);
  if (text.starts_with('-') || text.starts_with('+')) text.remove_prefix(1);
  return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

}  // namespace

void Typer::check_enum_value(std::string_view text, TypeId type, std::int32_t location) {
  const auto& values = *types_.values(type);
  if (std::find(values.begin(), values.end(), text) != values.end()) return;
  const TypeId named = types_.is_array(type) ? types_.element(type) : type;
  const std::vector<std::string_view> known(values.begin(), values.end());
  object("SC1204", location, "`" + std::string(text) + "` is not a value of `" + types_.printed(named) + "`",
         "PostgreSQL refuses the comparison, it does not answer false", support::did_you_mean(text, known));
}

void Typer::check_literal(const PgQuery__Node& node, TypeId type) {
  if (node.node_case != PG_QUERY__NODE__NODE_A_CONST) return;
  const PgQuery__AConst& constant = *node.a_const;
  if (constant.isnull || constant.val_case != PG_QUERY__A__CONST__VAL_SVAL) return;
  const std::string_view text = constant.sval->sval;
  const std::string_view opening = openings(types_, type);
  if (!opening.empty() && !begins_with_one_of(opening, text)) {
    object("SC1204", constant.location,
           "`" + std::string(text) + "` is not a value of " + types_.printed(type),
           opening.front() == '{' ? "a list stands in braces: '{…}'" : "a range has bounds: '[…,…)'");
    return;
  }
  if (types_.values(type) != nullptr) {
    if (types_.is_enum(type)) {
      check_enum_value(text, type, constant.location);
    } else {
      for (const std::string& item : array_items(text)) check_enum_value(item, type, constant.location);
    }
    return;
  }
  if (is_whole_number(type) && !reads_as_whole_number(text)) {
    object("SC1204", constant.location,
           "`" + std::string(text) + "` is not a value of " + types_.printed(type),
           "a whole number is expected");
  }
  if (type != facts::type_named("regconfig")) return;
  constexpr std::string_view kCatalog = "pg_catalog.";
  const std::string_view name = text.starts_with(kCatalog) ? text.substr(kCatalog.size()) : text;
  const bool number = name.find_first_not_of("0123456789") == std::string_view::npos;
  const bool elsewhere = name.find('.') != std::string_view::npos;
  if (number || elsewhere || facts::is_text_search_configuration(name) || scope_.has_unknown_parts()) return;
  object("SC1210", constant.location, "unknown text-search configuration `" + std::string(text) + "`",
         "PostgreSQL has no configuration of that name",
         support::did_you_mean(name, facts::text_search_configurations()));
}

}  // namespace schemac::compiler::sql
