// Reads the hints of a definition: "renamed_from" and "dropped".
#pragma once

#include "model/definition.hpp"

namespace schemac::compiler::model {

inline constexpr MemberSpec kRenamedFromKey = {
    "renamed_from", "The name that it had before: a migration renames it, so that nothing is lost.",
    &kTextForm};
inline constexpr std::string_view kDroppedDoc =
    "What is gone on purpose, by its names: a migration drops only what stands here.";
inline constexpr MemberSpec kDroppedKey = {"dropped", kDroppedDoc, &kTextsForm};

/// Keeps the "renamed_from" of the definition of `id`, where there is one: a name as the server knows it.
void read_renamed_from(Draft& draft, const syntax::Value& definition, const ObjectId& id);

/// Something that is made for a table under the table's name with more behind it is renamed with the table.
void rename_along(Draft& draft, const ObjectId& table, const ObjectId& made);

/// Keeps the names that the "dropped" of a table's or an enum's definition lists.
void read_dropped_parts(Draft& draft, const syntax::Value& definition, const ObjectId& owner);

/// The same of a file, whose objects live in `draft.schema`; those of another schema are listed with it.
void read_dropped(Draft& draft, const syntax::Value& file);

}  // namespace schemac::compiler::model
