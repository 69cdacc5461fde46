// Tables with their mixins. A mixin is a partial table: its columns come first, and its other keys are read
// as if they stood in the table; a key that the table has itself replaces the mixin's, unless both add up.
#include "resolve/tables.hpp"

#include <algorithm>

#include "model/hint_reading.hpp"
#include "resolve/core_keys.hpp"
#include "support/naming.hpp"
#include "support/suggestion.hpp"

namespace schemac::compiler::resolve {

using syntax::Kind;
using syntax::Value;

namespace {

bool contains(const std::vector<std::string_view>& keys, std::string_view key) {
  return std::find(keys.begin(), keys.end(), key) != keys.end();
}

/// Whether resolve reads `key` itself, or nobody does.
bool is_own(std::span<const model::MemberSpec> own, std::string_view key) {
  return key == "//" || contains(model::keys_of(own), key);
}

}  // namespace

Tables::Tables(const model::Vocabulary& vocabulary, model::Draft& draft, ColumnReader& columns)
    : draft_(draft), columns_(columns), mixin_keys_(model::keys_of(mixin_keys())) {
  for (const model::Feature* feature : vocabulary.features) take_keys_of(*feature);
  for (const model::ObjectKind* kind : vocabulary.kinds) take_keys_of(*kind);
  table_keys_ = mixin_keys_;
  for (const std::string_view key : model::keys_of(table_keys())) table_keys_.push_back(key);
}

void Tables::take_keys_of(const model::DefinitionReader& reader) {
  for (const model::KeySpec& spec : reader.keys()) {
    if (spec.scope != model::Scope::table) continue;
    mixin_keys_.push_back(spec.key);
    if (spec.adds_up) additive_keys_.push_back(spec.key);
  }
}

void Tables::add_mixins(const Value& mixins) {
  if (!draft_.expect(mixins, Kind::object, "\"mixins\"")) return;
  for (const syntax::Member& member : mixins.members) {
    if (member.key == "//" || !draft_.expect(member.value, Kind::object, "a mixin")) continue;
    draft_.expect_name(member.key, member.key_span);
    draft_.refuse_unknown_keys(member.value, mixin_keys_, "a mixin");
    mixins_.emplace(member.key, &member.value);
  }
}

void Tables::declare(const Value& tables, const std::string& domain) {
  if (!draft_.expect(tables, Kind::object, "\"tables\"")) return;
  for (const syntax::Member& member : tables.members) {
    if (member.key != "//" && draft_.expect(member.value, Kind::object, "a table"))
      declare_table(member, domain);
  }
}

void Tables::declare_table(const syntax::Member& member, const std::string& domain) {
  draft_.expect_name(member.key, member.key_span);
  draft_.refuse_unknown_keys(member.value, table_keys_, "a table");
  const auto [at, added] = draft_.tables.try_emplace(member.key);
  model::TableDraft& table = at->second;
  if (!added) {
    draft_.diagnostics().error(member.key_span, "SC1302", "there are two tables `" + member.key + "`",
                               "the other stands at " + draft_.place(table.origin));
    return;
  }
  table.id = {std::string(model::kTableKind), draft_.schema, member.key, {}};
  table.origin = member.key_span;
  table.notes.domain = domain;
  read_own_keys(member.value, table);
  const auto mixins = mixins_of(member.value);
  for (const Value* mixin : mixins) {
    if (const Value* columns = mixin->find("columns")) columns_.read(*columns, table);
    model::read_dropped_parts(draft_, *mixin, table.id);
  }
  if (const Value* columns = member.value.find("columns")) columns_.read(*columns, table);
  declared_.push_back({&table, merge_keys(mixins, member.value), member.value.find("seeds")});
}

void Tables::read_own_keys(const Value& definition, model::TableDraft& table) {
  const auto text = [&](std::string_view key) -> std::string {
    const Value* value = definition.find(key);
    if (value == nullptr || !draft_.expect(*value, Kind::string, "\"" + std::string(key) + "\"")) return {};
    return value->text;
  };
  table.notes.doc = text("doc");
  table.notes.keep = text("keep");
  table.notes.singular = text("singular");
  table.notes.deprecated = text("deprecated");
  model::read_renamed_from(draft_, definition, table.id);
  model::read_dropped_parts(draft_, definition, table.id);
  if (table.notes.singular.empty()) table.notes.singular = support::singular(table.id.name);
}

std::vector<const Value*> Tables::mixins_of(const Value& definition) {
  std::vector<const Value*> found;
  const Value* names = definition.find("mixins");
  if (names == nullptr || !draft_.expect(*names, Kind::array, "\"mixins\"")) return found;
  for (const Value& name : names->items) {
    if (!draft_.expect(name, Kind::string, "a mixin's name")) continue;
    if (const auto mixin = mixins_.find(name.text); mixin != mixins_.end()) {
      found.push_back(mixin->second);
      continue;
    }
    std::vector<std::string_view> known;
    for (const auto& [known_name, value] : mixins_) known.push_back(known_name);
    draft_.diagnostics()
        .error(name.span, "SC1113", "unknown mixin `" + name.text + "`", "shared.json has none of that name")
        .help = support::did_you_mean(name.text, known);
  }
  return found;
}

std::vector<const syntax::Member*> Tables::merge_keys(const std::vector<const Value*>& mixins,
                                                      const Value& definition) const {
  std::vector<const syntax::Member*> keys;
  for (const Value* mixin : mixins) {
    for (const syntax::Member& member : mixin->members) {
      if (is_own(mixin_keys(), member.key)) continue;
      if (contains(additive_keys_, member.key) || definition.find(member.key) == nullptr)
        keys.push_back(&member);
    }
  }
  for (const syntax::Member& member : definition.members) {
    if (!is_own(table_keys(), member.key)) keys.push_back(&member);
  }
  return keys;
}

}  // namespace schemac::compiler::resolve
