// SPDX-License-Identifier: MIT
#pragma once

#include "iwm/caregiver/caregiver.hpp"
#include "iwm/core/distributions.hpp"
#include "iwm/core/real.hpp"
#include "iwm/interaction/norm.hpp"

#include <string_view>

namespace iwm {

/// Probability that a caregiver notices a display.
///   there in mind: logistic(8 (display - (0.75 - 0.7 sensitivity)));  not: 0.6 logistic(8 (display
///   - 0.65)).
/// Reference model, sections 3 and 15.9 (calibrated).
inline double chance_to_notice(double display, double sensitivity, double there) {
  const bool attentive = there > 0.5;
  const double threshold = select(attentive, 0.75 - 0.7 * sensitivity, 0.65);
  return select(attentive, 1., 0.6) * logistic(8. * (display - threshold));
}

/// Probability that an answer is warm: acceptance + (1 - acceptance) 0.3 (1 - display).
/// Strong displays are what a rejecting caregiver rebuffs. Reference model, section 3.
inline double chance_to_welcome(double display, double acceptance) {
  return acceptance + (1. - acceptance) * 0.3 * (1. - display);
}

/// Whether the caregiver was there in mind at the moment before: 1 or 0.
struct presence {
  double there = 1;
  bool operator==(const presence&) const = default;
};

/// A caregiver that acts by Ainsworth's scales, moment by moment (reference model, section 3).
///
///   there      two states, stays with probability 0.7, else there with probability `accessibility`
///   came       with `chance_to_notice` of what is a call under the caregiver's norm
///   fit        1 with probability 0.35 + 0.65 sensitivity, else 0.3: the need was misread
///   delay      exponential with mean 1.2 - sensitivity
///   welcome    with `chance_to_welcome` for the acceptance that the norm leaves, else rejection
///   fright     with probability fright (1 + 6 proximity) / 7
///   intrusion  with probability (1 - cooperation) direction exploration
///
/// The norm (`iwm::norm`) is neutral unless `live_under` sets another; neutral, a call is the display,
/// acceptance is left whole and direction is 1.
///
/// `Parameters` is `care_traits` or a preset of it. Every presets is this one policy at another
/// point of the trait space.
template <class Parameters>
struct trait_policy {
  using parameters = Parameters;
  using state = presence;
  parameters p{};
  norm expected{};

  constexpr void live_under(const norm& culture) { expected = culture; }
  constexpr state initial() const { return {}; }

  remembered<state> respond(const state& before, const signal& shown, const circumstance&,
                            const draws& u) const {
    const care_traits& t = p;
    const double there = select(u[0] < 0.7 * before.there + 0.3 * t.accessibility, 1., 0.);
    const double came =
        select(u[1] < chance_to_notice(call_under(expected, shown), t.sensitivity, there), 1., 0.);
    const double fit = came * select(u[2] < 0.35 + 0.65 * t.sensitivity, 1., 0.3);
    const double delay = came * exponential(u[3], 1.2 - t.sensitivity);
    const double acceptance = acceptance_under(expected, t.acceptance, shown);
    const double welcome =
        came * select(u[4] < chance_to_welcome(shown.display, acceptance), 1., 0.);
    const double fright = select(u[5] < t.fright * (1. + 6. * shown.proximity) / 7., 1., 0.);
    const double intrusion = select(
        u[6] < (1. - t.cooperation) * expected.direction * shown.exploration, 1., 0.);
    return {{came, fit, delay, welcome, came - welcome, fright, intrusion}, {there}};
  }
};

/// Traits with other starting values.
template <care_traits Values>
struct preset_traits : care_traits {
  constexpr preset_traits() : care_traits(Values) {}
  constexpr explicit preset_traits(const care_traits& values) : care_traits(values) {}
};

namespace caregivers {

/// The caregiver of the simulated families: takes on the traits drawn for a person, with their
/// drift.
struct trait_based : trait_policy<care_traits> {
  static constexpr std::string_view name = "trait_based";
  static constexpr std::string_view summary = "acts by Ainsworth's scales as drawn for each family";
  constexpr void adopt(const care_traits& momentary) { p = momentary; }
};
static_assert(caregiver_policy<trait_based> && follows_traits<trait_based>);

}  // namespace caregivers
}  // namespace iwm
