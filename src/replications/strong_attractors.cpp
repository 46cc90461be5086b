// SPDX-License-Identifier: MIT
#include "replications/strong_attractors.hpp"

#include "iwm/published/strong_attractors.hpp"

#include <algorithm>
#include <array>

#include "replications/faces.hpp"
#include "replications/sample_mean.hpp"

namespace iwm {
namespace {

using namespace published;
using parameters = strong_attractors_replication::parameters;

struct outcomes {
  sample_mean unstable, first, second, neither;
};

void store_copies(strong_attractors& memory, const pattern& of, std::uint64_t degree, double noise,
                  draw_sequence& u) {
  if (noise == 0.) {
    memory.store(of, static_cast<int>(degree));
    return;
  }
  for (std::uint64_t copy = 0; copy < degree; ++copy) memory.store(noisy_copy(of, noise, u), 1);
}

/// Within a twentieth of the bits of the pattern or of its negative.
bool is_retrieved(const pattern& found, const pattern& wanted) {
  const std::size_t away = distance(found, wanted), near = wanted.size() / 20;
  return away <= near || away + near >= wanted.size();
}

outcomes run(const parameters& p, std::uint64_t seed) {
  outcomes all;
  for (std::uint64_t i = 0; i < p.repetitions; ++i) {
    draw_sequence u(address{.seed = seed, .replicate = i}.key(), 0);
    const pattern first = random_pattern(p.units, u);
    pattern second = first;
    for (std::uint64_t bit = 0; bit < std::min(p.bits_apart, p.units); ++bit)
      second[bit] = static_cast<std::int8_t>(-second[bit]);
    strong_attractors memory(p.units);
    store_copies(memory, first, p.first_degree, p.first_noise, u);
    if (p.second_degree > 0) store_copies(memory, second, p.second_degree, p.second_noise, u);
    for (std::uint64_t k = 0; k < p.simple; ++k) memory.store(random_pattern(p.units, u), 1);

    all.unstable.add(memory.unstable(first));
    const pattern found = memory.retrieve(random_pattern(p.units, u));
    const bool is_first = is_retrieved(found, first);
    const bool is_second = p.second_degree > 0 && !is_first && is_retrieved(found, second);
    all.first.add(is_first);
    all.second.add(is_second);
    all.neither.add(!is_first && !is_second);
  }
  return all;
}

std::string condition_of(const parameters& p) {
  std::string text =
      "N=" + to_text(p.units) + " simple=" + to_text(p.simple) + " d=" + to_text(p.first_degree);
  if (p.second_degree > 0) text += " against " + to_text(p.second_degree);
  if (p.first_noise > 0. || p.second_noise > 0.) {
    text += " noise=" + to_text(p.first_noise);
    if (p.second_degree > 0) text += " against " + to_text(p.second_noise);
  }
  return text;
}

replicated_figure figure(const parameters& p, std::string quantity, const sample_mean& ours) {
  return {.condition = condition_of(p),
          .quantity = std::move(quantity),
          .ours = ours.mean(),
          .standard_error = ours.standard_error()};
}

/// The share of unstable bits beside the formula; few networks are enough for 500 bits each.
void add_unstable(std::vector<replicated_figure>& figures, const parameters& all,
                  std::uint64_t seed) {
  struct row {
    std::uint64_t simple;
    std::array<double, 4> recomputed;
  };
  constexpr std::array<std::uint64_t, 4> degrees{1, 2, 3, 5};
  constexpr std::array<row, 2> rows{{{200, {0.058, 0., 0., 0.}}, {800, {0.218, 0.055, 0.008, 0.}}}};
  for (const row& of : rows)
    for (std::size_t d = 0; d < degrees.size(); ++d) {
      parameters p;
      p.simple = of.simple;
      p.first_degree = degrees[d];
      p.second_degree = 0;
      p.repetitions = std::max<std::uint64_t>(2, all.repetitions / 5);
      replicated_figure share =
          figure(p, "unstable bits of the strong pattern", run(p, seed).unstable);
      share.published =
          unstable_share(500., static_cast<double>(degrees[d]), static_cast<double>(of.simple));
      share.recomputed = of.recomputed[d];
      share.lowest = share.published - 0.015;
      share.highest = share.published + 0.015;
      figures.push_back(std::move(share));
    }
}

void add_competition(std::vector<replicated_figure>& figures, const parameters& all,
                     std::uint64_t seed) {
  struct row {
    std::uint64_t first, second;
    bool wins;
    double recomputed, lowest, highest;
  };
  constexpr std::array<row, 5> rows{{{12, 5, true, 1., 0.97, 1.},
                                     {20, 5, true, 1., 0.97, 1.},
                                     {8, 5, true, 0.93, 0.83, 1.},
                                     {5, 8, false, 0.98, 0.88, 1.},
                                     {5, 5, true, 0.56, 0.35, 0.65}}};
  for (const row& of : rows) {
    parameters p;
    p.first_degree = of.first;
    p.second_degree = of.second;
    p.repetitions = all.repetitions;
    const outcomes ours = run(p, seed);
    replicated_figure won = of.wins ? figure(p, "retrieves the first", ours.first)
                                    : figure(p, "retrieves the second", ours.second);
    won.recomputed = of.recomputed;
    won.lowest = of.lowest;
    won.highest = of.highest;
    figures.push_back(std::move(won));
  }
}

/// A prototype met only in noisy copies is extracted up to a noise between 0.25 and 0.375, and of
/// two the less noisy wins: the paper has both as charts.
void add_noisy_copies(std::vector<replicated_figure>& figures, const parameters& all,
                      std::uint64_t seed) {
  for (const double noise : {0., 0.1, 0.2, 0.3, 0.4, 0.45}) {
    parameters p;
    p.first_degree = 15;
    p.second_degree = 0;
    p.first_noise = noise;
    p.repetitions = all.repetitions;
    figures.push_back(figure(p, "retrieves the prototype", run(p, seed).first));
  }
  parameters p;
  p.first_degree = p.second_degree = 30;
  p.first_noise = 0.1;
  p.second_noise = 0.2;
  p.repetitions = all.repetitions;
  const outcomes ours = run(p, seed);
  figures.push_back(figure(p, "retrieves the less noisy", ours.first));
  figures.back().lowest = 0.5;
  figures.push_back(figure(p, "retrieves the noisier", ours.second));
}

}  // namespace

std::vector<replicated_figure> strong_attractors_replication::table(std::uint64_t seed) const {
  std::vector<replicated_figure> figures;
  add_unstable(figures, p, seed);
  add_competition(figures, p, seed);
  add_noisy_copies(figures, p, seed);
  for (replicated_figure& one : faces(seed)) figures.push_back(std::move(one));
  return figures;
}

std::vector<replicated_figure> strong_attractors_replication::condition(std::uint64_t seed) const {
  const outcomes ours = run(p, seed);
  std::vector<replicated_figure> figures{
      figure(p, "unstable bits of the strong pattern", ours.unstable),
      figure(p, "retrieves the first", ours.first)};
  if (p.second_degree > 0) figures.push_back(figure(p, "retrieves the second", ours.second));
  figures.push_back(figure(p, "retrieves neither", ours.neither));
  return figures;
}

}  // namespace iwm
