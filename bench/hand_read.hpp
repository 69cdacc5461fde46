// The reads of read_bench as a careful programmer writes them on libpq: prepared once, results in binary,
// decoded straight into a struct. This is the other side of the comparison, so it knows nothing of our
// runtime.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

struct pg_conn;

namespace schemac::bench {

using UuidBytes = std::array<unsigned char, 16>;
enum class HandPosition { support, oppose, amend, undecided };
enum class HandStatus { pending, approved, hidden, removed };

/// A row of bill_comments; moments are microseconds since 2000, as PostgreSQL sends them.
struct HandComment {
  UuidBytes id{};
  UuidBytes bill_id{};
  std::optional<UuidBytes> user_id;
  std::optional<UuidBytes> parent_id;
  std::optional<std::string> section;
  std::optional<HandPosition> position;
  std::string body;
  HandStatus status{};
  std::int32_t score = 0;
  std::int64_t created_at = 0;
  std::int64_t updated_at = 0;
  std::optional<std::int64_t> deleted_at;
  std::int32_t version = 0;
};

class HandReader {
 public:
  /// Connects and prepares both statements. Throws std::runtime_error, as all of it does.
  explicit HandReader(const std::string& connection_string);
  ~HandReader();
  HandReader(const HandReader&) = delete;
  HandReader& operator=(const HandReader&) = delete;

  /// The comment with this key that is not deleted.
  std::optional<HandComment> find(const UuidBytes& id);

  /// The comments with these keys that are not deleted, in one round trip.
  std::vector<HandComment> find_many(const std::vector<UuidBytes>& ids);

 private:
  pg_conn* connection_;
};

}  // namespace schemac::bench
