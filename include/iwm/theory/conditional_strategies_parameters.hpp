// SPDX-License-Identifier: MIT
#pragma once

#include <tuple>

#include "iwm/core/fields.hpp"

namespace iwm {

/// Constants of `theories::conditional_strategies`, in the order of the event: imagining and choosing,
/// showing, appraising, learning, generalising. Symbols as in docs/theory/conditional_strategies.md.
struct conditional_strategies_parameters {
  double temperature = 0.05;
  double trial = 1.0;
  double foresight = 0.07;
  double hurt = 0.5;
  double fear_cost = 0.6;
  double self_soothing = 0.04;
  double maximising_cost = 0.03;
  double uncertainty_anger = 1.6;
  double expected_safety = 0.6;
  double fear_weight = 0.8;
  double fear_conflict = 1.5;
  double fright_conflict = 0.5;
  double filter = 0.5;
  double assimilation = 0.4;
  double exclusion = 1.0;
  double gain = 0.0115;
  double safety_gain = 0.004;
  double fright_weight = 6.0;
  double strategy_gain = 0.014;
  double strategy_return = 0.12;
  double confidence_gain = 0.0025;
  double volatility = 0.0025;
  double resistance_to_change = 0.65;
  double differential_susceptibility = 1.0;
  double early_care_gain = 0.002;
  double trust_gain = 0.0012;
  double generalisation = 0.002;
  double reminding = 0.0014;
  double transference = 0.8;
  double expected_care = 0.34;
  double mistrust_weight = 12.0;

  static constexpr auto fields() {
    using P = conditional_strategies_parameters;
    return std::tuple{
        field{"temperature", &P::temperature, 0.01, 10., "relief", "randomness of the choice of strategy",
              "reference model 15.1, calibrated"},
        field{"trial", &P::trial, 0., 10., "1", "extra randomness with a figure not yet known",
              "reference model 15.1, calibrated"},
        field{"foresight", &P::foresight, 0., 1., "1/year", "growth of the weight of imagined outcomes with age, up to one half",
              "reference model 15.4, calibrated"},
        field{"hurt", &P::hurt, 0., 5., "relief", "imagined cost of being rejected with a full display",
              "reference model 15, calibrated"},
        field{"fear_cost", &P::fear_cost, 0., 5., "relief", "imagined cost of being frightened",
              "reference model 15, calibrated"},
        field{"self_soothing", &P::self_soothing, 0., 1., "relief", "relief from turning away when the figure brings none, at median soothability",
              "reference model 15.9, recalibrated with partnerships in view"},
        field{"maximising_cost", &P::maximising_cost, 0., 1., "relief", "effort of exaggerated distress",
              "reference model 15.9, calibrated"},
        field{"uncertainty_anger", &P::uncertainty_anger, 0., 5., "1",
              "anger of open distress at a figure that cannot be counted on", "reference model 15.5, calibrated"},
        field{"expected_safety", &P::expected_safety, -1., 1., "1", "safety below which the figure is feared",
              "reference model 15.2, calibrated"},
        field{"fear_weight", &P::fear_weight, 0., 5., "1", "felt fear per missing safety", "reference model 15.2, calibrated"},
        field{"fear_conflict", &P::fear_conflict, 0., 10., "probability", "conflict behaviour per felt fear",
              "reference model 15.11, calibrated"},
        field{"fright_conflict", &P::fright_conflict, 0., 1., "probability",
              "conflict behaviour in the moment after a fright", "reference model 15.11, calibrated"},
        field{"filter", &P::filter, 0., 1., "1", "share of disconfirming evidence missed by a certain model",
              "reference model 5, own choice"},
        field{"assimilation", &P::assimilation, 0., 1., "1", "shift of ambiguous evidence towards a certain expectation",
              "reference model 5, own choice"},
        field{"exclusion", &P::exclusion, 0., 1., "1", "defensive exclusion from the declared store",
              "reference model 5, own choice"},
        field{"gain", &P::gain, 0., 1., "1/event", "learning rate of expectations at birth", "reference model 15, calibrated"},
        field{"safety_gain", &P::safety_gain, 0., 1., "1/event", "learning rate of safety", "reference model 15.2, calibrated"},
        field{"fright_weight", &P::fright_weight, 0., 100., "1", "weight of a fright against a moment without",
              "reference model 15.2, calibrated"},
        field{"strategy_gain", &P::strategy_gain, 0., 1., "1/event", "learning rate of strategy values",
              "reference model 15, calibrated"},
        field{"strategy_return", &P::strategy_return, 0., 1., "1",
              "return of unused strategies to their innate values, relative to strategy_gain",
              "reference model 15.1, calibrated"},
        field{"confidence_gain", &P::confidence_gain, 0., 1., "1/event", "growth of confidence", "reference model 15.7, calibrated"},
        field{"volatility", &P::volatility, 0., 1., "1/event", "loss of confidence through surprise",
              "reference model 15, open problem; own choice"},
        field{"resistance_to_change", &P::resistance_to_change, 0., 1., "1", "share of learning that confidence takes away",
              "reference model 15.7, calibrated"},
        field{"differential_susceptibility", &P::differential_susceptibility, 0., 1., "1",
              "how far reactive infants learn more", "reference model 6; Belsky & Pluess (2009) doi:10.1037/a0017376"},
        field{"early_care_gain", &P::early_care_gain, 0., 1., "1/event",
              "learning rate of what care there is, at birth; falls with the square of plasticity", "calibrated on SENP-01, SENP-02"},
        field{"trust_gain", &P::trust_gain, 0., 1., "1/event", "share of mistrust that a perfect answer dispels at birth",
              "calibrated on SENP-02, SENP-03"},
        field{"generalisation", &P::generalisation, 0., 1., "1/event", "step of the general model towards a relationship",
              "reference model 15, calibrated"},
        field{"reminding", &P::reminding, 0., 1., "1/event", "pull of a relationship towards the general model",
              "reference model 15, calibrated"},
        field{"transference", &P::transference, 0., 1., "1", "share of the general model that a new relationship starts with",
              "reference model 15.8, calibrated"},
        field{"expected_care", &P::expected_care, 0., 0.5, "1", "quality of early care below which new figures are mistrusted",
              "calibrated on SENP-02, SENP-03"},
        field{"mistrust_weight", &P::mistrust_weight, 0., 100., "1", "mistrust of a new figure per missing early care",
              "calibrated on SENP-02, SENP-03; Fonagy & Allison (2014) doi:10.1037/a0036505"}};
  }
};

}  // namespace iwm
