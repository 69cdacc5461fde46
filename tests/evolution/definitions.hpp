// The definitions of a project as JSON that is edited as a person would do it in an editor.
#pragma once

#include <filesystem>
#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace schemac::evolution {

using Json = nlohmann::ordered_json;

/// Where a named definition stands: in the object `key` ("tables", "enums", …) of a file.
struct Place {
  std::string file;
  std::string key;
  std::string name;
};

class Definitions {
 public:
  /// Reads every definition file of a folder. Each column gets its object form; seeds are left out, since
  /// they are no schema.
  static Definitions read(const std::filesystem::path& folder);

  /// Adds the files of another folder; what both have in shared.json is merged.
  void merge(const Definitions& other);

  /// Writes the definition files, and nothing else.
  void write(const std::filesystem::path& folder) const;

  Json& file(const std::string& name) { return files_.at(name); }
  Json& at(const Place& place) { return files_.at(place.file)[place.key][place.name]; }

  /// Every definition under `key`, in the order of files and, within one, of the definitions.
  [[nodiscard]] std::vector<Place> all(const std::string& key) const;

  /// A name that nothing has yet: "c7".
  std::string fresh(std::string_view prefix) { return std::string(prefix) + std::to_string(++made_); }

  /// Says of something that it is gone on purpose.
  void drop(Json& owner, const std::string& name) { owner["dropped"].push_back(name); }

  /// Calls `visit(table, columns)` … for every text of the definitions, to change it in place.
  template <class Visit>
  void each_text(Visit&& visit) {
    for (auto& [name, json] : files_) walk(json, visit);
  }

 private:
  template <class Visit>
  static void walk(Json& json, Visit&& visit) {
    if (json.is_string()) return visit(json);
    if (json.is_structured()) {
      for (Json& part : json) walk(part, visit);
    }
  }

  std::map<std::string, Json> files_;
  int made_ = 0;
};

/// Whether `text` holds `word` between characters that cannot be part of one.
bool has_word(std::string_view text, std::string_view word);

/// `text` with every such word replaced.
std::string with_word(std::string_view text, std::string_view word, std::string_view replacement);

/// Whether a key or text anywhere in `json` holds the word; what is said for people does not count.
bool mentions(const Json& json, std::string_view word);

/// Replaces the word in all texts and keys of `json`, but not in what is said for people.
void replace_word(Json& json, std::string_view word, std::string_view replacement);

/// Gives a member of an object another key, in its place.
void rename_key(Json& object, const std::string& key, const std::string& new_key);

/// Names of the members of an object; of none where it is no object.
std::vector<std::string> names(const Json& object);

}  // namespace schemac::evolution
