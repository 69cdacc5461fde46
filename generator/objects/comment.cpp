// Comments on any object: made from "doc" by whoever reads it, and read from databases.
#include "model/enumeration.hpp"
#include "model/state_reader.hpp"
#include "objects/object_words.hpp"
#include "objects/objects.hpp"
#include "support/naming.hpp"

namespace schemac::compiler::objects {
namespace {

using model::Comment;

// Left out: what initdb wrote.
constexpr std::string_view kCatalogue = R"(
SELECT 0 AS class, 0 AS oid, 0 AS sub, d.classoid AS target_class, d.objoid AS target_oid, d.objsubid AS target_sub,
       coalesce(a.attname::text, c.conname::text, i.type) AS detail, d.description,
       i.type, CASE WHEN c.contypid <> 0 THEN format('%I ON DOMAIN %s', c.conname, c.contypid::regtype)
                    WHEN d.classoid = 'pg_proc'::regclass THEN d.objoid::regprocedure::text
                    ELSE i.identity END AS identity
  FROM pg_description d
  LEFT JOIN pg_attribute a ON d.classoid = 'pg_class'::regclass AND a.attrelid = d.objoid
                          AND a.attnum = d.objsubid AND d.objsubid <> 0
  LEFT JOIN pg_constraint c ON d.classoid = 'pg_constraint'::regclass AND c.oid = d.objoid,
  LATERAL pg_identify_object(d.classoid, d.objoid, d.objsubid) i
 WHERE d.objoid >= 16384
    OR d.classoid = 'pg_namespace'::regclass AND d.objoid = 2200 AND d.description <> 'standard public schema')";

/// What every database says of its schema `public`, unless it says something else.
constexpr std::string_view kStandard = "standard public schema";

class CommentKind final : public model::ObjectKind {
 public:
  std::string_view name() const override { return model::kCommentKind; }

  std::string_view catalogue() const override { return kCatalogue; }
  std::optional<model::Object> decode(const model::CatalogueRow& row) const override {
    const auto target = row.target();
    if (!target) return std::nullopt;
    return model::Object{
        model::attached_id(name(), target->id, target->whole ? std::string() : row.text("detail")),
        Comment{object_words(row.text("type"), row.text("identity")), row.text("description")},
        {},
        {}};
  }

  model::Body load(const syntax::Value& state) const override { return model::read_state<Comment>(state); }
  std::optional<model::ObjectId> owner(const model::Object& object) const override {
    return model::attached_to(object.id);
  }
  std::vector<model::ObjectId> needs(const model::Object& object, const model::Model&) const override {
    return {model::attached_to(object.id)};
  }

  std::string create(const model::Object& object, const std::vector<std::string>&) const override {
    const auto& comment = object.state.as<Comment>();
    return "COMMENT ON " + comment.on + " IS " + support::quote_literal(comment.text);
  }
  std::string drop(const model::Object& object) const override {
    const std::string& on = object.state.as<Comment>().on;
    const bool standard = on == "SCHEMA public";
    return "COMMENT ON " + on + (standard ? " IS " + support::quote_literal(kStandard) : " IS NULL");
  }
  model::Alteration alter(const model::Object&, const model::Object& to,
                          const model::Transition&) const override {
    return model::Alteration::in_place({{to.id, create(to, {})}});
  }
};

}  // namespace

const model::ObjectKind& comment_kind() {
  static const CommentKind kKind;
  return kKind;
}

}  // namespace schemac::compiler::objects
