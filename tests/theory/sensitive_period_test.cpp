// SPDX-License-Identifier: MIT
#include "iwm/theory/sensitive_period.hpp"

#include "iwm/core/random.hpp"
#include "iwm/published/sensitive_period.hpp"
#include "iwm/testing/theory_kit.hpp"

#include <cmath>
#include <cstdint>

#include "support/catch.hpp"

using namespace iwm;
using iwm::testing::Approx;

namespace {

using infant = theories::sensitive_period;
const temperament anyone;

infant::state lived(const infant& t, const infant::state& s, bool comforted,
                    double plasticity = 1.) {
  return t.learn(s, {}, {.relief = comforted ? 0.5 : 0.}, anyone, plasticity);
}

infant::state after(const infant& t, int comforted, int not_comforted) {
  auto s = t.initial(anyone, {});
  for (int i = 0; i < comforted; ++i) s = lived(t, s, true);
  for (int i = 0; i < not_comforted; ++i) s = lived(t, s, false);
  return s;
}

}  // namespace

TEST_CASE("the belief is the posterior of two worlds", "[theory]") {
  infant t;
  t.p.reliability = 0.7;
  const published::sensitive_period_model two{.5, .7};
  CHECK(t.felt_security(after(t, 5, 2)) == Approx(two.posterior(5, 7)));
  CHECK(t.felt_security(after(t, 0, 3)) == Approx(two.posterior(0, 3)));
  CHECK(t.other(after(t, 5, 2))[1] == Approx(2. * two.posterior(5, 7) - 1.));
  CHECK(t.felt_security(t.initial(anyone, {.other = 0.5})) == Approx(0.75));
}

// Backward induction knows the whole future; the theory looks only at the odds of the moment.
TEST_CASE("it grows as the optimal policy of the papers does, whatever a mismatch costs",
          "[theory]") {
  for (const double mismatch : {0.2, 1., 2.5}) {
    const published::sensitive_period_model m{.5, .7, mismatch};
    const published::sensitive_period_policy policy(m);
    infant t;
    t.p = {.reliability = .7, .window = 20, .mismatch = mismatch};
    for (std::uint64_t life = 0; life < 50; ++life) {
      auto s = t.initial(anyone, {});
      std::size_t ones = 0;
      for (std::size_t period = 1; period <= 20; ++period) {
        const bool cue =
            address{.seed = 5, .person = life, .event = period}.draw(purpose::respond)[0] < 0.6;
        ones += cue ? 1 : 0;
        const auto before = s;
        s = lived(t, s, cue);
        const unsigned best = policy.best(period, ones, 0, 0);
        const unsigned did = s.direct > before.direct         ? 1u << published::towards_one
                             : s.minimised > before.minimised ? 1u << published::towards_zero
                                                              : 1u << published::waiting;
        if (2 * ones == period) continue;  // equal odds: the paper draws, within rounding of zero
        REQUIRE((best & did) != 0u);
      }
      CHECK(s.direct + s.minimised + s.waited == Approx(1.));
    }
  }
}

TEST_CASE("what is grown stays when the window has closed, though the belief goes on", "[theory]") {
  infant t;
  t.p.window = 50;
  const auto grown = after(t, 50, 0), turned = after(t, 50, 500);
  CHECK(grown.direct == Approx(1.));
  CHECK(turned.direct == grown.direct);
  CHECK(turned.minimised == Approx(0.).margin(1e-12));
  CHECK(t.other(turned)[0] < -0.9);
}

TEST_CASE("plasticity falls as the world becomes certain", "[theory]") {
  const infant t;
  const auto moved = [&](int events) {
    const auto s = after(t, events, 0);
    return t.other(s)[0] - t.other(lived(t, s, false))[0];
  };
  CHECK(moved(0) == Approx(std::tanh(std::log(.51 / .49) / 2.)));
  CHECK(moved(50) < 0.5 * moved(0));
  CHECK(moved(200) < 0.02 * moved(0));
}

TEST_CASE("an unsure infant waits where a mismatch costs more than a match gains", "[theory]") {
  infant t;
  t.p.mismatch = 3;
  const auto s = after(t, 10, 0);
  CHECK(s.waited == Approx(10. / 3000.));
  CHECK(after(t, 60, 0).direct > 0.);
}

TEST_CASE("distress is muted as often as that has been grown", "[theory]") {
  const infant t;
  const infant::state s{.minimised = 0.4};
  const auto manner = [&](double u, const circumstance& now = {}) {
    return t.behave(s, now, 0.5, anyone, {{u, 0.5, 0.5}}).manner;
  };
  CHECK(manner(0.39) == 1.);
  CHECK(manner(0.41) == 0.);
  CHECK(manner(0.45, {.mood = {-0.05, 0.05, 0.}}) == 1.);
  CHECK(manner(0.9, {.previous = 1, .persistence = 0.6}) == 1.);
}

TEST_CASE("the infant of sensitive periods passes the kit", "[theory]") {
  CHECK(testing::failures<infant>() == "");
}
