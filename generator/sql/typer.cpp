// The walk itself, and the nodes that are neither operators nor calls. A node that it does not know has an
// unknown type.
#include "sql/typer.hpp"

#include <pg_query/pg_query.pb-c.h>

#include <algorithm>
#include <cstdlib>

#include "sql/operator_class.hpp"
#include "sql/typer_state.hpp"

namespace schemac::compiler::sql {

std::string_view describe(Place place) {
  switch (place) {
    case Place::default_value:
      return "a default";
    case Place::check:
      return "a check";
    case Place::index_key:
      return "an index key";
    case Place::index_predicate:
      return "an index predicate";
    case Place::generated:
      return "a generated column";
    case Place::partition_key:
      return "a partition key";
    case Place::policy:
      return "a policy";
    case Place::query:
      return "a query";
  }
  return {};
}

std::string_view last_part(PgQuery__Node* const* parts, std::size_t count) {
  if (count == 0 || parts[count - 1]->node_case != PG_QUERY__NODE__NODE_STRING) return {};
  return parts[count - 1]->string->sval;
}

bool is_plain_or_catalog(PgQuery__Node* const* parts, std::size_t count) {
  return count == 1 || (count == 2 && last_part(parts, 1) == "pg_catalog");
}

std::int32_t location_of(const PgQuery__Node* node) {
  if (node == nullptr) return 0;
  switch (node->node_case) {
    case PG_QUERY__NODE__NODE_A_CONST:
      return node->a_const->location;
    case PG_QUERY__NODE__NODE_COLUMN_REF:
      return node->column_ref->location;
    case PG_QUERY__NODE__NODE_FUNC_CALL:
      return node->func_call->location;
    case PG_QUERY__NODE__NODE_A_EXPR:
      return node->a_expr->location;
    case PG_QUERY__NODE__NODE_TYPE_CAST:
      return location_of(node->type_cast->arg);
    default:
      return 0;
  }
}

namespace {

TypeId type_of_number(std::string_view text) {
  if (text.find_first_not_of("0123456789") != std::string_view::npos) return facts::type_named("numeric");
  constexpr std::string_view kMost = "9223372036854775807";
  const bool fits = text.size() < kMost.size() || (text.size() == kMost.size() && text <= kMost);
  return facts::type_named(fits ? "int8" : "numeric");
}

std::string_view type_of_value_function(PgQuery__SQLValueFunctionOp op) {
  switch (op) {
    case PG_QUERY__SQLVALUE_FUNCTION_OP__SVFOP_CURRENT_DATE:
      return "date";
    case PG_QUERY__SQLVALUE_FUNCTION_OP__SVFOP_CURRENT_TIME:
    case PG_QUERY__SQLVALUE_FUNCTION_OP__SVFOP_CURRENT_TIME_N:
      return "timetz";
    case PG_QUERY__SQLVALUE_FUNCTION_OP__SVFOP_CURRENT_TIMESTAMP:
    case PG_QUERY__SQLVALUE_FUNCTION_OP__SVFOP_CURRENT_TIMESTAMP_N:
      return "timestamptz";
    case PG_QUERY__SQLVALUE_FUNCTION_OP__SVFOP_LOCALTIME:
    case PG_QUERY__SQLVALUE_FUNCTION_OP__SVFOP_LOCALTIME_N:
      return "time";
    case PG_QUERY__SQLVALUE_FUNCTION_OP__SVFOP_LOCALTIMESTAMP:
    case PG_QUERY__SQLVALUE_FUNCTION_OP__SVFOP_LOCALTIMESTAMP_N:
      return "timestamp";
    default:
      return "name";
  }
}

}  // namespace

void Typer::object(std::string_view code, std::int32_t location, std::string message, std::string label,
                   std::string help) {
  const std::size_t at = location < 0 ? 0 : static_cast<std::size_t>(location);
  objections_.push_back({code, std::move(message), std::move(label), std::move(help), at, at});
}

TypeId Typer::visit(const PgQuery__Node* node) {
  if (node == nullptr) return kNoType;
  switch (node->node_case) {
    case PG_QUERY__NODE__NODE_A_CONST:
      return visit_constant(*node->a_const);
    case PG_QUERY__NODE__NODE_COLUMN_REF:
      return visit_column(*node->column_ref);
    case PG_QUERY__NODE__NODE_TYPE_CAST:
      return visit_cast(*node->type_cast);
    case PG_QUERY__NODE__NODE_A_EXPR:
      return visit_operator(*node->a_expr);
    case PG_QUERY__NODE__NODE_FUNC_CALL:
      return visit_call(*node->func_call);
    case PG_QUERY__NODE__NODE_BOOL_EXPR:
      return visit_logic(*node->bool_expr);
    case PG_QUERY__NODE__NODE_NULL_TEST:
      visit(node->null_test->arg);
      return types_.boolean();
    case PG_QUERY__NODE__NODE_BOOLEAN_TEST:
      expect_boolean(node->boolean_test->arg, "what is tested with IS");
      return types_.boolean();
    case PG_QUERY__NODE__NODE_CASE_EXPR:
      return visit_case(*node->case_expr);
    case PG_QUERY__NODE__NODE_COALESCE_EXPR:
      return common_of({node->coalesce_expr->args, node->coalesce_expr->n_args}, "COALESCE");
    case PG_QUERY__NODE__NODE_MIN_MAX_EXPR:
      return common_of({node->min_max_expr->args, node->min_max_expr->n_args}, "GREATEST and LEAST");
    case PG_QUERY__NODE__NODE_A_ARRAY_EXPR:
      return visit_array(*node->a_array_expr, kNoType);
    case PG_QUERY__NODE__NODE_A_INDIRECTION:
      return visit_indirection(*node->a_indirection);
    case PG_QUERY__NODE__NODE_SQLVALUE_FUNCTION:
      return visit_value_function(*node->sqlvalue_function);
    case PG_QUERY__NODE__NODE_COLLATE_CLAUSE:
      return visit_collate(*node->collate_clause);
    default:
      return kNoType;
  }
}

void Typer::expect_boolean(const PgQuery__Node* node, std::string_view what) {
  const TypeId type = visit(node);
  if (type == kNoType || type == types_.boolean()) return;
  if (type == types_.literal()) return;
  object("SC1203", location_of(node), std::string(what) + " is not a boolean",
         "it is " + types_.printed(type));
}

void Typer::convert(const Operand& operand, TypeId to, Coercion how) {
  if (operand.type == kNoType || to == kNoType) return;
  if (operand.type == types_.literal()) {
    if (operand.node != nullptr) check_literal(*operand.node, to);
    return;
  }
  const Conversion conversion = types_.conversion(operand.type, to, how);
  if (conversion.exists && !conversion.immutable && must_be_immutable()) {
    object("SC1202", location_of(operand.node),
           "a " + types_.printed(operand.type) + " becomes " + types_.printed(to) +
               " by a conversion that is not IMMUTABLE",
           "its result depends on the session's settings",
           "compare or store values of one type, so that nothing is converted");
  }
}

TypeId Typer::visit_constant(const PgQuery__AConst& constant) {
  if (constant.isnull) return types_.literal();
  switch (constant.val_case) {
    case PG_QUERY__A__CONST__VAL_IVAL:
      return facts::type_named("int4");
    case PG_QUERY__A__CONST__VAL_FVAL:
      return type_of_number(constant.fval->fval);
    case PG_QUERY__A__CONST__VAL_BOOLVAL:
      return types_.boolean();
    case PG_QUERY__A__CONST__VAL_SVAL:
      return types_.literal();
    case PG_QUERY__A__CONST__VAL_BSVAL:
      return facts::type_named("bit");
    default:
      return facts::type_named("int4");  // protobuf leaves out a zero
  }
}

TypeId Typer::visit_column(const PgQuery__ColumnRef& column) {
  const std::string_view name = last_part(column.fields, column.n_fields);
  if (name.empty()) return kNoType;
  const std::string type = scope_.column_type(name, static_cast<std::size_t>(column.location));
  return type.empty() ? kNoType : types_.named(type);
}

TypeId Typer::named_type(const PgQuery__TypeName& name, std::int32_t location) {
  if (name.setof || name.pct_type || name.n_names == 0) return kNoType;
  TypeId type = types_.plain(last_part(name.names, name.n_names));
  if (type != kNoType && !types_.is_enum(type) && !is_listed(facts::type(type).extension)) {
    const std::string extension(facts::extension(facts::type(type).extension));
    if (!scope_.has_unknown_parts()) {
      object("SC1107", location, "`" + types_.printed(type) + "` needs the extension `" + extension + "`",
             "the extension is not listed", "add \"" + extension + "\" to \"extensions\" in shared.json");
    }
    return kNoType;
  }
  return name.n_array_bounds > 0 ? types_.array_of(type) : type;
}

TypeId Typer::visit_cast(const PgQuery__TypeCast& cast) {
  const TypeId target = named_type(*cast.type_name, cast.type_name->location);
  if (cast.arg->node_case == PG_QUERY__NODE__NODE_A_ARRAY_EXPR && types_.is_array(target)) {
    visit_array(*cast.arg->a_array_expr, types_.element(target));
    return target;
  }
  const Operand operand{cast.arg, visit(cast.arg)};
  if (operand.type == kNoType || target == kNoType) return target;
  if (!types_.conversion(operand.type, target, Coercion::written).exists) {
    if (types_.category(operand.type) == 'P' || scope_.has_unknown_parts()) return target;
    object("SC1207", cast.location,
           "a " + types_.printed(operand.type) + " cannot be cast to " + types_.printed(target),
           "PostgreSQL has no such cast");
    return target;
  }
  convert(operand, target, Coercion::written);
  return target;
}

TypeId Typer::visit_indirection(const PgQuery__AIndirection& access) {
  TypeId type = visit(access.arg);
  for (std::size_t i = 0; i < access.n_indirection; ++i) {
    const PgQuery__Node& step = *access.indirection[i];
    if (step.node_case != PG_QUERY__NODE__NODE_A_INDICES) return kNoType;
    visit(step.a_indices->lidx);
    visit(step.a_indices->uidx);
    if (types_.is_array(type)) {
      if (access.n_indirection > 1) return kNoType;  // several dimensions, or slices
      if (!step.a_indices->is_slice) type = types_.element(type);
    } else if (type != facts::type_named("jsonb")) {
      constexpr std::string_view kWhole = "NBDE";  // numbers, booleans, dates, enums have no parts
      if (type != kNoType && kWhole.find(types_.category(type)) != std::string_view::npos)
        object("SC1207", location_of(access.arg), "a " + types_.printed(type) + " has no subscripts",
               "it is no array");
      return kNoType;
    }
  }
  return type;
}

TypeId Typer::visit_array(const PgQuery__AArrayExpr& array, TypeId element) {
  const std::span<PgQuery__Node* const> items{array.elements, array.n_elements};
  if (element == kNoType) {
    const TypeId common = common_of(items, "ARRAY");
    return items.empty() ? kNoType : types_.array_of(common);
  }
  for (const PgQuery__Node* item : items) {
    if (item->node_case == PG_QUERY__NODE__NODE_A_ARRAY_EXPR) {
      visit_array(*item->a_array_expr, element);
    } else {
      convert({item, visit(item)}, element, Coercion::written);
    }
  }
  return types_.array_of(element);
}

TypeId Typer::visit_case(const PgQuery__CaseExpr& choice) {
  const Operand subject{choice.arg, visit(choice.arg)};
  std::vector<PgQuery__Node*> results;
  for (std::size_t i = 0; i < choice.n_args; ++i) {
    const PgQuery__CaseWhen& when = *choice.args[i]->case_when;
    if (choice.arg == nullptr) {
      expect_boolean(when.expr, "the condition of WHEN");
    } else {
      Operand tested = subject;
      if (tested.type == types_.literal()) tested.type = types_.text();
      apply("=", tested, {when.expr, visit(when.expr)}, when.location);
    }
    results.push_back(when.result);
  }
  if (choice.defresult != nullptr) results.insert(results.begin(), choice.defresult);
  return common_of(results, "CASE");
}

TypeId Typer::visit_logic(const PgQuery__BoolExpr& logic) {
  const std::string_view what = logic.boolop == PG_QUERY__BOOL_EXPR_TYPE__AND_EXPR  ? "an argument of AND"
                                : logic.boolop == PG_QUERY__BOOL_EXPR_TYPE__OR_EXPR ? "an argument of OR"
                                                                                    : "the argument of NOT";
  for (std::size_t i = 0; i < logic.n_args; ++i) expect_boolean(logic.args[i], what);
  return types_.boolean();
}

TypeId Typer::visit_value_function(const PgQuery__SQLValueFunction& function) {
  if (must_be_immutable()) {
    object("SC1202", function.location, std::string(describe(place_)) + " takes IMMUTABLE functions only",
           "this is STABLE: its result changes between transactions");
  }
  return facts::type_named(type_of_value_function(function.op));
}

TypeId Typer::visit_collate(const PgQuery__CollateClause& collate) {
  const TypeId type = visit(collate.arg);
  const std::string known = type == kNoType ? std::string() : types_.printed(type);
  std::string name(last_part(collate.collname, collate.n_collname));
  if (collate.n_collname > 1) name = std::string(last_part(collate.collname, 1)) + "." + name;
  if (auto mistake = collation_mistake(scope_, name, known))
    object(mistake->code, collate.location, mistake->message, mistake->label, mistake->help);
  return type == types_.literal() ? types_.text() : type;
}

TypeId Typer::common_of(std::span<PgQuery__Node* const> nodes, std::string_view what) {
  std::vector<Operand> operands;
  std::vector<TypeId> kinds;
  for (const PgQuery__Node* node : nodes) {
    operands.push_back({node, visit(node)});
    kinds.push_back(operands.back().type);
  }
  const TypeId common = types_.common(kinds);
  if (common == kNoType) {
    refuse_mixture(operands, what);
    return kNoType;
  }
  for (const Operand& operand : operands) convert(operand, common, Coercion::implicit);
  return common;
}

void Typer::refuse_mixture(std::span<const Operand> operands, std::string_view what) {
  const Operand* first = nullptr;
  for (const Operand& operand : operands) {
    if (operand.type == kNoType) return;
    if (operand.type == types_.literal()) continue;
    if (first == nullptr) first = &operand;
    if (types_.category(operand.type) == types_.category(first->type)) continue;
    object("SC1207", location_of(operand.node),
           std::string(what) + " cannot give one type for " + types_.printed(first->type) + " and " +
               types_.printed(operand.type),
           "this is " + types_.printed(operand.type), "cast them to one type");
    return;
  }
}

Typing type_expression(const PgQuery__Node& expression, const Scope& scope, Place place,
                       std::string_view target) {
  Typer typer(scope, place);
  const bool condition = place == Place::check || place == Place::index_predicate || place == Place::policy;
  TypeId type = kNoType;
  if (condition) {
    typer.expect_boolean(&expression, describe(place));
  } else {
    type = typer.visit(&expression);
  }
  Types& types = typer.types();
  const TypeId wanted = target.empty() ? kNoType : types.named(target);
  if (wanted != kNoType && type != kNoType) {
    // PostgreSQL looks for what is not immutable before it converts to the column's type
    if (type == types.literal() && place == Place::generated)
      typer.convert({&expression, type}, wanted, Coercion::assignment);
    if (auto mistake = assignment_mistake(scope, types.printed(type), target))
      typer.objections().push_back(*std::move(mistake));
  }
  return {condition ? "boolean" : type == kNoType ? "" : types.printed(type), std::move(typer.objections())};
}

}  // namespace schemac::compiler::sql
