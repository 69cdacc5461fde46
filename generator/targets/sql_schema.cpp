// schema.sql: the plan from an empty database to the definitions, as a script.
#include "plan/script.hpp"
#include "targets/targets.hpp"

namespace schemac::compiler::targets {
namespace {

class SqlSchemaTarget final : public Target {
 public:
  std::string_view name() const override { return "sql_schema"; }

  std::vector<support::OutputFile> render(const TargetInput& input) const override {
    const render::ViewObject view = {{"postgres", std::to_string(input.model.project().postgres)},
                                     {"statements", plan::to_sql(input.steps)}};
    return {{"schema.sql", input.templates.render("sql_schema/schema.sql.mustache", view)}};
  }
};

}  // namespace

const Target& sql_schema() {
  static const SqlSchemaTarget target;
  return target;
}

}  // namespace schemac::compiler::targets
