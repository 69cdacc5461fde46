// A state of a schema on a scratch server: what migrations are proven from and to.
#pragma once

#include <string>

#include "scratch/server.hpp"
#include "verify/contents.hpp"
#include "verify/database.hpp"

namespace schemac::compiler::verify {

/// One side of a migration: a state of a schema, without rows and with rows in each table.
class State {
 public:
  /// `sql` makes the schema in an empty database. Throws schemac::Error where the server refuses it,
  /// ScratchError where the server itself fails.
  State(scratch::ScratchServer& server, const std::string& sql);

  const Database& empty() const { return empty_; }
  const Database& filled() const { return filled_; }
  /// pg_dump_schema() of either.
  const std::string& dump() const { return dump_; }
  /// Of the one with rows.
  const Contents& contents() const { return contents_; }

 private:
  Database empty_;
  std::string dump_;
  Database filled_;
  Contents contents_;
};

}  // namespace schemac::compiler::verify
