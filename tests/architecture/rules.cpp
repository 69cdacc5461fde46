// What the rules mean is in the header; here are the tables that they read.
#include "architecture/rules.hpp"

#include <algorithm>

namespace schemac::tests {
namespace {

constexpr int kMostLines = 400;
constexpr int kMostPublicLines = 1500;
constexpr const char* kPublicHeaders = "runtime/include/schemac";

// A library and a folder whose .cpp files may include it; a library that two programs need is listed twice.
struct Wrapped {
  const char* prefix;
  const char* folder;
};
constexpr Wrapped kWrapped[] = {
    {"nlohmann/", "generator/syntax"}, {"pg_query", "generator/sql"}, {"pg_query", "runtime/src/database"},
    {"cxxopts", "generator/driver"},   {"cxxopts", "runtime/ops"},    {"pqxx/", "runtime/src"},
    {"re2/", "runtime/src"},           {"openssl/", "runtime/src"},   {"spdlog/", "runtime/src/trace_spdlog"},
};

// Standard headers that are dear to compile, and the one public header that may include each (nullptr: none
// may).
struct Dear {
  const char* name;
  const char* exception;
};
constexpr Dear kDear[] = {{"regex", nullptr},      {"iostream", nullptr},
                          {"functional", nullptr}, {"chrono", "runtime/include/schemac/chrono.hpp"},
                          {"libpq-fe.h", nullptr}, {"schemac/chrono.hpp", nullptr}};

std::string at(const SourceFile& file, const Include& include, const std::string& what) {
  return file.path + ":" + std::to_string(include.line) + ": " + what;
}

std::string first_folder(const std::string& path) {
  return path.substr(0, path.find('/'));
}

// The part of generator/ that a file belongs to; "main" for the files that are directly in it.
std::string part_of(const SourceFile& file) {
  const std::string below = file.path.substr(file.path.find('/') + 1);
  constexpr std::string_view kMain = "_main.cpp";
  if (below.ends_with(kMain)) return below.substr(0, below.size() - kMain.size());
  return below.find('/') == std::string::npos ? "main" : first_folder(below);
}

bool is_public_header(const SourceFile& file) {
  return file.is_header() && (file.is_in("runtime/include") || file.is_in("generated/cpp/include"));
}

bool is_product(const SourceFile& file) {
  return file.is_in("generator") || file.is_in("runtime") || file.is_in("generated");
}

// The folders that a file outside generator/ may include from; empty when no rule binds it.
std::vector<std::string> include_roots(const SourceFile& file) {
  if (file.is_in("runtime/ops")) return {"runtime/include", "runtime/ops"};
  if (file.is_in("runtime/include")) return {"runtime/include"};
  if (file.is_in("runtime/src")) return {"runtime/include", "runtime/src"};
  if (file.is_in("generated")) return {"runtime/include", "generated/cpp/include"};
  return {};
}

void check_wrapped(const SourceFile& file, const Include& include, Violations& found) {
  bool wrapped = false;
  bool at_home = false;
  for (const Wrapped& library : kWrapped) {
    if (!include.name.starts_with(library.prefix)) continue;
    wrapped = true;
    at_home = at_home || file.is_in(library.folder);
  }
  if (wrapped && file.is_header())
    found.push_back(at(file, include, "<" + include.name + "> in a header"));
  else if (wrapped && !at_home)
    found.push_back(at(file, include, "<" + include.name + "> outside the part that wraps it"));
}

void check_dear(const SourceFile& file, const Include& include, Violations& found) {
  for (const Dear& dear : kDear) {
    if (include.name == dear.name && (dear.exception == nullptr || file.path != dear.exception))
      found.push_back(at(file, include, "<" + include.name + "> in a header that users compile"));
  }
}

}  // namespace

Violations layer_violations(const std::vector<SourceFile>& files, const Layers& layers) {
  Layers allowed = layers;
  allowed["main"] = layers.at("driver");  // it catches what any part throws
  allowed["main"].insert("driver");
  Violations found;
  for (const SourceFile& file : files) {
    if (!file.is_in("generator")) continue;
    const std::string part = part_of(file);
    if (!allowed.contains(part)) {
      found.push_back(file.path + ":1: " + part + " is not in cmake/layers.txt");
      continue;
    }
    for (const Include& include : file.includes) {
      const std::string target =
          include.name.starts_with("schemac/") ? "runtime" : first_folder(include.name);
      if (!include.quoted && target != "runtime" && !layers.contains(target)) continue;
      if (target == include.name) continue;  // no folder: next to it, or written by the build
      if (target != part && !allowed[part].contains(target))
        found.push_back(at(file, include, part + " must not include \"" + include.name + "\""));
    }
  }
  return found;
}

Violations boundary_violations(const std::vector<SourceFile>& files, const std::filesystem::path& root) {
  Violations found;
  for (const SourceFile& file : files) {
    std::vector<std::string> folders = include_roots(file);
    if (folders.empty()) continue;
    for (const Include& include : file.includes) {
      if (!include.quoted) continue;
      const bool inside = std::any_of(folders.begin(), folders.end(), [&](const std::string& folder) {
        return std::filesystem::exists(root / folder / include.name);
      });
      if (!inside) found.push_back(at(file, include, "\"" + include.name + "\" is not within its reach"));
    }
  }
  return found;
}

Violations heavy_include_violations(const std::vector<SourceFile>& files) {
  Violations found;
  for (const SourceFile& file : files) {
    if (!is_product(file)) continue;
    for (const Include& include : file.includes) {
      check_wrapped(file, include, found);
      if (is_public_header(file)) check_dear(file, include, found);
    }
  }
  return found;
}

Violations form_violations(const std::vector<SourceFile>& files) {
  Violations found;
  for (const SourceFile& file : files) {
    if (file.is_header() && !file.has_pragma_once) found.push_back(file.path + ":1: no #pragma once");
    if (!file.opens_with_comment) found.push_back(file.path + ":1: does not open by saying what it is for");
    if (file.lines > kMostLines && !file.is_in("generated"))
      found.push_back(file.path + ":" + std::to_string(file.lines) + ": more than 400 lines");
  }
  return found;
}

Violations budget_violations(const std::vector<SourceFile>& files) {
  int lines = 0;
  for (const SourceFile& file : files) {
    const std::string folder = kPublicHeaders;
    const bool counted =
        file.is_in(folder) && !file.is_in(folder + "/codec") && !file.is_in(folder + "/query");
    if (counted) lines += file.code_lines;
  }
  if (lines < kMostPublicLines) return {};
  return {std::string(kPublicHeaders) + ": " + std::to_string(lines) +
          " lines of code in public headers; fewer than " + std::to_string(kMostPublicLines) +
          " are allowed"};
}

}  // namespace schemac::tests
