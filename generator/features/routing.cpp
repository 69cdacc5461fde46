// "routing": {"reads": "replica", "max_lag": "5s"} — where the rows may be read, and how old they may be
// there.
#include <array>
#include <charconv>

#include "features/features.hpp"

namespace schemac::compiler::features {
namespace {

using syntax::Kind;
using syntax::Value;

constexpr std::array<std::string_view, 2> kPlaces = {"primary", "replica"};
constexpr model::ValueForm kPlace = model::one_of(kPlaces);
constexpr std::array<model::MemberSpec, 2> kMembers = {{
    {"reads", "Where rows are read: from the primary, or from a replica.", &kPlace, true},
    {"max_lag", "How far behind a replica may be: `500ms`, `5s`, `2min`.", &model::kTextForm},
}};
constexpr model::ValueForm kRouting = model::object_of(kMembers);

void refuse(const Value& place, std::string message, std::string_view help, model::Draft& draft) {
  draft.diagnostics().error(place.span, "SC1460", std::move(message)).help = help;
}

/// Milliseconds of "5s"; 0 where that is no duration.
std::uint32_t milliseconds_of(std::string_view text) {
  constexpr std::uint32_t kMaxCount = 60'000;
  std::uint32_t count = 0;
  const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), count);
  if (failed != std::errc() || count > kMaxCount) return 0;
  const std::string_view unit = text.substr(static_cast<std::size_t>(end - text.data()));
  if (unit == "ms") return count;
  if (unit == "s") return count * 1000;
  return unit == "min" ? count * 60'000 : 0;
}

void read_lag(const Value& value, model::TableNotes& notes, model::Draft& draft) {
  if (!draft.expect(value, Kind::string, "\"max_lag\"")) return;
  notes.max_lag_ms = milliseconds_of(value.text);
  if (notes.max_lag_ms == 0) {
    refuse(value, "`" + value.text + "` is no lag that a replica can keep",
           "write \"500ms\", \"5s\" or \"2min\"", draft);
  } else if (!notes.reads_from_replica) {
    refuse(value, "the primary is never behind", "\"max_lag\" is for \"reads\": \"replica\"", draft);
  }
}

class Routing final : public model::Feature {
 public:
  [[nodiscard]] std::span<const model::KeySpec> keys() const override {
    static constexpr std::array<model::KeySpec, 1> kKeys = {
        {{model::Scope::table, "routing", "Where its rows may be read; for whoever routes queries.", false,
          &kRouting}}};
    return kKeys;
  }

  void read(const syntax::Member& member, model::TableDraft* table, model::Draft& draft) const override {
    if (!draft.expect(member.value, Kind::object, "\"routing\"")) return;
    draft.refuse_unknown_keys(member.value, kMembers, "\"routing\"");
    const Value* reads = member.value.find("reads");
    if (reads == nullptr || (reads->text != kPlaces[0] && reads->text != kPlaces[1])) {
      refuse(reads == nullptr ? member.value : *reads, "\"routing\" does not say where to read",
             "write \"reads\": \"primary\" or \"reads\": \"replica\"", draft);
      return;
    }
    table->notes.reads_from_replica = reads->text == kPlaces[1];
    if (const Value* lag = member.value.find("max_lag")) read_lag(*lag, table->notes, draft);
  }
};

}  // namespace

const model::Feature& routing() {
  static const Routing kFeature;
  return kFeature;
}

}  // namespace schemac::compiler::features
