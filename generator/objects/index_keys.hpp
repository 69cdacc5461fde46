// Whether an index may have its keys: their operator classes and collations must fit their types.
#pragma once

#include <string>
#include <vector>

#include "model/definition.hpp"
#include "model/index.hpp"
#include "sql/expression.hpp"

namespace schemac::compiler::objects {

/// A key as it was read.
struct KeyUse {
  const syntax::Value* item = nullptr;
  std::string type;  ///< as PostgreSQL prints it; empty where it is not known
  std::vector<sql::Mention> functions;
};

/// SC1107, SC1422 to SC1426 for keys that PostgreSQL would refuse. REQUIRES: `uses[i]` is of `index.keys[i]`.
void refuse_impossible_keys(const model::Index& index, const std::vector<KeyUse>& uses,
                            const model::TableDraft& table, model::Draft& draft);

}  // namespace schemac::compiler::objects
