// One short function for each repository function: its declaration, its documentation and its body.
#include "targets/cpp_functions.hpp"

#include <algorithm>

#include "model/view.hpp"
#include "targets/cpp_layout.hpp"
#include "targets/cpp_names.hpp"
#include "targets/page_sql.hpp"

namespace schemac::compiler::targets {
namespace {

constexpr std::string_view kDb = "schemac::Executor& db";
constexpr std::string_view kKey = "const Key& key";

class FunctionList {
 public:
  explicit FunctionList(const CppTable& table)
      : table_(table), soft_(!table.notes->deleted_at_column.empty()), keyed_(!table.key.empty()) {}

  std::vector<CppFunction> build() {
    if (keyed_) add_finders();
    add_count();
    if (table_.is_view() && !keyed_) add_all();
    if (!table_.notes->read_only) add_writers();
    add_pages();
    if (table_.object->id.kind == model::kMaterializedViewKind) add_refresh();
    return std::move(functions_);
  }

 private:
  CppFunction& add(std::string_view result, std::string_view name, std::vector<std::string_view> parameters) {
    CppFunction& function = functions_.emplace_back();
    function.result = result;
    function.name = name;
    function.parameters.assign(parameters.begin(), parameters.end());
    return function;
  }

  /// How a read asks for the statement that does or does not see deleted rows.
  [[nodiscard]] std::string statement(std::string_view name) const {
    return "statements()." + std::string(name) + (soft_ ? "(deleted)" : "()");
  }

  void add_finders() {
    CppFunction& key_of = add("Key", "key_of", {"const Row& row"});
    key_of.doc = "The key of a row.";
    std::vector<std::string> members;
    for (const CppColumn* column : table_.key) members.push_back("row." + column->member);
    key_of.body = {members.size() == 1 ? "return " + members.front() + ";"
                                       : wrap_list("return {", members, "};")};

    CppFunction& find = add("std::optional<Row>", "find", {kDb, kKey});
    find.doc = "The row of that key, if there is one.";
    find.body = {wrap_list("  return schemac::fetch_optional(",
                           {"db", statement("find"), "parameters(key)", "read"}, ");")
                     .substr(2)};
    find.hides_deleted = soft_;

    CppFunction& many = add("std::vector<Row>", "find_many", {kDb, "std::span<const Key> keys"});
    many.doc =
        "The rows of those keys in one round trip, in no particular order; keys without a row are passed "
        "over.";
    many.body = {"schemac::Parameters values;"};
    if (table_.key.size() == 1) many.body.push_back("values.add(schemac::values_of(keys));");
    for (const CppColumn* column : table_.key) {
      if (table_.key.size() > 1)
        many.body.push_back("values.add(schemac::values_of(keys, &Key::" + column->member + "));");
    }
    many.body.push_back("return schemac::fetch_all(db, " + statement("find_many") + ", values, read);");
    many.hides_deleted = soft_;

    CppFunction& exists = add("bool", "exists", {kDb, kKey});
    exists.doc = "Whether there is a row of that key.";
    exists.body = {"return schemac::fetch_exists(db, " + statement("exists") + ", parameters(key));"};
    exists.hides_deleted = soft_;
  }

  void add_count() {
    CppFunction& count = add("std::int64_t", "count", {kDb});
    count.doc = "How many rows there are.";
    count.body = {"return schemac::fetch_count(db, " + statement("count") + ");"};
    count.hides_deleted = soft_;
  }

  /// Without a key there are no pages.
  void add_all() {
    CppFunction& all = add("std::vector<Row>", "all", {kDb});
    all.doc = "All rows, in no particular order.";
    all.body = {
        "static const std::string kSql = \"SELECT \" + std::string(kTable.columns) + \" FROM \" + "
        "std::string(kTable.name);",
        "return schemac::fetch_all(db, kSql, schemac::Parameters(), read);"};
  }

  void add_writers() {
    add_inserts();
    if (!table_.unique.empty()) add_upsert();
    if (table_.has_patch()) add_update();
    if (keyed_) add_erase();
    if (keyed_ && soft_) add_restore();
    if (keyed_ && !table_.notes->expiry.column.empty()) add_erase_expired();
  }

