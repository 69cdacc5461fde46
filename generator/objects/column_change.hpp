// How columns of tables that are in use are added, altered and removed.
#pragma once

#include <string>

#include "model/column.hpp"
#include "model/object_kind.hpp"

namespace schemac::compiler::objects {

/// "title text NOT NULL DEFAULT …": as CREATE TABLE and ADD COLUMN state a column.
std::string column_definition(const model::Object& column);

std::vector<model::Step> add_column(const model::Object& column, const model::Transition& transition);
std::vector<model::Step> remove_column(const model::Object& column, const model::Transition& transition);
model::Alteration alter_column(const model::Object& from, const model::Object& to,
                               const model::Transition& transition);

}  // namespace schemac::compiler::objects
