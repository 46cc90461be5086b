// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <tuple>

#include "iwm/core/fields.hpp"

namespace iwm {

/// A stratum of families: how its mothers' care traits are distributed (logit-normal), and how much of
/// their care comes from their own state of mind. Reference model, sections 3 and 15.
struct stratum {
  double sensitivity_mean = 0.90, sensitivity_sd = 0.9;
  double acceptance_mean = 2.40, acceptance_sd = 1.8;
  double cooperation_mean = 0.80, cooperation_sd = 1.0;
  double accessibility_mean = 2.10, accessibility_sd = 2.4;
  double fright_mean = -3.42, fright_sd = 0.97;
  double mind_weight = 1.0;
  double deactivation_mean = 0, hyperactivation_mean = 0, unresolved_mean = 0;

  static constexpr auto fields() {
    using P = stratum;
    constexpr auto source = "reference model 15, calibrated";
    return std::tuple{
        field{"sensitivity_mean", &P::sensitivity_mean, -8., 8., "logit", "mean sensitivity", source},
        field{"sensitivity_sd", &P::sensitivity_sd, 0., 8., "logit", "spread of sensitivity", source},
        field{"acceptance_mean", &P::acceptance_mean, -8., 8., "logit", "mean acceptance", source},
        field{"acceptance_sd", &P::acceptance_sd, 0., 8., "logit", "spread of acceptance", source},
        field{"cooperation_mean", &P::cooperation_mean, -8., 8., "logit", "mean cooperation", source},
        field{"cooperation_sd", &P::cooperation_sd, 0., 8., "logit", "spread of cooperation", source},
        field{"accessibility_mean", &P::accessibility_mean, -8., 8., "logit", "mean accessibility", source},
        field{"accessibility_sd", &P::accessibility_sd, 0., 8., "logit", "spread of accessibility", source},
        field{"fright_mean", &P::fright_mean, -12., 8., "logit", "mean fright", source},
        field{"fright_sd", &P::fright_sd, 0., 8., "logit", "spread of fright", source},
        field{"mind_weight", &P::mind_weight, 0., 1., "1",
              "how far care follows the caregiver's state of mind", "reference model 15.12"},
        field{"deactivation_mean", &P::deactivation_mean, -3., 3., "SD",
              "mean deactivation of parents drawn at the start", "reference model 15.12"},
        field{"hyperactivation_mean", &P::hyperactivation_mean, -3., 3., "SD",
              "mean hyperactivation of parents drawn at the start", "reference model 15.12"},
        field{"unresolved_mean", &P::unresolved_mean, -3., 3., "SD",
              "mean unresolved fright of parents drawn at the start", "reference model 15.12"}};
  }
};

/// Ordinary families; the same with a shift towards risk; child-protection families.
inline constexpr stratum low_risk{};
inline constexpr stratum high_risk{.sensitivity_mean = 0.55,
                                   .acceptance_mean = 1.65,
                                   .cooperation_mean = 0.23,
                                   .accessibility_mean = 1.75,
                                   .fright_mean = -2.87,
                                   .mind_weight = 0.75,
                                   .deactivation_mean = 0.90,
                                   .hyperactivation_mean = 0.45,
                                   .unresolved_mean = 0.80};
inline constexpr stratum maltreatment{.sensitivity_mean = 0.30,
                                      .acceptance_mean = 1.00,
                                      .cooperation_mean = -0.13,
                                      .accessibility_mean = 1.05,
                                      .fright_mean = -2.14,
                                      .mind_weight = 0.75,
                                      .deactivation_mean = 1.70,
                                      .hyperactivation_mean = 1.20,
                                      .unresolved_mean = 1.75};

}  // namespace iwm
