// The one unit that sees RE2.
#include "schemac/query/pattern.hpp"

#include <re2/re2.h>

#include <memory>
#include <string>

#include "schemac/error.hpp"

namespace schemac {
namespace {

RE2::Options options() {
  RE2::Options options;
  options.set_log_errors(false);
  return options;
}

re2::StringPiece piece(std::string_view text) {
  return {text.data(), text.size()};
}

}  // namespace

struct Pattern::Compiled {
  explicit Compiled(std::string_view expression) : regex(piece(expression), options()) {}
  RE2 regex;
};

Pattern::Pattern(std::string_view expression) {
  auto compiled = std::make_unique<const Compiled>(expression);
  if (!compiled->regex.ok()) {
    throw Error(ErrorCode::usage,
                "pattern " + std::string(expression) + " does not compile: " + compiled->regex.error());
  }
  compiled_ = compiled.release();
}

Pattern::~Pattern() {
  delete compiled_;
}

bool Pattern::matches(std::string_view text) const {
  return RE2::PartialMatch(piece(text), compiled_->regex);
}

}  // namespace schemac