  void add_inserts() {
    CppFunction& insert = add("Row", "insert", {kDb, "const Insert& row"});
    insert.doc =
        "Inserts a row and returns it as it is now stored, with defaults and generated values.\n"
        "@throws schemac::ConstraintError where it breaks a constraint; violation_of() says which, for "
        "people.";
    insert.body = {"return schemac::insert_row(db, kTable, row, write, read);"};

    CppFunction& many = add("std::vector<Row>", "insert_many", {kDb, "std::span<const Insert> rows"});
    many.doc =
        "Inserts rows, some hundreds with one statement, and returns them in the same order. Run it in a "
        "transaction where a "
        "failure must leave none of them behind.\n"
        "@throws schemac::ConstraintError where one breaks a constraint.";
    many.body = {"return schemac::insert_rows(db, kTable, rows, write, read);"};
  }

  void add_upsert() {
    CppFunction& upsert = add("Row", "upsert", {kDb, "const Insert& row", "Unique by"});
    upsert.doc =
        "Inserts a row or, where one has its values in that key, writes what the row gives into that one: "
        "members left out stay as they are there. Returns it as it is now stored.\n"
        "@throws schemac::ConstraintError where it breaks another constraint.";
    upsert.body = {"static constexpr schemac::UniqueSql kKeys[] = {"};
    for (const CppUnique& unique : table_.unique) {
      std::vector<std::string> members = {cpp_literal(unique.columns)};
      if (!unique.where.empty()) members.push_back(cpp_literal(unique.where));
      upsert.body.push_back(wrap_list("      {", members, "},").substr(2));
    }
    upsert.body.push_back("};");
    upsert.body.push_back(
        "return schemac::insert_row(db, kTable, row, write, read, &kKeys[static_cast<int>(by)]);");
  }

  void add_update() {
    const CppColumn* version = table_.column(table_.notes->version_column);
    CppFunction& update =
        add(version ? "schemac::Updated" : "bool", "update", {kDb, kKey, "const Patch& patch"});
    if (version != nullptr) {
      update.doc = "Writes what the patch sets, if the row is still in that version, and increments `" +
                   version->name + "`; a patch that sets nothing changes nothing.";
      update.parameters.push_back(version->type + " version");
    } else {
      update.doc = "Writes what the patch sets. False where there is no such row.";
    }
    update.doc += "\n@throws schemac::ConstraintError where the row would break a constraint.";
    update.body = {"schemac::Update update(statements(), parameters(key));"};
    for (const CppColumn& column : table_.columns) {
      if (!column.in_patch) continue;
      std::vector<std::string> arguments = {cpp_literal(column.sql), "patch." + column.member};
      if (column.opaque()) arguments.push_back(cpp_literal(column.cast()));
      update.body.push_back(wrap_list("  update.set(", arguments, ");").substr(2));
    }
    update.body.push_back(version != nullptr ? "return update.run(db, version);" : "return update.run(db);");
  }

  void add_erase() {
    CppFunction& erase = add("bool", "erase", {kDb, kKey});
    erase.doc = soft_
                    ? "Marks the row as deleted: from now on it is hidden. False where there is no such row."
                    : "Removes the row. False where there is no such row.";
    erase.doc += "\n@throws schemac::ConstraintError where other rows refer to it and do not let it go.";
    if (soft_) erase.doc.resize(erase.doc.find('\n'));
    erase.body = {"return schemac::change(db, statements().erase(), parameters(key));"};
  }

  void add_restore() {
    CppFunction& restore = add("bool", "restore", {kDb, kKey});
    restore.doc = "Takes the mark of deletion away. False where there is no such row, or it is not deleted.";
    restore.body = {"return schemac::change(db, statements().restore(), parameters(key));"};
  }

  void add_erase_expired() {
    const model::Expiry& expiry = table_.notes->expiry;
    const std::string moment = table_.column(expiry.column)->sql;
    std::string keys;
    for (const CppColumn* column : table_.key) keys += (keys.empty() ? "" : ", ") + column->sql;
    const std::string name = table_.object->id.qualified_name();
    const std::string past = expiry.after.empty() ? "now()" : "now() - interval '" + expiry.after + "'";
    // MATERIALIZED: the rows are chosen once, whatever plan the server makes of the rest.
    const std::string sql = "WITH expired AS MATERIALIZED (SELECT " + keys + " FROM " + name + " WHERE " +
                            moment + " <= " + past + " ORDER BY " + moment +
                            " LIMIT $1 FOR UPDATE SKIP LOCKED) DELETE FROM " + name + " WHERE " +
                            (table_.key.size() == 1 ? keys : "(" + keys + ")") + " IN (SELECT " + keys +
                            " FROM expired)";
    CppFunction& erase = add("std::int64_t", "erase_expired", {kDb, "std::int64_t limit"});
    erase.doc =
        "Removes up to `limit` rows whose `" + expiry.column + "` is " +
        (expiry.after.empty() ? "past" : expiry.after + " past") +
        ", for good, the oldest first; returns how many. Rows that others have locked are left for the next "
        "time. Meant for batches of " +
        std::to_string(expiry.batch) + ".";
    erase.body = {
        "static constexpr std::string_view kSql =", std::string(4, ' ') + cpp_literals(sql, 6, 6) + ";",
        "return db.execute(kSql, schemac::Parameters().add(limit)).affected();"};
  }

