// Turns what the server said about a failure into the exception for it.
#include "failure.hpp"

#include <libpq-fe.h>

#include <cstdlib>
#include <utility>

#include "schemac/error.hpp"
#include "schemac/redact.hpp"

namespace schemac {
namespace {

constexpr std::size_t kContextBytes = 1000;

std::string field(const pg_result* failed, int code) {
  const char* text = PQresultErrorField(failed, code);
  return text == nullptr ? std::string{} : std::string{text};
}

/// libpq's messages end in a newline.
std::string_view without_last_newline(std::string_view text) {
  while (!text.empty() && (text.back() == '\n' || text.back() == ' ')) text.remove_suffix(1);
  return text;
}

/// After these the server closes the connection (or has done so): 08 connection exceptions, 57P01 to 57P05
/// shut-downs, 25P03 idle in transaction for too long.
bool ends_the_connection(std::string_view sqlstate) {
  return sqlstate.starts_with("08") || sqlstate.starts_with("57P") || sqlstate == "25P03";
}

std::string shortened(std::string text) {
  if (text.size() <= kContextBytes) return text;
  std::size_t end = kContextBytes;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U)
    --end;  // not inside a UTF-8 character
  return text.substr(0, end) + "…";
}

bool is_sqlstate(std::string_view text) {
  if (text.size() != 5) return false;
  for (char c : text)
    if (!((c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z'))) return false;
  return true;
}

/// "…ERROR:  23505: message": the severity may be translated and be preceded by libpq's own words; the
/// SQLSTATE between two colons is not.
bool take_first_line(std::string_view line, ServerError& error) {
  for (std::size_t at = line.find(":  "); at != std::string_view::npos; at = line.find(":  ", at + 1)) {
    std::string_view code = line.substr(at + 3, 5);
    if (!is_sqlstate(code) || line.substr(at + 8, 2) != ": ") continue;
    error.sqlstate = code;
    error.message = line.substr(at + 10);
    return true;
  }
  return false;
}

}  // namespace

ServerError server_error(const pg_result* failed, const pg_conn* connection) {
  ServerError error;
  error.connection_lost = PQstatus(connection) == CONNECTION_BAD;
  if (failed != nullptr) {
    error.sqlstate = field(failed, PG_DIAG_SQLSTATE);
    error.message = field(failed, PG_DIAG_MESSAGE_PRIMARY);
    error.detail = field(failed, PG_DIAG_MESSAGE_DETAIL);
    error.hint = field(failed, PG_DIAG_MESSAGE_HINT);
    error.table = field(failed, PG_DIAG_TABLE_NAME);
    error.column = field(failed, PG_DIAG_COLUMN_NAME);
    error.constraint = field(failed, PG_DIAG_CONSTRAINT_NAME);
    error.position = std::atoi(field(failed, PG_DIAG_STATEMENT_POSITION).c_str());
    if (error.message.empty()) error.message = without_last_newline(PQresultErrorMessage(failed));
  }
  if (error.message.empty()) error.message = without_last_newline(PQerrorMessage(connection));
  if (error.message.empty()) error.message = "the server gave no reason";
  return error;
}

ServerError parse_verbose_error(std::string_view text) {
  const std::pair<std::string_view, std::string ServerError::*> kLabels[] = {
      {"DETAIL:  ", &ServerError::detail},
      {"HINT:  ", &ServerError::hint},
      {"TABLE NAME:  ", &ServerError::table},
      {"COLUMN NAME:  ", &ServerError::column},
      {"CONSTRAINT NAME:  ", &ServerError::constraint},
  };
  ServerError error;
  std::string_view rest = text;
  while (!rest.empty()) {
    std::string_view line = rest.substr(0, rest.find('\n'));
    rest.remove_prefix(line.size() < rest.size() ? line.size() + 1 : rest.size());
    if (error.sqlstate.empty() && take_first_line(line, error)) continue;
    for (const auto& [label, member] : kLabels)
      if (line.starts_with(label)) error.*member = line.substr(label.size());
  }
  if (error.message.empty()) error.message = without_last_newline(text);
  return error;
}

void raise(ServerError error, std::string_view doing) {
  std::string context = shortened(redact_statement(doing));
  std::string message = redact_statement(error.message);
  if (!error.sqlstate.empty()) message += " [" + error.sqlstate + "]";
  if (error.connection_lost || ends_the_connection(error.sqlstate))
    throw ConnectionError{message, std::move(error.sqlstate), std::move(context)};
  auto with_details = [&](auto exception) {
    exception.set_details(redact_statement(error.detail), std::move(error.hint), error.position);
    return exception;
  };
  if (error.sqlstate == "57014")
    throw with_details(TimeoutError{message, error.sqlstate, std::move(context)});
  if (error.sqlstate.starts_with("23"))
    throw with_details(ConstraintError{message, error.sqlstate, std::move(context),
                                       std::move(error.constraint), std::move(error.table),
                                       std::move(error.column)});
  throw with_details(QueryError{message, error.sqlstate, std::move(context)});
}

}  // namespace schemac
