// One random evolution: definitions are edited, the migration is planned as `schemac migrate new` does it,
// and proven.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "definitions.hpp"
#include "scratch/server.hpp"
#include "verify/state.hpp"

namespace schemac::evolution {

struct Outcome {
  std::vector<std::string> edits;     ///< in words, in their order
  std::vector<std::string> failures;  ///< empty: planned and proven
  std::vector<std::string> notes;
  std::string up;  ///< the scripts, where there are some
  std::string down;
};

class Evolutions {
 public:
  /// Starts from `definitions`; `sides` is a folder of the files that they name. Works in `work`, on
  /// databases of `server`.
  Evolutions(compiler::scratch::ScratchServer& server, Definitions definitions, std::filesystem::path sides,
             std::filesystem::path work);

  /// The same seed, the same evolution.
  Outcome run(std::uint32_t seed);

 private:
  std::vector<std::string> edit(Definitions& definitions, std::uint32_t seed) const;
  [[nodiscard]] bool is_sound(const Definitions& definitions) const;
  std::string migrate(const char* name, const std::filesystem::path& migrations) const;
  std::unique_ptr<compiler::verify::State> load() const;
  void prove(const std::filesystem::path& migration, Outcome& outcome) const;

  compiler::scratch::ScratchServer& server_;
  Definitions definitions_;
  std::filesystem::path folder_;    // of the definitions that are looked at
  std::filesystem::path baseline_;  // a folder of migrations: the one that makes what all start from
  std::filesystem::path work_;
  std::unique_ptr<compiler::verify::State> before_;
};

}  // namespace schemac::evolution
