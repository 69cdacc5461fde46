// Who may do what, on a server: domain types refuse what generated validators refuse, grants are those of the
// definitions and no others, and roles see and write the rows that the policies say. The definitions and
// their generated code stand in tests/cases/targets/guarded.
#include <gtest/gtest.h>

#include <algorithm>
#include <sstream>

#include "guarded/contacts.hpp"
#include "guarded/notes.hpp"
#include "schemac/connection.hpp"
#include "support/postgres.hpp"

namespace schemac::testing {
namespace {

namespace contacts = guarded::contacts;

const std::string kSchema = SCHEMAC_SOURCE_DIR "/tests/cases/targets/guarded/expected/schema.sql";

std::vector<std::string> lines(const std::string& text) {
  std::vector<std::string> found;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) found.push_back(line);
  return found;
}

class Guarded : public ::testing::Test {
 protected:
  Guarded() { database_.run_sql_file(kSchema); }

  /// What a session of `role` gets; "refused" and the first line of the reason where the server refuses.
  std::string as(const std::string& role, const std::string& sql) {
    try {
      return database_.run_sql("SET ROLE " + role + "; " + sql);
    } catch (const std::exception& error) {
      const std::string text = error.what();
      return "refused: " +
             text.substr(text.find("ERROR:"), text.find('\n', text.find("ERROR:")) - text.find("ERROR:"));
    }
  }

  TestDatabase database_;
};

TEST_F(Guarded, a_second_database_of_the_server_takes_the_same_roles) {
  TestDatabase second;
  EXPECT_NO_THROW(second.run_sql_file(kSchema));
  EXPECT_EQ(
      second.run_sql("SELECT r.rolname, m.roleid::regrole FROM pg_roles r LEFT JOIN pg_auth_members m "
                     "ON m.member = r.oid WHERE r.rolname LIKE 'guarded%' AND NOT r.rolcanlogin AND NOT "
                     "r.rolsuper ORDER BY 1"),
      "guarded_citizen|guarded_reader\nguarded_clerk|\nguarded_reader|\n");
}

TEST_F(Guarded, grants_are_those_of_the_definitions_and_no_others) {
  const std::string granted = database_.run_sql(R"(
    SELECT c.oid::regclass, coalesce(a.attname::text, '*'), g.grantee::regrole, g.privilege_type, g.is_grantable
    FROM pg_class c
    LEFT JOIN LATERAL (SELECT NULL::name AS attname, c.relacl AS acl
                       UNION ALL SELECT attname, attacl FROM pg_attribute WHERE attrelid = c.oid) a ON true
    CROSS JOIN LATERAL aclexplode(a.acl) g
    WHERE c.relnamespace IN ('public'::regnamespace, 'vault'::regnamespace) AND g.grantee <> c.relowner
    UNION ALL
    SELECT NULL, nspname, g.grantee::regrole, g.privilege_type, g.is_grantable
    FROM pg_namespace CROSS JOIN LATERAL aclexplode(nspacl) g WHERE nspname = 'vault' AND g.grantee <> nspowner
    ORDER BY 1, 2, 3, 4)");
  const std::vector<std::string> wanted = {
      "notes|*|guarded_clerk|DELETE|f",         "notes|*|guarded_reader|SELECT|f",
      "notes|body|guarded_citizen|INSERT|f",    "notes|body|guarded_citizen|UPDATE|f",
      "notes|hidden|guarded_citizen|INSERT|f",  "notes|hidden|guarded_clerk|SELECT|f",
      "notes|id|guarded_clerk|SELECT|f",        "vault.secrets|*|guarded_clerk|INSERT|f",
      "vault.secrets|*|guarded_clerk|SELECT|f", "|vault|guarded_clerk|USAGE|f"};
  std::vector<std::string> found = lines(granted);
  std::vector<std::string> sorted = wanted;
  std::sort(found.begin(), found.end());
  std::sort(sorted.begin(), sorted.end());
  EXPECT_EQ(found, sorted);
}

TEST_F(Guarded, a_role_does_what_it_was_granted) {
  EXPECT_EQ(
      as("guarded_clerk", "INSERT INTO vault.secrets (what) VALUES ('x'); SELECT what FROM vault.secrets"),
      "x\n");
  EXPECT_EQ(as("guarded_citizen", "SELECT * FROM vault.secrets"),
            "refused: ERROR:  permission denied for schema vault");
  EXPECT_EQ(as("guarded_citizen", "INSERT INTO notes (body) VALUES ('a') RETURNING id, owner_name"),
            "1|guarded_citizen\n");
  EXPECT_EQ(as("guarded_citizen", "INSERT INTO notes (owner_name, body) VALUES ('x', 'a')"),
            "refused: ERROR:  permission denied for table notes");
  EXPECT_EQ(as("guarded_citizen", "DELETE FROM notes"), "refused: ERROR:  permission denied for table notes");
  EXPECT_EQ(as("guarded_reader", "SELECT body FROM notes"), "a\n");
  EXPECT_EQ(as("guarded_clerk", "SELECT body FROM notes"),
            "refused: ERROR:  permission denied for table notes");
}

TEST_F(Guarded, a_role_sees_and_writes_the_rows_that_the_policies_say) {
  database_.run_sql(
      "INSERT INTO notes (owner_name, body, hidden) VALUES ('guarded_citizen', 'mine', false), "
      "('guarded_citizen', 'my secret', true), ('ghost', 'theirs', false), ('ghost', 'hers', true)");
  const std::string all = "SELECT string_agg(body, ',' ORDER BY id) FROM notes";
  EXPECT_EQ(as("guarded_reader", all), "mine,theirs\n");
  EXPECT_EQ(as("guarded_citizen", all), "mine,my secret,theirs\n");  // its own, and what readers see
  EXPECT_EQ(as("guarded_clerk", "SELECT string_agg(id::text, ',' ORDER BY id) FROM notes"), "1,2\n");

  as("guarded_citizen", "UPDATE notes SET body = body || '!'");
  EXPECT_EQ(database_.run_sql(all), "mine!,my secret!,theirs,hers\n");
  EXPECT_EQ(as("guarded_citizen", "INSERT INTO notes (body) VALUES ('rude')"),
            "refused: ERROR:  new row violates row-level security policy \"politely\" for table \"notes\"");
  EXPECT_EQ(as("guarded_citizen", "UPDATE notes SET body = 'rude' WHERE id = 1"),
            "refused: ERROR:  new row violates row-level security policy \"politely\" for table \"notes\"");

  // What is hidden, of owners that are roles: a condition makes the policies of SELECT hold as well.
  as("guarded_clerk", "DELETE FROM notes WHERE id > 0");
  EXPECT_EQ(database_.run_sql(all), "mine!,theirs,hers\n");
}

// The test's own role is a superuser, which row security never binds: so the table changes hands.
TEST_F(Guarded, row_security_binds_the_owner_where_it_is_forced) {
  database_.run_sql(
      "INSERT INTO notes (owner_name, body) VALUES ('ghost', 'a'); CREATE ROLE guarded_owner; "
      "ALTER TABLE notes OWNER TO guarded_owner");
  EXPECT_EQ(as("guarded_owner", "SELECT count(*) FROM notes"), "0\n");
  database_.run_sql("ALTER TABLE notes NO FORCE ROW LEVEL SECURITY");
  EXPECT_EQ(as("guarded_owner", "SELECT count(*) FROM notes"), "1\n");
  database_.run_sql("DROP OWNED BY guarded_owner CASCADE; DROP ROLE guarded_owner");
}

class Domains : public Guarded {
 protected:
  /// Whether the server takes the row; what it refuses must be a constraint of `constraint`.
  bool server_takes(const contacts::Insert& row, std::string* constraint = nullptr) {
    try {
      contacts::insert(connection_, row);
      return true;
    } catch (const ConstraintError& error) {
      if (constraint != nullptr) *constraint = error.constraint();
    } catch (const QueryError& error) {
      EXPECT_TRUE(error.sqlstate() == "22001" || error.sqlstate() == "22003") << error.what();
    }
    return false;
  }

