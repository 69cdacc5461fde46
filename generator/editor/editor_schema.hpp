// The JSON Schema by which editors complete, check and explain the definition files of one project.
#pragma once

#include <string>

#include "model/model.hpp"
#include "model/vocabulary.hpp"
#include "resolve/definitions.hpp"

namespace schemac::compiler::editor {

/// The text of schemac.schema.json (draft-07) for all files of a project. It knows every key of `vocabulary`,
/// and the names of `model` and `definitions`. Beside the standard it uses keywords of the JSON language
/// server that VS Code, Neovim and others run, which validators pass over: patternErrorMessage, errorMessage,
/// enumDescriptions and defaultSnippets.
std::string editor_schema(const resolve::Definitions& definitions, const model::Model& model,
                          const model::Vocabulary& vocabulary);

}  // namespace schemac::compiler::editor
