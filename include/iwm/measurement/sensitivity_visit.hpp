// SPDX-License-Identifier: MIT
#pragma once

#include <cmath>
#include <span>
#include <string_view>
#include <tuple>

#include "iwm/core/distributions.hpp"
#include "iwm/core/fields.hpp"
#include "iwm/core/real.hpp"
#include "iwm/measurement/home_observation.hpp"
#include "iwm/measurement/instrument.hpp"

namespace iwm::instruments {

/// A home visit that rates the caregiver on Ainsworth's 9-point scales and on frightening behaviour.
///
/// sensitivity    1 + 8 (mean of came x fit x promptness: noticed, understood, answered in time)
/// acceptance     1 + 8 (share of answers that are warm), 5 when nothing was answered
/// cooperation    1 + 8 (1 - share of moments with interference)
/// accessibility  1 + 8 (share of signals that were answered)
/// frightening    1 + 2 sqrt(count of frightening moments)
/// each with the rater's error, kept within 1 and 9. Reference model, sections 9 and 15.13.
struct sensitivity_visit {
  static constexpr std::string_view name = "sensitivity_visit";
  static constexpr std::string_view table_name = "sensitivity_visit";
  static constexpr std::string_view summary =
      "home visit: caregiver rated 1-9 on sensitivity, acceptance, cooperation, accessibility, fright";
  struct parameters {
    double events = 12;
    double rater_sd = 2.15;
    double frightening_rater_sd = 0.55;
    static constexpr auto fields() {
      using P = parameters;
      return std::tuple{
          field{"events", &P::events, 1., 1000., "events", "needs that fall into the visit", "reference model 15.13, calibrated"},
          field{"rater_sd", &P::rater_sd, 0., 5., "scale points", "rater's error on Ainsworth's scales", "calibrated"},
          field{"frightening_rater_sd", &P::frightening_rater_sd, 0., 5., "scale points",
                "rater's error on frightening behaviour", "reference model 15.13, calibrated"}};
    }
  };
  parameters p{};

  struct scales {
    double sensitivity = 1, acceptance = 1, cooperation = 1, accessibility = 1, frightening = 1;
  };

  static scales code(std::span<const event> seen) {
    double good = 0, came = 0, warm = 0, interfered = 0, frights = 0;
    for (const event& e : seen) {
      good += e.given.came * e.given.fit * promptness(e.given.delay);
      came += e.given.came;
      warm += e.given.welcome;
      interfered += e.given.intrusion;
      frights += e.given.fright;
    }
    const double n = max(1., static_cast<double>(seen.size()));
    return {1. + 8. * good / n, select(came > 0., 1. + 8. * warm / max(came, 1.), 5.),
            9. - 8. * interfered / n, 1. + 8. * came / n, 1. + 2. * std::sqrt(frights)};
  }

  void assess(stage& children, double, record& findings) const {
    const auto films = observe_at_home(children, static_cast<std::size_t>(p.events));
    for (std::size_t i = 0; i < films.size(); ++i) {
      const scales s = code(films[i]);
      const draws u = children.draw(i, purpose::rater);
      const auto rate = [&](std::string_view scale, double value, double error, double sd) {
        findings.scale(i, scale, 0, clamp(value + normal(error, 0., sd), 1., 9.));
      };
      rate("sensitivity", s.sensitivity, u[0], p.rater_sd);
      rate("acceptance", s.acceptance, u[1], p.rater_sd);
      rate("cooperation", s.cooperation, u[2], p.rater_sd);
      rate("accessibility", s.accessibility, u[3], p.rater_sd);
      rate("frightening", s.frightening, u[4], p.frightening_rater_sd);
    }
  }
};
static_assert(instrument<sensitivity_visit>);

}  // namespace iwm::instruments
