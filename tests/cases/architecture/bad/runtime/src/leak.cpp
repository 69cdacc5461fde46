// The runtime includes the compiler.
#include "private.hpp"
#include "schemac/heavy.hpp"
#include "support/reaches_up.hpp"
