// Prints a condition from the leaves up. Each part knows the type of its operand; a literal takes the type of
// what it is compared with, as it does in PostgreSQL.
#include "targets/cpp_condition.hpp"

#include "targets/cpp_operand.hpp"

namespace schemac::compiler::targets {
namespace {

using model::Shape;
using sql::Term;
using sql::TermKind;

/// How tightly C++ binds an expression; a looser one takes parentheses inside a tighter one.
enum class Rank { primary, unary, product, sum, relation, equality, conjunction, disjunction };

struct Printed {
  std::string code;
  std::string type;
  Rank rank = Rank::primary;
};
using MaybePrinted = std::optional<Printed>;

Printed primary(std::string code, std::string_view type) {
  return {std::move(code), std::string(type), Rank::primary};
}

/// `printed` where nothing that binds more loosely than `loosest` may stand.
std::string enclosed(const Printed& printed, Rank loosest) {
  return printed.rank <= loosest ? printed.code : "(" + printed.code + ")";
}

Printed call(const std::string& function, const std::vector<Printed>& arguments, std::string_view type) {
  std::string code = function + "(";
  for (const Printed& argument : arguments)
    code += (&argument == &arguments.front() ? "" : ", ") + argument.code;
  return primary(code + ")", type);
}

Printed binary(const Printed& left, const std::string& symbol, const Printed& right, std::string_view type,
               Rank rank) {
  const bool arithmetic = rank == Rank::product || rank == Rank::sum;
  const auto tighter = [](Rank r) { return static_cast<Rank>(static_cast<int>(r) - 1); };
  return {enclosed(left, arithmetic ? rank : Rank::sum) + " " + symbol + " " +
              enclosed(right, arithmetic ? tighter(rank) : Rank::sum),
          std::string(type), rank};
}

/// The comparisons that C++ makes as PostgreSQL does: text is equal where its bytes are, but its order is the
/// collation's.
bool compares(std::string_view type, std::string_view symbol) {
  if (type.empty() || type == kExtentOperand) return false;
  const bool ordered = type != kTextOperand && type != kBoolOperand;
  return ordered || symbol == "=" || symbol == "<>";
}

class Printer {
 public:
  Printer(const OperandLookup& lookup, const model::Model& model) : lookup_(lookup), model_(model) {}

  /// @param wanted the type that a literal takes; empty where nothing says.
  MaybePrinted print(const Term& term, std::string_view wanted = {}) const {
    switch (term.kind) {
      case TermKind::column:
        return print_column(term);
      case TermKind::number:
      case TermKind::text:
      case TermKind::truth:
        return print_literal(term, wanted.empty() && term.kind == TermKind::truth ? kBoolOperand : wanted);
      case TermKind::negation:
        return print_negation(term);
      case TermKind::all:
      case TermKind::any:
        return print_logic(term);
      case TermKind::is_null:
        return print_null_test(term);
      case TermKind::comparison:
        return print_comparison(term);
      case TermKind::distinct:
        return print_alike(term, "schemac::is_distinct", kBoolOperand);
      case TermKind::membership:
        return print_membership(term);
      case TermKind::arithmetic:
        return print_arithmetic(term);
      case TermKind::call:
        return print_call(term);
      case TermKind::cast:
        return print_cast(term);
    }
    return std::nullopt;
  }

 private:
  MaybePrinted print_literal(const Term& term, std::string_view type) const {
    auto literal = operand_literal(term, type, model_);
    if (!literal) return std::nullopt;
    return primary(*std::move(literal), type);
  }

  /// The column's value as it is once it is stored.
  MaybePrinted print_column(const Term& term) const {
    const auto operand = lookup_(term.text);
    if (!operand) return std::nullopt;
    const std::string type = operand_type(*operand->column);
    const model::TypeUse& use = operand->column->notes->type;
    if (type == kTextOperand && use.length > 0)
      return primary("schemac::as_varchar(" + operand->code + ", " + std::to_string(use.length) + ")", type);
    if (type == kDecimalOperand && use.precision > 0)
      return primary("schemac::as_numeric(" + operand->code + ", " + std::to_string(use.scale) + ")", type);
    return primary(operand->code, type);
  }

