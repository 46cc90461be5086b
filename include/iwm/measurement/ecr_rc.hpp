// SPDX-License-Identifier: MIT
#pragma once

#include "iwm/measurement/experiences.hpp"

#include <array>
#include <string_view>

namespace iwm::instruments {

/// Twelve items, six a scale; half of those on avoidance are reversed (own choice).
struct ecr_rc_form {
  static constexpr double style_sd = 0.6, shared_style = 0.5, item_sd = 1;
  static constexpr std::array<experience_item, 12> items{worry, distance, worry, closeness,
                                                         worry, distance, worry, closeness,
                                                         worry, distance, worry, closeness};
};

/// Experiences in Close Relationships, children: a child or an adolescent about one parent.
/// Brenning, Soenens, Braet & Bosmans (2011) doi:10.1177/0265407511402418.
struct ecr_rc : experiences<ecr_rc_form> {
  static constexpr std::string_view name = "ecr_rc";
  static constexpr std::string_view table_name = "ecr_rc";
  static constexpr std::string_view summary =
      "questionnaire of 12 items, child about a parent: anxiety and avoidance, 1-7";
};
static_assert(interview<ecr_rc>);

}  // namespace iwm::instruments
