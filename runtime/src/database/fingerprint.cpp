// Fingerprints of statements. The one file of the runtime that sees libpg_query, PostgreSQL's own parser.
#include "database/fingerprint.hpp"

#include <pg_query.h>

namespace schemac {

std::string fingerprint_of(const std::string& sql) {
  const PgQueryFingerprintResult result = pg_query_fingerprint(sql.c_str());
  std::string text = result.error == nullptr ? result.fingerprint_str : "";
  pg_query_free_fingerprint_result(result);
  return text;
}

}  // namespace schemac
