// SPDX-License-Identifier: MIT
#pragma once

#include "iwm/measurement/experiences.hpp"

#include <array>
#include <cstddef>
#include <string_view>

namespace iwm::instruments {

/// 36 items, avoidance and anxiety in turn; nine of avoidance and one of anxiety are reversed.
struct ecr_form {
  static constexpr double style_sd = 1.2, shared_style = 1, item_sd = 1.8;
  static constexpr std::array<experience_item, 36> items = [] {
    std::array<experience_item, 36> all{};
    for (std::size_t k = 0; k < all.size(); k += 2) all[k].avoidance = true;
    for (const std::size_t number : {3u, 15u, 19u, 22u, 25u, 27u, 29u, 31u, 33u, 35u})
      all[number - 1].reversed = true;
    return all;
  }();
};

/// Experiences in Close Relationships: a person about close people in general.
/// Brennan, Clark & Shaver (1998) in Simpson & Rholes, Attachment theory and close relationships.
struct ecr : experiences<ecr_form> {
  static constexpr std::string_view name = "ecr";
  static constexpr std::string_view table_name = "ecr";
  static constexpr bool of_both = false;
  static constexpr std::string_view summary =
      "questionnaire of 36 items about close people in general: anxiety and avoidance, 1-7";
};
static_assert(interview<ecr>);

}  // namespace iwm::instruments
