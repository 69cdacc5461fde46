// Spans of time as definitions write them.
#include "model/duration.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace schemac::compiler::model {
namespace {

struct Unit {
  std::string_view name;
  std::uint32_t seconds;  // 0: it differs
};
constexpr std::array<Unit, 7> kUnits = {{{"second", 1},
                                         {"minute", 60},
                                         {"hour", 3600},
                                         {"day", 86400},
                                         {"week", 7 * 86400},
                                         {"month", 0},
                                         {"year", 0}}};
constexpr std::uint32_t kMaxCount = 10000;

const Unit* find_unit(std::string_view name) {
  const auto found =
      std::find_if(kUnits.begin(), kUnits.end(), [&](const Unit& unit) { return unit.name == name; });
  return found == kUnits.end() ? nullptr : &*found;
}

}  // namespace

std::string Duration::text() const {
  return std::to_string(count) + " " + unit + (count == 1 ? "" : "s");
}

std::optional<std::uint32_t> Duration::seconds() const {
  const Unit* known = find_unit(unit);
  if (known == nullptr || known->seconds == 0) return std::nullopt;
  return count * known->seconds;
}

std::optional<Duration> parse_duration(std::string_view text) {
  std::uint32_t count = 0;
  const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), count);
  if (failed != std::errc() || count == 0 || count > kMaxCount) return std::nullopt;
  std::string_view unit = text.substr(static_cast<std::size_t>(end - text.data()));
  if (!unit.starts_with(' ')) return std::nullopt;
  unit.remove_prefix(1);
  if (unit.ends_with('s')) unit.remove_suffix(1);
  if (find_unit(unit) == nullptr) return std::nullopt;
  return Duration{count, std::string(unit)};
}

}  // namespace schemac::compiler::model
