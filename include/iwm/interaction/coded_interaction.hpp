// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "iwm/interaction/response.hpp"

namespace iwm {

/// One row of a table of coded interaction, as programs for observational coding export it.
struct coded_interaction {
  double time = 0;          ///< beginning of the observation, hours
  std::string dyad;         ///< which pair
  std::string behaviour;    ///< distress of the infant; comfort, reject, frighten, interfere of the caregiver
  double start = 0;         ///< seconds from the beginning of the observation
  double stop = 0;          ///< seconds; equal to `start` for a point event
  std::string modifiers;    ///< free; "misread" marks care that did not fit the need
};

/// The caregiver's answers, one for each distress of `dyad` (of the first dyad when empty), in order.
///
/// The answer to a distress is the first comfort or reject that starts before the next distress; its
/// delay is the time between the two starts in minutes; care marked "misread" has a fit of 0.3. Any
/// frighten or interfere in the same stretch belongs to it. No answer: nobody came.
inline std::vector<response> responses_of(std::span<const coded_interaction> rows,
                                          std::string_view dyad) {
  std::vector<response> answers;
  const auto moment = [](const coded_interaction& row) { return 3600. * row.time + row.start; };
  std::vector<const coded_interaction*> pair;
  for (const coded_interaction& row : rows)
    if (row.dyad == (dyad.empty() ? std::string_view(rows.front().dyad) : dyad)) pair.push_back(&row);
  std::stable_sort(pair.begin(), pair.end(),
                   [&](const auto* a, const auto* b) { return moment(*a) < moment(*b); });
  double distress = 0;
  for (const coded_interaction* row : pair) {
    if (row->behaviour == "distress") {
      answers.emplace_back();
      distress = moment(*row);
    }
    if (answers.empty()) continue;
    response& given = answers.back();
    const bool warm = row->behaviour == "comfort";
    if ((warm || row->behaviour == "reject") && given.came == 0.) {
      given.came = 1;
      given.fit = row->modifiers.find("misread") == std::string::npos ? 1. : 0.3;
      given.delay = (moment(*row) - distress) / 60.;
      given.welcome = warm ? 1. : 0.;
      given.rejection = warm ? 0. : 1.;
    }
    if (row->behaviour == "frighten") given.fright = 1;
    if (row->behaviour == "interfere") given.intrusion = 1;
  }
  return answers;
}

}  // namespace iwm
