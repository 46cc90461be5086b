// SPDX-License-Identifier: MIT
#pragma once

#include "iwm/core/fields.hpp"
#include "iwm/infant/heredity.hpp"
#include "iwm/life/couple.hpp"
#include "iwm/life/life_course.hpp"
#include "iwm/life/life_event.hpp"
#include "iwm/life/reflection.hpp"
#include "iwm/life/state_of_mind.hpp"

#include <cstdint>
#include <string>
#include <tuple>
#include <vector>

namespace iwm {

/// From an age on, other people are mother and father: an institution, foster care, adoption.
struct placement {
  double months = 6;
  std::string stratum = "low_risk";  ///< of the new family
  static constexpr auto fields() {
    return std::tuple{field{"months", &placement::months, 0., 216., "months", "age of the child"}};
  }
};

/// A programme that raises a mother's care while her child is of some age; what it has reached stays.
struct programme {
  double from = 6, to = 9;
  double sensitivity = 0, acceptance = 0, cooperation = 0, accessibility = 0, fright = 0;
  static constexpr auto fields() {
    using P = programme;
    constexpr auto own = "own choice";
    return std::tuple{
        field{"from", &P::from, 0., 216., "months", "age of the child at the beginning", own},
        field{"to", &P::to, 0., 216., "months", "age of the child at the end", own},
        field{"sensitivity", &P::sensitivity, -8., 8., "logit", "gain of sensitivity", own},
        field{"acceptance", &P::acceptance, -8., 8., "logit", "gain of acceptance", own},
        field{"cooperation", &P::cooperation, -8., 8., "logit", "gain of cooperation", own},
        field{"accessibility", &P::accessibility, -8., 8., "logit", "gain of accessibility", own},
        field{"fright", &P::fright, -8., 8., "logit", "change of frightening behaviour", own}};
  }
};

/// Weekly sessions with a therapist of high, steady sensitivity.
struct therapy {
  double from = 360, to = 372;
  std::uint64_t moments = 12;
  bool for_insecure = false;
  static constexpr auto fields() {
    using P = therapy;
    constexpr auto own = "own choice";
    return std::tuple{
        field{"from", &P::from, 36., 1200., "months", "age at the beginning", own},
        field{"to", &P::to, 36., 1200., "months", "age at the end", own},
        field{"moments", &P::moments, 1., 50., "1/week", "moments of a session in which a need is answered", own},
        field{"for_insecure", &P::for_insecure, 0., 1., "switch",
              "only for those whose last adult_attachment_interview was not F", own}};
  }
};

/// Whole lives: how they run, and how one generation follows another. Without generations the
/// scenario is a cohort of infants.
struct lives_plan {
  std::uint64_t generations = 0;
  double last_months = 0;
  std::uint64_t children = 2;
  double spacing = 36;
  bool twins = false;
  bool identical = false;
  bool couples = true;
  bool offspring = true;
  std::uint64_t stories = 0;
  life_course course{};
  heredity_rule heredity{};
  reflection_rule reflection{};
  state_of_mind_rule mind{};
  couple_rule couple{};
  std::vector<life_event> events = everyday_life_events();
  std::vector<placement> placements{};
  std::vector<programme> programmes{};
  std::vector<therapy> therapies{};

  static constexpr auto fields() {
    using P = lives_plan;
    constexpr auto own = "own choice";
    return std::tuple{
        field{"generations", &P::generations, 0., 1000., "1",
              "generations that grow up; 0: only infants with drawn parents", own},
        field{"last_months", &P::last_months, 0., 1200., "months",
              "age at which the last generation is left; 0: as the others", own},
        field{"children", &P::children, 1., 2., "1", "children of each pair of drawn parents", own},
        field{"spacing", &P::spacing, 12., 120., "months", "between children of drawn parents", own},
        field{"twins", &P::twins, 0., 1., "switch", "drawn parents have a pair of twins", own},
        field{"identical", &P::identical, 0., 1., "switch", "the twins are monozygotic", own},
        field{"couples", &P::couples, 0., 1., "switch", "grown persons look for partners", own},
        field{"offspring", &P::offspring, 0., 1., "switch", "couples have children", own},
        field{"stories", &P::stories, 0., 1e9, "families",
              "the first families whose quarrels are written", own},
        group{"course", &P::course, "relationships over age"},
        group{"heredity", &P::heredity, "inheritance of temperament"},
        group{"reflection", &P::reflection, "growth of reflective capacity and what it does"},
        group{"mind", &P::mind, "state of mind with regard to attachment"},
        group{"couple", &P::couple, "choice of partners, quarrels, satisfaction, break-up"}};
  }
};

}  // namespace iwm
