// Takes passwords out of text before it reaches a message or a log.
#pragma once

#include <string>
#include <string_view>

namespace schemac {

/// A connection string (URL or keyword form) with every password replaced by `***`: the URL's own, and the
/// values of password and sslpassword, however they are quoted or percent-encoded. A malformed string loses
/// everything from where it stops making sense.
std::string redact_connection_string(std::string_view text);

/// A statement or a server's message with `PASSWORD '…'` literals and `password=…` values replaced by `***`.
std::string redact_statement(std::string_view text);

}  // namespace schemac
