// SPDX-License-Identifier: MIT
#include "iwm/caregiver/trait_based.hpp"

#include "iwm/core/random.hpp"

#include <array>
#include <cmath>
#include <cstdint>

#include "support/catch.hpp"
#include "support/property.hpp"
#include "support/sampling.hpp"

using namespace iwm;
using iwm::testing::Approx, iwm::testing::between, iwm::testing::holds, iwm::testing::largest_z,
    iwm::testing::z_of_count, iwm::testing::z_of_mean;

namespace {

using caregivers::trait_based;

constexpr std::uint64_t answers = 20'000;
constexpr double n = answers;

struct tally {
  double there = 0, came = 0, fit = 0, delay = 0, welcome = 0, rejection = 0, fright = 0,
         intrusion = 0;
};

/// Sums over answers to one signal by a caregiver who was there, or not, the moment before.
tally tally_of(const care_traits& traits, const signal& shown, double was_there) {
  const trait_based caregiver{{traits}};
  tally sum;
  for (std::uint64_t i = 0; i < answers; ++i) {
    const draws u = address{.seed = 5, .event = i}.draw(purpose::respond);
    const auto [given, state] = caregiver.respond({was_there}, shown, {}, u);
    sum.there += state.there;
    sum.came += given.came;
    sum.fit += given.came > 0 && given.fit == 1. ? 1 : 0;
    sum.delay += given.delay;
    sum.welcome += given.welcome;
    sum.rejection += given.rejection;
    sum.fright += given.fright;
    sum.intrusion += given.intrusion;
  }
  return sum;
}

care_traits any_traits() {
  return {*between(0, 1), *between(0, 1), *between(0, 1), *between(0, 1), *between(0, 1)};
}

}  // namespace

TEST_CASE("an attentive caregiver notices half of the displays at its threshold", "[caregiver]") {
  CHECK(chance_to_notice(0.75, 0., 1.) == Approx(0.5));
  CHECK(chance_to_notice(0.05, 1., 1.) == Approx(0.5));
  CHECK(chance_to_notice(0.4, 0.5, 1.) == Approx(0.5));
}

TEST_CASE("an absent mind notices by the display alone, and never more than 60 per cent",
          "[caregiver]") {
  CHECK(chance_to_notice(0.65, 0.3, 0.) == Approx(0.3));
  CHECK(chance_to_notice(0.65, 0.9, 0.) == chance_to_notice(0.65, 0.1, 0.));
  CHECK(chance_to_notice(1., 1., 0.) < 0.6);
}

TEST_CASE("stronger displays are noticed more, by sensitive caregivers earlier", "[caregiver]") {
  holds([] {
    const double display = *between(0, 1), sensitivity = *between(0, 1);
    const double more = display + (1. - display) * *between(0, 1);
    for (const double there : {0., 1.})
      RC_ASSERT(chance_to_notice(more, sensitivity, there) >=
                chance_to_notice(display, sensitivity, there));
    const double keener = sensitivity + (1. - sensitivity) * *between(0, 1);
    RC_ASSERT(chance_to_notice(display, keener, 1.) >= chance_to_notice(display, sensitivity, 1.));
  });
}

TEST_CASE("full acceptance welcomes everything, rejection rebuffs strong displays most",
          "[caregiver]") {
  for (const double display : {0., 0.5, 1.}) CHECK(chance_to_welcome(display, 1.) == 1.);
  CHECK(chance_to_welcome(1., 0.) == 0.);
  CHECK(chance_to_welcome(0., 0.) == Approx(0.3));
  CHECK(chance_to_welcome(1., 0.4) == Approx(0.4));
  holds([] {
    const double display = *between(0, 1), acceptance = *between(0, 1);
    RC_ASSERT(chance_to_welcome(1., acceptance) <= chance_to_welcome(display, acceptance));
    RC_ASSERT(chance_to_welcome(display, acceptance) <= 1.);
  });
}

