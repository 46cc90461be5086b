// SPDX-License-Identifier: MIT
#pragma once

#include "iwm/core/fields.hpp"
#include "iwm/theory/plain_behaviour.hpp"
#include "iwm/theory/theory.hpp"

#include <cstddef>
#include <string_view>
#include <tuple>

namespace iwm::theories {

/// An infant that counts: each expectation is a beta distribution over the chance of a good answer,
/// held as its mean (e + 1) / 2 and its strength n = a + b, the number of events it is worth.
///
///   n <- (1 - plasticity forgetting) n + plasticity,   e += plasticity (x - e) / n
///
/// That is the posterior of Bernoulli evidence: with a = n (1 + e) / 2 and b = n - a, an event that
/// is good to the degree (1 + x) / 2 adds that to a and the rest to b, after both were discounted.
/// Bayes (1763), doi:10.1098/rstl.1763.0053; discounted counts: Josang & Ismail (2002), The beta
/// reputation system, 15th Bled Electronic Commerce Conference.
struct beta_bernoulli {
  static constexpr std::string_view name = "beta_bernoulli";
  static constexpr std::string_view summary = "counts good and bad answers, and may forget";

  struct parameters {
    double prior_strength = 10;
    double forgetting = 0.002;
    double value_gain = 0.02;
    double temperature = 0.05;
    static constexpr auto fields() {
      using P = parameters;
      return std::tuple{
          field{"prior_strength", &P::prior_strength, 0.1, 1000., "events",
                "events that the expectation at birth is worth", "own choice"},
          field{"forgetting", &P::forgetting, 0., 0.5, "1/event",
                "share of the counts that an event discounts at birth; 0 = never forgets",
                "own choice: the last 500 events count"},
          field{"value_gain", &P::value_gain, 0., 1., "1/event",
                "share of the error of a strategy's value that is learned at birth",
                "delta_rule: own choice"},
          field{"temperature", &P::temperature, 0.01, 10., "relief",
                "randomness of the choice of strategy", "delta_rule: own choice"}};
    }
  };
  struct state {
    five expected{};
    five strength{};
    strategy_values values;
    bool operator==(const state&) const = default;
  };
  parameters p{};

  state initial(const temperament&, const prior& from) const {
    const double n = p.prior_strength;
    return {start_of(from.self, from.other, from.safety), {n, n, n, n, n}, untried};
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
      const double weight = plasticity * informed[i];
      after.strength[i] = (1. - weight * p.forgetting) * s.strength[i] + weight;
      after.expected[i] = blend(s.expected[i], evidence[i], weight / after.strength[i]);
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

  /// 1 - prior strength / strength: the share of a belief that is evidence, the mean over the
  /// expectations of self and of other.
  confidence certainty(const state& s) const {
    const five& n = s.strength;
    const auto known = [&](std::size_t i) { return clamp01(1. - p.prior_strength / n[i]); };
    return {(known(3) + known(4)) / 2., (known(0) + known(1) + known(2)) / 3.};
  }
};
static_assert(confident_theory<beta_bernoulli> && strategic_theory<beta_bernoulli>);

}  // namespace iwm::theories
