// A schema under construction, and the findings that every reader of definitions makes alike.
#include "model/definition.hpp"

#include <algorithm>

#include "model/enumeration.hpp"
#include "support/naming.hpp"
#include "support/suggestion.hpp"

namespace schemac::compiler::model {

const ColumnDraft* TableDraft::column(std::string_view name) const {
  const auto found =
      std::find_if(columns.begin(), columns.end(), [&](const ColumnDraft& c) { return c.name == name; });
  return found == columns.end() ? nullptr : &*found;
}

ColumnDraft* TableDraft::column(std::string_view name) {
  return const_cast<ColumnDraft*>(std::as_const(*this).column(name));
}

void Draft::add(Object object) {
  const auto [at, added] = objects_.try_emplace(object.id, object);
  if (added) return;
  const support::Span first = at->second.origin;
  auto& finding =
      diagnostics_.error(object.origin, "SC1302", "there are two objects `" + to_string(object.id) + "`");
  if (first.known()) finding.label = "the first stands at " + place(first);
  finding.help = "remove one of them, or give one a name of its own";
}

void Draft::replace(Object object) {
  objects_.insert_or_assign(object.id, object);
}

const Object* Draft::find(const ObjectId& id) const {
  const auto found = objects_.find(id);
  return found == objects_.end() ? nullptr : &found->second;
}

std::vector<std::string> Draft::names_of(std::string_view kind) const {
  std::vector<std::string> names;
  for (auto at = objects_.lower_bound({std::string(kind), {}, {}, {}});
       at != objects_.end() && at->first.kind == kind; ++at) {
    names.push_back(at->first.name);
  }
  return names;
}

std::vector<const Object*> Draft::all_of(std::string_view kind) const {
  std::vector<const Object*> objects;
  for (auto at = objects_.lower_bound({std::string(kind), {}, {}, {}});
       at != objects_.end() && at->first.kind == kind; ++at) {
    objects.push_back(&at->second);
  }
  return objects;
}

void Draft::finish() {
  while (!later_.empty()) {
    const auto work = std::move(later_.front());
    later_.pop_front();
    work(*this);
  }
}

std::vector<Object> Draft::take() {
  std::vector<Object> objects;
  objects.reserve(objects_.size());
  for (auto& [id, object] : objects_) objects.push_back(std::move(object));
  objects_.clear();
  return objects;
}

bool Draft::expect(const syntax::Value& value, syntax::Kind kind, std::string_view what) {
  if (value.is(kind)) return true;
  diagnostics_.error(value.span, "SC1010", std::string(what) + " must be " + std::string(syntax::name(kind)),
                     "this is " + std::string(syntax::name(value.kind)));
  return false;
}

std::vector<std::string> Draft::strings(const syntax::Value& value, std::string_view what) {
  std::vector<std::string> texts;
  if (!expect(value, syntax::Kind::array, what)) return texts;
  for (const syntax::Value& item : value.items) {
    if (expect(item, syntax::Kind::string, "each item of " + std::string(what))) texts.push_back(item.text);
  }
  return texts;
}

void Draft::refuse_unknown_keys(const syntax::Value& object, std::span<const std::string_view> known,
                                std::string_view what) {
  for (const syntax::Member& member : object.members) {
    if (member.key == "//" || std::find(known.begin(), known.end(), member.key) != known.end()) continue;
    diagnostics_
        .error(member.key_span, "SC1011", "unknown key `" + member.key + "`",
               "not a key of " + std::string(what))
        .help = support::did_you_mean(member.key, known);
  }
}

void Draft::refuse_unknown_keys(const syntax::Value& object, std::span<const MemberSpec> known,
                                std::string_view what) {
  refuse_unknown_keys(object, std::span<const std::string_view>(keys_of(known)), what);
}

const ColumnDraft* Draft::expect_column(const TableDraft& table, std::string_view column,
                                        support::Span place) {
  if (const ColumnDraft* found = table.column(column)) return found;
  std::vector<std::string_view> names;
  for (const ColumnDraft& c : table.columns) names.push_back(c.name);
  diagnostics_
      .error(place, "SC1301", "unknown column `" + std::string(column) + "`",
             "`" + table.id.name + "` has no such column")
      .help = support::did_you_mean(column, names);
  return nullptr;
}

void Draft::expect_name(std::string_view name, support::Span place) {
  if (!support::is_snake_case(name)) {
    diagnostics_.error(place, "SC1303", "the name `" + std::string(name) + "` is not snake_case",
                       "lower-case letters, digits and single underscores, starting with a letter");
  } else if (name.size() > support::kMaxIdentifierBytes) {
    diagnostics_.error(place, "SC1304", "the name `" + std::string(name) + "` is too long",
                       std::to_string(name.size()) + " bytes; PostgreSQL would cut it at " +
                           std::to_string(support::kMaxIdentifierBytes));
  }
}

std::string Draft::place(support::Span span) const {
  return std::string(sources_.name(span.file)) + ":" +
         std::to_string(sources_.locate(span.file, span.begin).line);
}

void Draft::expect_extension(std::string_view extension, std::string_view what, support::Span place) {
  if (find({std::string(kExtensionKind), {}, std::string(extension), {}}) != nullptr) return;
  diagnostics_
      .error(place, "SC1107",
             "`" + std::string(what) + "` needs the extension `" + std::string(extension) + "`",
             "the extension is not listed")
      .help = "add \"" + std::string(extension) + "\" to \"extensions\" in shared.json";
}

void Draft::refuse_rule(const syntax::Value& argument, const Refusal& refusal) {
  const support::Span place = refusal.begin < refusal.end
                                  ? syntax::span_inside(sources_, argument, refusal.begin, refusal.end)
                                  : argument.span;
  diagnostics_.error(place, "SC1112", refusal.message).help = refusal.help;
}

void Draft::sql_error(const syntax::Value& value, std::size_t begin, std::size_t end, std::string message) {
  diagnostics_.error(syntax::span_inside(sources_, value, begin, end), "SC1201", std::move(message));
}

bool Draft::defines_function(std::string_view name) const {
  constexpr std::string_view kFunction = "function";
  for (auto at = objects_.lower_bound({std::string(kFunction), {}, {}, {}});
       at != objects_.end() && at->first.kind == kFunction; ++at) {
    if (at->first.name == name) return true;
  }
  return false;
}

void Draft::report_objections() {
  for (const KeptObjection& kept : objections_) {
    const auto ours = [this](const std::string& name) { return defines_function(name); };
    if (std::any_of(kept.functions.begin(), kept.functions.end(), ours)) continue;
    const sql::Objection& found = kept.objection;
    diagnostics_.error(kept.place, found.code, found.message, found.label).help = found.help;
  }
  objections_.clear();
}

}  // namespace schemac::compiler::model
