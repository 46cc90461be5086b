// SPDX-License-Identifier: MIT
#pragma once

#include "iwm/core/real.hpp"

#include <cmath>

namespace iwm::published {

/// Prototype and revisionist dynamics of security: A RECONSTRUCTION. The form of the equations is
/// recalled, not checked against the papers; no fitted constants are available; what follows from
/// the form is derived.
///
///   revisionist  A(t) = a A(t-1) + e(t)
///   prototype    A(t) = a A(t-1) + p P + e(t),   P constant within a person
///
/// Standardised and stationary: Var(A) = 1, A(1) drawn jointly with P.
/// Fraley (2002), doi:10.1207/S15327957PSPR0602_03; Fraley, Vicary, Brumbaugh & Roisman (2011), J.
/// Pers. Soc. Psychol. 101, 974-992; life events: Fraley, Gillath & Deboeck (2021),
/// doi:10.1037/pspi0000326.
struct prototype_dynamics {
  double carried = 0.5;  ///< a, in [0, 1): the share of security that is carried over a step
  double pull = 0;       ///< p, the weight of the prototype; 0 is the revisionist model
  double prototype_variance = 1;  ///< Var(P)

  double step(double security, double prototype, double disturbance) const {
    return carried * security + pull * prototype + disturbance;
  }

  /// c = Cov(A, P) = p Var(P) / (1 - a).
  double covariance_with_prototype() const { return pull * prototype_variance / (1. - carried); }
  /// The share of the variance of A that is due to P: p^2 Var(P) / (1 - a)^2, the correlation that
  /// is left between ages far apart.
  double plateau() const { return pull * covariance_with_prototype() / (1. - carried); }
  /// Var(e) = 1 - a^2 - p^2 Var(P) - 2 a p c; negative where no stationary model exists.
  double disturbance_variance() const {
    return 1. - carried * carried - pull * pull * prototype_variance -
           2. * carried * pull * covariance_with_prototype();
  }
  /// corr(A(1), A(1 + steps)) = a^steps (1 - plateau) + plateau.
  double correlation(int steps) const {
    double carried_over = 1.;
    for (int i = 0; i < steps; ++i) carried_over *= carried;
    return carried_over * (1. - plateau()) + plateau();
  }
  /// A(1) given P and a standard normal z: (c / Var(P)) P + sqrt(1 - plateau) z.
  double first(double prototype, double z) const {
    return covariance_with_prototype() / prototype_variance * prototype +
           std::sqrt(1. - plateau()) * z;
  }
  /// Where security settles when the prototype moves by `change`: change p / (1 - a) higher.
  double settled_change(double change) const { return change * pull / (1. - carried); }
};

/// Person and environment that shape each other, with and without a constant of the person: the
/// form of Fraley & Roberts (2005), doi:10.1037/0033-295X.112.1.60, AS RECALLED, unverified.
///
///   P(t) = a P(t-1) + b E(t-1) + c K + e,   E(t) = d E(t-1) + f P(t-1) + u
struct transactional_dynamics {
  double person_carried = 0.6;         ///< a
  double environment_on_person = 0.1;  ///< b
  double constant = 0;                 ///< c
  double environment_carried = 0.6;    ///< d
  double person_on_environment = 0.1;  ///< f

  struct state {
    double person = 0, environment = 0;
    bool operator==(const state&) const = default;
  };
  state step(const state& s, double k, double person_noise, double environment_noise) const {
    return {
        person_carried * s.person + environment_on_person * s.environment + constant * k +
            person_noise,
        environment_carried * s.environment + person_on_environment * s.person + environment_noise};
  }
};

}  // namespace iwm::published
