// What generated .cpp files are written with: statements made of a table's SQL, inserts of many rows, updates
// by patch, keyset pages. Programs need none of it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "schemac/executor.hpp"
#include "schemac/query/table.hpp"

namespace schemac {

/// The SQL of one table, in pieces that the compiler has written: names are quoted where they need it.
struct TableSql {
  std::string_view name = {};        ///< "public.bills"
  std::string_view columns = {};     ///< what a Row is read from: "id, title, area::text"
  std::string_view inserted = {};    ///< what an Insert gives: "id, title, area"
  std::string_view key = {};         ///< "id = $1"; empty without a primary key, as is the next
  std::string_view any_key = {};     ///< "id = any($1)"
  int key_columns = 0;               ///< how many parameters those two take
  std::string_view key_names = {};   ///< "id": what no upsert changes
  std::string_view version = {};     ///< the column of optimistic locking; empty: none
  std::string_view updated_at = {};  ///< the column that updates set to now(); empty: none
  std::string_view deleted_at = {};  ///< the column that marks a row as deleted; empty: none
};

/// The statements of a table whose text does not depend on any value: composed once, so that executing one
/// costs no more than it does by hand.
class TableStatements {
 public:
  explicit TableStatements(const TableSql& sql);

  [[nodiscard]] const TableSql& sql() const { return sql_; }
  [[nodiscard]] const std::string& find(Deleted deleted = Deleted::hide) const {
    return pick(find_, deleted);
  }
  [[nodiscard]] const std::string& find_many(Deleted deleted = Deleted::hide) const {
    return pick(find_many_, deleted);
  }
  [[nodiscard]] const std::string& count(Deleted deleted = Deleted::hide) const {
    return pick(count_, deleted);
  }
  [[nodiscard]] const std::string& exists(Deleted deleted = Deleted::hide) const {
    return pick(exists_, deleted);
  }
  /// Marks the row where the table has a column for that, else removes it.
  [[nodiscard]] const std::string& erase() const { return erase_; }
  [[nodiscard]] const std::string& restore() const { return restore_; }

 private:
  struct Texts {
    std::string hide;
    std::string include;
  };
  static const std::string& pick(const Texts& texts, Deleted deleted) {
    return deleted == Deleted::hide ? texts.hide : texts.include;
  }
  [[nodiscard]] Texts compose(const std::string& select, std::string_view condition) const;
  [[nodiscard]] std::string mark(std::string_view value, std::string_view condition) const;

  TableSql sql_;
  Texts find_, find_many_, count_, exists_;
  std::string erase_, restore_;
};

// -- Reading rows

template <class Row>
using ReadRow = Row (*)(RowReader&);

/// Reads the next column into a member. Not inlined: there is one for each type, and a call for each column
/// of each table.
template <class T>
[[gnu::noinline]] void read_column(RowReader& in, T& member) {
  member = in.next<T>();
}

/// A row that is still to be read: whoever constructs a Row from it constructs it in place. Rows are large
/// and of many kinds, and code that moves them is dear to compile.
template <class Row>
struct UnreadRow {
  const Result* result;
  int index;
  ReadRow<Row> read;

  operator Row() const {  // NOLINT(google-explicit-constructor)
    RowReader reader(*result, index);
    return read(reader);
  }
};

/// Goes through the rows of several results as if they were one.
template <class Row>
class RowIterator {
 public:
  using iterator_category = std::forward_iterator_tag;
  using value_type = UnreadRow<Row>;
  using difference_type = std::ptrdiff_t;
  using pointer = void;
  using reference = UnreadRow<Row>;

  /// @param count how many rows are still to come; the end has none
  RowIterator(const Result* result, int count, ReadRow<Row> read)
      : result_(result), count_(count), read_(read) {}

  UnreadRow<Row> operator*() const { return {result_, row_, read_}; }
  RowIterator& operator++() {
    --count_;
    if (++row_ == result_->rows()) {
      ++result_;
      row_ = 0;
    }
    return *this;
  }
  bool operator==(const RowIterator& other) const { return count_ == other.count_; }

