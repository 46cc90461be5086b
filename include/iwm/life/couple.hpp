// SPDX-License-Identifier: MIT
#pragma once

#include "iwm/core/draws.hpp"
#include "iwm/core/fields.hpp"
#include "iwm/core/real.hpp"
#include "iwm/working_model/expectations.hpp"

#include <array>
#include <cstddef>
#include <string_view>
#include <tuple>

namespace iwm {

/// What a person does in a conflict with the partner: the way of signalling distress, applied to a
/// quarrel.
enum class conflict_move : std::size_t { repair, withdraw, escalate };
inline constexpr std::array<std::string_view, 3> conflict_move_names{"repair", "withdraw",
                                                                     "escalate"};

/// What can be seen of somebody, and what they expect of others: all that partner choice knows.
struct suitor {
  double warmth = 0.5;    ///< how openly and warmly the person answers others, 0 to 1
  double expected = 0.5;  ///< how the person imagines to be answered, 0 to 1
};

/// Partner choice, quarrels, satisfaction and break-up (reference model, section 11; own choice).
///
///   acceptance  P = logistic(eagerness + security warmth_c - familiarity |expected - warmth_c|), both ways
///   move        softmax(q / temperature) over repair, withdraw, escalate: q direct, minimise, maximise
///   tone        mean of `tones` over a quarter's quarrels, -1 to 1
///   satisfaction += pace (relief + quarrel tone - satisfaction)
///   break-up    P = logistic(restlessness - holding satisfaction - commitment years together, up to 10)
struct couple_rule {
  double eagerness = -2.2;
  double security = 1.5;
  double familiarity = 8.0;
  std::uint64_t candidates = 6;
  double temperature = 0.06;
  std::uint64_t quarrels = 3;
  double quarrel = 0.3;
  double aftermath = 4.0;
  double pace = 0.15;
  double restlessness = -2.6;
  double holding = 4.0;
  double commitment = 0.2;

  static constexpr auto fields() {
    using P = couple_rule;
    constexpr auto own = "own choice";
    return std::tuple{
        field{"eagerness", &P::eagerness, -20., 20., "logit", "readiness to accept a stranger", own},
        field{"security", &P::security, 0., 20., "logit", "attraction of warmth",
              "Holmes & Johnson (2009) doi:10.1177/0265407509360909; size own choice"},
        field{"familiarity", &P::familiarity, 0., 40., "logit",
              "attraction of being answered as one expects", "reference model 11, own choice"},
        field{"candidates", &P::candidates, 1., 20., "1/quarter", "people a single meets", own},
        field{"temperature", &P::temperature, 0.001, 10., "relief", "randomness of moves in a quarrel", own},
        field{"quarrels", &P::quarrels, 0., 50., "1/quarter", "quarrels of a couple", own},
        field{"quarrel", &P::quarrel, 0., 5., "1", "weight of quarrels in satisfaction", own},
        field{"aftermath", &P::aftermath, 0., 5., "logit",
              "how far the tone of quarrels warms or cools the next quarter's care", own},
        field{"pace", &P::pace, 0., 1., "1/quarter", "speed of satisfaction", own},
        field{"restlessness", &P::restlessness, -20., 20., "logit", "break-up of a new, dull couple", own},
        field{"holding", &P::holding, 0., 40., "logit", "what satisfaction holds together", own},
        field{"commitment", &P::commitment, 0., 5., "logit/year", "what years hold together", own}};
  }

  double acceptance(const suitor& seeker, const suitor& candidate) const {
    return logistic(eagerness + security * candidate.warmth -
                    familiarity * abs(seeker.expected - candidate.warmth));
  }

  conflict_move move(const strategy_values& q, double u) const {
    const double withdraw = exp((q.minimise - q.direct) / temperature);
    const double escalate = exp((q.maximise - q.direct) / temperature);
    const double chosen = u * (1. + withdraw + escalate);
    return chosen < 1.              ? conflict_move::repair
           : chosen < 1. + withdraw ? conflict_move::withdraw
                                    : conflict_move::escalate;
  }

  /// Tone of one quarrel: repair meets repair; demand and withdrawal are worst.
  static double tone(conflict_move a, conflict_move b) {
    constexpr std::array<std::array<double, 3>, 3> tones{
        {{0.6, -0.1, 0.0}, {-0.1, -0.3, -0.9}, {0.0, -0.9, -0.8}}};
    return tones[static_cast<std::size_t>(a)][static_cast<std::size_t>(b)];
  }

  double satisfied(double before, double relief, double tone) const {
    return before + pace * (relief + quarrel * tone - before);
  }
  double break_up(double satisfaction, double years_together) const {
    return logistic(restlessness - holding * satisfaction - commitment * min(years_together, 10.));
  }
};

}  // namespace iwm
