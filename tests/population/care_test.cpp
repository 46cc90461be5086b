// SPDX-License-Identifier: MIT
#include "iwm/population/care.hpp"

#include "iwm/core/random.hpp"

#include <array>
#include <cmath>
#include <cstdint>

#include "support/catch.hpp"
#include "support/property.hpp"
#include "support/sampling.hpp"

using namespace iwm;
using iwm::testing::Approx, iwm::testing::between, iwm::testing::holds, iwm::testing::largest_z,
    iwm::testing::z_of_mean;

namespace {

constexpr std::uint64_t parents = 20'000;
constexpr double n = parents;

/// Independent standard normals of one family.
std::array<double, 16> normals(std::uint64_t family) {
  std::array<double, 16> z;
  for (std::uint64_t part = 0; part < 2; ++part) {
    const draws u = address{.seed = 8, .person = family}.draw(purpose::family, part);
    for (std::size_t i = 0; i < 8; ++i) z[8 * part + i] = normal(u[i]);
  }
  return z;
}

/// Calls visit(state of mind, traits of the first parent, traits of the second) for each family:
/// both parents live in one household, their minds are their own.
template <class Visit>
void each_family(const care_rule& rule, double mind_weight, Visit&& visit) {
  for (std::uint64_t family = 0; family < parents; ++family) {
    const auto z = normals(family);
    const double tied = rule.unresolved_mind;
    const household home{z[0], z[1]};
    const auto mind = [&](std::size_t k) {
      return state_of_mind{z[k], z[k + 1],
                           tied * (z[k] + z[k + 1]) + remainder(2 * tied * tied) * z[k + 2]};
    };
    const state_of_mind first = mind(2), second = mind(5);
    const auto traits = [&](const state_of_mind& m, std::uint64_t person) {
      return lasting(rule, mind_weight, m, home,
                     address{.seed = 9, .person = 2 * family + person}.draw(purpose::traits));
    };
    visit(first, traits(first, 0), traits(second, 1));
  }
}

std::array<double, 5> list(const auto& t) {
  return {t.sensitivity, t.acceptance, t.cooperation, t.accessibility, t.fright};
}

}  // namespace

TEST_CASE("the default rule lies in its ranges", "[population]") {
  CHECK(in_range(care_rule{}).empty());
}

TEST_CASE("what is left of a variance of 1 is never imaginary", "[population]") {
  CHECK(remainder(0.) == 1.);
  CHECK(remainder(0.75) == 0.5);
  CHECK(remainder(1.) == 0.);
  CHECK(remainder(1.5) == 0.);
}

TEST_CASE("spouses run from strangers to twins", "[population]") {
  CHECK(spouse(2., 3., 0.) == 3.);
  CHECK(spouse(2., 3., 1.) == 2.);
  CHECK(spouse(1., 0., 0.25) * spouse(1., 0., 0.25) == Approx(0.25));
}

// Null: the lasting part of each trait has mean 0 and variance 1, however much of it comes from the
// mind; 20,000 families each.
TEST_CASE("lasting traits are standard, with and without a state of mind behind them",
          "[population]") {
  for (const double mind_weight : {0., 0.65, 1.}) {
    std::array<double, 5> sum{}, squares{};
    each_family({}, mind_weight, [&](const auto&, const auto& mother, const auto&) {
      for (std::size_t i = 0; i < 5; ++i) {
        sum[i] += list(mother)[i];
        squares[i] += list(mother)[i] * list(mother)[i];
      }
    });
    for (std::size_t i = 0; i < 5; ++i) {
      CHECK(std::abs(z_of_mean(sum[i] / n, n, 0, 1)) < largest_z);
      CHECK(std::abs(z_of_mean(squares[i] / n, n, 1, std::sqrt(2.))) < largest_z);
    }
  }
}

