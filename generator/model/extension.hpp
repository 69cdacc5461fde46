// An extension, as far as more than its name is stated.
#pragma once

#include <string>

namespace schemac::compiler::model {

struct Extension {
  std::string version;  ///< empty: the server's default
  std::string schema;   ///< where its objects live; empty: the default, or one that it makes for itself

  template <class V>
  static void describe(V&& visit) {
    visit("version", &Extension::version);
    visit("schema", &Extension::schema);
  }
  friend bool operator==(const Extension&, const Extension&) = default;
};

/// What a server says of it.
struct ExtensionNotes {
  bool relocatable = false;  ///< its objects may move to another schema

  template <class V>
  static void describe(V&& visit) {
    visit("relocatable", &ExtensionNotes::relocatable);
  }
  friend bool operator==(const ExtensionNotes&, const ExtensionNotes&) = default;
};

}  // namespace schemac::compiler::model
