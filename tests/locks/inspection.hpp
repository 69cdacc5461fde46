// What the steps of a script hold while they read: found in the server's own books, and so the same on any
// machine and with few rows.
#pragma once

#include <string>
#include <vector>

namespace schemac::locks {

/// Runs a script on a database. Returns what each step did that names neither SC5004 nor SC5005: it read at
/// least `rows` rows of a table that was there before, in a transaction that keeps others from reading or
/// writing it. Throws schemac::Error where the script fails.
std::vector<std::string> blocking_scans(const std::string& url, const std::string& script, long rows);

}  // namespace schemac::locks
