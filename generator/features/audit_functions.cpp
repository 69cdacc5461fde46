// What keeps an audit honest. The functions run with the rights of their owner, so that nobody else needs any
// on an audit table, and they find that table by the name of the one that changed: a trigger that somebody
// puts on a table of their own reaches no other table than their own. An entry's hash is one of all its
// values as jsonb prints them under fixed settings, so that anybody can make it again.
#include "features/audit_functions.hpp"

#include <utility>

#include "model/constraint_names.hpp"
#include "model/function.hpp"

namespace schemac::compiler::features {
namespace {

using model::Function;
using model::ObjectId;

constexpr std::string_view kChangeHead = R"(
DECLARE
  audit_table text;
  before jsonb;
  after jsonb;
  row_key jsonb;
  written integer;
BEGIN
  IF TG_OP <> 'TRUNCATE' THEN
    before := to_jsonb(OLD);
    after := to_jsonb(NEW);
    SELECT jsonb_object_agg(name, coalesce(before, after) -> name) INTO row_key
    FROM unnest(string_to_array(TG_ARGV[0], ',')) AS name;
    before := before - string_to_array(TG_ARGV[1], ',');
    after := after - string_to_array(TG_ARGV[1], ',');
    IF before = after THEN
      RETURN NULL;
    END IF;
  END IF;
  -- What changes in a partition changes in its table.
  SELECT format('%I.%I', n.nspname, c.relname || '_audit') INTO audit_table
  FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace
  WHERE c.oid = coalesce(pg_partition_root(TG_RELID), TG_RELID);
  EXECUTE format(
    'INSERT INTO %s (changed_by, operation, row_key, old_row, new_row) VALUES ($1, $2, $3, $4, $5) '
    'ON CONFLICT DO NOTHING', audit_table)
  USING )";
constexpr std::string_view kChangeTail = R"(, lower(TG_OP), row_key,
    before - string_to_array(TG_ARGV[2], ','), after - string_to_array(TG_ARGV[2], ',');
  GET DIAGNOSTICS written = ROW_COUNT;
  IF written = 0 THEN
    -- The number is taken: a snapshot too old to see the last entry of a chain. Callers retry that.
    RAISE EXCEPTION 'the audit in % has moved on', audit_table USING ERRCODE = 'serialization_failure';
  END IF;
  RETURN NULL;
END
)";

constexpr std::string_view kChainBody = R"(
DECLARE
  last record;
BEGIN
  -- Held until the transaction ends, so that the next one sees this entry.
  PERFORM pg_advisory_xact_lock('pg_class'::regclass::integer, TG_RELID::integer);
  EXECUTE format('SELECT id, hash FROM %s ORDER BY id DESC LIMIT 1', TG_RELID::regclass) INTO last;
  NEW.id := coalesce(last.id, 0) + 1;
  NEW.previous_hash := coalesce(last.hash, '\x');
  NEW.hash := sha256(convert_to((to_jsonb(NEW) - 'hash')::text, 'UTF8'));
  RETURN NEW;
END
)";

constexpr std::string_view kRefuseBody = R"(
BEGIN
  RAISE EXCEPTION '% is append-only', TG_RELID::regclass USING ERRCODE = 'insufficient_privilege';
END
)";

constexpr std::string_view kBreaksBody = R"(
BEGIN
  RETURN QUERY EXECUTE format(
    $query$
      SELECT id
      FROM (SELECT id, previous_hash, hash,
                   lag(hash, 1, '\x') OVER (ORDER BY id) AS last_hash,
                   sha256(convert_to((to_jsonb(entry) - 'hash')::text, 'UTF8')) AS own_hash
            FROM %s AS entry) AS chain
      WHERE previous_hash <> last_hash OR hash <> own_hash
      ORDER BY id
    $query$, audit_table);
END
)";

/// Names mean the server's own things first, whatever the caller has put into a schema or a temporary table.
constexpr std::string_view kOwnNames = "search_path TO 'pg_catalog', 'pg_temp'";
/// What the text of an entry's own columns depends on.
constexpr std::string_view kFixedTime = "\"TimeZone\" TO 'UTC'";
constexpr std::string_view kFixedBytes = "bytea_output TO 'hex'";

Function plpgsql(std::string returns, std::string body, std::vector<std::string> settings) {
  Function function;
  function.returns = std::move(returns);
  function.language = "plpgsql";
  function.body = std::move(body);
  function.settings = std::move(settings);
  return function;
}

/// Adds the function unless another table's "audit" has: a function of the project's own with that name is
/// reported.
void add_once(std::string_view name, Function function, std::string doc, support::Span origin,
              model::Draft& draft) {
  const ObjectId id = model::function_id(std::string(model::kDefaultSchema), std::string(name), function);
  const model::Object* known = draft.find(id);
  if (known != nullptr && known->state == model::Body(function)) return;
  draft.add({id, std::move(function), model::FunctionNotes{doc, {}}, origin});
  draft.add(model::make_comment(id, std::move(doc), origin));
}

/// Who it was: the user that the project's own current_user_id() knows, else the role that has signed in.
std::string actor(const model::Draft& draft) {
  const ObjectId user{
      std::string(model::kFunctionKind), std::string(model::kDefaultSchema), std::string(kCurrentUserId), {}};
  return draft.find(user) == nullptr ? "session_user"
                                     : "coalesce(" + model::signature(user) + "::text, session_user)";
}

}  // namespace

void add_audit_function(support::Span origin, model::Draft& draft) {
  const std::string body = std::string(kChangeHead) + actor(draft) + std::string(kChangeTail);
  Function change = plpgsql("trigger", body, {std::string(kOwnNames)});
  change.security_definer = true;
  add_once(
      kAuditChange, std::move(change),
      "Records a change in the table beside the changed one that is called <table>_audit. Arguments: the "
      "columns of the key, those that are left out, those whose values are.",
      origin, draft);
}

void add_chain_functions(support::Span origin, model::Draft& draft) {
  const std::vector<std::string> fixed = {std::string(kFixedTime), std::string(kFixedBytes),
                                          std::string(kOwnNames)};
  add_once(kAuditChain, plpgsql("trigger", std::string(kChainBody), fixed),
           "Numbers an audit entry and chains it to the one before.", origin, draft);
  add_once(kAuditRefuse, plpgsql("trigger", std::string(kRefuseBody), {std::string(kOwnNames)}),
           "Refuses to change an audit entry.", origin, draft);
  Function breaks = plpgsql("SETOF bigint", std::string(kBreaksBody), fixed);
  breaks.arguments = {{"audit_table", "regclass", "in", {}}};
  breaks.volatility = "stable";
  add_once(
      "audit_chain_breaks", std::move(breaks),
      "The entries of a chained audit table that are not what was recorded, or that follow on one that is "
      "missing. No row: the chain is whole. What is cut off at its end only a hash that was kept elsewhere "
      "shows.",
      origin, draft);
}

}  // namespace schemac::compiler::features
