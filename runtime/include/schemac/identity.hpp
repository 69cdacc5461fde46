// Whom statements are executed for: what row security and the audit go by.
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace schemac {

/// Holds within a transaction, from its beginning to its end, so that nobody who gets the connection next
/// acts as this one. Everything is bound as a value, so that it may come from a request.
struct Identity {
  /// Its rights apply (SET LOCAL ROLE); empty: those of the role that has connected, which has to be a member
  /// of it.
  std::string role = {};
  /// What policies and the audit read with current_setting(): {"chanuka.user_id", id.to_string()}.
  std::vector<std::pair<std::string, std::string>> settings = {};
};

}  // namespace schemac
