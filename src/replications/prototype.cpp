// SPDX-License-Identifier: MIT
#include "replications/prototype.hpp"

#include "iwm/core/distributions.hpp"
#include "iwm/core/random.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <string>

namespace iwm {
namespace {

using published::prototype_dynamics, published::transactional_dynamics;

/// Moments of pairs, one at a time.
struct moments {
  double n = 0, x = 0, y = 0, xx = 0, yy = 0, xy = 0;
  void add(double a, double b) {
    n += 1.;
    x += a;
    y += b;
    xx += a * a;
    yy += b * b;
    xy += a * b;
  }
  double correlation() const {
    return (n * xy - x * y) / std::sqrt((n * xx - x * x) * (n * yy - y * y));
  }
};

double standard_normal(const draw_key& key, std::uint64_t number) {
  return normal(key.draw(number / 8, purpose::procedure)[number % 8]);
}

draw_key person(std::uint64_t seed, std::uint64_t study, std::uint64_t number) {
  return address{.seed = seed, .replicate = study, .person = number}.key();
}

/// Sum of squares of a fit with a given rate; the plateau is linear given the rate.
double residual_of(const std::vector<double>& r, double carried, bool with_plateau,
                   double& plateau) {
  double above = 0, below = 0, power = 1;
  for (std::size_t k = 1; k < r.size(); ++k) {
    power *= carried;
    above += (r[k] - power) * (1. - power);
    below += (1. - power) * (1. - power);
  }
  plateau = with_plateau ? clamp01(above / below) : 0.;
  double sum = 0;
  power = 1;
  for (std::size_t k = 1; k < r.size(); ++k) {
    power *= carried;
    const double gap = r[k] - (power * (1. - plateau) + plateau);
    sum += gap * gap;
  }
  return sum;
}

struct one_fit {
  double carried, plateau, residual;
};
one_fit fitted(const std::vector<double>& r, bool with_plateau) {
  one_fit best{0., 0., 1e300};
  double low = 0., high = 0.999;
  for (int pass = 0; pass < 6; ++pass) {
    constexpr int steps = 200;
    const double width = (high - low) / steps, start = low;
    for (int i = 0; i <= steps; ++i) {
      one_fit now{start + i * width, 0., 0.};
      now.residual = residual_of(r, now.carried, with_plateau, now.plateau);
      if (now.residual < best.residual) best = now;
    }
    low = std::max(0., best.carried - 2. * width);
    high = std::min(0.999, best.carried + 2. * width);
  }
  return best;
}

std::string label(const prototype_dynamics& m) {
  return "a=" + to_text(m.carried) + " p=" + to_text(m.pull);
}

void add_stability(std::vector<replicated_figure>& found, const prototype_dynamics& model,
                   std::int64_t persons, std::int64_t occasions, std::uint64_t seed) {
  const double n = static_cast<double>(persons);
  const auto r = simulated_stability(model, persons, occasions, seed);
  for (const int k : {1, 2, 4, static_cast<int>(occasions) - 1}) {
    const double form = model.correlation(k), ours = r[static_cast<std::size_t>(k)];
    found.push_back({.condition = label(model),
                     .quantity = "correlation over " + std::to_string(k) + " steps",
                     .recomputed = form,
                     .ours = ours,
                     .standard_error = (1. - ours * ours) / std::sqrt(n),
                     .lowest = form - 0.01,
                     .highest = form + 0.01});
  }
  const stability_fit fit = fit_stability(r, n);
  const double generated = model.pull > 0. ? 1. : 0.;
  found.push_back({.condition = label(model),
                   .quantity = "taken for the prototype model (1) or the revisionist (0)",
                   .ours = fit.prototype ? 1. : 0.,
                   .lowest = generated,
                   .highest = generated});
  found.push_back({.condition = label(model),
                   .quantity = "plateau of the better fit",
                   .recomputed = model.plateau(),
                   .ours = fit.prototype ? fit.plateau : 0.,
                   .lowest = model.plateau() - 0.02,
                   .highest = model.plateau() + 0.02});
}

/// Mean security of a sample `steps` after an impulse, or after a move of the prototype.
double after_event(const prototype_dynamics& model, double impulse, double move, int steps,
                   std::uint64_t seed) {
  constexpr std::uint64_t persons = 20'000;
  const double noise = std::sqrt(model.disturbance_variance());
  double mean = 0;
  for (std::uint64_t i = 0; i < persons; ++i) {
    const draw_key key = person(seed, 2, i);
    const double kernel =
        normal(key.draw(1'000, purpose::procedure)[0], 0, std::sqrt(model.prototype_variance));
    double security = model.first(kernel, normal(key.draw(1'000, purpose::procedure)[1])) + impulse;
    for (int t = 0; t < steps; ++t)
      security = model.step(security, kernel + move,
                            noise * standard_normal(key, static_cast<std::uint64_t>(t)));
    mean += security / static_cast<double>(persons);
  }
  return mean;
}

void add_events(std::vector<replicated_figure>& found, std::uint64_t seed) {
  const prototype_dynamics model{.carried = 0.6, .pull = 0.2, .prototype_variance = 1};
  for (const int t : {1, 2, 4, 8}) {
    double expected = 1;
    for (int i = 0; i < t; ++i) expected *= model.carried;
    const double ours = after_event(model, 1., 0., t, seed);
    found.push_back({.condition = "impulse of 1, " + label(model),
                     .quantity = "mean after " + std::to_string(t) + " steps",
                     .recomputed = expected,
                     .ours = ours,
                     .standard_error = 1. / std::sqrt(20'000.),
                     .lowest = expected - 0.03,
                     .highest = expected + 0.03});
  }
  const double settled = model.settled_change(1.), ours = after_event(model, 0., 1., 30, seed);
  found.push_back({.condition = "prototype moves by 1, " + label(model),
                   .quantity = "mean after 30 steps",
                   .recomputed = settled,
                   .ours = ours,
                   .standard_error = 1. / std::sqrt(20'000.),
                   .lowest = settled - 0.03,
                   .highest = settled + 0.03});
}

/// Correlations of the person between two ages, from a start without variance but K's.
std::vector<std::vector<double>> transactional_stability(double constant, std::uint64_t seed) {
  constexpr std::uint64_t persons = 20'000;
  constexpr int ages = 41;
  const transactional_dynamics model{.constant = constant};
  std::vector<std::vector<double>> lives(persons);
  for (std::uint64_t i = 0; i < persons; ++i) {
    const draw_key key = person(seed, 3, i);
    const double k = normal(key.draw(1'000, purpose::procedure)[0]);
    transactional_dynamics::state s{0.3 * normal(key.draw(1'000, purpose::procedure)[1]),
                                    0.3 * normal(key.draw(1'000, purpose::procedure)[2])};
    for (std::uint64_t t = 0; t < ages; ++t) {
      lives[i].push_back(s.person);
      s = model.step(s, k, 0.3 * standard_normal(key, 2 * t),
                     0.3 * standard_normal(key, 2 * t + 1));
    }
  }
  const auto correlation = [&](std::size_t from, std::size_t to) {
    moments m;
    for (const auto& life : lives) m.add(life[from], life[to]);
    return m.correlation();
  };
  std::vector<std::vector<double>> found(2);
  for (const std::size_t interval : {1u, 2u, 5u, 10u, 20u, 30u})
    found[0].push_back(correlation(10, 10 + interval));
  for (const std::size_t age : {0u, 2u, 5u, 10u, 20u})
    found[1].push_back(correlation(age, age + 5));
  return found;
}

void add_transactions(std::vector<replicated_figure>& found, std::uint64_t seed) {
  for (const double constant : {0., 0.15}) {
    const std::string who = "transactional, c=" + to_text(constant);
    const auto r = transactional_stability(constant, seed);
    const auto figure = [&](const char* what, double ours, double lowest, double highest) {
      found.push_back({.condition = who,
                       .quantity = what,
                       .ours = ours,
                       .standard_error = 0.007,
                       .lowest = lowest,
                       .highest = highest});
    };
    double least_fall = 1., least_rise = 1.;
    for (std::size_t i = 0; i < 3; ++i) least_fall = std::min(least_fall, r[0][i] - r[0][i + 1]);
    for (std::size_t i = 0; i + 1 < r[1].size(); ++i)
      least_rise = std::min(least_rise, r[1][i + 1] - r[1][i]);
    figure("correlation over 5 steps", r[0][2], replicated_figure::none, replicated_figure::none);
    figure("correlation over 30 steps", r[0][5], constant > 0. ? 0.2 : -0.03,
           constant > 0. ? 1. : 0.03);
    figure("least fall with the interval, to 10 steps", least_fall, 0., replicated_figure::none);
    if (constant > 0.)
      figure("least rise over 5 steps with the age of first assessment", least_rise, -0.01,
             replicated_figure::none);
    figure("rise over 5 steps from first assessment at 0 to at 20", r[1].back() - r[1].front(),
           constant > 0. ? 0.05 : replicated_figure::none, replicated_figure::none);
  }
}

}  // namespace

std::vector<double> simulated_stability(const prototype_dynamics& model, std::int64_t persons,
                                        std::int64_t occasions, std::uint64_t seed) {
  const double noise = std::sqrt(std::max(0., model.disturbance_variance()));
  std::vector<moments> pairs(static_cast<std::size_t>(occasions));
  for (std::uint64_t i = 0; i < static_cast<std::uint64_t>(persons); ++i) {
    const draw_key key = person(seed, 1, i);
    const double kernel = std::sqrt(model.prototype_variance) * standard_normal(key, 0);
    const double first = model.first(kernel, standard_normal(key, 1));
    double security = first;
    for (std::size_t t = 0; t < pairs.size(); ++t) {
      pairs[t].add(first, security);
      security = model.step(security, kernel, noise * standard_normal(key, 2 + t));
    }
  }
  std::vector<double> found;
  for (const moments& m : pairs) found.push_back(m.correlation());
  return found;
}

stability_fit fit_stability(const std::vector<double>& correlations, double persons) {
  const one_fit with = fitted(correlations, true), without = fitted(correlations, false);
  const double intervals = static_cast<double>(correlations.size() - 1);
  const double gain = persons * (without.residual - with.residual);
  return {with.carried,    with.plateau,     with.residual,
          without.carried, without.residual, gain > log(intervals)};
}

std::vector<replicated_figure> prototype_replication::table(std::uint64_t seed) const {
  std::vector<replicated_figure> found;
  add_stability(found, {.carried = 0.9, .pull = 0., .prototype_variance = 1}, p.repetitions,
                p.occasions, seed);
  add_stability(found, {.carried = 0.6, .pull = 0.2, .prototype_variance = 1}, p.repetitions,
                p.occasions, seed);
  add_stability(found, {.carried = 0.3, .pull = 0.5, .prototype_variance = 0.765}, p.repetitions,
                p.occasions, seed);
  add_events(found, seed);
  add_transactions(found, seed);
  return found;
}

std::vector<replicated_figure> prototype_replication::condition(std::uint64_t seed) const {
  std::vector<replicated_figure> found;
  const prototype_dynamics model{p.carried, p.pull, p.prototype_variance};
  if (model.disturbance_variance() < 0.) {
    found.push_back({.condition = label(model),
                     .quantity = "variance of the disturbance; negative: no such model",
                     .ours = model.disturbance_variance(),
                     .lowest = 0.});
    return found;
  }
  add_stability(found, model, p.repetitions, p.occasions, seed);
  return found;
}

}  // namespace iwm
