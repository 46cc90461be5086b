// SPDX-License-Identifier: MIT
#pragma once

#include "iwm/core/real.hpp"
#include "iwm/theory/conditional_strategies_parameters.hpp"
#include "iwm/theory/theory.hpp"

#include <string_view>

namespace iwm::theories {

/// Conditional strategies on self and other vectors: the default theory.
///
/// An infant learns what to expect of a figure and of itself with that figure, and which way of
/// signalling distress brings relief: openly (direct), muted (minimise) or exaggerated (maximise).
/// Main (1990) doi:10.1159/000276535; Bowlby (1969/1982) Attachment; the equations are the
/// project's own: docs/theory/conditional_strategies.md.
///
///   choice    P(k) = softmax(V_k / T'), T' = T (1 + trial (1 - certainty)), V = (1 - w) q + w E
///   felt      perceived evidence x' after mistrust, attention, assimilation, defensive exclusion
///   learning  e += g plasticity susceptibility (1 - r certainty) (x' - e), q_k likewise towards
///             the relief felt
///   mistrust  of new figures, in whom the first years left with too little care
struct conditional_strategies {
  static constexpr std::string_view name = "conditional_strategies";
  static constexpr std::string_view summary =
      "learns expectations of self and other and the value of three ways to signal distress";

  static constexpr strategy_values innate{0.2, 0.1, 0.1};
  static constexpr double innate_care = 0.5;

  using parameters = conditional_strategies_parameters;
  struct state {
    expectations implicit;  ///< what is felt and done
    expectations declared;  ///< what is believed and can be said
    strategy_values values;
    confidence certainty;
    double early_care = innate_care;  ///< quality of the care of the first years, 0 to 1
    double mistrust = 0;  ///< share of news better than expected that is not believed, 0 to 1
    bool operator==(const state&) const = default;
  };
  parameters p{};

  state initial(const temperament&, const prior& from) const {
    const expectations start{from.other, from.other, from.safety, from.self, from.self};
    return {start, start, innate, {}};
  }

  double felt_security(const state& s) const {
    const expectations& e = s.implicit;
    return clamp01(
        0.5 * (1. + 0.4 * e.availability + 0.25 * e.acceptance + 0.15 * e.safety + 0.2 * e.worth));
  }

  /// Not knowing whether the figure will come: 1 at even odds, 0 when the answer is certain.
  double uncertainty(const state& s) const {
    const double unknown = 1. - abs(s.implicit.availability);
    return unknown * unknown;
  }

  /// Fear of the figure itself, 0 or more.
  double fear(const state& s) const {
    return p.fear_weight * max(0., p.expected_safety - s.implicit.safety);
  }

  /// Displays of the three strategies at an arousal.
  strategy_values displays(double arousal) const {
    return {arousal, 0.35 * arousal, min(1., 1.6 * arousal + 0.15)};
  }

  /// Relief that the three strategies are imagined to bring: mental simulation with the model at
  /// hand.
  strategy_values imagine(const state& s, double arousal, const temperament& infant) const {
    const strategy_values shown = displays(arousal);
    const auto from_figure = [&](double display, double frightened) {
      const response likely = expect(s, display);
      return 0.5 * (0.5 + 0.5 * infant.soothability) * likely.came * likely.welcome -
             p.hurt * display * likely.rejection - p.fear_cost * frightened * likely.fright;
    };
    const double muted = from_figure(shown.minimise, 0.35);
    return {from_figure(shown.direct, 1.), muted + soothe_oneself(muted, infant),
            from_figure(shown.maximise, 1.) - p.maximising_cost};
  }

  signal behave(const state& s, const circumstance& now, double arousal, const temperament& infant,
                const draws& u) const {
    const double foresight = min(0.5, p.foresight * now.age);
    const strategy_values imagined = imagine(s, arousal, infant);
    const double steepness = 1. / (p.temperature * (1. + p.trial * (1. - s.certainty.other)));
    const double direct = blend(s.values.direct, imagined.direct, foresight) + now.mood[0];
    const double minimise = blend(s.values.minimise, imagined.minimise, foresight) + now.mood[1];
    const double maximise = blend(s.values.maximise, imagined.maximise, foresight) + now.mood[2];
    const double weight_minimise = exp(steepness * (minimise - direct));
    const double weight_maximise = exp(steepness * (maximise - direct));
    const double chosen = u[0] * (1. + weight_minimise + weight_maximise);
    const double fresh = select(chosen < 1., 0., select(chosen < 1. + weight_minimise, 1., 2.));
    const bool kept = (now.previous >= 0.) & (u[1] < now.persistence);
    return show(s, now, arousal, infant, select(kept, now.previous, fresh), u[2]);
  }

