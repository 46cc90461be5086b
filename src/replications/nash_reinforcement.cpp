// SPDX-License-Identifier: MIT
#include "replications/nash_reinforcement.hpp"

#include "iwm/published/nash_reinforcement.hpp"

#include <array>
#include <cmath>

#include "replications/sample_mean.hpp"

namespace iwm {
namespace {

using parameters = nash_reinforcement_replication::parameters;

/// Of the courses that converge: their rounds; and the share that does.
struct courses {
  sample_mean generation, decay, converged, decayed;
};

courses run(const parameters& p, std::uint64_t seed) {
  published::nash_learner parent;
  parent.choice_base = p.choice_base;
  parent.discount = p.discount;
  parent.raise = p.raise;
  parent.reinforce_dont_attend = p.reinforce_dont_attend;
  courses all;
  for (std::uint64_t i = 0; i < p.repetitions; ++i) {
    const auto rounds = published::play(parent, address{.seed = seed, .replicate = i}.key(),
                                        static_cast<double>(p.longest));
    all.converged.add(rounds.generation > 0. ? 1. : 0.);
    if (rounds.generation == 0.) continue;
    all.generation.add(rounds.generation);
    all.decayed.add(rounds.decay > 0. ? 1. : 0.);
    if (rounds.decay > 0.) all.decay.add(rounds.decay);
  }
  return all;
}

std::string condition_of(const parameters& p) {
  return "k=" + to_text(p.choice_base) + (p.reinforce_dont_attend ? " {GA,DA}" : " {GA}") +
         " r=" + to_text(p.raise) + " delta=" + to_text(p.discount);
}

replicated_figure figure(const parameters& p, std::string quantity, const sample_mean& ours) {
  return {.condition = condition_of(p),
          .quantity = std::move(quantity),
          .ours = ours.count() > 0. ? ours.mean() : replicated_figure::none,
          .standard_error = ours.standard_error()};
}

/// Recomputed mean rounds for r = 1.1 and 1.5; a share that converges where it is below 1.
struct row {
  double base;
  bool both;
  double raise;
  std::array<double, 5> recomputed;
};
constexpr std::array discounts{0., 0.2, 0.4, 0.6, 0.8};
constexpr std::array<row, 8> rows{{{1.5, false, 1.1, {210, 207, 192, 201, 459}},
                                   {1.5, false, 1.5, {69, 66, 72, 83, 350}},
                                   {1.5, true, 1.1, {79, 84, 88, 105, 374}},
                                   {1.5, true, 1.5, {27, 28, 32, 53, 358}},
                                   {2., false, 1.1, {854, 869, 825, 1502, 0.04}},
                                   {2., false, 1.5, {238, 277, 325, 861, 0.02}},
                                   {2., true, 1.1, {113, 117, 160, 566, 0.04}},
                                   {2., true, 1.5, {33, 50, 94, 580, 0.03}}}};

void add_row(std::vector<replicated_figure>& figures, parameters p, const row& of,
             std::uint64_t seed, sample_mean& slower_to_generate) {
  p.choice_base = of.base;
  p.reinforce_dont_attend = of.both;
  p.raise = of.raise;
  for (std::size_t d = 0; d < discounts.size(); ++d) {
    p.discount = discounts[d];
    const courses ours = run(p, seed);
    const bool rarely = of.recomputed[d] < 1.;

    replicated_figure converged = figure(p, "share that converges", ours.converged);
    converged.recomputed = rarely ? of.recomputed[d] : 1.;
    if (rarely) converged.published = 0.015;
    if (!rarely && p.discount == 0.8) converged.published = 1.;
    if (rarely)
      converged.highest = std::nextafter(0.06, 0.);
    else
      converged.lowest = 1.;
    figures.push_back(converged);

    replicated_figure rounds = figure(p, "rounds to the secure equilibrium", ours.generation);
    if (!rarely) {
      rounds.recomputed = of.recomputed[d];
      if (p.discount < 0.7) {
        rounds.lowest = 0.85 * rounds.recomputed;
        rounds.highest = 1.15 * rounds.recomputed;
      }
    }
    figures.push_back(rounds);
    figures.push_back(figure(p, "rounds of decay", ours.decay));
    if (!rarely) slower_to_generate.add(ours.generation.mean() - ours.decay.mean());
  }
}

}  // namespace

std::vector<replicated_figure> nash_reinforcement_replication::table(std::uint64_t seed) const {
  std::vector<replicated_figure> figures;
  for (const double base : {1.5, 2.}) {
    sample_mean difference;
    for (const row& of : rows)
      if (of.base == base) add_row(figures, p, of, seed, difference);
    figures.push_back({.condition = "k=" + to_text(base) + ", mean of all conditions that converge",
                       .quantity = "rounds to generate less rounds to decay",
                       .ours = difference.mean(),
                       .standard_error = difference.standard_error(),
                       .lowest = 0.});
  }
  return figures;
}

std::vector<replicated_figure> nash_reinforcement_replication::condition(std::uint64_t seed) const {
  const courses ours = run(p, seed);
  return {figure(p, "share that converges", ours.converged),
          figure(p, "rounds to the secure equilibrium", ours.generation),
          figure(p, "share that decays", ours.decayed), figure(p, "rounds of decay", ours.decay)};
}

}  // namespace iwm
