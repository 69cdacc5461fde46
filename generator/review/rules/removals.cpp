// What is lost, called otherwise, or written anew as a whole.
#include <array>

#include "review/rules/rules.hpp"

namespace schemac::compiler::review {
namespace {

using enum support::Severity;
using enum Scope;
using sql::Act;
using sql::Action;

bool takes_more(const Action& action, const Situation&) {
  return action.cascade;
}

bool leaves_no_successor(const Action& action, const Situation& situation) {
  return !situation.made_tables.contains(action.object);
}

constexpr std::string_view kMore = "whatever needs it goes as well, without being named";
constexpr std::string_view kNameThem = "drop what needs it by name, in statements of their own";

constexpr std::array<Rule, 13> kRules = {{
    {"SC7040", error, in_use, Act::drop_table, nullptr, "drops the table {object}",
     "its rows are lost, and a running program that still reads it fails",
     "first release a program that does not use it; then say `-- hazard SC5001: why` above the statement",
     "SC5001"},
    {"SC7041", warning, in_use, Act::rename_table, leaves_no_successor, "renames {object} to {other}",
     "a running program that still uses the old name fails",
     "leave a view of the old name behind until no program uses it"},
    {"SC7042", warning, in_use, Act::set_schema, nullptr, "moves {object} to the schema {other}",
     "a running program that still uses the old name fails",
     "leave a view of the old name behind until no program uses it"},
    {"SC7043", error, every, Act::drop_database, nullptr, "drops the database {object}",
     "everything in it is lost", "a migration changes one database, and cannot bring one back"},
    {"SC7044", error, every, Act::drop_table, takes_more, "drops {object} with CASCADE", kMore, kNameThem},
    {"SC7044", error, every, Act::drop_object, takes_more, "drops {object} with CASCADE", kMore, kNameThem},
    {"SC7044", error, every, Act::drop_column, takes_more, "drops `{name}` with CASCADE", kMore, kNameThem},
    {"SC7044", error, every, Act::truncate, takes_more, "empties {object} with CASCADE",
     "the tables that refer to it are emptied as well, without being named",
     "empty those tables by name, or DELETE in batches"},
    {"SC7045", error, in_use, Act::truncate, nullptr, "empties {object}",
     "its rows are lost, and nobody reads or writes it meanwhile",
     "say `-- hazard SC5001: why` above the statement, or DELETE in batches", "SC5001"},
    {"SC7046", warning, in_use, Act::write_all, nullptr, "writes every row of {object} in one statement",
     "each row stays locked until the last one is written", "do it in batches, by ranges of the key"},
    {"SC7047", error, in_use, Act::rewrite_table, nullptr, "writes {object} anew as a whole",
     "nobody reads or writes it meanwhile", "use pg_repack, which works beside the running program",
     "SC5004"},
    {"SC7048", warning, in_use, Act::lock_table, nullptr, "locks {object} by itself",
     "others wait for as long as the transaction lasts",
     "leave it to the statements, which lock what they need"},
    {"SC7049", warning, choice, Act::run_block, nullptr, "runs a DO block", "what is in it is not reviewed",
     "write the statements as such, or say `-- allow SC7049: why` above it"},
}};

}  // namespace

std::span<const Rule> removal_rules() {
  return kRules;
}

}  // namespace schemac::compiler::review
