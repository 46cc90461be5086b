// SPDX-License-Identifier: MIT
#pragma once

#include "iwm/core/fields.hpp"
#include "iwm/theory/plain_behaviour.hpp"
#include "iwm/theory/theory.hpp"

#include <cstddef>
#include <string_view>
#include <tuple>

namespace iwm::theories {

/// Each expectation is a Gaussian belief about a figure that may drift: mean m and variance v.
///
///   predicted   v' = min(v + drift, 1)
///   gain        K = v' / (v' + noise),  g = plasticity K
///   updated     m += g (x - m),   v = (1 - g)^2 v' + g^2 noise
///
/// At plasticity 1 the last is the optimal (1 - K) v'; below, it is the exact error of a mean that
/// was moved too little. An event without information leaves m and gives v = v'.
/// Kalman (1960), doi:10.1115/1.3662552; as a model of learning: Dayan, Kakade & Montague (2000),
/// doi:10.1038/81504.
struct kalman_filter {
  static constexpr std::string_view name = "kalman_filter";
  static constexpr std::string_view summary =
      "weighs evidence against what it already knows, for figures that may drift";

  struct parameters {
    double drift = 2.5e-5;
    double noise = 1;
    double initial_variance = 0.1;
    double value_gain = 0.02;
    double temperature = 0.05;
    static constexpr auto fields() {
      using P = parameters;
      return std::tuple{
          field{"drift", &P::drift, 0., 1., "1/event",
                "variance that a figure's true ways gain in an event",
                "own choice: a gain of .005 in the end"},
          field{"noise", &P::noise, 0.01, 100., "1", "variance of the evidence of one event",
                "derived: evidence of +1 or -1 at even odds"},
          field{"initial_variance", &P::initial_variance, 0.001, 1., "1",
                "variance of the belief before any evidence", "own choice: worth ten events"},
          field{"value_gain", &P::value_gain, 0., 1., "1/event",
                "share of the error of a strategy's value that is learned at birth",
                "delta_rule: own choice"},
          field{"temperature", &P::temperature, 0.01, 10., "relief",
                "randomness of the choice of strategy", "delta_rule: own choice"}};
    }
  };
  struct state {
    five expected{};
    five variance{};
    strategy_values values;
    bool operator==(const state&) const = default;
  };
  parameters p{};

  state initial(const temperament&, const prior& from) const {
    const double v = p.initial_variance;
    return {start_of(from.self, from.other, from.safety), {v, v, v, v, v}, untried};
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
      const double predicted = min(s.variance[i] + p.drift, 1.);
      const double gain = plasticity * informed[i] * predicted / (predicted + p.noise);
      after.expected[i] = blend(s.expected[i], evidence[i], gain);
      after.variance[i] = (1. - gain) * (1. - gain) * predicted + gain * gain * p.noise;
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

  /// 1 - variance / initial variance, the mean over the expectations of self and of other.
  confidence certainty(const state& s) const {
    const five& v = s.variance;
    return {clamp01(1. - (v[3] + v[4]) / (2. * p.initial_variance)),
            clamp01(1. - (v[0] + v[1] + v[2]) / (3. * p.initial_variance))};
  }
};
static_assert(confident_theory<kalman_filter> && strategic_theory<kalman_filter>);

}  // namespace iwm::theories
