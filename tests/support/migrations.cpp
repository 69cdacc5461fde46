// What the tests of the migration runner share.
#include "support/migrations.hpp"

#include <stdlib.h>

#include <fstream>
#include <stdexcept>

namespace schemac::testing {
namespace {

namespace fs = std::filesystem;

// Each statement is plain, so that running any of them twice fails or shows: `runs` gets a row for each step.
constexpr const char* kNotesUp = R"(-- schemac script 1
SET lock_timeout = '2s';

-- step 1 of 2: add the table notes
BEGIN;
CREATE TABLE public.runs (step text);
CREATE TABLE public.notes (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, title text NOT NULL);
SELECT pg_sleep(:sleep);
INSERT INTO public.runs VALUES ('notes 1');
COMMIT;

-- step 2 of 2: fill it
BEGIN;
INSERT INTO public.notes (title) SELECT 'note ' || n FROM generate_series(1, 200) n;
SELECT pg_sleep(:sleep);
INSERT INTO public.runs VALUES ('notes 2');
COMMIT;
)";

constexpr const char* kNotesDown = R"(-- schemac script 1

-- step 1 of 1: drop the table notes
BEGIN;
DROP TABLE public.notes;
SELECT pg_sleep(:sleep);
DROP TABLE public.runs;
COMMIT;
)";

// The index is on a function that sleeps, so that its build takes a while.
constexpr const char* kIndexUp = R"(-- schemac script 1

-- step 1 of 2: a function for the index
BEGIN;
CREATE FUNCTION public.slow(text) RETURNS text LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
  IF $1 = 'note 1' THEN PERFORM pg_sleep(:sleep); END IF;
  RETURN lower($1);
END $$;
INSERT INTO public.runs VALUES ('index 1');
COMMIT;

-- step 2 of 2: build index notes_title_idx beside the running program
-- lock: SHARE UPDATE EXCLUSIVE on public.notes
-- no transaction
-- probe: SELECT CASE WHEN i.indexrelid IS NULL THEN 'absent' WHEN i.indisvalid THEN 'done' ELSE 'partial' END FROM (SELECT to_regclass('public.notes_title_idx') AS oid) AS named LEFT JOIN pg_index AS i ON i.indexrelid = named.oid
-- repair: DROP INDEX CONCURRENTLY IF EXISTS public.notes_title_idx
CREATE UNIQUE INDEX CONCURRENTLY notes_title_idx ON public.notes (public.slow(title));
)";

constexpr const char* kIndexDown = R"(-- schemac script 1

-- step 1 of 2: drop index notes_title_idx beside the running program
-- no transaction
-- probe: SELECT CASE WHEN to_regclass('public.notes_title_idx') IS NULL THEN 'done' ELSE 'absent' END
DROP INDEX CONCURRENTLY IF EXISTS public.notes_title_idx;

-- step 2 of 2: drop its function
BEGIN;
DROP FUNCTION public.slow(text);
SELECT pg_sleep(:sleep);
COMMIT;
)";

constexpr const char* kBodyUp = R"(-- Written by hand, without steps.
ALTER TABLE public.notes ADD COLUMN body text;
SELECT pg_sleep(:sleep);
UPDATE public.notes SET body = title;
INSERT INTO public.runs VALUES ('body 1');
)";

constexpr const char* kBodyDown = "ALTER TABLE public.notes DROP COLUMN body;\nSELECT pg_sleep(:sleep);\n";

std::string with_sleep(std::string text, double seconds) {
  const std::string name = ":sleep";
  for (std::size_t at = text.find(name); at != std::string::npos; at = text.find(name))
    text.replace(at, name.size(), std::to_string(seconds));
  return text;
}

void write_file(const fs::path& path, const std::string& text) {
  std::ofstream file{path, std::ios::binary};
  if (!(file << text)) throw std::runtime_error{"cannot write " + path.string()};
}

}  // namespace

std::vector<migrate::Migration> sample_migrations(double sleep) {
  return {migration("20260101000000", "notes", with_sleep(kNotesUp, sleep), with_sleep(kNotesDown, sleep)),
          migration("20260102000000", "index", with_sleep(kIndexUp, sleep), with_sleep(kIndexDown, sleep)),
          migration("20260103000000", "body", with_sleep(kBodyUp, sleep), with_sleep(kBodyDown, sleep))};
}

migrate::Migration migration(const std::string& version, const std::string& name, const std::string& up,
                             const std::string& down) {
  return {version, name, up, down, R"({"format": 1})"};
}

MigrationFolder::MigrationFolder(const std::vector<migrate::Migration>& migrations) {
  std::string pattern = (fs::temp_directory_path() / "schemac-migrations-XXXXXX").string();
  if (::mkdtemp(pattern.data()) == nullptr) throw std::runtime_error{"cannot make " + pattern};
  path_ = pattern;
  fs::permissions(path_, fs::perms{0755});  // psql reads it as the server's user
  for (const migrate::Migration& one : migrations) write(one);
}

MigrationFolder::~MigrationFolder() {
  std::error_code ignored;
  fs::remove_all(path_, ignored);
}

void MigrationFolder::write(const migrate::Migration& migration) const {
  const fs::path folder = path_ / migration.folder();
  fs::create_directories(folder);
  write_file(folder / "up.sql", migration.up);
  write_file(folder / "down.sql", migration.down);
  write_file(folder / "change.json", migration.change);
}

}  // namespace schemac::testing
