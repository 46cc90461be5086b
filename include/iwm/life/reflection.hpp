// SPDX-License-Identifier: MIT
#pragma once

#include "iwm/core/fields.hpp"
#include "iwm/core/real.hpp"

#include <tuple>

namespace iwm {

/// Reflective capacity rho, 0 to 1, and what it does in a quarter of a year (reference model,
/// sections 12 and 13; own choice):
///
///   aim   = maturity(age) logistic(level + talent z + trust t + therapy + parenthood),
///           maturity from 0 at `begins` to 1 at `mature` years, z a heritable standard score,
///           t = trust in the figure a person now trusts most, -1 to 1
///   rho  += pace (aim - rho)
///   share of the models that is integrated = integration rho, more in therapy
struct reflection_rule {
  double begins = 3, mature = 18;
  double level = -0.9;
  double talent = 1.4;
  double trust = 1.2;
  double therapy = 1.5;
  double parenthood = 0.4;
  double pace = 0.10;
  double integration = 0.010;
  double therapeutic_integration = 0.25;
  double therapeutic_opening = 6;
  double parental_opening = 1;

  static constexpr auto fields() {
    using P = reflection_rule;
    constexpr auto own = "own choice";
    return std::tuple{
        field{"begins", &P::begins, 0., 20., "years", "age at which reflection begins", own},
        field{"mature", &P::mature, 1., 60., "years", "age at which it is mature", own},
        field{"level", &P::level, -10., 10., "logit", "level without trust in anybody", own},
        field{"talent", &P::talent, 0., 10., "logit", "spread of the heritable part", own},
        field{"trust", &P::trust, 0., 10., "logit", "effect of somebody who is trusted",
              "Fonagy et al. (1991) doi:10.1002/1097-0355(199123)12:3<201::AID-IMHJ2280120307>3.0.CO;2-7; size own choice"},
        field{"therapy", &P::therapy, 0., 10., "logit",
              "effect of therapy with a therapist who is trusted fully", own},
        field{"parenthood", &P::parenthood, 0., 10., "logit", "effect of a child below three years",
              own},
        field{"pace", &P::pace, 0., 1., "1/quarter", "approach to what a life supports", own},
        field{"integration", &P::integration, 0., 1., "1/quarter",
              "share of the models thought over with full reflection", own},
        field{"therapeutic_integration", &P::therapeutic_integration, 0., 1., "1/quarter",
              "the same in therapy, with full trust in the therapist", own},
        field{"therapeutic_opening", &P::therapeutic_opening, 0., 20., "1",
              "plasticity added by therapy, with full trust in the therapist, as a multiple of that of the age",
              own},
        field{"parental_opening", &P::parental_opening, 0., 20., "1",
              "the same by a child below three years", "reference model 12, own choice"}};
  }

  /// What a person's life supports. `talent_score`: standard score; `trusted`: -1 to 1; `alliance`: trust
  /// in a therapist, 0 without therapy; `window`: 1 with a small child.
  double aim(double age, double talent_score, double trusted, double alliance,
             double window) const {
    const double maturity = clamp01((age - begins) / max(mature - begins, 1e-9));
    return maturity * logistic(level + talent * talent_score + trust * trusted +
                               therapy * max(0., alliance) + parenthood * window);
  }
  /// Factor of the plasticity of an age.
  double openness(double alliance, double window) const {
    return 1. + parental_opening * window + therapeutic_opening * alliance;
  }
  double grow(double rho, double aimed) const { return clamp01(rho + pace * (aimed - rho)); }
  double integrated(double rho, double alliance) const {
    return clamp01(integration * rho + therapeutic_integration * max(0., alliance));
  }
};

}  // namespace iwm
