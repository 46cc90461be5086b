// SPDX-License-Identifier: MIT
#pragma once

#include "iwm/core/fields.hpp"
#include "iwm/theory/plain_behaviour.hpp"
#include "iwm/theory/theory.hpp"

#include <cstddef>
#include <string_view>
#include <tuple>

namespace iwm::theories {

/// Surprise opens the model: each expectation e has an associability a in [0, 1], which follows the
/// magnitude of its errors and scales what is learned from the next one.
///
///   e += plasticity gain a (x - e),   then   a += attention (|x - e| / 2 - a)   with the e before
///
/// The half brings an error, at most 2, to the range of a. Pearce & Hall (1980),
/// doi:10.1037/0033-295X.87.6.532; with the running mean of a: Pearce, Kaye & Hall (1982), in
/// Commons, Herrnstein & Wagner (eds), Quantitative Analyses of Behavior 3, 241-255.
struct pearce_hall {
  static constexpr std::string_view name = "pearce_hall";
  static constexpr std::string_view summary =
      "learns more from an expectation that was wrong lately (associability)";

  struct parameters {
    double gain = 0.1;
    double attention = 0.02;
    double initial_associability = 0.5;
    double value_gain = 0.02;
    double temperature = 0.05;
    static constexpr auto fields() {
      using P = parameters;
      return std::tuple{
          field{"gain", &P::gain, 0., 1., "1/event",
                "share of an error that is learned at birth and full associability", "own choice"},
          field{"attention", &P::attention, 0., 1., "1/event",
                "share of the newest surprise in associability", "own choice"},
          field{"initial_associability", &P::initial_associability, 0., 1., "1",
                "associability before any evidence", "own choice: a surprise at even odds"},
          field{"value_gain", &P::value_gain, 0., 1., "1/event",
                "share of the error of a strategy's value that is learned at birth",
                "delta_rule: own choice"},
          field{"temperature", &P::temperature, 0.01, 10., "relief",
                "randomness of the choice of strategy", "delta_rule: own choice"}};
    }
  };
  struct state {
    five expected{};
    five associability{};
    strategy_values values;
    bool operator==(const state&) const = default;
  };
  parameters p{};

  state initial(const temperament&, const prior& from) const {
    const double a = p.initial_associability;
    return {start_of(from.self, from.other, from.safety), {a, a, a, a, a}, untried};
  }

  double felt_security(const state& s) const { return reassurance(expectations_of(s.expected)); }

  signal behave(const state& s, const circumstance& now, double arousal, const temperament&,
                const draws& u) const {
    const double how = softmax_manner(s.values, now, p.temperature, u[0]);
    return plain_signal(how, now, arousal, s.expected[2], u[1]);
  }

  outcome appraise(const state&, const event&, const outcome& came, const temperament&,
                   const draws&) const {
    return came;
  }

  state learn(const state& s, const event& seen, const outcome& felt, const temperament&,
              double plasticity) const {
    const five evidence = evidence_of(felt), informed = informed_by(seen);
    state after = s;
    for (std::size_t i = 0; i < evidence.size(); ++i) {
      const double surprise = 0.5 * abs(evidence[i] - s.expected[i]);
      after.expected[i] =
          blend(s.expected[i], evidence[i], plasticity * p.gain * s.associability[i] * informed[i]);
      after.associability[i] = blend(s.associability[i], surprise, p.attention * informed[i]);
    }
    after.values = credited(s.values, seen, felt.relief, plasticity * p.value_gain);
    return after;
  }

  response anticipate(const state& s, const signal&) const {
    return expected_response(expectations_of(s.expected));
  }

  self_vector self(const state& s) const { return expectations_of(s.expected).self(); }
  other_vector other(const state& s) const { return expectations_of(s.expected).other(); }
  strategy_values strategies(const state& s) const { return s.values; }

  /// 1 - associability, the mean over the expectations of self and of other.
  confidence certainty(const state& s) const {
    const five& a = s.associability;
    return {clamp01(1. - (a[3] + a[4]) / 2.), clamp01(1. - (a[0] + a[1] + a[2]) / 3.)};
  }
};
static_assert(confident_theory<pearce_hall> && strategic_theory<pearce_hall>);

}  // namespace iwm::theories
