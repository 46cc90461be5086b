// SPDX-License-Identifier: MIT
#pragma once

#include "iwm/core/distributions.hpp"
#include "iwm/core/fields.hpp"
#include "iwm/core/real.hpp"
#include "iwm/measurement/interview.hpp"
#include "iwm/measurement/speech.hpp"

#include <cstddef>
#include <span>
#include <string_view>
#include <tuple>

namespace iwm::instruments {

/// Interview of adolescents about their parents: coherence of what is said, and security with them.
/// In the manner of the Child Attachment Interview: Shmueli-Goetz, Target, Fonagy & Datta (2008)
/// doi:10.1037/0012-1649.44.4.939.
///
/// Both scales run from 1 to 9 and have the coder's error; the terms are those of `impression`:
///   coherence  as `coherence_of`
///   security   1 + 8 ((1 - r) told + r reflective), r = reflective_weight,
///              told = openness_weight open + (1 - openness_weight) supported
/// Unlike adults' classes this one is about relationships that last, so that what parents do
/// counts: supported are claims as far as episodes bear them out. Reflection works on how one
/// speaks. "secure/insecure": secure if the mean of both scales reaches the cut.
struct interview_15y {
  static constexpr std::string_view name = "interview_15y";
  static constexpr std::string_view table_name = "interview_15y";
  static constexpr bool of_both = false;
  static constexpr std::string_view summary =
      "interview of adolescents about their parents: coherence and security 1-9, secure or "
      "insecure";
  struct parameters : speech_parameters {
    double openness_weight = 0.5, reflective_weight = 0.4;
    double coder_sd = 0.8;
    double secure_cut = 6.0;
    static constexpr auto fields() {
      using P = parameters;
      return std::tuple_cat(
          speech_parameters::fields(),
          std::tuple{field{"openness_weight", &P::openness_weight, 0., 1., "1",
                           "weight of open speech against supported claims", "own choice"},
                     field{"reflective_weight", &P::reflective_weight, 0., 1., "1",
                           "weight of speaking of minds against both", "calibrated: Fearon et al. (2014)"},
                     field{"coder_sd", &P::coder_sd, 0., 3., "scale points",
                           "coder's error on each scale", "own choice"},
                     field{"secure_cut", &P::secure_cut, 1., 9., "scale points",
                           "mean of both scales from which secure is given", "own choice"}});
    }
  };
  parameters p{};

  struct scales {
    double coherence = 9, security = 1;
  };

  scales code(std::span<const statement> said) const {
    const impression seen = impression_of(said);
    const double told = blend(seen.supported, seen.open, p.openness_weight);
    return {coherence_of(seen, p), 1. + 8. * blend(told, seen.reflective, p.reflective_weight)};
  }

  std::string_view classify(const scales& s) const {
    return (s.coherence + s.security) / 2. >= p.secure_cut ? "secure" : "insecure";
  }

  void ask(const respondents& people, double, record& findings) const {
    for (std::size_t i = 0; i < people.size(); ++i) {
      const auto childhood = people.childhood(i);
      if (!people.about(i) || (!childhood[0] && !childhood[1])) continue;
      scales s = code(transcript(people, i, p));
      const draws u = people.draw(i, purpose::rater);
      s.coherence = clamp(s.coherence + normal(u[0], 0., p.coder_sd), 1., 9.);
      s.security = clamp(s.security + normal(u[1], 0., p.coder_sd), 1., 9.);
      findings.scale(i, "coherence", 0, s.coherence);
      findings.scale(i, "security", 0, s.security);
      findings.category(i, "secure/insecure", classify(s));
    }
  }
};
static_assert(interview<interview_15y>);

}  // namespace iwm::instruments
