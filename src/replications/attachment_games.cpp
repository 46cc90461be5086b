// SPDX-License-Identifier: MIT
#include "replications/attachment_games.hpp"

#include "iwm/published/attachment_game.hpp"

#include <array>

namespace iwm {
namespace {

using namespace published;

/// A figure without chance: ours must be the expected number up to rounding.
replicated_figure exact(std::string condition, std::string quantity, double expected, double ours) {
  return {.condition = std::move(condition),
          .quantity = std::move(quantity),
          .recomputed = expected,
          .ours = ours,
          .lowest = expected - 1e-12,
          .highest = expected + 1e-12};
}

void add_boundaries(std::vector<replicated_figure>& figures, const std::string& condition,
                    const one_player_game& game, const std::vector<double>& expected) {
  const std::vector<double> ours = game.boundaries();
  figures.push_back(exact(condition, "boundaries of the best move",
                          static_cast<double>(expected.size()), static_cast<double>(ours.size())));
  for (std::size_t i = 0; i < expected.size() && i < ours.size(); ++i)
    figures.push_back(exact(condition, "boundary " + std::to_string(i + 1), expected[i], ours[i]));
}

void add_equilibria(std::vector<replicated_figure>& figures, const std::string& name,
                    const two_player_game& game,
                    const std::array<std::array<bool, 2>, 2>& published) {
  constexpr std::array rows{"(Go, ", "(Don't, "};
  constexpr std::array columns{"Attend)", "Ignore)"};
  for (std::size_t row = 0; row < 2; ++row)
    for (std::size_t column = 0; column < 2; ++column) {
      const double asked = published[row][column];
      figures.push_back(
          {.condition = name,
           .quantity = std::string(rows[row]) + columns[column] + " is an equilibrium",
           .published = asked,
           .ours = game.is_equilibrium(row, column) ? 1. : 0.,
           .lowest = asked,
           .highest = asked});
    }
}

}  // namespace

std::vector<replicated_figure> attachment_games_replication::table(std::uint64_t) const {
  std::vector<replicated_figure> figures;
  add_boundaries(figures, "g=1 s=2 t=0.4 h=0.5", {1., 2., 0.5, 0.4}, {0.4 / 0.9, 1.6 / 2.1});
  add_boundaries(figures, "g=2 s=2 t=0.9 h=0.75", {2., 2., 0.75, 0.9}, {0.5});
  add_boundaries(figures, "g=1 s=-0.2 t=-0.1 h=0.5", {1., -0.2, 0.5, -0.1}, {});
  add_equilibria(figures, "secure game", secure_game, {{{true, false}, {false, false}}});
  add_equilibria(figures, "avoidant game (IIA)", avoidant_game, {{{false, false}, {false, true}}});
  add_equilibria(figures, "game of two equilibria (IIB2a)", game_of_two_equilibria,
                 {{{true, false}, {false, true}}});
  return figures;
}

std::vector<replicated_figure> attachment_games_replication::condition(std::uint64_t) const {
  const one_player_game game{p.go_attended, p.go_ignored, p.half_attended, p.half_ignored};
  const std::string condition = "q=" + to_text(p.q) + " g=" + to_text(p.go_attended) +
                                " s=" + to_text(p.go_ignored) + " t=" + to_text(p.half_ignored) +
                                " h=" + to_text(p.half_attended);
  constexpr std::array moves{"go", "half go", "don't go"};
  const auto worth = game.payoffs(p.q);
  std::vector<replicated_figure> figures;
  for (std::size_t m = 0; m < moves.size(); ++m)
    figures.push_back({.condition = condition,
                       .quantity = std::string("payoff of ") + moves[m],
                       .ours = worth[m]});
  for (std::size_t m = 0; m < moves.size(); ++m)
    figures.push_back({.condition = condition,
                       .quantity = std::string("plays ") + moves[m],
                       .ours = game.best(p.q) == static_cast<move>(m) ? 1. : 0.});
  return figures;
}

}  // namespace iwm
