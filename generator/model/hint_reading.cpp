// Hints are kept as they are read; what is wrong with them shows once everything is known (resolve/hints).
#include "model/hint_reading.hpp"

#include <algorithm>

#include "model/function.hpp"

namespace schemac::compiler::model {
namespace {

bool expect_old_name(Draft& draft, const syntax::Value& name, std::string_view what) {
  if (!draft.expect(name, syntax::Kind::string, what)) return false;
  if (!name.text.empty()) return true;
  draft.diagnostics().error(name.span, "SC1401", std::string(what) + " is empty");
  return false;
}

template <class Identity>
void read_names(Draft& draft, const syntax::Value& definition, Identity identity) {
  const syntax::Value* names = definition.find(kDroppedKey.key);
  if (names == nullptr || !draft.expect(*names, syntax::Kind::array, "\"dropped\"")) return;
  for (const syntax::Value& item : names->items) {
    if (expect_old_name(draft, item, "a dropped name"))
      draft.hints.dropped.push_back({identity(item.text), item.span});
  }
}

}  // namespace

void read_renamed_from(Draft& draft, const syntax::Value& definition, const ObjectId& id) {
  if (!definition.is(syntax::Kind::object)) return;
  const syntax::Value* name = definition.find(kRenamedFromKey.key);
  if (name == nullptr || !expect_old_name(draft, *name, "\"renamed_from\"")) return;
  ObjectId from = id;
  const bool is_part = !id.part.empty() && id.kind != kFunctionKind;
  (is_part ? from.part : from.name) = name->text;
  draft.hints.renames.push_back({std::move(from), id, name->span});
}

void rename_along(Draft& draft, const ObjectId& table, const ObjectId& made) {
  const auto is_of_table = [&](const Rename& rename) { return rename.to == table; };
  const auto found = std::find_if(draft.hints.renames.begin(), draft.hints.renames.end(), is_of_table);
  if (found == draft.hints.renames.end()) return;
  ObjectId from = made;
  from.name = found->from.name + made.name.substr(table.name.size());
  draft.hints.renames.push_back({std::move(from), made, {}});
}

void read_dropped_parts(Draft& draft, const syntax::Value& definition, const ObjectId& owner) {
  read_names(draft, definition, [&](const std::string& name) {
    return ObjectId{{}, owner.schema, owner.name, name};
  });
}

void read_dropped(Draft& draft, const syntax::Value& file) {
  read_names(draft, file, [&](const std::string& name) {
    const auto dot = name.find('.');
    if (dot == std::string::npos) return ObjectId{{}, draft.schema, name, {}};
    return ObjectId{{}, name.substr(0, dot), name.substr(dot + 1), {}};
  });
}

}  // namespace schemac::compiler::model
