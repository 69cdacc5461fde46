// A change is its object's identity and its states before and after, as `dump` prints them, on one line.
#include "history/change_file.hpp"

#include <algorithm>

#include "model/column.hpp"
#include "model/json_writer.hpp"

namespace schemac::compiler::history {
namespace {

using model::JsonWriter;
using model::Object;
using model::ObjectId;
using syntax::Value;

void write_id(JsonWriter& out, const ObjectId& id) {
  out.member("kind", id.kind);
  if (!id.schema.empty()) out.member("schema", id.schema);
  out.member("name", id.name);
  if (!id.part.empty()) out.member("part", id.part);
}

ObjectId read_id(const Value& value) {
  const auto text = [&](std::string_view key) {
    const Value* member = value.find(key);
    return member == nullptr ? std::string() : member->text;
  };
  return {text("kind"), text("schema"), text("name"), text("part")};
}

void write_side(JsonWriter& out, std::string_view key, const std::optional<Object>& object) {
  if (!object) return;
  out.key(key);
  object->state.write(out);
}

/// Where a column stands in its table is no state, but decides how a table reads that is made again.
std::uint32_t position_of(const diff::Change& change) {
  const Object& object = change.to ? *change.to : *change.from;
  if (object.id.kind != model::kColumnKind || object.notes.empty()) return 0;
  return object.notes.as<model::ColumnNotes>().position;
}

void write_texts(JsonWriter& out, std::string_view key, const std::vector<std::string>& texts) {
  if (texts.empty()) return;
  out.key(key).begin_array();
  for (const std::string& text : texts) out.value(text);
  out.end_array();
}

std::vector<std::string> read_texts(const Value& root, std::string_view key) {
  std::vector<std::string> texts;
  if (const Value* list = root.find(key)) {
    for (const Value& item : list->items) texts.push_back(item.text);
  }
  return texts;
}

void write_renames(JsonWriter& out, const std::vector<model::Rename>& renames) {
  if (renames.empty()) return;
  out.key("renames").begin_array();
  for (const model::Rename& rename : renames) {
    out.begin_line().key("from").begin_object();
    write_id(out, rename.from);
    out.end_object().key("to").begin_object();
    write_id(out, rename.to);
    out.end_object().end_object();
  }
  out.end_array();
}

class ChangeReader {
 public:
  ChangeReader(std::span<const model::ObjectKind* const> kinds, support::Diagnostics& diagnostics)
      : kinds_(kinds), diagnostics_(diagnostics) {}

  std::optional<diff::Change> read(const Value& value) {
    const ObjectId id = read_id(value);
    const auto kind =
        std::find_if(kinds_.begin(), kinds_.end(), [&](const auto* each) { return each->name() == id.kind; });
    if (kind == kinds_.end()) {
      diagnostics_.error(value.span, "SC6001", "unknown kind of object `" + id.kind + "`",
                         "written by a newer schemac, or by hand");
      return std::nullopt;
    }
    model::Body notes;
    if (id.kind == model::kColumnKind) {
      model::ColumnNotes column;
      const Value* position = value.find("position");
      if (position != nullptr) column.position = static_cast<std::uint32_t>(std::stoul(position->text));
      notes = column;
    }
    const auto side = [&](std::string_view key) -> std::optional<Object> {
      const Value* state = value.find(key);
      if (state == nullptr) return std::nullopt;
      return Object{id, (*kind)->load(*state), notes, value.span};
    };
    return diff::Change{side("from"), side("to")};
  }

 private:
  std::span<const model::ObjectKind* const> kinds_;
  support::Diagnostics& diagnostics_;
};

}  // namespace

std::string to_change_file(const Migration& migration) {
  JsonWriter out;
  out.begin_object().key("format").value(kFormat);
  write_texts(out, "parents", migration.parents);
  write_texts(out, "replaces", migration.replaces);
  write_texts(out, "hazards", migration.hazards);
  if (migration.hand_written) out.key("hand_written").value(true);
  write_renames(out, migration.renames);
  out.key("changes").begin_array();
  for (const diff::Change& change : migration.changes) {
    out.begin_line();
    write_id(out, change.id());
    if (const auto position = position_of(change)) out.key("position").value(position);
    write_side(out, "from", change.from);
    write_side(out, "to", change.to);
    out.end_object();
  }
  out.end_array().end_object();
  return out.take();
}

std::optional<Migration> read_change_file(const syntax::Document& document, const std::string& version,
                                          std::span<const model::ObjectKind* const> kinds,
                                          support::Diagnostics& diagnostics) {
  const Value* format = document.root.find("format");
  const Value* changes = document.root.find("changes");
  if (format == nullptr || format->text != std::to_string(kFormat) || changes == nullptr) {
    diagnostics.error(document.root.span, "SC6001", "not a change file of a known format",
                      "\"format\" is " + std::to_string(kFormat) + ", and \"changes\" is there");
    return std::nullopt;
  }
  Migration migration;
  migration.version = version;
  migration.parents = read_texts(document.root, "parents");
  migration.replaces = read_texts(document.root, "replaces");
  migration.hazards = read_texts(document.root, "hazards");
  const Value* hand_written = document.root.find("hand_written");
  migration.hand_written = hand_written != nullptr && hand_written->is_true();
  if (const Value* renames = document.root.find("renames")) {
    for (const Value& item : renames->items) {
      const Value* from = item.find("from");
      const Value* to = item.find("to");
      if (from != nullptr && to != nullptr)
        migration.renames.push_back({read_id(*from), read_id(*to), item.span});
    }
  }
  ChangeReader reader(kinds, diagnostics);
  for (const Value& item : changes->items) {
    auto change = reader.read(item);
    if (!change) return std::nullopt;
    migration.changes.push_back(std::move(*change));
  }
  return migration;
}

}  // namespace schemac::compiler::history
