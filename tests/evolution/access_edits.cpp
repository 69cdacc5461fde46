// Roles, grants, row security and policies.
#include <array>

#include "edits.hpp"

namespace schemac::evolution {
namespace {

constexpr std::array kRoles = {"chanuka_visitor", "chanuka_citizen", "chanuka_editor", "chanuka_service"};

Json& some_table(Definitions& definitions, Random& random, std::string& name) {
  const std::vector<Place> tables = definitions.all("tables");
  const Place& place = random.pick(tables);
  name = place.name;
  return definitions.at(place);
}

std::string add_policy(Definitions& definitions, Random& random) {
  std::string name;
  Json& table = some_table(definitions, random, name);
  const std::string policy = definitions.fresh("policy");
  table["rls"][policy] = {{"to", random.pick(kRoles)}, {"using", "true"}};
  if (random.one_in(2)) table["rls"][policy]["for"] = "select";
  if (random.one_in(3)) table["rls"][policy]["permissive"] = false;
  return "policy " + policy + " of " + name;
}

std::string change_policy(Definitions& definitions, Random& random) {
  std::string name;
  Json& table = some_table(definitions, random, name);
  if (!table.contains("rls") || table["rls"].empty()) return {};
  const std::vector<std::string> all = names(table["rls"]);
  const std::string& policy = random.pick(all);
  switch (random.below(4)) {
    case 0:
      table["rls"].erase(policy);
      return "no policy " + policy + " of " + name;
    case 1:
      table["rls"][policy]["to"] = random.pick(kRoles);
      return "role of policy " + policy + " of " + name;
    case 2:
      rename_key(table["rls"], policy, definitions.fresh("policy"));
      return "policy " + policy + " of " + name + " has another name";
    default:
      table["rls"][policy]["using"] = "current_user <> 'nobody'";
      return "condition of policy " + policy + " of " + name;
  }
}

std::string force_security(Definitions& definitions, Random& random) {
  std::string name;
  Json& table = some_table(definitions, random, name);
  if (table.contains("rls"))
    table["rls_force"] = !table.value("rls_force", false);
  else
    table["rls"] = Json::object();
  return "row security of " + name;
}

std::string change_grants(Definitions& definitions, Random& random) {
  std::string name;
  Json& table = some_table(definitions, random, name);
  const std::string role = random.pick(kRoles);
  if (table.contains("grants") && random.one_in(2)) {
    table["grants"].erase(role);
    return "no grants of " + name + " to " + role;
  }
  const std::vector<std::string> columns = names(table["columns"]);
  table["grants"][role] = {"select"};
  if (random.one_in(2)) table["grants"][role].push_back({{"update", {random.pick(columns)}}});
  return "grants of " + name + " to " + role;
}

std::string add_role(Definitions& definitions, Random& random) {
  std::string name;
  Json& table = some_table(definitions, random, name);
  const std::string role = definitions.fresh("evolved_role");
  definitions.file("shared.json")["roles"][role] = {{"doc", "Somebody."}, {"member_of", {"chanuka_visitor"}}};
  table["grants"][role] = {"select", "insert"};
  return "role " + role + " for " + name;
}

}  // namespace

std::span<const Edit> access_edits() {
  static constexpr std::array<Edit, 5> kEdits = {{{"add_policy", add_policy},
                                                  {"change_policy", change_policy},
                                                  {"force_security", force_security},
                                                  {"change_grants", change_grants},
                                                  {"add_role", add_role}}};
  return kEdits;
}

}  // namespace schemac::evolution
