// SPDX-License-Identifier: MIT
#pragma once

#include "iwm/core/real.hpp"
#include "iwm/published/nash_reinforcement.hpp"

#include <array>
#include <cstddef>
#include <map>

namespace iwm::published {

/// Therapy as learning which state of mind to practise: each practice stores that prototype once
/// more. Edalat & Lin (2014), A neural model of mentalization/mindfulness based psychotherapy,
/// IJCNN 2014.
///
///     P(be X) = k^Q(s, X) / sum,   s: dense ranks of the degrees;  a state met first has Q = the
///     ranks Q(s, X) <- reward(X) + discount max Q(s', .),   degree(X) += 1
struct degree_therapy {
  enum prototype : std::size_t { angry, happy, sad, fearful, mentalizing };
  using numbers = std::array<double, 5>;

  double choice_base = 2.;  ///< k
  double discount = 0.2;    ///< delta
  numbers degrees{8., 1., 3., 5., 2.};
  numbers rewards{0., 0.5, 0.2, 0.1, 1.};

  /// Rounds until Mentalizing has the largest degree, alone; 0 if not within `longest`.
  double rounds(const draw_key& key, double longest) const {
    std::map<std::array<int, 5>, numbers> table;
    const auto values = [&](const numbers& of) -> numbers& {
      const auto ranks = dense_ranks(of);
      const auto [at, is_new] = table.try_emplace(ranks);
      if (is_new)
        for (std::size_t x = 0; x < of.size(); ++x) at->second[x] = ranks[x];
      return at->second;
    };
    draw_sequence u(key, 0);
    numbers degree = degrees;
    const double base = log(choice_base);
    for (double round = 1; round <= longest; ++round) {
      numbers& q = values(degree);
      const std::size_t chosen = choose(q, base, u.next());
      degree[chosen] += 1.;
      q[chosen] = rewards[chosen] + discount * largest(values(degree));
      if (has_overlaid(degree)) return round;
    }
    return 0.;
  }

 private:
  static double largest(const numbers& q) {
    double most = q[0];
    for (const double one : q) most = max(most, one);
    return most;
  }

  static std::size_t choose(const numbers& q, double base, double u) {
    numbers weight{};
    double all = 0., below = 0.;
    for (std::size_t x = 0; x < q.size(); ++x) all += weight[x] = exp(base * q[x]);
    for (std::size_t x = 0; x + 1 < q.size(); ++x)
      if (u * all < (below += weight[x])) return x;
    return mentalizing;
  }

  static bool has_overlaid(const numbers& degree) {
    for (std::size_t x = 0; x < mentalizing; ++x)
      if (degree[x] >= degree[mentalizing]) return false;
    return true;
  }
};

}  // namespace iwm::published
