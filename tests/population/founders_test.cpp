// SPDX-License-Identifier: MIT
#include "iwm/population/founders.hpp"

#include "iwm/core/random.hpp"

#include <array>
#include <cstdint>

#include "support/catch.hpp"
#include "support/sampling.hpp"

using namespace iwm;
using iwm::testing::largest_z, iwm::testing::z_of_mean;

namespace {

constexpr std::uint64_t families = 20'000;
constexpr double n = families;

draws drawn(std::uint64_t person, std::uint64_t part = 0) {
  return address{.seed = 12, .person = person}.draw(purpose::history, part);
}
double z_of_correlation(double products, double expected) {
  return std::abs(z_of_mean(products / n, n, expected, std::sqrt(1. + expected * expected)));
}
draws middle() {
  draws u;
  u.u.fill(0.5);
  return u;
}

struct told {
  double claim = 0, episodes = 0, fright = 0, muting = 0, exaggerating = 0;
};
/// What people of one state of mind say on average.
told average(const state_of_mind& mind) {
  told all;
  constexpr std::uint64_t people = 2'000;
  for (std::uint64_t k = 0; k < people; ++k) {
    const account said = drawn_account::of_parent(mind, drawn(k), drawn(k, 1), drawn(k, 2));
    all.claim +=
        (said.claimed.availability + said.claimed.acceptance + said.claimed.worth) / 3. / people;
    for (const episode& one : said.episodes) {
      all.episodes += one.response / 8. / people;
      all.fright += one.fright / 8. / people;
    }
    all.muting += (said.habit.minimise - said.habit.direct) / people;
    all.exaggerating += (said.habit.maximise - said.habit.direct) / people;
  }
  return all;
}

}  // namespace

// Null: the three parts of either parent's mind are standard; spouses correlate by `spouses`, what
// is unresolved with both others by `unresolved_mind`; n = 20,000 families.
TEST_CASE("minds drawn at the start are standard and resemble the spouse's", "[population]") {
  const care_rule rule;
  std::array<double, 3> spouses{}, variance{};
  double tied = 0, apart = 0;
  for (std::uint64_t f = 0; f < families; ++f) {
    const auto minds = draw_minds(rule, drawn(f), drawn(f, 1));
    const auto list = [](const state_of_mind& m) {
      return std::array{m.deactivation, m.hyperactivation, m.unresolved};
    };
    for (std::size_t k = 0; k < 3; ++k) {
      spouses[k] += list(minds[0])[k] * list(minds[1])[k];
      variance[k] += list(minds[1])[k] * list(minds[1])[k];
    }
    tied += minds[0].unresolved * minds[0].deactivation;
    apart += minds[0].deactivation * minds[0].hyperactivation;
  }
  for (std::size_t k = 0; k < 3; ++k) {
    CHECK(z_of_correlation(spouses[k], rule.spouses) < largest_z);
    CHECK(std::abs(z_of_mean(variance[k] / n, n, 1, std::sqrt(2.))) < largest_z);
  }
  CHECK(z_of_correlation(tied, rule.unresolved_mind) < largest_z);
  CHECK(z_of_correlation(apart, 0) < largest_z);
}

TEST_CASE("spouses run from strangers to copies of each other", "[population]") {
  care_rule rule;
  rule.spouses = 1;
  const auto alike = draw_minds(rule, drawn(1), drawn(1, 1));
  CHECK(alike[0].deactivation == alike[1].deactivation);
  CHECK(alike[0].unresolved == alike[1].unresolved);
  rule.spouses = 0;
  const auto apart = draw_minds(rule, drawn(1), drawn(1, 1));
  CHECK(apart[0].deactivation == normal(drawn(1)[1]));
  CHECK(apart[1].deactivation == normal(drawn(1)[2]));
}

TEST_CASE("risk adds to a drawn mind, and nothing in ordinary families", "[population]") {
  const state_of_mind mind{0.5, -0.5, 1};
  const state_of_mind ordinary = in_stratum(mind, low_risk),
                      harmed = in_stratum(mind, maltreatment);
  CHECK(ordinary.deactivation == mind.deactivation);
  CHECK(ordinary.hyperactivation == mind.hyperactivation);
  CHECK(ordinary.unresolved == mind.unresolved);
  CHECK(harmed.deactivation == mind.deactivation + maltreatment.deactivation_mean);
  CHECK(harmed.hyperactivation == mind.hyperactivation + maltreatment.hyperactivation_mean);
  CHECK(harmed.unresolved == mind.unresolved + maltreatment.unresolved_mean);
}

TEST_CASE("a drawn account stays on its scales", "[population]") {
  for (std::uint64_t k = 0; k < 500; ++k)
    for (const double d : {-3., 0., 3.})
      for (const double h : {-3., 0., 3.}) {
        const account said =
            drawn_account::of_parent({d, h, d}, drawn(k), drawn(k, 1), drawn(k, 2));
        const expectations& c = said.claimed;
        for (const double claim : {c.availability, c.acceptance, c.safety, c.worth, c.efficacy})
          if (!(iwm::abs(claim) <= 1.)) FAIL("a claim off the scale");
        if (said.episodes.size() != 8) FAIL("not eight episodes");
        for (const episode& one : said.episodes)
          if (!(one.age >= 3. && one.age <= 6. && one.response >= -2. && one.response <= 1. &&
                (one.fright == 0. || one.fright == 1.)))
            FAIL("an episode off the scale");
      }
}

TEST_CASE("insecure people tell of poorer care; what is unresolved of fright", "[population]") {
  const told secure = average({-1, -1, 0}), insecure = average({1, 1, 0}),
             unresolved = average({0, 0, 2});
  CHECK(insecure.claim < secure.claim - 0.2);
  CHECK(insecure.episodes < secure.episodes - 0.2);
  CHECK(unresolved.fright > average({0, 0, 0}).fright + 0.05);
}

TEST_CASE("deactivation mutes, hyperactivation exaggerates", "[population]") {
  const told dismissing = average({1.5, -1.5, 0}), preoccupied = average({-1.5, 1.5, 0});
  CHECK(dismissing.muting > preoccupied.muting + 0.02);
  CHECK(preoccupied.exaggerating > dismissing.exaggerating + 0.02);
  CHECK(average({2, 0, 0}).muting > average({0, 0, 0}).muting);
  CHECK(average({0, 2, 0}).exaggerating > average({0, 0, 0}).exaggerating);
}

TEST_CASE("the median parent reflects and claims as the median adult", "[population]") {
  CHECK(drawn_account::reflection(middle()) == logistic(-0.1));
  const account said = drawn_account::of_parent({}, middle(), middle(), middle());
  CHECK(said.claimed.acceptance == 0.748);
  CHECK(said.claimed.worth == said.claimed.acceptance);
  CHECK(said.habit == strategy_values{0.240, 0.138, 0.159});
}
