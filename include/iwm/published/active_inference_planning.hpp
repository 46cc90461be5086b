// SPDX-License-Identifier: MIT
#pragma once

#include "iwm/core/real.hpp"
#include "iwm/published/active_inference_world.hpp"

#include <array>
#include <cstddef>

namespace iwm::published::active_inference {

/// How the infant chooses (doi:10.1371/journal.pone.0193955): every sequence of actions to the end
/// of the episode is worth its expected free energy, and the sequences are weighed by a precision
/// that is inferred with them.
///
///   Q_pi   = sum over steps of  1'(A ln A) s' - (ln o' - ln C) . o',   s' = B(u) s,  o' = A s'
///   4 times: pi = softmax(gamma Q),  gamma = alpha / (beta - Q . pi)
///
/// Since an action fixes its own part of the next state, B(u) is held as `kinds` rows (the states
/// after u) by 3 `kinds` columns (the state before); the 1e-10 that the paper writes in all other
/// places is zero here, which changes no value by more than 1e-7 (tests/published). Sequences share
/// their beginnings: 3 + 9 + 27 + 81 predictions stand for 81 sequences of four.

inline constexpr std::size_t depth = 4;  ///< decisions in an episode
inline constexpr int iterations = 4;     ///< of policy and precision at each decision

/// What the infant takes its senses to mean, and what it likes.
struct taste {
  payoffs payoff{};
  double alpha = 250, beta = 1;  ///< the prior of the precision, Gamma(alpha, beta)
  double trust = 0.9;            ///< that a cue is plain; an infant takes 1 - trust for ambiguous

  constexpr double first_precision() const { return alpha / beta; }
};

/// Belief over the caregiver's state, given the action that led there.
template <std::size_t kinds>
using belief = std::array<double, kinds>;

/// B: probability [action][state after][action before times kinds + state before].
template <std::size_t kinds>
using transitions = std::array<std::array<std::array<double, actions * kinds>, kinds>, actions>;

/// ln C: the logarithm of how likely a change of stress is to be what the infant wants, over all
/// outcomes, which are 15 without and 45 with cues.
struct preferences {
  std::array<std::array<double, 2>, actions> log_wanted{};  ///< [action][0 attended, 1 ignored]

