// Connection strings: libpq reads them, we only add to them.
#include "connection_string.hpp"

#include <cstdlib>

#include "connect.hpp"

namespace schemac {
namespace {

/// libpq's environment variable for a parameter, where we have a default for it.
const char* variable_of(std::string_view key) {
  if (key == "connect_timeout") return "PGCONNECT_TIMEOUT";
  if (key == "sslmode") return "PGSSLMODE";
  if (key == "target_session_attrs") return "PGTARGETSESSIONATTRS";
  return "PGAPPNAME";
}

/// Of a parameter that is given twice, libpq takes the last one.
std::string with_parameter(const std::string& connection_string, std::string_view key,
                           std::string_view value) {
  std::string separator = " ";
  bool url = connection_string.starts_with("postgresql://") || connection_string.starts_with("postgres://");
  if (url) separator = connection_string.find('?') == std::string::npos ? "?" : "&";
  return connection_string + separator + std::string{key} + "=" + std::string{value};
}

}  // namespace

std::string connection_parameter(const std::string& connection_string, std::string_view key) {
  return std::string{value(parse_connection_string(connection_string), key)};
}

std::string with_default_parameter(const std::string& connection_string, std::string_view key,
                                   std::string_view value) {
  const char* environment = std::getenv(variable_of(key));
  bool given = !connection_parameter(connection_string, key).empty();
  if (given || (environment != nullptr && *environment != '\0')) return connection_string;
  return with_parameter(connection_string, key, value);
}

std::string with_database(const std::string& connection_string, std::string_view name) {
  return with_parameter(connection_string, "dbname", name);
}

}  // namespace schemac
