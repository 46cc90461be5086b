// SPDX-License-Identifier: MIT
#include "replications/safe_range.hpp"
#include "support/catch.hpp"

using namespace iwm;

TEST_CASE("the four caregivers: every criterion is met", "[verification][long]") {
  const auto found = safe_range_replication{}.table(1);
  int asked = 0;
  for (const replicated_figure& f : found) {
    INFO(f.condition << ": " << f.quantity << " = " << f.ours << " in [" << f.lowest << ", "
                     << f.highest << "]");
    if (!f.is_asked()) continue;
    ++asked;
    CHECK(f.is_within());
  }
  CHECK(asked == 30);
}

TEST_CASE("the readouts are those of an independent Monte Carlo run", "[verification]") {
  const double ranges[] = {70.7, 7.5, 51.3, 51.3}, shares[] = {1., .3, .8, .57};
  for (std::size_t i = 0; i < 4; ++i) {
    const auto r = readouts_of(published::care_profiles[i], 50'000, 3);
    CHECK(r.range == iwm::testing::Approx(ranges[i]).epsilon(0.02));
    CHECK(r.signalling == iwm::testing::Approx(shares[i]).margin(0.02));
  }
}

TEST_CASE("the criterion of recovery depends on the scale of arousal, which the paper leaves open",
          "[verification][long]") {
  safe_range_replication r;
  r.p.arousal_scale = 0.1;
  int missed = 0;
  for (const replicated_figure& f : r.table(1)) missed += f.is_asked() && !f.is_within() ? 1 : 0;
  CHECK(missed == 1);
}
