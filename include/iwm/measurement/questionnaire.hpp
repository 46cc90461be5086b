// SPDX-License-Identifier: MIT
#pragma once

#include "iwm/core/distributions.hpp"
#include "iwm/core/real.hpp"
#include "iwm/measurement/manner.hpp"

#include <cmath>
#include <cstddef>

namespace iwm {

/// How a person fills in forms, on every occasion: which of the eight lasting draws is meant.
enum class response_style : std::size_t {
  gloom,      ///< sees everything in closeness as worse
  agreement,  ///< says yes, whatever is asked
  anxiety,
  avoidance,
  security,
  self,
  other,
  contentment,
};

/// A person's lasting style in one respect, a normal score: a part `shared` of its variance is the
/// person's with everybody, the rest comes with the relationship asked about.
inline double style_of(const respondents& people, std::size_t person, response_style which,
                       double standard_deviation, double shared = 1) {
  const auto number = static_cast<std::size_t>(which);
  const double own = normal(people.habitual(person)[number]);
  if (shared >= 1.) return standard_deviation * own;
  const double here = normal(people.habitual_about(person)[number]);
  return standard_deviation * (std::sqrt(shared) * own + std::sqrt(1. - shared) * here);
}

/// What is ticked on a form with whole numbers from `lowest` to `highest`.
inline double ticked(double level, double lowest, double highest) {
  return std::floor(clamp(level, lowest, highest) + 0.5);
}

/// The error of item number `item`, 0 or more, on this occasion.
inline double item_error(const respondents& people, std::size_t person, std::size_t item,
                         double standard_deviation) {
  const draws u = people.draw(person, purpose::schedule, item / 8);
  return normal(u[item % 8], 0., standard_deviation);
}

/// Mean of `items` items, from number `first` on, that all ask for the same.
inline double mean_of_items(const respondents& people, std::size_t person, std::size_t first,
                            std::size_t items, double level, double item_sd, double lowest,
                            double highest) {
  double sum = 0;
  for (std::size_t item = first; item < first + items; ++item)
    sum += ticked(level + item_error(people, person, item, item_sd), lowest, highest);
  return sum / static_cast<double>(items);
}

}  // namespace iwm
