// SPDX-License-Identifier: MIT
#pragma once

#include "iwm/caregiver/care_traits.hpp"
#include "iwm/core/distributions.hpp"
#include "iwm/core/draws.hpp"
#include "iwm/core/fields.hpp"
#include "iwm/core/real.hpp"
#include "iwm/life/state_of_mind.hpp"
#include "iwm/population/stratum.hpp"

#include <array>
#include <cmath>
#include <tuple>

namespace iwm {

/// Where a caregiver's traits come from, and how they change (reference model,
/// sections 15.3, 15.12).
///
///   logit trait(t) = m + s (sqrt(1 - v_s - v_d) z + sqrt(v_s) slow(t) + sqrt(v_d) day(t))
///
/// z = state of mind + common care + a part of the trait's own, variance 1; slow drifts over
/// months, moves all traits and is partly shared in the household; day is the day's deviation, of
/// each trait its own. For fright the slow drift counts reversed, by `fright_drift`, and the rest of
/// the slow variance is a drift of fright alone: a caregiver's own fears come and go.
struct care_rule {
  double slow_variance = 0.28;
  double day_variance = 0.28;
  double slow_days = 90;
  double day_persistence = 0.6;
  double slow_shared = 0.90;
  double fright_drift = 0.3;
  double common_sensitivity = 0.45;
  double common_other = 0.31;
  double common_fright = 0.20;
  double common_shared = 0.90;
  double fright_shared = 0.24;
  double deactivation_acceptance = 0.95;
  double hyperactivation_accessibility = 0.94;
  double mind_sensitivity = 0.62;
  double hyperactivation_cooperation = 0.80;
  double unresolved_fright = 0.68;
  double unresolved_mind = 0.25;
  double spouses = 0.42;
  double father_sensitivity = -0.65;

