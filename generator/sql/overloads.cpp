// Exact match first, then those that the arguments become by themselves, then the rounds of PostgreSQL's
// func_select_candidate. A polymorphic candidate is bound to the call's types before it counts as fitting.
#include "sql/overloads.hpp"

#include <algorithm>
#include <optional>
#include <string_view>

namespace schemac::compiler::sql {
namespace {

/// What the polymorphic types of one candidate stand for in one call.
struct Binding {
  TypeId element = kNoType;
  TypeId array = kNoType;
  TypeId range = kNoType;
  TypeId multirange = kNoType;
  std::vector<TypeId> alike;  ///< of anycompatible and its kin: their elements
};

std::string_view pseudo_name(const Types& types, TypeId type) {
  return types.kind(type) == 'p' && type != types.literal() ? facts::name(facts::type(type).name)
                                                            : std::string_view();
}

bool bind(TypeId& slot, TypeId type) {
  if (slot != kNoType && slot != type) return false;
  slot = type;
  return true;
}

TypeId subtype(TypeId range) {
  return facts::type(range).related;
}

/// Binds one argument; false where the candidate cannot take it.
bool bind_argument(const Types& types, std::string_view declared, TypeId actual, Binding& binding) {
  const bool compatible = declared.starts_with("anycompatible");
  const std::string_view form = declared.substr(compatible ? 13 : 3);
  if (form == "array") {
    if (!types.is_array(actual)) return false;
    if (!compatible) return bind(binding.array, actual);
    binding.alike.push_back(types.element(actual));
    return true;
  }
  if (form == "range") return types.kind(actual) == 'r' && bind(binding.range, actual);
  if (form == "multirange") return types.kind(actual) == 'm' && bind(binding.multirange, actual);
  if (form == "nonarray" && types.is_array(actual)) return false;
  if (form == "enum" && types.kind(actual) != 'e') return false;
  if (!compatible) return bind(binding.element, actual);
  binding.alike.push_back(actual);
  return true;
}

/// Makes what was bound agree with itself.
bool complete(const Types& types, Binding& binding) {
  if (binding.array != kNoType && !bind(binding.element, types.element(binding.array))) return false;
  if (binding.multirange != kNoType && !bind(binding.range, facts::type(binding.multirange).related))
    return false;
  if (binding.range != kNoType && binding.alike.empty() && !bind(binding.element, subtype(binding.range)))
    return false;
  if (binding.element != kNoType && binding.array == kNoType) binding.array = types.array_of(binding.element);
  if (binding.alike.empty()) return true;
  const TypeId common = types.common(binding.alike);
  if (common == kNoType) return false;
  return std::all_of(binding.alike.begin(), binding.alike.end(),
                     [&](TypeId type) { return types.conversion(type, common, Coercion::implicit).exists; });
}

TypeId bound(const Types& types, TypeId declared, const Binding& binding) {
  const std::string_view name = pseudo_name(types, declared);
  if (!name.starts_with("any") || name == "any") return declared;
  const bool compatible = name.starts_with("anycompatible");
  const std::string_view form = name.substr(compatible ? 13 : 3);
  const TypeId element = compatible && !binding.alike.empty() ? types.common(binding.alike) : binding.element;
  if (form == "array") return compatible ? types.array_of(element) : binding.array;
  if (form == "range") return binding.range;
  if (form == "multirange") {
    return binding.multirange;
  }
  return element;
}

/// Whether the candidate takes the arguments; its polymorphic types become those of the call.
bool fits(const Types& types, Candidate& candidate, std::span<const TypeId> arguments) {
  Binding binding;
  bool polymorphic = false;
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    const TypeId declared = candidate.arguments[i];
    const std::string_view pseudo = pseudo_name(types, declared);
    if (pseudo == "any") continue;
    if (pseudo.starts_with("any")) {
      polymorphic = true;
      if (arguments[i] != types.literal() && !bind_argument(types, pseudo, arguments[i], binding))
        return false;
    } else if (!types.conversion(arguments[i], declared, Coercion::implicit).exists) {
      return false;
    }
  }
  if (!polymorphic && !pseudo_name(types, candidate.result).starts_with("any")) return true;
  if (!complete(types, binding)) return false;
  for (TypeId& declared : candidate.arguments) declared = bound(types, declared, binding);
  candidate.result = bound(types, candidate.result, binding);
  return true;
}

bool is_exact(const Types& types, const Candidate& candidate, std::span<const TypeId> arguments) {
  return std::equal(arguments.begin(), arguments.end(), candidate.arguments.begin()) &&
         std::find(arguments.begin(), arguments.end(), types.literal()) == arguments.end();
}

/// The rounds that narrow several fitting candidates down.
class Narrowing {
 public:
  Narrowing(const Types& types, const std::vector<Candidate>& declared, std::span<const TypeId> arguments)
      : types_(types), declared_(declared), arguments_(arguments) {
    for (std::size_t i = 0; i < declared.size(); ++i) left_.push_back(i);
  }

