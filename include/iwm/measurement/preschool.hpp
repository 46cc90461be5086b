// SPDX-License-Identifier: MIT
#pragma once

#include "iwm/measurement/preschool_parameters.hpp"
#include "iwm/measurement/separation_reunion.hpp"

#include <array>
#include <string_view>

namespace iwm::instruments {

/// Five episodes without a stranger; the second separation is the longer one.
struct preschool_procedure {
  using parameters = preschool_parameters;
  static constexpr std::array<episode_plan<parameters>, 5> protocol{{
      {1, 12, false, &parameters::alarm_together},
      {2, 12, true, &parameters::alarm_first_separation},
      {3, 12, false, &parameters::alarm_reunion},
      {4, 20, true, &parameters::alarm_second_separation},
      {5, 12, false, &parameters::alarm_reunion},
  }};
  static constexpr std::array<int, 2> reunions{3, 5};
};

/// Separation and reunion for children of two and a half to seven years.
/// Cassidy & Marvin with the MacArthur Working Group on Attachment (1992), Attachment organization
/// in preschool children: procedures and coding manual.
///
/// D includes controlling children, who have turned their conflict into taking charge of the parent;
/// the model has no such behaviour of its own, so that they are those who still show conflict.
struct preschool : separation_reunion<preschool_procedure> {
  static constexpr std::string_view name = "preschool";
  static constexpr std::string_view table_name = "preschool";
  static constexpr std::string_view summary =
      "separation and reunion of a child of three to six years: scales, ABCD and forced ABC";
};
static_assert(instrument<preschool>);

}  // namespace iwm::instruments
