// SPDX-License-Identifier: MIT
#include "iwm/theory/attachment_game.hpp"

#include "iwm/caregiver/rejecting.hpp"
#include "iwm/caregiver/sensitive.hpp"
#include "iwm/life/dyad.hpp"
#include "iwm/testing/theory_kit.hpp"

#include <cmath>

#include "support/catch.hpp"
#include "support/property.hpp"

using namespace iwm;
using iwm::testing::Approx, iwm::testing::between, iwm::testing::holds;

namespace {

using game = theories::attachment_game;
const temperament anyone;
const event answered{.now = {}, .shown = {.display = 0.5}, .given = {.came = 1}};

manner shown(const game& t, double q, const circumstance& now = {}) {
  return static_cast<manner>(t.behave({q}, now, 0.5, anyone, {}).manner);
}

}  // namespace

TEST_CASE("the payoff-only infant has every property of the kit that it can speak of", "[theory]") {
  const auto found = iwm::testing::check_theory<game>();
  CHECK(iwm::testing::failures(found) == "");
  std::string silent;
  for (const auto& f : found)
    if (f.result == iwm::testing::verdict::not_addressed) silent += std::string(f.property) + ' ';
  CHECK(silent ==
        "sensitive_care_raises_confidence confident_models_resist "
        "general_model_follows_relationships reminding_moves_towards_the_general_model "
        "new_relationships_start_from_the_old ");
}

TEST_CASE("what is shown is the published best reply", "[theory]") {
  holds([] {
    game t;
    t.p.go_ignored = *between(0.1, 3);
    t.p.half_ignored = *between(0.1, 3);
    t.p.half_attended = *between(0.1, 2);
    const double q = *between(0, 1);
    constexpr std::array same{manner::direct, manner::maximise, manner::minimise};
    RC_ASSERT(shown(t, q) == same[static_cast<std::size_t>(t.game().best(q))]);
  });
}

TEST_CASE("muted below .444, exaggerated to .762, open above", "[theory]") {
  const game t;
  CHECK(shown(t, 0.44) == manner::minimise);
  CHECK(shown(t, 0.45) == manner::maximise);
  CHECK(shown(t, 0.76) == manner::maximise);
  CHECK(shown(t, 0.77) == manner::direct);
  CHECK(shown(t, 0.4) == manner::minimise);
}

TEST_CASE("q approaches how often the infant is welcomed by the closed form", "[theory]") {
  game t;
  t.p.tracking = 0.1;
  game::state s{0.2};
  for (int n = 1; n <= 20; ++n) {
    s = t.learn(s, answered, {.availability = 1, .acceptance = 1}, anyone, 0.5);
    CHECK(s.attended == Approx(1. - 0.8 * std::pow(0.95, n)));
  }
}

TEST_CASE("a rebuff and no answer are both no attention", "[theory]") {
  const game t;
  const game::state s{0.5};
  const auto rebuffed = t.learn(s, answered, {.availability = 1, .acceptance = -1}, anyone, 1.);
  const auto alone = t.learn(s, answered, {.availability = -1}, anyone, 1.);
  CHECK(rebuffed == alone);
  CHECK(rebuffed.attended == Approx(0.49));
}

TEST_CASE("a known q is never learned", "[theory]") {
  game t;
  t.p.tracking = 0.;
  t.p.attended = 0.9;
  const auto s = t.initial(anyone, {});
  CHECK(t.learn(s, answered, {.availability = -1}, anyone, 1.) == s);
  CHECK(s.attended == 0.9);
}

TEST_CASE("the mood of an occasion tilts the payoffs", "[theory]") {
  const game t;
  CHECK(shown(t, 0.9) == manner::direct);
  CHECK(shown(t, 0.9, {.mood = {-1., 0., 0.}}) == manner::maximise);
  CHECK(shown(t, 0.9, {.mood = {0., 1., 0.}}) == manner::minimise);
}
