// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>
#include <tuple>

#include "iwm/core/distributions.hpp"
#include "iwm/core/fields.hpp"
#include "iwm/core/real.hpp"
#include "iwm/measurement/instrument.hpp"

namespace iwm::instruments {

/// A parent's report of the infant's temperament: three scales from 1 to 7, each the mean of what the
/// parent has seen over months, with the reporter's error.
struct temperament_report {
  static constexpr std::string_view name = "temperament_report";
  static constexpr std::string_view table_name = "temperament_report";
  static constexpr bool of_both = false;
  static constexpr std::string_view summary =
      "parent reports negative reactivity, soothability and sociability, 1-7";
  struct parameters {
    double reporter_sd = 0.6;
    static constexpr auto fields() {
      return std::tuple{field{"reporter_sd", &parameters::reporter_sd, 0., 5., "scale points",
                              "reporter's error", "own choice: reliability near .75"}};
    }
  };
  parameters p{};

  void assess(stage& children, double, record& findings) const {
    for (std::size_t i = 0; i < children.size(); ++i) {
      const temperament seen = children.known(i);
      const draws u = children.draw(i, purpose::rater);
      const auto report = [&](std::string_view scale, double value, double error) {
        findings.scale(i, scale, 0, clamp(1. + 6. * value + normal(error, 0., p.reporter_sd), 1., 7.));
      };
      report("negative_reactivity", seen.reactivity, u[0]);
      report("soothability", seen.soothability, u[1]);
      report("sociability", seen.sociability, u[2]);
    }
  }
};
static_assert(instrument<temperament_report>);

}  // namespace iwm::instruments
