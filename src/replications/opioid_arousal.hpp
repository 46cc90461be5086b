// SPDX-License-Identifier: MIT
#pragma once

#include "iwm/core/fields.hpp"
#include "iwm/published/opioid_arousal.hpp"
#include "iwm/published/replication.hpp"

#include <cstdint>
#include <string_view>
#include <tuple>
#include <vector>

namespace iwm {

/// A separation of three minutes and a reunion for three balances of sensitivity, and how far the
/// criteria hold over the parameters. A reconstruction; nothing is drawn.
struct opioid_arousal_replication {
  static constexpr std::string_view name = "opioid_arousal";
  static constexpr std::string_view summary =
      "opioid and arousal in separation and reunion (reconstruction)";
  static constexpr std::string_view source =
      "Stevens & Zhang (2009), IEEE Trans. Auton. Ment. Dev. 1, 196-207, "
      "doi:10.1109/TAMD.2009.2038190; equations are own design";

  struct parameters {
    double opioid_sensitivity = 1;
    double arousal_sensitivity = 1;
    double responsiveness = 1;
    double threat = 0.2;
    static constexpr auto fields() {
      using P = parameters;
      return std::tuple{field{"opioid_sensitivity", &P::opioid_sensitivity, 0., 10., "1",
                              "how much opioid calms", "own choice: secure"},
                        field{"arousal_sensitivity", &P::arousal_sensitivity, 0., 10., "1",
                              "how much a lack of opioid rouses", "own choice: secure"},
                        field{"responsiveness", &P::responsiveness, 0., 10., "1",
                              "comfort gain of the caregiver", "own choice"},
                        field{"threat", &P::threat, 0., 5., "1",
                              "strangeness of the room while the caregiver is away", "own choice"}};
    }
  };
  parameters p{};

  std::vector<replicated_figure> table(std::uint64_t seed) const;
  std::vector<replicated_figure> condition(std::uint64_t seed) const;
};
static_assert(replication<opioid_arousal_replication>);

/// What a separation of three minutes and a reunion did.
struct separated {
  double peak = 0;         ///< highest arousal
  double exploration = 0;  ///< mean in the separation
  double recovery = 0;  ///< minutes of the reunion until arousal is within .05 of rest, at most 30
};
separated separate(const published::opioid_arousal_system& infant, double threat,
                   double minutes = 0.01);

}  // namespace iwm
