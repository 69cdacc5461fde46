// Bounds are compared as literals: numbers by value, moments in ISO form by their text. What else PostgreSQL
// orders (text by its collation, moments of different zones) only a server can compare.
#include "features/partition_bounds.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <compare>
#include <optional>

#include "model/key_reading.hpp"
#include "support/naming.hpp"

namespace schemac::compiler::features {
namespace {

using model::Shape;
using syntax::Kind;
using syntax::Value;

constexpr std::string_view kDefault = "default";
constexpr std::array<std::string_view, 2> kRangeKeys = {"from", "to"};

void refuse(support::Span place, std::string message, std::string label, model::Draft& draft) {
  draft.diagnostics().error(place, "SC1457", std::move(message), std::move(label));
}

/// Of an expression the type is the server's to know.
std::string literal(const Value& value, const PartitionKey& key, model::Draft& draft) {
  if (!key.column.empty()) return draft.literal_of(value, key.type);
  return value.is(Kind::string) ? support::quote_literal(value.text) : value.text;
}

bool is_number(Shape shape) {
  switch (shape) {
    case Shape::int16:
    case Shape::int32:
    case Shape::int64:
    case Shape::float32:
    case Shape::float64:
    case Shape::decimal:
      return true;
    default:
      return false;
  }
}

bool is_moment(Shape shape) {
  return shape == Shape::date || shape == Shape::timestamp || shape == Shape::timestamp_tz;
}

/// "2026-01-01 12:00" of its literal; nothing for another form, or one with a zone.
std::optional<std::string_view> iso_text(std::string_view literal) {
  constexpr std::string_view kForm = "0000-00-00";
  if (literal.size() < kForm.size() + 2 || literal.front() != '\'') return std::nullopt;
  const std::string_view text = literal.substr(1, literal.find('\'', 1) - 1);
  if (text.size() < kForm.size()) return std::nullopt;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool digit = text[i] >= '0' && text[i] <= '9';
    const bool fits = i < kForm.size() ? (kForm[i] == '0' ? digit : text[i] == '-')
                                       : (digit || text[i] == ' ' || text[i] == ':');
    if (!fits) return std::nullopt;
  }
  return text;
}

std::optional<std::partial_ordering> compare(std::string_view a, std::string_view b, Shape shape) {
  if (a == b) return std::partial_ordering::equivalent;
  if (is_moment(shape)) {
    const auto left = iso_text(a), right = iso_text(b);
    if (!left || !right) return std::nullopt;
    return left->compare(*right) <=> 0;
  }
  if (!is_number(shape)) return std::nullopt;
  long double left = 0, right = 0;
  std::from_chars(a.data(), a.data() + a.size(), left);
  std::from_chars(b.data(), b.data() + b.size(), right);
  return left <=> right;
}

struct Range {
  std::string from;  // a literal; empty: no bound
  std::string to;
};

/// Known to end before `other` begins, or where it does: else false.
bool may_reach_into(const Range& one, const Range& other, Shape shape) {
  if (one.to.empty() || other.from.empty()) return true;
  const auto order = compare(one.to, other.from, shape);
  return order && *order > 0;
}

std::optional<Range> read_range(const Value& form, const PartitionKey& key, model::Draft& draft) {
  if (!draft.expect(form, Kind::object, "a range")) return std::nullopt;
  draft.refuse_unknown_keys(form, kRangeKeys, "a range");
  Range range;
  for (const auto& [name, bound] : {std::pair{kRangeKeys[0], &range.from}, {kRangeKeys[1], &range.to}}) {
    const Value* value = form.find(name);
    if (value == nullptr) continue;
    if (value->is(Kind::null)) {
      refuse(value->span, "NULL bounds nothing", "leave the key out where there is no bound", draft);
      return std::nullopt;
    }
    *bound = literal(*value, key, draft);
    if (bound->empty()) return std::nullopt;
  }
  const auto order =
      range.from.empty() || range.to.empty() ? std::nullopt : compare(range.to, range.from, key.type.shape);
  if (order && *order <= 0) {
    refuse(form.span, "the range is empty", "a range holds its \"from\" and ends before its \"to\"", draft);
    return std::nullopt;
  }
  return range;
}

/// The partitions but the default one, which `visit` is not called for; all of them by name.
template <class Visit>
std::vector<PartitionBound> read_each(const Value& partitions, const std::string& table, model::Draft& draft,
                                      Visit visit) {
  std::vector<PartitionBound> bounds;
  if (!draft.expect(partitions, Kind::object, "\"partitions\"") ||
      !model::expect_not_empty(partitions, "the list of partitions", draft))
    return bounds;
  for (const syntax::Member& member : partitions.members) {
    if (member.key == "//") continue;
    std::string sql = "DEFAULT";
    if (member.key == kDefault) {
      if (!draft.expect(member.value, Kind::boolean, "\"default\"") || !member.value.is_true()) continue;
    } else {
      draft.expect_name(member.key, member.key_span);
      sql = visit(member);
    }
    if (!sql.empty()) bounds.push_back({table + "_" + member.key, std::move(sql), member.key_span});
  }
  return bounds;
}

}  // namespace

std::vector<PartitionBound> read_ranges(const Value& partitions, const PartitionKey& key,
                                        const std::string& table, model::Draft& draft) {
  std::vector<std::pair<std::string, Range>> known;
  return read_each(partitions, table, draft, [&](const syntax::Member& member) -> std::string {
    const auto range = read_range(member.value, key, draft);
    if (!range) return {};
    for (const auto& [name, other] : known) {
      const bool apart =
          !may_reach_into(*range, other, key.type.shape) || !may_reach_into(other, *range, key.type.shape);
      if (!apart) refuse(member.value.span, "`" + member.key + "` overlaps `" + name + "`", "", draft);
    }
    known.emplace_back(member.key, *range);
    return "FOR VALUES FROM (" + (range->from.empty() ? "MINVALUE" : range->from) + ") TO (" +
           (range->to.empty() ? "MAXVALUE" : range->to) + ")";
  });
}

std::vector<PartitionBound> read_lists(const Value& partitions, const PartitionKey& key,
                                       const std::string& table, model::Draft& draft) {
  std::vector<std::string> known;
  return read_each(partitions, table, draft, [&](const syntax::Member& member) -> std::string {
    if (!draft.expect(member.value, Kind::array, "the values of a partition") ||
        !model::expect_not_empty(member.value, "the list of values", draft))
      return {};
    std::string list;
    for (const Value& item : member.value.items) {
      std::string value = literal(item, key, draft);
      if (value.empty()) continue;
      if (std::find(known.begin(), known.end(), value) != known.end())
        refuse(item.span, "a row with " + value + " would belong to two partitions", "", draft);
      list += (list.empty() ? "" : ", ") + value;
      known.push_back(std::move(value));
    }
    return list.empty() ? list : "FOR VALUES IN (" + list + ")";
  });
}

}  // namespace schemac::compiler::features