  outcome appraise(const state& s, const event& seen, const outcome& came,
                   const temperament& infant, const draws& u) const {
    const expectations& e = s.implicit;
    const double filter = p.filter * (1. - 0.5 * infant.reflection);
    const double ambiguity = seen.given.came * (1. - seen.given.fit);
    const auto believed = [&](double news, double expected) {
      return news - s.mistrust * max(0., news - expected);
    };
    const double relief = believed(came.relief, 0.);
    const double alone = select(seen.shown.manner == 1., soothe_oneself(relief, infant),
                                select(seen.shown.manner == 2., -p.maximising_cost, 0.));
    const auto perceived = [&](double news, double expected, double certainty, double u_of) {
      return perceive(believed(news, expected), expected, certainty, ambiguity, filter, u_of);
    };
    return {.relief = relief + alone,
            .availability = perceived(came.availability, e.availability, s.certainty.other, u[0]),
            .acceptance = perceived(came.acceptance, e.acceptance, s.certainty.other, u[1]),
            .safety = perceive(came.safety, e.safety, s.certainty.other, 0., filter, u[2]),
            .worth = perceived(came.worth, e.worth, s.certainty.self, u[1]),
            .efficacy = perceived(came.efficacy, e.efficacy, s.certainty.self, u[3])};
  }

  state learn(const state& s, const event& seen, const outcome& felt, const temperament& infant,
              double plasticity) const {
    const double susceptible = 1. + p.differential_susceptibility * (infant.reactivity - 0.5);
    const double rate = plasticity * susceptible;
    const double free_other = 1. - p.resistance_to_change * s.certainty.other;
    const double free_self = 1. - p.resistance_to_change * s.certainty.self;
    const double sent = min(1.5, 0.2 + 1.6 * seen.shown.display);
    const double answered = seen.given.came;
    const double fright_weight = select(felt.safety < s.implicit.safety, p.fright_weight, 1.);
    const expectations gains{.availability = p.gain * rate * free_other * sent,
                             .acceptance = p.gain * rate * free_other * answered,
                             .safety = p.safety_gain * plasticity * fright_weight,
                             .worth = p.gain * rate * free_self * answered,
                             .efficacy = p.gain * rate * free_self * sent};
    const double unused = p.strategy_gain * plasticity * p.strategy_return;
    const double used = p.strategy_gain * plasticity * free_other;
    const double care = quality(seen.given);
    const auto value = [&](double q, double start, double which) {
      return select(seen.shown.manner == which, blend(q, felt.relief, used),
                    blend(q, start, unused));
    };
    return {.implicit = encode(s.implicit, felt, gains),
            .declared = encode(s.declared, felt, defend(s, seen, felt, gains)),
            .values = {value(s.values.direct, innate.direct, 0.),
                       value(s.values.minimise, innate.minimise, 1.),
                       value(s.values.maximise, innate.maximise, 2.)},
            .certainty = {grow(s.certainty.self, 0.5 * abs(felt.efficacy - s.implicit.efficacy),
                               plasticity),
                          grow(s.certainty.other,
                               0.5 * abs(felt.availability - s.implicit.availability), plasticity)},
            .early_care = blend(s.early_care, care, p.early_care_gain * plasticity * plasticity),
            .mistrust = blend(s.mistrust, 0., p.trust_gain * plasticity * care)};
  }

  response anticipate(const state& s, const signal& shown) const {
    return expect(s, shown.display);
  }

  self_vector self(const state& s) const { return s.implicit.self(); }
  other_vector other(const state& s) const { return s.implicit.other(); }
  self_vector declared_self(const state& s) const { return s.declared.self(); }
  other_vector declared_other(const state& s) const { return s.declared.other(); }
  confidence certainty(const state& s) const { return s.certainty; }
  strategy_values strategies(const state& s) const { return s.values; }

  state generalise(const state& general, const state& specific, double weight) const {
    return mix(general, specific, p.generalisation * weight);
  }
  state remind(const state& specific, const state& general) const {
    return mix(specific, general, p.reminding);
  }
  state transfer(const state& general, const temperament& infant, const prior& from) const {
    state start = mix(initial(infant, from), general, p.transference);
    start.early_care = general.early_care;
    start.mistrust = clamp01(p.mistrust_weight * max(0., p.expected_care - general.early_care)) *
                     (1. - infant.reflection);
    return start;
  }

  state reflect(const state& s, double share) const {
    state thought = s;
    thought.declared = blend(s.declared, s.implicit, share);
    thought.certainty = blend(s.certainty, confidence{}, 0.5 * share);
    thought.mistrust = blend(s.mistrust, 0., share);
    const auto freed = [&](double q, double start) { return blend(q, start, share); };
    thought.values = {max(s.values.direct, freed(s.values.direct, innate.direct)),
                      min(s.values.minimise, freed(s.values.minimise, innate.minimise)),
                      min(s.values.maximise, freed(s.values.maximise, innate.maximise))};
    return thought;
  }

