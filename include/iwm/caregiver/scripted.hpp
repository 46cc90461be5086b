// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <memory>
#include <string_view>
#include <tuple>
#include <vector>

#include "iwm/caregiver/caregiver.hpp"
#include "iwm/core/fields.hpp"

namespace iwm {

/// How far a script has been played.
struct script_position {
  double next = 0;
  bool operator==(const script_position&) const = default;
};

namespace caregivers {

/// Replays what a real caregiver did: the answers of a table of coded interaction, one for each event,
/// from the beginning again when the table ends. What the infant shows changes nothing.
struct scripted {
  static constexpr std::string_view name = "scripted";
  static constexpr std::string_view summary = "replays the answers of a table of coded interaction";
  struct parameters {
    double first = 0;
    static constexpr auto fields() {
      return std::tuple{field{"first", &parameters::first, 0., 1e9, "events",
                              "number of the distress in the table to begin with", "own choice"}};
    }
  };
  using state = script_position;
  parameters p{};
  std::shared_ptr<const std::vector<response>> script{};  ///< see `responses_of`; none: never comes

  state initial() const { return {p.first}; }

  remembered<state> respond(const state& before, const signal&, const circumstance&,
                            const draws&) const {
    if (!script || script->empty()) return {{}, before};
    const auto line = static_cast<std::size_t>(before.next) % script->size();
    return {(*script)[line], {before.next + 1}};
  }
};
static_assert(caregiver_policy<scripted>);

}  // namespace caregivers
}  // namespace iwm
