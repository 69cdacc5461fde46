// Rules to conditions, constraints to messages.
#include "targets/cpp_checks.hpp"

#include <map>

#include "model/constraint.hpp"
#include "model/index.hpp"
#include "targets/cpp_condition.hpp"
#include "targets/cpp_expression_layout.hpp"
#include "targets/cpp_operand.hpp"

namespace schemac::compiler::targets {
namespace {

std::string joined(const std::vector<std::string>& names) {
  std::string text;
  for (const std::string& name : names) text += (text.empty() ? "" : ", ") + name;
  return text;
}

/// The constraints of a table by name; the first one that claims a name keeps it.
class ConstraintMap {
 public:
  ConstraintMap(const CppTable& table, const model::Model& model) : table_(table), model_(model) {}

  std::vector<CppConstraint> build() {
    add_rules();
    add_checks();
    add_keys(model::kPrimaryKeyKind);
    add_keys(model::kUniqueKind);
    add_unique_indexes();
    add_references();
    std::vector<CppConstraint> sorted;
    for (auto& [name, constraint] : found_) sorted.push_back(std::move(constraint));
    return sorted;
  }

 private:
  void add(const std::string& name, std::string path, std::string rule, std::string message) {
    if (!name.empty())
      found_.try_emplace(name, CppConstraint{name, std::move(path), std::move(rule), std::move(message)});
  }

  /// A domain type's constraint does not say which of several columns broke it: then the type stands for
  /// them.
  void add_rules() {
    std::map<std::string, std::size_t> uses;
    for (const CppColumn& column : table_.columns) ++uses[column.notes->type.domain];
    for (const CppColumn& column : table_.columns) {
      const std::string& domain = column.notes->type.domain;
      for (const model::RuleUse& rule : column.notes->rules) {
        const bool shared = rule.domain && uses[domain] > 1;
        add(rule.constraint, shared ? domain.substr(domain.find('.') + 1) : column.name, rule.rule,
            rule.message);
      }
    }
  }

  void add_checks() {
    for (const model::Object& check : model_.parts(model::kCheckKind, table_.object->id)) {
      const auto notes = check.notes.empty() ? model::CheckNotes() : check.notes.as<model::CheckNotes>();
      const std::string prefix = table_.object->id.name + "_";
      const bool prefixed = check.id.part.starts_with(prefix);
      std::string path = notes.key;
      if (path.empty()) path = prefixed ? check.id.part.substr(prefix.size()) : check.id.part;
      add(check.id.part, std::move(path), "check",
          notes.message.empty() ? "must meet " + check.state.as<model::Check>().expression : notes.message);
    }
  }

  void add_keys(std::string_view kind) {
    for (const model::Object& key : model_.parts(kind, table_.object->id)) {
      add(key.id.part, joined(key.state.as<model::Key>().columns), "unique", "is already taken");
    }
  }

  void add_unique_indexes() {
    for (const model::Object* object : table_.unique_indexes) {
      std::vector<std::string> keys;
      for (const model::IndexKey& key : object->state.as<model::Index>().keys)
        keys.push_back(key.column.empty() ? key.expression : key.column);
      add(object->id.name, joined(keys), "unique", "is already taken");
    }
  }

  void add_references() {
    for (const model::Object& reference : model_.parts(model::kForeignKeyKind, table_.object->id)) {
      const auto& state = reference.state.as<model::ForeignKey>();
      add(reference.id.part, joined(state.columns), "reference", "refers to no row of " + state.table);
    }
  }

  const CppTable& table_;
  const model::Model& model_;
  std::map<std::string, CppConstraint> found_;
};

/// What the conditions of a column's rules look at: its value, or the one that an id holds.
std::string subject(const CppColumn& column) {
  return column.is_id && column.notes->type.dimensions == 0 ? "value.value()" : "value";
}

/// What PostgreSQL refuses for the type's sake and no rule says: numbers that are too large. (The length of
/// texts is a rule of its own.)
std::vector<CppRule> type_rules(const CppColumn& column) {
  const model::TypeUse& type = column.notes->type;
  const auto digits = static_cast<std::int64_t>(type.precision) - type.scale;
  const bool bounded = type.shape == model::Shape::decimal && type.dimensions == 0 && type.precision > 0;
  if (!bounded || type.scale < 0 || digits < 0) return {};
  const std::string limit = std::to_string(digits);
  const std::string value = subject(column);
  return {{"!" + value + ".is_infinite() && " + value + ".integer_digits() <= " + limit, "precision",
           "must have at most " + limit + (digits == 1 ? " digit" : " digits") + " before the point", false}};
}

/// A check of the column's domain type, where C++ can compute it.
std::optional<CppRule> domain_check(const CppColumn& column, const model::RuleUse& use, bool each,
                                    const model::Model& model) {
  if (use.rule != "check") return std::nullopt;
  const auto term = sql::read_condition(use.sql);
  model::ColumnNotes notes = *column.notes;
  notes.type.dimensions = each ? 0 : notes.type.dimensions;
  CppColumn value = column;
  value.notes = &notes;
  const OperandLookup lookup = [&](const std::string&) -> std::optional<CppOperand> {
    return CppOperand{&value,
                      "schemac::operand_of<" + operand_type(value) + ">(" + (each ? "item" : "value") + ")"};
  };
  const auto condition = term ? cpp_condition(*term, lookup, model) : std::nullopt;
  if (!condition) return std::nullopt;
  const std::string test = "  if (!(";  // what stands before it on its line
  return CppRule{wrap_expression(test + "schemac::passes(", *condition, ")").substr(test.size()), use.rule,
                 use.message, each};
}

}  // namespace

std::vector<CppRule> cpp_rules(const CppColumn& column, std::span<const model::ValidatorRule* const> rules,
                               const model::Model& model) {
  std::vector<CppRule> found = type_rules(column);
  for (const model::RuleUse& use : column.notes->rules) {
    model::TypeUse type = column.notes->type;
    const bool each = use.domain && type.dimensions > 0;
    if (each) type.dimensions = 0;
    if (auto check = domain_check(column, use, each, model)) found.push_back(*std::move(check));
    for (const model::ValidatorRule* rule : rules) {
      if (rule->key() == use.rule)
        found.push_back({rule->cpp(use, type, each ? "item" : subject(column)), use.rule, use.message, each});
    }
  }
  return found;
}

std::string rules_sentence(const CppColumn& column) {
  std::vector<std::string> messages;
  for (const CppRule& rule : type_rules(column)) messages.push_back(rule.message);
  for (const model::RuleUse& use : column.notes->rules) messages.push_back(use.message);
  std::string sentence;
  for (const std::string& message : messages) sentence += (sentence.empty() ? "" : "; ") + message;
  if (sentence.empty()) return sentence;
  sentence.front() = sentence.front() == 'm' ? 'M' : sentence.front();
  return sentence + ".";
}

std::vector<CppConstraint> cpp_constraints(const CppTable& table, const model::Model& model) {
  return ConstraintMap(table, model).build();
}

}  // namespace schemac::compiler::targets
