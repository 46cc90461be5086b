// SPDX-License-Identifier: MIT
#pragma once

#include "iwm/core/fields.hpp"

#include <cstdint>
#include <tuple>

namespace iwm {

/// How people speak in an interview about their childhood, the same in each such interview.
struct speech_parameters {
  std::uint64_t probes = 36, fright_probes = 8;
  double general_weight = 0.5;
  double temperature = 0.02;
  double mood_sd = 0.008;
  double monitoring = 0.4;
  double forgetting = 0.7;
  double revision = 0.5;
  double claim_sd = 0.08;
  double tolerance = 0.3;
  double incoherence_gain = 1.5;

  static constexpr auto fields() {
    using P = speech_parameters;
    return std::tuple{
        field{"probes", &P::probes, 1., 1000., "passages", "passages that are coded",
              "own choice: two for each of the 18 questions of George, Kaplan & Main (1985)"},
        field{"fright_probes", &P::fright_probes, 0., 100., "questions",
              "of them about loss, separation and fright", "own choice"},
        field{"general_weight", &P::general_weight, 0., 1., "1",
              "weight of the general habit against that with the figure asked about", "own choice"},
        field{"temperature", &P::temperature, 0.001, 10., "relief",
              "how loosely the manner of speaking follows habit", "own choice"},
        field{"mood_sd", &P::mood_sd, 0., 1., "relief", "habits' tilt from day to day",
              "own choice"},
        field{"monitoring", &P::monitoring, 0., 1., "probability",
              "a fully reflective speaker notices cutting short or entanglement, and stops it",
              "own choice"},
        field{"forgetting", &P::forgetting, 0., 1., "probability",
              "who cuts a question short insists that nothing comes to mind", "own choice"},
        field{"revision", &P::revision, 0., 1., "1",
              "how far a fully reflective open speaker corrects a claim by the memory just told",
              "own choice"},
        field{"claim_sd", &P::claim_sd, 0., 1., "1", "scatter of claims between questions",
              "own choice"},
        field{"tolerance", &P::tolerance, 0., 1., "1",
              "difference of claims and episodes that is taken as ordinary", "own choice"},
        field{"incoherence_gain", &P::incoherence_gain, 0., 10., "1",
              "loss of coherence by contradiction, cutting short and entanglement", "own choice"}};
  }
};

}  // namespace iwm
