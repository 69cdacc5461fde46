// Everything that is generated from a compilation.
#include "driver/outputs.hpp"

#include <algorithm>
#include <set>

#include "driver/registry.hpp"
#include "plan/evolution.hpp"
#include "render/embedded.hpp"

namespace schemac::compiler::driver {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view kManifest = "manifest.json";

/// The templates in `folder` that stand in for built-in ones: looked for in the folders that those have.
std::vector<render::TemplateFile> read_overrides(const fs::path& folder) {
  std::vector<render::TemplateFile> overrides;
  if (folder.empty()) return overrides;
  support::list_files(folder, "");  // says no where there is no such folder
  std::set<fs::path> places;
  for (const render::EmbeddedFile& file : render::embedded_templates())
    places.insert(fs::path(file.path).parent_path());
  for (const fs::path& place : places) {
    if (!fs::is_directory(folder / place)) continue;
    for (const fs::path& file : support::list_files(folder / place, ".mustache")) {
      overrides.push_back(
          {(place / file.filename()).generic_string(), support::read_file(file).value_or(std::string())});
    }
  }
  return overrides;
}

render::TemplateSet load_templates(const Options& options) {
  return render::TemplateSet(render::embedded_templates(), read_overrides(options.templates));
}

void write_view(model::JsonWriter& out, const render::View& view) {
  if (const auto* text = view.text()) {
    out.value(*text);
  } else if (const auto* flag = view.flag()) {
    out.value(*flag);
  } else if (const auto* items = view.list()) {
    out.begin_array();
    for (const render::View& item : *items) write_view(out, item);
    out.end_array();
  } else {
    out.begin_object();
    for (const auto& [key, member] : *view.object()) {
      out.key(key);
      write_view(out, member);
    }
    out.end_object();
  }
}

/// Renders as ever, and writes down what each template is filled with.
class ViewRecorder final : public render::Renderer {
 public:
  ViewRecorder(const render::TemplateSet& templates, model::JsonWriter& out)
      : templates_(templates), out_(out) {}

  [[nodiscard]] std::string render(std::string_view path, const render::View& view) const override {
    out_.begin_object();
    out_.member("template", path);
    out_.key("view");
    write_view(out_, view);
    out_.end_object();
    return templates_.render(path, view);
  }

 private:
  const render::TemplateSet& templates_;
  model::JsonWriter& out_;
};

}  // namespace

std::vector<support::OutputFile> render_outputs(const Compilation& run, const Options& options) {
  const render::TemplateSet templates = load_templates(options);
  const model::Vocabulary words = vocabulary();
  const targets::CppSchema cpp = targets::cpp_schema(run.model);
  const plan::Evolution from_nothing = plan::evolve({}, run.model, words.kinds);
  std::vector<support::OutputFile> files;
  for (const targets::Target* target : driver::targets()) {
    auto rendered = target->render({run.model, cpp, from_nothing.steps, words.rules, templates, files});
    std::move(rendered.begin(), rendered.end(), std::back_inserter(files));
  }
  return files;
}

std::string view_json(const Compilation& run, const Options& options, std::string_view wanted) {
  const render::TemplateSet templates = load_templates(options);
  const model::Vocabulary words = vocabulary();
  model::JsonWriter out;
  out.begin_array();
  const ViewRecorder recorder(templates, out);
  const targets::CppSchema cpp = targets::cpp_schema(run.model);
  const plan::Evolution from_nothing = plan::evolve({}, run.model, words.kinds);
  for (const targets::Target* target : driver::targets()) {
    if (target->name() != wanted) continue;
    [[maybe_unused]] const auto files =
        target->render({run.model, cpp, from_nothing.steps, words.rules, recorder});
  }
  out.end_array();
  return out.take();
}

std::vector<std::string> previous_outputs(const fs::path& folder,
                                          const std::vector<support::OutputFile>& files) {
  std::vector<std::string> paths;
  const auto text = support::read_file(folder / kManifest);
  const auto is_same = [&](const support::OutputFile& file) {
    return file.path == kManifest && file.content == *text;
  };
  if (!text || std::any_of(files.begin(), files.end(), is_same)) return paths;
  support::Sources sources;
  support::Diagnostics diagnostics;
  const auto manifest = syntax::parse(sources, sources.add(std::string(kManifest), *text), diagnostics);
  if (!manifest || diagnostics.has_errors()) {
    throw support::FileError(
        "cannot read " + (folder / kManifest).generic_string() +
        ": it is not what schemac wrote; restore it, or remove it with the other outputs");
  }
  const syntax::Value* outputs = manifest->root.find("outputs");
  if (outputs == nullptr) return paths;
  for (const syntax::Value& path : outputs->items) paths.push_back(path.text);
  return paths;
}

std::vector<std::string> target_names() {
  std::vector<std::string> names;
  for (const targets::Target* target : driver::targets()) names.emplace_back(target->name());
  return names;
}

bool is_target(std::string_view name) {
  const auto names = target_names();
  return std::find(names.begin(), names.end(), name) != names.end();
}

}  // namespace schemac::compiler::driver
