// SPDX-License-Identifier: MIT
#pragma once

#include "iwm/caregiver/caregiver.hpp"
#include "iwm/core/distributions.hpp"
#include "iwm/core/random.hpp"
#include "iwm/life/life_block.hpp"
#include "iwm/population/registry.hpp"
#include "iwm/theory/theory.hpp"

#include <cmath>
#include <cstdint>
#include <string_view>
#include <tuple>

namespace iwm {
namespace theories {

/// The dyad that several simulation frameworks are timed with, as an ordinary theory.
///
///   signal with probability clamp(0.2 + 0.5 t, 0, 1); y = 0 without one, -1 without an answer,
///   else what the answer brought; w = 1 - 0.5 [y s < 0] c; s += gain (y - s) w;  o += gain (y - o)
///   w;  c += 0.01 (1 - c)
///
/// t is reactivity.
struct common_dyad {
  static constexpr std::string_view name = "common_dyad";
  static constexpr std::string_view summary =
      "two expectations and a confidence, for comparing speed";

  struct parameters {
    double gain = 0.05;
    static constexpr auto fields() {
      return std::tuple{field{"gain", &parameters::gain, 0., 1., "1/event",
                              "share of the error that is learned", "own choice"}};
    }
  };
  struct state {
    double self = 0, other = 0.1, sure = 0;
    bool operator==(const state&) const = default;
  };
  parameters p{};

  state initial(const temperament&, const prior&) const { return {}; }
  double felt_security(const state&) const { return 0.5; }
  signal behave(const state&, const circumstance&, double, const temperament& infant,
                const draws& u) const {
    return {.display = select(u[0] < clamp01(0.2 + 0.5 * infant.reactivity), 1., 0.)};
  }
  outcome appraise(const state&, const event&, const outcome& came, const temperament&,
                   const draws&) const {
    return came;
  }
  state learn(const state& s, const event& seen, const outcome&, const temperament&,
              double plasticity) const {
    const double answer = select(seen.given.came > 0.5, seen.given.fit, -1.);
    const double y = select(seen.shown.display > 0.5, answer, 0.);
    const double step = plasticity * p.gain * (1. - select(y * s.self < 0., 0.5 * s.sure, 0.));
    return {s.self + step * (y - s.self), s.other + step * (y - s.other),
            s.sure + 0.01 * (1. - s.sure)};
  }
  response anticipate(const state& s, const signal&) const { return {.came = clamp01(s.other)}; }
  self_vector self(const state& s) const { return {s.self, s.self}; }
  other_vector other(const state& s) const { return {s.other, s.other, s.other}; }
};
static_assert(theory<common_dyad>);

}  // namespace theories

namespace caregivers {

/// Answers with probability `sensitivity`; an answer brings 1 - |N(0, 0.1)|.
struct common_dyad {
  static constexpr std::string_view name = "common_dyad";
  static constexpr std::string_view summary = "answers with one probability, for comparing speed";

  struct parameters {
    double sensitivity = 0.6;
    static constexpr auto fields() {
      return std::tuple{field{"sensitivity", &parameters::sensitivity, 0., 1., "probability",
                              "answers a signal", "own choice"}};
    }
  };
  parameters p{};

  void adopt(const care_traits& momentary) { p.sensitivity = momentary.sensitivity; }
  response respond(const signal& shown, const circumstance&, const draws& u) const {
    const double came = shown.display * select(u[0] < p.sensitivity, 1., 0.);
    return {.came = came, .fit = came * (1. - half_normal(u[1], u[2], 0.1))};
  }
};
static_assert(caregiver_policy<common_dyad> && follows_traits<common_dyad>);

}  // namespace caregivers

/// Mean and standard deviation of s over all dyads at the end.
struct common_dyad_result {
  double mean = 0, standard_deviation = 0;
};

/// Lives `dyads` pairs through `events` each, by name and by the blocks that serve every theory and
/// caregiver. t ~ U(0, 1); sensitivity ~ N(0.6, 0.2) within [0, 1].
inline common_dyad_result live_common_dyads(std::size_t dyads, std::uint64_t events,
                                            std::uint64_t seed) {
  registry known;
  known.add_theory<theories::common_dyad>();
  known.add_caregiver<caregivers::common_dyad>();
  world rules;
  rules.plasticity.floor = 1;
  const meetings with(0);
  double sum = 0, squares = 0;
  for (std::size_t first = 0; first < dyads; first += block_size) {
    lanes<std::uint64_t> persons;
    lane_columns<temperament> infants;
    lane_columns<care_traits> traits;
    for (std::size_t i = 0; i < block_size; ++i) {
      persons[i] = first + i;
      const draws u = address{.seed = seed, .person = persons[i]}.draw(purpose::traits);
      infants.set(i, {.reactivity = u[0]});
      traits.set(i, {.sensitivity = clamp01(normal(u[1], 0.6, 0.2))});
    }
    life_block block(find(known.theories, "common_dyad")->make({}, rules, {}, infants, 1), 1);
    block.meet(0, find(known.caregivers, "common_dyad")->make({}),
               keys_of({.seed = seed, .relationship = 1}, persons));
    block.caregivers(0).adopt(traits);
    for (std::uint64_t tick = 0; tick < events; ++tick) block.live(with, tick);
    for (std::size_t i = 0; i < block_size && first + i < dyads; ++i) {
      const double s = block.infants().view(0, i).self[0];
      sum += s;
      squares += s * s;
    }
  }
  const double n = static_cast<double>(dyads), mean = sum / n;
  return {mean, std::sqrt(squares / n - mean * mean)};
}

}  // namespace iwm
