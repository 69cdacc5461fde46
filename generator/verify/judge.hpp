// The one judge of whether two databases hold the same schema: pg_dump, not a reader of ours.
#pragma once

#include <string>

#include "scratch/server.hpp"

namespace schemac::compiler::verify {

/// Where the schemas of two databases on `server` differ, as `diff -u` prints it; empty if they are equal.
/// Each is dumped, and unless that is enough to see that they are equal, reloaded and dumped once more:
/// PostgreSQL rewrites an `IN` of a check once, and is stable from then on. The columns of a table are put in
/// the order of their names, since one that was added again stands last, and so are the grants on an object.
/// Nothing else is changed. Throws ScratchError, also when PostgreSQL does not take its own dump.
std::string judge(scratch::ScratchServer& server, const std::string& left, const std::string& right);

/// The same of what pg_dump_schema() has said of them.
std::string judge_dumps(scratch::ScratchServer& server, const std::string& left, const std::string& right);

/// What the judge does to the text of a dump.
std::string in_fixed_order(const std::string& dump);

}  // namespace schemac::compiler::verify
