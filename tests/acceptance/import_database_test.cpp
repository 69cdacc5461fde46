// `schemac import` of SQL files and databases: the definitions make the same database again, as pg_dump sees
// it, or a warning names what they do not.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <iostream>

#include "support/postgres.hpp"
#include "support/project.hpp"
#include "verify/judge.hpp"

namespace schemac::testing {
namespace {

namespace fs = std::filesystem;
using compiler::scratch::Finished;

class ImportDatabase : public ::testing::Test, protected Project {
 protected:
  /// Imports, and loads into `made` what is generated from that. Returns what import has told.
  std::string import_and_load(const std::string& from, TestDatabase& made) const {
    fs::remove_all(folder / "defs");
    fs::remove_all(folder / "generated");
    const Finished imported = run({"import", "--from", from, "--out", "defs"});
    if (imported.errors.find("error[SC1707]") != std::string::npos) return imported.errors;
    EXPECT_EQ(imported.status, 0) << from << "\n" << imported.errors;
    const Finished formatted = run({"fmt", "--check", "defs"});
    EXPECT_EQ(formatted.status, 0) << from << "\n" << formatted.output;
    const Finished generated = run({"generate", "defs"});
    EXPECT_EQ(generated.status, 0) << from << "\n" << generated.errors;
    made.run_sql_file((folder / "generated/schema.sql").string());
    return imported.errors;
  }
};

constexpr const char* kDatabase = R"sql(
CREATE TYPE mood AS ENUM ('sad', 'ok');
CREATE DOMAIN email AS text CHECK (VALUE LIKE '%@%');
CREATE FUNCTION is_tag(word text) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT length(word) > 2';
CREATE DOMAIN tag AS text CHECK (is_tag(VALUE));
CREATE TABLE people (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(), name varchar(50) NOT NULL, mood mood DEFAULT 'ok', mail email,
  tags text[], label tag, home point, seen circle[], created_at timestamptz NOT NULL DEFAULT now(), updated_at timestamptz NOT NULL DEFAULT now());
COMMENT ON TABLE people IS 'Everybody.';
COMMENT ON COLUMN people.name IS 'As written.';
CREATE TABLE pets (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, owner_id uuid NOT NULL REFERENCES people ON DELETE CASCADE,
  kind text CHECK (kind IN ('cat', 'dog')), UNIQUE (owner_id, kind) INCLUDE (id) DEFERRABLE);
CREATE INDEX pets_kind_idx ON pets (lower(kind) DESC) WHERE kind IS NOT NULL;
CREATE TABLE events (at date NOT NULL, kind text NOT NULL) PARTITION BY RANGE (at);
CREATE TABLE events_y2026 PARTITION OF events FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
CREATE TABLE events_default PARTITION OF events DEFAULT;
CREATE VIEW cats AS SELECT id, owner_id FROM pets WHERE kind = 'cat';
CREATE FUNCTION add(a integer, b integer) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT a + b';
CREATE FUNCTION share(a numeric, b interval) RETURNS numeric LANGUAGE sql IMMUTABLE AS 'SELECT a';
CREATE FUNCTION count_up() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER counted BEFORE INSERT OR UPDATE OF kind ON pets
  FOR EACH ROW WHEN (NEW.kind = 'cat') EXECUTE FUNCTION count_up('a', 'b');
COMMENT ON TRIGGER counted ON pets IS 'Cats count.';
GRANT SELECT ON pets TO vet;
ALTER TABLE pets ENABLE ROW LEVEL SECURITY;
CREATE POLICY cats_only ON pets FOR SELECT TO vet USING (kind = 'cat');
)sql";

TEST_F(ImportDatabase, an_sql_file_makes_the_same_database_again) {
  write("people.sql", kDatabase);
  TestDatabase wanted;
  wanted.run_sql("DO $$ BEGIN CREATE ROLE vet; EXCEPTION WHEN duplicate_object THEN END $$");
  wanted.run_sql_file((folder / "people.sql").string());
  TestDatabase made;
  const std::string told = import_and_load("people.sql", made);
  EXPECT_EQ(told.find("warning"), std::string::npos) << told;
  EXPECT_EQ(compiler::verify::judge(server(), wanted.name(), made.name()), "");
  const std::string core = read("defs/core.json");
  for (const char* short_form :
       {R"("mood": "mood? = 'ok'")", R"("home": {"sql_type": "point?"})", R"("tags": "text?[]?")",
        R"("on": ["lower(kind) desc"])", R"("owner_id": {"ref": "people", "on_delete": "cascade"})"})
    EXPECT_NE(core.find(short_form), std::string::npos) << short_form << "\n" << core;
}

TEST_F(ImportDatabase, what_definitions_cannot_say_is_named) {
  TestDatabase wanted;
  wanted.run_sql(
      "CREATE COLLATION german (provider = libc, locale = 'C'); CREATE SEQUENCE loose;"
      "CREATE TYPE \"Mood\" AS ENUM ('sad');"
      "CREATE TABLE \"Odd Name\" (id integer, mood \"Mood\");"
      "CREATE TABLE notes (id serial PRIMARY KEY, mood \"Mood\", text text COLLATE german)");
  TestDatabase made;
  const std::string told = import_and_load(wanted.url(), made);
  for (const char* named :
       {"warning[SC1706]: the collation public.german is left out", "the sequence public.loose is left out",
        "the column public.notes.id becomes an identity column", "the table `Odd Name` is left out",
        "the enum `Mood` is left out", "the column public.notes.text is not the same"})
    EXPECT_NE(told.find(named), std::string::npos) << named << "\n" << told;
  EXPECT_EQ(told.find("notes_id_seq"), std::string::npos) << told;
}

TEST_F(ImportDatabase, the_platform_makes_itself_again) {
  const std::string sql = SCHEMAC_SOURCE_DIR "/generated/schema.sql";
  TestDatabase wanted;
  wanted.run_sql_file(sql);
  TestDatabase made;
  const std::string told = import_and_load(sql, made);
  EXPECT_EQ(told.find("warning"), std::string::npos) << told;
  EXPECT_EQ(compiler::verify::judge(server(), wanted.name(), made.name()), "");
}

/// The SQL files of SCHEMAC_CASES, or a few of them, spread evenly; all where SCHEMAC_EVERY_FILE is set.
std::vector<std::string> corpus() {
  std::vector<std::string> files;
  const char* cases = std::getenv("SCHEMAC_CASES");
  for (const char* suite : {"migra", "pgschema"}) {
    if (cases == nullptr || !fs::exists(fs::path(cases) / suite)) continue;
    for (const auto& entry : fs::recursive_directory_iterator(fs::path(cases) / suite)) {
      if (entry.path().extension() == ".sql") files.push_back(entry.path().string());
    }
  }
  std::sort(files.begin(), files.end());
  if (std::getenv("SCHEMAC_EVERY_FILE") != nullptr) return files;
  constexpr std::size_t kOneIn = 150;
  std::vector<std::string> few;
  for (std::size_t i = 0; i < files.size(); i += kOneIn) few.push_back(files[i]);
  return few;
}

TEST_F(ImportDatabase, of_real_files_every_difference_is_named) {
  const auto files = corpus();
  if (files.empty()) GTEST_SKIP() << "no SCHEMAC_CASES";
  std::size_t same = 0, named = 0, refused = 0, not_loaded = 0;
  for (const std::string& file : files) {
    TestDatabase wanted, made;
    try {
      wanted.run_sql_file(file);
    } catch (const compiler::scratch::ScratchError&) {
      ++not_loaded;  // it takes roles for granted
      continue;
    }
    fs::remove_all(folder / "defs");
    const std::string told = import_and_load(wanted.url(), made);
    if (told.find("error[SC1707]") != std::string::npos) {
      ++refused;
      continue;
    }
    const std::string difference = compiler::verify::judge(server(), wanted.name(), made.name());
    ++(difference.empty() ? same : named);
    const bool says_so = told.find("warning[SC170") != std::string::npos;
    EXPECT_TRUE(difference.empty() || says_so) << file << "\n" << told << difference;
  }
  std::cout << files.size() << " files: " << same << " the same database, " << named
            << " with every difference named, " << refused << " refused by the server with a message, "
            << not_loaded << " that need roles\n";
  EXPECT_LE(refused * 20, std::max<std::size_t>(files.size(), 20));
}

}  // namespace
}  // namespace schemac::testing
