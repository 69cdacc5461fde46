// Migrations that are moved and folded: `schemac migrate rebase` and `squash`, what they refuse, and what is
// on disk when they cannot write or are killed.
#include <gtest/gtest.h>

#include <filesystem>
#include <functional>
#include <set>

#include "support/project.hpp"

namespace schemac::testing {
namespace {

namespace fs = std::filesystem;
using compiler::scratch::Finished;

class Authoring : public ::testing::Test, protected Project {
 protected:
  Authoring() {
    write("schema-defs/schemac.json", R"({"namespace": "demo"})");
    define(kBills);
    migrate("base");
    fs::copy(folder / "generated/migrations", folder / "base", fs::copy_options::recursive);
  }

  static constexpr const char* kBills = R"json("bills": {"primary_key": ["id"],
      "columns": {"id": "uuid", "title": "varchar(50)", "votes": "integer", "number": "text?"}})json";

  void define(const std::string& tables, const std::string& more = "") const {
    write("schema-defs/laws.json", R"({"domain": "laws", "tables": {)" + tables + "}" + more + "}");
  }

  void migrate(const std::string& name) const {
    const Finished finished = run({"migrate", "new", name, "--allow", "SC5002"});
    ASSERT_EQ(finished.status, 0) << finished.errors;
  }

  /// A migration that was written on a branch of the base, beside those that are there.
  void branch(const std::string& name, const std::string& tables, const std::string& more = "") const {
    const fs::path trunk = folder / "generated/migrations";
    fs::rename(trunk, folder / "trunk");
    fs::copy(folder / "base", trunk, fs::copy_options::recursive);
    define(tables, more);
    migrate(name);
    fs::copy(folder / "trunk", trunk, fs::copy_options::recursive | fs::copy_options::skip_existing);
    fs::remove_all(folder / "trunk");
  }

  /// The folder that ends with a name: migration("base").
  std::string migration(const std::string& name) const {
    for (const auto& entry : fs::directory_iterator(folder / "generated/migrations")) {
      const std::string version = entry.path().filename().string();
      if (version.ends_with("_" + name)) return version;
    }
    return {};
  }

  std::set<std::string> versions() const {
    std::set<std::string> found;
    for (const auto& entry : fs::directory_iterator(folder / "generated/migrations"))
      found.insert(entry.path().filename().string());
    return found;
  }

  std::string file(const std::string& name, const std::string& file) const {
    return read("generated/migrations/" + migration(name) + "/" + file);
  }

  /// They lead to the definitions, and that one is proven on a server.
  void expect_proven(const std::string& name) const {
    const Finished same = run({"diff", "--from", "migrations", "--to", "schema-defs"});
    EXPECT_EQ(same.status, 0) << same.output << same.errors;
    const Finished proof = run({"verify", migration(name)});
    EXPECT_EQ(proof.status, 0) << proof.errors;
  }
};

std::string with(std::string text, const std::string& old, const std::string& fresh) {
  return text.replace(text.find(old), old.size(), fresh);
}

TEST_F(Authoring, rebase_puts_a_branch_behind_what_was_merged_meanwhile) {
  define(with(kBills, R"("number")", R"("stage": "text?", "number")"));
  migrate("stage");
  branch("topic", with(kBills, R"("number")", R"("topic": "text?", "number")"));
  const std::string script = file("topic", "up.sql");
  const std::string before = migration("topic");
  const Finished unsaid = run({"migrate", "rebase"});
  EXPECT_EQ(unsaid.status, 64);
  EXPECT_NE(unsaid.errors.find(before), std::string::npos) << unsaid.errors;

  const Finished finished = run({"migrate", "rebase", before});
  ASSERT_EQ(finished.status, 0) << finished.errors;
  EXPECT_GT(migration("topic"), before);
  EXPECT_NE(file("topic", "change.json").find(R"("parents": [")" + migration("stage") + "\"]"),
            std::string::npos);
  EXPECT_EQ(file("topic", "up.sql"), script);
  EXPECT_EQ(versions().size(), 3u);
  define(with(kBills, R"("number")", R"("stage": "text?", "topic": "text?", "number")"));
  expect_proven("topic");
  EXPECT_NE(run({"migrate", "rebase", migration("topic")}).errors.find("nothing to move"), std::string::npos);
}

