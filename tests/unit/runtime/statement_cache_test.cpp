// The cache of prepared statements: what it finds, what it drops first, and that an address alone finds
// nothing.
#include "statement_cache.hpp"

#include <gtest/gtest.h>

#include <string>

#include "schemac/codec/scalars.hpp"

namespace schemac {
namespace {

const Statement* add(StatementCache& cache, const std::string& sql, const std::string& name) {
  return cache.insert({sql, {}, name});
}

const Statement* find(StatementCache& cache, std::string_view sql) {
  return cache.find(sql, {});
}

TEST(StatementCache, drops_the_least_recently_used) {
  StatementCache cache{2};
  std::string a = "a";
  std::string b = "b";
  add(cache, a, "1");
  EXPECT_EQ(cache.make_room(), std::nullopt);
  add(cache, b, "2");
  EXPECT_EQ(find(cache, a)->name, "1");
  EXPECT_EQ(cache.make_room(), "2");
  EXPECT_EQ(find(cache, b), nullptr);
  EXPECT_EQ(find(cache, a)->name, "1");
  EXPECT_EQ(cache.size(), 1U);
}

TEST(StatementCache, compares_the_text_behind_an_address) {
  StatementCache cache{4};
  std::string sql = "SELECT 1";
  add(cache, sql, "1");
  EXPECT_EQ(find(cache, sql)->name, "1");
  sql.back() = '2';
  EXPECT_EQ(find(cache, sql), nullptr);
  add(cache, sql, "2");
  EXPECT_EQ(find(cache, sql)->name, "2");
  sql.back() = '1';
  EXPECT_EQ(find(cache, sql)->name, "1");
}

TEST(StatementCache, tells_types_apart) {
  StatementCache cache{4};
  Parameters number;
  number.add(1);
  Parameters text;
  text.add("1");
  cache.insert({"SELECT $1", {23}, "1"});
  EXPECT_NE(cache.find("SELECT $1", number.slots()), nullptr);
  EXPECT_EQ(cache.find("SELECT $1", text.slots()), nullptr);
  EXPECT_EQ(cache.find("SELECT $1", {}), nullptr);
}

TEST(StatementCache, finds_nothing_after_forgetting) {
  StatementCache cache{4};
  std::string sql = "a";
  add(cache, sql, "1");
  cache.forget(find(cache, sql));
  EXPECT_EQ(find(cache, sql), nullptr);
  add(cache, sql, "2");
  EXPECT_EQ(find(cache, sql)->name, "2");
  cache.clear();
  EXPECT_EQ(find(cache, sql), nullptr);
  EXPECT_EQ(cache.size(), 0U);
}

}  // namespace
}  // namespace schemac