  Connection connection_{database_.url()};
};

TEST_F(Domains, what_breaks_a_constraint_is_a_constraint_error) {
  std::string constraint;
  EXPECT_FALSE(server_takes({.email = "nobody"}, &constraint));
  EXPECT_EQ(constraint, "email_address_format");
  EXPECT_FALSE(server_takes({.email = "a@b.ke", .size = 5}, &constraint));
  EXPECT_EQ(constraint, "even_is_even");
  EXPECT_FALSE(server_takes({.email = "a@b.ke", .temper = guarded::Mood::angry}, &constraint));
  EXPECT_EQ(constraint, "temper_not_angry");
}

TEST_F(Domains, values_and_defaults_come_back) {
  const contacts::Row row = contacts::insert(
      connection_, {.email = "a@b.ke", .others = std::vector<std::string>{"c@d.ke", "e@f.ke"}});
  EXPECT_EQ(row.others, (std::vector<std::string>{"c@d.ke", "e@f.ke"}));
  EXPECT_EQ(row.part, Decimal(50));
  EXPECT_EQ(row.size, 4);
  EXPECT_EQ(row.temper, guarded::Mood::calm);
  EXPECT_EQ(contacts::find(connection_, row.id), row);
  EXPECT_TRUE(contacts::update(connection_, row.id, {.second = "x@y.ke", .part = Decimal(75)}));
  EXPECT_EQ(contacts::find(connection_, row.id)->second, "x@y.ke");
}

TEST_F(Domains, validators_and_the_server_agree) {
  std::vector<contacts::Insert> rows;
  for (const char* text : {"a@b.ke", "", "a", "a@", "a@b", "@b.ke", "a b@c.ke", "a.b+c@d-e.org", "ä@b.ke"}) {
    rows.push_back({.email = text});
    rows.push_back({.email = "a@b.ke", .second = text});
    rows.push_back({.email = "a@b.ke", .others = std::vector<std::string>{"x@y.ke", text}});
  }
  rows.push_back({.email = "a@" + std::string(54, 'b') + ".ke"});
  rows.push_back({.email = "a@" + std::string(55, 'b') + ".ke"});
  rows.push_back({.email = "a@" + std::string(55, 'b') + ".ke  "});
  for (const char* part : {"0", "100", "100.01", "-0.01", "99.99", "1000", "50"})
    rows.push_back({.email = "a@b.ke", .part = Decimal::parse(part).value()});
  for (const int size : {2, 4, 10, 12, -2}) rows.push_back({.email = "a@b.ke", .size = size});
  for (const char* name : {"a", "ab", "abcde", "abcdef", "AB", "a1"})
    rows.push_back({.email = "a@b.ke", .name = name});
  std::size_t taken = 0;
  for (const contacts::Insert& row : rows) {
    const ValidationResult found = contacts::validate(row);
    const bool server = server_takes(row);
    EXPECT_EQ(found.empty(), server) << found.to_string() << " (row " << &row - rows.data() << ")";
    taken += server;
  }
  EXPECT_GT(taken, 10u);
  EXPECT_LT(taken, rows.size() - 10);
}

}  // namespace
}  // namespace schemac::testing
