// Definitions are compiled in memory, and planned as `schemac migrate new` plans them.
#include "lock_case.hpp"

#include <fstream>
#include <nlohmann/json.hpp>
#include <stdexcept>

#include "driver/pipeline.hpp"
#include "driver/registry.hpp"
#include "plan/evolution.hpp"
#include "plan/migration_script.hpp"
#include "plan/script.hpp"

namespace schemac::locks {
namespace {

using namespace compiler;
using Json = nlohmann::ordered_json;

driver::Compilation compiled(const Json& domain, const std::string& name) {
  driver::Compilation run = driver::compile(std::vector<support::OutputFile>{
      {"schemac.json", R"({"namespace": "shop"})"}, {"shop.json", domain.dump()}});
  if (!run.failed()) return run;
  std::string text = "\"" + name + "\" has mistakes:";
  for (const support::Diagnostic& finding : run.diagnostics.all())
    text += "\n" + finding.code + " " + finding.message;
  throw std::runtime_error{text};
}

}  // namespace

Cases read_cases(const std::string& path) {
  std::ifstream file{path};
  const Json json = Json::parse(file);
  const driver::Compilation before = compiled(json["before"], "before");
  const auto kinds = driver::vocabulary().kinds;
  Cases cases{plan::to_sql(plan::evolve({}, before.model, kinds).steps), json["fill"], {}};
  for (const auto& [name, patch] : json["changes"].items()) {
    Json domain = json["before"];
    domain.merge_patch(patch);
    const driver::Compilation after = compiled(domain, name);
    const plan::Evolution up = plan::evolve(before.model, after.model, kinds);
    const plan::Evolution down = plan::evolve_back(before.model, after.model, up, kinds);
    cases.changes.push_back({name,
                             {"20260101000000", "change", plan::to_migration_script(up.steps),
                              plan::to_migration_script(down.steps), "{}"}});
  }
  return cases;
}

bool names_a_block(const std::string& script) {
  return script.find("hazard SC5004") != std::string::npos ||
         script.find("hazard SC5005") != std::string::npos;
}

}  // namespace schemac::locks
