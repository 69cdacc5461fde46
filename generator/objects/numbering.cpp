// A sequence takes no value beyond its bounds, and says so with an error.
#include "objects/numbering.hpp"

#include "support/naming.hpp"

namespace schemac::compiler::objects {
namespace {

/// @param sequence an expression for its name
std::string continue_numbers(const std::string& sequence, const model::ObjectId& column) {
  return "SELECT pg_catalog.setval(s.seqrelid, h.value)\n    FROM pg_catalog.pg_sequence s, (SELECT max(" +
         support::quote_identifier(column.part) + ") AS value FROM " + column.qualified_name() +
         ") h\n    WHERE s.seqrelid = " + sequence +
         "::pg_catalog.regclass AND h.value BETWEEN s.seqmin AND s.seqmax";
}

}  // namespace

std::string continue_identity(const model::ObjectId& column) {
  return continue_numbers("pg_catalog.pg_get_serial_sequence(" +
                              support::quote_literal(column.qualified_name()) + ", " +
                              support::quote_literal(column.part) + ")",
                          column);
}

std::string continue_sequence(const model::ObjectId& sequence, const model::ObjectId& column) {
  return continue_numbers(support::quote_literal(sequence.qualified_name()), column);
}

}  // namespace schemac::compiler::objects
