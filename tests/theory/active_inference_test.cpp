// SPDX-License-Identifier: MIT
#include "iwm/theory/active_inference.hpp"

#include "iwm/caregiver/attend_ignore.hpp"
#include "iwm/core/random.hpp"
#include "iwm/life/dyad.hpp"
#include "iwm/testing/theory_kit.hpp"

#include <array>
#include <cstdint>

#include "support/catch.hpp"

using namespace iwm;
using iwm::testing::Approx;
namespace paper = iwm::published::active_inference;

namespace {

using infant = theories::active_inference;
const temperament anyone;

/// One event: a manner is shown, and answered or not.
infant::state lived(const infant& t, const infant::state& s, double manner, bool answered,
                    double plasticity = 1.) {
  const event seen{.now = {}, .shown = {.manner = manner}, .given = {}};
  return t.learn(s, seen, {.relief = answered ? 1. : -0.4}, anyone, plasticity);
}

double evidence_in(const infant::state& s) {
  double sum = -36.;
  for (const auto& action : s.knows.phi)
    for (const auto& row : action)
      for (const double x : row) sum += x;
  return sum;
}

/// Shares of direct, minimise and maximise after a life with a caregiver that attends with q.
std::array<double, 3> shares_with(double q) {
  std::array<double, 3> shares{};
  constexpr std::uint64_t pairs = 30, events = 1200, last = 40;
  for (std::uint64_t person = 0; person < pairs; ++person) {
    dyad<infant, caregivers::attend_ignore> pair;
    pair.caregiver.p.q = q;
    pair.rules.plasticity.floor = 1.;
    pair.begin();
    for (std::uint64_t i = 0; i < events; ++i) {
      const address at{.seed = 3, .person = person, .relationship = 1, .event = i};
      const event seen = pair.step(pair.rules.needs(0.5, at.draw(purpose::circumstance)), at);
      if (i + last >= events)
        shares[static_cast<std::size_t>(seen.shown.manner)] += 1. / (pairs * last);
    }
  }
  return shares;
}

}  // namespace

TEST_CASE("four events of the dyad are an episode of the paper, to the bit", "[theory]") {
  for (const double q : {0.2, 0.5, 0.9}) {
    const draw_key key = address{.seed = 11}.key();
    paper::infant<2> theirs;
    const infant ours;
    auto s = ours.initial(anyone, {});
    for (std::uint64_t e = 0; e < 40; ++e) {
      const paper::episode episode = theirs.live({q}, key, e);
      for (std::uint64_t t = 0; t < 4; ++t) {
        const signal shown =
            ours.behave(s, {}, 0.5, anyone, key.draw(4 * e + t, purpose::procedure));
        const std::size_t acted = shown.manner == 0. ? 0 : shown.manner == 1. ? 2 : 1;
        REQUIRE(acted == episode.acted[t]);
        const bool attended = key.draw(4 * e + t + 1, purpose::procedure)[2] < q;
        s = lived(ours, s, shown.manner, attended);
      }
      REQUIRE(s.knows == theirs.knows);
    }
  }
}

TEST_CASE("care that is likely, fitful or rare makes an infant open, exaggerating or mute",
          "[theory]") {
  const auto likely = shares_with(.9), fitful = shares_with(.4), rare = shares_with(.05);
  CHECK(likely[0] > 0.75);
  CHECK(fitful[2] > 0.6);
  CHECK(rare[1] > 0.9);
}

TEST_CASE("plasticity is the weight of what is counted", "[theory]") {
  const infant t;
  for (const double plasticity : {1., 0.25}) {
    auto s = t.initial(anyone, {});
    for (int i = 0; i < 3; ++i) {
      s = lived(t, s, 0., true, plasticity);
      CHECK(evidence_in(s) == Approx(0.).margin(1e-12));
    }
    s = lived(t, s, 0., true, plasticity);
    CHECK(evidence_in(s) == Approx(3. * plasticity));
  }
}

TEST_CASE("what follows the fourth decision of an episode is not learned", "[theory]") {
  const infant t;
  auto s = t.initial(anyone, {});
  for (int i = 0; i < 3; ++i) s = lived(t, s, 0., true);
  const auto answered = lived(t, s, 0., true), ignored = lived(t, s, 0., false);
  CHECK(answered == ignored);
  CHECK(t.other(answered) == t.other(s));
}

TEST_CASE("expectations are counts of what followed seeking", "[theory]") {
  const infant t;
  auto s = t.initial(anyone, {});
  CHECK(t.self(s) == self_vector(0, 0));
  CHECK(t.other(s) == other_vector(0, 0, 0));
  s = lived(t, lived(t, s, 0., true), 2., false);
  CHECK(t.other(s)[1] == Approx(2. * 7. / 13. - 1.));
  CHECK(t.other(s)[0] == Approx(2. * 13. / 26. - 1.).margin(1e-12));
  CHECK(t.self(s)[0] == t.other(s)[1]);
  CHECK(t.certainty(s).other == Approx(2. / 26.));
}

TEST_CASE("an infant that avoids sees nothing of its caregiver", "[theory]") {
  const infant t;
  const auto s = t.initial(anyone, {.other = 0.4});
  const auto answered = lived(t, s, 1., true), ignored = lived(t, s, 1., false);
  CHECK(answered == ignored);
  CHECK(t.other(answered) == t.other(s));
}

TEST_CASE("what is innate is the mean of the counts, at most .98", "[theory]") {
  const infant t;
  CHECK(t.other(t.initial(anyone, {.other = 0.5}))[0] == Approx(0.5));
  CHECK(t.other(t.initial(anyone, {.other = 1.}))[0] == Approx(0.96));
  CHECK(t.felt_security(t.initial(anyone, {.other = -0.5})) == Approx(0.25));
}

TEST_CASE("an action is worth its payoff and what it tells, above avoiding", "[theory]") {
  const infant t;
  const strategy_values q = t.strategies(t.initial(anyone, {}));
  const double entropy = 0.69314718055994531;
  CHECK(q.direct == Approx(0.5 * 2. - 0.5 * 2. + entropy));
  CHECK(q.maximise == Approx(0.5 * .75 - 0.5 * .9 + entropy));
  CHECK(q.minimise == 0.);
}

TEST_CASE("the mood of an occasion tilts the choice, and a manner may persist", "[theory]") {
  const infant t;
  const auto s = t.initial(anyone, {});
  const draws middle{{0.5, 0.5, 0.5}};
  CHECK(t.behave(s, {}, 0.5, anyone, middle).manner == 0.);
  CHECK(t.behave(s, {.mood = {-0.3, 0.3, -0.3}}, 0.5, anyone, middle).manner == 1.);
  CHECK(t.behave(s, {.previous = 2, .persistence = 0.6}, 0.5, anyone, middle).manner == 2.);
  CHECK(t.behave(s, {.previous = 2, .persistence = 0.4}, 0.5, anyone, middle).manner == 0.);
}

// The kit asks whether one event moves a confident model less. In mid-episode it may be an event
// that is not learned at all, and then nothing resists: the one property that the paper's model
// lacks.
TEST_CASE("the kit finds what active inference lacks, if it asks in the midst of an episode",
          "[theory]") {
  CHECK(testing::failures(infant{}, {.events = 400}) == "");
  CHECK(testing::confident_models_resist(infant{}, {.events = 300}).result ==
        testing::verdict::failed);
}
