// SPDX-License-Identifier: MIT
#pragma once

#include "iwm/core/fields.hpp"
#include "iwm/core/real.hpp"
#include "iwm/theory/small_memory.hpp"
#include "iwm/theory/theory.hpp"

#include <algorithm>
#include <cstdint>
#include <string_view>
#include <tuple>

namespace iwm::theories {

/// An associative memory that has met each kind of exchange so many times, and acts by the one that
/// it retrieves. What was stored is never erased; it is overlaid by what was stored more often.
///
///   degree(what was met) += plasticity copies
///   shown: the prototype retrieved from a random state (see `small_memory`)
///
/// Welcomed is stored as secure, rebuffed as avoidant, unanswered as ambivalent, frightened as
/// fearful. Edalat & Mancinelli (2013), IJCNN 2013; therapy: Edalat & Lin (2014), IJCNN 2014. Which
/// exchange is which prototype, and 64 units, are our own: docs/theory/strong_attractors.md.
struct strong_attractors {
  static constexpr std::string_view name = "strong_attractors";
  static constexpr std::string_view summary =
      "acts by the kind of exchange that an associative memory has stored most often";

  struct parameters {
    double innate = 1., copies = 0.1, settled = 50.;
    std::uint64_t other_memories = 4;
    static constexpr auto fields() {
      using P = parameters;
      return std::tuple{field{"innate", &P::innate, 0.01, 100., "copies",
                              "degree of a prototype before any evidence",
                              "Edalat & Mancinelli (2013): a simple pattern"},
                        field{"copies", &P::copies, 0., 10., "copies/event",
                              "by which the degree of what was met rises at birth", "own choice"},
                        field{"settled", &P::settled, 1., 10000., "copies",
                              "stored in all when confidence is a half", "own choice"},
                        field{"other_memories", &P::other_memories, 0., 16., "patterns",
                              "of degree 1 that have nothing to do with the figure", "own choice"}};
    }
  };
  /// How often each prototype was stored.
  struct state {
    double secure = 1., avoidant = 1., ambivalent = 1., fearful = 1.;
    bool operator==(const state&) const = default;
    double all() const { return secure + avoidant + ambivalent + fearful; }
  };
  parameters p{};

  state initial(const temperament&, const prior& from) const {
    return {p.innate * (1. + from.other), p.innate * (1. - from.self), p.innate,
            p.innate * 0.5 * (1. - from.safety)};
  }

  /// Secure 0, avoidant 1, ambivalent 2, fearful 3; the mood of an occasion counts like copies.
  std::size_t retrieved(const state& s, const circumstance& now, const draws& u) const {
    const auto bits = [](double draw) { return static_cast<std::uint64_t>(draw * 0x1p32); };
    return small_memory::retrieve(
        {s.secure * max(0., 1. + now.mood[0]), s.avoidant * max(0., 1. + now.mood[1]),
         s.ambivalent * max(0., 1. + now.mood[2]), s.fearful},
        static_cast<std::size_t>(p.other_memories), bits(u[0]) << 32 | bits(u[1]));
  }

  double felt_security(const state& s) const { return s.secure / s.all(); }

  signal behave(const state& s, const circumstance& now, double arousal, const temperament&,
                const draws& u) const {
    const std::size_t found = retrieved(s, now, u);
    const double near = 1. - now.separation;
    const double how = found == 1 ? 1. : found == 2 ? 2. : 0.;
    const double display = found == 1   ? 0.35 * arousal
                           : found == 2 ? clamp01(1.6 * arousal)
                                        : arousal;
    return {.display = display,
            .proximity = near * display,
            .contact = near * display,
            .resistance = near * (found == 2 ? 0.3 + 0.7 * arousal : 0.),
            .avoidance = near * (found == 1 ? 0.8 + 0.2 * arousal : 0.),
            .exploration = 1. - arousal,
            .conflict = near * (found == 3 ? 1. : 0.),
            .manner = how};
  }

  outcome appraise(const state&, const event&, const outcome& came, const temperament&,
                   const draws&) const {
    return came;
  }

  state learn(const state& s, const event&, const outcome& felt, const temperament&,
              double plasticity) const {
    const double stored = plasticity * p.copies;
    const double frightened = 0.5 * (1. - felt.safety), calm = stored * (1. - frightened);
    const double came = 0.5 * (1. + felt.availability), welcome = 0.5 * (1. + felt.acceptance);
    return {s.secure + calm * came * welcome, s.avoidant + calm * came * (1. - welcome),
            s.ambivalent + calm * (1. - came), s.fearful + stored * frightened};
  }

  /// Therapy: the secure prototype is stored until it is the strongest by one copy; nothing is
  /// erased.
  state reflect(const state& s, double share) const {
    const double strongest = max(s.avoidant, max(s.ambivalent, s.fearful));
    return {s.secure + share * max(0., strongest + 1. - s.secure), s.avoidant, s.ambivalent,
            s.fearful};
  }

  /// What each prototype expects is the outcome of the exchange that stores it.
  expectations expected(const state& s) const {
    const double came = s.secure + s.avoidant - s.ambivalent, kind = s.secure - s.avoidant;
    const double all = s.all();
    return {came / all, kind / all, (all - 2. * s.fearful) / all, kind / all, came / all};
  }

  response anticipate(const state& s, const signal&) const {
    const double all = s.all();
    return {.came = (s.secure + s.avoidant) / all,
            .fit = s.secure / all,
            .welcome = s.secure / all,
            .rejection = s.avoidant / all,
            .fright = s.fearful / all};
  }

  self_vector self(const state& s) const { return in_bounds(expected(s)).self(); }
  other_vector other(const state& s) const { return in_bounds(expected(s)).other(); }
  confidence certainty(const state& s) const {
    const double sure = s.all() / (s.all() + p.settled);
    return {sure, sure};
  }
  strategy_values strategies(const state& s) const {
    return {s.secure / s.all(), s.avoidant / s.all(), s.ambivalent / s.all()};
  }

 private:
  static expectations in_bounds(const expectations& e) {
    return {clamp(e.availability, -1., 1.), clamp(e.acceptance, -1., 1.), clamp(e.safety, -1., 1.),
            clamp(e.worth, -1., 1.), clamp(e.efficacy, -1., 1.)};
  }
};
static_assert(theory<strong_attractors> && reflecting_theory<strong_attractors>);

}  // namespace iwm::theories
