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

/// Self-esteem, 1 to 4, and resilience, 1 to 5, each the mean of its items. Rosenberg (1965)
/// Society and the adolescent self-image; Smith et al. (2008) doi:10.1080/10705500802222972.
///   self-esteem = 1 + 3 (mean of claimed worth and efficacy, 0 to 1) + lasting style + item error
///   resilience  = 1 + 4 (esteem_weight e + (1 - esteem_weight) (1 - strain)) + item error,
/// e the self-esteem without item errors, from 0 to 1. Of a general account, or with one person.
struct resilience {
  static constexpr std::string_view name = "resilience";
  static constexpr std::string_view table_name = "resilience";
  static constexpr bool of_both = false;
  static constexpr std::string_view summary =
      "questionnaire: self-esteem 1-4, and resilience 1-5 from it and from low strain";
  struct parameters {
    std::uint64_t esteem_items = 10, resilience_items = 6;
    double esteem_weight = 0.5;
    double style_sd = 0.3, item_sd = 0.7;
    static constexpr auto fields() {
      using P = parameters;
      return std::tuple{
          field{"esteem_items", &P::esteem_items, 1., 1000., "items", "items on self-esteem",
                "Rosenberg (1965)"},
          field{"resilience_items", &P::resilience_items, 1., 1000., "items", "items on resilience",
                "Smith et al. (2008)"},
          field{"esteem_weight", &P::esteem_weight, 0., 1., "1",
                "weight of self-esteem against low strain in resilience", "own choice"},
          field{"style_sd", &P::style_sd, 0., 3., "scale points", "lasting style of answering",
                "own choice"},
          field{"item_sd", &P::item_sd, 0., 3., "scale points", "error of a single item",
                "own choice"}};
    }
  };
  parameters p{};

  struct levels {
    double self_esteem = 1, resilience = 1;
  };

  /// What somebody would say on average whose answers are shifted by `style`, within both ranges.
  levels level(const account& told, double strain, double style = 0) const {
    const double believed = as_share((told.claimed.worth + told.claimed.efficacy) / 2.);
    const double esteem = clamp01(believed + style / 3.);
    return {1. + 3. * esteem, 1. + 4. * blend(1. - clamp01(strain), esteem, p.esteem_weight)};
  }

  void ask(const respondents& people, double, record& findings) const {
    for (std::size_t i = 0; i < people.size(); ++i) {
      const auto told = people.about(i);
      if (!told) continue;
      const levels felt =
          level(*told, people.strain(i), style_of(people, i, response_style::self, p.style_sd));
      findings.scale(
          i, "self_esteem", 0,
          mean_of_items(people, i, 0, p.esteem_items, felt.self_esteem, p.item_sd, 1., 4.));
      findings.scale(i, "resilience", 0,
                     mean_of_items(people, i, p.esteem_items, p.resilience_items, felt.resilience,
                                   p.item_sd, 1., 5.));
    }
  }
};
static_assert(interview<resilience>);

}  // namespace iwm::instruments
