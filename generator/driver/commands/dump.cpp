// `schemac dump --stage=…`: prints what a stage has made of the definitions, as JSON.
#include <array>
#include <iostream>

#include "driver/commands/commands.hpp"
#include "driver/outputs.hpp"
#include "driver/pipeline.hpp"
#include "driver/registry.hpp"
#include "driver/report.hpp"
#include "plan/evolution.hpp"
#include "plan/script.hpp"
#include "support/json_text.hpp"
#include "support/suggestion.hpp"

namespace schemac::compiler::driver {

namespace {

constexpr std::string_view kViewPrefix = "view:";

void append_document(std::string& out, const syntax::Document& document, const support::Sources& sources) {
  if (!out.empty()) out += ",\n";
  out += "  ";
  support::append_json_string(out, sources.name(document.file));
  out += ": " + syntax::to_json(document.root);
}

std::string dump_syntax(const Compilation& run) {
  std::string out;
  if (run.definitions.settings) append_document(out, *run.definitions.settings, run.sources);
  if (run.definitions.shared) append_document(out, *run.definitions.shared, run.sources);
  for (const syntax::Document& domain : run.definitions.domains) append_document(out, domain, run.sources);
  return "{\n" + out + "\n}\n";
}

/// SC-less: the stage is the caller's mistake, not the definitions'.
int refuse_stage(std::string_view stage) {
  std::vector<std::string> names = {"syntax", "model", "changes", "steps"};
  for (const std::string& target : target_names()) names.push_back(std::string(kViewPrefix) + target);
  const std::vector<std::string_view> candidates(names.begin(), names.end());
  std::cerr << "schemac dump: unknown stage `" << stage << "`\n  = help: one of";
  for (const std::string& name : names) std::cerr << " " << name;
  std::cerr << "\n";
  const std::string help = support::did_you_mean(stage, candidates);
  if (!help.empty()) std::cerr << "  = help: " << help << "\n";
  return kUsage;
}

/// How an empty database becomes the model; nothing where there is none.
plan::Evolution from_nothing(const Compilation& run) {
  return run.failed() ? plan::Evolution{} : plan::evolve({}, run.model, vocabulary().kinds);
}

}  // namespace

int dump(const Options& options) {
  const Compilation run = compile(options.definitions());
  report(run.diagnostics, run.sources, options);
  const std::string_view stage = options.stage;
  std::string text;
  if (stage == "syntax") {
    text = dump_syntax(run);
  } else if (stage == "model") {
    text = model::to_json(run.model);
  } else if (stage == "changes") {
    text = diff::to_json(from_nothing(run).changes);
  } else if (stage == "steps") {
    text = plan::to_json(from_nothing(run).steps);
  } else if (stage.starts_with(kViewPrefix) && is_target(stage.substr(kViewPrefix.size()))) {
    if (!run.failed()) text = view_json(run, options, stage.substr(kViewPrefix.size()));
  } else {
    return refuse_stage(stage);
  }
  std::cout << text;
  return run.failed() ? kDefinitionErrors : kOk;
}

}  // namespace schemac::compiler::driver
