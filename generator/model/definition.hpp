// A schema under construction: what the readers of definition keys (object kinds and features) are handed by
// resolve.
#pragma once

#include <deque>
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/column.hpp"
#include "model/model.hpp"
#include "model/table.hpp"
#include "model/value_form.hpp"
#include "sql/scope.hpp"
#include "support/diagnostic.hpp"
#include "syntax/parse.hpp"

namespace schemac::compiler::model {

/// Where a key may stand.
enum class Scope : std::uint8_t { shared, domain, table };

/// A key that somebody reads, for unknown-key messages and for the editor schema.
struct KeySpec {
  Scope scope = Scope::table;
  std::string_view key;
  std::string_view doc;
  bool adds_up = false;  ///< a table's own and its mixins' are both read; else its own replaces theirs
  const ValueForm* form = nullptr;  ///< of its value; nullptr: anything
};

/// A column as it is known before its table is complete.
struct ColumnDraft {
  std::string name;
  Column state;
  ColumnNotes notes;
  support::Span origin;
};

/// A table while its keys are read. Columns of its mixins come first, then its own, then those that features
/// add.
struct TableDraft {
  ObjectId id;
  Table state;
  TableNotes notes;
  std::vector<ColumnDraft> columns;
  support::Span origin;

  [[nodiscard]] const ColumnDraft* column(std::string_view name) const;
  [[nodiscard]] ColumnDraft* column(std::string_view name);
};

/// The project while it is read: what is already known, and where findings and new objects go.
class Draft {
 public:
  Draft(const support::Sources& sources, support::Diagnostics& diagnostics)
      : sources_(sources), diagnostics_(diagnostics) {}

  [[nodiscard]] const support::Sources& sources() const { return sources_; }
  [[nodiscard]] support::Diagnostics& diagnostics() { return diagnostics_; }

  /// Adds an object; a second one of the same identity is SC1302 at `object.origin`, naming the first one's
  /// place.
  void add(Object object);
  /// Puts an object in the place of the one of its identity, or adds it where there is none: for what several
  /// keys say together.
  void replace(Object object);
  /// Takes an object away, where another comes in its place.
  void remove(const ObjectId& id) { objects_.erase(id); }
  [[nodiscard]] const Object* find(const ObjectId& id) const;
  /// The objects of a kind, sorted by identity.
  [[nodiscard]] std::vector<const Object*> all_of(std::string_view kind) const;

  /// Every table by name, complete before any table-scope key but "columns" and "mixins" is read.
  std::map<std::string, TableDraft, std::less<>> tables;
  Project project;
  Hints hints;

  /// The names of all objects of a kind, sorted: what to suggest for a mistyped one.
  [[nodiscard]] std::vector<std::string> names_of(std::string_view kind) const;

  /// The schema of the file that is being read; what it defines belongs there.
  std::string schema{kDefaultSchema};

  /// The texts of side files ("file": "sql/trending_bills.sql") by their paths in the definitions' folder.
  std::map<std::string, support::FileId, std::less<>> files;

  /// The SQL literal of a JSON value for a column of that type; SC1106, and an empty text, where it is none.
  /// Set by resolve, which knows the types.
  std::function<std::string(const syntax::Value& value, const TypeUse& type)> literal_of;

  /// Why `text` is not a value of a built-in type that is spelled without parameters; empty where it is.
  /// Set by resolve.
  std::function<std::string(std::string_view text, std::string_view type)> value_mistake;

  /// Has `work` done once every key of every file has been read: for what can only be known then.
  void later(std::function<void(Draft&)> work) { later_.push_back(std::move(work)); }
  /// Does it, in the order in which it was asked for; what is asked for meanwhile comes last.
  void finish();

  /// All objects that were added; leaves the draft empty.
  [[nodiscard]] std::vector<Object> take();

  // -- Findings that every reader makes alike
  // -------------------------------------------------------------------------

  /// SC1010 "expected a string": true where `value` is of `kind`.
  bool expect(const syntax::Value& value, syntax::Kind kind, std::string_view what);
  /// The strings of an array of strings; SC1010 for anything else.
  std::vector<std::string> strings(const syntax::Value& value, std::string_view what);
  /// SC1011 for each member whose key is not among `known`, with a "did you mean". The key "//" is a remark.
  void refuse_unknown_keys(const syntax::Value& object, std::span<const std::string_view> known,
                           std::string_view what);
  void refuse_unknown_keys(const syntax::Value& object, std::span<const MemberSpec> known,
                           std::string_view what);
  /// SC1301 where `table` has no column of that name; with a "did you mean".
  const ColumnDraft* expect_column(const TableDraft& table, std::string_view column, support::Span place);
  /// SC1303 where `name` is not snake_case, SC1304 where PostgreSQL would cut it.
  void expect_name(std::string_view name, support::Span place);
  /// "schema-defs/bills.json:12", for a label that points at a second place.
  [[nodiscard]] std::string place(support::Span span) const;
  /// SC1107 where no extension of that name is listed; `what` needs it.
  void expect_extension(std::string_view extension, std::string_view what, support::Span place);
  /// SC1112: why a rule does not take `argument`, at the part of it that the refusal names.
  void refuse_rule(const syntax::Value& argument, const Refusal& refusal);
  /// SC1201: `message` about the SQL at bytes [begin, end) of the decoded string `value`.
  void sql_error(const syntax::Value& value, std::size_t begin, std::size_t end, std::string message);

  // -- What PostgreSQL would refuse about expressions: known for certain once all functions are
  // -------------------------------------------------------------------------

  /// Keeps a finding about an expression that calls `functions`.
  void object_later(std::vector<std::string> functions, support::Span place, sql::Objection objection) {
    objections_.push_back({std::move(functions), place, std::move(objection)});
  }
  /// Reports what was kept, but for expressions that call functions of this project: nobody knows their
  /// types.
  void report_objections();
  [[nodiscard]] bool defines_function(std::string_view name) const;

 private:
  struct KeptObjection {
    std::vector<std::string> functions;
    support::Span place;
    sql::Objection objection;
  };

  const support::Sources& sources_;
  support::Diagnostics& diagnostics_;
  std::map<ObjectId, Object> objects_;
  std::deque<std::function<void(Draft&)>> later_;
  std::vector<KeptObjection> objections_;
};

/// Reads definition keys and turns what they hold into objects.
class DefinitionReader {
 public:
  virtual ~DefinitionReader() = default;

  /// The keys that it reads; none for kinds that only other readers make.
  [[nodiscard]] virtual std::span<const KeySpec> keys() const = 0;

  /// Reads one of its keys. `table` is set for Scope::table only.
  virtual void read(const syntax::Member& member, TableDraft* table, Draft& draft) const = 0;
};

/// A definition key that expands into several objects (features/). It runs once its table's own columns are
/// there, and before the readers that refer to columns.
class Feature : public DefinitionReader {};

}  // namespace schemac::compiler::model
