// SPDX-License-Identifier: MIT
#pragma once

#include "iwm/core/real.hpp"
#include "iwm/published/attachment_game.hpp"
#include "iwm/published/draw_sequence.hpp"

#include <array>
#include <cstddef>

namespace iwm::published {

/// Dense ranks of numbers: equal ones share a rank, the least has rank 1.
template <std::size_t N>
constexpr std::array<int, N> dense_ranks(const std::array<double, N>& numbers) {
  std::array<int, N> ranks{};
  for (std::size_t i = 0; i < N; ++i) {
    ranks[i] = 1;
    for (std::size_t j = 0; j < N; ++j) {
      bool counted = numbers[j] < numbers[i];
      for (std::size_t earlier = 0; earlier < j; ++earlier)
        counted = counted && numbers[earlier] != numbers[j];
      ranks[i] += counted;
    }
  }
  return ranks;
}

/// A parent whose payoffs are raised when good outcomes occur, until the secure outcome is an
/// equilibrium of its changed game. Cittern & Edalat (2015), Reinforcement learning for Nash
/// equilibrium generation, AAMAS, 1727-1728, and its extended version.
///
///     P(action) = k^Q([M], action) / sum over both;   [M]: dense ranks of the four payoffs M
///     if the outcome is reinforced   M(outcome) <- r M(outcome),  D = r M(outcome) before;  else D
///     = M(outcome) Q([M], action) += (D + discount max Q([M'], .) - Q([M], action)) / n([M],
///     action)
///
/// A pattern of ranks that is met first takes its ranks in the row Don't go for Q.
struct nash_learner {
  static constexpr std::size_t attend = 0, ignore = 1, go = 0, dont_go = 1;
  using payoffs = two_player_game::payoffs;

  double choice_base = 1.5;            ///< k
  double discount = 0.4;               ///< delta
  double raise = 1.1;                  ///< r
  bool reinforce_dont_attend = false;  ///< beside (Go, Attend) also (Don't, Attend)

  payoffs worth = avoidant_game.parent;  ///< M
  struct row {
    std::array<double, 2> value{}, times{};
    bool known = false;
  };
  std::array<row, 256> table{};

  static constexpr std::size_t pattern(const payoffs& m) {
    const auto ranks = dense_ranks<4>({m[0][0], m[0][1], m[1][0], m[1][1]});
    std::size_t index = 0;
    for (const int rank : ranks) index = 4 * index + static_cast<std::size_t>(rank - 1);
    return index;
  }

  /// The values of both actions at the present pattern of payoffs.
  row& now() {
    row& at = table[pattern(worth)];
    if (!at.known) {
      const auto ranks = dense_ranks<4>({worth[0][0], worth[0][1], worth[1][0], worth[1][1]});
      at = {{double(ranks[2]), double(ranks[3])}, {}, true};
    }
    return at;
  }

  double chance_to_attend() {
    const row& at = now();
    return 1. / (1. + exp((at.value[ignore] - at.value[attend]) * log(choice_base)));
  }

  /// Learns from an outcome; `rewarding` is off once the therapy has ended.
  void learn(std::size_t child, std::size_t action, bool rewarding) {
    row& at = now();
    double& payoff = worth[child][action];
    const bool good = action == attend && (child == go || reinforce_dont_attend);
    if (rewarding && good) payoff *= raise;
    const double reward = payoff;
    const row& next = now();
    const double ahead = max(next.value[attend], next.value[ignore]);
    at.times[action] += 1.;
    at.value[action] += (reward + discount * ahead - at.value[action]) / at.times[action];
  }
};

/// Rounds until security is established, and until it is lost once the reinforcement has ended;
/// 0 where that did not happen within `longest` rounds.
struct nash_rounds {
  double generation = 0, decay = 0;
};

/// One course. The child plays the best reply to the parent's last action, first to Ignore. It has
/// been generated when (Go, Attend) is an equilibrium and was played five times running; then the
/// payoffs are the first ones again, the values stay, and it has decayed when Ignore is valued
/// above Attend and (Don't, Ignore) was played five times running.
inline nash_rounds play(nash_learner parent, const draw_key& key, double longest) {
  constexpr two_player_game::payoffs child_payoffs = avoidant_game.child;
  constexpr int running = 5;
  nash_rounds rounds;
  std::size_t last = nash_learner::ignore;
  for (int phase = 0; phase < 2; ++phase) {
    const bool generating = phase == 0;
    draw_sequence u(key, static_cast<std::uint64_t>(phase));
    int times = 0;
    for (double round = 1; round <= longest; ++round) {
      const std::size_t child = child_payoffs[0][last] > child_payoffs[1][last] ? 0 : 1;
      last = u.next() < parent.chance_to_attend() ? nash_learner::attend : nash_learner::ignore;
      parent.learn(child, last, generating);
      const std::size_t wanted = generating ? 0 : 1;
      times = child == wanted && last == wanted ? times + 1 : 0;
      if (times < running) continue;
      const auto& value = parent.now().value;
      const bool reached = generating
                               ? two_player_game{child_payoffs, parent.worth}.is_equilibrium(0, 0)
                               : value[nash_learner::ignore] > value[nash_learner::attend];
      if (!reached) continue;
      (generating ? rounds.generation : rounds.decay) = round;
      break;
    }
    if (rounds.generation == 0) break;
    parent.worth = avoidant_game.parent;
  }
  return rounds;
}

}  // namespace iwm::published
