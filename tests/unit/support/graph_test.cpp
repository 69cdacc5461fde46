// Topological order, and cycles.
#include "support/graph.hpp"

#include <gtest/gtest.h>

namespace schemac::compiler::support {
namespace {

using Vertices = std::vector<std::size_t>;

TEST(Graph, keeps_the_numbering_where_nothing_else_decides) {
  EXPECT_EQ(topological_order(4, {}).order, (Vertices{0, 1, 2, 3}));
  EXPECT_EQ(topological_order(0, {}).order, Vertices{});
}

TEST(Graph, puts_each_vertex_after_those_that_it_needs) {
  EXPECT_EQ(topological_order(5, {{4, 0}, {3, 1}, {0, 1}}).order, (Vertices{2, 3, 4, 0, 1}));
}

TEST(Graph, does_not_depend_on_the_order_of_edges) {
  EXPECT_EQ(topological_order(5, {{0, 1}, {4, 0}, {3, 1}, {3, 1}}).order,
            topological_order(5, {{3, 1}, {3, 1}, {0, 1}, {4, 0}}).order);
}

TEST(Graph, reports_a_cycle_in_its_order_from_the_smallest) {
  const TopologicalOrder result = topological_order(6, {{5, 2}, {2, 4}, {4, 5}, {4, 1}, {0, 5}});
  EXPECT_EQ(result.cycle, (Vertices{2, 4, 5}));
  EXPECT_EQ(result.order, (Vertices{0, 3})) << "1 waits for the cycle";
}

TEST(Graph, takes_a_loop_for_a_cycle) {
  EXPECT_EQ(topological_order(2, {{1, 1}}).cycle, Vertices{1});
}

}  // namespace
}  // namespace schemac::compiler::support
