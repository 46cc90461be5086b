// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>
#include <tuple>

#include "iwm/core/fields.hpp"
#include "iwm/theory/plain_behaviour.hpp"
#include "iwm/theory/theory.hpp"

namespace iwm::theories {

/// The smallest honest theory: each expectation moves towards what happened, by a share of the error.
///
///   e += plasticity gain (x - e)            and for the three strategies q_k += plasticity gain (y - q_k)
///
/// The strategy of the highest value is shown most often: P(k) = softmax(q / temperature).
/// Rescorla & Wagner (1972), in Black & Prokasy (eds), Classical Conditioning II, 64-99.
/// It has no general model, no confidence and no filter: what it cannot do shows what those are for.
struct delta_rule {
  static constexpr std::string_view name = "delta_rule";
  static constexpr std::string_view summary = "moves each expectation by a share of the prediction error";

  struct parameters {
    double gain = 0.02;
    double temperature = 0.05;
    static constexpr auto fields() {
      using P = parameters;
      return std::tuple{
          field{"gain", &P::gain, 0., 1., "1/event", "share of the error that is learned at birth", "own choice"},
          field{"temperature", &P::temperature, 0.01, 10., "relief", "randomness of the choice of strategy", "own choice"}};
    }
  };
  struct state {
    expectations expected;
    strategy_values values;
    bool operator==(const state&) const = default;
  };
  parameters p{};

  state initial(const temperament&, const prior& from) const {
    return {{from.other, from.other, from.safety, from.self, from.self}, untried};
  }

  double felt_security(const state& s) const { return reassurance(s.expected); }

  signal behave(const state& s, const circumstance& now, double arousal, const temperament&,
                const draws& u) const {
    const double how = softmax_manner(s.values, now, p.temperature, u[0]);
    return plain_signal(how, now, arousal, s.expected.safety, u[1]);
  }

  outcome appraise(const state&, const event&, const outcome& came, const temperament&,
                   const draws&) const {
    return came;
  }

  state learn(const state& s, const event& seen, const outcome& felt, const temperament&,
              double plasticity) const {
    const double gain = plasticity * p.gain;
    const double answered = gain * seen.given.came;
    const expectations& e = s.expected;
    return {{blend(e.availability, felt.availability, gain), blend(e.acceptance, felt.acceptance, answered),
             blend(e.safety, felt.safety, gain), blend(e.worth, felt.worth, answered),
             blend(e.efficacy, felt.efficacy, gain)},
            credited(s.values, seen, felt.relief, gain)};
  }

  response anticipate(const state& s, const signal&) const { return expected_response(s.expected); }

  self_vector self(const state& s) const { return s.expected.self(); }
  other_vector other(const state& s) const { return s.expected.other(); }
  strategy_values strategies(const state& s) const { return s.values; }
};
static_assert(theory<delta_rule>);

}  // namespace iwm::theories