  preferences(const payoffs& of, std::size_t cues) {
    const double each = exp(of.g) + exp(of.h) + exp(-of.s) + exp(-of.t) + 1.;
    const double scale = log(static_cast<double>(actions * cues) * each);
    for (std::size_t u = 0; u < actions; ++u)
      log_wanted[u] = {of.of(u, true) - scale, of.of(u, false) - scale};
  }
};

/// What one step is worth: the payoffs expected, and what it would tell about the state.
struct step_value {
  double extrinsic = 0;  ///< E[ln C(o)]
  double epistemic = 0;  ///< E[KL(Q(s|o) || Q(s))]
  constexpr double total() const { return extrinsic + epistemic; }
};

/// -x ln x, 0 at 0.
[[gnu::always_inline]] constexpr double surprisal(double x) { return -x * log(x); }

/// The value of reaching a predicted belief by an action.
template <std::size_t kinds>
[[gnu::always_inline]] constexpr step_value value_of(const taste& t, const preferences& wanted,
                                                     std::size_t u, const belief<kinds>& s) {
  if (u == avoid) return {wanted.log_wanted[avoid][0], 0.};
  const auto& likes = wanted.log_wanted[u];
  if constexpr (kinds == 2) {
    return {s[0] * likes[0] + s[1] * likes[1], surprisal(s[0]) + surprisal(s[1])};
  } else {
    const double attended = s[0] + s[1], ignored = s[2] + s[3];
    const double plain = surprisal(s[0]) + surprisal(s[1]) + surprisal(s[2]) + surprisal(s[3]);
    const double felt = surprisal(attended) + surprisal(ignored);
    return {attended * likes[0] + ignored * likes[1], t.trust * plain + (1. - t.trust) * felt};
  }
}

/// B(u) s for a belief that was reached by `before`.
template <std::size_t kinds>
constexpr belief<kinds> predict(const transitions<kinds>& b, std::size_t u, std::size_t before,
                                const belief<kinds>& s) {
  belief<kinds> next{};
  for (std::size_t i = 0; i < kinds; ++i)
    for (std::size_t j = 0; j < kinds; ++j) next[i] += b[u][i][before * kinds + j] * s[j];
  return next;
}

constexpr std::size_t power_of_three(std::size_t n) {
  return n == 0 ? 1 : 3 * power_of_three(n - 1);
}

/// A decision: probability of each action as the next one, and the precision after it.
struct decision {
  std::array<double, actions> probability{};
  double precision = 0;
};

namespace detail {

/// Q of all sequences of `left` actions; the last action counts most in the index, the first least.
template <std::size_t kinds, std::size_t left>
[[gnu::always_inline]] inline void evaluate(const taste& t, const preferences& wanted,
                                            const transitions<kinds>& b, std::size_t before,
                                            const belief<kinds>& s,
                                            std::array<double, power_of_three(left)>& q) {
  constexpr std::size_t all = power_of_three(left);
  using layer = std::array<std::array<double, all>, kinds>;
  layer from{}, to{};
  for (std::size_t i = 0; i < kinds; ++i) from[i][0] = s[i];
  q[0] = 0.;
  for (std::size_t width = 1; width < all; width *= actions) {
    const std::size_t groups = width == 1 ? 1 : actions, size = width / groups;
    for (std::size_t u = 0; u < actions; ++u)
      for (std::size_t group = 0; group < groups; ++group) {
        const std::size_t column = kinds * (width == 1 ? before : group);
        for (std::size_t i = 0; i < kinds; ++i)
          for (std::size_t m = group * size; m < (group + 1) * size; ++m) {
            double next = b[u][i][column] * from[0][m];
            for (std::size_t j = 1; j < kinds; ++j) next += b[u][i][column + j] * from[j][m];
            to[i][u * width + m] = next;
          }
      }
    for (std::size_t u = actions; u-- > 0;)
      for (std::size_t m = 0; m < width; ++m) {
        belief<kinds> reached;
        for (std::size_t i = 0; i < kinds; ++i) reached[i] = to[i][u * width + m];
        q[u * width + m] = q[m] + value_of<kinds>(t, wanted, u, reached).total();
      }
    from = to;
  }
}

template <std::size_t kinds, std::size_t left>
[[gnu::noinline]] inline decision decide(const taste& t, const preferences& wanted,
                                         const transitions<kinds>& b, std::size_t before,
                                         const belief<kinds>& s, double precision) {
  constexpr std::size_t all = power_of_three(left);
  std::array<double, all> q, weight;
  evaluate<kinds, left>(t, wanted, b, before, s, q);
  double best = q[0];
  for (std::size_t i = 1; i < all; ++i) best = max(best, q[i]);
  decision made{{}, precision};
  for (int n = 0; n < iterations; ++n) {
    for (std::size_t i = 0; i < all; ++i) weight[i] = exp(made.precision * (q[i] - best));
    std::array<double, actions> share{}, worth{};
    for (std::size_t i = 0; i < all; i += actions)
      for (std::size_t first = 0; first < actions; ++first) {
        share[first] += weight[i + first];
        worth[first] += weight[i + first] * q[i + first];
      }
    const double sum = share[0] + share[1] + share[2];
    for (std::size_t u = 0; u < actions; ++u) made.probability[u] = share[u] / sum;
    made.precision = t.alpha / (t.beta - (worth[0] + worth[1] + worth[2]) / sum);
  }
  return made;
}

}  // namespace detail

/// Decides on the next of `left` actions, 1 to 4, from a belief that was reached by `before`.
template <std::size_t kinds>
decision decide(const taste& t, const preferences& wanted, const transitions<kinds>& b,
                std::size_t left, std::size_t before, const belief<kinds>& s, double precision) {
  switch (left) {
    case 1:
      return detail::decide<kinds, 1>(t, wanted, b, before, s, precision);
    case 2:
      return detail::decide<kinds, 2>(t, wanted, b, before, s, precision);
    case 3:
      return detail::decide<kinds, 3>(t, wanted, b, before, s, precision);
    default:
      return detail::decide<kinds, depth>(t, wanted, b, before, s, precision);
  }
}

/// The action at u of a decision.
constexpr std::size_t chosen(const decision& made, double u) {
  return u < made.probability[seek]                               ? seek
         : u < made.probability[seek] + made.probability[guarded] ? guarded
                                                                  : avoid;
}

}  // namespace iwm::published::active_inference
