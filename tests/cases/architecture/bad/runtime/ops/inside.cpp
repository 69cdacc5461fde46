// The operator's program looks into the library's private files.

#include "private.hpp"
