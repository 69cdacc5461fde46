// Finding out what became of a COMMIT on which the connection broke.
#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <string>

#include "pool/clock.hpp"
#include "schemac/database.hpp"

namespace schemac {

class CommitUnknown;

/// What the server remembers a transaction by.
struct CommitIdentity {
  std::string number;
  std::string timeline;  ///< the eight digits that a fail-over changes
  std::string life;      ///< a time that a crash of the server changes
};

/// Asked before COMMIT; nothing for a transaction that has written nothing, whose outcome makes no
/// difference.
std::optional<CommitIdentity> identity_of(Transaction& transaction);

/// Asks on other connections of `pool` until `deadline`: returns if it was committed; throws ConnectionError
/// if it was rolled back, and CommitUnknown with the transaction's number if that cannot be told.
void find_out(const CommitIdentity& asked, Pool& pool, Clock::time_point deadline,
              const CommitUnknown& unknown);

/// No replica is as far as this: only the primary will do.
inline constexpr CommitToken kAfterEverything{std::numeric_limits<std::uint64_t>::max()};

/// A moment at which everything that this connection has committed is there; kAfterEverything if the server
/// does not tell.
CommitToken token_after_commit(Connection& connection) noexcept;

}  // namespace schemac
