// SPDX-License-Identifier: MIT
#include "iwm/infant/temperament_distribution.hpp"

#include "iwm/core/random.hpp"

#include <cstdint>

#include "support/catch.hpp"
#include "support/sampling.hpp"

using namespace iwm;
using iwm::testing::Approx, iwm::testing::largest_z, iwm::testing::z_of_count,
    iwm::testing::z_of_mean;

namespace {
constexpr std::uint64_t infants = 20'000;
constexpr double n = infants;

template <class Visit>
void each_infant(const temperament_distribution& from, Visit&& visit) {
  for (std::uint64_t person = 0; person < infants; ++person)
    visit(from.draw(address{.seed = 3, .person = person}.draw(purpose::temperament)));
}
}  // namespace

TEST_CASE("the median infant is in the middle of every scale", "[infant]") {
  draws u;
  u.u.fill(0.5);
  const temperament median = temperament_distribution{}.draw(u);
  CHECK(median.reactivity == 0.5);
  CHECK(median.soothability == 0.5);
  CHECK(median.sociability == 0.5);
}

TEST_CASE("without spread all infants are alike, at the logistic of the mean", "[infant]") {
  const temperament_distribution same{1, 0, -1, 0, 0.5, 0};
  each_infant(same, [](const temperament& t) {
    if (t.reactivity != logistic(1.) || t.soothability != logistic(-1.) ||
        t.sociability != logistic(0.5))
      FAIL("an infant differs");
  });
}

// Null: logits are normal with the stated mean and standard deviation, and independent; n = 20,000.
TEST_CASE("logits of temperament have the stated mean and spread, each scale its own", "[infant]") {
  const temperament_distribution from{0.5, 0.8, -0.3, 1.2, 0, 0.4};
  double sum = 0, squares = 0, products = 0, below = 0;
  each_infant(from, [&](const temperament& t) {
    const double z = (logit(t.reactivity) - 0.5) / 0.8, w = (logit(t.soothability) + 0.3) / 1.2;
    sum += z;
    squares += z * z;
    products += z * w;
    below += t.sociability < logistic(-0.4) ? 1 : 0;
  });
  CHECK(std::abs(z_of_mean(sum / n, n, 0, 1)) < largest_z);
  CHECK(std::abs(z_of_mean(squares / n, n, 1, std::sqrt(2.))) < largest_z);
  CHECK(std::abs(z_of_mean(products / n, n, 0, 1)) < largest_z);
  CHECK(std::abs(z_of_count(below, n, 0.158655)) < largest_z);
}

TEST_CASE("infants stay inside (0, 1) at the widest spread that is allowed", "[infant]") {
  each_infant({4, 4, -4, 4, 0, 4}, [](const temperament& t) {
    if (!(0 < t.reactivity && t.reactivity < 1 && 0 < t.soothability && t.soothability < 1))
      FAIL("an infant is off the scale");
  });
}
