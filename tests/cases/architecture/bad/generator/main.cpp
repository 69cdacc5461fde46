// The program may include the driver only.
#include "model/object.hpp"
