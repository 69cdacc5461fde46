// The names that a project has given. What is said of an object is its comment.
#include "editor/project_names.hpp"

#include <algorithm>

#include "model/constraint_names.hpp"
#include "model/enumeration.hpp"
#include "model/partition.hpp"
#include "model/table.hpp"

namespace schemac::compiler::editor {

namespace {

std::string comment_on(const model::Model& model, const model::ObjectId& id) {
  for (const model::Object& comment : model.of_kind(model::kCommentKind)) {
    if (model::attached_to(comment.id) == id) return comment.state.as<model::Comment>().text;
  }
  return {};
}

}  // namespace

std::vector<ProjectName> object_names(const model::Model& model, std::string_view kind) {
  std::vector<ProjectName> names;
  if (kind == model::kJsonShape) {  // no object of the database
    for (const model::JsonShape& shape : model.project().shapes) names.push_back({shape.name, shape.doc});
  }
  for (const model::Object& object : model.of_kind(kind)) {
    const bool partition =
        kind == model::kTableKind && model.find(model::attachment_of(object.id)) != nullptr;
    if (!partition) names.push_back({object.id.name, comment_on(model, object.id)});
  }
  std::sort(names.begin(), names.end(),
            [](const ProjectName& a, const ProjectName& b) { return a.name < b.name; });
  return names;
}

std::vector<ProjectName> mixin_names(const resolve::Definitions& definitions) {
  std::vector<ProjectName> names;
  const syntax::Value* mixins = definitions.shared ? definitions.shared->root.find("mixins") : nullptr;
  if (mixins == nullptr) return names;
  for (const syntax::Member& mixin : mixins->members) {
    if (mixin.key == "//") continue;
    const syntax::Value* doc = mixin.value.find("doc");
    names.push_back({mixin.key, doc == nullptr ? std::string() : doc->text});
  }
  return names;
}

}  // namespace schemac::compiler::editor
