// The files that definitions name.
#include "driver/side_files.hpp"

#include <algorithm>

#include "support/files.hpp"

namespace schemac::compiler::driver {

namespace fs = std::filesystem;

namespace {

template <class Visit>
void for_each_file(const syntax::Value& value, Visit visit) {
  for (const syntax::Value& item : value.items) for_each_file(item, visit);
  for (const syntax::Member& member : value.members) {
    if (member.key == "file" && member.value.is(syntax::Kind::string)) visit(member.value.text);
    for_each_file(member.value, visit);
  }
}

bool stands_within(const fs::path& folder, const fs::path& file) {
  std::error_code failed;
  const fs::path home = fs::weakly_canonical(folder, failed);
  const fs::path place = fs::weakly_canonical(file, failed);
  if (failed) return false;
  const auto [end, rest] = std::mismatch(home.begin(), home.end(), place.begin(), place.end());
  return end == home.end() && rest != place.end();
}

}  // namespace

void load_side_files(const fs::path& folder, resolve::Definitions& definitions, support::Sources& sources) {
  const auto load = [&](const std::string& path) {
    const bool printable = std::all_of(path.begin(), path.end(), [](char c) { return c != '\0'; });
    if (!printable || path.empty() || definitions.files.contains(path)) return;
    const fs::path file = folder / path;
    std::error_code failed;
    if (!fs::is_regular_file(file, failed) || !stands_within(folder, file)) return;
    if (auto text = support::read_file(file)) {
      definitions.files.emplace(path, sources.add(file.generic_string(), std::move(*text)));
    }
  };
  if (definitions.shared) for_each_file(definitions.shared->root, load);
  for (const syntax::Document& domain : definitions.domains) for_each_file(domain.root, load);
}

}  // namespace schemac::compiler::driver
