// An error's JSON pointer, "/tables/bills/indexes/3/where", tells the item that it is about.
#include "driver/refused.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <tuple>

#include "driver/pipeline.hpp"
#include "importers/definition_text.hpp"

namespace schemac::compiler::driver {

using importers::DefinitionFile;
using syntax::Value;

namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 4> kRemovable = {
    {{"indexes", "index"},
     {"unique", "unique constraint"},
     {"checks", "check"},
     {"foreign_keys", "foreign key"}}};

std::string_view kind_of(std::string_view key) {
  for (const auto& [removable, kind] : kRemovable) {
    if (removable == key) return kind;
  }
  return {};
}

/// An item of a table's list or object; ordered so that the last one of a list comes first.
struct Item {
  std::size_t file;
  std::string table;
  std::string key;
  std::string at;  ///< its index or its key

  friend bool operator<(const Item& a, const Item& b) {
    return std::tie(a.file, a.table, a.key) < std::tie(b.file, b.table, b.key) ||
           (std::tie(a.file, a.table, a.key) == std::tie(b.file, b.table, b.key) && a.comes_before(b));
  }

 private:
  [[nodiscard]] bool comes_before(const Item& b) const {
    return at.size() != b.at.size() ? at.size() > b.at.size() : at > b.at;
  }
};

std::vector<std::string> parts_of(std::string_view pointer) {
  std::vector<std::string> parts;
  while (!pointer.empty()) {
    pointer.remove_prefix(1);
    const std::size_t end = std::min(pointer.find('/'), pointer.size());
    std::string part(pointer.substr(0, end));
    for (std::size_t at = 0; (at = part.find('~', at)) != std::string::npos; ++at)
      part.replace(at, 2, part.substr(at, 2) == "~1" ? "/" : "~");
    parts.push_back(std::move(part));
    pointer.remove_prefix(end);
  }
  return parts;
}

std::optional<Item> item_of(const support::Diagnostic& error, const Compilation& run,
                            const std::vector<DefinitionFile>& files) {
  if (error.severity != support::Severity::error || !error.span.known()) return std::nullopt;
  const std::vector<std::string> parts = parts_of(error.pointer);
  if (parts.size() < 4 || parts[0] != "tables" || kind_of(parts[2]).empty()) return std::nullopt;
  const std::string_view path = run.sources.name(error.span.file);
  for (std::size_t i = 0; i < files.size(); ++i) {
    if (files[i].path == path) return Item{i, parts[1], parts[2], parts[3]};
  }
  return std::nullopt;
}

Value* member(Value& object, std::string_view key) {
  return const_cast<Value*>(object.find(key));  // the object is not const
}

/// Removes the item, and the list where it was the last one; returns its name.
std::string take_out(const Item& item, DefinitionFile& file) {
  Value& table = *member(*member(file.root, "tables"), item.table);
  Value& list = *member(table, item.key);
  std::string name = item.at;
  if (list.is(syntax::Kind::object)) {
    std::erase_if(list.members, [&](const syntax::Member& each) { return each.key == item.at; });
  } else {
    const auto at = list.items.begin() + static_cast<std::ptrdiff_t>(std::stoul(item.at));
    const Value* given = at->find("name");
    name = given != nullptr ? given->text : syntax::to_json(*at);
    list.items.erase(at);
  }
  if (list.items.empty() && list.members.empty())
    std::erase_if(table.members, [&](const syntax::Member& each) { return each.key == item.key; });
  return name;
}

/// What a compilation refuses, with the reason.
std::map<Item, std::string> refused_items(const std::vector<DefinitionFile>& files) {
  std::vector<support::OutputFile> texts;
  for (const DefinitionFile& file : files)
    texts.push_back({file.path, importers::definition_text(file.root)});
  const Compilation run = compile(texts);
  std::map<Item, std::string> found;
  for (const support::Diagnostic& error : run.diagnostics.all()) {
    if (auto item = item_of(error, run, files))
      found.emplace(std::move(*item), error.message + " (" + error.code + ")");
  }
  return found;
}

}  // namespace

void drop_refused(std::vector<DefinitionFile>& files, support::Diagnostics& diagnostics) {
  for (auto found = refused_items(files); !found.empty(); found = refused_items(files)) {
    for (const auto& [item, reason] : found) {
      const std::string name = take_out(item, files[item.file]);
      diagnostics.warning({}, "SC1704",
                          "the " + std::string(kind_of(item.key)) + " `" + name + "` of `" + item.table +
                              "` is left out: " + reason);
    }
  }
}

}  // namespace schemac::compiler::driver
