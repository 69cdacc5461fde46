// A function or procedure: what CREATE FUNCTION states, its body as it was written.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "model/object_id.hpp"

namespace schemac::compiler::model {

inline constexpr std::string_view kFunctionKind = "function";

struct FunctionArgument {
  std::string name;         ///< may be empty
  std::string type;         ///< as PostgreSQL prints it, without parameters: "character varying"
  std::string mode = "in";  ///< "in", "out", "inout", "variadic" or "table"
  std::string default_sql;  ///< canonical expression; empty: none

  template <class V>
  static void describe(V&& visit) {
    visit("name", &FunctionArgument::name);
    visit("type", &FunctionArgument::type);
    visit("mode", &FunctionArgument::mode);
    visit("default", &FunctionArgument::default_sql);
  }
  friend bool operator==(const FunctionArgument&, const FunctionArgument&) = default;
};

/// What is left at its default is PostgreSQL's own default.
struct Function {
  bool procedure = false;
  std::vector<FunctionArgument> arguments;
  std::string returns;  ///< "trigger", "SETOF public.bills"; empty for procedures, and where "table" or "out"
                        ///< arguments say it
  std::string language;
  std::string body;  ///< the text between the quotes, unchanged; or, unquoted, RETURN or BEGIN ATOMIC …
  bool standard_body = false;  ///< the latter, which the server keeps parsed
  std::string library;         ///< of a function in C: the file, and `body` is its name there
  std::string volatility = "volatile";
  std::string parallel = "unsafe";
  bool strict = false;
  bool security_definer = false;
  bool leakproof = false;
  bool window = false;
  std::string cost;                     ///< a number; empty: the language's own
  std::string rows;                     ///< a number; empty: the server's own
  std::vector<std::string> settings;    ///< "search_path TO ''", sorted; a database has its own order
  std::string support;                  ///< "public.slug_support"; empty: none
  std::vector<std::string> transforms;  ///< types: of TRANSFORM FOR TYPE

  template <class V>
  static void describe(V&& visit) {
    visit("procedure", &Function::procedure);
    visit("arguments", &Function::arguments);
    visit("returns", &Function::returns);
    visit("language", &Function::language);
    visit("body", &Function::body);
    visit("standard_body", &Function::standard_body);
    visit("library", &Function::library);
    visit("volatility", &Function::volatility);
    visit("parallel", &Function::parallel);
    visit("strict", &Function::strict);
    visit("security_definer", &Function::security_definer);
    visit("leakproof", &Function::leakproof);
    visit("window", &Function::window);
    visit("cost", &Function::cost);
    visit("rows", &Function::rows);
    visit("settings", &Function::settings);
    visit("support", &Function::support);
    visit("transforms", &Function::transforms);
  }
  friend bool operator==(const Function&, const Function&) = default;
};

struct FunctionNotes {
  std::string doc;
  std::string keep;  ///< why lints about the function are silenced

  template <class V>
  static void describe(V&& visit) {
    visit("doc", &FunctionNotes::doc);
    visit("keep", &FunctionNotes::keep);
  }
  friend bool operator==(const FunctionNotes&, const FunctionNotes&) = default;
};

/// The identity of a function: its part is the types that it is called with, "text, integer"; empty for a
/// function without arguments, so that of any trigger function too.
ObjectId function_id(std::string schema, std::string name, const Function& function);

/// "public.slug(text, integer)": how every statement but CREATE names it. REQUIRES: a function's identity.
std::string signature(const ObjectId& function);

}  // namespace schemac::compiler::model
