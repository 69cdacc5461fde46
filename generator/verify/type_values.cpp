// One query reads all types; a value of a made type is written by recursion over what it is made of.
#include "verify/type_values.hpp"

#include <utility>

#include "schemac/codec/codecs.hpp"
#include "verify/base_values.hpp"

namespace schemac::compiler::verify {
namespace {

constexpr std::string_view kTypes = R"(
  SELECT t.oid, t.typname::text, t.typtype::text,
         CASE WHEN t.typcategory = 'A' THEN t.typelem ELSE 0::oid END,
         coalesce((SELECT r.rngsubtype FROM pg_catalog.pg_range r WHERE r.rngtypid = t.oid),
                  (SELECT r.rngtypid FROM pg_catalog.pg_range r WHERE r.rngmultitypid = t.oid), t.typbasetype),
         t.typtypmod,
         ARRAY(SELECT e.enumlabel::text FROM pg_catalog.pg_enum e WHERE e.enumtypid = t.oid ORDER BY e.enumsortorder),
         ARRAY(SELECT pg_catalog.concat_ws(' ', pg_catalog.pg_get_constraintdef(c.oid),
                      (SELECT string_agg(p.prosrc, ' ') FROM pg_catalog.pg_depend d
                       JOIN pg_catalog.pg_proc p ON p.oid = d.refobjid
                       WHERE d.classid = 'pg_catalog.pg_constraint'::regclass AND d.objid = c.oid
                         AND d.refclassid = 'pg_catalog.pg_proc'::regclass))
               FROM pg_catalog.pg_constraint c WHERE c.contypid = t.oid ORDER BY c.conname),
         ARRAY(SELECT a.atttypid FROM pg_catalog.pg_attribute a
               WHERE t.typtype = 'c' AND a.attrelid = t.typrelid AND a.attnum > 0 AND NOT a.attisdropped
               ORDER BY a.attnum),
         ARRAY(SELECT a.atttypmod FROM pg_catalog.pg_attribute a
               WHERE t.typtype = 'c' AND a.attrelid = t.typrelid AND a.attnum > 0 AND NOT a.attisdropped
               ORDER BY a.attnum)
  FROM pg_catalog.pg_type t
  WHERE t.typtype <> 'c' OR t.typnamespace <> 'pg_catalog'::regnamespace)";

/// As an element of an array or a field of a composite value.
std::string element(const std::string& value) {
  std::string quoted = "\"";
  for (char c : value) {
    if (c == '"' || c == '\\') quoted += '\\';
    quoted += c;
  }
  return quoted + "\"";
}

}  // namespace

TypeValues::TypeValues(Executor& database) {
  const Result result = database.execute(kTypes);
  for (int i = 0; i < result.rows(); ++i) {
    RowReader row{result, i};
    Type& type = types_[row.next<std::uint32_t>()];
    type.name = row.next<std::string>();
    type.kind = row.next<std::string>().front();
    type.element = row.next<std::uint32_t>();
    type.base = row.next<std::uint32_t>();
    type.modifier = row.next<std::int32_t>();
    type.labels = row.next<std::vector<std::string>>();
    type.conditions = row.next<std::vector<std::string>>();
    const auto fields = row.next<std::vector<std::uint32_t>>();
    const auto modifiers = row.next<std::vector<std::int32_t>>();
    for (std::size_t field = 0; field < fields.size(); ++field)
      type.fields.emplace_back(fields[field], modifiers[field]);
  }
}

const TypeValues::Type& TypeValues::type(std::uint32_t oid) const {
  static const Type kUnknown{};
  const auto found = types_.find(oid);
  return found == types_.end() ? kUnknown : found->second;
}

std::string TypeValues::ordinary(std::uint32_t oid, int modifier, std::uint32_t number) const {
  const Type& of = type(oid);
  if (of.element != 0) return "{" + element(ordinary(of.element, modifier, number)) + "}";
  if (of.kind == 'd') return ordinary(of.base, of.modifier, number);
  if (of.kind == 'e') return of.labels.empty() ? std::string() : of.labels[number % of.labels.size()];
  if (of.kind == 'm') return "{" + ordinary(of.base, -1, number) + "}";
  if (of.kind == 'c') return composite(of, number);
  if (of.kind != 'r') return ordinary_value(of.name, modifier, number);
  return "[" + element(ordinary(of.base, -1, 2 * number)) + "," +
         element(ordinary(of.base, -1, 2 * number + 1)) + ")";
}

std::string TypeValues::composite(const Type& type, std::uint32_t number) const {
  std::string fields;
  for (const auto& [field, modifier] : type.fields)
    fields += (fields.empty() ? "" : ",") + element(ordinary(field, modifier, number));
  return "(" + fields + ")";
}

std::vector<std::string> TypeValues::edges(std::uint32_t oid) const {
  const Type& of = type(oid);
  if (of.element != 0) return {"{}", "{NULL}"};
  if (of.kind == 'r') return {"empty", "(,)"};
  if (of.kind == 'm') return {"{}"};
  if (of.kind == 'd') return edges(of.base);
  if (of.kind == 'e' && !of.labels.empty()) return {of.labels.back()};
  if (of.kind == 'c') return {"(" + std::string(of.fields.empty() ? 0 : of.fields.size() - 1, ',') + ")"};
  return edge_values(of.name);
}

std::vector<std::string> TypeValues::conditions(std::uint32_t oid) const {
  const Type& of = type(oid);
  if (of.kind != 'd') return {};
  std::vector<std::string> all = conditions(of.base);
  all.insert(all.end(), of.conditions.begin(), of.conditions.end());
  return all;
}

std::string TypeValues::of_length(std::uint32_t oid, std::size_t length, char letter) const {
  const Type& of = type(oid);
  if (of.kind == 'd') return of_length(of.base, length, letter);
  if (of.element == 0) return std::string(length, letter);
  std::string elements;
  for (std::uint32_t number = 0; number < length; ++number)
    elements += (number == 0 ? "" : ",") + element(ordinary(of.element, -1, number));
  return "{" + elements + "}";
}

bool TypeValues::is_json(std::uint32_t oid) const {
  const Type& of = type(oid);
  return of.kind == 'd' ? is_json(of.base) : of.name == "json" || of.name == "jsonb";
}

std::vector<std::string> TypeValues::shaped(std::uint32_t oid, const std::string& value) const {
  const Type& of = type(oid);
  if (of.kind == 'd') return shaped(of.base, value);
  if (of.element != 0) return {value, "{" + element(value) + "}"};
  if (is_json(oid)) return {value, element(value), "{" + element(value) + ": 1}", "[" + element(value) + "]"};
  return {value};
}

}  // namespace schemac::compiler::verify
