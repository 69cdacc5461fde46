// The project's settings.
#include "resolve/settings.hpp"

#include "resolve/core_keys.hpp"
#include "support/naming.hpp"

namespace schemac::compiler::resolve {

using syntax::Kind;

void read_settings(const syntax::Document& settings, model::Draft& draft) {
  draft.refuse_unknown_keys(settings.root, settings_keys(), "schemac.json");

  if (const auto* name = settings.root.find("namespace"); name == nullptr) {
    draft.diagnostics().error(settings.root.span, "SC1020", "the project has no namespace").help =
        "add \"namespace\": \"<name>\": generated C++ stands in it";
  } else if (draft.expect(*name, Kind::string, "\"namespace\"")) {
    draft.expect_name(name->text, name->span);
    draft.project.cpp_namespace = support::cpp_identifier(name->text);
  }

  if (const auto* version = settings.root.find("postgres");
      version && draft.expect(*version, Kind::number, "\"postgres\"")) {
    if (version->text != "15") {
      draft.diagnostics()
          .error(version->span, "SC1021", "PostgreSQL " + version->text + " is not supported")
          .help = "schemac targets PostgreSQL 15";
    }
  }
}

}  // namespace schemac::compiler::resolve
