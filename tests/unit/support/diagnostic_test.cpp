// The sink of a run's findings.
#include "support/diagnostic.hpp"

#include <gtest/gtest.h>

namespace schemac::compiler::support {
namespace {

TEST(Diagnostics, counts_errors_apart_from_warnings) {
  Diagnostics diagnostics;
  diagnostics.warning({}, "SC3001", "odd");
  EXPECT_FALSE(diagnostics.has_errors());
  diagnostics.error({}, "SC1001", "wrong").help = "mend it";
  EXPECT_TRUE(diagnostics.has_errors());
  EXPECT_EQ(diagnostics.all()[1].help, "mend it");
}

TEST(Diagnostics, sorts_by_place_with_the_unknown_last) {
  Diagnostics diagnostics;
  diagnostics.error({}, "SC1001", "nowhere");
  diagnostics.error({1, 0, 1}, "SC1001", "second file");
  diagnostics.error({0, 9, 10}, "SC1001", "later");
  diagnostics.error({0, 2, 10}, "SC1002", "sooner, higher code");
  diagnostics.error({0, 2, 10}, "SC1001", "sooner");
  diagnostics.sort();
  std::string order;
  for (const Diagnostic& d : diagnostics.all()) order += d.message + "; ";
  EXPECT_EQ(order, "sooner; sooner, higher code; later; second file; nowhere; ");
}

TEST(Diagnostics, drops_exact_repetitions_only) {
  Diagnostics diagnostics;
  diagnostics.error({0, 2, 3}, "SC1001", "wrong");
  diagnostics.error({0, 2, 3}, "SC1001", "wrong", "because");
  diagnostics.error({0, 2, 3}, "SC1001", "wrong");
  diagnostics.sort();
  EXPECT_EQ(diagnostics.all().size(), 2U);
  EXPECT_TRUE(diagnostics.has_errors());
}

}  // namespace
}  // namespace schemac::compiler::support