  /// The index of the one that is left.
  std::optional<std::size_t> run() {
    keep_best([&](const Candidate& c, std::size_t i) { return c.arguments[i] == arguments_[i]; });
    if (left_.size() == 1) return left_[0];
    keep_best([&](const Candidate& c, std::size_t i) {
      return c.arguments[i] == arguments_[i] || prefers(c.arguments[i], types_.category(arguments_[i]));
    });
    if (left_.size() == 1) return left_[0];
    if (std::find(arguments_.begin(), arguments_.end(), types_.literal()) == arguments_.end()) return {};
    keep_by_category();
    if (left_.size() == 1) return left_[0];
    return with_literals_like_the_rest();
  }

 private:
  [[nodiscard]] bool prefers(TypeId type, char category) const {
    return types_.is_preferred(type) && types_.category(type) == category;
  }
  [[nodiscard]] bool is_literal(std::size_t i) const { return arguments_[i] == types_.literal(); }

  template <class Matches>
  void keep_best(Matches matches) {
    std::vector<std::size_t> best;
    std::size_t most = 0;
    for (const std::size_t at : left_) {
      std::size_t count = 0;
      for (std::size_t i = 0; i < arguments_.size(); ++i)
        count += !is_literal(i) && matches(declared_[at], i) ? 1 : 0;
      if (count > most || best.empty()) best.clear();
      if (count > most || best.empty()) most = count;
      if (count == most) best.push_back(at);
    }
    left_ = best;
  }

  /// Literals take the string category where a candidate has it, else the one that all agree on.
  void keep_by_category() {
    std::vector<std::pair<char, bool>> wanted(arguments_.size());
    for (std::size_t i = 0; i < arguments_.size(); ++i) {
      if (!is_literal(i)) continue;
      wanted[i] = category_of_slot(i);
      if (wanted[i].first == '\0') return;
    }
    std::vector<std::size_t> kept;
    for (const std::size_t at : left_) {
      if (has_categories(declared_[at], wanted)) kept.push_back(at);
    }
    if (!kept.empty()) left_ = kept;
  }

  [[nodiscard]] std::pair<char, bool> category_of_slot(std::size_t i) const {
    char category = '\0';
    bool conflict = false;
    for (const std::size_t at : left_) {
      const char own = types_.category(declared_[at].arguments[i]);
      if (own == 'S') category = 'S';
      if (category == '\0') category = own;
      if (own != category && category != 'S') conflict = true;
    }
    if (conflict && category != 'S') return {'\0', false};
    const bool preferred = std::any_of(left_.begin(), left_.end(), [&](std::size_t at) {
      return prefers(declared_[at].arguments[i], category);
    });
    return {category, preferred};
  }

  [[nodiscard]] bool has_categories(const Candidate& candidate,
                                    const std::vector<std::pair<char, bool>>& wanted) const {
    for (std::size_t i = 0; i < arguments_.size(); ++i) {
      if (!is_literal(i)) continue;
      const TypeId type = candidate.arguments[i];
      if (types_.category(type) != wanted[i].first) return false;
      if (wanted[i].second && !types_.is_preferred(type)) return false;
    }
    return true;
  }

  std::optional<std::size_t> with_literals_like_the_rest() {
    TypeId known = kNoType;
    for (const TypeId type : arguments_) {
      if (type == types_.literal()) continue;
      if (known != kNoType && known != type) return {};
      known = type;
    }
    if (known == kNoType) return {};
    const std::vector<TypeId> all(arguments_.size(), known);
    std::optional<std::size_t> only;
    for (const std::size_t at : left_) {
      Candidate candidate = declared_[at];
      if (!fits(types_, candidate, all)) continue;
      if (only) return {};
      only = at;
    }
    return only;
  }

  const Types& types_;
  const std::vector<Candidate>& declared_;
  std::span<const TypeId> arguments_;
  std::vector<std::size_t> left_;
};

/// The operator for two equal types, where one side is a literal.
std::optional<Candidate> exact_operator(const Types& types, const std::vector<Candidate>& candidates,
                                        std::span<const TypeId> arguments) {
  std::vector<TypeId> both(arguments.begin(), arguments.end());
  if (both.size() == 2) {
    if (both[0] == types.literal()) both[0] = both[1];
    if (both[1] == types.literal()) both[1] = both[0];
  }
  for (const Candidate& candidate : candidates) {
    if (is_exact(types, candidate, both)) return candidate;
  }
  return std::nullopt;
}

}  // namespace

Choice choose(const Types& types, std::vector<Candidate> candidates, std::span<const TypeId> arguments,
              bool is_operator) {
  if (std::find(arguments.begin(), arguments.end(), kNoType) != arguments.end()) return {};
  for (const Candidate& candidate : candidates) {
    if (is_exact(types, candidate, arguments)) return {Verdict::found, candidate};
  }
  if (is_operator) {
    if (auto exact = exact_operator(types, candidates, arguments)) return {Verdict::found, *std::move(exact)};
  }
  std::vector<Candidate> declared;
  std::vector<Candidate> fitting;
  for (Candidate& candidate : candidates) {
    Candidate in_call = candidate;
    if (!fits(types, in_call, arguments)) continue;
    declared.push_back(std::move(candidate));
    fitting.push_back(std::move(in_call));
  }
  if (fitting.empty()) return {Verdict::none, {}};
  if (fitting.size() == 1) return {Verdict::found, fitting[0]};
  const auto chosen = Narrowing(types, declared, arguments).run();
  return chosen ? Choice{Verdict::found, fitting[*chosen]} : Choice{};
}

}  // namespace schemac::compiler::sql
