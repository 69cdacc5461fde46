// A schema that is text is executed on a scratch server and read back: PostgreSQL is the only one to know
// what it means.
#include "live/source.hpp"

#include <filesystem>

#include "driver/pipeline.hpp"
#include "driver/registry.hpp"
#include "driver/report.hpp"
#include "history/fold.hpp"
#include "history/folder.hpp"
#include "plan/evolution.hpp"
#include "plan/script.hpp"
#include "schemac/error.hpp"
#include "support/files.hpp"
#include "support/naming.hpp"

namespace schemac::compiler::live {

namespace fs = std::filesystem;

namespace {

/// The role that a server misses, by its message; nothing where it complains of something else.
std::optional<std::string> missing_role(std::string_view message) {
  constexpr std::string_view kBefore = "role \"";
  constexpr std::string_view kAfter = "\" does not exist";
  const std::size_t end = message.find(kAfter);
  if (end == std::string_view::npos) return std::nullopt;
  const std::size_t begin = message.rfind(kBefore, end);
  if (begin == std::string_view::npos) return std::nullopt;
  return std::string(message.substr(begin + kBefore.size(), end - begin - kBefore.size()));
}

introspect::Introspection read_database(const std::string& connection_string) {
  Connection connection(connection_string, {.prepared_statements = 0});
  return introspect::introspect(connection, driver::vocabulary().kinds);
}

}  // namespace

std::optional<Source> source_of(const std::string& text, const std::string& migrations) {
  if (text == "migrations") return Source{Source::Form::migrations, migrations};
  if (text.starts_with("postgres://") || text.starts_with("postgresql://")) {
    return Source{Source::Form::database, text};
  }
  if (fs::is_directory(text)) return Source{Source::Form::definitions, text};
  if (fs::is_regular_file(text)) return Source{Source::Form::sql_file, text};
  if (text.find('=') != std::string::npos) return Source{Source::Form::database, text};
  return std::nullopt;
}

std::optional<model::Model> declared_model(const Source& source) {
  if (source.form == Source::Form::definitions) {
    driver::Compilation run = driver::compile(source.text);
    driver::report(run.diagnostics, run.sources, {});
    return run.failed() ? std::nullopt : std::optional(std::move(run.model));
  }
  support::Sources sources;
  support::Diagnostics diagnostics;
  const auto migrations =
      history::read_migrations(source.text, driver::vocabulary().kinds, sources, diagnostics);
  auto fold = history::fold(migrations, diagnostics);
  driver::report(diagnostics, sources, {});
  return diagnostics.has_errors() ? std::nullopt : std::optional(std::move(fold.model));
}

std::optional<introspect::Introspection> SchemaReader::read(const Source& source) {
  if (source.form == Source::Form::database) return read_database(source.text);
  if (source.form == Source::Form::sql_file) return load(source.text);
  const auto model = declared_model(source);
  if (!model) return std::nullopt;
  return made_by(*model);
}

introspect::Introspection SchemaReader::made_by(const model::Model& model) {
  const auto steps = plan::evolve({}, model, driver::vocabulary().kinds).steps;
  support::write_outputs(server().folder(), {{"declared.sql", plan::to_sql(steps)}}, {});
  return load(server().folder() + "/declared.sql");
}

std::optional<Refusal> SchemaReader::first_refused(std::span<const model::Step> steps) {
  const std::string database = empty_database();
  Connection connection(server().connection_string(database), {.prepared_statements = 0});
  for (const model::Step& step : steps) {
    try {
      connection.execute_script(step.sql);
    } catch (const QueryError& error) {
      return Refusal{step.object, error.what()};
    }
  }
  return std::nullopt;
}

std::string SchemaReader::empty_database() {
  std::string name = "schema" + std::to_string(++databases_);
  server().create_database(name);
  return name;
}

scratch::ScratchServer& SchemaReader::server() {
  if (!server_) server_ = std::make_unique<scratch::ScratchServer>();
  return *server_;
}

/// Roles are the server's and no part of a schema: those that a file takes for granted are made as it asks
/// for them.
introspect::Introspection SchemaReader::load(const std::string& path) {
  constexpr int kMostRoles = 100;
  for (int i = 0;; ++i) {
    const std::string name = empty_database();
    try {
      server().run_sql_file(name, fs::absolute(path).string());
      return read_database(server().connection_string(name));
    } catch (const scratch::ScratchError& error) {
      const auto role = missing_role(error.what());
      if (!role || i == kMostRoles) throw;
      server().run_sql("postgres", "CREATE ROLE " + support::quote_identifier(*role));
    }
  }
}

}  // namespace schemac::compiler::live
