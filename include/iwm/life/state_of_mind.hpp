// SPDX-License-Identifier: MIT
#pragma once

#include "iwm/core/fields.hpp"
#include "iwm/core/real.hpp"
#include "iwm/life/couple.hpp"
#include "iwm/life/theory_block.hpp"
#include "iwm/working_model/episodes.hpp"

#include <array>
#include <cmath>
#include <optional>
#include <tuple>

namespace iwm {

/// State of mind with regard to attachment: deactivation, hyperactivation, unresolved fright. Standard
/// scores: mean 0 and variance 1 among adults of low-risk families.
struct state_of_mind {
  double deactivation = 0, hyperactivation = 0, unresolved = 0;
};

/// How likely speaking of loss or fright makes a person lose the thread, 0 to 1 (own choice; calibrated
/// by the share of unresolved interviews).
inline double unsettled_by(double unresolved) { return logistic(-3.3 + 1.8 * unresolved); }

/// What the state of mind of a grown person is read from.
struct inner_world {
  model_view general{};
  std::array<std::optional<model_view>, 2> parents{};  ///< mother and father of childhood
  double reflection = 0;                               ///< 0 to 1
  double bereaved = 0;  ///< loss that is not mourned, 0 to 1
};

/// From working models to a state of mind (reference model, sections 9 and 12; own choice):
///
///   felt       f = mean of availability, acceptance, worth and efficacy of the general model as felt
///   insecurity i = (felt_mean - f) / felt_sd
///   leaning    k = (q_minimise - q_maximise + idealisation c - leaning_mean) / leaning_sd, with c the
///              claims about the parents' acceptance above what was felt;
///              l = (k - r i) / sqrt(1 - r^2), r = `insecure_leaning`: what insecurity does not explain
///   deactivation = calm (i + l) / sqrt(2),   hyperactivation = calm (i - l) / sqrt(2)
///   unresolved   = (ln(calm fear) - fear_mean) / fear_sd + mourning (loss - loss_mean), of the fear of the
///              parents (at least 0.01) and the loss that is not mourned
///   calm       = 1 - mellowing (reflection - reflection_mean)
///
/// Deactivation and hyperactivation are two ways to live with insecurity: turning away, or calling
/// louder. Reflection makes both, and fear, weigh less: a poor childhood that is thought over. Means and
/// spreads were read off adults who grew up in the simulated low-risk population, so that generations
/// do not drift.
struct state_of_mind_rule {
  double idealisation = 0.3;
  double mellowing = 0.8;
  double mourning = 1.5;
  double felt_mean = 0.591, felt_sd = 0.208;
  double leaning_mean = -0.018, leaning_sd = 0.041;
  double insecure_leaning = 0.55;
  double fear_mean = -2.11, fear_sd = 0.454;
  double loss_mean = 0.22;
  double reflection_mean = 0.47;
  double parents_deactivation = -0.22, parents_deactivation_sd = 0.82;
  double parents_hyperactivation = -0.03, parents_hyperactivation_sd = 0.95;
  double parents_unresolved = -0.15, parents_unresolved_sd = 1.0;

