// SPDX-License-Identifier: MIT
#include "replications/opioid_arousal.hpp"

#include <array>
#include <cstddef>
#include <string>

namespace iwm {
namespace {

using published::opioid_arousal_system;

constexpr double none = replicated_figure::none;

/// Balances of sensitivity of the three patterns.
struct balance {
  const char* name;
  double opioid, arousal;
};
constexpr std::array<balance, 3> patterns{
    {{"avoidant", 1.5, 0.5}, {"secure", 1, 1}, {"ambivalent", 0.5, 1.5}}};

void add(std::vector<replicated_figure>& found, const std::string& who, const separated& s) {
  found.push_back({.condition = who, .quantity = "separation: highest arousal", .ours = s.peak});
  found.push_back(
      {.condition = who, .quantity = "separation: mean exploration", .ours = s.exploration});
  found.push_back({.condition = who,
                   .quantity = "reunion: minutes to baseline, at most 30",
                   .ours = s.recovery});
}

/// Shares of a grid of worlds in which each criterion holds.
struct robustness {
  double worlds = 0, peaks = 0, recoveries = 0, explorations = 0;
};

std::array<separated, 3> three(double tilt, double responsiveness, double threat, double rest,
                               double arousal_time) {
  std::array<separated, 3> found;
  for (std::size_t i = 0; i < patterns.size(); ++i)
    found[i] = separate({.opioid_sensitivity = 1. + tilt * (patterns[i].opioid - 1.),
                         .arousal_sensitivity = 1. + tilt * (patterns[i].arousal - 1.),
                         .responsiveness = responsiveness,
                         .rest = rest,
                         .arousal_time = arousal_time},
                        threat, 0.02);
  return found;
}

robustness over_the_grid() {
  robustness r;
  for (const double tilt : {0.4, 1., 1.6})
    for (const double responsiveness : {0., 0.5, 1., 2.})
      for (const double threat : {0., 0.2, 1.})
        for (const double rest : {0., 0.3, 0.6})
          for (const double arousal_time : {0.2, 0.5, 2.}) {
            const auto s = three(tilt, responsiveness, threat, rest, arousal_time);
            r.worlds += 1.;
            r.peaks += s[0].peak < s[1].peak && s[1].peak < s[2].peak ? 1. : 0.;
            r.recoveries += s[1].recovery < s[2].recovery ? 1. : 0.;
            r.explorations +=
                s[0].exploration > s[1].exploration && s[0].exploration > s[2].exploration ? 1.
                                                                                           : 0.;
          }
  return r;
}

}  // namespace

separated separate(const opioid_arousal_system& infant, double threat, double minutes) {
  constexpr double separation = 3, reunion = 30;
  opioid_arousal_system::state s;
  separated found{.peak = 0, .exploration = 0, .recovery = reunion};
  const int away = static_cast<int>(separation / minutes + 0.5),
            back = static_cast<int>(reunion / minutes + 0.5);
  for (int i = 0; i < away; ++i) {
    s = infant.step(s, 0., threat, minutes);
    found.peak = max(found.peak, s.arousal);
    found.exploration += infant.exploration(s) / away;
  }
  for (int i = 1; i <= back; ++i) {
    s = infant.step(s, 1., 0., minutes);
    found.peak = max(found.peak, s.arousal);
    if (s.arousal < 0.05) {
      found.recovery = i * minutes;
      break;
    }
  }
  return found;
}

std::vector<replicated_figure> opioid_arousal_replication::table(std::uint64_t) const {
  std::vector<replicated_figure> found;
  const auto s = three(1., 1., 0.2, 0.3, 0.5);
  for (std::size_t i = 0; i < patterns.size(); ++i) add(found, patterns[i].name, s[i]);
  const auto order = [&](const char* what, double difference) {
    found.push_back({.condition = "order of the patterns",
                     .quantity = what,
                     .ours = difference,
                     .lowest = 1e-3,
                     .highest = none});
  };
  order("highest arousal, secure less avoidant", s[1].peak - s[0].peak);
  order("highest arousal, ambivalent less secure", s[2].peak - s[1].peak);
  order("minutes to baseline, ambivalent less secure", s[2].recovery - s[1].recovery);
  order("exploration in separation, avoidant less secure", s[0].exploration - s[1].exploration);
  order("exploration in separation, avoidant less ambivalent", s[0].exploration - s[2].exploration);
  const robustness r = over_the_grid();
  const auto share = [&](const char* what, double n) {
    found.push_back(
        {.condition = to_text(r.worlds) + " other worlds", .quantity = what, .ours = n / r.worlds});
  };
  share("share in which arousal is ordered avoidant, secure, ambivalent", r.peaks);
  share("share in which the secure recover before the ambivalent", r.recoveries);
  share("share in which the avoidant explore most", r.explorations);
  return found;
}

std::vector<replicated_figure> opioid_arousal_replication::condition(std::uint64_t) const {
  std::vector<replicated_figure> found;
  add(found, "this infant",
      separate({.opioid_sensitivity = p.opioid_sensitivity,
                .arousal_sensitivity = p.arousal_sensitivity,
                .responsiveness = p.responsiveness},
               p.threat));
  return found;
}

}  // namespace iwm
