// SPDX-License-Identifier: MIT
#pragma once

#include "iwm/core/fields.hpp"
#include "iwm/core/real.hpp"
#include "iwm/measurement/interview.hpp"
#include "iwm/measurement/questionnaire.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <tuple>

namespace iwm::instruments {

/// Security Scale: a child reports how secure it feels with one person, 1 to 4, the mean of 15
/// items. Kerns, Klepac & Cole (1996) doi:10.1037/0012-1649.32.3.457.
///   level = lowest_level + security_slope (mean of claimed availability, acceptance, worth; 0 to
///   1)
///           - strain_effect x strain of the day + lasting style + item error
struct verbal_security {
  static constexpr std::string_view name = "verbal_security";
  static constexpr std::string_view table_name = "verbal_security";
  static constexpr std::string_view summary =
      "questionnaire of 15 items, child about one person: security, 1-4";
  struct parameters {
    std::uint64_t items = 15;
    double lowest_level = 1, security_slope = 3;
    double strain_effect = 0.3;
    double style_sd = 0.3, shared_style = 0.55, item_sd = 0.8;
    static constexpr auto fields() {
      using P = parameters;
      constexpr auto points = "scale points";
      return std::tuple{
          field{"items", &P::items, 1., 1000., "items", "items of the form", "Kerns et al. (1996)"},
          field{"lowest_level", &P::lowest_level, -10., 10., points,
                "level of who claims the worst", "own choice"},
          field{"security_slope", &P::security_slope, 0., 20., points,
                "from who claims the worst to who claims the best", "own choice"},
          field{"strain_effect", &P::strain_effect, 0., 10., points, "loss by strain of the day",
                "own choice"},
          field{"style_sd", &P::style_sd, 0., 3., points, "reporter's lasting style", "own choice"},
          field{"shared_style", &P::shared_style, 0., 1., "1",
                "share of it that is the same about everybody",
                "calibrated: Pinquart (2023), reports on mother and father"},
          field{"item_sd", &P::item_sd, 0., 3., points, "error of a single item", "own choice"}};
    }
  };
  parameters p{};

  /// What somebody without a style of answering would say on average; not kept within 1 and 4.
  double level(const account& told, double strain) const {
    const auto& claimed = told.claimed;
    const double trust = as_share((claimed.availability + claimed.acceptance + claimed.worth) / 3.);
    return p.lowest_level + p.security_slope * trust - p.strain_effect * strain;
  }

  void ask(const respondents& people, double, record& findings) const {
    for (std::size_t i = 0; i < people.size(); ++i) {
      const auto told = people.about(i);
      if (!told) continue;
      const double felt = level(*told, people.strain(i)) +
                          style_of(people, i, response_style::security, p.style_sd, p.shared_style);
      findings.scale(i, "security", 0,
                     mean_of_items(people, i, 0, p.items, felt, p.item_sd, 1., 4.));
    }
  }
};
static_assert(interview<verbal_security>);

}  // namespace iwm::instruments
