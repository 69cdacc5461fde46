// The benchmarks, one file an area. Each adds its numbers to the report; what it needs and does not find
// makes it throw.
#pragma once

#include <string>

#include "report.hpp"

namespace schemac::bench {

/// What the build knows and the benchmarks need.
struct Setting {
  std::string source_folder;  ///< the repository
  std::string schemac;        ///< the compiler's program
  std::string schemactl;      ///< the operator's program
  std::string cxx;            ///< the C++ compiler that built this
  std::string work_folder;    ///< exists, is empty, and may be written to
};

/// `schemac generate` on schema-defs/ against `flatc --cpp --gen-object-api` on as many tables and fields.
void bench_generate(const Setting& setting, Report& report);

/// `schemac generate` on synthesised schemas: beside flatc and drizzle-kit, without a change, and on larger
/// ones.
void bench_scale(const Setting& setting, Report& report);

/// What generated code costs its users' builds.
void bench_compile(const Setting& setting, Report& report);

/// Reads through generated code against hand-written libpq in binary, on one server and in one process.
void bench_read(const Setting& setting, Report& report);

/// The connection pool, beside others.
void bench_pool(const Setting& setting, Report& report);

/// Applying the whole schema as one migration against psql with the same SQL in one transaction.
void bench_migrate(const Setting& setting, Report& report);

/// Introspection against pg_dump, planning, folding and proving migrations.
void bench_history(const Setting& setting, Report& report);

}  // namespace schemac::bench
