// What a user names as one side of a comparison, and the schema that it stands for.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>

#include "introspect/introspect.hpp"
#include "scratch/server.hpp"

namespace schemac::compiler::live {

/// One side: a database (a URL or libpq's keyword form), a folder of definitions, what the migrations make,
/// or a file of SQL.
struct Source {
  enum class Form : std::uint8_t { database, definitions, migrations, sql_file };
  Form form = Form::database;
  std::string text;

  /// Whether schemac knows the schema without a server.
  [[nodiscard]] bool is_declared() const { return form == Form::definitions || form == Form::migrations; }
};

/// What a text on the command line means: "migrations" is the folder of that name in the options. Nothing
/// where it is neither a database nor a path that exists.
std::optional<Source> source_of(const std::string& text, const std::string& migrations);

/// The schema of definitions or migrations, their mistakes reported: nothing where there are some. REQUIRES:
/// is_declared().
std::optional<model::Model> declared_model(const Source& source);

/// An object that a server does not take, and what it says.
struct Refusal {
  model::ObjectId object;
  std::string reason;
};

/// Reads schemas; what is not a database yet is loaded into one on a scratch server, which starts when it is
/// first needed and ends with this.
class SchemaReader {
 public:
  /// @throws schemac::Error where a database cannot be reached, scratch::ScratchError where the server
  /// refuses the SQL, support::FileError. Definitions with mistakes are reported, and give nothing.
  std::optional<introspect::Introspection> read(const Source& source);

  /// The schema that a model makes.
  introspect::Introspection made_by(const model::Model& model);

  /// The first one of the steps that a server refuses, on an empty database.
  std::optional<Refusal> first_refused(std::span<const model::Step> steps);

 private:
  scratch::ScratchServer& server();
  introspect::Introspection load(const std::string& path);
  std::string empty_database();

  std::unique_ptr<scratch::ScratchServer> server_;
  int databases_ = 0;
};

}  // namespace schemac::compiler::live