// Null: each rate of an answer is the stated probability, given the traits, the signal and whether
// the caregiver was there before; 20,000 answers each, 3 caregivers x 2 signals x 2 pasts x 7
// rates.
TEST_CASE("answers occur at the probabilities that the policy states", "[caregiver]") {
  for (const care_traits& t : {care_traits{0.8, 0.9, 0.7, 0.85, 0.02},
                               care_traits{0.3, 0.2, 0.2, 0.5, 0.3}, care_traits{}})
    for (const signal& shown : {signal{.display = 0.4, .proximity = 0.3, .exploration = 0.9},
                                signal{.display = 0.9, .proximity = 1, .exploration = 0.1}})
      for (const double was_there : {0., 1.}) {
        const tally sum = tally_of(t, shown, was_there);
        const double there = 0.7 * was_there + 0.3 * t.accessibility;
        const double came = there * chance_to_notice(shown.display, t.sensitivity, 1.) +
                            (1. - there) * chance_to_notice(shown.display, t.sensitivity, 0.);
        CHECK(std::abs(z_of_count(sum.there, n, there)) < largest_z);
        CHECK(std::abs(z_of_count(sum.came, n, came)) < largest_z);
        CHECK(std::abs(z_of_count(sum.fit, sum.came, 0.35 + 0.65 * t.sensitivity)) < largest_z);
        CHECK(std::abs(z_of_mean(sum.delay / sum.came, sum.came, 1.2 - t.sensitivity,
                                 1.2 - t.sensitivity)) < largest_z);
        CHECK(std::abs(z_of_count(sum.welcome, sum.came,
                                  chance_to_welcome(shown.display, t.acceptance))) < largest_z);
        CHECK(std::abs(z_of_count(sum.fright, n, t.fright * (1. + 6. * shown.proximity) / 7.)) <
              largest_z);
        CHECK(std::abs(z_of_count(sum.intrusion, n, (1. - t.cooperation) * shown.exploration)) <
              largest_z);
        CHECK(sum.welcome + sum.rejection == sum.came);
      }
}

// Null: the parts of an answer are independent of one another; correlations of 20,000 answers to a
// loud cry, which the caregiver always hears.
TEST_CASE("each part of an answer is drawn for itself", "[caregiver]") {
  const trait_based caregiver{{care_traits{0.5, 0.5, 0.5, 1., 0.5}}};
  const signal shown{.display = 0.6, .proximity = 1, .exploration = 1};
  constexpr std::size_t parts = 5;
  std::array<double, parts> sum{}, squares{};
  std::array<std::array<double, parts>, parts> products{};
  double heard = 0;
  for (std::uint64_t i = 0; i < answers; ++i) {
    const draws u = address{.seed = 7, .event = i}.draw(purpose::respond);
    const response r = caregiver.respond({1}, shown, {}, u).given;
    if (r.came == 0.) continue;
    ++heard;
    const std::array<double, parts> x{r.fit, r.delay, r.welcome, r.fright, r.intrusion};
    for (std::size_t a = 0; a < parts; ++a) {
      sum[a] += x[a];
      squares[a] += x[a] * x[a];
      for (std::size_t b = 0; b < a; ++b) products[a][b] += x[a] * x[b];
    }
  }
  const auto variance = [&](std::size_t a) {
    return squares[a] / heard - sum[a] / heard * sum[a] / heard;
  };
  for (std::size_t a = 0; a < parts; ++a)
    for (std::size_t b = 0; b < a; ++b) {
      const double covariance = products[a][b] / heard - sum[a] / heard * sum[b] / heard;
      const double correlation = covariance / std::sqrt(variance(a) * variance(b));
      INFO(a << " with " << b);
      CHECK(std::abs(correlation) * std::sqrt(heard) < largest_z);
    }
}

// Null: being there is a chain that stays with probability .7 and else is drawn by accessibility,
// so that it is there in the share `accessibility` of moments, with correlation .7 from one to the
// next; 20,000 moments. A mean of the chain has sqrt((1 + .7) / (1 - .7)) times the usual standard
// error.
TEST_CASE("a caregiver is there in the share of its accessibility, in spells", "[caregiver]") {
  for (const double accessibility : {0.2, 0.5, 0.9}) {
    const trait_based caregiver{{care_traits{.accessibility = accessibility}}};
    presence now = caregiver.initial();
    double there = 0, stayed = 0;
    for (std::uint64_t i = 0; i < answers; ++i) {
      const draws u = address{.seed = 6, .event = i}.draw(purpose::respond);
      const presence next = caregiver.respond(now, {}, {}, u).state;
      there += now.there;
      stayed += now.there * next.there;
      now = next;
    }
    const double spread = std::sqrt(accessibility * (1 - accessibility) * (1. + 0.7) / (1. - 0.7));
    CHECK(std::abs(z_of_mean(there / n, n, accessibility, spread)) < largest_z);
    CHECK(std::abs(z_of_count(stayed, there, 0.7 + 0.3 * accessibility)) < largest_z);
  }
}

