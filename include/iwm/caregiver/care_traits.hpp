// SPDX-License-Identifier: MIT
#pragma once

#include <tuple>

#include "iwm/core/fields.hpp"

namespace iwm {

/// A caregiver on Ainsworth's four scales (sensitivity-insensitivity, acceptance-rejection,
/// cooperation-interference, accessibility-ignoring), scaled to 0-1, and fright: the probability of
/// frightening behaviour when the infant approaches.
/// Ainsworth, Blehar, Waters & Wall (1978) Patterns of Attachment; fright after Main & Hesse (1990).
struct care_traits {
  double sensitivity = 0.7;
  double acceptance = 0.75;
  double cooperation = 0.7;
  double accessibility = 0.75;
  double fright = 0.03;

  static constexpr auto fields() {
    using P = care_traits;
    return std::tuple{
        field{"sensitivity", &P::sensitivity, 0., 1., "1",
              "notices, interprets and answers signals promptly and appropriately", "own choice"},
        field{"acceptance", &P::acceptance, 0., 1., "1", "welcomes even strong displays", "own choice"},
        field{"cooperation", &P::cooperation, 0., 1., "1", "does not interfere unasked", "own choice"},
        field{"accessibility", &P::accessibility, 0., 1., "probability", "is there with the mind, not only the body",
              "own choice"},
        field{"fright", &P::fright, 0., 1., "probability", "frightens an approaching infant", "own choice"}};
  }
  bool operator==(const care_traits&) const = default;
};

}  // namespace iwm
