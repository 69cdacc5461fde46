// The identity of functions.
#include "model/function.hpp"

namespace schemac::compiler::model {

ObjectId function_id(std::string schema, std::string name, const Function& function) {
  std::string types;
  for (const FunctionArgument& argument : function.arguments) {
    const bool of_result = argument.mode == "table" || (argument.mode == "out" && !function.procedure);
    if (of_result) continue;
    if (!types.empty()) types += ", ";
    types += argument.type;
  }
  return {std::string(kFunctionKind), std::move(schema), std::move(name), std::move(types)};
}

std::string signature(const ObjectId& function) {
  return function.qualified_name() + "(" + function.part + ")";
}

}  // namespace schemac::compiler::model
