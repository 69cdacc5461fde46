// A made-up schema of any size, in the proportions of a large platform's: for each table 18 columns, four
// indexes, one or two foreign keys, a check now and then, and an enum for every third. The same schema is
// written for several tools, so that they can be compared.
#pragma once

#include <filesystem>

namespace schemac::bench {

/// How many tables the platform has whose proportions are used.
inline constexpr int kPlatformTables = 143;

/// Definitions of `tables` tables for schemac, ten a file, into an empty folder.
void write_definitions(int tables, const std::filesystem::path& folder);

/// The same tables and fields for flatc, as one file.
void write_flat_schema(int tables, const std::filesystem::path& file);

/// The same tables, columns, indexes and enums for drizzle-kit, as one TypeScript module.
void write_drizzle_schema(int tables, const std::filesystem::path& file);

}  // namespace schemac::bench