  MaybePrinted print_null_test(const Term& term) const {
    const Term& subject = term.operands.front();
    auto operand = subject.kind == TermKind::column ? print_bare(subject) : print(subject);
    if (!operand) return std::nullopt;
    return call("schemac::is_null", {*std::move(operand)}, kBoolOperand);
  }

  /// The column's value as it is given: storing it neither makes nor removes a NULL.
  MaybePrinted print_bare(const Term& column) const {
    const auto operand = lookup_(column.text);
    if (!operand) return std::nullopt;
    return primary(operand->code, operand_type(*operand->column));
  }

  MaybePrinted print_condition(const Term& term) const {
    auto printed = print(term, kBoolOperand);
    return printed && printed->type == kBoolOperand ? std::move(printed) : std::nullopt;
  }

  MaybePrinted print_negation(const Term& term) const {
    auto operand = print_condition(term.operands.front());
    if (!operand) return std::nullopt;
    return Printed{"!" + enclosed(*operand, Rank::unary), std::string(kBoolOperand), Rank::unary};
  }

  MaybePrinted print_logic(const Term& term) const {
    const bool all = term.kind == TermKind::all;
    Printed result{{}, std::string(kBoolOperand), all ? Rank::conjunction : Rank::disjunction};
    for (const Term& one : term.operands) {
      auto operand = print_condition(one);
      if (!operand) return std::nullopt;
      result.code += result.code.empty() ? "" : (all ? " && " : " || ");
      result.code += enclosed(*operand, Rank::equality);
    }
    return result;
  }

  /// Both sides, in the type that they are compared in.
  struct Pair {
    Printed left;
    Printed right;
    std::string type;
  };
  std::optional<Pair> print_pair(const Term& left, const Term& right) const {
    if (is_literal(left) && is_literal(right)) return std::nullopt;
    const Term& leading = is_literal(left) ? right : left;
    const auto first = print(leading);
    if (!first) return std::nullopt;
    const Term& following = is_literal(left) ? left : right;
    auto second = print_following(following, first->type);
    if (!second) return std::nullopt;
    std::string type = first->type == kDecimalOperand ? first->type : second->type;
    if (is_literal(left)) return Pair{*std::move(second), *first, std::move(type)};
    return Pair{*first, *std::move(second), std::move(type)};
  }

  /// A term that is compared with one of `type`; whole numbers become decimals where one side is decimal.
  MaybePrinted print_following(const Term& term, const std::string& type) const {
    if (!is_literal(term)) {
      auto printed = print(term);
      const bool numbers = printed && (printed->type == kDecimalOperand || type == kDecimalOperand) &&
                           (printed->type == kIntegerOperand || type == kIntegerOperand);
      return printed && (printed->type == type || numbers) ? std::move(printed) : std::nullopt;
    }
    auto literal = print_literal(term, type);
    if (!literal && type == kIntegerOperand) literal = print_literal(term, kDecimalOperand);
    return literal;
  }

  MaybePrinted print_comparison(const Term& term) const {
    const auto pair = print_pair(term.operands[0], term.operands[1]);
    if (!pair || !compares(pair->type, term.text)) return std::nullopt;
    const bool equality = term.text == "=" || term.text == "<>";
    const std::string symbol = term.text == "=" ? "==" : term.text == "<>" ? "!=" : term.text;
    return binary(pair->left, symbol, pair->right, kBoolOperand, equality ? Rank::equality : Rank::relation);
  }

  /// A function of two operands of one type.
  MaybePrinted print_alike(const Term& term, const std::string& function, std::string_view type) const {
    if (term.operands.size() != 2 || is_literal(term.operands[0])) return std::nullopt;
    const auto pair = print_pair(term.operands[0], term.operands[1]);
    if (!pair || pair->left.type != pair->right.type || !compares(pair->type, "=")) return std::nullopt;
    return call(function, {pair->left, pair->right}, type.empty() ? pair->type : type);
  }

