// SPDX-License-Identifier: MIT
#pragma once

#include "iwm/core/distributions.hpp"
#include "iwm/core/random.hpp"
#include "iwm/published/active_inference_planning.hpp"
#include "iwm/published/active_inference_world.hpp"

#include <array>
#include <cstddef>
#include <cstdint>

namespace iwm::published::active_inference {

/// What the infant knows (doi:10.1371/journal.pone.0193955): Dirichlet concentrations of
/// transitions, phi, and of the first state, xi; the likelihood is given and not learned. Of phi
/// and xi only the places that evidence can reach are held, see active_inference_planning.hpp.
template <std::size_t kinds>
struct knowledge {
  transitions<kinds> phi{};
  belief<kinds> xi{};

  bool operator==(const knowledge&) const = default;
};

/// Knows nothing: every transition that an action allows has the same concentration.
template <std::size_t kinds>
constexpr knowledge<kinds> naive(double concentration = 1.) {
  knowledge<kinds> k;
  for (auto& action : k.phi)
    for (auto& row : action) row.fill(concentration);
  k.xi.fill(concentration);
  return k;
}

/// Knows the caregiver: 1000 times the true probabilities, plus 1e-10.
template <std::size_t kinds>
constexpr knowledge<kinds> perfect(const caregiver& who) {
  knowledge<kinds> k;
  const auto likely = [&](std::size_t state) { return will_attend(state) ? who.q : 1. - who.q; };
  for (std::size_t i = 0; i < kinds; ++i) {
    for (std::size_t j = 0; j < actions * kinds; ++j) {
      const bool possible = kinds == 2 || attends<kinds>(i) == will_attend(j);
      for (auto& action : k.phi) action[i][j] = 1000. * (possible ? likely(i) : 0.) + 1e-10;
    }
    const double now = attends<kinds>(i) ? who.q : 1. - who.q;
    k.xi[i] = 1000. * now * (kinds == 2 ? 1. : likely(i)) + 1e-10;
  }
  return k;
}

/// B(u): every column of phi(u) divided by its sum.
template <std::size_t kinds>
constexpr transitions<kinds> expected(const knowledge<kinds>& k) {
  transitions<kinds> b = k.phi;
  for (auto& action : b)
    for (std::size_t j = 0; j < actions * kinds; ++j) {
      double sum = 0;
      for (std::size_t i = 0; i < kinds; ++i) sum += action[i][j];
      for (std::size_t i = 0; i < kinds; ++i) action[i][j] /= sum;
    }
  return b;
}

/// Whether an observation may come from a caregiver's state, in the infant's eyes: a plain cue is
/// taken for the truth, an ambiguous one says nothing, and one who avoids perceives nothing.
template <std::size_t kinds>
constexpr bool compatible(const observation& seen, std::size_t state) {
  if (seen.acted == avoid) return true;
  if (seen.attended != attends<kinds>(state)) return false;
  return kinds == 2 || seen.announced == cue::ambiguous ||
         (seen.announced == cue::will_attend) == will_attend(state);
}

namespace detail {

template <std::size_t kinds>
constexpr belief<kinds> softmax_of_compatible(const observation& seen, belief<kinds> s) {
  double best = -1e300;
  for (std::size_t i = 0; i < kinds; ++i)
    if (compatible<kinds>(seen, i)) best = max(best, s[i]);
  double sum = 0;
  for (std::size_t i = 0; i < kinds; ++i) {
    s[i] = compatible<kinds>(seen, i) ? exp(s[i] - best) : 0.;
    sum += s[i];
  }
  for (double& x : s) x /= sum;
  return s;
}

}  // namespace detail

/// s_1 = softmax(A' o + D), by expected logarithms. What is the same for all states is left out.
template <std::size_t kinds>
constexpr belief<kinds> first_belief(const knowledge<kinds>& k, const observation& seen) {
  belief<kinds> s{};
  for (std::size_t i = 0; i < kinds; ++i) s[i] = digamma(k.xi[i]);
  return detail::softmax_of_compatible<kinds>(seen, s);
}

/// s_t = softmax(A' o + B(a) s_(t-1)), by expected logarithms; `before` led to s_(t-1).
template <std::size_t kinds>
constexpr belief<kinds> next_belief(const knowledge<kinds>& k, const observation& seen,
                                    std::size_t before, const belief<kinds>& last) {
  belief<kinds> s{};
  for (std::size_t i = 0; i < kinds; ++i)
    for (std::size_t j = 0; j < kinds; ++j)
      s[i] += digamma(k.phi[seen.acted][i][before * kinds + j]) * last[j];
  return detail::softmax_of_compatible<kinds>(seen, s);
}

/// One transition into phi: += s_t(i) s_(t-1)(j), with a weight that the paper has at 1.
template <std::size_t kinds>
constexpr void count(knowledge<kinds>& k, std::size_t acted, const belief<kinds>& now,
                     std::size_t before, const belief<kinds>& last, double weight = 1.) {
  for (std::size_t i = 0; i < kinds; ++i)
    for (std::size_t j = 0; j < kinds; ++j)
      k.phi[acted][i][before * kinds + j] += weight * now[i] * last[j];
}

/// What can be seen of an episode from outside, and the infant's inner figures at its last
/// decision.
struct episode {
  std::array<std::size_t, depth> acted{};
  decision last{};
  std::array<step_value, actions> value{};  ///< of each action at the last decision
};

/// An infant of the paper, from one episode to the next.
template <std::size_t kinds>
struct infant {
  taste likes{};
  bool learns = true;
  knowledge<kinds> knows = naive<kinds>();

  /// One episode of four decisions. It starts avoiding; what follows the last action is not
  /// learned.
  episode live(const caregiver& who, const draw_key& key, std::uint64_t number) {
    const preferences wanted(likes.payoff, kinds == 2 ? 1 : 3);
    const transitions<kinds> b = expected(knows);
    draws u = key.draw(depth * number, purpose::procedure);
    std::size_t state = first_state<kinds>(who, u[2], u[3]);
    std::array<belief<kinds>, depth> s;
    s[0] = first_belief(knows, observation{});
    double precision = likes.first_precision();
    std::size_t before = avoid;
    episode lived;
    for (std::size_t t = 0; t < depth; ++t) {
      lived.last = decide<kinds>(likes, wanted, b, depth - t, before, s[t], precision);
      precision = lived.last.precision;
      lived.acted[t] = chosen(lived.last, u[0]);
      if (t + 1 == depth) break;
      u = key.draw(depth * number + t + 1, purpose::procedure);
      state = next_state<kinds>(who, state, u[2]);
      const observation seen = perceive<kinds>(who, lived.acted[t], state, u[1]);
      s[t + 1] = next_belief(knows, seen, before, s[t]);
      before = lived.acted[t];
    }
    for (std::size_t a = 0; a < actions; ++a)
      lived.value[a] =
          value_of<kinds>(likes, wanted, a, predict<kinds>(b, a, before, s[depth - 1]));
    if (learns) learn(lived, s);
    return lived;
  }

 private:
  void learn(const episode& lived, const std::array<belief<kinds>, depth>& s) {
    for (std::size_t t = 1; t < depth; ++t)
      count(knows, lived.acted[t - 1], s[t], t == 1 ? avoid : lived.acted[t - 2], s[t - 1]);
    for (std::size_t i = 0; i < kinds; ++i) knows.xi[i] += s[0][i];
  }
};

}  // namespace iwm::published::active_inference
