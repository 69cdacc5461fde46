// The program knows no runtime.
#include "schemac/connection.hpp"
