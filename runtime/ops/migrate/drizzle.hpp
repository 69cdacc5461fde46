// A folder of drizzle-kit's migrations, before its database is adopted: is it the whole history?
#pragma once

#include <string>
#include <vector>

namespace schemac::ops {

/// Where the folder's journal, its SQL files, the chain of its snapshots and the database's own record
/// (drizzle.__drizzle_migrations) do not agree: a sentence each, none when they do. The journal and the
/// snapshots stand in `folder` or in its folder meta. Throws MigrationError when there is no journal or one
/// of them is not JSON, ConnectionError when the database, which reads the JSON, cannot be reached.
std::vector<std::string> drizzle_gaps(const std::string& url, const std::string& folder);

}  // namespace schemac::ops
