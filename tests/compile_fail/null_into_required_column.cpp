// expect: schemac: this column cannot be NULL
#include "chanuka/sponsors.hpp"

chanuka::sponsors::Insert in{.name = schemac::null, .chamber = chanuka::Chamber::senate};
