// What indexes are written as, and the steps by which one is built or dropped while its table is in use:
// shared by indexes and by the keys that are kept by one.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/index.hpp"
#include "model/object_kind.hpp"

namespace schemac::compiler::objects {

/// An index as a statement is written of it.
struct NamedIndex {
  std::string schema;
  std::string name;
  const model::Index& index;

  [[nodiscard]] model::ObjectId table() const;
  [[nodiscard]] std::string qualified_name() const;
};

enum class Build : std::uint8_t {
  plain,
  only,         ///< without those of the partitions, which are attached to it one by one
  concurrently  ///< writers go on; not in a transaction
};

/// CREATE INDEX.
std::string create_index(const NamedIndex& index, Build build);

/// What makes the parameters of an index `to` where they were `from`: up to two statements.
std::vector<model::Step> change_storage(const model::ObjectId& object, const std::string& index,
                                        const std::vector<std::string>& from,
                                        const std::vector<std::string>& to);

/// What sets how closely ANALYZE looks at the keys of `index`, where that differs from `before`.
std::vector<model::Step> set_statistics(const model::ObjectId& object, const NamedIndex& index,
                                        const std::vector<model::IndexKey>& before);

/// Builds the index on a table that is in use; SC5007 where it is unique.
model::Step build_concurrently(const model::ObjectId& object, const NamedIndex& index);
model::Step drop_concurrently(const model::ObjectId& object, const NamedIndex& named);

/// SC5007 and its condition: no two rows agree in the keys of a unique index.
void expect_distinct(model::Step& step, const NamedIndex& index);

/// The name under which a successor is built beside what has `name` still.
std::string beside_name(const std::string& name);

}  // namespace schemac::compiler::objects
