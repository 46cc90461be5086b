// SPDX-License-Identifier: MIT
#include <algorithm>

#include "replications/reactive_action_learning.hpp"
#include "support/catch.hpp"

using namespace iwm;

namespace {

two_groups ranges_at(double threshold, bool anxious = true, double tiring = 0.) {
  reactive_action_learning_replication r;
  r.p.threshold = threshold;
  r.p.anxious = anxious;
  r.p.tiring = tiring;
  return split_in_two(learned_ranges(r.p, 1), 0.02);
}

}  // namespace

TEST_CASE("goals alternate: exploration and proximity take turns", "[verification]") {
  int asked = 0;
  for (const replicated_figure& f :
       reactive_action_learning_replication{.p = {.repetitions = 20, .episodes = 50}}.table(1)) {
    INFO(f.condition << ": " << f.quantity << " = " << f.ours);
    if (!f.is_asked()) continue;
    ++asked;
    CHECK(f.is_within());
  }
  CHECK(asked == 6);
  CHECK(alternation_of({.worry = 0.}, 0., 1).outings <= 1.);
}

// Findings about our equations; the author's programs split infants.
TEST_CASE("finding: at middle thresholds our equations do not split identical infants",
          "[verification]") {
  for (const double threshold : {0.3, 0.4, 0.5, 0.6}) CHECK_FALSE(ranges_at(threshold).are_two);
}

TEST_CASE("finding: learning from anxious episodes does not cluster more than from calm ones",
          "[verification]") {
  double anxious = -1, calm = -1;
  for (const double threshold : {0., 0.2, 0.3, 0.4, 0.5, 0.6, 1.2}) {
    anxious = std::max(anxious, ranges_at(threshold).evidence);
    calm = std::max(calm, ranges_at(threshold, false).evidence);
  }
  CHECK(anxious < calm);
}

TEST_CASE("finding: a carer that tires of calls splits infants that learn in calm episodes",
          "[verification]") {
  const two_groups split = ranges_at(0.3, false, 2.);
  CHECK(split.are_two);
  CHECK(split.evidence > 1.);
}
