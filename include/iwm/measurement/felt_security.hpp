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

/// Diary of felt security: how safe and at ease somebody feels, 1 to 7, the mean of some days.
///   level = 1 + 6 (mean of claimed availability, acceptance, safety, worth; 0 to 1)
///           - strain_effect x strain + lasting style + the day's mood
/// Felt security as the set goal of attachment: Sroufe & Waters (1977) doi:10.2307/1128475.
struct felt_security {
  static constexpr std::string_view name = "felt_security";
  static constexpr std::string_view table_name = "felt_security";
  static constexpr bool of_both = false;
  static constexpr std::string_view summary = "diary of some days: felt security, 1-7";
  struct parameters {
    std::uint64_t days = 7;
    double strain_effect = 1.5;
    double style_sd = 0.4, day_sd = 1;
    static constexpr auto fields() {
      using P = parameters;
      constexpr auto points = "scale points";
      return std::tuple{
          field{"days", &P::days, 1., 1000., "days", "entries of the diary", "own choice"},
          field{"strain_effect", &P::strain_effect, 0., 20., points, "loss by strain",
                "own choice"},
          field{"style_sd", &P::style_sd, 0., 5., points, "lasting style of answering",
                "own choice"},
          field{"day_sd", &P::day_sd, 0., 5., points, "mood from day to day", "own choice"}};
    }
  };
  parameters p{};

  /// What somebody without a style of answering would say on average; not kept within 1 and 7.
  double level(const account& told, double strain) const {
    const auto& claimed = told.claimed;
    const double trust =
        as_share((claimed.availability + claimed.acceptance + claimed.safety + claimed.worth) / 4.);
    return 1. + 6. * trust - p.strain_effect * strain;
  }

  void ask(const respondents& people, double, record& findings) const {
    for (std::size_t i = 0; i < people.size(); ++i) {
      const auto told = people.about(i);
      if (!told) continue;
      const double felt = level(*told, people.strain(i)) +
                          style_of(people, i, response_style::contentment, p.style_sd);
      findings.scale(i, "felt_security", 0,
                     mean_of_items(people, i, 0, p.days, felt, p.day_sd, 1., 7.));
    }
  }
};
static_assert(interview<felt_security>);

}  // namespace iwm::instruments
