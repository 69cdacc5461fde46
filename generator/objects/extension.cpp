// Extensions: the shared key "extensions", a list of names.
#include <array>
#include <cstdlib>

#include "model/enumeration.hpp"
#include "model/extension.hpp"
#include "model/key_reading.hpp"
#include "model/state_reader.hpp"
#include "objects/objects.hpp"
#include "support/naming.hpp"

namespace schemac::compiler::objects {
namespace {

using model::Extension;

constexpr std::array<model::KeySpec, 1> kKeys = {
    {{model::Scope::shared, "extensions", "PostgreSQL extensions that the schema uses, by name.", false,
      &model::kTextsForm}}};

// A schema that the extension makes for itself goes unsaid: it is not there yet when the extension is made.
constexpr std::string_view kCatalogue = R"(
SELECT 'pg_extension'::regclass::oid AS class, e.oid, 0 AS sub, e.extname AS name, e.extversion AS version,
       e.extrelocatable AS relocatable, CASE WHEN d.objid IS NULL THEN n.nspname END AS schema
  FROM pg_extension e
  JOIN pg_namespace n ON n.oid = e.extnamespace
  LEFT JOIN pg_depend d ON d.classid = 'pg_namespace'::regclass AND d.objid = n.oid AND d.deptype = 'e'
                       AND d.refclassid = 'pg_extension'::regclass AND d.refobjid = e.oid)";

/// The numbers of a version, "1.10" being later than "1.9".
std::vector<unsigned long> numbers_of(const std::string& version) {
  std::vector<unsigned long> numbers;
  const std::string_view digits = "0123456789";
  for (auto i = version.find_first_of(digits); i != std::string::npos; i = version.find_first_of(digits, i)) {
    numbers.push_back(std::strtoul(version.c_str() + i, nullptr, 10));
    i = version.find_first_not_of(digits, i);
  }
  return numbers;
}

bool is_older(const std::string& version, const std::string& other) {
  return numbers_of(version) < numbers_of(other);
}

class ExtensionKind final : public model::ObjectKind {
 public:
  std::span<const model::KeySpec> keys() const override { return kKeys; }

  void read(const syntax::Member& member, model::TableDraft*, model::Draft& draft) const override {
    if (!draft.expect(member.value, syntax::Kind::array, "\"extensions\"")) return;
    for (const syntax::Value& item : member.value.items) {
      if (!draft.expect(item, syntax::Kind::string, "an extension's name")) continue;
      if (item.text.empty()) {
        draft.diagnostics().error(item.span, "SC1401", "an extension's name is empty");
        continue;
      }
      draft.add({{std::string(name()), {}, item.text, {}}, Extension{}, {}, item.span});
    }
  }

  std::string_view name() const override { return model::kExtensionKind; }
  model::Body load(const syntax::Value& state) const override { return model::read_state<Extension>(state); }

  std::string_view catalogue() const override { return kCatalogue; }
  std::optional<model::Object> decode(const model::CatalogueRow& row) const override {
    return model::Object{{std::string(name()), {}, row.text("name"), {}},
                         Extension{row.text("version"), row.text("schema")},
                         model::ExtensionNotes{row.flag("relocatable")},
                         {}};
  }

  // A database may have it already: plpgsql always, others from its template.
  std::string create(const model::Object& object, const std::vector<std::string>&) const override {
    const auto& extension = object.state.as<Extension>();
    std::string sql = "CREATE EXTENSION IF NOT EXISTS " + support::quote_identifier(object.id.name);
    if (!extension.schema.empty()) sql += " WITH SCHEMA " + support::quote_identifier(extension.schema);
    if (!extension.version.empty()) sql += " VERSION " + support::quote_literal(extension.version);
    return sql;
  }
  std::string drop(const model::Object& object) const override {
    return "DROP EXTENSION " + support::quote_identifier(object.id.name);
  }

  // Extensions bring scripts that lead to later versions, and hardly ever one that leads back.
  model::Alteration alter(const model::Object& from, const model::Object& to,
                          const model::Transition&) const override {
    const auto& before = from.state.as<Extension>();
    const auto& after = to.state.as<Extension>();
    const bool moves = before.schema != after.schema;
    if (moves && !from.notes.as<model::ExtensionNotes>().relocatable) return model::Alteration::replace();
    if (is_older(after.version, before.version)) return model::Alteration::replace();
    const std::string alter = "ALTER EXTENSION " + support::quote_identifier(to.id.name);
    std::vector<model::Step> steps;
    if (moves) steps.push_back({to.id, alter + " SET SCHEMA " + support::quote_identifier(after.schema)});
    if (before.version != after.version)
      steps.push_back({to.id, alter + " UPDATE TO " + support::quote_literal(after.version)});
    return model::Alteration::in_place(std::move(steps));
  }
};

}  // namespace

const model::ObjectKind& extension_kind() {
  static const ExtensionKind kKind;
  return kKind;
}

}  // namespace schemac::compiler::objects
