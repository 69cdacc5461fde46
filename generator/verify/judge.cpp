// A dump is a list of entries, each headed by `-- Name: …; Type: …`. The order of a table's columns shows in
// four places: the list inside CREATE TABLE, the ALTER COLUMN lines after it, and the entries of single
// columns (DEFAULT, COMMENT and ACL), which follow one another. An ACL lists its grants as they were given.
#include "verify/judge.hpp"

#include <algorithm>
#include <fstream>
#include <string_view>
#include <vector>

#include "support/line_diff.hpp"
#include "verify/database.hpp"

namespace schemac::compiler::verify {
namespace {

constexpr std::string_view kEntry = "\n--\n-- Name: ";

/// The dump of a database that a dump has made.
std::string reloaded(scratch::ScratchServer& server, const std::string& dump) {
  const Database database{server};
  const std::string path = server.folder() + "/" + database.name() + ".sql";
  std::ofstream{path, std::ios::binary} << dump;
  server.run_sql_file(database.name(), path);
  return server.pg_dump_schema(database.name());
}

/// The dump cut before each entry's head.
std::vector<std::string> entries_of(const std::string& dump) {
  std::vector<std::string> entries;
  for (std::size_t begin = 0; begin < dump.size();) {
    const std::size_t end = std::min(dump.find(kEntry, begin + 1), dump.size());
    entries.push_back(dump.substr(begin, end - begin));
    begin = end;
  }
  return entries;
}

/// The parts of a list in parentheses: `text` begins after the opening one; `end` is set to the closing one.
std::vector<std::string> list_items(std::string_view text, std::size_t& end) {
  std::vector<std::string> items(1);
  int depth = 0;
  char quote = 0;
  for (end = 0; end < text.size(); ++end) {
    const char c = text[end];
    if (quote == 0 && depth == 0 && c == ')') break;
    if (quote == 0 && (c == '(' || c == ')')) depth += c == '(' ? 1 : -1;
    if (quote == 0 && (c == '\'' || c == '"'))
      quote = c;
    else if (c == quote)
      quote = 0;
    if (quote == 0 && depth == 0 && c == ',')
      items.emplace_back();
    else
      items.back() += c;
  }
  return items;
}

void trim(std::string& text) {
  text.erase(text.find_last_not_of(" \n") + 1);
  text.erase(0, text.find_first_not_of(" \n"));
}

void sort_column_list(std::string& entry) {
  const std::size_t create = entry.find("\nCREATE ");
  const std::size_t open = entry.find(" (\n", create);
  if (create == std::string::npos || open == std::string::npos) return;
  const std::size_t begin = open + 3;
  std::size_t length = 0;
  std::vector<std::string> items = list_items(std::string_view{entry}.substr(begin), length);
  for (std::string& item : items) trim(item);
  std::sort(items.begin(), items.end());
  std::string list;
  for (const std::string& item : items) list += (list.empty() ? "    " : ",\n    ") + item;
  entry.replace(begin, length, list + "\n");
}

bool alters_a_column(std::string_view line) {
  return line.starts_with("ALTER ") && line.find(" ALTER COLUMN ") != std::string_view::npos;
}

/// Sorts each run of following elements that `belongs` takes.
template <class T, class Belongs>
void sort_runs(std::vector<T>& all, Belongs&& belongs) {
  for (auto begin = all.begin(); begin != all.end();) {
    begin = std::find_if(begin, all.end(), belongs);
    const auto end = std::find_if_not(begin, all.end(), belongs);
    std::sort(begin, end);
    begin = end;
  }
}

bool grants(std::string_view line) {
  return line.starts_with("GRANT ");
}

/// Sorts the lines of an entry that follow one another and that `belongs` takes.
template <class Belongs>
void sort_lines(std::string& entry, Belongs&& belongs) {
  std::vector<std::string> lines;
  for (std::size_t begin = 0; begin < entry.size();) {
    const std::size_t end = std::min(entry.find('\n', begin), entry.size() - 1) + 1;
    lines.push_back(entry.substr(begin, end - begin));
    begin = end;
  }
  sort_runs(lines, belongs);
  entry.clear();
  for (const std::string& line : lines) entry += line;
}

bool has_type(std::string_view entry, std::string_view type) {
  const std::string_view head = entry.substr(0, entry.find('\n', kEntry.size()));
  return head.find("; Type: " + std::string{type} + ";") != std::string_view::npos;
}

bool is_of_one_column(std::string_view entry) {
  const bool named = entry.substr(std::min(kEntry.size(), entry.size())).starts_with("COLUMN ");
  return has_type(entry, "DEFAULT") || (named && (has_type(entry, "COMMENT") || has_type(entry, "ACL")));
}

}  // namespace

std::string in_fixed_order(const std::string& dump) {
  std::vector<std::string> entries = entries_of(dump);
  for (std::string& entry : entries) {
    if (has_type(entry, "ACL") || has_type(entry, "DEFAULT ACL")) sort_lines(entry, grants);
    if (!has_type(entry, "TABLE") && !has_type(entry, "FOREIGN TABLE")) continue;
    sort_column_list(entry);
    sort_lines(entry, alters_a_column);
  }
  sort_runs(entries, is_of_one_column);
  std::string text;
  for (const std::string& entry : entries) text += entry;
  return text;
}

std::string judge(scratch::ScratchServer& server, const std::string& left, const std::string& right) {
  return judge_dumps(server, server.pg_dump_schema(left), server.pg_dump_schema(right));
}

std::string judge_dumps(scratch::ScratchServer& server, const std::string& left, const std::string& right) {
  if (in_fixed_order(left) == in_fixed_order(right)) return {};
  return support::unified_diff("schema.sql", in_fixed_order(reloaded(server, left)),
                               in_fixed_order(reloaded(server, right)));
}

}  // namespace schemac::compiler::verify
