// In which sessions something fires.
#include "objects/firing.hpp"

namespace schemac::compiler::objects {

using model::Firing;

Firing firing_of(std::string_view code) {
  if (code == "D") return Firing::never;
  if (code == "R") return Firing::replica;
  return code == "A" ? Firing::always : Firing::origin;
}

std::string then_firing(Firing firing, std::string_view alter, std::string_view what) {
  if (firing == Firing::origin) return {};
  return ";\n" + std::string(alter) + std::string(name(firing)) + std::string(what);
}

std::string or_replace(std::string_view statement) {
  constexpr std::string_view kCreate = "CREATE ";
  return std::string(kCreate) + "OR REPLACE " + std::string(statement.substr(kCreate.size()));
}

}  // namespace schemac::compiler::objects
