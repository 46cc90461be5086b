// SPDX-License-Identifier: MIT
#pragma once

#include "iwm/core/fields.hpp"
#include "iwm/life/life_course.hpp"

#include <string>
#include <string_view>
#include <tuple>
#include <vector>

namespace iwm {

/// One kind of life event and what it does (reference model, section 10). All of it changes what is
/// lived through; nothing writes into a working model.
struct life_event {
  std::string kind;               ///< name in the tables
  std::string who = "mother";     ///< the figure whose care changes
  double hazard = 0;              ///< a year
  double from = 1, to = 18;       ///< ages at which it can happen, years
  double months = -1;             ///< or the age at which it happens, months; below 0: by hazard
  double strain = 0.3;            ///< distress of the person itself, fading by half in three months
  double care = 0;                ///< shift of the figure's care, logit
  double fright = 0;              ///< shift of the figure's frightening behaviour, logit
  double lasts = 12;              ///< months until the shift is over, fading
  double contact = 1;             ///< factor on the share of events with the figure, for good
  double mourning = 0;            ///< unresolved loss that is left, 0 to 1; reflection dissolves it
  bool family = false;            ///< strikes all children of a household at one time

  static constexpr auto fields() {
    using P = life_event;
    constexpr auto own = "own choice";
    return std::tuple{
        field{"hazard", &P::hazard, 0., 10., "1/year", "chance in a year", own},
        field{"from", &P::from, 0., 120., "years", "youngest age", own},
        field{"to", &P::to, 0., 120., "years", "oldest age", own},
        field{"months", &P::months, -1., 1440., "months", "age at which it happens; -1: by hazard", own},
        field{"strain", &P::strain, -1., 1., "1",
              "distress of the person, halved every three months; relief below 0", own},
        field{"care", &P::care, -10., 10., "logit", "shift of the figure's care", own},
        field{"fright", &P::fright, -10., 10., "logit", "shift of the figure's frightening behaviour", own},
        field{"lasts", &P::lasts, 0., 1440., "months", "until the shift has faded", own},
        field{"contact", &P::contact, 0., 10., "1", "factor on events with the figure, for good", own},
        field{"mourning", &P::mourning, 0., 1., "1", "unresolved loss", own},
        field{"family", &P::family, 0., 1., "switch", "strikes all children of a household", own}};
  }
};

/// Events of childhood and of adult life in ordinary families. The end of a couple strikes its children
/// as `parental_separation` and both partners as `relationship_end`, by name. Rates are rounded from Western
/// populations; sizes are own choices.
inline std::vector<life_event> everyday_life_events() {
  return {{.kind = "loss_of_parent", .hazard = 0.003, .strain = 0.7, .contact = 0., .mourning = 0.9},
          {.kind = "parental_separation", .who = "father", .hazard = 0.015, .strain = 0.5, .care = -1., .lasts = 36, .contact = 0.4, .mourning = 0.5, .family = true},
          {.kind = "parent_illness", .hazard = 0.004, .strain = 0.4, .care = -1.5, .lasts = 36, .mourning = 0.5},
          {.kind = "parental_depression", .hazard = 0.006, .strain = 0.3, .care = -2.5, .lasts = 60, .mourning = 0.4},
          {.kind = "abuse", .hazard = 0.004, .strain = 0.8, .care = -2.5, .fright = 2.5, .lasts = 60, .mourning = 0.9},
          {.kind = "job_loss", .who = "partner", .hazard = 0.02, .from = 20, .to = 60, .strain = 0.35, .care = -0.2, .lasts = 9},
          {.kind = "illness", .who = "partner", .hazard = 0.02, .from = 20, .to = 70, .strain = 0.4, .lasts = 6},
          {.kind = "bereavement", .who = "peer", .hazard = 0.015, .from = 20, .to = 70, .strain = 0.3, .mourning = 0.3},
          {.kind = "relationship_end", .who = "partner", .strain = 0.6},
          {.kind = "relationship_start", .who = "partner", .strain = -0.3}};
}

}  // namespace iwm
