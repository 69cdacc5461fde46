// Which statements are prepared on a connection: a list in order of use, a hash of the text into it, and a
// table of addresses before that.
#include "statement_cache.hpp"

#include <algorithm>
#include <cstring>
#include <functional>
#include <utility>

namespace schemac {
namespace {

bool same_text(const std::string& have, std::string_view sql) {
  return have.size() == sql.size() && std::memcmp(have.data(), sql.data(), sql.size()) == 0;
}

bool same_types(const std::vector<std::uint32_t>& have, std::span<const Parameters::Slot> parameters) {
  return std::equal(have.begin(), have.end(), parameters.begin(), parameters.end(),
                    [](std::uint32_t oid, const Parameters::Slot& slot) { return oid == slot.oid; });
}

std::size_t hash_of(std::string_view sql) {
  return std::hash<std::string_view>{}(sql);
}

}  // namespace

const Statement* StatementCache::use(Position position) {
  if (position != statements_.begin()) statements_.splice(statements_.begin(), statements_, position);
  return &*position;
}

const Statement* StatementCache::find(std::string_view sql, std::span<const Parameters::Slot> parameters) {
  Shortcut& near = shortcut(sql);
  if (near.text == sql.data() && near.size == sql.size() && same_text(near.position->sql, sql) &&
      same_types(near.position->types, parameters))
    return use(near.position);
  auto [first, last] = by_hash_.equal_range(hash_of(sql));
  for (auto entry = first; entry != last; ++entry) {
    Position position = entry->second;
    if (!same_text(position->sql, sql) || !same_types(position->types, parameters)) continue;
    near = {sql.data(), sql.size(), position};
    return use(position);
  }
  return nullptr;
}

const Statement* StatementCache::insert(Statement statement) {
  statements_.push_front(std::move(statement));
  by_hash_.emplace(hash_of(statements_.front().sql), statements_.begin());
  return &statements_.front();
}

std::optional<std::string> StatementCache::make_room() {
  if (statements_.size() < capacity_ || statements_.empty()) return std::nullopt;
  std::string name = statements_.back().name;
  erase(std::prev(statements_.end()));
  return name;
}

void StatementCache::forget(const Statement* statement) {
  for (Position position = statements_.begin(); position != statements_.end(); ++position)
    if (&*position == statement) return erase(position);
}

void StatementCache::clear() {
  shortcuts_.fill(Shortcut{});
  by_hash_.clear();
  statements_.clear();
}

void StatementCache::erase(Position position) {
  for (Shortcut& near : shortcuts_)
    if (near.text != nullptr && near.position == position) near = Shortcut{};
  auto [first, last] = by_hash_.equal_range(hash_of(position->sql));
  for (auto entry = first; entry != last; ++entry) {
    if (entry->second != position) continue;
    by_hash_.erase(entry);
    break;
  }
  statements_.erase(position);
}

}  // namespace schemac
