// cpp/include/<namespace>/<table>.hpp: the structs of a table and the functions on it, as a user of the
// generated code reads them.
#include <set>

#include "targets/cpp_checks.hpp"
#include "targets/cpp_functions.hpp"
#include "targets/cpp_layout.hpp"
#include "targets/cpp_names.hpp"
#include "targets/targets.hpp"

namespace schemac::compiler::targets {
namespace {

using render::View;
using render::ViewList;
using render::ViewObject;

ViewList lines(std::string_view text, std::size_t indent = 0) {
  return render::texts(comment_lines(text, indent));
}

/// What warns of whatever names what it stands before; empty where there is nothing to warn of.
std::string deprecation(const std::string& advice) {
  return advice.empty() ? std::string() : "[[deprecated(" + cpp_literal(advice) + ")]]";
}

/// A struct of the table; members are lines, documentation included.
struct StructView {
  std::string name;
  std::string doc;
  std::vector<std::string> members;

  void add(const std::string& doc_of_member, const std::string& declaration) {
    for (const std::string& line : comment_lines(doc_of_member, 2)) members.push_back("  " + line);
    members.push_back("  " + declaration + ";");
  }
  /// Of that type, and with an initializer if it is to have one.
  void add(const std::string& doc_of_member, const CppColumn& column, const std::string& type,
           bool initialized) {
    const std::string& deprecated = column.notes->deprecated;
    std::string declaration = type + " " + column.member;
    if (!deprecated.empty()) declaration = deprecation(deprecated) + " " + declaration;
    if (!initialized || deprecated.empty())
      return add(doc_of_member, declaration + (initialized ? "{}" : ""));
    const std::string value = "schemac::left_out<" + type + ">()";
    const bool fits = declaration.size() + value.size() + 6 <= kLineWidth;
    add(doc_of_member, declaration + (fits ? " = " : " =\n      ") + value);
  }
  [[nodiscard]] View view(const CppTable& table, bool comparable) const {
    const bool empty = members.empty() && !comparable;
    const std::string warning = deprecation(table.notes->deprecated);
    ViewList body = render::texts(members);
    if (comparable) {
      body.emplace_back("");
      body.emplace_back("  bool operator==(const " + name + "&) const = default;");
    }
    return ViewObject{
        {"doc", lines(doc)},
        {"opening", "struct " + warning + (warning.empty() ? "" : " ") + name + (empty ? " {};" : " {")},
        {"members", std::move(body)},
        {"closing", empty ? ViewList{} : render::texts({"};"})}};
  }
};

/// What a writer must know: the rules, and what comes where nothing is given.
std::string conditions(const CppColumn& column, bool with_default) {
  std::string doc = rules_sentence(column);
  if (with_default && !column.state->default_sql.empty()) {
    doc += (doc.empty() ? "" : " ") + ("Default: " + column.state->default_sql) + ".";
  }
  return doc;
}

View key_struct(const CppTable& table) {
  if (table.key.size() == 1) {
    return ViewObject{{"doc", lines("What identifies a row.")},
                      {"opening", "using Key = " + table.key_type + ";"},
                      {"members", ViewList{}},
                      {"closing", ViewList{}}};
  }
  StructView key{"Key", "What identifies a row.", {}};
  for (const CppColumn* column : table.key)
    key.add({}, column->type + " " + column->member + (is_scalar(column->notes->type) ? "{}" : ""));
  return key.view(table, true);
}

View row_struct(const CppTable& table) {
  StructView row{"Row", table.is_view() ? "A row as the view shows it." : "A row as it is stored.", {}};
  std::string absent;
  for (const CppColumn& column : table.columns) {
    if (!column.in_row) {
      absent += (absent.empty() ? "" : ", ") + column.name;
      continue;
    }
    const bool scalar = is_scalar(column.notes->type) && !column.state->nullable && !column.is_id;
    row.add(column.notes->doc, column, column.stored_type(), scalar || !column.notes->deprecated.empty());
  }
  if (!absent.empty()) row.doc += " Not fetched: " + absent + ", which serves searching only.";
  return row.view(table, true);
}

View insert_struct(const CppTable& table) {
  StructView insert{
      "Insert",
      "A row to be inserted. Members left out take the column's default, or NULL where it has none.",
      {}};
  for (const CppColumn& column : table.columns) {
    if (!column.in_insert) continue;
    std::string type = "schemac::Required<" + column.type + ">";
    if (column.has_default()) {
      type = "schemac::Defaulted<" + column.stored_type() + ">";
    } else if (column.state->nullable) {
      type = column.stored_type();
    }
    insert.add(conditions(column, true), column, type, column.has_default() || column.state->nullable);
  }
  return insert.view(table, false);
}

View patch_struct(const CppTable& table) {
  StructView patch{"Patch", "What an update sets; members left out stay as they are.", {}};
  for (const CppColumn& column : table.columns) {
    if (column.in_patch)
      patch.add(conditions(column, false), column, "schemac::Set<" + column.stored_type() + ">", true);
  }
  return patch.view(table, false);
}

View unique_enum(const CppTable& table) {
  ViewList keys;
  for (const CppUnique& unique : table.unique) {
    if (!unique.where.empty()) {
      for (const std::string& line : comment_lines("Among the rows WHERE " + unique.where + ".", 2))
        keys.emplace_back("  " + line);
    }
    keys.emplace_back("  " + unique.name + ",");
  }
  return ViewObject{
      {"doc", lines("The keys that no two rows share, by which upsert() finds the one that is there.")},
      {"opening", "enum class Unique {"},
      {"members", std::move(keys)},
      {"closing", render::texts({"};"})}};
}

ViewList structs(const CppTable& table) {
  ViewList views;
  if (!table.key.empty()) views.push_back(key_struct(table));
  views.push_back(row_struct(table));
  if (!table.notes->read_only) views.push_back(insert_struct(table));
  if (table.has_patch()) views.push_back(patch_struct(table));
  if (!table.unique.empty()) views.push_back(unique_enum(table));
  return views;
}

ViewList column_infos(const CppTable& table) {
  ViewList infos;
  for (const CppColumn& column : table.columns) {
    std::vector<std::string> members = {".name = " + cpp_literal(column.name),
                                        ".type = " + cpp_literal(column.notes->type.sql)};
    if (column.state->nullable) members.emplace_back(".nullable = true");
    if (column.has_default()) members.emplace_back(".has_default = true");
    if (column.notes->pii) members.emplace_back(".personal = true");
    infos.emplace_back(braced_entry(members, 4));
  }
  return infos;
}

View function_view(std::string_view doc, std::string declaration) {
  return ViewObject{{"doc", lines(doc)}, {"declaration", std::move(declaration)}};
}

/// The checks that validators leave to the server, for their documentation.
std::string server_checks(const CppTable& table) {
  std::string names;
  for (const CppRowCheck& check : table.checks) {
    if (check.only_server()) names += (names.empty() ? "" : ", ") + check.name;
  }
  return names.empty() ? names : " The server alone checks " + names + ".";
}

ViewList functions(const CppTable& table) {
  ViewList views;
  if (!table.notes->read_only) {
    views.push_back(
        function_view("The rules that a new row breaks, as far as they can be told without the database." +
                          server_checks(table),
                      "schemac::ValidationResult validate(const Insert& row);"));
  }
  if (table.has_patch()) {
    views.push_back(function_view("The same for what a patch sets.",
                                  "schemac::ValidationResult validate(const Patch& patch);"));
  }
  for (const CppFunction& function : cpp_functions(table)) {
    const std::string warning = deprecation(table.notes->deprecated);
    views.push_back(
        function_view(function.doc, warning + (warning.empty() ? "" : "\n") + cpp_signature(function, ";")));
  }
  if (!table.notes->read_only) {
    views.push_back(function_view(
        "The broken constraint in the words of the definitions, for people; nothing for one of another "
        "table.",
        "std::optional<schemac::Violation> violation_of(const schemac::ConstraintError& error);"));
  }
  return views;
}

View header_view(const CppTable& table, const std::string& project) {
  std::set<std::string> standard = {"<cstdint>", "<optional>", "<span>", "<vector>"};
  std::set<std::string> headers = {"schemac/query/table.hpp"};
  for (const CppColumn& column : table.columns) {
    if (!column.in_row && !column.in_insert) continue;
    if (column.is_id) {
      headers.insert(project + "/ids.hpp");
    } else if (column.notes->type.shape == model::Shape::enumeration) {
      headers.insert(project + "/enums.hpp");
    } else if (!column.notes->type.json_shape.empty()) {
      headers.insert(project + "/json_shapes.hpp");
    } else {
      add_headers(column.notes->type.shape, standard, headers);
    }
  }
  const bool quiet = table.has_deprecated();
  const bool to_the_end = !table.notes->deprecated.empty();  // its functions name its structs
  return ViewObject{
      {"relation", (table.is_view() ? "view `" : "table `") + table.object->id.qualified_name() + "`"},
      {"domain", table.notes->domain},
      {"begin",
       "namespace " + project + "::" + table.space + " {" +
           (quiet ? "\n\n" + std::string(kQuietBegin) + "  // of the structs' own constructors" : "")},
      {"end", "}  // namespace " + project + "::" + table.space +
                  (to_the_end ? "\n\n" + std::string(kQuietEnd) : "")},
      {"standard", ViewList(standard.begin(), standard.end())},
      {"headers", ViewList(headers.begin(), headers.end())},
      {"doc", lines(table.notes->doc)},
      {"structs", structs(table)},
      {"end_of_structs", quiet && !to_the_end ? "\n" + std::string(kQuietEnd) + "\n" : ""},
      {"columns", column_infos(table)},
      {"functions", functions(table)},
  };
}

class CppTableTarget final : public Target {
 public:
  std::string_view name() const override { return "cpp_table"; }

  std::vector<support::OutputFile> render(const TargetInput& input) const override {
    const std::string& project = input.model.project().cpp_namespace;
    std::vector<support::OutputFile> files;
    for (const CppTable& table : input.cpp.tables) {
      files.push_back({"cpp/include/" + project + "/" + table.object->id.name + ".hpp",
                       input.templates.render("cpp_table/table.hpp.mustache", header_view(table, project))});
    }
    return files;
  }
};

}  // namespace

const Target& cpp_table() {
  static const CppTableTarget target;
  return target;
}

}  // namespace schemac::compiler::targets
