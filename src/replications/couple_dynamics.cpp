// SPDX-License-Identifier: MIT
#include "replications/couple_dynamics.hpp"

#include "iwm/published/couple_dynamics.hpp"

#include <array>
#include <optional>

namespace iwm {
namespace {

using namespace published;
using parameters = couple_dynamics_replication::parameters;

constexpr double watched = 200.;  ///< time units; a cycle takes less
constexpr double tolerance = 0.002;

feelings_range settled(const parameters& p) {
  couple two;
  two.partners[0].synergism = p.first_synergism;
  two.partners[1].synergism = p.second_synergism;
  two.partners[0].secure = two.partners[1].secure = p.secure;
  const auto steps = [&](double time) { return static_cast<int>(time / p.step); };
  const feelings_range before =
      follow(two, {p.first_start, p.second_start}, p.step, steps(p.transient));
  return follow(two, before.end, p.step, steps(watched));
}

std::string condition_of(const parameters& p) {
  return "b=(" + to_text(p.first_synergism) + ", " + to_text(p.second_synergism) + ")" +
         (p.secure ? " both secure" : "") + " from (" + to_text(p.first_start) + ", " +
         to_text(p.second_start) + ")";
}

replicated_figure figure(const parameters& p, std::string quantity, double ours) {
  return {.condition = condition_of(p), .quantity = std::move(quantity), .ours = ours};
}

std::vector<replicated_figure> figures_of(const parameters& p, const feelings_range& seen) {
  std::vector<replicated_figure> figures;
  for (std::size_t i = 0; i < 2; ++i) {
    const std::string love = "love of partner " + std::to_string(i + 1) + ", ";
    figures.push_back(figure(p, love + "least", seen.least[i]));
    figures.push_back(figure(p, love + "most", seen.most[i]));
  }
  return figures;
}

void within(replicated_figure& figure, double recomputed, double margin) {
  figure.recomputed = recomputed;
  figure.lowest = recomputed - margin;
  figure.highest = recomputed + margin;
}

/// A couple that settles at a point, or (without one) in a cycle.
void add_couple(std::vector<replicated_figure>& figures, parameters p,
                const std::optional<feelings>& point) {
  std::array<feelings_range, 2> seen{};
  constexpr std::array<feelings, 2> starts{{{1., 1.5}, {0.01, 0.01}}};
  for (std::size_t s = 0; s < starts.size(); ++s) {
    p.first_start = starts[s][0];
    p.second_start = starts[s][1];
    seen[s] = settled(p);
    std::vector<replicated_figure> own = figures_of(p, seen[s]);
    for (std::size_t i = 0; point && i < own.size(); ++i)
      within(own[i], (*point)[i / 2], tolerance);
    for (replicated_figure& one : own) figures.push_back(std::move(one));
    if (point) continue;
    figures.push_back(figure(p, "love of partner 1, most less least", seen[s].width(0)));
    figures.back().lowest = 0.1;
  }
  if (point) return;
  figures.push_back(figure(
      p, "largest difference of the range from that of the other start",
      max(max(abs(seen[0].least[0] - seen[1].least[0]), abs(seen[0].most[0] - seen[1].most[0])),
          max(abs(seen[0].least[1] - seen[1].least[1]), abs(seen[0].most[1] - seen[1].most[1])))));
  figures.back().highest = tolerance;
}

/// The linear couple on both sides of beta1 beta2 = alpha1 alpha2, and where it settles.
void add_linear(std::vector<replicated_figure>& figures) {
  linear_couple two{{0.5, 2.}, {1., 0.9}, {1., 0.8}, {1.5, 2.}};
  const feelings end = follow(two, {0., 0.}, 0.01, 100000).end, expected = two.equilibrium();
  for (std::size_t i = 0; i < 2; ++i) {
    figures.push_back({.condition = "linear, alpha=(0.5, 2) beta=(1, 0.9)",
                       .quantity = "love of partner " + std::to_string(i + 1) + " at rest",
                       .ours = end[i]});
    within(figures.back(), expected[i], 1e-6);
  }
  for (const double reaction : {0.999, 1., 1.001}) {
    two.reaction = {1., reaction};
    const double stable = reaction < 1. ? 1. : 0.;
    figures.push_back({.condition = "linear, alpha=(0.5, 2) beta=(1, " + to_text(reaction) + ")",
                       .quantity = "stable",
                       .ours = two.is_stable() ? 1. : 0.});
    within(figures.back(), stable, 0.);
  }
}

}  // namespace

std::vector<replicated_figure> couple_dynamics_replication::table(std::uint64_t) const {
  std::vector<replicated_figure> figures;
  add_linear(figures);
  const auto add = [&](double first, double second, bool secure, std::optional<feelings> point) {
    parameters each;
    each.first_synergism = first;
    each.second_synergism = second;
    each.secure = secure;
    add_couple(figures, each, point);
  };
  add(2.9, 1., false, {});
  add(0., 0., false, feelings{0.852, 5.237});
  add(0., 1., false, feelings{0.859, 5.353});
  add(2.9, 0., false, feelings{0.908, 2.826});
  add(2.9, 1., true, feelings{2.704, 43.756});
  add(0., 0., true, feelings{1.863, 39.752});
  return figures;
}

std::vector<replicated_figure> couple_dynamics_replication::condition(std::uint64_t) const {
  return figures_of(p, settled(p));
}

}  // namespace iwm
