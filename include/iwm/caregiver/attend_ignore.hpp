// SPDX-License-Identifier: MIT
#pragma once

#include "iwm/caregiver/caregiver.hpp"
#include "iwm/core/fields.hpp"
#include "iwm/core/real.hpp"

#include <string_view>
#include <tuple>

namespace iwm::caregivers {

/// Attends with probability q whatever the infant shows, and then at once, warmly and rightly: the
/// caregiver of Buono et al. (2006) and of Cittern, Nolte, Friston & Edalat (2018),
/// doi:10.1371/journal.pone.0193955.
struct attend_ignore {
  static constexpr std::string_view name = "attend_ignore";
  static constexpr std::string_view summary = "attends by chance, whatever the infant shows";
  struct parameters {
    double q = 0.5;
    static constexpr auto fields() {
      return std::tuple{field{"q", &parameters::q, 0., 1., "probability", "that it attends",
                              "Cittern et al. 2018: .1 avoidant, .4 ambivalent, .9 secure"}};
    }
  };
  parameters p{};

  response respond(const signal&, const circumstance&, const draws& u) const {
    const double came = select(u[0] < p.q, 1., 0.);
    return {.came = came, .fit = came, .welcome = came};
  }
};
static_assert(caregiver_policy<attend_ignore>);

}  // namespace iwm::caregivers
