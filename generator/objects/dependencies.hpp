// What a piece of SQL may depend on: the objects of the model that its names name.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/model.hpp"

namespace schemac::compiler::objects {

using Ids = std::vector<model::ObjectId>;

/// Appends the functions whose names are among `names` (sorted): every overload, for a name does not tell
/// which.
void append_functions(Ids& ids, const model::Model& model, const std::vector<std::string>& names);

/// Appends the enums and domain types among `names` (sorted).
void append_enums(Ids& ids, const model::Model& model, const std::vector<std::string>& names);

/// Appends the enums and other types among `names` (sorted); every table and view is a type, too.
void append_types(Ids& ids, const model::Model& model, const std::vector<std::string>& names);

/// Appends a table or view and, of a table, the columns among `names` (sorted).
void append_relation(Ids& ids, const model::Model& model, const model::ObjectId& relation,
                     const std::vector<std::string>& names);

/// The relation of that name in the model: a table, a view or a materialized view; nullptr where it has none.
const model::Object* find_relation(const model::Model& model, std::string_view schema, std::string_view name);

}  // namespace schemac::compiler::objects
