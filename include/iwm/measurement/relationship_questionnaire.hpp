// SPDX-License-Identifier: MIT
#pragma once

#include "iwm/core/distributions.hpp"
#include "iwm/core/fields.hpp"
#include "iwm/core/real.hpp"
#include "iwm/measurement/interview.hpp"
#include "iwm/measurement/questionnaire.hpp"

#include <array>
#include <cstddef>
#include <string_view>
#include <tuple>

namespace iwm::instruments {

/// Relationship Questionnaire: how well four portraits fit, 1 to 7, that come from a good or bad
/// model of the self and of others. Bartholomew & Horowitz (1991)
/// doi:10.1037/0022-3514.61.2.226.
///
///   self  = 1/2 + (worth - self_middle) / 2 - maximise_effect x share of exaggerating
///   other = 1/2 + (mean of availability, acceptance - other_middle) / 2
///           - minimise_effect x share of muting
/// from the claims, with a lasting style each, kept within 0 and 1. A portrait of a good (bad)
/// model fits by self or other (1 minus it), the rating is 1 + 6 x mean of both + error.
///   self_model  = secure + dismissing - preoccupied - fearful, -12 to 12
///   other_model = secure + preoccupied - dismissing - fearful, -12 to 12
/// "quadrant": the portrait that fits best.
struct relationship_questionnaire {
  static constexpr std::string_view name = "relationship_questionnaire";
  static constexpr std::string_view table_name = "relationship_questionnaire";
  static constexpr bool of_both = false;
  static constexpr std::string_view summary =
      "four portraits: models of self and other, secure, preoccupied, dismissing or fearful";
  struct parameters {
    double temperature = 0.1;
    double self_middle = 0.15, other_middle = 0.15;
    double maximise_effect = 0.3, minimise_effect = 0.3;
    double style_sd = 0.1;
    double rating_sd = 0.7;
    static constexpr auto fields() {
      using P = parameters;
      return std::tuple{
          field{"temperature", &P::temperature, 0.001, 10., "relief",
                "how loosely the self-image follows habit", "own choice"},
          field{"self_middle", &P::self_middle, -1., 1., "1",
                "claimed worth that counts as neither good nor bad", "own choice"},
          field{"other_middle", &P::other_middle, -1., 1., "1",
                "claimed availability and acceptance that count as neither good nor bad",
                "own choice"},
          field{"maximise_effect", &P::maximise_effect, 0., 10., "1",
                "loss of the model of the self by the habit of exaggerating", "own choice"},
          field{"minimise_effect", &P::minimise_effect, 0., 10., "1",
                "loss of the model of others by the habit of muting", "own choice"},
          field{"style_sd", &P::style_sd, 0., 1., "1",
                "lasting style of answering, each model's own", "own choice"},
          field{"rating_sd", &P::rating_sd, 0., 5., "scale points", "error of a single rating",
                "own choice"}};
    }
  };
  parameters p{};

  /// Ratings of the portraits in the order secure, preoccupied, dismissing, fearful.
  using ratings = std::array<double, 4>;
  static constexpr std::array<std::string_view, 4> portraits{"secure", "preoccupied", "dismissing",
                                                             "fearful"};
  struct models {
    double self = 0, other = 0;
  };

  static models code(const ratings& r) {
    return {r[0] + r[2] - r[1] - r[3], r[0] + r[1] - r[2] - r[3]};
  }
  /// Of portraits that fit equally well the first.
  static std::string_view classify(const ratings& r) {
    std::size_t best = 0;
    for (std::size_t k = 1; k < r.size(); ++k)
      if (r[k] > r[best]) best = k;
    return portraits[best];
  }

  /// Both models, 1/2 where neither good nor bad; not kept within 0 and 1.
  models level(const account& told) const {
    const auto& claimed = told.claimed;
    const manner_shares shares = shares_of(told.habit, p.temperature);
    const double others = (claimed.availability + claimed.acceptance) / 2.;
    return {0.5 + (claimed.worth - p.self_middle) / 2. - p.maximise_effect * shares.maximise,
            0.5 + (others - p.other_middle) / 2. - p.minimise_effect * shares.minimise};
  }

  /// `error` of each rating in scale points.
  static ratings rated(const models& felt, const ratings& error) {
    const double self = clamp01(felt.self), other = clamp01(felt.other);
    ratings r{self + other, 1. - self + other, self + 1. - other, 2. - self - other};
    for (std::size_t k = 0; k < r.size(); ++k) r[k] = ticked(1. + 3. * r[k] + error[k], 1., 7.);
    return r;
  }

  void ask(const respondents& people, double, record& findings) const {
    for (std::size_t i = 0; i < people.size(); ++i) {
      const auto told = people.about(i);
      if (!told) continue;
      models felt = level(*told);
      felt.self += style_of(people, i, response_style::self, p.style_sd);
      felt.other += style_of(people, i, response_style::other, p.style_sd);
      ratings error{};
      for (std::size_t k = 0; k < error.size(); ++k)
        error[k] = item_error(people, i, k, p.rating_sd);
      const ratings r = rated(felt, error);
      const models found = code(r);
      findings.scale(i, "self_model", 0, found.self);
      findings.scale(i, "other_model", 0, found.other);
      findings.category(i, "quadrant", classify(r));
    }
  }
};
static_assert(interview<relationship_questionnaire>);

}  // namespace iwm::instruments