  void add_pages() {
    for (const model::Page& page : table_.notes->pages) add_page("page_by_" + page.name, page.keys);
    if (!table_.notes->pages.empty() || !keyed_) return;
    std::vector<model::PageKey> keys;
    for (const CppColumn* column : table_.key) keys.push_back({column->name, false});
    add_page("page", keys);
  }

  void add_page(const std::string& name, const std::vector<model::PageKey>& keys) {
    std::vector<OrderColumn> order;
    std::vector<std::string> places;
    for (const model::PageKey& key : keys) {
      const CppColumn* column = table_.column(key.column);
      if (column == nullptr || !column->in_row) return;
      order.push_back(
          {column->sql, unbounded_sql_type(column->notes->type), column->state->nullable, key.descending});
      places.push_back(std::to_string(place_in_row(*column)));
    }
    CppFunction& page =
        add("schemac::Page<Row>", cpp_name(name), {kDb, "const schemac::PageRequest& request"});
    page.doc = "A page of the rows ordered by " + order_by(order) +
               ".\n@throws schemac::UsageError for a limit out of bounds, or a cursor that is not from here.";
    const std::string label = table_.object->id.name + "." + name;
    page.body = {
        wrap_list("static constexpr int kKeys[] = {", places, "};"),
        "static constexpr schemac::PageSql kPage{",
        "    .name = " + cpp_literal(label) + ",",
        member(".order", order_by(order)),
        member(".after", after_condition(order)),
        "    .keys = kKeys,",
        "};",
        "static const schemac::PageStatements texts(kTable, kPage);",
        std::string("return schemac::fetch_page(db, texts, request, read") + (soft_ ? ", deleted);" : ");"),
    };
    page.hides_deleted = soft_;
  }

  void add_refresh() {
    const bool concurrently = table_.object->notes.as<model::ViewNotes>().refresh_concurrently;
    CppFunction& refresh = add("void", "refresh", {kDb});
    refresh.doc = std::string("Computes all rows anew; ") +
                  (concurrently ? "meanwhile the old ones can be read." : "readers wait until that is done.");
    refresh.body = {
        wrap_list("db.execute(",
                  {cpp_literal(std::string("REFRESH MATERIALIZED VIEW ") +
                               (concurrently ? "CONCURRENTLY " : "") + table_.object->id.qualified_name()),
                   "schemac::Parameters()"},
                  ");")};
  }

  static std::string member(std::string_view name, const std::string& sql) {
    const std::string head = "    " + std::string(name) + " = ";
    if (head.size() + 2 + cpp_literal(sql).size() + 1 <= kLineWidth) return head + cpp_literal(sql) + ",";
    return "    " + std::string(name) + " =\n" + std::string(10, ' ') + cpp_literals(sql, 10, 10) + ",";
  }

  [[nodiscard]] std::ptrdiff_t place_in_row(const CppColumn& column) const {
    return std::count_if(table_.columns.data(), &column, [](const CppColumn& c) { return c.in_row; });
  }

  const CppTable& table_;
  const bool soft_;
  const bool keyed_;
  std::vector<CppFunction> functions_;
};

}  // namespace

std::vector<CppFunction> cpp_functions(const CppTable& table) {
  return FunctionList(table).build();
}

std::string cpp_signature(const CppFunction& function, std::string_view tail) {
  std::vector<std::string> parameters = function.parameters;
  if (function.hides_deleted) {
    parameters.push_back(tail == ";" ? "schemac::Deleted deleted = schemac::Deleted::hide"
                                     : "schemac::Deleted deleted");
  }
  return wrap_list(function.result + " " + function.name + "(", parameters, ")" + std::string(tail));
}

}  // namespace schemac::compiler::targets
