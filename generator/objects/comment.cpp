// Comments on any object: made from "doc" by whoever reads it.
#include "model/constraint_names.hpp"
#include "model/enumeration.hpp"
#include "model/state_reader.hpp"
#include "objects/objects.hpp"
#include "support/naming.hpp"

namespace schemac::compiler::objects {
namespace {

using model::Comment;

class CommentKind final : public model::ObjectKind {
 public:
  std::span<const model::KeySpec> keys() const override { return {}; }
  void read(const syntax::Member&, model::TableDraft*, model::Draft&) const override {}

  std::string_view name() const override { return model::kCommentKind; }
  model::Body load(const syntax::Value& state) const override {
    return model::read_state<model::Comment>(state);
  }
  std::optional<model::ObjectId> owner(const model::Object& object) const override {
    return model::commented_object(object.id);
  }
  std::vector<model::ObjectId> needs(const model::Object& object, const model::Model&) const override {
    return {model::commented_object(object.id)};
  }

  std::string create(const model::Object& object, const std::vector<std::string>&) const override {
    const auto& comment = object.state.as<Comment>();
    return "COMMENT ON " + comment.on + " IS " + support::quote_literal(comment.text);
  }
  std::string drop(const model::Object& object) const override {
    return "COMMENT ON " + object.state.as<Comment>().on + " IS NULL";
  }
  std::optional<model::Clause> clause(const model::Object&) const override { return std::nullopt; }
};

}  // namespace

const model::ObjectKind& comment_kind() {
  static const CommentKind kKind;
  return kKind;
}

}  // namespace schemac::compiler::objects
