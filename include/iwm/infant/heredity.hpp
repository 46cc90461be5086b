// SPDX-License-Identifier: MIT
#pragma once

#include "iwm/core/distributions.hpp"
#include "iwm/core/draws.hpp"
#include "iwm/core/fields.hpp"
#include "iwm/infant/temperament_distribution.hpp"

#include <array>
#include <cmath>
#include <cstddef>
#include <tuple>

namespace iwm {

/// Breeding values of reactivity, soothability, sociability and the talent for reflection: additive,
/// standard normal.
using genes = std::array<double, 4>;

/// Inheritance of temperament: additive genes without dominance or assortative mating (Falconer &
/// Mackay 1996, Introduction to Quantitative Genetics).
///
///   g_child = (g_mother + g_father) / 2 + sqrt(1/2) s,   s standard normal, shared by MZ twins
///   logit trait = mean + sd (sqrt(h2) g + sqrt(1 - h2) e),   e a person's own
struct heredity_rule {
  double temperament = 0.95;
  double reflection = 0.8;

  static constexpr auto fields() {
    using P = heredity_rule;
    return std::tuple{
        field{"temperament", &P::temperament, 0., 1., "1", "heritability of temperament",
              "calibrated: Bokhorst et al. (2003) doi:10.1046/j.1467-8624.2003.00637.x"},
        field{"reflection", &P::reflection, 0., 1., "1",
              "heritability of the talent for reflection", "own choice"}};
  }

  static genes founder(const draws& u) {
    return {normal(u[0]), normal(u[1]), normal(u[2]), normal(u[3])};
  }
  static genes child(const genes& mother, const genes& father, const draws& u) {
    const genes own = founder(u);
    genes of{};
    for (std::size_t k = 0; k < of.size(); ++k)
      of[k] = 0.5 * (mother[k] + father[k]) + std::sqrt(0.5) * own[k];
    return of;
  }

  /// What the genes and a person's own circumstances (u) make of the infant.
  iwm::temperament express(const temperament_distribution& from, const genes& g, const draws& u) const {
    const auto trait = [&](double mean, double sd, std::size_t k) {
      return logistic(mean + sd * score(temperament, g[k], u[k]));
    };
    return {trait(from.reactivity_mean, from.reactivity_sd, 0),
            trait(from.soothability_mean, from.soothability_sd, 1),
            trait(from.sociability_mean, from.sociability_sd, 2), 0.};
  }
  /// The talent for reflection, a standard score.
  double talent(const genes& g, const draws& u) const { return score(reflection, g[3], u[3]); }

 private:
  static double score(double heritability, double g, double u) {
    return std::sqrt(heritability) * g + std::sqrt(1. - heritability) * normal(u);
  }
};

}  // namespace iwm
