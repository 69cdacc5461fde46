// Both models are sorted by identity, so that one walk over the two finds all changes, in order.
#include "diff/diff.hpp"

#include "model/json_writer.hpp"

namespace schemac::compiler::diff {

std::vector<Change> diff(const model::Model& before, const model::Model& after) {
  std::vector<Change> changes;
  auto from = before.objects().begin();
  auto to = after.objects().begin();
  const auto from_end = before.objects().end();
  const auto to_end = after.objects().end();
  while (from != from_end || to != to_end) {
    if (to == to_end || (from != from_end && from->id < to->id)) {
      changes.push_back({*from++, std::nullopt});
    } else if (from == from_end || to->id < from->id) {
      changes.push_back({std::nullopt, *to++});
    } else {
      if (!(from->state == to->state)) changes.push_back({*from, *to});
      ++from;
      ++to;
    }
  }
  return changes;
}

std::string to_json(const std::vector<Change>& changes) {
  model::JsonWriter out;
  const auto side = [&](std::string_view key, const std::optional<model::Object>& object) {
    if (!object) return;
    out.key(key);
    object->state.write(out);
  };
  out.begin_array();
  for (const Change& change : changes) {
    out.begin_object().member("object", model::to_string(change.id()));
    side("from", change.from);
    side("to", change.to);
    out.end_object();
  }
  out.end_array();
  return out.take();
}

}  // namespace schemac::compiler::diff
