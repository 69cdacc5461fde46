// How a transaction becomes somebody's: one statement, which holds until the end of the transaction only.
#pragma once

#include <string_view>

#include "connection_access.hpp"
#include "schemac/identity.hpp"
#include "schemac/parameters.hpp"

namespace schemac {

/// Of two arrays: names of settings, and their values. The role is one of them.
inline constexpr std::string_view kActAs =
    "SELECT pg_catalog.set_config(name, value, true)"
    " FROM ROWS FROM (pg_catalog.unnest($1::text[]), pg_catalog.unnest($2::text[])) AS one (name, value)";

Parameters parameters_of(const Identity& identity);

/// As long as this lives, the connection's transactions are `identity`'s; nullptr: nobody's.
class Acting {
 public:
  Acting(Connection& connection, const Identity* identity) : session_{ConnectionAccess::session(connection)} {
    session_.act_as(identity);
  }
  ~Acting() { session_.act_as(nullptr); }
  Acting(const Acting&) = delete;
  Acting& operator=(const Acting&) = delete;

 private:
  Session& session_;
};

}  // namespace schemac
