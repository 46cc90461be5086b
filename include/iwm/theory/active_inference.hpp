// SPDX-License-Identifier: MIT
#pragma once

#include "iwm/core/fields.hpp"
#include "iwm/core/real.hpp"
#include "iwm/published/active_inference.hpp"
#include "iwm/theory/plain_behaviour.hpp"
#include "iwm/theory/theory.hpp"

#include <array>
#include <cstddef>
#include <string_view>
#include <tuple>

namespace iwm::theories {

/// The infant of Cittern, Nolte, Friston & Edalat (2018), doi:10.1371/journal.pone.0193955, without
/// cues, in the everyday life of this library: one event is one of the four decisions of an
/// episode.
///
///   seek = open distress, guarded seek = exaggerated, avoid = muted; attended = relief was felt
///
/// It chooses by expected free energy over the rest of the episode, with what it knew when the
/// episode began (published/active_inference_planning.hpp), and counts what followed when it ends;
/// what follows the fourth decision is not counted. Ours: counts grow by `plasticity` instead of 1,
/// and the readings of self and other. docs/theory/active_inference.md.
struct active_inference {
  static constexpr std::string_view name = "active_inference";
  static constexpr std::string_view summary =
      "counts how care follows seeking and avoiding, and plans by expected free energy";

  struct parameters {
    double gain_sought = 2, gain_guarded = 0.75;
    double loss_sought = 2, loss_guarded = 0.9;
    double precision_shape = 250, precision_rate = 1;
    double concentration = 1;
    static constexpr auto fields() {
      using P = parameters;
      return std::tuple{
          field{"gain_sought", &P::gain_sought, 0., 5., "nats",
                "fall of stress when care follows open seeking (g)", "Cittern et al. 2018"},
          field{"gain_guarded", &P::gain_guarded, 0., 5., "nats",
                "fall of stress when care follows guarded seeking (h)", "Cittern et al. 2018"},
          field{"loss_sought", &P::loss_sought, -5., 5., "nats",
                "rise of stress when open seeking is ignored (s)", "Cittern et al. 2018"},
          field{"loss_guarded", &P::loss_guarded, -5., 5., "nats",
                "rise of stress when guarded seeking is ignored (t)", "Cittern et al. 2018"},
          field{"precision_shape", &P::precision_shape, 1., 1000., "1",
                "shape of the prior of the precision of choice (alpha)", "Cittern et al. 2018"},
          field{"precision_rate", &P::precision_rate, 0.1, 10., "nats",
                "rate of the prior of the precision of choice (beta)", "Cittern et al. 2018"},
          field{"concentration", &P::concentration, 0.1, 100., "events",
                "events that each transition is worth before any evidence", "Cittern et al. 2018"}};
    }
  };

  /// Whole numbers are held as doubles.
  struct state {
    published::active_inference::knowledge<2> knows;
    double decisions = 0;              ///< of this episode that lie behind
    std::array<double, 4> attended{};  ///< belief at each decision that the figure attends
    std::array<double, 3> acted{};     ///< the first three actions
    std::array<double, 3> weight{};    ///< plasticity when they were answered
    std::array<double, 3> likely{};    ///< seek, guarded seek, avoid as the next action
    double precision = 0;
    bool operator==(const state&) const = default;
  };
  parameters p{};

  /// The columns of every action have the mean (1 + from.other) / 2, at most .98 and at least .02.
  state initial(const temperament&, const prior& from) const {
    const double trust = clamp(0.5 * (1. + from.other), 0.02, 0.98);
    state s;
    s.knows = published::active_inference::naive<2>(p.concentration);
    for (auto& action : s.knows.phi) {
      action[0].fill(2. * p.concentration * trust);
      action[1].fill(2. * p.concentration * (1. - trust));
    }
    begin_episode(s);
    return s;
  }

  double felt_security(const state& s) const { return chance_of_care(s); }

  /// The mood of an occasion changes what an action is worth by that many gains.
  signal behave(const state& s, const circumstance& now, double arousal, const temperament&,
                const draws& u) const {
    const double best = max(now.mood[0], max(now.mood[1], now.mood[2]));
    const auto weight = [&](std::size_t action, double mood) {
      return s.likely[action] * exp(s.precision * p.gain_sought * (mood - best));
    };
    const double sought = weight(0, now.mood[0]), guarded = weight(1, now.mood[2]),
                 avoided = weight(2, now.mood[1]);
    const double chosen = u[0] * (sought + guarded + avoided);
    const double fresh = select(chosen < sought, 0., select(chosen < sought + guarded, 2., 1.));
    const bool kept = (now.previous >= 0.) & (u[1] < now.persistence);
    return plain_signal(select(kept, now.previous, fresh), now, arousal, 0., u[2]);
  }

  outcome appraise(const state&, const event&, const outcome& came, const temperament&,
                   const draws&) const {
    return came;
  }

