// SPDX-License-Identifier: MIT
#include "iwm/infant/heredity.hpp"

#include "iwm/core/random.hpp"

#include <cstdint>

#include "support/catch.hpp"
#include "support/sampling.hpp"

using namespace iwm;
using iwm::testing::largest_z, iwm::testing::z_of_mean;

namespace {

constexpr std::uint64_t families = 20'000;
constexpr double n = families;

draws drawn(std::uint64_t person, purpose why = purpose::heredity) {
  return address{.seed = 11, .person = person}.draw(why);
}
struct family {
  genes mother, father, first, second;
};
family family_of(std::uint64_t k) {
  const genes mother = heredity_rule::founder(drawn(4 * k));
  const genes father = heredity_rule::founder(drawn(4 * k + 1));
  return {mother, father, heredity_rule::child(mother, father, drawn(4 * k + 2)),
          heredity_rule::child(mother, father, drawn(4 * k + 3))};
}

/// z of a correlation of standard scores, from the sum of their products.
double z_of_correlation(double products, double expected) {
  return std::abs(z_of_mean(products / n, n, expected, std::sqrt(1. + expected * expected)));
}

}  // namespace

TEST_CASE("the default rule of heredity lies in its ranges", "[infant]") {
  CHECK(in_range(heredity_rule{}).empty());
}

// Null: additive genes of variance 1; parents unrelated, parent and child and full siblings .5,
// children of variance 1; the four traits independent. n = 20,000 families.
TEST_CASE("parent and child, and siblings, share one half of their genes", "[infant]") {
  for (std::size_t k = 0; k < genes{}.size(); ++k) {
    double parents = 0, with_mother = 0, with_father = 0, siblings = 0, variance = 0, traits = 0;
    for (std::uint64_t f = 0; f < families; ++f) {
      const family all = family_of(f);
      parents += all.mother[k] * all.father[k];
      with_mother += all.mother[k] * all.first[k];
      with_father += all.father[k] * all.first[k];
      siblings += all.first[k] * all.second[k];
      variance += all.first[k] * all.first[k];
      traits += all.first[k] * all.first[(k + 1) % genes{}.size()];
    }
    CHECK(z_of_correlation(parents, 0) < largest_z);
    CHECK(z_of_correlation(with_mother, 0.5) < largest_z);
    CHECK(z_of_correlation(with_father, 0.5) < largest_z);
    CHECK(z_of_correlation(siblings, 0.5) < largest_z);
    CHECK(z_of_correlation(traits, 0) < largest_z);
    CHECK(std::abs(z_of_mean(variance / n, n, 1, std::sqrt(2.))) < largest_z);
  }
}

TEST_CASE("children of the same draws of the same parents have the same genes", "[infant]") {
  const family all = family_of(7);
  CHECK(heredity_rule::child(all.mother, all.father, drawn(30)) == all.first);
  CHECK(all.first != all.second);
}

// Null: temperament of any generation is distributed as the scenario says; n = 20,000 lines of
// descent.
TEST_CASE("temperament is distributed in every generation as at the start", "[infant]") {
  const temperament_distribution from{0.5, 0.8, -0.3, 1.2, 0, 0.4};
  const heredity_rule rule;
  std::array<double, 2> sum{}, squares{};
  for (std::uint64_t f = 0; f < families; ++f) {
    genes line = heredity_rule::founder(drawn(100 * f));
    for (std::uint64_t g = 1; g < 6; ++g)
      line = heredity_rule::child(line, heredity_rule::founder(drawn(100 * f + 50 + g)),
                                  drawn(100 * f + g));
    const temperament t = rule.express(from, line, drawn(100 * f, purpose::temperament));
    const std::array z{(logit(t.reactivity) - 0.5) / 0.8, (logit(t.soothability) + 0.3) / 1.2};
    for (std::size_t k = 0; k < 2; ++k) {
      sum[k] += z[k];
      squares[k] += z[k] * z[k];
    }
    if (t.reflection != 0.) FAIL("nobody is born with reflection");
  }
  for (std::size_t k = 0; k < 2; ++k) {
    CHECK(std::abs(z_of_mean(sum[k] / n, n, 0, 1)) < largest_z);
    CHECK(std::abs(z_of_mean(squares[k] / n, n, 1, std::sqrt(2.))) < largest_z);
  }
}

TEST_CASE("heritability runs from no part of temperament to all of it", "[infant]") {
  const temperament_distribution from;
  const genes a{1, 1, 1, 1}, b{-1, -1, -1, -1};
  const draws u = drawn(1, purpose::temperament), v = drawn(2, purpose::temperament);
  const heredity_rule none{0, 0}, all{1, 1};
  CHECK(none.express(from, a, u).reactivity == none.express(from, b, u).reactivity);
  CHECK(none.talent(a, u) == none.talent(b, u));
  CHECK(all.express(from, a, u).soothability == all.express(from, a, v).soothability);
  CHECK(all.talent(a, u) == 1.);
  CHECK(all.express(from, a, u).reactivity > all.express(from, b, u).reactivity);
}

// Null: identical twins resemble each other in a trait by its heritability, fraternal ones by half
// of it; n = 20,000 pairs.
TEST_CASE("twins resemble each other by heritability", "[infant]") {
  const heredity_rule rule;
  double identical = 0, fraternal = 0;
  for (std::uint64_t f = 0; f < families; ++f) {
    const family all = family_of(f);
    const draws u = drawn(4 * f + 2, purpose::temperament),
                v = drawn(4 * f + 3, purpose::temperament);
    identical += rule.talent(all.first, u) * rule.talent(all.first, v);
    fraternal += rule.talent(all.first, u) * rule.talent(all.second, v);
  }
  CHECK(z_of_correlation(identical, rule.reflection) < largest_z);
  CHECK(z_of_correlation(fraternal, 0.5 * rule.reflection) < largest_z);
}
