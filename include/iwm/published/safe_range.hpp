// SPDX-License-Identifier: MIT
#pragma once

#include "iwm/core/distributions.hpp"
#include "iwm/core/real.hpp"

#include <array>
#include <cmath>
#include <string_view>

namespace iwm::published {

/// Arousal, safe range and fear: the equations of Cittern & Edalat (2014), An arousal-based neural
/// model of infant attachment, IEEE Symposium on Computational Intelligence, Cognitive Algorithms,
/// Mind, and Brain. Their neural memories are replaced by running means and variances (own design).

/// How a caregiver answers: appropriateness normal, delay inverse Gaussian.
struct care_profile {
  std::string_view name;
  double appropriateness, appropriateness_spread;  ///< negative care dysregulates
  double delay, delay_shape;

  /// sqrt(mean^3 / shape).
  double delay_spread() const { return std::sqrt(delay * delay * delay / delay_shape); }
  /// One delay, from two uniforms. Michael, Schucany & Haas (1976), doi:10.2307/2683801.
  double draw_delay(double u, double v) const {
    const double z = normal(u), y = z * z, m = delay, k = delay_shape;
    const double root = std::sqrt(4. * m * k * y + m * m * y * y);
    const double x = 2. * m * k / (2. * k + m * y + root);
    return select(v <= m / (m + x), x, m * m / x);
  }
};

/// The four caregivers; the second number of appropriateness is read as a standard deviation.
inline constexpr std::array<care_profile, 4> care_profiles{
    {{"free-autonomous", 1, 0.005, 0.1, 10},
     {"dismissing", 0.025, 0.005, 2, 80000},
     {"ambivalent", 0.75, 0.75, 0.1, 2. / 1125.},
     {"disorganised", 0.25, 0.75, 0.1, 2. / 1125.}}};

struct safe_range_rules {
  double room = 50;              ///< width and height
  double reach = 15;             ///< omega
  double least_delay = 1e-3;     ///< epsilon, own choice
  double reluctance = 3;         ///< m
  double discernment = 10;       ///< -n
  double lingering_care = 0.5;   ///< beta
  double lingering_fear = 0.5;   ///< the fear left while signalling without new fear
  double fear_base = 1.5;        ///< delta
  double fear_steepness = 0.75;  ///< gamma
  double soothing = 0.45;        ///< alpha
  double calm = 0.2;             ///< AS_min
  double alarmed = 0.8;          ///< AS_max
  double frozen = 2;             ///< kappa

  double diagonal() const { return std::sqrt(2.) * room; }
  /// R = min(diagonal, reach / max(least_delay, expected delay)). The paper prints max, under which
  /// no mean below the diagonal is possible; its reported means are all below it.
  double safe_range(double delay) const { return min(diagonal(), reach / max(least_delay, delay)); }
  /// Probability of signalling at high arousal: 1 / (1 + m e^(n appropriateness)).
  double signalling(double appropriateness) const {
    return 1. / (1. + reluctance * exp(-discernment * appropriateness));
  }
  /// Fear after negative care, at a sustained arousal; 0 after other care.
  double fear_signal(double appropriateness, double sustained) const {
    return max(0., -appropriateness) * exp(fear_steepness * (sustained - alarmed) * log(fear_base));
  }
  double fear(double before, bool signals, double sampled) const {
    return select(signals, select(sampled > 0., sampled, lingering_fear * before), 0.);
  }
  double care(double before, double given) const {
    return select(given == 0., lingering_care * before, given);
  }
  double instantaneous(double before, double arousal) const {
    return (100. * before + arousal) / 101.;
  }
  /// Sustained arousal follows the instantaneous while nobody cares, and falls with care; not below
  /// 0 (own design).
  double sustained(double before, double now, double level_of_care) const {
    const bool uncared = (level_of_care < 0.01) & (now > 0.01);
    return max(0., select(uncared, (50. * before + now) / 51., before - soothing * level_of_care));
  }
};

/// A running mean and variance, each new value with the weight of all before it (Welford 1962,
/// doi:10.2307/1266577), or with a constant share: the surrogate memory.
struct running_moments {
  double mean = 0, variance = 0;

  running_moments with(double value, double share) const {
    const double error = value - mean;
    return {mean + share * error, (1. - share) * (variance + share * error * error)};
  }
  /// A value as the memory gives it back, from one uniform.
  double sample(double u) const { return normal(u, mean, std::sqrt(max(0., variance))); }
  bool operator==(const running_moments&) const = default;
};

}  // namespace iwm::published
