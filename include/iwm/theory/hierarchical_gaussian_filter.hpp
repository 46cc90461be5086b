// SPDX-License-Identifier: MIT
#pragma once

#include "iwm/core/fields.hpp"
#include "iwm/theory/plain_behaviour.hpp"
#include "iwm/theory/theory.hpp"

#include <array>
#include <cstddef>
#include <string_view>
#include <tuple>

namespace iwm::theories {

/// The binary hierarchical Gaussian filter of three levels, one for each expectation: what an
/// answer will be (1), the figure's tendency in log-odds (2), and how volatile that tendency is
/// (3).
///
///   predicted   p = logistic(m2),  v = exp(coupling m3 + tonic),  P2 = 1 / (s2 + v)
///   tendency    s2' = 1 / (P2 + p (1 - p)),   m2' = m2 + plasticity s2' (y - p)
///   volatility  w = v P2,  r = (v - s2) P2,  d = (s2' + (m2' - m2)^2) P2 - 1
///               1 / s3' = 1 / (s3 + meta) + coupling^2 w (w + r d) / 2
///               m3' = m3 + plasticity coupling w d s3' / 2
///
/// with y = (1 + x) / 2; the expectation is 2 p - 1. Departures: plasticity (1 in the papers); a
/// floor of a hundredth of the predicted precision under 1 / s3', where the papers' approximation
/// can fail; m2 and m3 stay within -12 and 12. Mathys, Daunizeau, Friston & Stephan (2011),
/// doi:10.3389/fnhum.2011.00039; Mathys et al. (2014), doi:10.3389/fnhum.2014.00825.
struct hierarchical_gaussian_filter {
  static constexpr std::string_view name = "hierarchical_gaussian_filter";
  static constexpr std::string_view summary =
      "learns a figure's tendency and how volatile it is (three-level binary HGF)";

  struct parameters {
    double coupling = 1;
    double tonic = -6;
    double meta = 0.001;
    double initial_variance = 0.1;
    double initial_volatility_variance = 1;
    double value_gain = 0.02;
    double temperature = 0.05;
    static constexpr auto fields() {
      using P = parameters;
      return std::tuple{
          field{"coupling", &P::coupling, 0., 2., "1",
                "effect of volatility on the step of the tendency (kappa)",
                "Mathys et al. 2011: 1.4 in their examples; own choice"},
          field{"tonic", &P::tonic, -15., 2., "log of log-odds^2/event",
                "log of the tendency's drift at volatility 0 (omega)",
                "Mathys et al. 2011: -2.2 in their examples; own choice: slower"},
          field{"meta", &P::meta, 0., 1., "1/event", "drift of the volatility (theta)",
                "own choice"},
          field{"initial_variance", &P::initial_variance, 0.001, 10., "log-odds^2",
                "variance of the tendency before any evidence", "own choice"},
          field{"initial_volatility_variance", &P::initial_volatility_variance, 0.001, 10., "1",
                "variance of the volatility before any evidence", "own choice"},
          field{"value_gain", &P::value_gain, 0., 1., "1/event",
                "share of the error of a strategy's value that is learned at birth",
                "delta_rule: own choice"},
          field{"temperature", &P::temperature, 0.01, 10., "relief",
                "randomness of the choice of strategy", "delta_rule: own choice"}};
    }
  };

  /// The beliefs behind one expectation.
  struct belief {
    double tendency = 0;             ///< m2, log-odds of a good answer
    double tendency_variance = 0;    ///< s2
    double volatility = 0;           ///< m3
    double volatility_variance = 0;  ///< s3
    bool operator==(const belief&) const = default;
  };
  struct state {
    std::array<belief, 5> beliefs{};
    strategy_values values;
    bool operator==(const state&) const = default;
  };
  parameters p{};

  static constexpr double furthest = 12.;

  /// One event that was good to the degree y, 0 to 1.
  belief updated(const belief& b, double y, double plasticity) const {
    const double chance = logistic(b.tendency);
    const double drift = exp(p.coupling * b.volatility + p.tonic);
    const double predicted = 1. / (b.tendency_variance + drift);
    const double variance = 1. / (predicted + chance * (1. - chance));
    const double tendency =
        clamp(b.tendency + plasticity * variance * (y - chance), -furthest, furthest);
    const double step = tendency - b.tendency;
    const double share = drift * predicted;
    const double balance = (drift - b.tendency_variance) * predicted;
    const double surprise = (variance + step * step) * predicted - 1.;
    const double before = 1. / (b.volatility_variance + p.meta);
    const double precision = max(0.01 * before, before + 0.5 * p.coupling * p.coupling * share *
                                                             (share + balance * surprise));
    const double moved = 0.5 * plasticity * p.coupling * share * surprise / precision;
    return {tendency, variance, clamp(b.volatility + moved, -furthest, furthest), 1. / precision};
  }

  state initial(const temperament&, const prior& from) const {
    const five start = start_of(from.self, from.other, from.safety);
    state s{.beliefs = {}, .values = untried};
    for (std::size_t i = 0; i < start.size(); ++i)
      s.beliefs[i] = {clamp(logit(0.5 * (1. + start[i])), -furthest, furthest), p.initial_variance,
                      0., p.initial_volatility_variance};
    return s;
  }

  double felt_security(const state& s) const { return reassurance(expected(s)); }

  signal behave(const state& s, const circumstance& now, double arousal, const temperament&,
                const draws& u) const {
    const double how = softmax_manner(s.values, now, p.temperature, u[0]);
    return plain_signal(how, now, arousal, expected(s).safety, u[1]);
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
      const belief& b = s.beliefs[i];
      const belief news = updated(b, 0.5 * (1. + evidence[i]), plasticity);
      const bool told = informed[i] > 0.;
      after.beliefs[i] = {select(told, news.tendency, b.tendency),
                          select(told, news.tendency_variance, b.tendency_variance),
                          select(told, news.volatility, b.volatility),
                          select(told, news.volatility_variance, b.volatility_variance)};
    }
    after.values = credited(s.values, seen, felt.relief, plasticity * p.value_gain);
    return after;
  }

  response anticipate(const state& s, const signal&) const {
    return expected_response(expected(s));
  }

  expectations expected(const state& s) const {
    five e{};
    for (std::size_t i = 0; i < e.size(); ++i) e[i] = 2. * logistic(s.beliefs[i].tendency) - 1.;
    return expectations_of(e);
  }
  self_vector self(const state& s) const { return expected(s).self(); }
  other_vector other(const state& s) const { return expected(s).other(); }
  strategy_values strategies(const state& s) const { return s.values; }

  /// The part of the precision of the tendency that the next event does not add, 0 to 1:
  /// 1 / (1 + s2 p (1 - p)), the mean over the expectations of self and of other.
  confidence certainty(const state& s) const {
    const auto known = [&](std::size_t i) {
      const double chance = logistic(s.beliefs[i].tendency);
      return 1. / (1. + s.beliefs[i].tendency_variance * chance * (1. - chance));
    };
    return {(known(3) + known(4)) / 2., (known(0) + known(1) + known(2)) / 3.};
  }
};
static_assert(confident_theory<hierarchical_gaussian_filter> &&
              strategic_theory<hierarchical_gaussian_filter>);

}  // namespace iwm::theories
