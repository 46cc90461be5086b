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

/// Adult Attachment Interview: state of mind with regard to attachment, from how childhood is
/// spoken of. George, Kaplan & Main (1985) unpublished manual; Main, Kaplan & Cassidy (1985)
/// doi:10.2307/3333827.
///
/// All scales run from 1 to 9 and have the coder's error:
///   coherence     as `coherence_of`
///   idealisation  1 + 8 (excess_gain (excess - tolerance) + blank_gain blank claims)
///   anger         1 + 8 entangled_gain (entangled over hurt) (1 + spread)
///   passivity     1 + 8 entangled_gain (other entangled) (1 + spread)
///   lapses        1 + 8 (1 - exp(-lapses / lapse_scale))
///   reflective_functioning  1 + 8 reflective
/// with the terms of `impression`, all in brackets kept within 0 and 1. Good or bad memories count
/// for nothing by themselves: poor care that is told openly, as it was, is coherent.
///
/// "FDsE forced": Ds if idealisation is above its cut and by the larger margin, E if anger or
/// passivity is, else F. "FDsEU": U if lapses reach their cut, else the forced class.
struct adult_attachment_interview {
  static constexpr std::string_view name = "adult_attachment_interview";
  static constexpr std::string_view table_name = "aai";
  static constexpr bool of_both = false;
  static constexpr std::string_view summary =
      "interview about childhood: 1-9 scales of coherence, FDsEU and forced FDsE";
  struct parameters : speech_parameters {
    double excess_gain = 2, blank_gain = 2.5, entangled_gain = 2;
    double lapse_scale = 2;
    double coder_sd = 0.3;
    double dismissing_cut = 1.55, preoccupied_cut = 2.0, unresolved_cut = 5.9;
    static constexpr auto fields() {
      using P = parameters;
      return std::tuple_cat(
          speech_parameters::fields(),
          std::tuple{field{"excess_gain", &P::excess_gain, 0., 10., "1",
                           "idealisation by claims above episodes", "own choice"},
                     field{"blank_gain", &P::blank_gain, 0., 10., "1",
                           "idealisation by claims without memory", "own choice"},
                     field{"entangled_gain", &P::entangled_gain, 0., 10., "1",
                           "anger and passivity by entangled answers", "own choice"},
                     field{"lapse_scale", &P::lapse_scale, 0.1, 100., "lapses",
                           "lapses that bring 63% of the scale", "own choice"},
                     field{"coder_sd", &P::coder_sd, 0., 3., "scale points",
                           "coder's error on every scale", "own choice"},
                     field{"dismissing_cut", &P::dismissing_cut, 1., 9., "scale points",
                           "idealisation from which Ds is given", "own choice"},
                     field{"preoccupied_cut", &P::preoccupied_cut, 1., 9., "scale points",
                           "anger or passivity from which E is given", "own choice"},
                     field{"unresolved_cut", &P::unresolved_cut, 1., 9., "scale points",
                           "lapses from which U is given", "own choice"}});
    }
  };
  parameters p{};

  struct scales {
    double coherence = 9, idealisation = 1, anger = 1, passivity = 1, lapses = 1;
    double reflective_functioning = 1;
  };
  struct classes {
    std::string_view forced, four_way;
  };

  scales code(std::span<const statement> said) const {
    const impression seen = impression_of(said);
    const double entangled = p.entangled_gain * (1. + seen.spread);
    const double other = max(0., seen.entangled - seen.entangled_hurt);
    return {coherence_of(seen, p),
            1. + 8. * clamp01(p.excess_gain * max(0., seen.excess - p.tolerance) +
                              p.blank_gain * seen.blank_claims),
            1. + 8. * clamp01(entangled * seen.entangled_hurt),
            1. + 8. * clamp01(entangled * other),
            1. + 8. * (1. - exp(-seen.lapses / p.lapse_scale)),
            1. + 8. * seen.reflective};
  }

  classes classify(const scales& s) const {
    const double dismissing = s.idealisation - p.dismissing_cut;
    const double preoccupied = max(s.anger, s.passivity) - p.preoccupied_cut;
    std::string_view forced = "F";
    if (max(dismissing, preoccupied) >= 0.) forced = dismissing >= preoccupied ? "Ds" : "E";
    return {forced, s.lapses >= p.unresolved_cut ? "U" : forced};
  }

  void ask(const respondents& people, double, record& findings) const {
    for (std::size_t i = 0; i < people.size(); ++i) {
      if (!people.about(i)) continue;
      scales s = code(transcript(people, i, p));
      const draws u = people.draw(i, purpose::rater);
      const auto rate = [&](std::string_view scale, double& value, double error) {
        value = clamp(value + normal(error, 0., p.coder_sd), 1., 9.);
        findings.scale(i, scale, 0, value);
      };
      rate("coherence", s.coherence, u[0]);
      rate("idealisation", s.idealisation, u[1]);
      rate("anger", s.anger, u[2]);
      rate("passivity", s.passivity, u[3]);
      rate("lapses", s.lapses, u[4]);
      rate("reflective_functioning", s.reflective_functioning, u[5]);
      const classes given = classify(s);
      findings.category(i, "FDsE forced", given.forced);
      findings.category(i, "FDsEU", given.four_way);
    }
  }
};
static_assert(interview<adult_attachment_interview>);

}  // namespace iwm::instruments
