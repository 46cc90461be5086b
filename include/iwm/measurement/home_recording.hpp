// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>
#include <tuple>

#include "iwm/core/fields.hpp"
#include "iwm/measurement/home_observation.hpp"
#include "iwm/measurement/instrument.hpp"

namespace iwm::instruments {

/// A recorder that runs at home: every episode of distress and the response to it, with latency,
/// quality, crying and exploration, as rows of the events table.
struct home_recording {
  static constexpr std::string_view name = "home_recording";
  static constexpr std::string_view table_name = "home_recording";
  static constexpr std::string_view summary = "day-long recording: each distress and the response to it";
  struct parameters {
    double episodes = 48;
    double hours = 24;
    static constexpr auto fields() {
      using P = parameters;
      return std::tuple{
          field{"episodes", &P::episodes, 1., 10000., "events", "episodes of distress in the recording", "own choice"},
          field{"hours", &P::hours, 0.1, 1000., "waking hours", "length of the recording", "own choice"}};
    }
  };
  parameters p{};

  void assess(stage& children, double, record& findings) const {
    const auto films = observe_at_home(children, static_cast<std::size_t>(p.episodes));
    for (std::size_t i = 0; i < films.size(); ++i)
      for (std::size_t m = 0; m < films[i].size(); ++m)
        findings.recorded(i, p.hours * static_cast<double>(m) / p.episodes, films[i][m]);
  }
};
static_assert(instrument<home_recording>);

}  // namespace iwm::instruments
