// A plan as text.
#include "plan/script.hpp"

#include "model/enumeration.hpp"
#include "model/json_writer.hpp"

namespace schemac::compiler::plan {
namespace {

bool is_block(const model::Step& step) {
  return step.sql.find('\n') != std::string::npos;
}

bool stand_together(const model::Step& a, const model::Step& b) {
  if (is_block(b)) return false;
  if (a.object.kind == b.object.kind) return !is_block(a);
  return b.object.kind == model::kCommentKind && model::attached_to(b.object) == a.object;
}

}  // namespace

std::string to_sql(std::span<const model::Step> steps) {
  std::string script;
  for (std::size_t i = 0; i < steps.size(); ++i) {
    if (i > 0 && !stand_together(steps[i - 1], steps[i])) script += '\n';
    script += steps[i].sql + ";\n";
  }
  return script;
}

std::string to_json(std::span<const model::Step> steps) {
  model::JsonWriter out;
  out.begin_array();
  for (const model::Step& step : steps) {
    out.begin_object().member("object", model::to_string(step.object)).member("sql", step.sql).end_object();
  }
  out.end_array();
  return out.take();
}

}  // namespace schemac::compiler::plan
