// SPDX-License-Identifier: MIT
#include "replications/sensitive_period.hpp"

#include "iwm/published/sensitive_period.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <string>
#include <utility>

namespace iwm {
namespace {

using namespace published;
using parameters = sensitive_period_replication::parameters;
using figures = std::vector<replicated_figure>;
constexpr double none = replicated_figure::none;

/// A mean over pairs of twins, with its standard error.
struct estimate {
  double mean = 0, error = 0;
};

estimate mean_of(const std::vector<double>& x) {
  const double n = static_cast<double>(x.size());
  double sum = 0, squares = 0;
  for (const double value : x) sum += value;
  for (const double value : x) squares += (value - sum / n) * (value - sum / n);
  return {sum / n, n < 2 ? 0. : std::sqrt(squares / (n - 1.) / n)};
}

struct results {
  std::vector<estimate> relative;  ///< by age, from 1
  estimate waits;

  double rise() const {
    double most = 0;
    for (std::size_t i = 1; i < relative.size(); ++i)
      most = std::max(most, relative[i].mean - relative[i - 1].mean);
    return most;
  }
};

results live(const parameters& p, std::uint64_t seed) {
  const sensitive_period_model model{p.prior, p.reliability, p.mismatch,
                                     static_cast<returns>(p.returns),
                                     static_cast<std::size_t>(p.periods)};
  const sensitive_period_policy policy(model);
  std::vector<std::vector<double>> apart(model.periods, std::vector<double>(p.repetitions));
  std::vector<double> waits(p.repetitions);
  for (std::uint64_t pair = 0; pair < p.repetitions; ++pair) {
    const draw_key twins = address{.seed = seed, .replicate = pair}.key();
    const phenotype home = grow_up(model, policy, twins, model.periods + 1);
    waits[pair] = static_cast<double>(home.waits);
    for (std::size_t age = 1; age <= model.periods; ++age) {
      const double left = static_cast<double>(model.periods - age + 1);
      apart[age - 1][pair] =
          home.distance(grow_up(model, policy, twins, age, static_cast<assay>(p.assay))) /
          (left * std::sqrt(2.));
    }
  }
  results found;
  for (const std::vector<double>& of_age : apart) found.relative.push_back(mean_of(of_age));
  found.waits = mean_of(waits);
  return found;
}

std::string text_of(const parameters& p) {
  constexpr std::array kinds{"linear", "diminishing", "increasing"};
  constexpr std::array assays{"", ", other patch", ", deprived"};
  std::string text = kinds[p.returns];
  text += ", prior=" + to_text(p.prior) + " reliability=" + to_text(p.reliability);
  if (p.mismatch != 1.) text += " mismatch=" + to_text(p.mismatch);
  return text + assays[p.assay];
}

replicated_figure figure(std::string condition, std::string quantity, const estimate& ours,
                         double recomputed = none, double lowest = none, double highest = none) {
  return {std::move(condition),
          std::move(quantity),
          none,
          recomputed,
          ours.mean,
          ours.error,
          lowest,
          highest};
}

std::string at_age(std::size_t age) { return "relative plasticity at age " + std::to_string(age); }

struct row {
  parameters of;
  std::array<double, 6> relative;  ///< at the ages below
  double waits;
};
constexpr std::array<std::size_t, 6> ages{1, 4, 8, 12, 15, 20};

constexpr parameters at(std::uint64_t returns, double prior, double reliability) {
  parameters p;
  p.returns = returns;
  p.prior = prior;
  p.reliability = reliability;
  return p;
}
constexpr std::array<row, 7> rows{{{at(0, .5, .55), {.66, .52, .41, .31, .25, .19}, .9},
                                   {at(0, .5, .75), {.87, .73, .47, .20, .09, .02}, .3},
                                   {at(0, .5, .95), {.99, .84, .49, .04, .00, .00}, 0.},
                                   {at(0, .9, .55), {.01, .01, .00, .00, .00, .00}, 0.},
                                   {at(0, .9, .75), {.76, .57, .28, .10, .03, .00}, .1},
                                   {at(1, .5, .55), {.49, .49, .41, .33, .25, .19}, 9.2},
                                   {at(1, .5, .75), {.75, .72, .47, .20, .08, .02}, 4.8}}};

}  // namespace

std::vector<replicated_figure> sensitive_period_replication::table(std::uint64_t seed) const {
  figures found;
  std::vector<results> lived;
  for (const row& r : rows) {
    parameters of = r.of;
    of.repetitions = p.repetitions;
    lived.push_back(live(of, seed));
    const results& ours = lived.back();
    const std::string what = text_of(of);
    for (std::size_t i = 0; i < ages.size(); ++i)
      found.push_back(figure(what, at_age(ages[i]), ours.relative[ages[i] - 1], r.relative[i],
                             r.relative[i] - .03, r.relative[i] + .03));
    found.push_back(
        figure(what, "periods of waiting", ours.waits, r.waits, r.waits - .3, r.waits + .3));
    found.push_back(figure(what, "largest rise of plasticity from an age to the next",
                           {ours.rise(), 0.}, none, none, .02));
  }
  const auto gap = [&](std::size_t a, std::size_t b, std::size_t age) {
    return estimate{lived[a].relative[age - 1].mean - lived[b].relative[age - 1].mean, 0.};
  };
  for (const std::size_t age : {std::size_t{12}, std::size_t{15}}) {
    found.push_back(
        figure("linear, reliability=0.55 less 0.75", at_age(age), gap(0, 1, age),
               rows[0].relative[age == 12 ? 3 : 4] - rows[1].relative[age == 12 ? 3 : 4], 0.));
    found.push_back(
        figure("linear, reliability=0.75 less 0.95", at_age(age), gap(1, 2, age),
               rows[1].relative[age == 12 ? 3 : 4] - rows[2].relative[age == 12 ? 3 : 4], 0.));
  }
  for (const std::size_t i : {std::size_t{0}, std::size_t{1}})
    found.push_back(
        figure("diminishing less linear, reliability=" + to_text(rows[i].of.reliability),
               "periods of waiting", {lived[5 + i].waits.mean - lived[i].waits.mean, 0.},
               rows[5 + i].waits - rows[i].waits, 3.));
  return found;
}

std::vector<replicated_figure> sensitive_period_replication::condition(std::uint64_t seed) const {
  const results ours = live(p, seed);
  const std::string what = text_of(p);
  figures found;
  for (std::size_t age = 1; age <= ours.relative.size(); ++age)
    found.push_back(figure(what, at_age(age), ours.relative[age - 1]));
  found.push_back(figure(what, "periods of waiting", ours.waits));
  return found;
}

}  // namespace iwm
