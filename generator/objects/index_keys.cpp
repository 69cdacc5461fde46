// Asks the facts about each key of an index.
#include "objects/index_keys.hpp"

#include "model/expression_reading.hpp"
#include "sql/operator_class.hpp"

namespace schemac::compiler::objects {

void refuse_impossible_keys(const model::Index& index, const std::vector<KeyUse>& uses,
                            const model::TableDraft& table, model::Draft& draft) {
  const model::DraftScope scope(draft, &table);
  for (std::size_t i = 0; i < index.keys.size(); ++i) {
    const model::IndexKey& key = index.keys[i];
    const KeyUse& use = uses[i];
    const auto keep = [&](std::optional<sql::Objection> mistake) {
      if (!mistake) return;
      std::vector<std::string> functions;
      for (const sql::Mention& function : use.functions) functions.push_back(function.name);
      draft.object_later(std::move(functions), use.item->span, *std::move(mistake));
    };
    keep(sql::operator_class_mistake(scope, index.method, key.opclass, use.type));
    if (!key.collation.empty()) keep(sql::collation_mistake(scope, key.collation, use.type));
  }
}

}  // namespace schemac::compiler::objects
