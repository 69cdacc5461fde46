// The statements behind generated repositories.
#include "schemac/query/repository.hpp"

#include <algorithm>
#include <utility>

#include "query/cursor.hpp"
#include "schemac/codec/scalars.hpp"

namespace schemac {
namespace {

/// PostgreSQL's protocol counts parameters in 16 bits.
constexpr std::size_t kMaxParameters = 65535;

std::string concat(std::initializer_list<std::string_view> parts) {
  std::string text;
  std::size_t size = 0;
  for (const std::string_view part : parts) size += part.size();
  text.reserve(size);
  for (const std::string_view part : parts) text += part;
  return text;
}

/// The names in "id, title".
std::vector<std::string_view> names_of(std::string_view list) {
  constexpr std::string_view kSeparator = ", ";
  std::vector<std::string_view> names;
  while (!list.empty()) {
    const std::size_t end = std::min(list.find(kSeparator), list.size());
    names.push_back(list.substr(0, end));
    list.remove_prefix(std::min(end + kSeparator.size(), list.size()));
  }
  return names;
}

/// " AND deleted_at IS NULL", or nothing for a table without soft delete.
std::string only_visible(const TableSql& sql, std::string_view joint) {
  if (sql.deleted_at.empty()) return {};
  return concat({joint, sql.deleted_at, " IS NULL"});
}

/// What every change of a row brings with it: ", updated_at = now(), version = version + 1".
std::string traces(const TableSql& sql) {
  std::string text;
  if (!sql.updated_at.empty()) text += concat({", ", sql.updated_at, " = now()"});
  if (!sql.version.empty()) text += concat({", ", sql.version, " = ", sql.version, " + 1"});
  return text;
}

}  // namespace

TableStatements::TableStatements(const TableSql& sql) : sql_(sql) {
  const std::string select = concat({"SELECT ", sql.columns, " FROM ", sql.name});
  count_ = compose(concat({"SELECT count(*) FROM ", sql.name}), {});
  if (sql.key.empty()) return;
  find_ = compose(select, sql.key);
  find_many_ = compose(select, sql.any_key);
  exists_ = compose(concat({"SELECT 1 FROM ", sql.name}), sql.key);
  if (sql.deleted_at.empty()) {
    erase_ = concat({"DELETE FROM ", sql.name, " WHERE ", sql.key});
  } else {
    erase_ = mark("now()", " IS NULL");
    restore_ = mark("NULL", " IS NOT NULL");
  }
}

TableStatements::Texts TableStatements::compose(const std::string& select, std::string_view condition) const {
  const std::string all = condition.empty() ? select : concat({select, " WHERE ", condition});
  return {all + only_visible(sql_, condition.empty() ? " WHERE " : " AND "), all};
}

std::string TableStatements::mark(std::string_view value, std::string_view condition) const {
  return concat({"UPDATE ", sql_.name, " SET ", sql_.deleted_at, " = ", value, traces(sql_), " WHERE ",
                 sql_.key, " AND ", sql_.deleted_at, condition});
}

std::int64_t fetch_count(Executor& db, std::string_view sql) {
  const Result result = db.execute(sql);
  return RowReader(result, 0).next<std::int64_t>();
}

bool fetch_exists(Executor& db, std::string_view sql, const Parameters& parameters) {
  return !db.execute(sql, parameters).empty();
}

bool change(Executor& db, std::string_view sql, const Parameters& parameters) {
  return db.execute(sql, parameters).affected() > 0;
}

// -- Insertion

Insertion::Insertion(const TableSql& table, const UniqueSql* unique) : table_(table), unique_(unique) {}
Insertion::~Insertion() = default;

void Insertion::separate() {
  sql_ += column_ > 0 ? ", " : (rows_ > 0 ? ", (" : "(");
  ++column_;
}

void Insertion::place(std::string_view cast) {
  if (unique_ != nullptr) given_.push_back(column_);
  separate();
  sql_ += '$';
  sql_ += std::to_string(parameters_.size());
  sql_ += cast;
}

void Insertion::add_default() {
  separate();
  sql_ += "DEFAULT";
}

void Insertion::add_null(std::string_view cast) {
  parameters_.add_null();
  place(cast);
}

void Insertion::add_nothing(std::string_view cast) {
  add_null(cast);
  if (unique_ != nullptr) given_.pop_back();
}

void Insertion::end_row() {
  sql_ += ')';
  columns_ = column_;
  column_ = 0;
  ++rows_;
}

/// What a row that is there takes of the new one; its key, and what tells of its changes, is not given by
/// anybody.
std::string Insertion::on_conflict() const {
  const std::vector<std::string_view> columns = names_of(table_.inserted);
  std::vector<std::string_view> kept = names_of(table_.key_names);
  kept.insert(kept.end(), {table_.version, table_.updated_at, table_.deleted_at});
  std::string set;
  for (const std::size_t place : given_) {
    const std::string_view column = columns[place];
    if (std::find(kept.begin(), kept.end(), column) == kept.end())
      set += concat({", ", column, " = excluded.", column});
  }
  if (!table_.updated_at.empty()) set += concat({", ", table_.updated_at, " = now()"});
  if (!table_.version.empty()) set += concat({", ", table_.version, " = present.", table_.version, " + 1"});
  if (set.empty()) {  // RETURNING gives rows that are written only
    const std::string_view column = names_of(unique_->columns).front();
    set = concat({", ", column, " = excluded.", column});
  }
  return concat({" ON CONFLICT (", unique_->columns, ")", unique_->where.empty() ? "" : " WHERE ",
                 unique_->where, " DO UPDATE SET ", std::string_view(set).substr(2)});
}

bool Insertion::full() const {
  return rows_ == kMaxRows || parameters_.size() + columns_ > kMaxParameters;
}

void Insertion::run(Executor& db, std::vector<Result>& results) {
  if (rows_ == 0) return;
  const std::string sql =
      concat({"INSERT INTO ", table_.name, unique_ == nullptr ? "" : " AS present", " (", table_.inserted,
              ") VALUES ", sql_, unique_ == nullptr ? "" : on_conflict(), " RETURNING ", table_.columns});
  Result result = db.execute(sql, parameters_);
  if (!result.empty()) results.push_back(std::move(result));
  sql_.clear();
  parameters_ = Parameters{};
  rows_ = 0;
}

int count_rows(std::span<const Result> results) {
  int count = 0;
  for (const Result& result : results) count += result.rows();
  return count;
}

RowReader first_row(std::span<const Result> results, const TableSql& table) {
  if (results.empty()) {
    throw QueryError("the row was not inserted: a trigger of " + std::string(table.name) + " kept it out");
  }
  return RowReader(results.front(), 0);
}

// -- Update

Update::Update(const TableStatements& table, Parameters key)
    : table_(table), key_(std::move(key)), parameters_(key_), next_(table.sql().key_columns) {}

Update::~Update() = default;

void Update::assign(std::string_view column, std::string_view cast) {
  if (!assignments_.empty()) assignments_ += ", ";
  assignments_ += concat({column, " = $", std::to_string(++next_), cast});
}

std::string Update::statement() const {
  const TableSql& sql = table_.sql();
  return concat({"UPDATE ", sql.name, " SET ", assignments_, traces(sql), " WHERE ", sql.key,
                 only_visible(sql, " AND ")});
}

bool Update::run(Executor& db) {
  if (assignments_.empty()) return fetch_exists(db, table_.exists(), key_);
  return change(db, statement(), parameters_);
}

Updated Update::run(Executor& db, std::int64_t version) {
  const TableSql& sql = table_.sql();
  if (!assignments_.empty()) {
    parameters_.add(version);
    const std::string text = concat({statement(), " AND ", sql.version, " = $", std::to_string(++next_)});
    if (change(db, text, parameters_)) return Updated::updated;
  }
  // Nothing was written: is it another version, or no row at all?
  const std::string current = concat(
      {"SELECT ", sql.version, "::bigint FROM ", sql.name, " WHERE ", sql.key, only_visible(sql, " AND ")});
  const Result result = db.execute(current, key_);
  if (result.empty()) return Updated::missing;
  const bool same = RowReader(result, 0).next<std::int64_t>() == version;
  return same && assignments_.empty() ? Updated::updated : Updated::stale;
}

std::optional<Violation> find_violation(std::span<const ConstraintInfo> constraints,
                                        const ConstraintError& error) {
  for (const ConstraintInfo& info : constraints) {
    if (info.constraint == error.constraint()) {
      return Violation{std::string(info.path), std::string(info.rule), std::string(info.message)};
    }
  }
  if (error.column().empty()) return std::nullopt;
  return Violation{error.column(), "not_null", "must be given"};
}

// -- Pages

PageStatements::PageStatements(const TableSql& table, const PageSql& page) : page_(page) {
  const std::string select = concat({"SELECT ", table.columns, " FROM ", table.name});
  const std::string limit = std::to_string(page.keys.size() + 1);
  for (const bool first : {true, false}) {
    for (const bool hide : {true, false}) {
      std::string condition = first ? std::string() : concat({" WHERE (", page.after, ")"});
      if (hide) condition += only_visible(table, first ? " WHERE " : " AND ");
      texts_[first ? 0 : 1][hide ? 0 : 1] =
          concat({select, condition, " ORDER BY ", page.order, " LIMIT $", first ? "1" : limit});
    }
  }
}

PageResult run_page(Executor& db, const PageStatements& statements, const PageRequest& request,
                    Deleted deleted) {
  const PageSql& page = statements.page();
  if (request.limit < 1 || request.limit > kMaxPageLimit) {
    throw UsageError("the limit of a page is 1 to " + std::to_string(kMaxPageLimit) + ", not " +
                     std::to_string(request.limit));
  }
  Parameters parameters;
  if (request.after) {
    const auto values = read_cursor(page.name, *request.after);
    if (!values || values->size() != page.keys.size()) {
      throw UsageError("this is no cursor of " + std::string(page.name) +
                       ": pass on the `next` of its page before, unchanged");
    }
    for (const auto& value : *values) {
      if (value) {
        parameters.add(std::string_view(*value));
      } else {
        parameters.add_null();
      }
    }
  }
  parameters.add(std::int64_t{request.limit} + 1);
  PageResult fetched{db.execute(statements.text(!request.after, deleted), parameters), 0, std::nullopt};
  fetched.count = fetched.result.rows();
  if (fetched.count > request.limit) {
    fetched.count = request.limit;
    std::vector<FieldView> values;
    for (const int key : page.keys) values.push_back(fetched.result.field(fetched.count - 1, key));
    fetched.next = make_cursor(page.name, values);
  }
  return fetched;
}

}  // namespace schemac
