// Pieces of SQL. Expressions are canonical here (deparsed), so looking at their characters is enough.
#include "objects/sql_text.hpp"

#include <algorithm>
#include <array>
#include <cctype>

#include "model/column.hpp"
#include "model/domain_type.hpp"
#include "model/enumeration.hpp"
#include "model/table.hpp"
#include "support/naming.hpp"

namespace schemac::compiler::objects {
namespace {

/// Calls `visit(index, depth)` for every character outside of quotes; depth counts open brackets before it.
template <class Visit>
void outside_quotes(std::string_view text, Visit visit) {
  char quote = '\0';
  int depth = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (quote != '\0') {
      if (c == quote) quote = '\0';
      continue;
    }
    visit(i, depth);
    if (c == '\'' || c == '"') quote = c;
    if (c == '(' || c == '[') ++depth;
    if (c == ')' || c == ']') --depth;
  }
}

bool is_word(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_' || c == '.' ||
         static_cast<unsigned char>(c) >= 0x80;
}

/// Words that look like functions before a parenthesis and are none.
bool is_construct(std::string_view word) {
  static constexpr std::array<std::string_view, 9> kConstructs = {
      "all", "any", "array", "case", "exists", "interval", "not", "row", "some"};
  return std::find(kConstructs.begin(), kConstructs.end(), word) != kConstructs.end();
}

}  // namespace

std::string joined(const std::vector<std::string>& items, std::string_view separator) {
  std::string list;
  for (const std::string& item : items) {
    if (!list.empty()) list += separator;
    list += item;
  }
  return list;
}

std::string column_list(const std::vector<std::string>& columns) {
  std::string list = "(";
  for (const std::string& column : columns) {
    if (list.size() > 1) list += ", ";
    list += support::quote_identifier(column);
  }
  return list + ")";
}

std::string deferrable_clause(model::Deferrable deferrable) {
  switch (deferrable) {
    case model::Deferrable::no:
      return "";
    case model::Deferrable::initially_immediate:
      return " DEFERRABLE";
    case model::Deferrable::initially_deferred:
      return " DEFERRABLE INITIALLY DEFERRED";
  }
  return "";
}

std::string constraint_clause(const model::Object& constraint, std::string_view body) {
  return "CONSTRAINT " + support::quote_identifier(constraint.id.part) + " " + std::string(body);
}

std::string add_constraint(const model::Object& constraint, std::string_view clause) {
  return "ALTER TABLE " + constraint.id.qualified_name() + "\n    ADD " + std::string(clause);
}

std::string drop_constraint(const model::Object& constraint) {
  return "ALTER TABLE " + constraint.id.qualified_name() + "\n    DROP CONSTRAINT " +
         support::quote_identifier(constraint.id.part);
}

std::string rename_constraint(const model::Object& constraint, const std::string& name) {
  return "ALTER TABLE " + constraint.id.qualified_name() + " RENAME CONSTRAINT " +
         support::quote_identifier(constraint.id.part) + " TO " + support::quote_identifier(name);
}

model::ObjectId table_of(const model::ObjectId& part) {
  return {std::string(model::kTableKind), part.schema, part.name, {}};
}

std::vector<model::ObjectId> columns_of(const model::ObjectId& table,
                                        const std::vector<std::string>& columns) {
  std::vector<model::ObjectId> ids;
  for (const std::string& column : columns) ids.push_back(table.child(model::kColumnKind, column));
  return ids;
}

std::vector<model::ObjectId> types_named(std::string_view type) {
  type = type.substr(0, type.find('['));
  const auto dot = type.find('.');
  if (dot == std::string_view::npos) return {};
  const auto unquoted = [](std::string_view name) {
    const bool quoted = name.size() > 1 && name.front() == '"';
    return std::string(quoted ? name.substr(1, name.size() - 2) : name);
  };
  const std::string schema = unquoted(type.substr(0, dot));
  const std::string name = unquoted(type.substr(dot + 1));
  return {{std::string(model::kEnumKind), schema, name, {}},
          {std::string(model::kDomainTypeKind), schema, name, {}}};
}

std::optional<std::string> called_function(std::string_view expression) {
  const auto open = expression.find('(');
  if (open == 0 || open == std::string_view::npos || expression.back() != ')') return std::nullopt;
  const std::string_view name = expression.substr(0, open);
  if (!std::all_of(name.begin(), name.end(), is_word)) return std::nullopt;
  std::size_t close = 0;
  outside_quotes(expression, [&](std::size_t i, int depth) {
    if (close == 0 && expression[i] == ')' && depth == 1) close = i;
  });
  if (close != expression.size() - 1) return std::nullopt;
  std::string word(name.substr(name.rfind('.') + 1));
  std::transform(word.begin(), word.end(), word.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  if (is_construct(word)) return std::nullopt;
  return word;
}

std::string restricted_expression(std::string_view expression) {
  bool has_blank = false;
  outside_quotes(expression, [&](std::size_t i, int depth) {
    if (depth == 0 && expression[i] == ' ') has_blank = true;
  });
  return has_blank ? "(" + std::string(expression) + ")" : std::string(expression);
}

}  // namespace schemac::compiler::objects