  static constexpr auto fields() {
    using P = care_rule;
    constexpr auto source = "reference model 15, calibrated";
    return std::tuple{
        field{"slow_variance", &P::slow_variance, 0., 1., "1",
              "share of a trait's variance that drifts over months", source},
        field{"day_variance", &P::day_variance, 0., 1., "1", "share that changes from day to day",
              source},
        field{"slow_days", &P::slow_days, 1., 1e5, "days", "memory of the slow drift", source},
        field{"day_persistence", &P::day_persistence, 0., 1., "1",
              "correlation of one day with the next", source},
        field{"slow_shared", &P::slow_shared, 0., 1., "1",
              "share of the slow drift common to the household", source},
        field{"fright_drift", &P::fright_drift, 0., 1., "1",
              "drift of fright against that of care, reversed", source},
        field{"common_sensitivity", &P::common_sensitivity, 0., 1., "1",
              "load of sensitivity on common care", source},
        field{"common_other", &P::common_other, 0., 1., "1",
              "load of acceptance, cooperation, accessibility on common care", source},
        field{"common_fright", &P::common_fright, 0., 1., "1",
              "load of fright on common care, reversed", source},
        field{"common_shared", &P::common_shared, 0., 1., "1",
              "share of common care that the household shares", source},
        field{"fright_shared", &P::fright_shared, 0., 1., "1",
              "share of fright that the household shares", source},
        field{"deactivation_acceptance", &P::deactivation_acceptance, 0., 1., "1",
              "load of acceptance on deactivation, reversed", source},
        field{"hyperactivation_accessibility", &P::hyperactivation_accessibility, 0., 1., "1",
              "load of accessibility on hyperactivation, reversed", source},
        field{"mind_sensitivity", &P::mind_sensitivity, 0., 0.7, "1",
              "load of sensitivity on both, reversed", source},
        field{"hyperactivation_cooperation", &P::hyperactivation_cooperation, 0., 1., "1",
              "load of cooperation on hyperactivation, reversed", source},
        field{"unresolved_fright", &P::unresolved_fright, 0., 1., "1",
              "load of fright on unresolved fear", source},
        field{"unresolved_mind", &P::unresolved_mind, 0., 0.7, "1",
              "correlation of unresolved fear with both", source},
        field{"spouses", &P::spouses, 0., 1., "1", "correlation of the parents' states of mind",
              source},
        field{"father_sensitivity", &P::father_sensitivity, -8., 8., "logit",
              "father's mean sensitivity less mother's", source}};
  }
};

/// What a household shares.
struct household {
  double care = 0, fright = 0;
};

/// Standard scores of a caregiver's five traits.
struct trait_scores {
  double sensitivity = 0, acceptance = 0, cooperation = 0, accessibility = 0, fright = 0;
};

/// sqrt of what is left of a variance of 1.
inline double remainder(double variance) { return std::sqrt(max(0., 1. - variance)); }

/// One of two correlated parents: `shared` and `own` are standard normal; r is the spouses'
/// correlation.
inline double spouse(double shared, double own, double r) {
  return std::sqrt(r) * shared + std::sqrt(1. - r) * own;
}

/// Lasting traits from mind, household and six draws of one's own.
inline trait_scores lasting(const care_rule& rule, double mind_weight, const state_of_mind& mind,
                            const household& home, const draws& u) {
  const double care =
      std::sqrt(rule.common_shared) * home.care + std::sqrt(1. - rule.common_shared) * normal(u[5]);
  const auto z = [&](double from_mind, double mind_variance, double common, double own) {
    const double w = mind_weight * mind_weight;
    return mind_weight * from_mind + common * care +
           remainder(w * mind_variance + common * common) * own;
  };
  const auto square = [](double x) { return x * x; };
  const double both = rule.mind_sensitivity * (mind.deactivation + mind.hyperactivation);
  const double fear = std::sqrt(rule.fright_shared) * home.fright +
                      std::sqrt(1. - rule.fright_shared) * normal(u[4]);
  return {
      .sensitivity =
          z(-both, 2. * square(rule.mind_sensitivity), rule.common_sensitivity, normal(u[0])),
      .acceptance = z(-rule.deactivation_acceptance * mind.deactivation,
                      square(rule.deactivation_acceptance), rule.common_other, normal(u[1])),
      .cooperation = z(-rule.hyperactivation_cooperation * mind.hyperactivation,
                       square(rule.hyperactivation_cooperation), rule.common_other, normal(u[2])),
      .accessibility =
          z(-rule.hyperactivation_accessibility * mind.hyperactivation,
            square(rule.hyperactivation_accessibility), rule.common_other, normal(u[3])),
      .fright = z(rule.unresolved_fright * mind.unresolved, square(rule.unresolved_fright),
                  -rule.common_fright, fear)};
}

/// What the parts of a day's traits weigh; the same for all persons and days of a run.
struct momentary_weights {
  double lasting, slow, day, fright_slow, fright_own, shared, own;

  momentary_weights(const care_rule& rule = {})
      : lasting(remainder(rule.slow_variance + rule.day_variance)),
        slow(std::sqrt(rule.slow_variance)),
        day(std::sqrt(rule.day_variance)),
        fright_slow(-rule.fright_drift * slow),
        fright_own(remainder(rule.fright_drift * rule.fright_drift) * slow),
        shared(std::sqrt(rule.slow_shared)),
        own(std::sqrt(1. - rule.slow_shared)) {}
};

/// Traits of the day on the 0-1 scales of a caregiver: `z` the lasting traits, `drift` the slow
/// drift of care, `fear` that of fright alone, and `day` the day's deviations, each of variance 1.
inline care_traits momentary(const stratum& from, const momentary_weights& weights,
                             const trait_scores& z, double drift, double fear,
                             const trait_scores& day) {
  const auto level = [&](double mean, double sd, double lasting, double slow_weight, double today) {
    return logistic(mean +
                    sd * (weights.lasting * lasting + slow_weight * drift + weights.day * today));
  };
  return {
      level(from.sensitivity_mean, from.sensitivity_sd, z.sensitivity,
            weights.slow, day.sensitivity),
      level(from.acceptance_mean, from.acceptance_sd, z.acceptance, weights.slow, day.acceptance),
      level(from.cooperation_mean, from.cooperation_sd, z.cooperation, weights.slow,
            day.cooperation),
      level(from.accessibility_mean, from.accessibility_sd, z.accessibility, weights.slow,
            day.accessibility),
      logistic(from.fright_mean +
               from.fright_sd * (weights.lasting * z.fright + weights.fright_slow * drift +
                                 weights.fright_own * fear + weights.day * day.fright))};
}

}  // namespace iwm
