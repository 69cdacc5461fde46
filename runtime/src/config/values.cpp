// How the values of settings are written and read.
#include <algorithm>
#include <charconv>

#include "config/settings.hpp"
#include "connection_string.hpp"
#include "schemac/redact.hpp"

namespace schemac::config {
namespace {

constexpr std::string_view kUrlForm = "write postgresql://user:password@host:5432/database";

std::vector<std::string> split(std::string_view text) {
  std::vector<std::string> parts;
  while (true) {
    const std::size_t comma = text.find(',');
    std::string_view part = text.substr(0, comma);
    while (part.starts_with(' ')) part.remove_prefix(1);
    while (part.ends_with(' ')) part.remove_suffix(1);
    parts.emplace_back(part);
    if (comma == std::string_view::npos) return parts;
    text.remove_prefix(comma + 1);
  }
}

bool whole_number(std::string_view text, int& value) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc{} && end == text.data() + text.size();
}

/// Reads one text into one kind of value; false with `problem` filled in.
struct Reader {
  std::string_view text;
  Config& config;
  ConfigProblem& problem;

  bool refuse(std::string what, std::string fix) const {
    problem.what = std::move(what);
    problem.fix = std::move(fix);
    return false;
  }

  bool operator()(const Number& number) const {
    int value = 0;
    const std::string range =
        "a whole number from " + std::to_string(number.least) + " to " + std::to_string(number.most);
    if (!whole_number(text, value)) return refuse("is no whole number", "write " + range);
    if (value < number.least || value > number.most) return refuse("is out of range", "write " + range);
    number.member(config) = value;
    return true;
  }
  bool operator()(const Flag& flag) const {
    if (text != "true" && text != "false") return refuse("is neither true nor false", "write true or false");
    flag.member(config) = text == "true";
    return true;
  }
  bool operator()(const Text& text_value) const {
    text_value.member(config) = text;
    return true;
  }
  bool operator()(const Secret& secret) const {
    secret.member(config) = text;
    return true;
  }
  bool operator()(const Url& url) const {
    problem.value = redact_connection_string(text);
    if (!is_url(text)) return false;
    url.member(config) = text;
    return true;
  }
  bool operator()(const Urls& urls) const {
    std::vector<std::string> all = split(text);
    problem.value.clear();
    for (const std::string& one : all)
      problem.value += (problem.value.empty() ? "" : ",") + redact_connection_string(one);
    for (const std::string& one : all)
      if (!is_url(one)) return false;
    urls.member(config) = std::move(all);
    return true;
  }
  bool operator()(const Hours& hours) const {
    std::vector<int> all;
    for (const std::string& one : split(text)) {
      int hour = 0;
      if (!whole_number(one, hour) || hour < 0 || hour > 23)
        return refuse("has \"" + one + "\", which is no hour of the day",
                      "write hours from 0 to 23, like 2,14");
      all.push_back(hour);
    }
    hours.member(config) = std::move(all);
    return true;
  }
  bool operator()(const Choice& choice) const {
    const auto found = std::find(choice.words.begin(), choice.words.end(), text);
    std::string words;
    for (const std::string_view word : choice.words)
      words += (words.empty() ? "" : " or ") + std::string{word};
    if (found == choice.words.end()) return refuse("is none of the words for this", "write " + words);
    choice.set(config, static_cast<std::size_t>(found - choice.words.begin()));
    return true;
  }

 private:
  bool is_url(std::string_view one) const {
    try {
      (void)connection_parameter(std::string{one}, "host");
      return !one.empty() || refuse("is empty", std::string{kUrlForm});
    } catch (const UsageError& error) {
      return refuse(error.what(),
                    std::string{kUrlForm} + ", with what is special in a password percent-encoded");
    }
  }
};

std::string joined(const std::vector<std::string>& parts) {
  std::string text;
  for (const std::string& part : parts) text += (text.empty() ? "" : ",") + part;
  return text;
}

struct Writer {
  Config& config;

  std::string operator()(const Number& number) const { return std::to_string(number.member(config)); }
  std::string operator()(const Flag& flag) const { return flag.member(config) ? "true" : "false"; }
  std::string operator()(const Text& text) const { return text.member(config); }
  std::string operator()(const Secret& secret) const { return secret.member(config).empty() ? "" : "***"; }
  std::string operator()(const Url& url) const { return redact_connection_string(url.member(config)); }
  std::string operator()(const Urls& urls) const {
    std::vector<std::string> all;
    for (const std::string& url : urls.member(config)) all.push_back(redact_connection_string(url));
    return joined(all);
  }
  std::string operator()(const Hours& hours) const {
    std::vector<std::string> all;
    for (const int hour : hours.member(config)) all.push_back(std::to_string(hour));
    return joined(all);
  }
  std::string operator()(const Choice& choice) const { return std::string{choice.words[choice.get(config)]}; }
};

}  // namespace

bool read(const Setting& setting, std::string_view text, Config& config, ConfigProblem& problem) {
  problem.name = setting.name;
  problem.value = std::holds_alternative<Secret>(setting.value) ? "***" : redact_connection_string(text);
  return std::visit(Reader{text, config, problem}, setting.value);
}

std::string shown(const Setting& setting, Config config) {
  return std::visit(Writer{config}, setting.value);
}

}  // namespace schemac::config
