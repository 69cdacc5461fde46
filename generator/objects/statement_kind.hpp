// The kind of object whose state is one CREATE statement: read from databases, and replaced when it changes.
#pragma once

#include <string>
#include <string_view>

#include "model/object_kind.hpp"

namespace schemac::compiler::objects {

/// Such a kind is a query. What goes and comes back by it holds no data; of an object that differs in its
/// OPTIONS alone, these are altered in place.
class StatementKind : public model::ObjectKind {
 public:
  /// @param catalogue with the columns `schema`, `name` and `part` (the identity), `words`, `sql` and
  ///        `options` (text[]): see model::Statement
  constexpr StatementKind(std::string_view name, std::string_view catalogue)
      : name_(name), catalogue_(catalogue) {}

  [[nodiscard]] std::string_view name() const override { return name_; }
  [[nodiscard]] std::string_view catalogue() const override { return catalogue_; }
  [[nodiscard]] std::optional<model::Object> decode(const model::CatalogueRow& row) const override;

  [[nodiscard]] std::string create(const model::Object& object,
                                   const std::vector<std::string>&) const override;
  [[nodiscard]] std::string drop(const model::Object& object) const override;
  [[nodiscard]] model::Alteration alter(const model::Object& from, const model::Object& to,
                                        const model::Transition&) const override;

 private:
  std::string_view name_;
  std::string_view catalogue_;
};

}  // namespace schemac::compiler::objects
