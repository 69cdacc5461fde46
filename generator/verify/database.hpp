// A database of a scratch server, for as long as it is needed.
#pragma once

#include <string>
#include <string_view>

#include "scratch/server.hpp"
#include "verify/contents.hpp"

namespace schemac::compiler::verify {

/// A database with a name of its own, dropped at the end of the scope.
class Database {
 public:
  /// `server` outlives it. Throws ScratchError.
  explicit Database(scratch::ScratchServer& server, std::string_view copy_of = "template0");
  ~Database();
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;

  const std::string& name() const { return name_; }
  std::string url() const { return server_.connection_string(name_); }
  Contents contents() const;

 private:
  scratch::ScratchServer& server_;
  std::string name_;
};

}  // namespace schemac::compiler::verify
