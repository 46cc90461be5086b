// SPDX-License-Identifier: MIT
#pragma once

#include "iwm/core/fields.hpp"
#include "iwm/published/replication.hpp"

#include <cstdint>
#include <string_view>
#include <tuple>
#include <vector>

namespace iwm {

/// Infants of Cittern and colleagues (2018) with caregivers of every kind: what they come to do.
struct active_inference_replication {
  static constexpr std::string_view name = "active_inference";
  static constexpr std::string_view summary =
      "attachment behaviour from expected free energy, with and without cues of the caregiver";
  static constexpr std::string_view source =
      "Cittern, Nolte, Friston & Edalat (2018) Intrinsic and extrinsic motivators of attachment "
      "under active inference, PLoS ONE 13(4): e0193955, doi:10.1371/journal.pone.0193955";

  struct parameters {
    double q = 0.4;
    bool exteroceptive = false;
    double a = 1, b = 1, c = 0;
    double g = 2, h = 0.75, s = 2, t = 0.9;
    double alpha = 250, beta = 1;
    double trust = 0.9;
    double concentration = 1;
    bool informed = false;
    std::uint64_t episodes = 500, repetitions = 100;

    static constexpr auto fields() {
      using P = parameters;
      return std::tuple{
          field{"q", &P::q, 0., 1., "probability", "that the caregiver attends", "paper: .1, .4, .9"},
          field{"exteroceptive", &P::exteroceptive, 0, 1, "switch", "whether the infant sees cues of the caregiver's next act", "paper: both"},
          field{"a", &P::a, 0., 1., "probability", "that attending is announced truly, at most 1 - c", "paper: 1"},
          field{"b", &P::b, 0., 1., "probability", "that ignoring is announced truly, at most 1 - c", "paper: 1 and .6"},
          field{"c", &P::c, 0., 1., "probability", "that the cue is ambiguous", "paper: 0, .5, 1"},
          field{"g", &P::g, 0., 10., "nats", "gain of seeking a caregiver that attends", "paper"},
          field{"h", &P::h, 0., 10., "nats", "gain of seeking it guardedly", "paper"},
          field{"s", &P::s, -10., 10., "nats", "loss of seeking a caregiver that ignores", "paper"},
          field{"t", &P::t, -10., 10., "nats", "loss of seeking it guardedly", "paper"},
          field{"alpha", &P::alpha, 0.1, 1e5, "1", "shape of the prior of the precision", "paper"},
          field{"beta", &P::beta, 0.01, 1e3, "nats", "rate of the prior of the precision", "paper"},
          field{"trust", &P::trust, 0., 1., "probability", "with which the infant takes cues for plain, not ambiguous", "paper: 900 of 1000"},
          field{"concentration", &P::concentration, 0.01, 1e4, "1", "prior concentration of every transition", "paper: 1"},
          field{"informed", &P::informed, 0, 1, "switch", "whether the infant knows the caregiver and learns nothing", "paper: both"},
          field{"episodes", &P::episodes, 1, 1e6, "1", "of four decisions each", "paper: 500; 1000 with cues"},
          field{"repetitions", &P::repetitions, 1, 1e6, "1", "infants", "paper: 100"}};
    }
  };
  parameters p{};

  std::vector<replicated_figure> table(std::uint64_t seed) const;
  std::vector<replicated_figure> condition(std::uint64_t seed) const;
};
static_assert(replication<active_inference_replication>);

}  // namespace iwm
