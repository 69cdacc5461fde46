// Pairs of schema states on disk: a folder with old.sql and new.sql, or two neighbours of a project's
// history.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace schemac::corpus {

struct Case {
  std::string suite;  ///< the name of the folder that was asked for
  std::string name;   ///< the case's path inside it; of a history with both files' names
  std::filesystem::path old_sql;
  std::filesystem::path new_sql;
  std::vector<std::string> roles;  ///< that must exist before either loads
  bool same = false;               ///< both sides are said to be the same schema
};

/// Every case below `folder`, in the order of their names. A folder that holds old.sql and new.sql is a case;
/// one that holds several files named by numbers (0001.sql, 0002_add_users.sql) is a history, each file a
/// whole state, and each two that follow one another are a case. case.json says `roles` and `same`. Throws
/// std::runtime_error for a folder that is not there or a case.json that cannot be read.
std::vector<Case> find_cases(const std::filesystem::path& folder);

}  // namespace schemac::corpus
