// Ranges and sets of ranges: PostgreSQL's int4range, numrange, tstzrange and so on, and their multiranges.
#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "schemac/codec/text_form.hpp"

namespace schemac {

/// A range in pieces of text, before its bounds are read as values. An absent bound is infinite.
struct RangeText {
  std::optional<std::string> lower;
  std::optional<std::string> upper;
  bool lower_inclusive = false;
  bool upper_inclusive = false;
  bool empty = false;

  /// "[1,5)", "(,5]", "empty"; a bound may stand in double quotes.
  static std::optional<RangeText> parse(std::string_view text);
  std::string to_string() const;
};

/// Splits "{[1,2),[5,6)}" into the texts of its ranges.
std::optional<std::vector<std::string_view>> split_multirange(std::string_view text);

/// The values between two bounds. By default that is all of them; a bound that is absent is infinite, and
/// whether it is inclusive then means nothing. The server turns ranges of whole numbers and dates into its
/// canonical form
/// ("[1,3]" into "[1,4)"), nothing here does: two ranges are equal if their bounds are.
template <class T>
struct Range {
  std::optional<T> lower;
  std::optional<T> upper;
  bool lower_inclusive = true;
  bool upper_inclusive = false;
  /// True for the range that holds nothing; the other members then mean nothing.
  bool empty = false;

  /// [lower, upper): the usual one.
  static Range half_open(T from, T to) { return make(std::move(from), std::move(to), true, false); }
  static Range closed(T from, T to) { return make(std::move(from), std::move(to), true, true); }
  static Range none() {
    Range range;
    range.empty = true;
    return range;
  }
  static Range make(std::optional<T> from, std::optional<T> to, bool from_inclusive, bool to_inclusive) {
    Range range;
    range.lower = std::move(from);
    range.upper = std::move(to);
    range.lower_inclusive = from_inclusive;
    range.upper_inclusive = to_inclusive;
    return range;
  }

  bool contains(const T& value) const {
    if (empty) return false;
    if (lower && (lower_inclusive ? value < *lower : !(*lower < value))) return false;
    if (upper && (upper_inclusive ? *upper < value : !(value < *upper))) return false;
    return true;
  }

  static std::optional<Range> parse(std::string_view text) {
    const std::optional<RangeText> parts = RangeText::parse(text);
    if (!parts) return std::nullopt;
    if (parts->empty) return none();
    Range range = make(std::nullopt, std::nullopt, parts->lower_inclusive, parts->upper_inclusive);
    if (parts->lower && !(range.lower = TextParser<T>::parse(*parts->lower))) return std::nullopt;
    if (parts->upper && !(range.upper = TextParser<T>::parse(*parts->upper))) return std::nullopt;
    return range;
  }

  std::string to_string() const {
    RangeText parts;
    if (lower) parts.lower = to_text(*lower);
    if (upper) parts.upper = to_text(*upper);
    parts.lower_inclusive = lower_inclusive;
    parts.upper_inclusive = upper_inclusive;
    parts.empty = empty;
    return parts.to_string();
  }

  bool operator==(const Range& other) const {
    if (empty || other.empty) return empty == other.empty;
    return lower == other.lower && upper == other.upper &&
           (!lower || lower_inclusive == other.lower_inclusive) &&
           (!upper || upper_inclusive == other.upper_inclusive);
  }
};

/// A set of ranges. The server sorts them and joins those that touch; nothing here does.
template <class T>
struct Multirange {
  std::vector<Range<T>> ranges;

  static std::optional<Multirange> parse(std::string_view text) {
    const auto pieces = split_multirange(text);
    if (!pieces) return std::nullopt;
    Multirange result;
    for (const std::string_view piece : *pieces) {
      auto range = Range<T>::parse(piece);
      if (!range) return std::nullopt;
      result.ranges.push_back(std::move(*range));
    }
    return result;
  }

  std::string to_string() const {
    std::string text = "{";
    for (const Range<T>& range : ranges) {
      if (text.size() > 1) text += ',';
      text += range.to_string();
    }
    return text += '}';
  }

  bool operator==(const Multirange& other) const { return ranges == other.ranges; }
};

}  // namespace schemac
