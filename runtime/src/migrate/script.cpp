// Takes a script apart. The text is cut at its header lines, `-- step K of N: …`; each piece is then a head
// of comment lines, among them the keys (lock, hazard, probe, …), and a body that is taken as it is. That
// every line which looks like a header must be the next one of exactly N makes a body that imitates one an
// error, never a wrong cut; a writer that meets such a body gives the headers another word in the first line.
#include "schemac/migration_script.hpp"

#include <algorithm>
#include <charconv>
#include <optional>
#include <sstream>
#include <utility>

#include "schemac/error.hpp"

namespace schemac::migrate {
namespace {

constexpr std::string_view kFirstLine = "-- schemac script ";
constexpr std::string_view kFormat = "1";

/// A line of the script and where it stands.
struct Line {
  std::string_view text;  // without its end
  std::size_t begin = 0;
  int number = 1;
};

std::vector<Line> lines_of(std::string_view text) {
  std::vector<Line> lines;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    std::string_view line = text.substr(begin, end - begin);
    if (line.ends_with('\r')) line.remove_suffix(1);
    lines.push_back({line, begin, static_cast<int>(lines.size()) + 1});
    begin = end + 1;
  }
  return lines;
}

bool blank(std::string_view line) {
  return line.find_first_not_of(" \t") == std::string_view::npos;
}

/// What follows `key` in a line that begins with it.
std::optional<std::string_view> after(std::string_view line, std::string_view key) {
  if (!line.starts_with(key)) return std::nullopt;
  return line.substr(key.size());
}

int take_number(std::string_view& text) {
  int number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc{}) return 0;
  text.remove_prefix(static_cast<std::size_t>(end - text.data()));
  return number;
}

class Reader {
 public:
  Reader(std::string_view text, std::string_view name) : text_{text}, name_{name}, lines_{lines_of(text)} {}

  Script read() {
    Script script;
    if (lines_.empty() || !lines_[0].text.starts_with(kFirstLine)) {
      script.steps.push_back(step({}, 0, lines_.size(), false));
      return script;
    }
    const std::string header = header_of(lines_[0]);
    std::vector<std::size_t> starts;
    for (std::size_t i = 1; i < lines_.size(); ++i)
      if (lines_[i].text.starts_with(header)) starts.push_back(i);
    if (starts.empty())
      fail(lines_[0], "the script has no step: write `-- step 1 of 1: …`, BEGIN;, what it does, and COMMIT;");
    script.replaces = replaced(starts[0]);
    script.settings = between(1, starts[0]);
    for (std::size_t k = 0; k < starts.size(); ++k) {
      const Line& start = lines_[starts[k]];
      std::string what = read_header(start, header.size(), k + 1, starts.size());
      const std::size_t end = k + 1 < starts.size() ? starts[k + 1] : lines_.size();
      script.steps.push_back(step(start, starts[k] + 1, end, true));
      script.steps.back().what = std::move(what);
    }
    return script;
  }

 private:
  [[noreturn]] void fail(const Line& line, const std::string& what) const {
    throw MigrationError{std::string{name_} + ":" + std::to_string(line.number) + ": " + what};
  }

  /// "-- schemac script 1" or "-- schemac script 1 word WORD": what each header line begins with.
  std::string header_of(const Line& first) const {
    std::string_view rest = *after(first.text, kFirstLine);
    const std::string_view format = rest.substr(0, rest.find(' '));
    if (format != kFormat)
      fail(first, "this is format " + std::string{format} +
                      " of scripts, and format 1 is what is known here: "
                      "a newer schemac is needed");
    rest.remove_prefix(format.size());
    if (rest.empty()) return "-- step ";
    const std::optional<std::string_view> word = after(rest, " word ");
    if (!word || word->empty() || word->find(' ') != std::string_view::npos)
      fail(first, "the first line is `-- schemac script 1` or `-- schemac script 1 word WORD`");
    return "-- " + std::string{*word} + " ";
  }

