// Text search configurations. Their mappings change in place, so that what searches by them need not go.
#include <algorithm>

#include "model/text_search.hpp"
#include "objects/objects.hpp"

namespace schemac::compiler::objects {
namespace {

using model::TextSearchConfiguration;
using model::TextSearchMapping;

constexpr std::string_view kCatalogue = R"(
SELECT 'pg_ts_config'::regclass::oid AS class, c.oid, 0 AS sub, n.nspname AS schema, c.cfgname AS name,
       format('%I.%I', pn.nspname, p.prsname) AS parser, m.tokens, m.dictionaries
  FROM pg_ts_config c
  JOIN user_schemas n ON n.oid = c.cfgnamespace
  JOIN pg_ts_parser p ON p.oid = c.cfgparser
  JOIN pg_namespace pn ON pn.oid = p.prsnamespace,
  LATERAL (SELECT array_agg(t.alias::text ORDER BY t.tokid, m.mapseqno) AS tokens,
                  array_agg(m.dictionary ORDER BY t.tokid, m.mapseqno) AS dictionaries
             FROM (SELECT m.maptokentype, m.mapseqno, format('%I.%I', dn.nspname, d.dictname) AS dictionary
                     FROM pg_ts_config_map m
                     JOIN pg_ts_dict d ON d.oid = m.mapdict
                     JOIN pg_namespace dn ON dn.oid = d.dictnamespace
                    WHERE m.mapcfg = c.oid) m
             JOIN ts_token_type(c.cfgparser) t ON t.tokid = m.maptokentype) m)";

const TextSearchMapping* find(const TextSearchConfiguration& state, const std::string& token) {
  const auto found = std::find_if(state.mappings.begin(), state.mappings.end(),
                                  [&](const TextSearchMapping& mapping) { return mapping.token == token; });
  return found == state.mappings.end() ? nullptr : &*found;
}

std::string words(const model::Object& object) {
  return "TEXT SEARCH CONFIGURATION " + object.id.qualified_name();
}

std::string mapping(const model::Object& object, std::string_view verb, const TextSearchMapping& mapping) {
  std::string sql =
      "ALTER " + words(object) + " " + std::string(verb) + " MAPPING FOR " + mapping.token + " WITH ";
  for (std::size_t i = 0; i < mapping.dictionaries.size(); ++i)
    sql += (i == 0 ? "" : ", ") + mapping.dictionaries[i];
  return sql;
}

class TextSearchConfigurationKind final : public model::ObjectKind {
 public:
  std::string_view name() const override { return "text_search_configuration"; }

  std::string_view catalogue() const override { return kCatalogue; }
  std::optional<model::Object> decode(const model::CatalogueRow& row) const override {
    TextSearchConfiguration state{row.text("parser"), {}};
    const auto tokens = row.list("tokens");
    const auto dictionaries = row.list("dictionaries");
    for (std::size_t i = 0; i < tokens.size(); ++i) {
      if (i == 0 || tokens[i] != tokens[i - 1]) state.mappings.push_back({tokens[i], {}});
      state.mappings.back().dictionaries.push_back(dictionaries[i]);
    }
    return model::Object{
        {std::string(name()), row.text("schema"), row.text("name"), {}}, std::move(state), {}, {}};
  }

  std::string create(const model::Object& object, const std::vector<std::string>&) const override {
    const auto& state = object.state.as<TextSearchConfiguration>();
    std::string sql = "CREATE " + words(object) + " (PARSER = " + state.parser + ")";
    for (const TextSearchMapping& one : state.mappings) sql += ";\n" + mapping(object, "ADD", one);
    return sql;
  }
  std::string drop(const model::Object& object) const override { return "DROP " + words(object); }

  model::Alteration alter(const model::Object& from, const model::Object& to,
                          const model::Transition&) const override {
    const auto& before = from.state.as<TextSearchConfiguration>();
    const auto& after = to.state.as<TextSearchConfiguration>();
    if (before.parser != after.parser) return model::Alteration::replace();
    std::vector<model::Step> steps;
    for (const TextSearchMapping& one : before.mappings) {
      if (find(after, one.token) == nullptr)
        steps.push_back({to.id, "ALTER " + words(to) + " DROP MAPPING FOR " + one.token});
    }
    for (const TextSearchMapping& one : after.mappings) {
      const TextSearchMapping* old = find(before, one.token);
      if (old == nullptr || !(*old == one))
        steps.push_back({to.id, mapping(to, old == nullptr ? "ADD" : "ALTER", one)});
    }
    return model::Alteration::in_place(std::move(steps));
  }

  bool endures(const model::Object&) const override { return true; }
  /// Without a dictionary it is without the mappings that ask it.
  std::optional<model::Object> without(const model::Object& object,
                                       const model::ObjectId& needed) const override {
    auto state = object.state.as<TextSearchConfiguration>();
    const bool asked = std::erase_if(state.mappings, [&](const TextSearchMapping& one) {
                         return std::find(one.dictionaries.begin(), one.dictionaries.end(),
                                          needed.qualified_name()) != one.dictionaries.end();
                       }) > 0;
    if (!asked || needed.kind != "text_search_dictionary") return std::nullopt;
    model::Object reduced = object;
    reduced.state = std::move(state);
    return reduced;
  }
};

}  // namespace

const model::ObjectKind& text_search_configuration_kind() {
  static const TextSearchConfigurationKind kKind;
  return kKind;
}

}  // namespace schemac::compiler::objects
