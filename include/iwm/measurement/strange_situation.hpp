// SPDX-License-Identifier: MIT
#pragma once

#include "iwm/measurement/separation_reunion.hpp"
#include "iwm/measurement/strange_situation_parameters.hpp"

#include <array>
#include <string_view>

namespace iwm::instruments {

/// Eight episodes, the first of half a minute, the others of three.
struct strange_situation_procedure {
  using parameters = strange_situation_parameters;
  static constexpr std::array<episode_plan<parameters>, 8> protocol{{
      {1, 2, false, &parameters::alarm_2},
      {2, 12, false, &parameters::alarm_2},
      {3, 12, false, &parameters::alarm_3},
      {4, 12, true, &parameters::alarm_4},
      {5, 12, false, &parameters::alarm_reunion},
      {6, 12, true, &parameters::alarm_6},
      {7, 12, true, &parameters::alarm_7},
      {8, 12, false, &parameters::alarm_reunion},
  }};
  static constexpr std::array<int, 2> reunions{5, 8};
};

/// The Strange Situation: separations from a figure, with a stranger and alone, in an unknown place,
/// and reunions; for infants of 12 to 24 months.
/// Ainsworth, Blehar, Waters & Wall (1978) Patterns of Attachment.
struct strange_situation : separation_reunion<strange_situation_procedure> {
  static constexpr std::string_view name = "strange_situation";
  static constexpr std::string_view table_name = "ssp";
  static constexpr std::string_view summary =
      "separation and reunion in an unknown place: 1-7 scales, disorganisation, ABCD and forced ABC";
};
static_assert(instrument<strange_situation>);

}  // namespace iwm::instruments
