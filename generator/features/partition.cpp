// "partition": by range, list or hash. Partitions that the definitions name are made with the table. Ranges
// of time that follow each other for ever ("every") are not: which of them there are depends on the day, so
// whoever operates the database makes them ahead, from the schedule in the manifest; a default partition
// takes the rows until then.
#include <algorithm>
#include <array>

#include "features/features.hpp"
#include "features/partition_bounds.hpp"
#include "features/partition_copies.hpp"
#include "model/constraint.hpp"
#include "model/duration.hpp"
#include "model/expression_reading.hpp"
#include "model/hint_reading.hpp"
#include "model/index.hpp"
#include "support/naming.hpp"

namespace schemac::compiler::features {

namespace {

using model::TableDraft;
using syntax::Kind;
using syntax::Value;

constexpr std::array<std::string_view, 3> kMethods = {"range", "list", "hash"};
constexpr std::array<model::MemberSpec, 2> kRangeMembers = {
    {{"from", "The first value that it holds; none: all that are less."},
     {"to", "The value that ends it, which it does not hold; none: all that are more."}}};
constexpr model::ValueForm kRange = model::object_of(kRangeMembers);
constexpr model::ValueForm kAnything;
constexpr model::ValueForm kValues = model::list_of(kAnything);
constexpr std::array<const model::ValueForm*, 3> kBounds = {&kRange, &kValues, &model::kFlagForm};
constexpr model::ValueForm kBound = model::either_of(kBounds);
constexpr model::ValueForm kPartitions = model::map_of(kBound);
constexpr std::array<model::MemberSpec, 8> kMembers = {{
    {"range", "The column, or the expression in SQL, whose ranges of values are the partitions.",
     &model::kTextForm},
    {"list", "The same: the partitions are lists of its values.", &model::kTextForm},
    {"hash", "The same: the partitions share the values evenly.", &model::kTextForm},
    {"partitions",
     "The partitions, by name: {\"from\", \"to\"} of a range, or a list of values; \"default\": true for all "
     "other "
     "rows.",
     &kPartitions},
    {"count", "How many partitions share the values of a hash.", &model::kIntegerForm},
    {"every", "The span of time of a range, such as `1 month`: partitions are made as time goes by.",
     &model::kTextForm},
    {"ahead", "How many of those are made ahead; 3 unless given.", &model::kIntegerForm},
    {"retain", "How long one of those is kept after its end, such as `24 months`; for ever unless given.",
     &model::kTextForm},
}};
constexpr model::ValueForm kForm = model::object_of(kMembers);
constexpr std::uint32_t kAhead = 3;
constexpr std::int64_t kMaxCount = 1000;

void refuse(support::Span place, std::string message, std::string label, std::string help,
            model::Draft& draft) {
  draft.diagnostics().error(place, "SC1455", std::move(message), std::move(label)).help = std::move(help);
}

/// How a table is partitioned, and where that is said.
struct Partitioning {
  const syntax::Member* member = nullptr;
  std::string_view method;
  const Value* key = nullptr;
  std::string column;  // empty: an expression

