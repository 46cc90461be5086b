// SPDX-License-Identifier: MIT
#pragma once

#include "iwm/core/distributions.hpp"
#include "iwm/measurement/respondents.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "puppets.hpp"

namespace iwm::testing {

/// Somebody who can be asked.
struct speaker {
  std::optional<account> about{};  ///< the relationship that is asked about
  account general{};
  std::array<std::optional<account>, 2> childhood{};
  double reflection = 0;
  double strain = 0;
  double unsettled = 0;
};

/// People whose every answer is known. Another occasion changes the draws of the day alone.
class speakers final : public respondents {
 public:
  explicit speakers(std::vector<speaker> people, std::uint64_t occasion = 0)
      : people_(std::move(people)), occasion_(occasion) {}
  speakers(std::size_t number, const speaker& person) : people_(number, person) {}

  std::size_t size() const override { return people_.size(); }
  std::optional<account> about(std::size_t i) const override { return people_[i].about; }
  account in_general(std::size_t i) const override { return people_[i].general; }
  std::array<std::optional<account>, 2> childhood(std::size_t i) const override {
    return people_[i].childhood;
  }
  double reflection(std::size_t i) const override { return people_[i].reflection; }
  double unsettled(std::size_t i) const override { return people_[i].unsettled; }
  double strain(std::size_t i) const override { return people_[i].strain; }
  draws draw(std::size_t i, purpose why, std::uint64_t part) const override {
    return address{.seed = 3, .person = i, .event = occasion_}.draw(why, part);
  }
  draws habitual(std::size_t i, std::uint64_t part) const override {
    return address{.seed = 4, .person = i}.draw(purpose::occasion, part);
  }
  draws habitual_about(std::size_t i, std::uint64_t part) const override {
    return address{.seed = 5, .person = i}.draw(purpose::occasion, part);
  }

 private:
  std::vector<speaker> people_;
  std::uint64_t occasion_ = 0;
};

/// Habits, in units of relief, of those who are open, who cut short, who get entangled.
inline constexpr strategy_values open_habit{0.9, 0, 0}, muting{0, 0.9, 0}, exaggerating{0, 0, 0.9};

/// Claims and memories of one goodness, -1 to 1, each its own.
inline account telling(double claim, double memory, const strategy_values& habit = open_habit) {
  episode lived{};
  lived.response = memory;
  lived.relief = 0.4;
  return {{claim, claim, claim, claim, claim}, habit, std::vector<episode>(9, lived)};
}

/// Somebody with such a mother and father, and in general of the same habits.
inline speaker raised(double claim, double memory, const strategy_values& habit = open_habit) {
  const account parent = telling(claim, memory, habit);
  account general = parent;
  general.episodes.clear();
  return {general, general, {parent, parent}};
}

/// A plausible population: care decides what is remembered and half of what is claimed; habits
/// follow it with much scatter; few are unsettled by fright.
inline std::vector<speaker> population(std::size_t people) {
  std::vector<speaker> all;
  for (std::size_t i = 0; i < people; ++i) {
    const auto draw = [&](std::uint64_t part) {
      return address{.seed = 5, .person = i}.draw(purpose::traits, part);
    };
    const draws u = draw(0);
    speaker one;
    one.reflection = logistic(normal(u[0], -0.3, 0.7));
    one.strain = logistic(normal(u[1], -1., 0.7));
    one.unsettled = logistic(normal(u[3], -3., 1.8));
    account general{};
    for (std::uint64_t parent = 0; parent < 2; ++parent) {
      const draws v = draw(1 + parent), w = draw(3 + parent);
      const double care = normal(u[2], 0.25, 0.2) + normal(v[0], 0., 0.15);
      account a;
      a.habit = {max(0., normal(v[1], 0.32 + 0.25 * (care - 0.25), 0.08)),
                 max(0., normal(v[2], 0.2 - 0.15 * (care - 0.25), 0.07)),
                 max(0., normal(v[3], 0.15 - 0.15 * (care - 0.25), 0.07))};
      const double claim = normal(v[4], care + 0.1, 0.1);
      a.claimed = {
          clamp(normal(w[0], claim, 0.15), -1., 1.), clamp(normal(w[1], claim, 0.15), -1., 1.),
          clamp(normal(w[2], 0.4, 0.15), -1., 1.), clamp(normal(w[3], claim, 0.15), -1., 1.),
          clamp(normal(w[4], claim, 0.15), -1., 1.)};
      for (std::uint64_t k = 0; k < 9; ++k) {
        const draws e = draw(10 + 10 * parent + k);
        episode lived{};
        lived.response = clamp(normal(e[0], care + 0.1, 0.5), -2., 1.);
        lived.relief = normal(e[1], 0.3, 0.2);
        lived.fright = bernoulli(e[2], 0.5 * max(0., 0.2 - care) + 0.02) ? 1. : 0.;
        a.episodes.push_back(lived);
      }
      general.claimed = parent == 0 ? a.claimed : blend(general.claimed, a.claimed, 0.4);
      general.habit = parent == 0 ? a.habit : blend(general.habit, a.habit, 0.4);
      one.childhood[parent] = a;
    }
    one.general = general;
    one.about = general;
    all.push_back(one);
  }
  return all;
}

/// The values of one scale, person by person.
inline std::vector<double> values_of(const notebook& notes, const std::string& scale) {
  std::vector<double> found;
  for (const auto& [where, value] : notes.scales)
    if (std::get<1>(where) == scale) found.push_back(value);
  return found;
}

/// Share of people with a class.
inline double share_of(const notebook& notes, const std::string& system, const std::string& name) {
  double with = 0, all = 0;
  for (const auto& [where, given] : notes.categories)
    if (where.second == system) all += 1., with += given == name ? 1. : 0.;
  return with / all;
}

inline double mean_of(std::span<const double> x) {
  double sum = 0;
  for (const double one : x) sum += one;
  return sum / static_cast<double>(x.size());
}
inline double covariance(std::span<const double> x, std::span<const double> y) {
  const double mx = mean_of(x), my = mean_of(y);
  double sum = 0;
  for (std::size_t i = 0; i < x.size(); ++i) sum += (x[i] - mx) * (y[i] - my);
  return sum / static_cast<double>(x.size() - 1);
}
inline double correlation(std::span<const double> x, std::span<const double> y) {
  return covariance(x, y) / std::sqrt(covariance(x, x) * covariance(y, y));
}

/// k / (k - 1) (1 - sum of the items' variances / variance of their sum); reversed items are to be
/// turned round before. Cronbach (1951) doi:10.1007/BF02310555.
inline double cronbach_alpha(const std::vector<std::vector<double>>& items) {
  std::vector<double> sums(items[0].size());
  double variances = 0;
  for (const auto& item : items) {
    variances += covariance(item, item);
    for (std::size_t i = 0; i < sums.size(); ++i) sums[i] += item[i];
  }
  const double k = static_cast<double>(items.size());
  return k / (k - 1.) * (1. - variances / covariance(sums, sums));
}

}  // namespace iwm::testing
