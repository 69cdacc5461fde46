// Options are compared by name: one that is gone is reset; where another is new or different all are set, for
// PostgreSQL keeps them in the order in which they come.
#include "objects/options.hpp"

#include <algorithm>

#include "objects/sql_text.hpp"
#include "support/naming.hpp"

namespace schemac::compiler::objects {
namespace {

std::string name_of(const std::string& option) {
  return option.substr(0, option.find('='));
}

std::string setting(const std::string& option) {
  return name_of(option) + "=" + support::quote_literal(option.substr(option.find('=') + 1));
}

std::string settings(const std::vector<std::string>& options) {
  std::vector<std::string> list;
  for (const std::string& option : options) list.push_back(setting(option));
  return " (" + joined(list, ", ") + ")";
}

}  // namespace

std::string with_options(const std::vector<std::string>& options) {
  return options.empty() ? "" : " WITH" + settings(options);
}

std::vector<std::string> change_options(std::string_view alter, const std::vector<std::string>& from,
                                        const std::vector<std::string>& to) {
  std::vector<std::string> gone;
  std::vector<std::string> kept;
  for (const std::string& option : from) {
    const bool stays = std::any_of(
        to.begin(), to.end(), [&](const std::string& other) { return name_of(other) == name_of(option); });
    if (stays)
      kept.push_back(option);
    else
      gone.push_back(name_of(option));
  }
  std::vector<std::string> statements;
  if (!gone.empty()) statements.push_back(std::string(alter) + " RESET (" + joined(gone, ", ") + ")");
  if (kept != to) statements.push_back(std::string(alter) + " SET" + settings(to));
  return statements;
}

}  // namespace schemac::compiler::objects
