// SPDX-License-Identifier: MIT
#pragma once

#include "iwm/caregiver/caregiver.hpp"
#include "iwm/core/fields.hpp"
#include "iwm/core/real.hpp"

#include <string_view>
#include <tuple>

namespace iwm::caregivers {

/// Does what pays, given what the infant does: the parent of the attachment games, who answers
/// best. The infant goes if it shows more than `called`, else it does not; ties fall by chance.
///
///   game              go: attend, ignore   don't: attend, ignore
///   secure            4  3                 1  2                    attends whoever goes
///   avoidant          2  3                 1  4                    never attends
///   two equilibria    4  2                 1  3                    attends whoever goes
///
/// Buono, Chau, Lewis, Madras, Pugh, Rossi & Witelski (2006), Fields-MITACS Industrial Problem
/// Solving Workshop, report on mother-child attachment; as restated by Cittern & Edalat (2015).
struct payoff_matrix {
  static constexpr std::string_view name = "payoff_matrix";
  static constexpr std::string_view summary = "attends if that pays, by what the infant does";
  struct parameters {
    double go_attend = 4, go_ignore = 3;
    double stay_attend = 1, stay_ignore = 2;
    double called = 0.3;
    static constexpr auto fields() {
      using P = parameters;
      return std::tuple{
          field{"go_attend", &P::go_attend, -100., 100., "payoff",
                "to the parent: attends an infant that goes", "Buono et al. 2006: secure"},
          field{"go_ignore", &P::go_ignore, -100., 100., "payoff",
                "to the parent: ignores an infant that goes", "Buono et al. 2006: secure"},
          field{"stay_attend", &P::stay_attend, -100., 100., "payoff",
                "to the parent: attends an infant that does not go", "Buono et al. 2006: secure"},
          field{"stay_ignore", &P::stay_ignore, -100., 100., "payoff",
                "to the parent: ignores an infant that does not go", "Buono et al. 2006: secure"},
          field{"called", &P::called, 0., 1., "1", "display above which the infant goes",
                "own choice"}};
    }
  };
  parameters p{};

  response respond(const signal& shown, const circumstance&, const draws& u) const {
    const bool goes = shown.display > p.called;
    const double gain =
        select(goes, p.go_attend, p.stay_attend) - select(goes, p.go_ignore, p.stay_ignore);
    const double came = select(gain == 0., select(u[0] < 0.5, 1., 0.), select(gain > 0., 1., 0.));
    return {.came = came, .fit = came, .welcome = came};
  }
};
static_assert(caregiver_policy<payoff_matrix>);

}  // namespace iwm::caregivers
