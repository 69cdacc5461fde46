// Roles are read before everything that refers to them: their key stands in shared.json.
#include "objects/role_reading.hpp"

#include <algorithm>

#include "model/key_reading.hpp"
#include "model/role.hpp"
#include "support/naming.hpp"
#include "support/suggestion.hpp"

namespace schemac::compiler::objects {

bool expect_role(std::string_view name, support::Span place, model::Draft& draft) {
  if (name == model::kPublicRole || draft.find(role_id(name)) != nullptr) return true;
  const std::vector<std::string> names = draft.names_of(model::kRoleKind);
  const std::vector<std::string_view> known(names.begin(), names.end());
  draft.diagnostics()
      .error(place, "SC1471", "unknown role `" + std::string(name) + "`",
             "shared.json has none of that name under \"roles\"")
      .help = support::did_you_mean(name, known);
  return false;
}

std::vector<std::string> read_roles(const syntax::Value& value, std::string_view what, model::Draft& draft) {
  std::vector<std::string> roles;
  const auto take = [&](const syntax::Value& name) {
    if (!draft.expect(name, syntax::Kind::string, what) || !expect_role(name.text, name.span, draft)) return;
    if (std::find(roles.begin(), roles.end(), name.text) != roles.end()) {
      draft.diagnostics().error(name.span, "SC1402", "the role `" + name.text + "` stands twice");
      return;
    }
    roles.push_back(name.text);
  };
  if (!value.is(syntax::Kind::array)) {
    take(value);
  } else if (expect_not_empty(value, what, draft)) {
    for (const syntax::Value& item : value.items) take(item);
  }
  std::sort(roles.begin(), roles.end());
  return roles;
}

std::string role_sql(std::string_view role) {
  return role == model::kPublicRole ? "PUBLIC" : support::quote_identifier(role);
}

std::string role_list(const std::vector<std::string>& roles) {
  std::string list;
  for (const std::string& role : roles) list += (list.empty() ? "" : ", ") + role_sql(role);
  return list;
}

model::ObjectId role_id(std::string_view role) {
  return {std::string(model::kRoleKind), {}, std::string(role), {}};
}

}  // namespace schemac::compiler::objects
