// Shapes from JSON and to JSON: `schemac::from_json<chanuka::BillLinks>(text, result)`.
#pragma once

#include <concepts>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "schemac/codec/enum_traits.hpp"
#include "schemac/codec/text_form.hpp"
#include "schemac/decimal.hpp"
#include "schemac/query/json_value.hpp"
#include "schemac/query/shape_traits.hpp"
#include "schemac/validation.hpp"

namespace schemac {

/// Hands out the members of a JSON object. What does not fit is a violation with the member's path,
/// "links.reports[1].title", and leaves the member as it was.
class ShapeReader {
 public:
  /// Everything is borrowed.
  ShapeReader(const JsonValue& object, std::string path, ValidationResult& result);

  /// An optional one may be absent, or null.
  template <class T>
  void member(std::string_view name, T& value) {
    const JsonValue* found = take(name);
    if (found != nullptr) {
      read(*found, path_of(name), value);
    } else {
      refuse(path_of(name), "required", "is missing");
    }
  }
  template <class T>
  void member(std::string_view name, std::optional<T>& value) {
    const JsonValue* found = take(name);
    if (found != nullptr) read(*found, path_of(name), value.emplace());
  }
  /// Those that nobody has asked for.
  void others(std::vector<JsonMember>& members) const;

  /// A whole value; `path` says where it is.
  template <class T>
  void read(const JsonValue& json, const std::string& path, T& value) {
    if constexpr (Shaped<T>) {
      if (!expect(json, JsonValue::Kind::object, path, "must be an object")) return;
      ShapeReader inner(json, path, result_);
      ShapeTraits<T>::read(inner, value);
    } else if constexpr (LabelledEnum<T>) {
      read_parsed(json, path, value, [](std::string_view text) { return EnumTraits<T>::parse(text); });
    } else if constexpr (std::integral<T> && !std::same_as<T, bool>) {
      std::int64_t wide = 0;
      constexpr auto kMin = std::numeric_limits<T>::min();
      constexpr auto kMax = std::numeric_limits<T>::max();
      if (read_integer(json, path, kMin, kMax, wide)) value = static_cast<T>(wide);
    } else {
      read_parsed(json, path, value, [](std::string_view text) { return TextParser<T>::parse(text); });
    }
  }
  template <class T>
  void read(const JsonValue& json, const std::string& path, std::vector<T>& items) {
    if (!expect(json, JsonValue::Kind::array, path, "must be an array")) return;
    items.clear();
    for (const JsonValue& json_item : json.items) {
      T item{};
      read(json_item, path + "[" + std::to_string(items.size()) + "]", item);
      items.push_back(std::move(item));
    }
  }
  void read(const JsonValue& json, const std::string& path, bool& value);
  void read(const JsonValue& json, const std::string& path, double& value);
  void read(const JsonValue& json, const std::string& path, Decimal& value);
  void read(const JsonValue& json, const std::string& path, std::string& value);
  void read(const JsonValue& json, const std::string& path, Json& value);

 private:
  /// nullptr where it is absent or null.
  const JsonValue* take(std::string_view name);
  [[nodiscard]] std::string path_of(std::string_view name) const;
  void refuse(const std::string& path, std::string_view rule, std::string_view message);
  bool expect(const JsonValue& json, JsonValue::Kind kind, const std::string& path, std::string_view message);
  bool read_integer(const JsonValue& json, const std::string& path, std::int64_t min, std::int64_t max,
                    std::int64_t& value);
  template <class T, class Parse>
  void read_parsed(const JsonValue& json, const std::string& path, T& value, Parse parse) {
    if (!expect(json, JsonValue::Kind::string, path, "must be a string")) return;
    if (const auto parsed = parse(json.text)) {
      value = *parsed;
    } else {
      refuse(path, "type", "is not a value of its type");
    }
  }

  const JsonValue& object_;
  std::string path_;
  ValidationResult& result_;
  std::vector<bool> taken_;
};

/// Writes a JSON object member by member.
class ShapeWriter {
 public:
  template <class T>
  void member(std::string_view name, const T& value) {
    begin_member(name);
    write(value);
  }
  /// Left out where it is empty.
  template <class T>
  void member(std::string_view name, const std::optional<T>& value) {
    if (value) member(name, *value);
  }
  void others(const std::vector<JsonMember>& members);

  template <class T>
  void write(const T& value) {
    if constexpr (Shaped<T>) {
      const bool outer = std::exchange(first_, true);
      out_ += '{';
      ShapeTraits<T>::write(*this, value);
      out_ += '}';
      first_ = outer;
    } else if constexpr (LabelledEnum<T>) {
      append_json_string(out_, EnumTraits<T>::name(value));
    } else if constexpr (std::integral<T>) {
      out_ += std::to_string(value);
    } else {
      append_json_string(out_, to_text(value));
    }
  }
  template <class T>
  void write(const std::vector<T>& items) {
    out_ += '[';
    for (std::size_t i = 0; i < items.size(); ++i) {
      if (i > 0) out_ += ',';
      write(static_cast<const T&>(items[i]));
    }
    out_ += ']';
  }
  void write(bool value) { out_ += value ? "true" : "false"; }
  /// @throws UsageError for both, where the number is not finite: JSON has no other.
  void write(double value);
  void write(const Decimal& value);
  void write(const std::string& value) { append_json_string(out_, value); }
  void write(const Json& value) { out_ += value.text; }

  std::string take() { return std::move(out_); }

 private:
  void begin_member(std::string_view name);

  std::string out_;
  bool first_ = true;
};

/// The value in JSON text, or nothing; then `result` says what does not fit. Rules are not looked at: see
/// validate(). @param path what the text is called in violations.
template <Shaped T>
std::optional<T> from_json(std::string_view text, ValidationResult& result,
                           std::string path = std::string(ShapeTraits<T>::name)) {
  const std::size_t before = result.violations().size();
  const auto json = JsonValue::parse(text);
  T value;
  if (json) {
    ShapeReader(*json, {}, result).read(*json, path, value);
  } else {
    result.add(path, "json", "is not JSON");
  }
  return result.violations().size() == before ? std::optional<T>(std::move(value)) : std::nullopt;
}

template <Shaped T>
std::string to_json(const T& value) {
  ShapeWriter writer;
  writer.write(value);
  return writer.take();
}

/// The rules that the value at `path` breaks, and the members that it should not have; of a list, each one's.
template <Shaped T>
void check_shape(const T& value, const std::string& path, ValidationResult& result) {
  ShapeTraits<T>::check(value, path, result);
}
template <Shaped T>
void check_shape(const std::optional<T>& value, const std::string& path, ValidationResult& result) {
  if (value) ShapeTraits<T>::check(*value, path, result);
}
template <class T>
void check_shape(const std::vector<T>& values, const std::string& path, ValidationResult& result) {
  for (std::size_t i = 0; i < values.size(); ++i)
    check_shape(values[i], path + "[" + std::to_string(i) + "]", result);
}
template <class T>
void check_shape(const std::optional<std::vector<T>>& values, const std::string& path,
                 ValidationResult& result) {
  if (values) check_shape(*values, path, result);
}

/// All of that at once.
template <Shaped T>
ValidationResult validate(const T& value) {
  ValidationResult result;
  ShapeTraits<T>::check(value, std::string(ShapeTraits<T>::name), result);
  return result;
}

/// One violation for each: "links.hansrad: is no member of bill_links".
void check_others(const std::vector<JsonMember>& members, const std::string& path, std::string_view shape,
                  ValidationResult& result);

}  // namespace schemac