TEST_F(Authoring, rebase_plans_anew_what_the_other_branch_makes_different) {
  const std::string view = R"(, "views": {"titles": {"sql": "SELECT id, title FROM bills"}})";
  define(kBills, view);
  migrate("titles");
  const std::string wide = with(kBills, "varchar(50)", "text");
  branch("wide", wide);
  EXPECT_EQ(file("wide", "up.sql").find("VIEW"), std::string::npos);
  const std::string folder_before = migration("wide");
  const std::string script = file("wide", "up.sql");

  write("generated/migrations/" + folder_before + "/up.sql", "-- by hand\n" + script);
  const auto untouched = tree("generated");
  const Finished refused = run({"migrate", "rebase", folder_before});
  EXPECT_EQ(refused.status, 1);
  EXPECT_NE(refused.errors.find("SC6007"), std::string::npos) << refused.errors;
  EXPECT_EQ(tree("generated"), untouched);

  write("generated/migrations/" + folder_before + "/up.sql", script);
  const Finished finished = run({"migrate", "rebase", folder_before});
  ASSERT_EQ(finished.status, 0) << finished.errors;
  EXPECT_NE(file("wide", "up.sql").find("DROP VIEW"), std::string::npos) << file("wide", "up.sql");
  define(wide, view);
  expect_proven("wide");
}

TEST_F(Authoring, rebase_refuses_what_both_branches_change) {
  define(with(kBills, "varchar(50)", "varchar(80)"));
  migrate("longer");
  branch("shorter", with(kBills, "varchar(50)", "varchar(60)"));
  const auto before = tree("generated");
  const Finished finished = run({"migrate", "rebase", migration("shorter")});
  EXPECT_EQ(finished.status, 1);
  EXPECT_NE(
      finished.errors.find("error[SC6006]: " + migration("shorter") +
                           " changes column public.bills.title, which " + migration("longer") + " changes"),
      std::string::npos)
      << finished.errors;
  EXPECT_NE(finished.errors.find("--> generated/migrations/" + migration("shorter") + "/change.json:"),
            std::string::npos)
      << finished.errors;
  EXPECT_NE(finished.errors.find("^ generated/migrations/" + migration("longer") + "/change.json:"),
            std::string::npos)
      << finished.errors;
  EXPECT_EQ(tree("generated"), before);
}

TEST_F(Authoring, rebase_refuses_what_stands_on_what_is_gone) {
  define(with(kBills, R"(, "number": "text?")", ""));
  migrate("no_number");
  branch("index", with(kBills, R"("primary_key")", R"("indexes": [["number"]], "primary_key")"));
  const Finished finished = run({"migrate", "rebase", migration("index")});
  EXPECT_EQ(finished.status, 1);
  EXPECT_NE(finished.errors.find("needs column public.bills.number, which " + migration("no_number") +
                                 " takes away"),
            std::string::npos)
      << finished.errors;
}

TEST_F(Authoring, squash_leads_from_the_first_names_to_the_last) {
  const std::string named =
      with(kBills, R"("number": "text?")", R"("no": {"type": "text?", "renamed_from": "number"})");
  define(named);
  migrate("no");
  const std::string twice =
      with(kBills, R"("number": "text?")", R"("code": {"type": "text?", "renamed_from": "no"})");
  define(with(twice, R"("bills": {)", R"("laws": {"renamed_from": "bills", )"));
  migrate("laws");
  define(with(with(twice, R"("bills": {)", R"("laws": {"renamed_from": "bills", )"), "varchar(50)", "text"));
  migrate("text");
  const Finished finished = run({"migrate", "squash", migration("no"), migration("text"), "names"});
  ASSERT_EQ(finished.status, 0) << finished.errors;
  EXPECT_NE(finished.errors.find("make the same"), std::string::npos) << finished.errors;
  EXPECT_EQ(versions().size(), 2u);
  const std::string up = file("names", "up.sql");
  EXPECT_NE(up.find("-- replaces: "), std::string::npos) << up;
  EXPECT_NE(up.find("RENAME COLUMN number TO code"), std::string::npos) << up;
  EXPECT_EQ(up.find("DROP COLUMN"), std::string::npos) << up;
  expect_proven("names");
}

