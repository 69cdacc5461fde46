// Collects the strings and numbers of every condition on the column, bends them (neighbours, texts of that
// length, texts that match, the day after), and lets the server sort out what the column does not take.
#include "verify/candidates.hpp"

#include <algorithm>
#include <cstdlib>

#include "verify/expression_words.hpp"
#include "verify/pattern_sample.hpp"

namespace schemac::compiler::verify {
namespace {

constexpr std::size_t kMost = 120;  // values tried with the server, a column
constexpr std::size_t kLongest = 10000;
constexpr std::uint32_t kOrdinary = 4;
constexpr std::uint32_t kSamples = 4;

/// SQL expressions, each once, in the order of their coming.
class Expressions {
 public:
  void add(std::string sql) {
    if (all_.size() < kMost && std::find(all_.begin(), all_.end(), sql) == all_.end())
      all_.push_back(std::move(sql));
  }
  void add_text(const std::string& text) { add(sql_literal(text)); }

  const std::vector<std::string>& all() const { return all_; }

 private:
  std::vector<std::string> all_;
};

void add_numbers(const std::vector<std::string>& numbers, Expressions& into) {
  for (const std::string& number : numbers) {
    for (const char* step : {"", " - 1", " + 1", " - 0.5", " + 0.5"}) into.add("(" + number + step + ")");
    into.add("(-" + number + ")");
  }
}

void add_lengths(const std::vector<std::string>& numbers, const TypeValues& types, std::uint32_t type,
                 Expressions& into) {
  for (const std::string& number : numbers) {
    const auto length = static_cast<std::size_t>(std::atoll(number.c_str()));
    if (length > kLongest) continue;
    for (std::size_t size : {length, length + 1, length > 0 ? length - 1 : 0}) {
      for (char letter : {'a', 'b', 'c', 'd'}) into.add_text(types.of_length(type, size, letter));
    }
  }
}

bool is_about_length(const std::string& condition) {
  return condition.find("length(") != std::string::npos ||
         condition.find("cardinality(") != std::string::npos;
}

/// What LIKE takes.
std::string without_wildcards(const std::string& pattern) {
  std::string text;
  bool escaped = false;
  for (char c : pattern) {
    if (escaped || (c != '%' && c != '_' && c != '\\'))
      text += c;
    else if (c != '\\')
      text += c == '%' ? "xxxx" : "x";
    escaped = !escaped && c == '\\';
  }
  return text;
}

bool has_pattern(const std::string& condition) {
  return condition.find('~') != std::string::npos || condition.find("LIKE") != std::string::npos ||
         condition.find("like") != std::string::npos;
}

/// Objects that have every key.
void add_objects(const std::vector<std::string>& keys, Expressions& into) {
  for (std::uint32_t number = 0; number < kOrdinary; ++number) {
    std::string pairs;
    for (const std::string& key : keys)
      pairs += (pairs.empty() ? "" : ", ") + sql_literal(key) + ", " + std::to_string(number);
    into.add("json_build_object(" + pairs + ")");
  }
}

bool looks_like_time(const std::string& text) {
  return !text.empty() && text.front() >= '0' && text.front() <= '9' &&
         text.find_first_of("-:") != std::string::npos;
}

void add_strings(const std::vector<std::string>& strings, bool patterns, const TypeValues& types,
                 std::uint32_t type, Expressions& into) {
  for (const std::string& text : strings) {
    for (const std::string& shaped : types.shaped(type, text)) into.add_text(shaped);
    if (looks_like_time(text)) {
      into.add("(" + sql_literal(text) + "::timestamptz + '1 day')");
      into.add("(" + sql_literal(text) + "::timestamptz - '1 day')");
    }
    if (!patterns) continue;
    into.add_text(without_wildcards(text));
    for (std::uint32_t variant = 0; variant < kSamples; ++variant)
      into.add_text(sample_of_pattern(text, variant));
  }
}

}  // namespace

std::string sql_literal(const std::string& text) {
  std::string literal = "'";
  for (char c : text) literal.append(c == '\'' ? 2 : 1, c);
  return literal + "'";
}

const std::vector<std::string>& Candidates::of(std::size_t column) {
  const auto [found, added] = known_.try_emplace(column);
  if (added) found->second = read(column);
  return found->second;
}

std::vector<std::string> Candidates::conditions(std::size_t column) const {
  std::vector<std::string> all = types_.conditions(table_.columns[column].type);
  for (const RuleFacts& rule : table_.rules) {
    if (std::find(rule.columns.begin(), rule.columns.end(), column) != rule.columns.end())
      all.push_back(rule.sql);
  }
  return all;
}

std::vector<std::string> Candidates::expressions(std::size_t position) const {
  const ColumnFacts& column = table_.columns[position];
  Expressions expressions;
  std::vector<std::string> keys;
  for (const std::string& condition : conditions(position)) {
    const ExpressionWords words = words_of(condition);
    add_strings(words.strings, has_pattern(condition), types_, column.type, expressions);
    keys.insert(keys.end(), words.strings.begin(), words.strings.end());
    add_numbers(words.numbers, expressions);
    if (is_about_length(condition)) add_lengths(words.numbers, types_, column.type, expressions);
  }
  if (types_.is_json(column.type)) add_objects(keys, expressions);
  for (std::uint32_t number = 0; number < kOrdinary; ++number)
    expressions.add_text(types_.ordinary(column.type, column.modifier, number));
  for (const std::string& edge : types_.edges(column.type)) expressions.add_text(edge);
  return expressions.all();
}

std::vector<std::string> Candidates::read(std::size_t position) {
  const ColumnFacts& column = table_.columns[position];
  std::string where;
  for (const RuleFacts& rule : table_.rules) {
    if (!rule.condition.empty() && rule.columns == std::vector{position})
      where += (where.empty() ? " WHERE (" : " AND (") + rule.condition + ") IS NOT FALSE";
  }
  std::vector<std::string> values;
  std::vector<std::string> selects;
  for (const std::string& expression : expressions(position)) {
    values.push_back("CAST(" + expression + " AS " + column.type_sql + ")");
    selects.push_back("SELECT " + column.quoted + " FROM (SELECT " + values.back() + " AS " + column.quoted +
                      ") AS tried" + where);
  }
  const std::vector<Attempt> attempts = attempts_.run(selects);
  std::vector<std::string> taken;
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (attempts[i].rows == 1) taken.push_back(std::move(values[i]));
  }
  return taken;
}

}  // namespace schemac::compiler::verify
