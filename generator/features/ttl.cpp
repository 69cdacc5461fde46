// "ttl": {"column": "created_at", "after": "7 days"} — rows that are of no more use. The repository and
// schemactl remove them in batches, so that no statement holds many rows for long.
#include <array>

#include "features/features.hpp"
#include "model/duration.hpp"
#include "model/key_reading.hpp"

namespace schemac::compiler::features {

namespace {

using syntax::Kind;
using syntax::Value;

constexpr std::array<model::MemberSpec, 3> kMembers = {{
    {"column", "A date or a timestamp: the row expires then. NULL: never.", &model::kTextForm, true},
    {"after", "How long after that moment it does, such as `7 days`; at once unless given.",
     &model::kTextForm},
    {"batch", "How many rows one statement removes; 1000 unless given.", &model::kIntegerForm},
}};
constexpr model::ValueForm kForm = model::object_of(kMembers);
constexpr std::uint32_t kBatch = 1000;
constexpr std::uint32_t kMaxBatch = 100000;

void refuse(support::Span place, std::string message, std::string label, std::string help,
            model::Draft& draft) {
  draft.diagnostics().error(place, "SC1458", std::move(message), std::move(label)).help = std::move(help);
}

bool is_moment(const model::TypeUse& type) {
  using model::Shape;
  const bool scalar = type.dimensions == 0;
  return scalar &&
         (type.shape == Shape::date || type.shape == Shape::timestamp || type.shape == Shape::timestamp_tz);
}

std::string read_column(const syntax::Member& member, const model::TableDraft& table, model::Draft& draft) {
  const Value* name = member.value.find("column");
  if (name == nullptr) {
    refuse(member.key_span, "the rows expire by no column", "\"column\" is missing", {}, draft);
    return {};
  }
  if (!draft.expect(*name, Kind::string, "\"column\"")) return {};
  const model::ColumnDraft* column = draft.expect_column(table, name->text, name->span);
  if (column == nullptr) return {};
  if (!is_moment(column->notes.type)) {
    refuse(name->span, "`" + name->text + "` is no moment", "its type is " + column->state.type,
           "name a column of type timestamptz, timestamp or date", draft);
    return {};
  }
  return column->name;
}

std::uint32_t read_batch(const Value& value, model::Draft& draft) {
  const bool digits = value.is(Kind::number) && value.text.size() <= 6 &&
                      value.text.find_first_not_of("0123456789") == std::string::npos;
  const auto batch = digits ? static_cast<std::uint32_t>(std::stoul(value.text)) : 0;
  if (batch >= 1 && batch <= kMaxBatch) return batch;
  refuse(value.span, "\"batch\" is a number of rows", "from 1 to 100000", {}, draft);
  return kBatch;
}

class Ttl final : public model::Feature {
 public:
  [[nodiscard]] std::span<const model::KeySpec> keys() const override {
    static constexpr std::array<model::KeySpec, 1> kKeys = {
        {{model::Scope::table, "ttl",
          "When rows expire, to be removed: the moment in a column, or some time after.", false, &kForm}}};
    return kKeys;
  }

  void read(const syntax::Member& member, model::TableDraft* table, model::Draft& draft) const override {
    if (!draft.expect(member.value, Kind::object, "\"ttl\"")) return;
    draft.refuse_unknown_keys(member.value, kMembers, "\"ttl\"");
    model::Expiry expiry{read_column(member, *table, draft), {}, kBatch};
    if (const Value* after = member.value.find("after");
        after != nullptr && draft.expect(*after, Kind::string, "\"after\"")) {
      if (const auto duration = model::parse_duration(after->text)) {
        expiry.after = duration->text();
      } else {
        refuse(after->span, "\"after\" is a span of time", "this is none", "write \"7 days\"", draft);
      }
    }
    if (const Value* batch = member.value.find("batch")) expiry.batch = read_batch(*batch, draft);
    if (!expiry.column.empty()) table->notes.expiry = std::move(expiry);
  }
};

}  // namespace

const model::Feature& ttl() {
  static const Ttl kFeature;
  return kFeature;
}

}  // namespace schemac::compiler::features
