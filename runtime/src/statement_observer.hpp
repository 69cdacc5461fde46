// Is told of every statement of a session; what pools watch their connections with.
#pragma once

#include <string_view>

namespace schemac {

class Error;
class Parameters;

class StatementObserver {
 public:
  /// A statement is about to be sent.
  virtual void begins(std::string_view sql) noexcept = 0;

  /// It has ended; `parameters` is null for a script, `error` unless it failed.
  virtual void ended(std::string_view sql, const Parameters* parameters, const Error* error) noexcept = 0;

 protected:
  ~StatementObserver() = default;
};

}  // namespace schemac
