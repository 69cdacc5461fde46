// A public header that is dear to compile.
#pragma once

#include <chrono>
#include <pqxx/pqxx>
