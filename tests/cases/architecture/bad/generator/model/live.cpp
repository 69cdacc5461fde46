// A part that wraps a library which is not its own, and wants a live connection.
#include <nlohmann/json.hpp>

#include "schemac/connection.hpp"
