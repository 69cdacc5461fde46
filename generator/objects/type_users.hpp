// Where values of a type are stored.
#pragma once

#include <string>
#include <vector>

#include "model/model.hpp"

namespace schemac::compiler::objects {

struct TypeUser {
  const model::Object* column;
  bool array = false;  ///< it holds arrays of the type
};

/// The columns of tables whose type is `type` or a domain over it, or an array of one of these.
std::vector<TypeUser> columns_of_type(const model::Model& model, const model::ObjectId& type);

/// Whether values of the type may be stored anywhere: in a column, or inside of another type.
bool is_stored(const model::Model& model, const model::ObjectId& type);

/// Whether values of the type are parts of other values: of arrays, rows, ranges.
bool is_contained(const model::Model& model, const model::ObjectId& type);

/// A query: whether no row of the column's table meets the condition.
std::string no_row_where(const model::Object& column, const std::string& condition);

/// "a AND b", for a step's precondition.
std::string all_of(const std::vector<std::string>& queries);

}  // namespace schemac::compiler::objects
