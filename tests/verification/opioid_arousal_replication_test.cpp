// SPDX-License-Identifier: MIT
#include "replications/opioid_arousal.hpp"
#include "support/catch.hpp"

using namespace iwm;
using iwm::testing::Approx;

TEST_CASE("opioid and arousal: every qualitative criterion is met", "[verification]") {
  int asked = 0;
  for (const replicated_figure& f : opioid_arousal_replication{}.table(1)) {
    INFO(f.condition << ": " << f.quantity << " = " << f.ours);
    if (!f.is_asked()) continue;
    ++asked;
    CHECK(f.is_within());
  }
  CHECK(asked == 5);
}

TEST_CASE("equal sensitivities make equal infants: the order is the balance's doing",
          "[verification]") {
  CHECK(separate({}, 0.2).peak ==
        separate({.opioid_sensitivity = 1., .arousal_sensitivity = 1.}, 0.2).peak);
  CHECK(separate({.opioid_sensitivity = 1.5, .arousal_sensitivity = 0.5}, 0.2).peak <
        separate({}, 0.2).peak);
}

TEST_CASE("the figures of a separation do not hang on the length of a step", "[verification]") {
  const separated fine = separate({}, 0.2, 0.005), coarse = separate({}, 0.2, 0.05);
  CHECK(coarse.peak == Approx(fine.peak).epsilon(1e-4));
  CHECK(coarse.recovery == Approx(fine.recovery).margin(0.06));
}

TEST_CASE("a responsive caregiver does not leave an infant longer in distress", "[verification]") {
  CHECK(separate({.responsiveness = 2.}, 0.2).recovery <
        separate({.responsiveness = 0.}, 0.2).recovery);
}
