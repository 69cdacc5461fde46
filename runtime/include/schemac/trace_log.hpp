// Writes to spdlog what somebody should look at: link schemac::spdlog.
#pragma once

#include <memory>

#include "schemac/tracer.hpp"

namespace schemac {

/// Writes to spdlog's default logger: failures, retries, leaks, waits of over a second and slow statements as
/// warnings, everything else as debug lines.
std::shared_ptr<Tracer> log_tracer();

}  // namespace schemac
