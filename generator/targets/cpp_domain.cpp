// cpp/src/<domain>.cpp: the validators and repository functions of a domain's tables. One unit a domain,
// because a unit for each table would compile the runtime's headers as often.
#include <algorithm>
#include <map>
#include <optional>

#include "targets/cpp_checks.hpp"
#include "targets/cpp_functions.hpp"
#include "targets/cpp_layout.hpp"
#include "targets/cpp_names.hpp"
#include "targets/cpp_schema.hpp"
#include "targets/targets.hpp"

namespace schemac::compiler::targets {
namespace {

using render::View;
using render::ViewList;
using render::ViewObject;

std::string joined(const std::vector<std::string>& parts, std::string_view separator) {
  std::string text;
  for (const std::string& part : parts) text += (text.empty() ? "" : std::string(separator)) + part;
  return text;
}

/// What WHERE says of the key: "id = $1", or for many keys "id = any($1)".
std::string key_condition(const CppTable& table) {
  std::vector<std::string> parts;
  for (const CppColumn* column : table.key) {
    parts.push_back(column->sql + " = $" + std::to_string(parts.size() + 1) + column->cast());
  }
  return joined(parts, " AND ");
}

std::string any_key_condition(const CppTable& table) {
  if (table.key.size() == 1) return table.key.front()->sql + " = any($1)";
  std::vector<std::string> names;
  std::vector<std::string> arrays;
  for (const CppColumn* column : table.key) {
    names.push_back(column->sql);
    arrays.push_back("$" + std::to_string(names.size()) + "::" + unbounded_sql_type(column->notes->type) +
                     "[]");
  }
  return "(" + joined(names, ", ") + ") IN (SELECT * FROM unnest(" + joined(arrays, ", ") + "))";
}

/// The members of kTable that are not empty, one an entry.
ViewList table_sql(const CppTable& table) {
  std::vector<std::string> read;
  std::vector<std::string> inserted;
  for (const CppColumn& column : table.columns) {
    if (column.in_row) read.push_back(column.sql + column.text_cast());
    if (column.in_insert) inserted.push_back(column.sql);
  }
  if (inserted.empty() && !table.notes->read_only) inserted.push_back(table.columns.front().sql);
  ViewList members;
  const auto add = [&members](std::string_view name, const std::string& text) {
    const std::string head = "    " + std::string(name) + " = ";
    if (text.empty()) return;
    const bool fits = head.size() + cpp_literal(text).size() + 1 <= kLineWidth;
    members.emplace_back(fits ? head + cpp_literal(text) + ","
                              : "    " + std::string(name) + " =\n        " + cpp_literals(text, 8, 8) + ",");
  };
  const auto quoted = [&table](const std::string& name) {
    const CppColumn* column = table.column(name);
    return column == nullptr ? std::string() : column->sql;
  };
  add(".name", table.object->id.qualified_name());
  add(".columns", joined(read, ", "));
  add(".inserted", joined(inserted, ", "));
  if (!table.key.empty()) {
    add(".key", key_condition(table));
    add(".any_key", any_key_condition(table));
    members.emplace_back("    .key_columns = " + std::to_string(table.key.size()) + ",");
  }
  add(".version", quoted(table.notes->version_column));
  add(".updated_at", quoted(table.notes->updated_at_column));
  add(".deleted_at", quoted(table.notes->deleted_at_column));
  return members;
}

ViewList row_members(const CppTable& table) {
  ViewList members;
  for (const CppColumn& column : table.columns) {
    if (column.in_row) members.emplace_back(column.member);
  }
  return members;
}

ViewList written_members(const CppTable& table) {
  ViewList members;
  for (const CppColumn& column : table.columns) {
    if (!column.in_insert) continue;
    const std::string cast = column.opaque() ? ", " + cpp_literal(column.cast()) : "";
    members.emplace_back("out.add(row." + column.member + cast + ")");
  }
  if (members.empty()) members.emplace_back("out.add_default()");
  return members;
}

/// One check_<column>() for each column with rules, and the calls of them in the two validators.
struct Checks {
  ViewList functions;
  std::vector<std::string> insert_calls;
  std::vector<std::string> patch_calls;
};

std::string check_call(const std::string& owner, const std::string& member) {
  const std::string test = "if (const auto* value = schemac::given(" + owner + "." + member + "))";
  const std::string call = "check_" + member + "(*value, result);";
  return test + (2 + test.size() + 1 + call.size() <= kLineWidth ? " " : "\n    ") + call;
}

/// A condition that holds a pattern, taken apart around its literal.
struct Patterned {
  std::string before;
  std::string literal;
  std::string after;
};

std::optional<Patterned> patterned(const std::string& condition) {
  const std::size_t begin = condition.find("<\"");
  const std::size_t end = condition.rfind("\">(");
  if (begin == std::string::npos || end == std::string::npos) return std::nullopt;
  return Patterned{condition.substr(0, begin + 1), condition.substr(begin + 1, end - begin),
                   condition.substr(end + 1)};
}

/// The literal in lines that begin at `column`; the first one is not indented.
std::string literal_lines(const std::string& literal, std::size_t column) {
  std::string text;
  for (const std::string& part : split_literal(literal, kLineWidth - column - 2)) {
    text += (text.empty() ? "" : "\n" + std::string(column, ' ')) + part;
  }
  return text;
}

/// "  if (!(condition)) {"; a pattern that makes it too long is broken, its argument on a line of its own.
std::string test_value(const std::string& condition) {
  const std::string head = "  if (!(";
  const std::string tail = ")) {\n";
  const auto pattern = patterned(condition);
  const bool fits = head.size() + condition.size() + tail.size() - 1 <= kLineWidth;
  if (fits || !pattern) return head + condition + tail;
  const std::string call = head + pattern->before;
  return call + literal_lines(pattern->literal, call.size()) + ">(\n" + std::string(10, ' ') +
         pattern->after.substr(2) + tail;
}

/// The same of each element; there, a pattern that is broken begins on a line of its own.
std::string test_each(const std::string& condition) {
  const std::string head = "  if (!schemac::rules::all_of(value, [](const auto& item) {";
  const std::string line = head + " return " + condition + "; })) {\n";
  if (line.size() - 1 <= kLineWidth) return line;
  const std::string inner = "        return ";
  const std::string tail = ";\n      })) {\n";
  const auto pattern = patterned(condition);
  if (!pattern || inner.size() + condition.size() + 1 <= kLineWidth)
    return head + "\n" + inner + condition + tail;
  return head + "\n" + inner + pattern->before + "\n" + std::string(12, ' ') +
         literal_lines(pattern->literal, 12) + pattern->after + tail;
}

Checks checks(const CppTable& table, std::span<const model::ValidatorRule* const> rules) {
  Checks found;
  for (const CppColumn& column : table.columns) {
    if (!column.in_insert && !column.in_patch) continue;
    ViewList conditions;
    for (const CppRule& rule : cpp_rules(column, rules)) {
      const std::vector<std::string> arguments = {cpp_literal(column.name), cpp_literal(rule.rule),
                                                  cpp_literal(rule.message)};
      conditions.emplace_back((rule.each ? test_each(rule.condition) : test_value(rule.condition)) +
                              wrap_list("    result.add(", arguments, ");") + "\n  }");
    }
    if (conditions.empty()) continue;
    const std::vector<std::string> parameters = {"const " + column.type + "& value",
                                                 "schemac::ValidationResult& result"};
    found.functions.emplace_back(
        ViewObject{{"signature", wrap_list("void check_" + column.member + "(", parameters, ") {")},
                   {"rules", std::move(conditions)}});
    if (column.in_insert) found.insert_calls.emplace_back(check_call("row", column.member));
    if (column.in_patch) found.patch_calls.emplace_back(check_call("patch", column.member));
  }
  return found;
}

ViewList constraints(const CppTable& table, const model::Model& model) {
  ViewList lines;
  if (table.notes->read_only) return lines;
  for (const CppConstraint& constraint : cpp_constraints(table, model)) {
    lines.emplace_back(wrap_list("    {",
                                 {cpp_literal(constraint.name), cpp_literal(constraint.path),
                                  cpp_literal(constraint.rule), cpp_literal(constraint.message)},
                                 "},"));
  }
  if (lines.empty()) return lines;
  lines.insert(lines.begin(), "constexpr schemac::ConstraintInfo kConstraints[] = {");
  lines.emplace_back("};");
  lines.emplace_back("");
  return lines;
}

View key_view(const CppTable& table) {
  if (table.key.empty()) return false;
  ViewList values;
  for (const CppColumn* column : table.key) {
    values.emplace_back(table.key.size() == 1 ? std::string("key") : "key." + column->member);
  }
  return ViewObject{{"columns", std::move(values)}};
}

/// What writes a row, and explains why the server did not take it.
View writer_view(const CppTable& table, bool has_constraints) {
  if (table.notes->read_only) return false;
  ViewList members = written_members(table);
  const bool reads_row = *members.front().text() != "out.add_default()";
  return ViewObject{{"parameter", reads_row ? " row" : ""},
                    {"members", std::move(members)},
                    {"constraints", has_constraints ? "kConstraints" : "{}"}};
}

/// A validator makes its calls; its argument has no name where there are none.
View validator_view(const std::string& type, const std::string& name, const std::vector<std::string>& calls) {
  ViewList body;
  body.emplace_back("schemac::ValidationResult result;");
  body.insert(body.end(), calls.begin(), calls.end());
  body.emplace_back("return result;");
  const std::string parameter = "const " + type + "&" + (calls.empty() ? "" : " " + name);
  return ViewObject{{"definition", "schemac::ValidationResult validate(" + parameter + ") {"},
                    {"body", std::move(body)}};
}

ViewList functions(const CppTable& table, const Checks& found) {
  ViewList views;
  if (!table.notes->read_only) views.push_back(validator_view("Insert", "row", found.insert_calls));
  if (table.has_patch()) views.push_back(validator_view("Patch", "patch", found.patch_calls));
  for (const CppFunction& function : cpp_functions(table)) {
    views.emplace_back(
        ViewObject{{"definition", cpp_signature(function, " {")}, {"body", render::texts(function.body)}});
  }
  return views;
}

View table_view(const CppTable& table, const TargetInput& input) {
  const Checks found = checks(table, input.rules);
  ViewList constraint_lines = constraints(table, input.model);
  return ViewObject{
      {"namespace", input.model.project().cpp_namespace},
      {"space", table.space},
      {"sql", table_sql(table)},
      {"key", key_view(table)},
      {"row", row_members(table)},
      {"writer", writer_view(table, !constraint_lines.empty())},
      {"checks", found.functions},
      {"constraints", std::move(constraint_lines)},
      {"functions", functions(table, found)},
  };
}

class CppDomainTarget final : public Target {
 public:
  std::string_view name() const override { return "cpp_domain"; }

