// The names of all settings, what each means, and where its value goes: the one list that reading, describing
// and documenting go by.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "schemac/config.hpp"

namespace schemac::config {

/// A whole number within bounds.
struct Number {
  int& (*member)(Config&);
  int least;
  int most;
};
struct Flag {
  bool& (*member)(Config&);
};
struct Text {
  std::string& (*member)(Config&);
};
struct Secret {
  std::string& (*member)(Config&);
};
/// A connection string; its password is a secret.
struct Url {
  std::string& (*member)(Config&);
};
struct Urls {
  std::vector<std::string>& (*member)(Config&);
};
struct Hours {
  std::vector<int>& (*member)(Config&);
};
/// One of several words.
struct Choice {
  std::span<const std::string_view> words;
  void (*set)(Config&, std::size_t word);
  std::size_t (*get)(const Config&);
};

struct Setting {
  std::string_view name;
  std::string_view meaning;
  std::variant<Number, Flag, Text, Secret, Url, Urls, Hours, Choice> value;
};

std::span<const Setting> settings();

/// The setting of that name; nullptr if there is none.
const Setting* find(std::string_view name);

/// Stores `text` in `config`, or says what is wrong with it and what to write. True if it was stored.
bool read(const Setting& setting, std::string_view text, Config& config, ConfigProblem& problem);

/// The value as it would be written, `***` for a secret.
std::string shown(const Setting& setting, Config config);

}  // namespace schemac::config