 private:
  const Result* result_;
  int row_ = 0;
  int count_;
  ReadRow<Row> read_;
};

/// The first `count` rows of the results, none of which is empty where `count` is not 0. The only place where
/// a vector of rows is made.
template <class Row>
[[gnu::noinline]] std::vector<Row> read_rows(std::span<const Result> results, int count, ReadRow<Row> read) {
  return std::vector<Row>(RowIterator<Row>(results.data(), count, read), RowIterator<Row>(nullptr, 0, read));
}

template <class Row>
std::vector<Row> fetch_all(Executor& db, std::string_view sql, const Parameters& parameters,
                           ReadRow<Row> read) {
  const Result result = db.execute(sql, parameters);
  return read_rows(std::span(&result, 1), result.rows(), read);
}

/// The first row, if there is one.
template <class Row>
std::optional<Row> fetch_optional(Executor& db, std::string_view sql, const Parameters& parameters,
                                  ReadRow<Row> read) {
  const Result result = db.execute(sql, parameters);
  if (result.rows() == 0) return std::nullopt;
  return std::optional<Row>(std::in_place, UnreadRow<Row>{&result, 0, read});
}

/// The one number that the statement selects.
std::int64_t fetch_count(Executor& db, std::string_view sql);
/// Whether the statement selects a row.
bool fetch_exists(Executor& db, std::string_view sql, const Parameters& parameters);
/// Executes a statement that changes rows: whether it has changed any.
bool change(Executor& db, std::string_view sql, const Parameters& parameters);

/// The values of ids, or of one column of composite keys: what an array parameter is made of.
template <class Tag, class T>
std::vector<T> values_of(std::span<const Id<Tag, T>> ids) {
  std::vector<T> values(ids.size());
  for (std::size_t i = 0; i < ids.size(); ++i) values[i] = ids[i].value();
  return values;
}
template <class T>
std::vector<T> values_of(std::span<const T> keys) {
  return {keys.begin(), keys.end()};
}
template <class Key, class Tag, class T>
std::vector<T> values_of(std::span<const Key> keys, Id<Tag, T> Key::*column) {
  std::vector<T> values(keys.size());
  for (std::size_t i = 0; i < keys.size(); ++i) values[i] = (keys[i].*column).value();
  return values;
}
template <class Key, class T>
std::vector<T> values_of(std::span<const Key> keys, T Key::*column) {
  std::vector<T> values(keys.size());
  for (std::size_t i = 0; i < keys.size(); ++i) values[i] = keys[i].*column;
  return values;
}

// -- Inserting

/// A unique key by which an upsert finds the row that is there.
struct UniqueSql {
  std::string_view columns;     ///< "bill_number"
  std::string_view where = {};  ///< "deleted_at IS NULL", of a key among some rows only
};

/// Builds one INSERT of several rows, each a call for every inserted column in order and one of end_row().
/// `cast` follows the placeholder: "::text::geometry(Point,4326)", for types that travel as text.
class Insertion {
 public:
  /// More rows in a statement are no faster; PostgreSQL's own bound is 65,535 parameters.
  static constexpr int kMaxRows = 500;

  /// @param unique of an upsert: a row that is there by that key takes the given values instead
  explicit Insertion(const TableSql& table, const UniqueSql* unique = nullptr);
  ~Insertion();
  Insertion(const Insertion&) = delete;
  Insertion& operator=(const Insertion&) = delete;

  template <class T>
  void add(const Required<T>& value, std::string_view cast = {}) {
    add_value(value.value(), cast);
  }
  template <class T>
  void add(const std::optional<T>& value, std::string_view cast = {}) {
    if (value.has_value()) {
      add_value(*value, cast);
    } else {
      add_nothing(cast);
    }
  }
  template <class T>
  [[gnu::noinline]] void add(const Set<T>& value, std::string_view cast = {}) {
    if (!value.given()) {
      add_default();
    } else if (value.is_null()) {
      add_null(cast);
    } else {
      add_value(*value.get(), cast);
    }
  }
  /// The column's default: for a column that an Insert does not have.
  void add_default();
  void end_row();

  /// No further row fits.
  [[nodiscard]] bool full() const;
  /// Sends the rows, if there are any, and starts anew. Adds the result, which holds them as they are now
  /// stored, in the order of the calls; none where triggers have kept all of them out.
  void run(Executor& db, std::vector<Result>& results);

 private:
  template <class T>
  [[gnu::noinline]] void add_value(const T& value, std::string_view cast) {
    parameters_.add(value);
    place(cast);
  }
  void add_null(std::string_view cast);
  void add_nothing(std::string_view cast);  ///< NULL in a new row, and no change of one that is there
  void place(std::string_view cast);
  void separate();
  [[nodiscard]] std::string on_conflict() const;

