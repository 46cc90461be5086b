// SPDX-License-Identifier: MIT
#pragma once

#include "iwm/core/real.hpp"

#include <array>
#include <cstddef>

namespace iwm::published {

/// The feelings x of two partners for each other, as differential equations.
/// Gragnani, Rinaldi & Feichtinger (1997), Int. J. Bifurcation and Chaos 7; Rinaldi & Gragnani
/// (1998), Nonlinear Dynamics, Psychology, and Life Sciences 2, 283-301; Rinaldi et al. (2016),
/// Modeling Love Dynamics. The equations and numbers are those of a public teaching version of the
/// book's model.

using feelings = std::array<double, 2>;

/// x_i' = -oblivion x_i + reaction x_j + instinct A_j.
struct linear_couple {
  std::array<double, 2> oblivion{1., 1.}, reaction{0.5, 0.5}, instinct{1., 1.}, appeal{1., 1.};

  constexpr feelings slope(const feelings& x) const {
    feelings change{};
    for (std::size_t i = 0; i < 2; ++i)
      change[i] = -oblivion[i] * x[i] + reaction[i] * x[1 - i] + instinct[i] * appeal[1 - i];
    return change;
  }

  /// reaction_1 reaction_2 < oblivion_1 oblivion_2.
  constexpr bool is_stable() const { return reaction[0] * reaction[1] < oblivion[0] * oblivion[1]; }

  /// Where a stable couple settles.
  constexpr feelings equilibrium() const {
    const double determinant = oblivion[0] * oblivion[1] - reaction[0] * reaction[1];
    feelings x{};
    for (std::size_t i = 0; i < 2; ++i)
      x[i] = (oblivion[1 - i] * instinct[i] * appeal[1 - i] +
              reaction[i] * instinct[1 - i] * appeal[i]) /
             determinant;
    return x;
  }
};

/// One partner of the non-linear couple; feelings are 0 or more.
struct lover {
  double oblivion, reaction, instinct, synergism, appeal, closeness, steepness, exponent, threshold;
  bool secure = false;

  /// Return: beta k x exp(-(k x)^n), declining where the partner loves much; of a secure person
  /// beta k x / (1 + k x), which our choice puts in the place of a form that is not public.
  constexpr double returned(double love) const {
    const double near = closeness * love;
    return secure ? reaction * near / (1. + near)
                  : reaction * near * exp(-exp(steepness * log(near)));
  }

  /// Synergy: x^2m / (x^2m + sigma^2m).
  constexpr double synergy(double own) const {
    return 1. / (1. + exp(2. * exponent * (log(threshold) - log(own))));
  }

  constexpr double slope(double own, double partner, double partners_appeal) const {
    return -oblivion * own + returned(partner) +
           (1. + synergism * synergy(own)) * instinct * partners_appeal;
  }
};

/// x_i' = -alpha_i x_i + return_i(x_j) + (1 + b_i synergy_i(x_i)) gamma_i A_j.
struct couple {
  std::array<lover, 2> partners{
      {{.36, .75, 1., 2.9, .1, .08, 1., 4., 1.}, {.2, 10.66, 1., 1., .1, 1.5, 4., 4., 1.}}};

  constexpr feelings slope(const feelings& x) const {
    return {partners[0].slope(x[0], x[1], partners[1].appeal),
            partners[1].slope(x[1], x[0], partners[0].appeal)};
  }
};

/// One step of Runge and Kutta's fourth-order method.
template <class Couple>
constexpr feelings advance(const Couple& of, const feelings& x, double step) {
  const auto along = [&](const feelings& slope, double share) {
    return feelings{x[0] + share * step * slope[0], x[1] + share * step * slope[1]};
  };
  const feelings a = of.slope(x), b = of.slope(along(a, 0.5)), c = of.slope(along(b, 0.5)),
                 d = of.slope(along(c, 1.));
  return {x[0] + step / 6. * (a[0] + 2. * b[0] + 2. * c[0] + d[0]),
          x[1] + step / 6. * (a[1] + 2. * b[1] + 2. * c[1] + d[1])};
}

/// Least and most of each feeling while `steps` are made.
struct feelings_range {
  feelings end, least, most;

  constexpr double width(std::size_t who) const { return most[who] - least[who]; }
};

template <class Couple>
constexpr feelings_range follow(const Couple& of, feelings x, double step, int steps) {
  feelings_range seen{x, x, x};
  for (int n = 0; n < steps; ++n) {
    seen.end = advance(of, seen.end, step);
    for (std::size_t i = 0; i < 2; ++i) {
      seen.least[i] = min(seen.least[i], seen.end[i]);
      seen.most[i] = max(seen.most[i], seen.end[i]);
    }
  }
  return seen;
}

}  // namespace iwm::published
