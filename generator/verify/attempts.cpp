// A function of the session runs them, each in a block that catches what it raises: a subtransaction without
// the round trips of a savepoint.
#include "verify/attempts.hpp"

#include "schemac/codec/codecs.hpp"

namespace schemac::compiler::verify {
namespace {

/// Event triggers are not to see it. A timeout is as good a refusal as any, which OTHERS does not include.
constexpr const char* kFunction = R"(
  SET LOCAL session_replication_role = replica;
  CREATE FUNCTION pg_temp.schemac_attempt(statements text[])
  RETURNS TABLE (state text, message text, constraint_name text, column_name text, rows bigint) LANGUAGE plpgsql AS $$
  DECLARE
    statement text;
  BEGIN
    FOREACH statement IN ARRAY statements LOOP
      state := ''; message := ''; constraint_name := ''; column_name := ''; rows := 0;
      BEGIN
        EXECUTE statement;
        GET DIAGNOSTICS rows = ROW_COUNT;
      EXCEPTION WHEN OTHERS OR query_canceled THEN
        GET STACKED DIAGNOSTICS state = RETURNED_SQLSTATE, message = MESSAGE_TEXT,
                                constraint_name = CONSTRAINT_NAME, column_name = COLUMN_NAME;
      END;
      RETURN NEXT;
    END LOOP;
  END $$;
  SET LOCAL session_replication_role = origin)";

}  // namespace

Attempts::Attempts(Transaction& transaction) : transaction_{transaction} {
  transaction_.execute_script(kFunction);
}

std::vector<Attempt> Attempts::run(const std::vector<std::string>& statements) {
  const Result result =
      transaction_.execute("SELECT * FROM pg_temp.schemac_attempt($1)", Parameters{}.add(statements));
  std::vector<Attempt> attempts;
  for (int i = 0; i < result.rows(); ++i) {
    RowReader row{result, i};
    Attempt& attempt = attempts.emplace_back();
    const auto state = row.next<std::string>();
    attempt.refused = !state.empty();
    attempt.breaks_a_rule = state.starts_with("23");
    attempt.message = row.next<std::string>();
    attempt.constraint = row.next<std::string>();
    attempt.column = row.next<std::string>();
    attempt.rows = row.next<std::int64_t>();
  }
  return attempts;
}

}  // namespace schemac::compiler::verify
