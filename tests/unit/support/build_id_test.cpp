// The build id: there is one, and asking again gives the same.
#include "support/build_id.hpp"

#include <gtest/gtest.h>

namespace schemac::compiler::support {
namespace {

TEST(BuildId, is_the_linkers_hash) {
  EXPECT_EQ(build_id().size(), 20U);  // SHA-1
  EXPECT_EQ(build_id(), build_id());
}

}  // namespace
}  // namespace schemac::compiler::support