TEST_CASE("a caregiver that does not come neither fits nor delays, welcomes nor rejects",
          "[caregiver]") {
  holds([] {
    const trait_based caregiver{any_traits()};
    draws u;
    for (double& x : u.u) x = *between(1e-9, 1. - 1e-9);
    const response given =
        caregiver
            .respond({*rc::gen::element(0., 1.)},
                     {.display = *between(0, 1), .proximity = *between(0, 1)}, {}, u)
            .given;
    RC_ASSERT(given.came == 0. || given.came == 1.);
    RC_ASSERT(given.welcome + given.rejection == given.came);
    RC_ASSERT(given.came == 1. || (given.fit == 0. && given.delay == 0.));
    RC_ASSERT(given.came == 0. || given.fit == 1. || given.fit == 0.3);
    RC_ASSERT(given.delay >= 0.);
  });
}

TEST_CASE("each trait governs its own part of an answer", "[caregiver]") {
  holds([] {
    draws u;
    for (double& x : u.u) x = *between(1e-9, 1. - 1e-9);
    const signal shown{.display = *between(0, 1), .proximity = 1, .exploration = *between(0, 1)};
    const care_traits traits = any_traits();
    const auto answer = [&](const care_traits& t) {
      return trait_based{t}.respond({1}, shown, {}, u).given;
    };
    const response as_it_is = answer(traits);
    care_traits other = traits;
    other.acceptance = 1;
    RC_ASSERT(answer(other).rejection == 0.);
    RC_ASSERT(answer(other).came == as_it_is.came && answer(other).fright == as_it_is.fright);
    other = traits;
    other.fright = 0;
    RC_ASSERT(answer(other).fright == 0. && answer(other).welcome == as_it_is.welcome);
    other = traits;
    other.cooperation = 1;
    RC_ASSERT(answer(other).intrusion == 0. && answer(other).delay == as_it_is.delay);
  });
}

TEST_CASE("a caregiver takes on the traits of the day", "[caregiver]") {
  trait_based caregiver;
  const care_traits day{.1, .2, .3, .4, .5};
  caregiver.adopt(day);
  CHECK(caregiver.p == day);
}

TEST_CASE("a caregiver is there in mind at the beginning", "[caregiver]") {
  STATIC_REQUIRE(trait_based{}.initial() == presence{1});
}

TEST_CASE("a caregiver's norm weighs calls, welcome and direction", "[caregiver]") {
  const auto under = [](const norm& culture, const signal& shown, std::size_t which, double chance) {
    trait_based caregiver;
    caregiver.live_under(culture);
    caregiver.adopt({.sensitivity = 0.5, .acceptance = 0.5, .cooperation = 0.5});
    draws u;
    u.u.fill(1e-9);
    u.u[which] = chance;
    return caregiver.respond({1}, shown, {}, u).given;
  };
  const signal near{.display = 0.3, .proximity = 1}, loud{.display = 1}, busy{.exploration = 1};
  const double noticed = chance_to_notice(0.3, 0.5, 1), called = chance_to_notice(0.7, 0.5, 1);
  CHECK(under({}, near, 1, noticed + 1e-6).came == 0.);
  CHECK(under({.closeness = 0.4}, near, 1, called - 1e-6).came == 1.);
  CHECK(under({.closeness = 0.4}, near, 1, called + 1e-6).came == 0.);
  CHECK(under({}, loud, 4, 0.49).welcome == 1.);
  CHECK(under({.composure = 0.2}, loud, 4, 0.41).rejection == 1.);
  CHECK(under({.composure = 0.2}, loud, 4, 0.39).welcome == 1.);
  CHECK(under({}, busy, 6, 0.45).intrusion == 1.);
  CHECK(under({.direction = 0.8}, busy, 6, 0.45).intrusion == 0.);
}
