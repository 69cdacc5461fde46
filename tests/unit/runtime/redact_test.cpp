// Passwords leave connection strings and statements, whatever form they come in, and the rest stays readable.
#include "schemac/redact.hpp"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

namespace schemac {
namespace {

TEST(Redact, connection_strings) {
  const std::vector<std::pair<std::string, std::string>> kCases{
      {"", ""},
      {"postgresql://localhost/db", "postgresql://localhost/db"},
      {"postgresql://u@localhost:5432/db", "postgresql://u@localhost:5432/db"},
      {"postgresql://u:secret@localhost:5432/db", "postgresql://u:***@localhost:5432/db"},
      {"postgres://u:secret@a:1,b:2/db?target_session_attrs=any",
       "postgres://u:***@a:1,b:2/db?target_session_attrs=any"},
      {"postgresql://u:se@cret@localhost/db", "postgresql://u:***@localhost/db"},
      {"postgresql://u:se/cret@localhost/db", "postgresql://u:***@localhost/db"},
      {"postgresql://u:se?cret@localhost/db", "postgresql://u:***@localhost/db"},
      {"postgresql:///db?user=u&password=secret&host=h", "postgresql:///db?user=u&password=***&host=h"},
      {"postgresql:///db?pass%77ord=secret", "postgresql:///db?pass%77ord=***"},
      {"postgresql:///db?sslpassword=secret", "postgresql:///db?sslpassword=***"},
      {"postgresql://u:secret@/db?password=secret", "postgresql://u:***@/db?password=***"},
      {"host=h password=secret dbname=d", "host=h password=*** dbname=d"},
      {"host = h  password =  secret dbname = d", "host = h  password =  *** dbname = d"},
      {"password='se cret' host=h", "password=*** host=h"},
      {"password='se\\'cret' host=h", "password=*** host=h"},
      {"password=se\\ cret host=h", "password=*** host=h"},
      {"sslpassword=secret", "sslpassword=***"},
      {"password='secret", "password=***"},
      {"host=h secret", "host=h ***"},
      {"host='secret", "host=***"},
      {"password=", "password=***"},
  };
  for (const auto& [text, expected] : kCases) EXPECT_EQ(redact_connection_string(text), expected) << text;
}

TEST(Redact, statements) {
  const std::vector<std::pair<std::string, std::string>> kCases{
      {"SELECT password FROM users WHERE id = $1", "SELECT password FROM users WHERE id = $1"},
      {"ALTER ROLE a PASSWORD 'secret' LOGIN", "ALTER ROLE a PASSWORD *** LOGIN"},
      {"ALTER ROLE a password\n'se''cret'", "ALTER ROLE a password\n***"},
      {"ALTER ROLE a PASSWORD E'se\\'cret' LOGIN", "ALTER ROLE a PASSWORD *** LOGIN"},
      {"ALTER ROLE a PASSWORD $x$sec'ret$x$ LOGIN", "ALTER ROLE a PASSWORD *** LOGIN"},
      {"ALTER ROLE a PASSWORD NULL", "ALTER ROLE a PASSWORD NULL"},
      {"ALTER ROLE a PASSWORD 'secret", "ALTER ROLE a PASSWORD ***"},
      {"SELECT dblink('host=h password=secret user=u')", "SELECT dblink('host=h password=*** user=u')"},
      {"OPTIONS (user 'u', password 'secret')", "OPTIONS (user 'u', password ***)"},
      {"UPDATE users SET password = 'secret'", "UPDATE users SET password = ***"},
      {"password_hash = 'x'", "password_hash = 'x'"},
      {"password", "password"},
      {"", ""},
  };
  for (const auto& [text, expected] : kCases) EXPECT_EQ(redact_statement(text), expected) << text;
}

}  // namespace
}  // namespace schemac
