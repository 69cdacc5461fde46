// cpp/include/<namespace>/ids.hpp: a type for the key of each table.
#include <set>

#include "targets/cpp_names.hpp"
#include "targets/targets.hpp"

namespace schemac::compiler::targets {
namespace {

using render::ViewList;
using render::ViewObject;

class CppIdsTarget final : public Target {
 public:
  std::string_view name() const override { return "cpp_ids"; }

  std::vector<support::OutputFile> render(const TargetInput& input) const override {
    const std::string& project = input.model.project().cpp_namespace;
    std::set<std::string> standard;
    std::set<std::string> runtime = {"schemac/query/id.hpp"};
    ViewList ids;
    for (const IdType& id : input.cpp.ids) {
      add_headers(id.shape, standard, runtime);
      ids.emplace_back(
          ViewObject{{"name", id.name}, {"tag", id.tag}, {"value", id.value}, {"table", id.table}});
    }
    const ViewObject view = {{"namespace", project},
                             {"standard", ViewList(standard.begin(), standard.end())},
                             {"runtime", ViewList(runtime.begin(), runtime.end())},
                             {"ids", std::move(ids)}};
    return {
        {"cpp/include/" + project + "/ids.hpp", input.templates.render("cpp_ids/ids.hpp.mustache", view)}};
  }
};

}  // namespace

const Target& cpp_ids() {
  static const CppIdsTarget target;
  return target;
}

}  // namespace schemac::compiler::targets
