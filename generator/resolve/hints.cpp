// Hints against the finished model.
#include "resolve/hints.hpp"

#include <algorithm>
#include <map>

#include "model/enumeration.hpp"

namespace schemac::compiler::resolve {

using model::Dropped;
using model::ObjectId;
using model::Rename;

namespace {

bool is_value(const ObjectId& id) {
  return id.kind == model::kEnumValueKind;
}

/// Values of enums have identities only here: the model holds them in their enum.
bool exists(const model::Model& model, const ObjectId& id) {
  if (!is_value(id)) return model.find(id) != nullptr;
  const model::Object* owner = model.find({std::string(model::kEnumKind), id.schema, id.name, {}});
  if (owner == nullptr) return false;
  const auto& values = owner->state.as<model::Enumeration>().values;
  return std::find(values.begin(), values.end(), id.part) != values.end();
}

/// "table `bills`", "column `title` of `bills`"
std::string called(const ObjectId& id) {
  std::string kind = id.kind;
  std::replace(kind.begin(), kind.end(), '_', ' ');
  if (id.part.empty() || id.kind == "function") return "the " + kind + " `" + id.name + "`";
  return "the " + kind + " `" + id.part + "` of `" + id.name + "`";
}

class HintCheck {
 public:
  HintCheck(const model::Model& model, model::Draft& draft) : model_(model), draft_(draft) {}

  void run() {
    for (const Rename& rename : model_.renames()) check(rename);
    for (const model::Object& object : model_.objects()) {
      if (const Dropped* dropped = model_.find_dropped(object)) refuse(*dropped, object.id, object.origin);
    }
    for (const model::Object& object : model_.of_kind(model::kEnumKind)) check_values(object);
  }

 private:
  void check(const Rename& rename) {
    if (is_value(rename.to) && !exists(model_, rename.to)) {
      draft_.diagnostics()
          .error(rename.origin, "SC1605", "`" + rename.to.name + "` has no value `" + rename.to.part + "`")
          .help = R"("renamed_values" is {"new value": "old value"})";
      return;
    }
    const auto [first, is_first] = sources_.try_emplace(rename.from, &rename);
    if (rename.from == rename.to) {
      draft_.diagnostics().error(rename.origin, "SC1601", called(rename.to) + " is renamed to itself").help =
          "name what it was called before, or take the key away";
    } else if (!is_first) {
      draft_.diagnostics().error(rename.origin, "SC1602",
                                 called(rename.to) + " and " + called(first->second->to) +
                                     " cannot both have been " + called(rename.from),
                                 "the other one says so at " + draft_.place(first->second->origin));
    } else if (exists(model_, rename.from)) {
      draft_.diagnostics()
          .error(rename.origin, "SC1603", called(rename.from) + " still exists", "so nothing was renamed")
          .help = "take one of the two away: the old one, or the rename";
    } else {
      refuse_drop_of(rename);
    }
  }

  void refuse_drop_of(const Rename& rename) {
    const model::Object* object = model_.find(rename.to);
    const model::Object old{rename.from, object == nullptr ? model::Body() : object->state, {}, {}};
    const Dropped* dropped = model_.find_dropped(old);
    if (dropped == nullptr) return;
    draft_.diagnostics()
        .error(dropped->origin, "SC1606", called(rename.from) + " is renamed, so nothing is dropped",
               "the new name stands at " + draft_.place(rename.origin))
        .help = "take the name out of \"dropped\", or the rename away";
  }

  void refuse(const Dropped& dropped, const ObjectId& id, support::Span origin) {
    auto& finding = draft_.diagnostics().error(dropped.origin, "SC1604", called(id) + " still exists");
    if (origin.known()) finding.label = "it stands at " + draft_.place(origin);
    finding.help = "\"dropped\" lists what is gone: take the name out, or the definition";
  }

  /// A value is found by an identity as the parts of a table are.
  void check_values(const model::Object& object) {
    for (const std::string& value : object.state.as<model::Enumeration>().values) {
      const model::Object part{object.id.child(model::kEnumValueKind, value), {}, {}, object.origin};
      if (const Dropped* dropped = model_.find_dropped(part)) refuse(*dropped, part.id, part.origin);
    }
  }

  const model::Model& model_;
  model::Draft& draft_;
  std::map<ObjectId, const Rename*> sources_;  ///< by the old identity: the first that claims it
};

}  // namespace

void check_hints(const model::Model& model, model::Draft& draft) {
  HintCheck(model, draft).run();
}

}  // namespace schemac::compiler::resolve