  const TableSql& table_;
  const UniqueSql* unique_;
  std::vector<std::size_t> given_;  ///< of an upsert: places of the columns that the row gives
  std::string sql_;
  Parameters parameters_;
  std::size_t column_ = 0;
  std::size_t columns_ = 0;
  int rows_ = 0;
};

int count_rows(std::span<const Result> results);
/// The only row. @throws QueryError where there is none: a trigger of the table has kept it out.
RowReader first_row(std::span<const Result> results, const TableSql& table);

template <class Insert>
using WriteRow = void (*)(Insertion&, const Insert&);

/// Inserts rows in as few statements as their number allows, and returns them in their order.
template <class Row, class Insert>
std::vector<Row> insert_rows(Executor& db, const TableSql& table, std::span<const Insert> rows,
                             WriteRow<Insert> write, ReadRow<Row> read) {
  Insertion insertion(table);
  std::vector<Result> results;
  for (const Insert& row : rows) {
    write(insertion, row);
    insertion.end_row();
    if (insertion.full()) insertion.run(db, results);
  }
  insertion.run(db, results);
  return read_rows<Row>(results, count_rows(results), read);
}

/// Inserts one row, or, with a unique key, gives its values to the one that has that key already.
/// @throws QueryError where a trigger of the table has kept it out.
template <class Row, class Insert>
Row insert_row(Executor& db, const TableSql& table, const Insert& row, WriteRow<Insert> write,
               ReadRow<Row> read, const UniqueSql* unique = nullptr) {
  Insertion insertion(table, unique);
  std::vector<Result> results;
  write(insertion, row);
  insertion.end_row();
  insertion.run(db, results);
  RowReader reader = first_row(results, table);
  return read(reader);
}

// -- Updating

/// Builds the UPDATE of one row by what a patch sets. An empty patch writes nothing at all.
class Update {
 public:
  /// @param key the values of the key columns, in order
  Update(const TableStatements& table, Parameters key);
  ~Update();
  Update(const Update&) = delete;
  Update& operator=(const Update&) = delete;

  template <class T>
  [[gnu::noinline]] void set(std::string_view column, const Set<T>& value, std::string_view cast = {}) {
    if (!value.given()) return;
    if (value.is_null()) {
      parameters_.add_null();
    } else {
      parameters_.add(*value.get());
    }
    assign(column, cast);
  }

  /// False where there is no such row (deleted ones count as such).
  bool run(Executor& db);
  /// Updates the row only while it is in that version, and increments it.
  Updated run(Executor& db, std::int64_t version);

 private:
  void assign(std::string_view column, std::string_view cast);
  [[nodiscard]] std::string statement() const;

  const TableStatements& table_;
  Parameters key_;
  Parameters parameters_;
  std::string assignments_;
  int next_ = 0;
};

// -- Constraints

/// A constraint as its definition words it.
struct ConstraintInfo {
  std::string_view constraint;  ///< its name in the database
  std::string_view path;        ///< Violation::path
  std::string_view rule;
  std::string_view message;
};

/// The violation that the error stands for; none where the constraint is not among those.
std::optional<Violation> find_violation(std::span<const ConstraintInfo> constraints,
                                        const ConstraintError& error);

// -- Keyset pages

/// A keyset order in SQL. In `after`, $1, $2, … are the values of the order's columns in the row before.
struct PageSql {
  std::string_view name;      ///< "bills.page_by_introduced": what cursors are tied to
  std::string_view order;     ///< "introduced_on DESC, id DESC"
  std::string_view after;     ///< "(introduced_on, id) < ($1, $2)"
  std::span<const int> keys;  ///< where a Row's columns hold the order's columns
};

/// The four statements of a page, composed once.
class PageStatements {
 public:
  PageStatements(const TableSql& table, const PageSql& page);

  [[nodiscard]] const PageSql& page() const { return page_; }
  [[nodiscard]] const std::string& text(bool first, Deleted deleted) const {
    return texts_[first ? 0 : 1][deleted == Deleted::hide ? 0 : 1];
  }

 private:
  PageSql page_;
  std::string texts_[2][2];
};

/// The rows of a page as the server sent them: one more than `count` where there is a next page.
struct PageResult {
  Result result;
  int count = 0;
  std::optional<std::string> next;
};

PageResult run_page(Executor& db, const PageStatements& statements, const PageRequest& request,
                    Deleted deleted);

template <class Row>
Page<Row> fetch_page(Executor& db, const PageStatements& statements, const PageRequest& request,
                     ReadRow<Row> read, Deleted deleted = Deleted::hide) {
  PageResult fetched = run_page(db, statements, request, deleted);
  return {read_rows<Row>(std::span(&fetched.result, 1), fetched.count, read), std::move(fetched.next)};
}

}  // namespace schemac
