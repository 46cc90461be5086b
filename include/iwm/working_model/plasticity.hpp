// SPDX-License-Identifier: MIT
#pragma once

#include <tuple>

#include "iwm/core/fields.hpp"
#include "iwm/core/real.hpp"

namespace iwm {

/// Sensitive period: how much the same evidence teaches at an age.
///   plasticity(age) = floor + (1 - floor) exp(-age / time_constant), 1 at birth.
struct plasticity_rule {
  double floor = 0.15;
  double time_constant = 2.0;

  static constexpr auto fields() {
    using P = plasticity_rule;
    return std::tuple{
        field{"floor", &P::floor, 0., 1., "1", "plasticity that remains in later life; 1 = no sensitive period",
              "reference model 6, own choice"},
        field{"time_constant", &P::time_constant, 0.05, 100., "years", "age at which 63% of the decline is over",
              "reference model 6: the first three years"}};
  }

  /// `age` in years, 0 or more.
  double operator()(double age) const {
    return floor + (1. - floor) * exp(-age / time_constant);
  }
};

}  // namespace iwm
