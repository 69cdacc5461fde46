// cpp/src/<domain>.cpp: the validators and repository functions of a domain's tables. One unit a domain,
// because a unit for each table would compile the runtime's headers as often.
#include <algorithm>
#include <map>

#include "targets/cpp_checks.hpp"
#include "targets/cpp_functions.hpp"
#include "targets/cpp_layout.hpp"
#include "targets/cpp_names.hpp"
#include "targets/cpp_validators.hpp"
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

std::string key_names(const CppTable& table) {
  std::vector<std::string> names;
  for (const CppColumn* column : table.key) names.push_back(column->sql);
  return joined(names, ", ");
}

std::string any_key_condition(const CppTable& table) {
  if (table.key.size() == 1) return table.key.front()->sql + " = any($1)";
  std::vector<std::string> arrays;
  for (const CppColumn* column : table.key) {
    arrays.push_back("$" + std::to_string(arrays.size() + 1) +
                     "::" + unbounded_sql_type(column->notes->type) + "[]");
  }
  return "(" + key_names(table) + ") IN (SELECT * FROM unnest(" + joined(arrays, ", ") + "))";
}

/// What a view's column is, only the server knows: a cast makes sure that it arrives as it is declared.
std::string read_sql(const CppTable& table, const CppColumn& column) {
  const bool declared = table.is_view() && !column.opaque();
  return column.sql + (declared ? "::" + column.state->type : column.text_cast());
}

/// The members of kTable that are not empty, one an entry.
ViewList table_sql(const CppTable& table) {
  std::vector<std::string> read;
  std::vector<std::string> inserted;
  for (const CppColumn& column : table.columns) {
    if (column.in_row) read.push_back(read_sql(table, column));
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
    if (!table.unique.empty()) add(".key_names", key_names(table));
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

/// The function that writes a row.
ViewObject write_view(const CppTable& table) {
  ViewList members = written_members(table);
  const bool reads_row = *members.front().text() != "out.add_default()";
  ViewList lines;
  for (const View& member : members) lines.emplace_back("  " + *member.text() + ";");
  return ViewObject{{"signature", std::string("void write(schemac::Insertion& out, const Insert&") +
                                      (reads_row ? " row) {" : ") {")},
                    {"rules", std::move(lines)}};
}

/// What only this unit calls: the function that writes a row, and those of the validators.
ViewList helpers(const CppTable& table, const CppValidators& validators) {
  ViewList views;
  if (!table.notes->read_only) views.emplace_back(write_view(table));
  for (const View& check : validators.functions) views.push_back(check);
  return views;
}

/// The function that explains why the server did not take a row.
ViewObject violation_view(bool has_constraints) {
  const std::string constraints = has_constraints ? "kConstraints" : "{}";
  ViewList body;
  body.emplace_back("return schemac::find_violation(" + constraints + ", error);");
  return ViewObject{
      {"definition",
       "std::optional<schemac::Violation> violation_of(const schemac::ConstraintError& error) {"},
      {"body", std::move(body)}};
}

ViewList functions(const CppTable& table, const CppValidators& validators, bool has_constraints) {
  ViewList views;
  if (!table.notes->read_only) views.push_back(validators.of_insert);
  if (table.has_patch()) views.push_back(validators.of_patch);
  for (const CppFunction& function : cpp_functions(table)) {
    views.emplace_back(
        ViewObject{{"definition", cpp_signature(function, " {")}, {"body", render::texts(function.body)}});
  }
  if (!table.notes->read_only) views.emplace_back(violation_view(has_constraints));
  return views;
}

View table_view(const CppTable& table, const TargetInput& input) {
  const std::string space = input.model.project().cpp_namespace + "::" + table.space;
  const bool quiet = table.has_deprecated() || input.cpp.deprecated_values;
  const CppValidators validators = cpp_validators(table, input);
  ViewList constraint_lines = constraints(table, input.model);
  return ViewObject{
      {"begin", (quiet ? std::string(kQuietBegin) + "\n" : "") + "namespace " + space + " {"},
      {"end", "}  // namespace " + space + (quiet ? "\n" + std::string(kQuietEnd) : "")},
      {"sql", table_sql(table)},
      {"key", key_view(table)},
      {"row", row_members(table)},
      {"helpers", helpers(table, validators)},
      {"functions", functions(table, validators, !constraint_lines.empty())},
      {"constraints", std::move(constraint_lines)},
  };
}

bool has_shapes(const std::vector<const CppTable*>& tables) {
  return std::any_of(tables.begin(), tables.end(), [](const CppTable* table) {
    return std::any_of(table->columns.begin(), table->columns.end(),
                       [](const CppColumn& column) { return !column.notes->type.json_shape.empty(); });
  });
}

class CppDomainTarget final : public Target {
 public:
  std::string_view name() const override { return "cpp_domain"; }

  std::vector<support::OutputFile> render(const TargetInput& input) const override {
    std::map<std::string, std::vector<const CppTable*>> domains;
    for (const CppTable& table : input.cpp.tables) domains[table.notes->domain].push_back(&table);
    std::vector<support::OutputFile> files;
    for (const auto& [domain, tables] : domains) {
      files.push_back({"cpp/src/" + domain + ".cpp", render_domain(domain, tables, input)});
    }
    return files;
  }

 private:
  static std::string render_domain(const std::string& domain, const std::vector<const CppTable*>& tables,
                                   const TargetInput& input) {
    std::vector<std::string> headers = {"schemac/codec/codecs.hpp", "schemac/query/operand.hpp",
                                        "schemac/query/repository.hpp", "schemac/query/rules.hpp"};
    if (has_shapes(tables)) headers.emplace_back("schemac/codec/shapes.hpp");
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
