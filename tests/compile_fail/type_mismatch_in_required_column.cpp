// expect: schemac: this is no value of the column's type
#include "chanuka/sponsors.hpp"

chanuka::sponsors::Insert in{.name = 12, .chamber = chanuka::Chamber::senate};
