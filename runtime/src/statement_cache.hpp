// Which statements are prepared on a connection: by their text and the types of their parameters, the least
// recently used one goes first.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "schemac/parameters.hpp"

namespace schemac {

struct Statement {
  std::string sql;
  std::vector<std::uint32_t> types;  // one oid a parameter; 0: inferred
  std::string name;                  // on the server
};

/// Knows names only; whoever uses it prepares and deallocates on the server.
class StatementCache {
 public:
  explicit StatementCache(std::size_t capacity) : capacity_{capacity} {}

  /// The statement for this text and these types, now the most recently used; nullptr if there is none. The
  /// same text with other types is another statement: the server would read the parameters' bytes as the
  /// first ones' types.
  const Statement* find(std::string_view sql, std::span<const Parameters::Slot> parameters);

  /// Adds a statement that is prepared under `statement.name`. REQUIRES: find() has not found it, and the
  /// cache is not full.
  const Statement* insert(Statement statement);

  /// If the cache is full, removes the least recently used statement and returns its name, for the server to
  /// forget it too.
  std::optional<std::string> make_room();

  /// Removes a statement that find() or insert() returned.
  void forget(const Statement* statement);

  void clear();

  std::size_t size() const { return statements_.size(); }
  std::size_t capacity() const { return capacity_; }

 private:
  using Position = std::list<Statement>::iterator;

  /// The text is mostly a literal, or lives in a long-lived string: its address finds the statement without
  /// hashing it. The text is still compared, since another text may come to lie at the same address.
  struct Shortcut {
    const char* text = nullptr;
    std::size_t size = 0;
    Position position;
  };
  static constexpr std::size_t kShortcuts = 64;

  Shortcut& shortcut(std::string_view sql) {
    std::size_t mixed = reinterpret_cast<std::uintptr_t>(sql.data()) * 0x9E3779B97F4A7C15ULL;
    return shortcuts_[(mixed >> 32) % kShortcuts];
  }
  const Statement* use(Position position);
  void erase(Position position);

  std::size_t capacity_;
  std::list<Statement> statements_;                         // most recently used first
  std::unordered_multimap<std::size_t, Position> by_hash_;  // of the text
  std::array<Shortcut, kShortcuts> shortcuts_{};
};

}  // namespace schemac
