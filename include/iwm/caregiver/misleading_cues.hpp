// SPDX-License-Identifier: MIT
#pragma once

#include "iwm/caregiver/caregiver.hpp"
#include "iwm/core/fields.hpp"
#include "iwm/core/real.hpp"

#include <string_view>
#include <tuple>

namespace iwm::caregivers {

/// Attends with probability q, and wears a face that may say something else: the communication
/// errors of Cittern, Nolte, Friston & Edalat (2018), doi:10.1371/journal.pone.0193955.
///
///   face                 announces care     none         ambiguous
///   when it attends      a, at most 1 - c   1 - a - c    c
///   when it does not     1 - b - c          b, or 1 - c  c
///
/// In the paper a cue announces the next act and stands apart from the present one. A response of
/// this library has no cue; the face is its `welcome`, of the same event, and an ambiguous one is
/// taken for warm half of the time. Attending: came and fit 1. A warm face without care: came 1,
/// welcome 1, fit 0, a promise that is not kept. Care without a warm face brings no relief in this
/// library's world.
struct misleading_cues {
  static constexpr std::string_view name = "misleading_cues";
  static constexpr std::string_view summary =
      "attends by chance, with a face that announces something else";
  struct parameters {
    double q = 0.05, a = 1, b = 0.6, c = 0;
    static constexpr auto fields() {
      using P = parameters;
      return std::tuple{
          field{"q", &P::q, 0., 1., "probability", "that it attends",
                "Cittern et al. 2018: .05 disorganised"},
          field{"a", &P::a, 0., 1., "probability", "that attending is announced, at most 1 - c",
                "Cittern et al. 2018"},
          field{"b", &P::b, 0., 1., "probability", "that ignoring is announced, at most 1 - c",
                "Cittern et al. 2018: disorganised"},
          field{"c", &P::c, 0., 1., "probability", "of an ambiguous face", "Cittern et al. 2018"}};
    }
  };
  parameters p{};

  response respond(const signal&, const circumstance&, const draws& u) const {
    const double attends = select(u[0] < p.q, 1., 0.);
    const double announces = select(attends > 0.5, min(p.a, 1. - p.c), max(0., 1. - p.b - p.c));
    const double read_as_warm = announces + 0.5 * p.c;
    const double warm = select(u[1] < read_as_warm, 1., 0.);
    return {.came = max(attends, warm), .fit = attends, .welcome = warm};
  }
};
static_assert(caregiver_policy<misleading_cues>);

}  // namespace iwm::caregivers
