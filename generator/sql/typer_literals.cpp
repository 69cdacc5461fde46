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

/// "{a,b}" or "[1:2]={a,b}": how every array begins, whatever its elements are.
bool begins_like_an_array(std::string_view text) {
  const auto begin = text.find_first_not_of(" \t\n\r\f\v");
  return begin != std::string_view::npos && (text[begin] == '{' || text[begin] == '[');
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
  if (types_.is_array(type) && !begins_like_an_array(text)) {
    object("SC1204", constant.location,
           "`" + std::string(text) + "` is not a value of " + types_.printed(type),
           "a list stands in braces: '{…}'");
  } else if (types_.is_enum(type)) {
    check_enum_value(text, type, constant.location);
  } else if (types_.values(type) != nullptr) {
    for (const std::string& item : array_items(text)) check_enum_value(item, type, constant.location);
  } else if (type == facts::type_named("regconfig")) {
    check_configuration(text, constant.location);
  } else if (std::string mistake = scope_.value_mistake(text, types_.printed(type)); !mistake.empty()) {
    object("SC1204", constant.location, std::move(mistake), "PostgreSQL reads it as one, and fails");
  }
}

void Typer::check_configuration(std::string_view text, std::int32_t location) {
  constexpr std::string_view kCatalog = "pg_catalog.";
  const std::string_view name = text.starts_with(kCatalog) ? text.substr(kCatalog.size()) : text;
  const bool number = name.find_first_not_of("0123456789") == std::string_view::npos;
  const bool elsewhere = name.find('.') != std::string_view::npos;
  if (number || elsewhere || facts::is_text_search_configuration(name) || scope_.has_unknown_parts()) return;
  object("SC1210", location, "unknown text-search configuration `" + std::string(text) + "`",
         "PostgreSQL has no configuration of that name",
         support::did_you_mean(name, facts::text_search_configurations()));
}

}  // namespace schemac::compiler::sql
