// The kinds of JSON values that shapes are made of.
#include "schemac/query/shape.hpp"

#include <charconv>
#include <cmath>

#include "schemac/error.hpp"

namespace schemac {

ShapeReader::ShapeReader(const JsonValue& object, std::string path, ValidationResult& result)
    : object_(object), path_(std::move(path)), result_(result), taken_(object.names.size()) {}

const JsonValue* ShapeReader::take(std::string_view name) {
  const JsonValue* found = nullptr;
  for (std::size_t i = 0; i < object_.names.size(); ++i) {
    if (object_.names[i] != name) continue;
    taken_[i] = true;
    found = &object_.items[i];  // the last of several, as jsonb has it
  }
  return found == nullptr || found->kind == JsonValue::Kind::null ? nullptr : found;
}

std::string ShapeReader::path_of(std::string_view name) const {
  return path_ + "." + std::string(name);
}

void ShapeReader::refuse(const std::string& path, std::string_view rule, std::string_view message) {
  result_.add(path, rule, message);
}

void ShapeReader::others(std::vector<JsonMember>& members) const {
  members.clear();
  for (std::size_t i = 0; i < object_.names.size(); ++i) {
    if (!taken_[i]) members.push_back({object_.names[i], Json(object_.items[i].raw)});
  }
}

bool ShapeReader::expect(const JsonValue& json, JsonValue::Kind kind, const std::string& path,
                         std::string_view message) {
  if (json.kind != kind) refuse(path, "type", message);
  return json.kind == kind;
}

bool ShapeReader::read_integer(const JsonValue& json, const std::string& path, std::int64_t min,
                               std::int64_t max, std::int64_t& value) {
  const char* const end = json.raw.data() + json.raw.size();
  const auto [stop, error] = std::from_chars(json.raw.data(), end, value);
  const bool fits = json.kind == JsonValue::Kind::number && error == std::errc{} && stop == end &&
                    value >= min && value <= max;
  if (!fits) {
    refuse(path, "type", "must be a whole number from " + std::to_string(min) + " to " + std::to_string(max));
  }
  return fits;
}

void ShapeReader::read(const JsonValue& json, const std::string& path, bool& value) {
  if (expect(json, JsonValue::Kind::boolean, path, "must be true or false")) value = json.raw == "true";
}

void ShapeReader::read(const JsonValue& json, const std::string& path, double& value) {
  if (!expect(json, JsonValue::Kind::number, path, "must be a number")) return;
  const auto [stop, error] = std::from_chars(json.raw.data(), json.raw.data() + json.raw.size(), value);
  if (error != std::errc{}) refuse(path, "type", "is out of the range of double precision");
}

void ShapeReader::read(const JsonValue& json, const std::string& path, Decimal& value) {
  if (!expect(json, JsonValue::Kind::number, path, "must be a number")) return;
  if (const auto parsed = Decimal::parse(json.raw)) {
    value = *parsed;
  } else {
    refuse(path, "type", "is out of the range of numeric");
  }
}

void ShapeReader::read(const JsonValue& json, const std::string& path, std::string& value) {
  if (expect(json, JsonValue::Kind::string, path, "must be a string")) value = json.text;
}

void ShapeReader::read(const JsonValue& json, const std::string&, Json& value) {
  value = Json(json.raw);
}

void ShapeWriter::begin_member(std::string_view name) {
  if (!std::exchange(first_, false)) out_ += ',';
  append_json_string(out_, name);
  out_ += ':';
}

void ShapeWriter::others(const std::vector<JsonMember>& members) {
  for (const JsonMember& one : members) member(one.name, one.value);
}

void ShapeWriter::write(double value) {
  if (!std::isfinite(value)) throw UsageError("JSON has no number for NaN and the infinities");
  char digits[32];
  const auto [end, error] = std::to_chars(digits, digits + sizeof digits, value);
  out_.append(digits, end);
}

void ShapeWriter::write(const Decimal& value) {
  if (!value.is_finite()) throw UsageError("JSON has no number for NaN and the infinities");
  out_ += value.to_string();
}

void check_others(const std::vector<JsonMember>& members, const std::string& path, std::string_view shape,
                  ValidationResult& result) {
  for (const JsonMember& member : members)
    result.add(path + "." + member.name, "unknown", "is no member of " + std::string(shape));
}

}  // namespace schemac
