// An error's JSON pointer, "/tables/bills/indexes/3/where", tells the item that it is about.
#include "driver/refused.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <span>
#include <tuple>

#include "importers/definition_text.hpp"

namespace schemac::compiler::driver {

using importers::DefinitionFile;
using syntax::Value;

namespace {

using Kind = std::pair<std::string_view, std::string_view>;

/// Members of a table whose items are constraints or indexes.
constexpr std::array<Kind, 4> kConstraints = {{{"indexes", "index"},
                                               {"unique", "unique constraint"},
                                               {"checks", "check"},
                                               {"foreign_keys", "foreign key"}}};

/// Members of a file whose items are parts of the schema.
constexpr std::array<Kind, 7> kParts = {{{"views", "view"},
                                         {"functions", "function"},
                                         {"types", "domain type"},
                                         {"enums", "enum"},
                                         {"roles", "role"},
                                         {"mixins", "mixin"},
                                         {"tables", "table"}}};

std::string_view kind_of(std::string_view key, std::span<const Kind> kinds) {
  for (const auto& [removable, kind] : kinds) {
    if (removable == key) return kind;
  }
  return {};
}

/// "check"; of a table "columns" and the other keys whose items are told by their names.
std::string kind_of(std::string_view key) {
  for (const std::span<const Kind> kinds :
       {std::span<const Kind>(kConstraints), std::span<const Kind>(kParts)}) {
    if (const auto kind = kind_of(key, kinds); !kind.empty()) return std::string(kind);
  }
  return key == "columns" ? "column" : "item of \"" + std::string(key) + "\"";
}

/// An item of a table's list or object, or of a file's; ordered so that the last one of a list comes first.
struct Item {
  std::size_t file;
  std::string table;  ///< empty: of the file
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

/// What to take out for an error at a place.
std::optional<Item> item_at(std::size_t file, const std::vector<std::string>& parts, Droppable what) {
  const bool of_table = parts.size() >= 4 && parts[0] == "tables";
  if (of_table && !kind_of(parts[2], kConstraints).empty()) return Item{file, parts[1], parts[2], parts[3]};
  if (what == Droppable::constraints || parts.size() < 2) return std::nullopt;
  const bool named = of_table && (parts[2] == "columns" || parts[2] == "rls" || parts[2] == "grants" ||
                                  parts[2] == "triggers");
  if (named) return Item{file, parts[1], parts[2], parts[3]};
  if (kind_of(parts[0], kParts).empty()) return std::nullopt;
  return Item{file, {}, parts[0], parts[1]};
}

std::optional<Item> item_of(const support::Diagnostic& error, const Compilation& run,
                            const std::vector<DefinitionFile>& files, Droppable what) {
  if (error.severity != support::Severity::error || !error.span.known()) return std::nullopt;
  const std::string_view path = run.sources.name(error.span.file);
  for (std::size_t i = 0; i < files.size(); ++i) {
    if (files[i].path == path) return item_at(i, parts_of(error.pointer), what);
  }
  return std::nullopt;
}

Value* member(Value& object, std::string_view key) {
  return const_cast<Value*>(object.find(key));  // the object is not const
}

/// Removes the item, and the list where it was the last one; returns its name. Nothing where its table is
/// gone already.
std::optional<std::string> take_out(const Item& item, DefinitionFile& file) {
  Value* holder = item.table.empty() ? &file.root : member(*member(file.root, "tables"), item.table);
  if (holder == nullptr) return std::nullopt;
  Value& table = *holder;
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
  if (list.items.empty() && list.members.empty() && item.key != "tables")
    std::erase_if(table.members, [&](const syntax::Member& each) { return each.key == item.key; });
  return name;
}

/// What a compilation refuses, with the reason.
std::map<Item, std::string> refused_items(const std::vector<DefinitionFile>& files, Droppable what,
                                          const Judge& judge) {
  std::vector<support::OutputFile> texts;
  for (const DefinitionFile& file : files)
    texts.push_back({file.path, importers::definition_text(file.root)});
  Compilation run = compile(texts);
  if (judge && !run.failed()) {
    judge(run);
    point_at_values(run);
  }
  std::map<Item, std::string> found;
  for (const support::Diagnostic& error : run.diagnostics.all()) {
    if (auto item = item_of(error, run, files, what))
      found.emplace(std::move(*item), error.message + " (" + error.code + ")");
  }
  return found;
}

}  // namespace

void drop_refused(std::vector<DefinitionFile>& files, Droppable what, support::Diagnostics& diagnostics,
                  const Judge& judge) {
  for (auto found = refused_items(files, what, judge); !found.empty();
       found = refused_items(files, what, judge)) {
    for (const auto& [item, reason] : found) {
      const auto name = take_out(item, files[item.file]);
      if (!name) continue;
      diagnostics.warning({}, "SC1704",
                          "the " + kind_of(item.key) + " `" + *name + "`" +
                              (item.table.empty() ? "" : " of `" + item.table + "`") +
                              " is left out: " + reason);
    }
  }
}

}  // namespace schemac::compiler::driver
