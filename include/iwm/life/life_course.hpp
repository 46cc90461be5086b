// SPDX-License-Identifier: MIT
#pragma once

#include "iwm/core/fields.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <tuple>

namespace iwm {

/// Whom a person may turn to.
enum class figure : std::size_t { mother, father, sibling, peer, partner, therapist };
inline constexpr std::array<std::string_view, 6> figure_names{"mother", "father",  "sibling",
                                                              "peer", "partner", "therapist"};
inline constexpr std::size_t figure_count = figure_names.size();
constexpr std::size_t number(figure who) { return static_cast<std::size_t>(who); }

/// Everyday events of one time of life: how many, and with whom. Weights of figures that a person
/// does not have count nothing.
struct time_of_life {
  std::uint64_t events_per_week = 7;
  double mother = 0, father = 0, sibling = 0, peer = 0, partner = 0;

  std::array<double, figure_count> weights() const {
    return {mother, father, sibling, peer, partner, 0.};
  }
  static constexpr auto fields() {
    using P = time_of_life;
    constexpr auto own = "own choice";
    return std::tuple{
        field{"events_per_week", &P::events_per_week, 1., 100., "1/week",
              "needs for which a person turns to somebody", own},
        field{"mother", &P::mother, 0., 100., "1", "weight of the mother", own},
        field{"father", &P::father, 0., 100., "1", "weight of the father", own},
        field{"sibling", &P::sibling, 0., 100., "1", "weight of a sibling", own},
        field{"peer", &P::peer, 0., 100., "1", "weight of peers and friends", own},
        field{"partner", &P::partner, 0., 100., "1", "weight of a partner", own}};
  }
};

/// Relationships over age (reference model, section 10). In infancy, up to `school_age`, every day
/// passes as the scenario's `mother` and `father` say; later weeks are simulated.
struct life_course {
  double school_age = 6;
  time_of_life childhood{14, 4, 2, 1, 2, 0};
  time_of_life adolescence{10, 3, 1.5, 1, 3, 1};
  time_of_life adulthood{7, 0.6, 0.3, 0.3, 1.5, 6};
  double sibling_hierarchy = 0.2;
  double peer_hierarchy = 0.3;
  double partner_hierarchy = 1.0;
  double therapist_hierarchy = 1.0;

  static constexpr double adolescent_at = 12, adult_at = 18;

  const time_of_life& at(double age) const {
    return age < adolescent_at ? childhood : age < adult_at ? adolescence : adulthood;
  }

  static constexpr auto fields() {
    using P = life_course;
    constexpr auto own = "own choice";
    constexpr auto rank = "reference model 7, own choice";
    return std::tuple{
        field{"school_age", &P::school_age, 0.25, 12., "years",
              "age up to which each day is simulated, with the parents alone", own},
        group{"childhood", &P::childhood, "from school age to 12 years"},
        group{"adolescence", &P::adolescence, "from 12 to 18 years"},
        group{"adulthood", &P::adulthood, "from 18 years on"},
        field{"sibling_hierarchy", &P::sibling_hierarchy, 0., 1., "1",
              "weight of a sibling for the general model", rank},
        field{"peer_hierarchy", &P::peer_hierarchy, 0., 1., "1",
              "weight of a friend for the general model", rank},
        field{"partner_hierarchy", &P::partner_hierarchy, 0., 1., "1",
              "weight of a partner for the general model", rank},
        field{"therapist_hierarchy", &P::therapist_hierarchy, 0., 1., "1",
              "weight of a therapist for the general model", rank}};
  }
};

}  // namespace iwm
