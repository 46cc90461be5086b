// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>
#include <tuple>

#include "iwm/core/fields.hpp"
#include "iwm/core/real.hpp"
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
    return {{from.other, from.other, from.safety, from.self, from.self}, {0.2, 0.1, 0.1}};
  }

  double felt_security(const state& s) const {
    return clamp01(0.5 * (1. + 0.5 * s.expected.availability + 0.5 * s.expected.acceptance));
  }

  signal behave(const state& s, const circumstance& now, double arousal, const temperament&,
                const draws& u) const {
    const double minimise = exp((s.values.minimise + now.mood[1] - s.values.direct - now.mood[0]) / p.temperature);
    const double maximise = exp((s.values.maximise + now.mood[2] - s.values.direct - now.mood[0]) / p.temperature);
    const double chosen = u[0] * (1. + minimise + maximise);
    const double how = select(chosen < 1., 0., select(chosen < 1. + minimise, 1., 2.));
    const double near = 1. - now.separation;
    const double display = select(how == 0., arousal, select(how == 1., 0.35 * arousal, clamp01(1.6 * arousal)));
    return {.display = display,
            .proximity = near * display,
            .contact = near * display,
            .resistance = near * select(how == 2., 0.3 + 0.7 * arousal, 0.),
            .avoidance = near * select(how == 1., 0.8 + 0.2 * arousal, 0.),
            .exploration = 1. - arousal,
            .conflict = near * select(u[1] < 0.5 * max(0., -s.expected.safety), 1., 0.),
            .manner = how};
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
    const auto value = [&](double q, double which) {
      return blend(q, felt.relief, select(seen.shown.manner == which, gain, 0.));
    };
    return {{blend(e.availability, felt.availability, gain), blend(e.acceptance, felt.acceptance, answered),
             blend(e.safety, felt.safety, gain), blend(e.worth, felt.worth, answered),
             blend(e.efficacy, felt.efficacy, gain)},
            {value(s.values.direct, 0.), value(s.values.minimise, 1.), value(s.values.maximise, 2.)}};
  }

  response anticipate(const state& s, const signal&) const {
    const double welcome = 0.5 * (1. + s.expected.acceptance);
    return {.came = 0.5 * (1. + s.expected.availability),
            .welcome = welcome,
            .rejection = 1. - welcome,
            .fright = 0.5 * (1. - s.expected.safety)};
  }

  self_vector self(const state& s) const { return s.expected.self(); }
  other_vector other(const state& s) const { return s.expected.other(); }
  strategy_values strategies(const state& s) const { return s.values; }
};
static_assert(theory<delta_rule>);

}  // namespace iwm::theories
