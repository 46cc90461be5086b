// SPDX-License-Identifier: MIT
#pragma once

#include "iwm/core/real.hpp"

namespace iwm::published {

/// Opioid level and arousal as coupled differential equations, after Stevens & Zhang (2009),
/// doi:10.1109/TAMD.2009.2038190: A RECONSTRUCTION. The structure is theirs (opioid below its set
/// point rouses, arousal calls the caregiver, comfort raises opioid, opioid calms); equations and
/// values are own design, since none are available.
///
///   opioid   dO/dt = (rest + presence (1 - rest) + comfort - O) / opioid_time
///            comfort = responsiveness presence display,   display = A / (1 + A)
///   arousal  dA/dt = (arousal_sensitivity (max(0, S - O) + threat) - (1 + opioid_sensitivity O) A)
///   / arousal_time set point  dS/dt = (O - S) / adaptation_time
///
/// Time in minutes; O is 1 with the caregiver near and at peace, `rest` when alone.
struct opioid_arousal_system {
  double opioid_sensitivity = 1;   ///< how much opioid calms
  double arousal_sensitivity = 1;  ///< how much a lack of opioid rouses
  double responsiveness = 1;       ///< comfort gain of the caregiver
  double rest = 0.3;               ///< opioid that is left without company
  double opioid_time = 1;          ///< minutes
  double arousal_time = 0.5;       ///< minutes
  double adaptation_time = 1e4;    ///< minutes; the slow belief

  struct state {
    double opioid = 1, arousal = 0, set_point = 1;
    bool operator==(const state&) const = default;
  };

  state derivative(const state& s, double presence, double threat) const {
    const double display = s.arousal / (1. + s.arousal);
    const double supplied = rest + presence * (1. - rest + responsiveness * display);
    const double lack = max(0., s.set_point - s.opioid);
    return {
        (supplied - s.opioid) / opioid_time,
        (arousal_sensitivity * (lack + threat) - (1. + opioid_sensitivity * s.opioid) * s.arousal) /
            arousal_time,
        (s.opioid - s.set_point) / adaptation_time};
  }

  /// One step of the classical method of Runge and Kutta; its error falls with the fourth power of
  /// `minutes`.
  state step(const state& s, double presence, double threat, double minutes) const {
    const auto along = [](const state& a, const state& slope, double t) {
      return state{a.opioid + t * slope.opioid, a.arousal + t * slope.arousal,
                   a.set_point + t * slope.set_point};
    };
    const state k1 = derivative(s, presence, threat);
    const state k2 = derivative(along(s, k1, 0.5 * minutes), presence, threat);
    const state k3 = derivative(along(s, k2, 0.5 * minutes), presence, threat);
    const state k4 = derivative(along(s, k3, minutes), presence, threat);
    const auto mean = [](double a, double b, double c, double d) {
      return (a + 2. * b + 2. * c + d) / 6.;
    };
    return along(s,
                 {mean(k1.opioid, k2.opioid, k3.opioid, k4.opioid),
                  mean(k1.arousal, k2.arousal, k3.arousal, k4.arousal),
                  mean(k1.set_point, k2.set_point, k3.set_point, k4.set_point)},
                 minutes);
  }

  /// High opioid with low arousal lets explore: 1 / (1 + A).
  double exploration(const state& s) const { return 1. / (1. + s.arousal); }
  /// Where arousal settles at a held opioid level.
  double settled_arousal(double opioid, double set_point, double threat) const {
    return arousal_sensitivity * (max(0., set_point - opioid) + threat) /
           (1. + opioid_sensitivity * opioid);
  }
};

}  // namespace iwm::published
