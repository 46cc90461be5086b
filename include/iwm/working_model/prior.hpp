// SPDX-License-Identifier: MIT
#pragma once

#include <tuple>

#include "iwm/core/fields.hpp"

namespace iwm {

/// What a person expects before any evidence, -1 to 1. Innate by default: nothing, but some trust that
/// others do no harm.
struct prior {
  double self = 0;
  double other = 0;
  double safety = 0.3;

  static constexpr auto fields() {
    using P = prior;
    return std::tuple{
        field{"self", &P::self, -1., 1., "1", "worth and efficacy before any evidence", "own choice: no expectation"},
        field{"other", &P::other, -1., 1., "1", "availability and acceptance before any evidence", "own choice: no expectation"},
        field{"safety", &P::safety, -1., 1., "1", "trust that a figure does no harm", "reference model 15.2, calibrated"}};
  }
};

}  // namespace iwm
