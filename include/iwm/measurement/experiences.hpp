// SPDX-License-Identifier: MIT
#pragma once

#include "iwm/core/distributions.hpp"
#include "iwm/measurement/experiences_parameters.hpp"
#include "iwm/measurement/interview.hpp"
#include "iwm/measurement/questionnaire.hpp"

#include <array>
#include <cstddef>
#include <string_view>

namespace iwm::instruments {

/// One item of a form about experiences in close relationships, without its text.
struct experience_item {
  bool avoidance = false;  ///< else anxiety
  bool reversed = false;   ///< agreeing speaks against it
};

/// The items of which forms are made.
inline constexpr experience_item worry{}, distance{true}, closeness{true, true};

/// Anxiety and avoidance, 1 to 7.
struct experience_scales {
  double anxiety = 1, avoidance = 1;
};

/// Names of single items in the tables.
inline constexpr std::array<std::string_view, 36> item_names{
    "item_1",  "item_2",  "item_3",  "item_4",  "item_5",  "item_6",  "item_7",  "item_8",
    "item_9",  "item_10", "item_11", "item_12", "item_13", "item_14", "item_15", "item_16",
    "item_17", "item_18", "item_19", "item_20", "item_21", "item_22", "item_23", "item_24",
    "item_25", "item_26", "item_27", "item_28", "item_29", "item_30", "item_31", "item_32",
    "item_33", "item_34", "item_35", "item_36"};

/// Experiences in close relationships: questionnaires on anxiety and avoidance, of a form that says
/// which items there are. Everybody's answers come from
///   anxiety   = floor + doubt (1 - (worth + acceptance) / 2) / 2 + maximise x share of
///   exaggerating
///               + strain of the day
///   avoidance = floor + distance (1 - (availability + acceptance) / 2) / 2 + minimise x share of
///               muting
/// with the claims, -1 to 1, and the shares, 0 to 1, of the account asked for; plus lasting style,
/// mood and the error of each item. A reversed item is ticked at 8 minus that; saying yes to
/// everything shifts what is ticked.
/// Brennan, Clark & Shaver (1998) in Simpson & Rholes, Attachment theory and close relationships.
template <class Form>
struct experiences {
  using parameters = experiences_parameters<Form>;
  using answers = std::array<double, Form::items.size()>;
  parameters p{};

  /// Means of the items, reversed ones turned round.
  static experience_scales code(const answers& given) {
    std::array<double, 2> sum{}, number{};
    for (std::size_t k = 0; k < given.size(); ++k) {
      const std::size_t scale = Form::items[k].avoidance ? 1 : 0;
      sum[scale] += Form::items[k].reversed ? 8. - given[k] : given[k];
      number[scale] += 1.;
    }
    return {sum[0] / number[0], sum[1] / number[1]};
  }

  /// What somebody without a style of answering would say on average; not kept within 1 and 7.
  experience_scales level(const account& told, double strain) const {
    const auto& claimed = told.claimed;
    const manner_shares shares = shares_of(told.habit, p.temperature);
    const double doubt = 1. - as_share((claimed.worth + claimed.acceptance) / 2.);
    const double far = 1. - as_share((claimed.availability + claimed.acceptance) / 2.);
    return {
        p.anxiety_floor + p.anxiety_doubt * doubt + p.anxiety_maximise * shares.maximise +
            p.anxiety_strain * strain,
        p.avoidance_floor + p.avoidance_distance * far + p.avoidance_minimise * shares.minimise};
  }

  answers fill_in(const respondents& people, std::size_t i, const account& told) const {
    const draws today = people.draw(i, purpose::occasion);
    const double gloom = style_of(people, i, response_style::gloom, p.gloom_sd, p.shared_style);
    const double agreement = style_of(people, i, response_style::agreement, p.agreement_sd, p.shared_style);
    experience_scales felt = level(told, people.strain(i));
    felt.anxiety += gloom + style_of(people, i, response_style::anxiety, p.style_sd, p.shared_style) +
                    normal(today[0], 0., p.mood_sd);
    felt.avoidance += gloom + style_of(people, i, response_style::avoidance, p.style_sd, p.shared_style) +
                      normal(today[1], 0., p.mood_sd);
    answers given{};
    for (std::size_t k = 0; k < given.size(); ++k) {
      const double level = Form::items[k].avoidance ? felt.avoidance : felt.anxiety;
      const double keyed = Form::items[k].reversed ? 8. - level : level;
      given[k] = ticked(keyed + agreement + item_error(people, i, k, p.item_sd), 1., 7.);
    }
    return given;
  }

  void ask(const respondents& people, double, record& findings) const {
    for (std::size_t i = 0; i < people.size(); ++i) {
      const auto told = people.about(i);
      if (!told) continue;
      const answers given = fill_in(people, i, *told);
      const experience_scales s = code(given);
      findings.scale(i, "anxiety", 0, s.anxiety);
      findings.scale(i, "avoidance", 0, s.avoidance);
      if (!p.items) continue;
      for (std::size_t k = 0; k < given.size(); ++k) findings.scale(i, item_names[k], 0, given[k]);
    }
  }
};

}  // namespace iwm::instruments
