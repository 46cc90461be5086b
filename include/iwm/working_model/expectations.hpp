// SPDX-License-Identifier: MIT
#pragma once

#include "iwm/core/real.hpp"

#include <Eigen/Core>

namespace iwm {

/// Model of the self (worth, efficacy) and of the other (availability, acceptance, safety).
/// -1 = certain no, 0 = no expectation, +1 = certain yes.
using self_vector = Eigen::Vector2d;
using other_vector = Eigen::Vector3d;

/// One store of expectations about one figure and about oneself with that figure.
struct expectations {
  double availability = 0;  ///< will they come?
  double acceptance = 0;    ///< will they welcome me?
  double safety = 0;        ///< will they not frighten me?
  double worth = 0;         ///< am I worthy of care?
  double efficacy = 0;      ///< do my signals have an effect?

  self_vector self() const { return {worth, efficacy}; }
  other_vector other() const { return {availability, acceptance, safety}; }
  bool operator==(const expectations&) const = default;
};

/// Learned values of signalling openly, of muting and of exaggerating distress, in units of relief.
struct strategy_values {
  double direct = 0;
  double minimise = 0;
  double maximise = 0;

  bool operator==(const strategy_values&) const = default;
};

/// Amount of evidence behind the expectations, 0 to 1.
struct confidence {
  double self = 0;
  double other = 0;

  bool operator==(const confidence&) const = default;
};

/// a + share (b - a), member by member; for a share in [0, 1] exactly a where b = a, and within
/// [-1, 1] where a and b are.
inline double blend(double a, double b, double share) { return a + share * (b - a); }
inline expectations blend(const expectations& a, const expectations& b, double share) {
  return {blend(a.availability, b.availability, share), blend(a.acceptance, b.acceptance, share),
          blend(a.safety, b.safety, share), blend(a.worth, b.worth, share),
          blend(a.efficacy, b.efficacy, share)};
}
inline strategy_values blend(const strategy_values& a, const strategy_values& b, double share) {
  return {blend(a.direct, b.direct, share), blend(a.minimise, b.minimise, share),
          blend(a.maximise, b.maximise, share)};
}
inline confidence blend(const confidence& a, const confidence& b, double share) {
  return {blend(a.self, b.self, share), blend(a.other, b.other, share)};
}

}  // namespace iwm