  static constexpr auto fields() {
    using P = state_of_mind_rule;
    constexpr auto read_off = "calibrated: adults of the simulated low-risk population";
    constexpr auto of_parents = "calibrated: parents of children under 6, simulated low-risk population";
    return std::tuple{
        field{"idealisation", &P::idealisation, 0., 10., "relief",
              "weight of claims above what was felt", "own choice"},
        field{"mellowing", &P::mellowing, 0., 1., "1",
              "how far reflection lightens insecurity and fear", "own choice"},
        field{"mourning", &P::mourning, 0., 10., "SD", "weight of a loss that is not mourned", "own choice"},
        field{"felt_mean", &P::felt_mean, -1., 1., "1", "mean of felt security", read_off},
        field{"felt_sd", &P::felt_sd, 1e-6, 2., "1", "spread of felt security", read_off},
        field{"leaning_mean", &P::leaning_mean, -2., 2., "relief", "mean leaning", read_off},
        field{"leaning_sd", &P::leaning_sd, 1e-6, 2., "relief", "spread of leanings", read_off},
        field{"insecure_leaning", &P::insecure_leaning, -0.99, 0.99, "1",
              "correlation of leaning with insecurity", read_off},
        field{"fear_mean", &P::fear_mean, -5., 0., "ln", "mean of ln(calm fear)", read_off},
        field{"fear_sd", &P::fear_sd, 1e-6, 5., "ln", "spread of ln(calm fear)", read_off},
        field{"loss_mean", &P::loss_mean, 0., 1., "1", "mean loss that is not mourned", read_off},
        field{"reflection_mean", &P::reflection_mean, 0., 1., "1", "mean reflection", read_off},
        field{"parents_deactivation", &P::parents_deactivation, -3., 3., "SD", "mean among parents", of_parents},
        field{"parents_deactivation_sd", &P::parents_deactivation_sd, 0.1, 3., "SD", "spread among parents", of_parents},
        field{"parents_hyperactivation", &P::parents_hyperactivation, -3., 3., "SD", "mean among parents", of_parents},
        field{"parents_hyperactivation_sd", &P::parents_hyperactivation_sd, 0.1, 3., "SD", "spread among parents", of_parents},
        field{"parents_unresolved", &P::parents_unresolved, -3., 3., "SD", "mean among parents", of_parents},
        field{"parents_unresolved_sd", &P::parents_unresolved_sd, 0.1, 3., "SD", "spread among parents", of_parents}};
  }

  /// The three before they are standardised: what was felt, the leaning, fear.
  std::array<double, 3> read(const inner_world& mind) const {
    const model_view& g = mind.general;
    const strategy_values q = g.strategies.value_or(strategy_values{});
    double claimed = 0, feared = 0, parents = 0;
    for (const auto& parent : mind.parents) {
      if (!parent) continue;
      claimed += parent->declared_other.value_or(parent->other)[1] - parent->other[1];
      feared += 0.5 * (1. - parent->other[2]);
      parents += 1.;
    }
    const double n = max(parents, 1.);
    return {0.25 * (g.other[0] + g.other[1] + g.self[0] + g.self[1]),
            q.minimise - q.maximise + idealisation * claimed / n, feared / n};
  }

  state_of_mind operator()(const inner_world& mind) const {
    const auto [felt, leaning, fear] = read(mind);
    constexpr double one_over_sqrt_2 = 0.70710678118654752440;
    const double calm = 1. - mellowing * (mind.reflection - reflection_mean);
    const double i = (felt_mean - felt) / felt_sd, r = insecure_leaning;
    const double l = ((leaning - leaning_mean) / leaning_sd - r * i) / std::sqrt(1. - r * r);
    const auto bounded = [](double x) { return clamp(x, -3., 3.); };
    return {bounded(calm * one_over_sqrt_2 * (i + l)), bounded(calm * one_over_sqrt_2 * (i - l)),
            bounded((log(max(calm * fear, 0.01)) - fear_mean) / fear_sd +
                    mourning * (mind.bereaved - loss_mean))};
  }

  /// The same among parents, where drawn parents have mean 0 and variance 1. Parents are on the whole
  /// more secure than other adults: the secure find partners sooner, and partners reassure. Care hangs
  /// on this, so that those who grew up in the simulation care no better and no worse than those drawn.
  state_of_mind among_parents(const state_of_mind& mind) const {
    return {(mind.deactivation - parents_deactivation) / parents_deactivation_sd,
            (mind.hyperactivation - parents_hyperactivation) / parents_hyperactivation_sd,
            (mind.unresolved - parents_unresolved) / parents_unresolved_sd};
  }

  /// What others see of a person in a few meetings, and what it imagines of them: both from 0 to 1, one
  /// half in the middle of the population.
  suitor seen(const state_of_mind& shown, const inner_world& mind) const {
    return {logistic(-0.8 * (shown.deactivation + shown.hyperactivation) - 0.3 * shown.unresolved),
            logistic(1.2 * (read(mind)[0] - felt_mean) / felt_sd)};
  }
};

}  // namespace iwm