  MaybePrinted print_membership(const Term& term) const {
    const auto subject = print(term.operands.front());
    if (!subject || !compares(subject->type, "=")) return std::nullopt;
    Printed result{enclosed(*subject, Rank::primary), std::string(kBoolOperand), Rank::primary};
    result.code += ".in({";
    for (std::size_t i = 1; i < term.operands.size(); ++i) {
      const auto item = print_literal(term.operands[i], subject->type);
      if (!item || item->code.find("::parse(") != std::string::npos) return std::nullopt;
      result.code += (i > 1 ? ", " : "") + item->code;
    }
    result.code += "})";
    return result;
  }

  MaybePrinted print_arithmetic(const Term& term) const {
    const auto pair = print_pair(term.operands[0], term.operands[1]);
    if (!pair || pair->left.type != kIntegerOperand || pair->right.type != kIntegerOperand)
      return std::nullopt;
    const bool sum = term.text == "+" || term.text == "-";
    return binary(pair->left, term.text, pair->right, kIntegerOperand, sum ? Rank::sum : Rank::product);
  }

  MaybePrinted print_call(const Term& term) const {
    if (term.text == "coalesce") return print_alike(term, "schemac::coalesce", {});
    if (term.operands.size() != 1) return std::nullopt;
    const auto operand = print(term.operands.front());
    if (!operand) return std::nullopt;
    struct Function {
      std::string_view name;
      std::string_view takes;
      std::string cpp;
      std::string_view gives;
    };
    static const Function kFunctions[] = {
        {"is_true", kBoolOperand, "schemac::is_true", kBoolOperand},
        {"char_length", kTextOperand, "schemac::character_count", kIntegerOperand},
        {"octet_length", kTextOperand, "schemac::byte_count", kIntegerOperand},
        {"btrim", kTextOperand, "schemac::trimmed", kTextOperand},
    };
    for (const Function& function : kFunctions) {
      if (function.name == term.text && function.takes == operand->type)
        return call(function.cpp, {*operand}, function.gives);
    }
    return print_count(term, *operand);
  }

  /// cardinality of arrays, octet_length of bytea.
  MaybePrinted print_count(const Term& term, const Printed& operand) const {
    const Term& subject = term.operands.front();
    const auto found = subject.kind == TermKind::column ? lookup_(subject.text) : std::nullopt;
    if (!found || operand.type != kExtentOperand) return std::nullopt;
    const model::TypeUse& use = found->column->notes->type;
    const bool array = use.dimensions > 0;
    const bool counts =
        array ? term.text == "cardinality"
              : use.shape == Shape::bytes && (term.text == "octet_length" || term.text == "char_length");
    if (!counts) return std::nullopt;
    return call("schemac::item_count", {operand}, kIntegerOperand);
  }

  MaybePrinted print_cast(const Term& term) const {
    const std::string type = operand_type_of_cast(term.text);
    if (is_literal(term)) return print_literal(term, type);
    const auto operand = print(term.operands.front());
    if (!operand || type.empty()) return std::nullopt;
    if (operand->type == kBoolOperand && type == kIntegerOperand)
      return call("schemac::as_integer", {*operand}, type);
    if (operand->type == kIntegerOperand && type == kDecimalOperand)
      return call("schemac::Operand<schemac::Decimal>", {*operand}, type);
    return operand->type == type ? operand : std::nullopt;
  }

  const OperandLookup& lookup_;
  const model::Model& model_;
};

}  // namespace

std::optional<std::string> cpp_condition(const sql::Term& term, const OperandLookup& lookup,
                                         const model::Model& model) {
  auto printed = Printer(lookup, model).print(term);
  if (!printed || printed->type != kBoolOperand) return std::nullopt;
  return std::move(printed->code);
}

}  // namespace schemac::compiler::targets
