// An output of the compiler: what it is made from, and what makes it.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "model/model.hpp"
#include "model/object_kind.hpp"
#include "model/validator_rule.hpp"
#include "render/template.hpp"
#include "support/files.hpp"
#include "targets/cpp_schema.hpp"

namespace schemac::compiler::targets {

/// Everything that an output may depend on. Borrowed: valid during render() only.
struct TargetInput {
  const model::Model& model;
  const CppSchema& cpp;                ///< of the model
  std::span<const model::Step> steps;  ///< the plan from nothing to the model
  std::span<const model::ValidatorRule* const> rules;
  const render::Renderer& templates;
  /// What the targets before this one have rendered: for the manifest, which lists it.
  std::span<const support::OutputFile> outputs = {};
};

/// Builds the view-models of one output and fills its templates (templates/<target>/). Stateless.
class Target {
 public:
  virtual ~Target() = default;

  /// "cpp_table": what `dump --stage=view:cpp_table` calls it.
  [[nodiscard]] virtual std::string_view name() const = 0;

  /// The files, with paths relative to the output folder; the same input gives the same bytes.
  /// @throws render::TemplateError for a template that was overridden and does not fit.
  [[nodiscard]] virtual std::vector<support::OutputFile> render(const TargetInput& input) const = 0;
};

}  // namespace schemac::compiler::targets