TEST_F(Authoring, squash_refuses_what_no_change_file_holds) {
  ASSERT_EQ(run({"migrate", "new", "fill", "--empty"}).status, 0);
  define(with(kBills, "varchar(50)", "text"));
  migrate("text");
  const auto before = tree("generated");
  const Finished refused = run({"migrate", "squash", migration("base"), migration("text")});
  EXPECT_EQ(refused.status, 1);
  EXPECT_NE(refused.errors.find("error[SC6008]: " + migration("fill")), std::string::npos) << refused.errors;
  EXPECT_EQ(tree("generated"), before);
  ASSERT_EQ(run({"migrate", "squash", migration("base"), migration("text"), "--allow", "SC6008"}).status, 0);
  expect_proven("text");
}

TEST_F(Authoring, squash_refuses_a_name_that_two_objects_had) {
  const std::string old = with(kBills, R"("bills": {)", R"("old_bills": {"renamed_from": "bills", )");
  define(old);
  migrate("old");
  define(with(kBills, "bills", "old_bills") + ", " + kBills);
  migrate("anew");
  const Finished refused = run({"migrate", "squash", migration("old"), migration("anew")});
  EXPECT_EQ(refused.status, 1);
  EXPECT_NE(refused.errors.find("SC6009"), std::string::npos) << refused.errors;
}

/// Each of the commands that write migrations, ready to run on a project that is made for it.
class Broken : public Authoring, public ::testing::WithParamInterface<std::string> {
 protected:
  Broken() {
    if (GetParam() == "new") {
      command_ = "migrate new other";
    } else {
      define(with(kBills, R"("number")", R"("stage": "text?", "number")"));
      migrate("stage");
      branch("topic", with(kBills, R"("number")", R"("topic": "text?", "number")"));
      command_ = GetParam() == "rebase" ? "migrate rebase " + migration("topic")
                                        : "migrate squash " + migration("base") + " " + migration("topic");
    }
    define(with(kBills, R"("number")", R"("stage": "text?", "topic": "text?", "number")"));
    fs::copy(folder / "generated", folder / "kept", fs::copy_options::recursive);
    names_ = versions();
  }

  /// Puts everything back, runs `line` with the command in it, and expects all of its work or none.
  void expect_all_or_nothing(const std::string& line) {
    fs::remove_all(folder / "generated");
    fs::copy(folder / "kept", folder / "generated", fs::copy_options::recursive);
    const Finished finished = shell(with(line, "COMMAND", "\"$SCHEMAC\" " + command_));
    std::set<std::string> now = versions();
    std::erase_if(now, [](const std::string& name) { return name.starts_with('.'); });
    for (const std::string& version : now) {
      for (const char* each : {"up.sql", "down.sql", "change.json"})
        EXPECT_FALSE(read("generated/migrations/" + version + "/" + each).empty()) << line << version;
    }
    if (finished.status != 0) {
      ++failures_;
      EXPECT_TRUE(now == names_ || finished.status > 128) << line << finished.errors;
    }
    if (now == names_) {
      for (const auto& [path, content] : tree("kept"))
        EXPECT_EQ(read("generated" + path.substr(4)), content.first) << line << path;
    }
    const Finished sound = run({"diff", "--from", "migrations", "--to", "migrations"});
    EXPECT_EQ(sound.status, 0) << line << sound.errors;
    if (finished.status != 0 && now == names_) {
      const Finished again = shell("\"$SCHEMAC\" " + command_);
      EXPECT_EQ(again.status, 0) << line << again.errors;
    }
  }

  std::string command_;
  std::set<std::string> names_;
  int failures_ = 0;
};

TEST_P(Broken, leaves_nothing_half_written_where_the_disk_is_full) {
  for (int kilobytes = 0; kilobytes < 4; ++kilobytes)
    expect_all_or_nothing("trap '' XFSZ; ulimit -f " + std::to_string(kilobytes) + "; COMMAND");
  EXPECT_GT(failures_, 0);
}

TEST_P(Broken, leaves_nothing_half_written_when_it_is_killed) {
  for (const char* seconds :
       {"0.0002", "0.001", "0.002", "0.003", "0.005", "0.008", "0.013", "0.021", "0.034"})
    expect_all_or_nothing("timeout -s KILL " + std::string(seconds) + " COMMAND");
  EXPECT_GT(failures_, 0);
}

INSTANTIATE_TEST_SUITE_P(Commands, Broken, ::testing::Values("new", "rebase", "squash"),
                         [](const auto& info) { return info.param; });

}  // namespace
}  // namespace schemac::testing
