// The lowest part includes a higher one.
#pragma once

#include <string>

#include "model/object.hpp"