 private:
  /// Mistrust belongs to one figure: it is not mixed.
  static state mix(const state& a, const state& b, double share) {
    return {blend(a.implicit, b.implicit, share),     blend(a.declared, b.declared, share),
            blend(a.values, b.values, share),         blend(a.certainty, b.certainty, share),
            blend(a.early_care, b.early_care, share), a.mistrust};
  }

  /// Relief from turning away: of what distress the figure leaves.
  double soothe_oneself(double relief, const temperament& infant) const {
    return p.self_soothing * (0.5 + infant.soothability) * (1. - clamp01(relief));
  }

  response expect(const state& s, double display) const {
    const double welcome = 0.5 * (1. + s.implicit.acceptance);
    return {.came = 0.5 * (1. + s.implicit.availability) * (0.4 + 0.6 * display),
            .welcome = welcome,
            .rejection = 1. - welcome,
            .fright = 0.5 * (1. - s.implicit.safety)};
  }

  signal show(const state& s, const circumstance& now, double arousal, const temperament& infant,
              double how, double u) const {
    const double near = 1. - now.separation;
    const double anger = p.uncertainty_anger * uncertainty(s) * (0.5 + infant.reactivity) * arousal;
    const strategy_values shown = displays(arousal);
    const auto by_manner = [&](double direct, double minimise, double maximise) {
      return select(how == 0., direct, select(how == 1., minimise, maximise));
    };
    const double torn = by_manner(1., 0.5, 1.) * p.fear_conflict * fear(s) * (0.5 + 0.5 * arousal);
    const double conflict = 0.005 + torn + p.fright_conflict * now.frightened;
    return {.display = by_manner(shown.direct, shown.minimise, shown.maximise),
            .proximity =
                near * by_manner(clamp01(0.2 + arousal), 0.2 * arousal, clamp01(0.4 + arousal)),
            .contact = near * by_manner(arousal, 0.15 * arousal, clamp01(0.3 + 0.8 * arousal)),
            .resistance = near * by_manner(clamp01(anger), 0., 0.3 + 0.7 * arousal),
            .avoidance = near * by_manner(0., 0.9, 0.),
            .exploration =
                by_manner(clamp01(1. - 1.2 * arousal), 1. - 0.7 * arousal, clamp01(0.7 - arousal)),
            .conflict = near * select(u < conflict, 1., 0.),
            .manner = how};
  }

  double perceive(double evidence, double expectation, double certainty, double ambiguity,
                  double filter, double u) const {
    const double bias = certainty * abs(expectation);
    const bool missed = (evidence * expectation < 0.) & (u < filter * bias);
    const double shift = p.assimilation * bias * ambiguity;
    return select(missed, expectation, blend(evidence, expectation, shift));
  }

  static expectations encode(const expectations& e, const outcome& felt,
                             const expectations& gains) {
    const auto step = [](double now, double evidence, double gain) {
      return blend(now, evidence, min(gain, 1.));
    };
    return {step(e.availability, felt.availability, gains.availability),
            step(e.acceptance, felt.acceptance, gains.acceptance),
            step(e.safety, felt.safety, gains.safety), step(e.worth, felt.worth, gains.worth),
            step(e.efficacy, felt.efficacy, gains.efficacy)};
  }

  /// Gains of the declared store. While minimising dominates, rejection is no news, neither about
  /// the self nor about the figure, which is idealised, and calming oneself is credited to one's
  /// efficacy; while maximising dominates, relief counts less.
  expectations defend(const state& s, const event& seen, const outcome& felt,
                      expectations gains) const {
    const strategy_values& q = s.values;
    const bool minimising = (q.minimise > q.direct) & (q.minimise > q.maximise);
    const bool maximising = (q.maximise > q.direct) & (q.maximise > q.minimise);
    const double rejected = select(minimising, p.exclusion * seen.given.rejection, 0.);
    const double unmoved = select(maximising, 0.5 * p.exclusion, 0.);
    gains.worth *= 1. - rejected;
    gains.acceptance *= 1. - select(felt.acceptance > 0., unmoved, rejected);
    gains.availability *= 1. - select(felt.availability > 0., unmoved, 0.);
    gains.efficacy *= 1. - select(minimising & (felt.efficacy < 0.), p.exclusion, 0.);
    return gains;
  }

  double grow(double certainty, double surprise, double plasticity) const {
    const double step = p.confidence_gain * (1. - certainty) - p.volatility * certainty * surprise;
    return clamp01(certainty + plasticity * step);
  }
};
static_assert(generalising_theory<conditional_strategies> &&
              reflecting_theory<conditional_strategies>);

}  // namespace iwm::theories