  /// The versions of the migrations that "-- replaces: " lines name, before the line `end`.
  std::vector<std::string> replaced(std::size_t end) const {
    std::vector<std::string> versions;
    for (std::size_t i = 1; i < end; ++i) {
      std::istringstream words{std::string{after(lines_[i].text, "-- replaces: ").value_or("")}};
      for (std::string folder; words >> folder;) versions.push_back(folder.substr(0, folder.find('_')));
    }
    return versions;
  }

  /// "K of N: what"; returns what.
  std::string read_header(const Line& line, std::size_t prefix, std::size_t expected,
                          std::size_t count) const {
    std::string_view rest = line.text.substr(prefix);
    const int number = take_number(rest);
    const bool of = rest.starts_with(" of ");
    if (of) rest.remove_prefix(4);
    const int total = of ? take_number(rest) : 0;
    const bool known = number == static_cast<int>(expected) && total == static_cast<int>(count);
    if (!known || !rest.starts_with(": "))
      fail(line, "this should be `" + std::string{line.text.substr(0, prefix)} + std::to_string(expected) +
                     " of " + std::to_string(count) +
                     ": …`; if it belongs to a statement, give the headers "
                     "another word (`-- schemac script 1 word WORD`)");
    return std::string{rest.substr(2)};
  }

  /// The text of lines [first, last) without blank lines around it.
  std::string between(std::size_t first, std::size_t last) const {
    while (first < last && blank(lines_[first].text)) ++first;
    while (first < last && blank(lines_[last - 1].text)) --last;
    if (first == last) return {};
    const std::size_t begin = lines_[first].begin;
    return std::string{text_.substr(begin, lines_[last - 1].begin + lines_[last - 1].text.size() - begin)};
  }

  /// Lines [first, last): a head of comments, and the body. `start` is where messages point at.
  ScriptStep step(const Line& start, std::size_t first, std::size_t last, bool has_header) const {
    ScriptStep step;
    for (; first < last && (blank(lines_[first].text) || lines_[first].text.starts_with("--")); ++first)
      read_key(lines_[first], step);
    while (first < last && blank(lines_[last - 1].text)) --last;
    if (first == last)
      fail(start, "there is no statement here; a step that does nothing is BEGIN; and COMMIT;, a line each");
    if (!step.transactional && step.probe.empty())
      fail(start,
           "`-- no transaction` needs a `-- probe: SELECT …`, which tells after a broken run how far "
           "the statement has come ('absent', 'partial' or 'done')");
    const bool wrapped = lines_[first].text == "BEGIN;" && lines_[last - 1].text == "COMMIT;";
    if (has_header && step.transactional && !wrapped)
      fail(start,
           "a step begins with the line BEGIN; and ends with the line COMMIT;, unless it is marked "
           "`-- no transaction`");
    if (step.transactional && wrapped) ++first, --last;
    while (first < last && blank(lines_[first].text)) ++first;
    step.sql = between(first, last);
    step.line = lines_[first].number;
    return step;
  }

  void read_key(const Line& line, ScriptStep& step) const {
    const std::string_view text = line.text;
    if (text == "-- no transaction") step.transactional = false;
    if (const auto lock = after(text, "-- lock: ")) step.locks.emplace_back(*lock);
    if (const auto hazard = after(text, "-- hazard ")) step.hazards.emplace_back(*hazard);
    const std::pair<std::string_view, std::string ScriptStep::*> kOnce[] = {
        {"-- precondition: ", &ScriptStep::precondition},
        {"-- probe: ", &ScriptStep::probe},
        {"-- repair: ", &ScriptStep::repair}};
    for (const auto& [key, member] : kOnce) {
      const auto value = after(text, key);
      if (value && !(step.*member).empty())
        fail(line, "`" + std::string{key} + "…` stands twice in one step");
      if (value) step.*member = *value;
    }
  }

  std::string_view text_;
  std::string_view name_;
  std::vector<Line> lines_;
};

}  // namespace

Script read_script(std::string_view text, std::string_view name) {
  return Reader{text, name}.read();
}

}  // namespace schemac::migrate
