// Options are compared by name: one that is gone is reset, one that is new or different is set.
#include "objects/options.hpp"

#include <algorithm>

#include "support/naming.hpp"

namespace schemac::compiler::objects {
namespace {

std::string name_of(const std::string& option) {
  return option.substr(0, option.find('='));
}

std::string setting(const std::string& option) {
  return name_of(option) + "=" + support::quote_literal(option.substr(option.find('=') + 1));
}

std::string joined(const std::vector<std::string>& parts) {
  std::string text;
  for (const std::string& part : parts) text += (text.empty() ? "" : ", ") + part;
  return text;
}

}  // namespace

std::string with_options(const std::vector<std::string>& options) {
  std::vector<std::string> settings;
  for (const std::string& option : options) settings.push_back(setting(option));
  return settings.empty() ? "" : " WITH (" + joined(settings) + ")";
}

std::vector<std::string> change_options(std::string_view alter, const std::vector<std::string>& from,
                                        const std::vector<std::string>& to) {
  std::vector<std::string> gone;
  std::vector<std::string> fresh;
  for (const std::string& option : from) {
    const bool kept = std::any_of(
        to.begin(), to.end(), [&](const std::string& other) { return name_of(other) == name_of(option); });
    if (!kept) gone.push_back(name_of(option));
  }
  for (const std::string& option : to) {
    if (std::find(from.begin(), from.end(), option) == from.end()) fresh.push_back(setting(option));
  }
  std::vector<std::string> statements;
  if (!gone.empty()) statements.push_back(std::string(alter) + " RESET (" + joined(gone) + ")");
  if (!fresh.empty()) statements.push_back(std::string(alter) + " SET (" + joined(fresh) + ")");
  return statements;
}

}  // namespace schemac::compiler::objects
