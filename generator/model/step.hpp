// A statement of a plan, with what a reviewer and the runner of migrations need to know of it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/object_id.hpp"

namespace schemac::compiler::model {

/// What may go wrong, be lost or be blocked by a step. A code is stable for ever and means one thing;
/// docs/diagnostics.md explains it.
struct Hazard {
  std::string code;  ///< "SC5001"
  std::string text;  ///< "drops the column title with its values"

  friend bool operator==(const Hazard&, const Hazard&) = default;
};

namespace hazards {
inline constexpr std::string_view kDropsTable = "SC5001";   ///< rows are lost
inline constexpr std::string_view kDropsColumn = "SC5002";  ///< values are lost
inline constexpr std::string_view kDropsObject =
    "SC5003";  ///< something else that holds data: a sequence's position
inline constexpr std::string_view kRewritesTable =
    "SC5004";  ///< nobody reads or writes until every row is written anew
inline constexpr std::string_view kBlocks =
    "SC5005";  ///< readers or writers wait for as long as it reads the table
inline constexpr std::string_view kNeedsEmptyTable = "SC5006";  ///< cannot succeed while the table has rows
inline constexpr std::string_view kNeedsData = "SC5007";     ///< succeeds only if the rows meet a condition
inline constexpr std::string_view kConvertsData = "SC5008";  ///< values change, or some cannot be converted
inline constexpr std::string_view kRebuilds = "SC5009";  ///< what is derived from other data is computed anew
}  // namespace hazards

/// A step is one statement, without its last semicolon, or several that only make sense together.
struct Step {
  ObjectId object;
  std::string sql;
  std::string lock =
      {};  ///< the table lock it takes on what exists, where that lasts or blocks: "ACCESS EXCLUSIVE"
  std::vector<Hazard> hazards = {};
  bool in_transaction = true;  ///< false: PostgreSQL refuses it inside of one (CREATE INDEX CONCURRENTLY)
  bool alone = false;  ///< commits before and after: so that its work is not done under earlier steps' locks
  std::string probe =
      {};  ///< a query whose answer is 'absent', 'partial' or 'done'; set where not in_transaction
  std::string repair = {};        ///< takes a partial result away
  std::string precondition = {};  ///< a query that is true where the rows let the step succeed
};

}  // namespace schemac::compiler::model
