// Every codec there is, for generated .cpp files: those use what their tables need of it.
#pragma once

#include "schemac/codec/array.hpp"
#include "schemac/codec/bits.hpp"
#include "schemac/codec/decimal.hpp"
#include "schemac/codec/enums.hpp"
#include "schemac/codec/json.hpp"
#include "schemac/codec/money.hpp"
#include "schemac/codec/network.hpp"
#include "schemac/codec/optional.hpp"
#include "schemac/codec/range.hpp"
#include "schemac/codec/scalars.hpp"
#include "schemac/codec/temporal.hpp"
#include "schemac/codec/text_search.hpp"
#include "schemac/codec/uuid.hpp"
#include "schemac/codec/xml.hpp"