  [[nodiscard]] const Value* find(std::string_view name) const { return member->value.find(name); }
};

bool is_number_from(const Value& value, std::int64_t least, std::int64_t& number) {
  if (!value.is(Kind::number) || value.text.find_first_not_of("0123456789") != std::string::npos)
    return false;
  if (value.text.size() > 4) return false;
  number = std::stol(value.text);
  return number >= least && number <= kMaxCount;
}

std::string read_duration(const Value& value, std::string_view key, model::Draft& draft) {
  if (!draft.expect(value, Kind::string, "\"" + std::string(key) + "\"")) return {};
  const auto duration = model::parse_duration(value.text);
  if (duration) return duration->text();
  refuse(value.span, "\"" + std::string(key) + "\" is a span of time", "this is none",
         "write \"1 month\" or \"7 days\"", draft);
  return {};
}

/// Which keys go with which method; the first one of them is needed, or one that goes with `every`.
void expect_fitting_keys(const Partitioning& partitioning, model::Draft& draft) {
  const auto fits = [&](std::string_view key) {
    if (key == "count") return partitioning.method == "hash";
    if (key == "partitions") return partitioning.method != "hash" && partitioning.find("every") == nullptr;
    if (key == "ahead" || key == "retain") return partitioning.find("every") != nullptr;
    return key != "every" || partitioning.method == "range";
  };
  for (const syntax::Member& member : partitioning.member->value.members) {
    if (fits(member.key)) continue;
    refuse(member.key_span, "\"" + member.key + "\" does not go with the rest",
           "\"count\" is for a hash, \"every\" for a range, and \"partitions\" for what has neither", {},
           draft);
  }
  const std::array<std::string_view, 3> needed = {"partitions", "count", "every"};
  if (std::any_of(needed.begin(), needed.end(), [&](auto key) { return partitioning.find(key) != nullptr; }))
    return;
  refuse(partitioning.member->key_span, "`" + partitioning.key->text + "` has no partitions", "",
         partitioning.method == "hash" ? "say how many with \"count\"" : "name them in \"partitions\"",
         draft);
}

/// The method and the key; nothing where there is not one of each.
std::optional<Partitioning> read_method(const syntax::Member& member, model::Draft& draft) {
  if (!draft.expect(member.value, Kind::object, "\"partition\"")) return std::nullopt;
  draft.refuse_unknown_keys(member.value, kMembers, "\"partition\"");
  Partitioning partitioning{&member, {}, nullptr, {}};
  int given = 0;
  for (const std::string_view method : kMethods) {
    const Value* key = member.value.find(method);
    if (key == nullptr) continue;
    ++given;
    partitioning.method = method;
    partitioning.key = key;
  }
  if (given != 1) {
    refuse(member.key_span, "a table is partitioned by one of range, list and hash", "",
           "write \"range\": \"<column>\"", draft);
    return std::nullopt;
  }
  if (!draft.expect(*partitioning.key, Kind::string, "the partition key")) return std::nullopt;
  expect_fitting_keys(partitioning, draft);
  return partitioning;
}

/// "occurred_at", or "(lower(name))": how PARTITION BY takes it; empty where it is refused.
std::string read_key(Partitioning& partitioning, const TableDraft& table, model::Draft& draft) {
  const Value& key = *partitioning.key;
  if (support::is_snake_case(key.text)) {
    if (draft.expect_column(table, key.text, key.span) == nullptr) return {};
    partitioning.column = key.text;
    return support::quote_identifier(key.text);
  }
  const auto expression = model::read_expression(draft, key, table, sql::Place::partition_key);
  return expression ? "(" + expression->canonical + ")" : std::string();
}

void read_schedule(const Partitioning& partitioning, TableDraft& table, model::Draft& draft) {
  const Value* every = partitioning.find("every");
  if (every == nullptr) return;
  model::PartitionSchedule& schedule = table.notes.partitions;
  schedule.column = partitioning.column;
  schedule.every = read_duration(*every, "every", draft);
  schedule.ahead = kAhead;
  if (const Value* ahead = partitioning.find("ahead")) {
    std::int64_t number = kAhead;
    if (!is_number_from(*ahead, 0, number))
      refuse(ahead->span, "\"ahead\" is a number of partitions", "from 0 to 1000", {}, draft);
    schedule.ahead = static_cast<std::uint32_t>(number);
  }
  if (const Value* retain = partitioning.find("retain"))
    schedule.retain = read_duration(*retain, "retain", draft);
}

/// Ranges of time are of a column that holds time.
void expect_moment(const Partitioning& partitioning, const TableDraft& table, model::Draft& draft) {
  if (partitioning.find("every") == nullptr || partitioning.method != "range") return;
  const auto* column = table.column(partitioning.column);
  const auto shape = column == nullptr ? model::Shape::opaque : column->notes.type.shape;
  const bool moment =
      shape == model::Shape::date || shape == model::Shape::timestamp || shape == model::Shape::timestamp_tz;
  if (moment) return;
  refuse(partitioning.key->span, "`" + partitioning.key->text + "` is no column of a date or a timestamp",
         "\"every\" is a span of time", "name the ranges in \"partitions\"", draft);
}

/// What PostgreSQL refuses about the column, or about the table.
void expect_possible(const Partitioning& partitioning, const TableDraft& table, model::Draft& draft) {
  if (table.state.unlogged)
    refuse(partitioning.member->key_span, "a partitioned table is not unlogged", "it holds no rows itself",
           {}, draft);
  const auto* column = table.column(partitioning.column);
  if (column == nullptr) return;
  if (!column->state.generated.empty())
    refuse(partitioning.key->span, "`" + column->name + "` is generated: it cannot be a partition key", "",
           {}, draft);
  model::expect_indexable(draft, *column, partitioning.key->span,
                          partitioning.method == "hash" ? "hash" : "btree");
}

bool holds(const std::vector<std::string>& columns, const std::string& column) {
  return std::find(columns.begin(), columns.end(), column) != columns.end();
}

/// PostgreSQL checks a key in each partition alone, so that rows that agree in it must be in one.
void expect_in_keys(const Partitioning& partitioning, const TableDraft& table, model::Draft& draft) {
  const auto expect = [&](const model::Object& object, std::string_view what,
                          std::vector<std::string> columns) {
    if (!partitioning.column.empty() && holds(columns, partitioning.column)) return;
    draft.diagnostics()
        .error(partitioning.key->span, "SC1456",
               std::string(what) + " of `" + table.id.name + "` does not hold the partition key `" +
                   partitioning.key->text + "`",
               "it stands at " + draft.place(object.origin) + ", and is checked in each partition alone")
        .help = partitioning.column.empty() ? "partition by a column"
                                            : "add `" + partitioning.column + "` to its columns";
  };
  for (const auto& [kind, what] :
       {std::pair{model::kPrimaryKeyKind, "the primary key"}, {model::kUniqueKind, "a unique constraint"}}) {
    for (const model::Object* object : draft.all_of(kind)) {
      if (object->id.schema == table.id.schema && object->id.name == table.id.name)
        expect(*object, what, object->state.as<model::Key>().columns);
    }
  }
  for (const model::Object* object : draft.all_of(model::kIndexKind)) {
    const auto& index = object->state.as<model::Index>();
    if (!index.unique || object->id.schema != table.id.schema || index.table != table.id.name) continue;
    std::vector<std::string> columns;
    for (const model::IndexKey& key : index.keys) columns.push_back(key.column);
    expect(*object, "a unique index", std::move(columns));
  }
}

std::vector<PartitionBound> hash_bounds(const Partitioning& partitioning, const std::string& table,
                                        model::Draft& draft) {
  const Value* count = partitioning.find("count");
  std::int64_t number = 0;
  if (count == nullptr) return {};
  if (!is_number_from(*count, 1, number)) {
    refuse(count->span, "\"count\" is a number of partitions", "from 1 to 1000", {}, draft);
    return {};
  }
  std::vector<PartitionBound> bounds;
  for (std::int64_t i = 0; i < number; ++i) {
    bounds.push_back(
        {table + "_" + std::to_string(i),
         "FOR VALUES WITH (modulus " + std::to_string(number) + ", remainder " + std::to_string(i) + ")",
         count->span});
  }
  return bounds;
}

std::vector<PartitionBound> bounds_of(const Partitioning& partitioning, const TableDraft& table,
                                      model::Draft& draft) {
  const std::string& name = table.id.name;
  if (partitioning.find("every") != nullptr)
    return {{name + "_default", "DEFAULT", partitioning.member->key_span}};
  if (partitioning.method == "hash") return hash_bounds(partitioning, name, draft);
  const Value* partitions = partitioning.find("partitions");
  if (partitions == nullptr) return {};
  PartitionKey key{partitioning.column, {}};
  if (const auto* column = table.column(key.column)) key.type = column->notes.type;
  return (partitioning.method == "list" ? read_lists : read_ranges)(*partitions, key, name, draft);
}

class Partition final : public model::Feature {
 public:
  [[nodiscard]] std::span<const model::KeySpec> keys() const override {
    static constexpr std::array<model::KeySpec, 1> kKeys = {
        {{model::Scope::table, "partition",
          "Splits the table into partitions, by range, list or hash of a column.", false, &kForm}}};
    return kKeys;
  }

  void read(const syntax::Member& member, TableDraft* table, model::Draft& draft) const override {
    auto partitioning = read_method(member, draft);
    if (!partitioning) return;
    const std::string key = read_key(*partitioning, *table, draft);
    if (key.empty()) return;
    std::string method(partitioning->method);
    for (char& c : method) c = static_cast<char>(c - 'a' + 'A');
    table->state.partition_key = method + " (" + key + ")";
    read_schedule(*partitioning, *table, draft);
    draft.later([table, partitioning = *std::move(partitioning)](model::Draft& complete) {
      complete.schema = table->id.schema;
      expect_moment(partitioning, *table, complete);
      expect_possible(partitioning, *table, complete);
      expect_in_keys(partitioning, *table, complete);
      for (const PartitionBound& bound : bounds_of(partitioning, *table, complete)) {
        model::rename_along(complete, table->id, {table->id.kind, table->id.schema, bound.name, {}});
        add_partition(*table, bound, complete);
      }
      complete.schema = model::kDefaultSchema;
    });
  }
};

}  // namespace

const model::Feature& partition() {
  static const Partition kFeature;
  return kFeature;
}

}  // namespace schemac::compiler::features
