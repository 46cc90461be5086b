// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>
#include <vector>

namespace iwm::published {

/// Attachment as a game: an infant that knows how likely its caregiver attends, and plays what
/// pays.
///
/// Buono, Chau, Lewis, Madras, Pugh, Rossi & Witelski (2006), Mathematical models of mother/child
/// attachment, Fields-MITACS Industrial Problem Solving Workshop; equations as restated by Cittern
/// (2016, thesis) and Cittern & Edalat (2015).

enum class move : std::size_t { go, half_go, dont_go };

/// What each move is worth when the caregiver attends with probability q:
///
///     go: g q - s (1 - q)      half go: h q - t (1 - q)      don't go: 0
///
/// with 0 < h < g and 0 < t < s. With s < t <= 0 being ignored comforts still.
struct one_player_game {
  double go_attended = 1., go_ignored = 2.;        ///< g and s; s is a cost
  double half_attended = 0.5, half_ignored = 0.4;  ///< h and t; t is a cost

  constexpr std::array<double, 3> payoffs(double q) const {
    return {go_attended * q - go_ignored * (1. - q), half_attended * q - half_ignored * (1. - q),
            0.};
  }

  /// The move of the largest payoff; of equals the one that seeks more.
  constexpr move best(double q) const {
    const std::array<double, 3> worth = payoffs(q);
    return static_cast<move>(std::max_element(worth.begin(), worth.end()) - worth.begin());
  }

  /// Where the best move changes as q rises from 0 to 1, in order. If h > g t / s, these are
  /// t / (h + t) and (s - t) / (g + s - h - t), else s / (g + s) alone; none if s <= 0.
  std::vector<double> boundaries() const {
    if (go_ignored <= 0.) return {};
    const double full = go_ignored / (go_attended + go_ignored);
    if (half_attended * go_ignored <= go_attended * half_ignored) return {full};
    const double half = half_ignored / (half_attended + half_ignored);
    const double change =
        (go_ignored - half_ignored) / (go_attended + go_ignored - half_attended - half_ignored);
    return {half, change};
  }
};

/// Two players with two moves each: the child goes (row 0) or does not (row 1), the parent attends
/// (column 0) or ignores (column 1).
struct two_player_game {
  using payoffs = std::array<std::array<double, 2>, 2>;
  payoffs child{}, parent{};

  /// Whether neither gains by changing its own move alone: an equilibrium of Nash in pure moves.
  constexpr bool is_equilibrium(std::size_t row, std::size_t column) const {
    return child[row][column] >= child[1 - row][column] &&
           parent[row][column] >= parent[row][1 - column];
  }

  std::vector<std::pair<std::size_t, std::size_t>> equilibria() const {
    std::vector<std::pair<std::size_t, std::size_t>> found;
    for (std::size_t row = 0; row < 2; ++row)
      for (std::size_t column = 0; column < 2; ++column)
        if (is_equilibrium(row, column)) found.emplace_back(row, column);
    return found;
  }
};

inline constexpr two_player_game secure_game{{{{4, 3}, {2, 2}}}, {{{4, 3}, {1, 2}}}};
inline constexpr two_player_game avoidant_game{{{{4, 2}, {3, 3}}}, {{{2, 3}, {1, 4}}}};
inline constexpr two_player_game game_of_two_equilibria{{{{4, 2}, {3, 3}}}, {{{4, 2}, {1, 3}}}};

}  // namespace iwm::published
