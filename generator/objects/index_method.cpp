// The access methods of PostgreSQL 15 and of the extensions that bring their own.
#include "objects/index_method.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "model/enumeration.hpp"
#include "support/suggestion.hpp"

namespace schemac::compiler::objects {
namespace {

struct Method {
  std::string_view name;
  std::string_view extension;  ///< that brings it; empty: built in
  bool unique = false;
  bool ordered = false;  ///< takes ASC, DESC, NULLS FIRST
  bool include = false;
  bool several_keys = true;
};

constexpr std::array<Method, 10> kMethods = {{
    {"btree", "", true, true, true, true},
    {"hash", "", false, false, false, false},
    {"gist", "", false, false, true, true},
    {"spgist", "", false, false, true, false},
    {"gin", "", false, false, false, true},
    {"brin", "", false, false, false, true},
    {"hnsw", "vector", false, false, false, false},
    {"ivfflat", "vector", false, false, false, false},
    {"bloom", "bloom", false, false, false, true},
    {"rum", "rum", false, false, false, true},
}};

constexpr auto kMethodNames = [] {
  std::array<std::string_view, kMethods.size()> names{};
  for (std::size_t i = 0; i < names.size(); ++i) names[i] = kMethods[i].name;
  return names;
}();

const Method* find_method(std::string_view name) {
  const auto found =
      std::find_if(kMethods.begin(), kMethods.end(), [&](const Method& m) { return m.name == name; });
  return found == kMethods.end() ? nullptr : &*found;
}

/// What the index asks for and the method has not, or an empty string.
std::string_view missing_ability(const Method& method, const model::Index& index) {
  const bool ordered = std::any_of(index.keys.begin(), index.keys.end(), [](const model::IndexKey& key) {
    return key.descending || !key.nulls.empty();
  });
  if (index.unique && !method.unique) return "cannot be unique";
  if (ordered && !method.ordered) return "has no order";
  if (!index.include.empty() && !method.include) return "cannot include columns";
  if (index.keys.size() > 1 && !method.several_keys) return "takes one key only";
  return {};
}

void report_unknown(const syntax::Value& value, model::Draft& draft) {
  draft.diagnostics()
      .error(value.span, "SC1420", "unknown index method `" + value.text + "`",
             "one of btree, hash, gist, spgist, gin, brin")
      .help = support::did_you_mean(value.text, kMethodNames);
}

}  // namespace

constexpr model::ValueForm kIndexMethodForm = model::one_of(kMethodNames);

void read_index_method(const syntax::Value& value, model::Index& index, model::Draft& draft) {
  if (!draft.expect(value, syntax::Kind::string, "\"using\"")) return;
  const Method* method = find_method(value.text);
  if (method == nullptr) {
    report_unknown(value, draft);
    return;
  }
  index.method = value.text;
  if (!method->extension.empty()) draft.expect_extension(method->extension, method->name, value.span);
  if (const auto missing = missing_ability(*method, index); !missing.empty()) {
    draft.diagnostics()
        .error(value.span, "SC1421", "a " + value.text + " index " + std::string(missing), "asked for here")
        .help = "use a btree index for it";
  }
}

}  // namespace schemac::compiler::objects