// Null: a trait correlates with the state of mind by its load; 20,000 families. Deactivation lowers
// acceptance, hyperactivation accessibility and cooperation, both sensitivity; what is unresolved
// raises fright.
TEST_CASE("traits carry the loads of the state of mind", "[population]") {
  const care_rule rule;
  double accepts = 0, accessible = 0, cooperates = 0, sensitive = 0, frightens = 0;
  each_family(rule, 1., [&](const auto& mind, const auto& mother, const auto&) {
    accepts += mind.deactivation * mother.acceptance;
    accessible += mind.hyperactivation * mother.accessibility;
    cooperates += mind.hyperactivation * mother.cooperation;
    sensitive += mind.deactivation * mother.sensitivity;
    frightens += mind.unresolved * mother.fright;
  });
  const auto z = [](double products, double load) {
    return std::abs(z_of_mean(products / n, n, load, std::sqrt(1. + load * load)));
  };
  CHECK(z(accepts, -rule.deactivation_acceptance) < largest_z);
  CHECK(z(accessible, -rule.hyperactivation_accessibility) < largest_z);
  CHECK(z(cooperates, -rule.hyperactivation_cooperation) < largest_z);
  CHECK(z(sensitive, -rule.mind_sensitivity) < largest_z);
  CHECK(z(frightens, rule.unresolved_fright) < largest_z);
}

// Null: two caregivers of one household correlate by what the household shares alone, when their
// minds are independent: common load^2 x share (for fright also its own shared part); 20,000
// families.
TEST_CASE("caregivers of one household resemble each other by what they share", "[population]") {
  const care_rule rule;
  std::array<double, 5> products{};
  each_family(rule, 0., [&](const auto&, const auto& mother, const auto& father) {
    for (std::size_t i = 0; i < 5; ++i) products[i] += list(mother)[i] * list(father)[i];
  });
  const double other = rule.common_other * rule.common_other * rule.common_shared;
  const double fright = rule.common_fright * rule.common_fright * rule.common_shared +
                        (1. - rule.common_fright * rule.common_fright) * rule.fright_shared;
  const std::array expected{rule.common_sensitivity * rule.common_sensitivity * rule.common_shared,
                            other, other, other, fright};
  for (std::size_t i = 0; i < 5; ++i)
    CHECK(std::abs(z_of_mean(products[i] / n, n, expected[i],
                             std::sqrt(1. + expected[i] * expected[i]))) < largest_z);
}

TEST_CASE("the median caregiver on an ordinary day has the traits of the stratum", "[population]") {
  const care_traits t = momentary(low_risk, {}, {}, 0., 0., {});
  CHECK(t.sensitivity == logistic(low_risk.sensitivity_mean));
  CHECK(t.acceptance == logistic(low_risk.acceptance_mean));
  CHECK(t.cooperation == logistic(low_risk.cooperation_mean));
  CHECK(t.accessibility == logistic(low_risk.accessibility_mean));
  CHECK(t.fright == logistic(low_risk.fright_mean));
}

TEST_CASE("without drift traits stay as they are; with nothing but drift none lasts",
          "[population]") {
  care_rule rule;
  const decltype(lasting({}, 0, {}, {}, {})) z{1, 1, 1, 1, 1};
  rule.slow_variance = rule.day_variance = 0;
  CHECK(momentary(low_risk, rule, z, -2., 0., {}).sensitivity ==
        Approx(logistic(low_risk.sensitivity_mean + low_risk.sensitivity_sd)));
  rule.slow_variance = 1;
  CHECK(momentary(low_risk, rule, z, 0., 0., {}).sensitivity ==
        Approx(logistic(low_risk.sensitivity_mean)));
}

TEST_CASE("hard times lower every trait of care and raise fright", "[population]") {
  holds([] {
    const double now = *between(-3, 3), later = now - *between(0.1, 3);
    const care_traits before = momentary(low_risk, {}, {}, now, 0., {});
    const care_traits after = momentary(low_risk, {}, {}, later, 0., {});
    RC_ASSERT(after.sensitivity < before.sensitivity);
    RC_ASSERT(after.acceptance < before.acceptance);
    RC_ASSERT(after.accessibility < before.accessibility);
    RC_ASSERT(after.cooperation < before.cooperation);
    RC_ASSERT(after.fright > before.fright);
  });
}

TEST_CASE("traits of any day stay in [0, 1]", "[population]") {
  holds([] {
    const auto any = [] { return *between(-6, 6); };
    const decltype(lasting({}, 0, {}, {}, {})) z{any(), any(), any(), any(), any()};
    const care_traits t = momentary(*rc::gen::element(low_risk, high_risk, maltreatment), {}, z,
                                    any(), any(), {any(), any(), any(), any(), any()});
    RC_ASSERT(in_range(t).empty());
  });
}
