// Function calls: which overload is meant, whether it may stand there, and what it gives.
#include <pg_query/pg_query.pb-c.h>

#include <algorithm>

#include "sql/typer_state.hpp"
#include "support/suggestion.hpp"

namespace schemac::compiler::sql {
namespace {

/// The type of one argument of a VARIADIC list.
TypeId variadic_element(const Types& types, TypeId declared) {
  if (types.is_array(declared)) return types.element(declared);
  const std::string_view name = facts::name(facts::type(declared).name);
  if (name == "anyarray") return facts::type_named("anyelement");
  if (name == "anycompatiblearray") return facts::type_named("anycompatible");
  return declared;
}

bool is_special(const PgQuery__FuncCall& call) {
  const bool named = std::any_of(call.args, call.args + call.n_args, [](const PgQuery__Node* argument) {
    return argument->node_case == PG_QUERY__NODE__NODE_NAMED_ARG_EXPR;
  });
  return named || call.func_variadic || call.agg_star || call.agg_within_group;
}

}  // namespace

std::vector<Candidate> Typer::candidates_of(std::span<const FunctionFact> overloads, std::size_t count) {
  std::vector<Candidate> candidates;
  for (const FunctionFact& fact : overloads) {
    if (!is_listed(fact.extension)) continue;
    const std::size_t declared = fact.argument_count;
    if (count > declared && !fact.variadic) continue;
    if (count + fact.default_count < declared) continue;
    const auto arguments = facts::arguments(fact);
    Candidate candidate;
    candidate.arguments.assign(arguments.begin(), arguments.begin() + std::min(count, declared));
    if (fact.variadic && count >= declared) {
      candidate.arguments.resize(declared - 1);
      candidate.arguments.resize(count, variadic_element(types_, arguments[declared - 1]));
      candidate.spread = true;
    }
    candidate.result = fact.result;
    candidate.volatility = fact.volatility;
    candidate.function = &fact;
    candidates.push_back(std::move(candidate));
  }
  return candidates;
}

bool Typer::may_stand(std::string_view name, std::span<const FunctionFact> overloads, std::int32_t location) {
  if (place_ == Place::query) return true;
  const auto all = [&](auto holds) { return std::all_of(overloads.begin(), overloads.end(), holds); };
  std::string_view what;
  if (all([](const FunctionFact& fact) { return fact.kind == 'a'; })) what = "an aggregate function";
  if (all([](const FunctionFact& fact) { return fact.kind == 'w'; })) what = "a window function";
  if (all([](const FunctionFact& fact) { return fact.returns_set; })) what = "a function that returns rows";
  if (what.empty()) return true;
  object("SC1206", location, std::string(what) + " cannot stand in " + std::string(describe(place_)),
         "`" + std::string(name) + "` is one: only this row's values are at hand");
  return false;
}

void Typer::report_unknown_function(std::string_view name, std::span<const FunctionFact> overloads,
                                    std::int32_t location) {
  if (scope_.has_unknown_parts()) return;
  if (!overloads.empty()) {
    const std::string extension(facts::extension(overloads.front().extension));
    object("SC1107", location, "`" + std::string(name) + "` needs the extension `" + extension + "`",
           "the extension is not listed", "add \"" + extension + "\" to \"extensions\" in shared.json");
    return;
  }
  std::vector<std::string_view> known;
  for (const FunctionFact& fact : facts::all_functions()) {
    const std::string_view candidate = facts::name(fact.name);
    if (is_listed(fact.extension) && (known.empty() || known.back() != candidate)) known.push_back(candidate);
  }
  object("SC1205", location, "unknown function `" + std::string(name) + "`",
         "neither PostgreSQL, nor a listed extension, nor this project has it",
         support::did_you_mean(name, known));
}

TypeId Typer::summarise(std::string_view name, std::span<const Candidate> candidates, std::int32_t location) {
  if (candidates.empty()) return kNoType;
  const Candidate& first = candidates.front();
  char least = 'v';
  bool one_result = types_.kind(first.result) != 'p';
  for (const Candidate& candidate : candidates) {
    if (candidate.volatility == 'i' || least == 'i') {
      least = 'i';
    } else if (candidate.volatility == 's') {
      least = 's';
    }
    one_result = one_result && candidate.result == first.result;
  }
  refuse_volatility(name, least, location);
  return one_result ? first.result : kNoType;
}

TypeId Typer::resolve_call(std::string_view name, const PgQuery__FuncCall& call,
                           std::span<const Operand> operands) {
  const auto overloads = facts::functions(name);
  const std::vector<Candidate> candidates = candidates_of(overloads, operands.size());
  const bool may_be_cast = operands.size() == 1 && types_.plain(name) != kNoType;
  if (is_special(call)) return kNoType;
  std::vector<TypeId> kinds;
  for (const Operand& operand : operands) kinds.push_back(operand.type);
  const Choice choice = choose(types_, candidates, kinds, false);
  switch (choice.verdict) {
    case Verdict::found:
      if (choice.candidate.function != nullptr &&
          !may_stand(name, {choice.candidate.function, 1}, call.location))
        return kNoType;
      settle(choice.candidate, operands, name, call.location);
      return types_.kind(choice.candidate.result) == 'p' ? kNoType : choice.candidate.result;
    case Verdict::unsure:
      if (may_be_cast || std::find(kinds.begin(), kinds.end(), types_.literal()) != kinds.end())
        return kNoType;
      return summarise(name, candidates, call.location);
    case Verdict::none:
      break;
  }
  if (may_be_cast || scope_.has_unknown_parts()) return kNoType;
  std::string list;
  for (const TypeId kind : kinds) list += (list.empty() ? "" : ", ") + types_.printed(kind);
  object("SC1207", call.location, "there is no function " + std::string(name) + "(" + list + ")",
         "no overload takes these types", "cast the arguments to what the function takes");
  return kNoType;
}

TypeId Typer::visit_call(const PgQuery__FuncCall& call) {
  std::vector<Operand> operands;
  for (std::size_t i = 0; i < call.n_args; ++i) {
    const PgQuery__Node* argument = call.args[i];
    if (argument->node_case == PG_QUERY__NODE__NODE_NAMED_ARG_EXPR) argument = argument->named_arg_expr->arg;
    operands.push_back({argument, visit(argument)});
  }
  const std::string_view name = last_part(call.funcname, call.n_funcname);
  const bool ours = scope_.defines_function(name);
  const bool in_public = call.n_funcname == 2 && last_part(call.funcname, 1) == "public";
  if (ours || (!in_public && !is_plain_or_catalog(call.funcname, call.n_funcname))) return kNoType;
  const auto overloads = facts::functions(name);
  const bool available = std::any_of(overloads.begin(), overloads.end(), [&](const FunctionFact& fact) {
    return is_listed(fact.extension) && !(in_public && fact.extension == 0);
  });
  if (!available) {
    const bool may_be_cast = operands.size() == 1 && types_.plain(name) != kNoType;
    if (!may_be_cast && !in_public) report_unknown_function(name, overloads, call.location);
    return kNoType;
  }
  if (!may_stand(name, overloads, call.location)) return kNoType;
  return resolve_call(name, call, operands);
}

}  // namespace schemac::compiler::sql
