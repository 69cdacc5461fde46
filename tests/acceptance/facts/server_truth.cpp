// The server's answers come from a function that tries a statement and gives its SQLSTATE.
#include "facts/server_truth.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "sql/facts.hpp"
#include "support/naming.hpp"

namespace schemac::testing {
namespace {

namespace sql = compiler::sql;
namespace facts = compiler::sql::facts;

constexpr std::array<std::string_view, 4> kExtensions = {"citext", "hstore", "pg_trgm", "pgcrypto"};
constexpr const char* kProbe = R"(
CREATE FUNCTION refusal(statement text) RETURNS text LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE statement;
  RAISE EXCEPTION USING ERRCODE = 'ZZ000';
EXCEPTION
  WHEN SQLSTATE 'ZZ000' THEN RETURN '';
  WHEN OTHERS THEN RETURN SQLSTATE || ' ' || replace(SQLERRM, E'\n', ' ');
END $$;
)";

bool may_be_column(sql::TypeId id) {
  const sql::TypeFact& type = facts::type(id);
  const std::string_view extension = facts::extension(type.extension);
  const bool listed =
      extension.empty() || std::find(kExtensions.begin(), kExtensions.end(), extension) != kExtensions.end();
  return listed && type.kind != 'p' && type.kind != 'd' && !type.is_array && facts::name(type.name) != "char";
}

}  // namespace

std::string Score::line() const {
  return std::to_string(agreed) + " agreed, of them " + std::to_string(found) + " refused; " +
         std::to_string(missed.size()) + " missed, " + std::to_string(falsely.size()) + " false";
}

EveryType::EveryType() {
  for (std::size_t i = 0; i < facts::types().size(); ++i) {
    const auto id = static_cast<sql::TypeId>(i);
    if (!may_be_column(id)) continue;
    types_.push_back(id);
    const sql::TypeId array = facts::type(id).array;
    if (facts::type(id).extension == 0 && array != sql::kNoType) types_.push_back(array);
  }
}

std::string EveryType::column(sql::TypeId type) {
  return "c_" + std::string(facts::name(facts::type(type).name));
}

std::string EveryType::column_type(std::string_view name, std::size_t) const {
  if (name == "status") return "public.bill_status";
  if (name == "stages") return "public.bill_status[]";
  const auto found =
      std::find_if(types_.begin(), types_.end(), [&](sql::TypeId id) { return column(id) == name; });
  return found == types_.end() ? std::string() : facts::printed(*found);
}

const std::vector<std::string>* EveryType::enum_values(std::string_view name) const {
  return name == "bill_status" ? &values_ : nullptr;
}

bool EveryType::has_extension(std::string_view name) const {
  return std::find(kExtensions.begin(), kExtensions.end(), name) != kExtensions.end();
}

void EveryType::create(TestDatabase& database) const {
  std::string script;
  for (const std::string_view name : kExtensions) script += "CREATE EXTENSION " + std::string(name) + ";\n";
  script +=
      "CREATE TYPE bill_status AS ENUM ('draft', 'law');\nCREATE TABLE t (status bill_status, stages "
      "bill_status[]";
  for (const sql::TypeId id : types_) script += ",\n  " + column(id) + " " + facts::printed(id);
  database.run_sql(script + ");\n" + kProbe);
}

bool EveryType::accuses(const std::string& expression, sql::Place place, const std::string& target) const {
  const sql::Context context{*this, place, target};
  auto parsed = sql::parse_expression(expression, false, &context);
  const auto* found = std::get_if<sql::Expression>(&parsed);
  return found == nullptr || !found->objections.empty();
}

Score compare(TestDatabase& database, const std::vector<Trial>& trials) {
  std::string script = "\\pset tuples_only on\n\\pset format unaligned\n";
  for (const Trial& trial : trials)
    script += "SELECT refusal(" + compiler::support::quote_literal(trial.sql) + ");\n";
  const auto path = std::filesystem::temp_directory_path() / (database.name() + "-trials.sql");
  std::ofstream(path) << script;
  std::istringstream answers(database.run_sql_file(path.string()));
  std::filesystem::remove(path);
  Score score;
  std::string reason;
  for (const Trial& trial : trials) {
    std::getline(answers, reason);
    const bool refused = !reason.empty();
    if (refused == trial.accused) {
      ++score.agreed;
      score.found += refused ? 1 : 0;
    } else if (refused) {
      score.missed.push_back(trial.sql + "   -- " + reason);
    } else {
      score.falsely.push_back(trial.sql);
    }
  }
  return score;
}

}  // namespace schemac::testing