  std::vector<support::OutputFile> render(const TargetInput& input) const override {
    const CppSchema schema = cpp_schema(input.model);
    std::map<std::string, std::vector<const CppTable*>> domains;
    for (const CppTable& table : schema.tables) domains[table.notes->domain].push_back(&table);
    std::vector<support::OutputFile> files;
    for (const auto& [domain, tables] : domains) {
      files.push_back({"cpp/src/" + domain + ".cpp", render_domain(domain, tables, input)});
    }
    return files;
  }

 private:
  static std::string render_domain(const std::string& domain, const std::vector<const CppTable*>& tables,
                                   const TargetInput& input) {
    std::vector<std::string> headers = {"schemac/codec/codecs.hpp", "schemac/repository.hpp",
                                        "schemac/rules.hpp"};
    ViewList bodies;
    for (const CppTable* table : tables) {
      headers.push_back(input.model.project().cpp_namespace + "/" + table->object->id.name + ".hpp");
      std::string body = input.templates.render("cpp_domain/table.cpp.mustache", table_view(*table, input));
      body.pop_back();  // the template's last newline
      bodies.emplace_back(std::move(body));
    }
    // A unit's own header comes first, and a table may be called what its domain is.
    const std::string own = "/" + domain + ".hpp";
    std::sort(headers.begin(), headers.end(), [&own](const std::string& a, const std::string& b) {
      return std::pair(!a.ends_with(own), a) < std::pair(!b.ends_with(own), b);
    });
    const ViewObject view = {
        {"domain", domain}, {"headers", render::texts(headers)}, {"tables", std::move(bodies)}};
    return input.templates.render("cpp_domain/domain.cpp.mustache", view);
  }
};

}  // namespace

const Target& cpp_domain() {
  static const CppDomainTarget target;
  return target;
}

}  // namespace schemac::compiler::targets
