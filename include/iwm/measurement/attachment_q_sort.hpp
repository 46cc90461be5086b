// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string_view>
#include <tuple>

#include "iwm/core/distributions.hpp"
#include "iwm/core/fields.hpp"
#include "iwm/core/real.hpp"
#include "iwm/interaction/norm.hpp"
#include "iwm/measurement/home_observation.hpp"
#include "iwm/measurement/instrument.hpp"

namespace iwm::instruments {

/// Attachment Q-sort, observer version: how far a child's everyday behaviour resembles that of a secure
/// child, from -1 to 1, after watching it at home.
/// Waters & Deane (1985) doi:10.2307/3333826. Here without items: the security score is
///   2 (w open + (1 - w) settling) - 1 + error,
/// open = share of distress shown openly, neither muted nor exaggerated, or as far as the norm credits
/// these (`credit_under`); settling = mean visible calming.
struct attachment_q_sort {
  static constexpr std::string_view name = "attachment_q_sort";
  static constexpr std::string_view table_name = "aqs";
  static constexpr std::string_view summary = "observer watches the child at home: security from -1 to 1";
  struct parameters {
    double events = 20;
    double openness_weight = 0.6;
    double observer_sd = 0.15;
    double closeness = 0, composure = 0;
    static constexpr auto fields() {
      using P = parameters;
      return std::tuple{
          field{"events", &P::events, 1., 1000., "events", "needs that fall into the observation", "reference model 15.13, calibrated"},
          field{"openness_weight", &P::openness_weight, 0., 1., "1", "weight of open signalling against settling",
                "reference model 15.13, calibrated"},
          field{"observer_sd", &P::observer_sd, 0., 2., "1", "observer's error", "reference model 15.13, calibrated"},
          field{"closeness", &P::closeness, 0., 1., "1", "closeness of the norm by which it is scored", "own choice"},
          field{"composure", &P::composure, 0., 1., "1", "composure of the norm by which it is scored", "own choice"}};
    }
  };
  parameters p{};

  double code(std::span<const event> seen) const {
    const norm scored_by{.closeness = p.closeness, .composure = p.composure};
    double open = 0, settling = 0;
    for (const event& e : seen) {
      open += credit_under(scored_by, e.shown.manner);
      settling += e.settling;
    }
    const double n = max(1., static_cast<double>(seen.size()));
    return 2. * (p.openness_weight * open + (1. - p.openness_weight) * settling) / n - 1.;
  }

  void assess(stage& children, double, record& findings) const {
    const auto films = observe_at_home(children, static_cast<std::size_t>(p.events));
    for (std::size_t i = 0; i < films.size(); ++i) {
      const double error = normal(children.draw(i, purpose::rater)[0], 0., p.observer_sd);
      findings.scale(i, "security", 0, clamp(code(films[i]) + error, -1., 1.));
    }
  }
};
static_assert(instrument<attachment_q_sort>);

}  // namespace iwm::instruments
