// varchar(n): text of at most n code points; without n it is text by another name.
#include "types/text_type.hpp"
#include "types/types.hpp"

namespace schemac::compiler::types {
namespace {

UseResult use(Parameters parameters) {
  if (parameters.empty()) return plain_use("character varying", Shape::text);
  return use_with_length(parameters, "varchar", "character varying", Shape::text, kMaxDeclaredLength);
}

}  // namespace

const model::ColumnType& varchar_type() {
  static const ScalarType kType{{.spellings = {"varchar", "character varying", "char varying"},
                                 .plain = plain_use("character varying", Shape::text),
                                 .use = use,
                                 .refuse_text = refuse_longer}};
  return kType;
}

}  // namespace schemac::compiler::types
