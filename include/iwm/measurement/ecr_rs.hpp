// SPDX-License-Identifier: MIT
#pragma once

#include "iwm/measurement/experiences.hpp"

#include <array>
#include <string_view>

namespace iwm::instruments {

/// Nine items: six of avoidance, the first four reversed, then three of anxiety.
struct ecr_rs_form {
  static constexpr double style_sd = 0.35, shared_style = 0.1, item_sd = 0.6;
  static constexpr std::array<experience_item, 9> items{
      closeness, closeness, closeness, closeness, distance, distance, worry, worry, worry};
};

/// Experiences in Close Relationships, Relationship Structures: anybody about one person.
/// Fraley, Heffernan, Vicary & Brumbaugh (2011) doi:10.1037/a0022898.
struct ecr_rs : experiences<ecr_rs_form> {
  static constexpr std::string_view name = "ecr_rs";
  static constexpr std::string_view table_name = "ecr_rs";
  static constexpr std::string_view summary =
      "questionnaire of 9 items about one person: anxiety and avoidance, 1-7";
};
static_assert(interview<ecr_rs>);

}  // namespace iwm::instruments
