// One line a type: how a number becomes a value of it.
#include "verify/base_values.hpp"

#include <algorithm>
#include <cstdio>
#include <map>

namespace schemac::compiler::verify {
namespace {

using Write = std::string (*)(std::uint32_t number, int modifier);

constexpr int kHeader = 4;  // what a length in a type's modifier counts beside the length

template <class... Numbers>
std::string print(const char* format, Numbers... numbers) {
  std::string text(128, '\0');
  text.resize(static_cast<std::size_t>(std::snprintf(text.data(), text.size(), format, numbers...)));
  return text;
}

std::string integer(std::uint32_t number, int) {
  return std::to_string(number + 1);
}

/// Of numeric(p, s), p is in the upper half of the modifier; s is what its lower 11 bits hold, with a sign.
std::string numeric(std::uint32_t number, int modifier) {
  if (modifier < kHeader) return print("%u.5", number + 1);
  const int precision = ((modifier - kHeader) >> 16) & 0xffff;
  const int scale = (((modifier - kHeader) & 0x7ff) ^ 1024) - 1024;
  const int digits = std::clamp(precision - scale, 0, 9);
  std::uint32_t limit = 1;
  for (int i = 0; i < digits; ++i) limit *= 10;
  return std::to_string(digits == 0 ? 0 : (number + 1) % limit);
}

std::string text(std::uint32_t number, int modifier) {
  const std::string written = "v" + std::to_string(number + 1);
  const auto length = static_cast<std::size_t>(modifier < kHeader ? 100 : modifier - kHeader);
  if (written.size() <= length) return written;
  return length == 1 ? std::string(1, static_cast<char>('a' + number % 26))
                     : written.substr(written.size() - length);
}

std::string one_letter(std::uint32_t number, int) {
  return std::string(1, static_cast<char>('a' + number % 26));
}

std::string bits(std::uint32_t number, int modifier) {
  std::string digits;
  for (int i = 0; i < std::max(modifier, 1); ++i) digits += i < 32 && ((number >> i) & 1) != 0 ? '1' : '0';
  return digits;
}

std::string date(std::uint32_t number, int) {
  return print("%04u-%02u-%02u", 2020 + number / 336, number / 28 % 12 + 1, number % 28 + 1);
}

std::string timestamp(std::uint32_t number, int modifier) {
  return date(number, modifier) + " 10:00:00+00";
}

std::string time(std::uint32_t number, int) {
  return print("%02u:%02u:%02u", number / 3600 % 24, number / 60 % 60, number % 60);
}

/// vector(3), as of pgvector: the modifier is the number of dimensions.
std::string vector(std::uint32_t number, int modifier) {
  std::string list = "[" + std::to_string(number + 1);
  for (int i = 1; i < modifier; ++i) list += ",0";
  return list + "]";
}

const std::map<std::string_view, Write>& writers() {
  static const std::map<std::string_view, Write> kWriters{
      {"bool", [](std::uint32_t n, int) { return std::string(n % 2 == 0 ? "t" : "f"); }},
      {"int2", [](std::uint32_t n, int) { return std::to_string(n % 32767 + 1); }},
      {"int4", integer},
      {"int8", integer},
      {"oid", integer},
      {"numeric", numeric},
      {"float4", numeric},
      {"float8", numeric},
      {"money", numeric},
      {"text", text},
      {"varchar", text},
      {"bpchar", text},
      {"citext", text},
      {"name", text},
      {"char", one_letter},
      {"bytea", [](std::uint32_t n, int) { return print("\\x%08x", n + 1); }},
      {"date", date},
      {"timestamp", timestamp},
      {"timestamptz", timestamp},
      {"time", time},
      {"timetz", time},
      {"interval", [](std::uint32_t n, int) { return print("%u days", n + 1); }},
      {"uuid", [](std::uint32_t n, int) { return print("00000000-0000-4000-8000-%012x", n + 1); }},
      {"json", [](std::uint32_t n, int) { return print("{\"n\": %u}", n + 1); }},
      {"jsonb", [](std::uint32_t n, int) { return print("{\"n\": %u}", n + 1); }},
      {"jsonpath", [](std::uint32_t n, int) { return print("$.v%u", n + 1); }},
      {"xml", [](std::uint32_t n, int) { return print("<n>%u</n>", n + 1); }},
      {"inet", [](std::uint32_t n, int) { return print("10.%u.%u.1", n / 256 % 256, n % 256); }},
      {"cidr", [](std::uint32_t n, int) { return print("10.%u.%u.0/24", n / 256 % 256, n % 256); }},
      {"macaddr",
       [](std::uint32_t n, int) { return print("02:00:00:00:%02x:%02x", n / 256 % 256, n % 256); }},
      {"macaddr8",
       [](std::uint32_t n, int) { return print("02:00:00:00:00:00:%02x:%02x", n / 256 % 256, n % 256); }},
      {"bit", bits},
      {"varbit", bits},
      {"point", [](std::uint32_t n, int) { return print("(%u,%u)", n, n); }},
      {"line", [](std::uint32_t n, int) { return print("{1,2,%u}", n); }},
      {"lseg", [](std::uint32_t n, int) { return print("[(%u,0),(%u,1)]", n, n); }},
      {"box", [](std::uint32_t n, int) { return print("(%u,%u),(%u,%u)", n + 1, n + 1, n, n); }},
      {"path", [](std::uint32_t n, int) { return print("[(%u,0),(%u,1)]", n, n); }},
      {"polygon", [](std::uint32_t n, int) { return print("((%u,0),(%u,1),(%u,1))", n, n, n + 1); }},
      {"circle", [](std::uint32_t n, int) { return print("<(%u,%u),1>", n * 3, n * 3); }},
      {"tsvector", text},
      {"tsquery", text},
      {"pg_lsn", [](std::uint32_t n, int) { return print("0/%X", n + 1); }},
      {"pg_snapshot", [](std::uint32_t, int) { return std::string("1:1:"); }},
      {"txid_snapshot", [](std::uint32_t, int) { return std::string("1:1:"); }},
      {"tid", [](std::uint32_t n, int) { return print("(%u,1)", n); }},
      {"regclass", [](std::uint32_t, int) { return std::string("pg_catalog.pg_class"); }},
      {"regtype", [](std::uint32_t, int) { return std::string("pg_catalog.int4"); }},
      {"regproc", [](std::uint32_t, int) { return std::string("pg_catalog.now"); }},
      {"regprocedure", [](std::uint32_t, int) { return std::string("pg_catalog.now()"); }},
      {"regrole", [](std::uint32_t, int) { return std::string("postgres"); }},
      {"regnamespace", [](std::uint32_t, int) { return std::string("pg_catalog"); }},
      {"regconfig", [](std::uint32_t, int) { return std::string("pg_catalog.simple"); }},
      {"hstore", [](std::uint32_t n, int) { return print("v=>%u", n + 1); }},
      {"ltree", text},
      {"geometry", [](std::uint32_t n, int) { return print("POINT(%u %u)", n % 90, n % 90); }},
      {"geography", [](std::uint32_t n, int) { return print("POINT(%u %u)", n % 90, n % 90); }},
      {"vector", vector},
  };
  return kWriters;
}

const std::map<std::string_view, std::vector<std::string>>& edges() {
  static const std::vector<std::string> kTexts{"", " ", "O'Brien \\ \"quoted\" $1 %s", "línea\ttab\nnew line",
                                               "日本語 😀"};
  static const std::vector<std::string> kTimes{"infinity", "-infinity", "0001-01-01 00:00:00 BC",
                                               "9999-12-31"};
  static const std::vector<std::string> kJson{"null", "[]", "{}", "\"\\\"\"", "[{\"a\": [1, null]}]"};
  static const std::map<std::string_view, std::vector<std::string>> kEdges{
      {"int2", {"0", "-1", "32767", "-32768"}},
      {"int4", {"0", "-1", "2147483647", "-2147483648"}},
      {"int8", {"0", "-1", "9223372036854775807", "-9223372036854775808"}},
      {"numeric", {"0", "-1", "NaN"}},
      {"float4", {"0", "-1", "NaN", "Infinity"}},
      {"float8", {"0", "-1", "NaN", "Infinity"}},
      {"text", kTexts},
      {"varchar", kTexts},
      {"bpchar", kTexts},
      {"citext", kTexts},
      {"bytea", {"\\x", "\\x00ff27"}},
      {"date", kTimes},
      {"timestamp", kTimes},
      {"timestamptz", kTimes},
      {"interval", {"0", "-1 mons", "178000000 years"}},
      {"uuid", {"00000000-0000-0000-0000-000000000000", "ffffffff-ffff-ffff-ffff-ffffffffffff"}},
      {"json", kJson},
      {"jsonb", kJson},
  };
  return kEdges;
}

}  // namespace

std::string ordinary_value(std::string_view type, int modifier, std::uint32_t number) {
  const auto found = writers().find(type);
  return found == writers().end() ? std::to_string(number + 1) : found->second(number, modifier);
}

std::vector<std::string> edge_values(std::string_view type) {
  const auto found = edges().find(type);
  return found == edges().end() ? std::vector<std::string>{} : found->second;
}

}  // namespace schemac::compiler::verify
