// Reads "shapes": what the jsonb values of a project look like.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "model/json_shape.hpp"
#include "model/vocabulary.hpp"
#include "resolve/type_table.hpp"

namespace schemac::compiler::resolve {

class JsonShapes {
 public:
  /// Everything is borrowed.
  JsonShapes(const model::Vocabulary& vocabulary, model::Draft& draft);

  /// Reads the "shapes" of a file into the project, each after those that it is made of, which are of this
  /// file or of one that was read before. REQUIRES the enums and domain types of all files to be known.
  /// SC1130 what no shape can be, SC1131 a shape within itself.
  void read(const syntax::Value& shapes);

 private:
  void read_one(const syntax::Member& definition);
  void read_member(const syntax::Member& member, model::JsonShape& shape);
  bool read_type(const syntax::Value& value, model::JsonShapeMember& member);
  bool read_nested(const ColumnForm& form, const syntax::Value& value, model::JsonShapeMember& member);
  void read_rules(const syntax::Value& value, model::JsonShapeMember& member);

  model::Draft& draft_;
  TypeTable types_;
  std::map<std::string_view, const model::ValidatorRule*> rules_;
  std::vector<std::string_view> member_keys_;
  /// Those that are being read, outermost first, and those that wait for it.
  std::vector<std::string> open_;
  const syntax::Value* shapes_ = nullptr;
  std::set<const syntax::Member*> read_;
};

/// "shape" of a column: gives its type the shape, and the column the rule that its value is an object. SC1132
/// where there is no such shape or the column is no jsonb.
void read_column_shape(const syntax::Value& shape, model::ColumnDraft& column, const model::TableDraft& table,
                       model::Draft& draft);

/// SC1133 where a literal is not of that shape, at the part that is not.
void expect_shape(const syntax::Value& literal, const model::JsonShape& shape, model::Draft& draft);

}  // namespace schemac::compiler::resolve
