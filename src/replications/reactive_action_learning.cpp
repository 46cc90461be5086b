// SPDX-License-Identifier: MIT
#include "replications/reactive_action_learning.hpp"

#include "iwm/core/distributions.hpp"
#include "iwm/core/random.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <string>

namespace iwm {
namespace {

using published::safe_range_learning;

constexpr double grain = 0.02;        ///< spread below which ranges count as equal
constexpr double call_memory = 0.05;  ///< of a carer that tires, per episode
constexpr double bid = 0.5;           ///< a calm infant's call for company, which is no distress

double mean_of(const std::vector<double>& x) {
  double sum = 0;
  for (const double v : x) sum += v / static_cast<double>(x.size());
  return sum;
}

void add_learning(std::vector<replicated_figure>& found, const std::string& who,
                  const std::vector<double>& ranges) {
  const two_groups split = split_in_two(ranges, grain);
  const auto figure = [&](const char* what, double ours, double error) {
    found.push_back({.condition = who, .quantity = what, .ours = ours, .standard_error = error});
  };
  const double mean = mean_of(ranges), n = static_cast<double>(ranges.size());
  double square = 0;
  for (const double r : ranges) square += (r - mean) * (r - mean) / n;
  figure("mean safe range", mean, std::sqrt(square / n));
  figure("evidence of two groups (BIC, per infant)", split.evidence, 0.);
  figure("two groups with two peaks (1) or not (0)", split.are_two ? 1. : 0., 0.);
}

}  // namespace

std::vector<double> learned_ranges(const reactive_action_learning_replication::parameters& p,
                                   std::uint64_t seed) {
  const safe_range_learning rule{.rate = p.rate, .widest = 1, .patience = 3};
  std::vector<double> ranges;
  for (std::uint64_t i = 0; i < static_cast<std::uint64_t>(p.repetitions); ++i) {
    const draw_key key = address{.seed = seed, .person = i}.key();
    double range = 0.5, called = 0;
    for (std::uint64_t e = 0; e < static_cast<std::uint64_t>(p.episodes); ++e) {
      const draws u = key.draw(e, purpose::procedure);
      const double anxiety = rule.anxiety(u[0], range);
      const double threshold = p.threshold * (1. + p.tiring * called);
      const auto answers = [&](double signal, double v) {
        return signal > normal(v, threshold, p.inattention);
      };
      bool prompt = false;
      for (std::size_t step = 0; step < static_cast<std::size_t>(rule.patience); ++step)
        prompt = prompt || answers(anxiety, u[1 + step]);
      const bool distressed = anxiety > 0.;
      called += call_memory * ((distressed ? 1. : 0.) - called);
      if (distressed && p.anxious) range = rule.adapted(range, prompt);
      if (!distressed && !p.anxious) range = rule.adapted(range, answers(bid, u[7]));
    }
    ranges.push_back(range);
  }
  return ranges;
}

alternation alternation_of(const published::goal_switching& infant, double noise,
                           std::uint64_t seed) {
  constexpr std::uint64_t steps = 2000;
  const draw_key key = address{.seed = seed, .replicate = 1}.key();
  published::goal_switching::state now;
  alternation found;
  std::vector<double> cycles;
  double last = -1;
  for (std::uint64_t t = 0; t < steps; ++t) {
    const auto after = infant.step(now, noise * normal(key.draw(t, purpose::procedure)[0]));
    found.exploring += after.seeks_carer ? 0. : 1. / static_cast<double>(steps);
    if (now.distance < infant.toy && after.distance >= infant.toy) {
      found.outings += 1.;
      if (last >= 0.) cycles.push_back(static_cast<double>(t) - last);
      last = static_cast<double>(t);
    }
    now = after;
  }
  if (cycles.size() > 1) {
    const double mean = mean_of(cycles);
    double square = 0;
    for (const double c : cycles)
      square += (c - mean) * (c - mean) / static_cast<double>(cycles.size());
    found.irregularity = std::sqrt(square) / mean;
  }
  return found;
}

std::vector<replicated_figure> reactive_action_learning_replication::table(
    std::uint64_t seed) const {
  std::vector<replicated_figure> found;
  const published::goal_switching infant;
  for (const double noise : {0., 0.05}) {
    const alternation a = alternation_of(infant, noise, seed);
    const std::string who = "goal switching, noise " + to_text(noise);
    found.push_back({.condition = who,
                     .quantity = "outings to the toy in 2000 steps",
                     .ours = a.outings,
                     .lowest = 20});
    found.push_back({.condition = who,
                     .quantity = "share of steps spent exploring",
                     .ours = a.exploring,
                     .lowest = 0.1,
                     .highest = 0.9});
    found.push_back({.condition = who,
                     .quantity = "coefficient of variation between outings",
                     .ours = a.irregularity,
                     .highest = 0.5});
  }

  const auto sweep = [&](double rate, double tiring) {
    double most[2] = {-1e9, -1e9};
    for (const bool anxious : {true, false})
      for (const double threshold : {0., 0.2, 0.3, 0.4, 0.5, 0.6, 1.2}) {
        parameters now = p;
        now.threshold = threshold;
        now.rate = rate;
        now.tiring = tiring;
        now.anxious = anxious;
        const auto ranges = learned_ranges(now, seed);
        most[anxious ? 0 : 1] =
            std::max(most[anxious ? 0 : 1], split_in_two(ranges, grain).evidence);
        add_learning(found,
                     std::string(anxious ? "anxious" : "calm") + " episodes, rate " +
                         to_text(rate) + ", tiring " + to_text(tiring) + ", threshold " +
                         to_text(threshold),
                     ranges);
      }
    found.push_back({.condition = "rate " + to_text(rate) + ", tiring " + to_text(tiring),
                     .quantity = "most evidence of two groups: anxious less calm episodes",
                     .ours = most[0] - most[1]});
  };
  sweep(0.1, 0.);
  sweep(0.5, 0.);
  sweep(0.1, 2.);
  return found;
}

std::vector<replicated_figure> reactive_action_learning_replication::condition(
    std::uint64_t seed) const {
  std::vector<replicated_figure> found;
  add_learning(found, "threshold " + to_text(p.threshold), learned_ranges(p, seed));
  return found;
}

}  // namespace iwm