  state learn(const state& s, const event& seen, const outcome& felt, const temperament&,
              double plasticity) const {
    namespace model = published::active_inference;
    state after = s;
    const auto t = static_cast<std::size_t>(s.decisions);
    if (t + 1 == model::depth) {
      add_episode(s, after.knows);
      for (std::size_t i = 0; i < 2; ++i) after.knows.xi[i] += plasticity * believed(s, 0)[i];
      begin_episode(after);
      return after;
    }
    const model::observation felt_it{action_of(seen.shown.manner), felt.relief > 0.,
                                     model::cue::none};
    const auto now = model::next_belief(s.knows, felt_it, before(s, t), believed(s, t));
    after.decisions = static_cast<double>(t + 1);
    after.attended[t + 1] = now[0];
    after.acted[t] = static_cast<double>(felt_it.acted);
    after.weight[t] = plasticity;
    decide(after);
    return after;
  }

  response anticipate(const state& s, const signal& shown) const {
    const double care = chance_after(s, action_of(shown.manner));
    return {.came = care, .fit = care, .welcome = care};
  }

  /// The model has one belief: worth is that open seeking is answered, efficacy that any seeking
  /// is.
  self_vector self(const state& s) const {
    return {2. * chance_after(s, 0) - 1., 2. * chance_of_care(s) - 1.};
  }
  /// Availability: any seeking is answered; acceptance: open seeking is. Fright is unknown to it.
  other_vector other(const state& s) const {
    return {2. * chance_of_care(s) - 1., 2. * chance_after(s, 0) - 1., 0.};
  }

  /// What each action is worth as a last one, in nats above avoiding.
  strategy_values strategies(const state& s) const {
    namespace model = published::active_inference;
    const auto t = static_cast<std::size_t>(s.decisions);
    const auto b = model::expected(s.knows);
    const model::taste likes = taste();
    const model::preferences wanted(likes.payoff, 1);
    const auto value = [&](std::size_t action) {
      return model::value_of<2>(likes, wanted, action,
                                model::predict<2>(b, action, before(s, t), believed(s, t)))
                 .total() -
             wanted.log_wanted[model::avoid][0];
    };
    return {value(model::seek), 0., value(model::guarded)};
  }

  /// The share of what is known about being answered that is evidence, not prior.
  confidence certainty(const state& s) const {
    const auto open = counts(s, 0), guarded = counts(s, 1);
    const double innate = 24. * p.concentration;
    const double sure = clamp01(1. - innate / (open[0] + open[1] + guarded[0] + guarded[1]));
    return {sure, sure};
  }

 private:
  using belief = published::active_inference::belief<2>;

  static std::size_t action_of(double manner) { return manner == 0. ? 0 : manner == 1. ? 2 : 1; }
  static belief believed(const state& s, std::size_t t) {
    return {s.attended[t], 1. - s.attended[t]};
  }
  /// The action that led to the state at decision t.
  static std::size_t before(const state& s, std::size_t t) {
    return t == 0 ? 2 : static_cast<std::size_t>(s.acted[t - 1]);
  }

  published::active_inference::taste taste() const {
    return {{p.gain_sought, p.gain_guarded, p.loss_sought, p.loss_guarded},
            p.precision_shape,
            p.precision_rate};
  }

  void begin_episode(state& s) const {
    s.decisions = 0;
    s.attended = {published::active_inference::first_belief(s.knows, {})[0], 0., 0., 0.};
    s.acted = s.weight = {};
    s.precision = taste().first_precision();
    decide(s);
  }

  void decide(state& s) const {
    namespace model = published::active_inference;
    const auto t = static_cast<std::size_t>(s.decisions);
    const model::taste likes = taste();
    const model::decision made =
        model::decide<2>(likes, model::preferences(likes.payoff, 1), model::expected(s.knows),
                         model::depth - t, before(s, t), believed(s, t), s.precision);
    s.likely = made.probability;
    s.precision = made.precision;
  }

  /// The transitions of an episode so far.
  static void add_episode(const state& s, published::active_inference::knowledge<2>& to) {
    for (std::size_t t = 0; t < static_cast<std::size_t>(s.decisions); ++t)
      published::active_inference::count<2>(to, before(s, t + 1), believed(s, t + 1), before(s, t),
                                            believed(s, t), s.weight[t]);
  }

  /// How often care came and did not come after an action, whatever was before; with what the
  /// episode has shown so far.
  static std::array<double, 2> counts(const state& s, std::size_t action) {
    std::array<double, 2> sum{};
    for (std::size_t i = 0; i < 2; ++i)
      for (const double x : s.knows.phi[action][i]) sum[i] += x;
    for (std::size_t t = 0; t < static_cast<std::size_t>(s.decisions); ++t)
      if (before(s, t + 1) == action)
        for (std::size_t i = 0; i < 2; ++i) sum[i] += s.weight[t] * believed(s, t + 1)[i];
    return sum;
  }
  static double chance_after(const state& s, std::size_t action) {
    const auto n = counts(s, action);
    return n[0] / (n[0] + n[1]);
  }
  static double chance_of_care(const state& s) {
    const auto open = counts(s, 0), guarded = counts(s, 1);
    return (open[0] + guarded[0]) / (open[0] + open[1] + guarded[0] + guarded[1]);
  }
};
static_assert(confident_theory<active_inference> && strategic_theory<active_inference>);

}  // namespace iwm::theories
