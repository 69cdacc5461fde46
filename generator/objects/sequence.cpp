// Sequences that stand for themselves or fill a column's default; those of identity columns are part of the
// column.
#include "model/sequence.hpp"

#include <algorithm>

#include "objects/objects.hpp"
#include "support/naming.hpp"

namespace schemac::compiler::objects {
namespace {

using model::Object;
using model::Sequence;
using model::Step;

constexpr std::string_view kCatalogue = R"(
SELECT 'pg_class'::regclass::oid AS class, c.oid AS oid, 0 AS sub, n.nspname AS schema, c.relname AS name,
       format_type(s.seqtypid, NULL) AS type, s.seqincrement AS increment, s.seqmin AS minimum, s.seqmax AS maximum,
       s.seqstart AS start, s.seqcache AS cache, s.seqcycle AS cycles, c.relpersistence = 'u' AS unlogged
  FROM pg_sequence s
  JOIN pg_class c ON c.oid = s.seqrelid
  JOIN user_schemas n ON n.oid = c.relnamespace
 WHERE c.relpersistence <> 't'
   AND NOT EXISTS (SELECT FROM pg_depend d
                    WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'i'))";

std::int64_t largest(const std::string& type) {
  if (type == "smallint") return INT16_MAX;
  return type == "integer" ? INT32_MAX : INT64_MAX;
}

/// What CREATE SEQUENCE takes where it is told the type and the increment alone.
Sequence plain(const Sequence& like) {
  Sequence sequence{like.type, like.increment};
  const bool falls = like.increment < 0;
  sequence.minimum = falls ? -largest(like.type) - 1 : 1;
  sequence.maximum = falls ? -1 : largest(like.type);
  sequence.start = falls ? like.maximum : like.minimum;
  return sequence;
}

/// What `now` says otherwise than `old`.
std::string differences(const Sequence& old, const Sequence& now) {
  std::string sql;
  const auto say = [&](std::string_view words, std::int64_t before, std::int64_t after) {
    if (before != after) sql += " " + std::string(words) + " " + std::to_string(after);
  };
  if (old.type != now.type) sql += " AS " + now.type;
  say("INCREMENT BY", old.increment, now.increment);
  say("MINVALUE", old.minimum, now.minimum);
  say("MAXVALUE", old.maximum, now.maximum);
  say("START WITH", old.start, now.start);
  say("CACHE", old.cache, now.cache);
  if (old.cycles != now.cycles) sql += now.cycles ? " CYCLE" : " NO CYCLE";
  return sql;
}

/// Moves the position, which may be anywhere within the old bounds, to where the new ones allow it.
Step move_into(const model::ObjectId& id, const Sequence& old, const Sequence& now) {
  const std::string name = id.qualified_name();
  Sequence wide = old;
  wide.minimum = std::min(old.minimum, now.minimum);
  wide.maximum = std::max(old.maximum, now.maximum);
  if (old.type != now.type && largest(old.type) < largest(now.type)) wide.type = now.type;
  std::string sql = differences(old, wide);
  if (!sql.empty()) sql = "ALTER SEQUENCE " + name + sql + ";\n";
  // As literals: the least bigint is no number to the parser, but the negative of one that is too large.
  const auto literal = [](std::int64_t number) { return support::quote_literal(std::to_string(number)); };
  sql += "SELECT pg_catalog.setval(" + support::quote_literal(name) + ", least(greatest(last_value, " +
         literal(now.minimum) + "), " + literal(now.maximum) + "), is_called) FROM " + name +
         ";\nALTER SEQUENCE " + name + differences(wide, now);
  Step step{id, std::move(sql)};
  step.hazards = {{std::string(model::hazards::kConvertsData),
                   "moves the position of " + name + " where the new bounds leave it out"}};
  return step;
}

class SequenceKind final : public model::ObjectKind {
 public:
  std::string_view name() const override { return model::kSequenceKind; }

  std::string_view catalogue() const override { return kCatalogue; }
  std::optional<Object> decode(const model::CatalogueRow& row) const override {
    const auto number = [&](std::string_view column) { return std::int64_t{std::stoll(row.text(column))}; };
    Sequence sequence{row.text("type"), number("increment"), number("minimum"),  number("maximum"),
                      number("start"),  number("cache"),     row.flag("cycles"), row.flag("unlogged")};
    return Object{{std::string(name()), row.text("schema"), row.text("name"), {}}, std::move(sequence), {}};
  }

  std::string create(const Object& object, const std::vector<std::string>&) const override {
    const auto& sequence = object.state.as<Sequence>();
    Sequence like = plain(sequence);
    like.type = "bigint";
    like.increment = 1;
    return std::string("CREATE ") + (sequence.unlogged ? "UNLOGGED " : "") + "SEQUENCE " +
           object.id.qualified_name() + differences(like, sequence);
  }
  std::string drop(const Object& object) const override {
    return "DROP SEQUENCE " + object.id.qualified_name();
  }
  std::vector<Step> remove(const Object& object, const model::Transition&) const override {
    Step step{object.id, drop(object)};
    step.hazards = {{std::string(model::hazards::kDropsObject),
                     "drops the sequence " + object.id.qualified_name() + " with its position"}};
    return {std::move(step)};
  }

  model::Alteration alter(const Object& from, const Object& to, const model::Transition&) const override {
    const auto& old = from.state.as<Sequence>();
    const auto& now = to.state.as<Sequence>();
    const std::string alter = "ALTER SEQUENCE " + to.id.qualified_name();
    std::vector<Step> steps;
    if (old.minimum < now.minimum || old.maximum > now.maximum) {
      steps.push_back(move_into(to.id, old, now));
    } else if (const std::string words = differences(old, now); !words.empty()) {
      steps.push_back({to.id, alter + words});
    }
    if (old.unlogged != now.unlogged)
      steps.push_back({to.id, alter + (now.unlogged ? " SET UNLOGGED" : " SET LOGGED")});
    return model::Alteration::in_place(std::move(steps));
  }

  bool endures(const Object&) const override { return true; }
  std::optional<std::string> relation_name(const Object& object) const override { return object.id.name; }
};

}  // namespace

const model::ObjectKind& sequence_kind() {
  static const SequenceKind kKind;
  return kKind;
}

}  // namespace schemac::compiler::objects
