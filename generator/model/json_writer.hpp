// Writes canonical JSON: the one form in which `dump`, manifests and change files print values.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace schemac::compiler::model {

/// Appends JSON to a string, two spaces an indent; arrays of scalars stay on one line. Misuse (a value where
/// a key is due) is a broken invariant.
class JsonWriter {
 public:
  JsonWriter& begin_object();
  JsonWriter& end_object();
  JsonWriter& begin_array();
  /// An array whose items stand on lines of their own even if they are scalars: for long lists under version
  /// control.
  JsonWriter& begin_lines();
  JsonWriter& end_array();
  /// An object that stands on one line with all that is in it.
  JsonWriter& begin_line();
  JsonWriter& key(std::string_view name);

  JsonWriter& value(std::string_view text);
  JsonWriter& value(const char* text) { return value(std::string_view(text)); }
  JsonWriter& value(const std::string& text) { return value(std::string_view(text)); }
  JsonWriter& value(bool flag);
  JsonWriter& value(std::int64_t number);
  JsonWriter& value(std::uint32_t number) { return value(static_cast<std::int64_t>(number)); }
  JsonWriter& value(int number) { return value(static_cast<std::int64_t>(number)); }

  template <class T>
  JsonWriter& member(std::string_view name, const T& content) {
    return key(name).value(content);
  }

  /// The text so far, with a final newline once the outermost value is closed.
  [[nodiscard]] std::string take();

 private:
  struct Level {
    char close;
    bool empty = true;
    bool broken = false;    ///< its items stand on lines of their own
    bool one_line = false;  ///< nothing in it does
  };
  void separate(bool breaks_line);
  JsonWriter& begin(char open, char close);
  JsonWriter& end(char close);

  std::string out_;
  std::vector<Level> levels_;
  bool after_key_ = false;
};

}  // namespace schemac::compiler::model
