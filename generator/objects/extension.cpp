// Extensions: the shared key "extensions", a list of names.
#include <array>

#include "model/enumeration.hpp"
#include "model/key_reading.hpp"
#include "model/state_reader.hpp"
#include "objects/objects.hpp"
#include "support/naming.hpp"

namespace schemac::compiler::objects {
namespace {

constexpr std::array<model::KeySpec, 1> kKeys = {
    {{model::Scope::shared, "extensions", "PostgreSQL extensions that the schema uses, by name.", false,
      &model::kTextsForm}}};

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
      draft.add({{std::string(name()), {}, item.text, {}}, model::Named{}, {}, item.span});
    }
  }

  std::string_view name() const override { return model::kExtensionKind; }
  model::Body load(const syntax::Value& state) const override {
    return model::read_state<model::Named>(state);
  }
  std::optional<model::ObjectId> owner(const model::Object&) const override { return std::nullopt; }
  std::vector<model::ObjectId> needs(const model::Object&, const model::Model&) const override { return {}; }

  // A database may have it already: plpgsql always, others from its template.
  std::string create(const model::Object& object, const std::vector<std::string>&) const override {
    return "CREATE EXTENSION IF NOT EXISTS " + support::quote_identifier(object.id.name);
  }
  std::string drop(const model::Object& object) const override {
    return "DROP EXTENSION " + support::quote_identifier(object.id.name);
  }
  std::optional<model::Clause> clause(const model::Object&) const override { return std::nullopt; }
};

}  // namespace

const model::ObjectKind& extension_kind() {
  static const ExtensionKind kKind;
  return kKind;
}

}  // namespace schemac::compiler::objects
