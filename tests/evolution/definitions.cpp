// Reading, writing and searching definitions.
#include "definitions.hpp"

#include <algorithm>
#include <fstream>

namespace schemac::evolution {
namespace {

namespace fs = std::filesystem;

bool is_word_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

/// The next place of the word at or behind `from`.
std::size_t find_word(std::string_view text, std::string_view word, std::size_t from) {
  for (std::size_t at = text.find(word, from); at != std::string_view::npos; at = text.find(word, at + 1)) {
    const std::size_t end = at + word.size();
    const bool begins = at == 0 || !is_word_character(text[at - 1]);
    if (begins && (end == text.size() || !is_word_character(text[end]))) return at;
  }
  return std::string_view::npos;
}

/// What is read by people, or is said of the past.
bool is_remark(const std::string& key) {
  return key == "doc" || key == "message" || key == "keep" || key == "renamed_from" || key == "dropped" ||
         key == "singular" || key == "as";
}

/// "text? = 'x'" as an object.
void spell_out(Json& column) {
  if (!column.is_string()) return;
  const std::string text = column;
  const std::size_t sign = text.find(" = ");
  column = Json::object();
  column["type"] = text.substr(0, sign);
  if (sign != std::string::npos) column["default_sql"] = text.substr(sign + 3);
}

void normalise(Json& domain) {
  if (!domain.contains("tables")) return;
  for (Json& table : domain["tables"]) {
    table.erase("seeds");
    for (Json& column : table["columns"]) spell_out(column);
  }
}

}  // namespace

Definitions Definitions::read(const fs::path& folder) {
  Definitions definitions;
  for (const auto& entry : fs::directory_iterator{folder}) {
    const std::string name = entry.path().filename();
    if (entry.path().extension() != ".json" || name == "schemac.schema.json") continue;
    std::ifstream file{entry.path()};
    normalise(definitions.files_[name] = Json::parse(file));
  }
  return definitions;
}

void Definitions::merge(const Definitions& other) {
  for (const auto& [name, json] : other.files_) {
    const auto [own, is_new] = files_.try_emplace(name, json);
    if (!is_new) own->second.update(json, true);
  }
}

void Definitions::write(const fs::path& folder) const {
  fs::create_directories(folder);
  for (const auto& [name, json] : files_) std::ofstream{folder / name} << json.dump(1) << '\n';
}

std::vector<Place> Definitions::all(const std::string& key) const {
  std::vector<Place> places;
  for (const auto& [file, json] : files_) {
    if (!json.contains(key)) continue;
    for (const std::string& name : names(json[key])) places.push_back({file, key, name});
  }
  return places;
}

bool has_word(std::string_view text, std::string_view word) {
  return find_word(text, word, 0) != std::string_view::npos;
}

std::string with_word(std::string_view text, std::string_view word, std::string_view replacement) {
  std::string result;
  std::size_t begin = 0;
  for (std::size_t at = find_word(text, word, 0); at != std::string_view::npos;
       at = find_word(text, word, begin)) {
    result.append(text.substr(begin, at - begin)).append(replacement);
    begin = at + word.size();
  }
  return result.append(text.substr(begin));
}

bool mentions(const Json& json, std::string_view word) {
  if (json.is_string()) return has_word(json.get<std::string>(), word);
  if (json.is_array())
    return std::any_of(json.begin(), json.end(), [&](const Json& part) { return mentions(part, word); });
  if (!json.is_object()) return false;
  return std::any_of(json.items().begin(), json.items().end(), [&](const auto& member) {
    return !is_remark(member.key()) && (has_word(member.key(), word) || mentions(member.value(), word));
  });
}

void replace_word(Json& json, std::string_view word, std::string_view replacement) {
  if (json.is_string()) json = with_word(json.get<std::string>(), word, replacement);
  if (json.is_array())
    for (Json& part : json) replace_word(part, word, replacement);
  if (!json.is_object()) return;
  for (const std::string& key : names(json)) {
    if (!is_remark(key)) replace_word(json[key], word, replacement);
  }
}

void rename_key(Json& object, const std::string& key, const std::string& new_key) {
  Json renamed = Json::object();
  for (auto& [name, value] : object.items()) renamed[name == key ? new_key : name] = std::move(value);
  object = std::move(renamed);
}

std::vector<std::string> names(const Json& object) {
  std::vector<std::string> keys;
  if (!object.is_object()) return keys;
  for (const auto& member : object.items()) keys.push_back(member.key());
  return keys;
}

}  // namespace schemac::evolution
