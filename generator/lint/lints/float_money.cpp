// Finds amounts of money in columns of floating point.
#include <algorithm>
#include <array>

#include "lint/lints.hpp"
#include "model/column.hpp"

namespace schemac::compiler::lint {
namespace {

constexpr std::array<std::string_view, 13> kMoneyWords = {"amount", "balance", "budget",  "cost",  "fee",
                                                          "fees",   "income",  "payment", "price", "revenue",
                                                          "salary", "tax",     "wage"};

/// One of the words of a snake_case name is about money.
bool sounds_like_money(std::string_view name) {
  while (!name.empty()) {
    const std::string_view word = name.substr(0, name.find('_'));
    if (std::find(kMoneyWords.begin(), kMoneyWords.end(), word) != kMoneyWords.end()) return true;
    name.remove_prefix(std::min(name.size(), word.size() + 1));
  }
  return false;
}

class FloatMoney final : public Lint {
 public:
  std::string_view code() const override { return "SC3004"; }
  support::Severity severity() const override { return support::Severity::warning; }
  std::string_view explanation() const override {
    return "Binary floating point cannot hold most decimal amounts: sums drift by cents.";
  }

  void check(const Input& input, support::Diagnostics& diagnostics) const override {
    for (const model::Object& object : input.model.of_kind(model::kColumnKind)) {
      if (!object.notes.empty() && !object.notes.as<model::ColumnNotes>().keep.empty()) continue;
      const std::string& type = object.state.as<model::Column>().type;
      const bool is_float = type == "real" || type == "double precision";
      if (!is_float || !sounds_like_money(object.id.part)) continue;
      report(diagnostics, object.origin, "`" + object.id.part + "` looks like money, but its type is " + type,
             "binary fractions cannot hold cents")
          .help = "use `numeric(p,s)`, or say why not with \"keep\"";
    }
  }
};

}  // namespace

const Lint& float_money() {
  static const FloatMoney kLint;
  return kLint;
}

}  // namespace schemac::compiler::lint
