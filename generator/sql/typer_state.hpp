// What the parts of the typer share: the walk's state, and the findings that several of them make.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "sql/coercion.hpp"
#include "sql/overloads.hpp"
#include "sql/typer.hpp"

struct PgQuery__AArrayExpr;
struct PgQuery__AConst;
struct PgQuery__AExpr;
struct PgQuery__AIndirection;
struct PgQuery__BoolExpr;
struct PgQuery__CaseExpr;
struct PgQuery__CollateClause;
struct PgQuery__ColumnRef;
struct PgQuery__FuncCall;
struct PgQuery__Node;
struct PgQuery__RowExpr;
struct PgQuery__SQLValueFunction;
struct PgQuery__TypeCast;
struct PgQuery__TypeName;

namespace schemac::compiler::sql {

/// An operand once it is typed.
struct Operand {
  const PgQuery__Node* node = nullptr;
  TypeId type = kNoType;
};

/// Walks one expression. A type that is not known makes everything that depends on it unknown, never wrong.
class Typer {
 public:
  Typer(const Scope& scope, Place place) : scope_(scope), types_(scope), place_(place) {}

  /// The type of a node; what is wrong below it is in `objections()`.
  TypeId visit(const PgQuery__Node* node);
  /// SC1203 where the node is known to be no boolean; `what` names its place ("the argument of AND").
  void expect_boolean(const PgQuery__Node* node, std::string_view what);
  /// Converts an operand; a literal must be a value of the type, and the way there immutable where that is
  /// asked for.
  void convert(const Operand& operand, TypeId to, Coercion how);
  void object(std::string_view code, std::int32_t location, std::string message, std::string label,
              std::string help = {});

  Types& types() { return types_; }
  std::vector<Objection>& objections() { return objections_; }

 private:
  // typer.cpp: the nodes that are neither operators nor calls
  TypeId visit_constant(const PgQuery__AConst& constant);
  TypeId visit_column(const PgQuery__ColumnRef& column);
  TypeId visit_cast(const PgQuery__TypeCast& cast);
  TypeId visit_indirection(const PgQuery__AIndirection& access);
  TypeId visit_array(const PgQuery__AArrayExpr& array, TypeId element);
  TypeId visit_case(const PgQuery__CaseExpr& choice);
  TypeId visit_logic(const PgQuery__BoolExpr& logic);
  TypeId visit_value_function(const PgQuery__SQLValueFunction& function);
  TypeId visit_collate(const PgQuery__CollateClause& collate);
  TypeId common_of(std::span<PgQuery__Node* const> nodes, std::string_view what);
  void refuse_mixture(std::span<const Operand> operands, std::string_view what);
  TypeId named_type(const PgQuery__TypeName& name, std::int32_t location);

  // typer_operators.cpp
  TypeId visit_operator(const PgQuery__AExpr& expression);
  TypeId visit_in(const PgQuery__AExpr& expression);
  TypeId visit_any(const PgQuery__AExpr& expression);
  TypeId visit_between(const PgQuery__AExpr& expression);
  TypeId apply(std::string_view name, const Operand& left, const Operand& right, std::int32_t location);
  const OperatorFact* exact_operator(std::span<const OperatorFact> overloads, TypeId left,
                                     TypeId right) const;
  TypeId compare_rows(std::string_view name, const PgQuery__RowExpr& left, const PgQuery__RowExpr& right,
                      std::int32_t location);
  void settle(const Candidate& candidate, std::span<const Operand> operands, std::string_view name,
              std::int32_t location);
  [[nodiscard]] char volatility_of(const Candidate& candidate, std::span<const Operand> operands,
                                   std::string_view name) const;
  void refuse_volatility(std::string_view name, char volatility, std::int32_t location);

  // typer_calls.cpp
  TypeId visit_call(const PgQuery__FuncCall& call);
  TypeId resolve_call(std::string_view name, const PgQuery__FuncCall& call,
                      std::span<const Operand> operands);
  bool may_stand(std::string_view name, std::span<const FunctionFact> overloads, std::int32_t location);
  TypeId summarise(std::string_view name, std::span<const Candidate> candidates, std::int32_t location);
  void report_unknown_function(std::string_view name, std::span<const FunctionFact> overloads,
                               std::int32_t location);
  std::vector<Candidate> candidates_of(std::span<const FunctionFact> overloads, std::size_t count);

  // typer_literals.cpp
  void check_literal(const PgQuery__Node& node, TypeId type);
  void check_enum_value(std::string_view text, TypeId type, std::int32_t location);
  void check_configuration(std::string_view text, std::int32_t location);

  [[nodiscard]] bool must_be_immutable() const {
    return place_ == Place::index_key || place_ == Place::index_predicate || place_ == Place::generated ||
           place_ == Place::partition_key;
  }
  [[nodiscard]] bool is_listed(std::uint8_t extension) const {
    return extension == 0 || scope_.has_extension(facts::extension(extension));
  }

  const Scope& scope_;
  Types types_;
  Place place_;
  std::vector<Objection> objections_;
};

/// Where a node starts in the statement, as far as its kind says; else 0.
std::int32_t location_of(const PgQuery__Node* node);
/// "an index expression": where an expression stands, for messages.
std::string_view describe(Place place);
/// The name at the end of a qualified one, and whether the schema before it, if any, is PostgreSQL's own.
std::string_view last_part(PgQuery__Node* const* parts, std::size_t count);
bool is_plain_or_catalog(PgQuery__Node* const* parts, std::size_t count);

}  // namespace schemac::compiler::sql
