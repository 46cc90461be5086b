// SPDX-License-Identifier: MIT
#pragma once

#include "iwm/core/distributions.hpp"
#include "iwm/core/real.hpp"
#include "iwm/interaction/norm.hpp"
#include "iwm/measurement/instrument.hpp"

#include <array>
#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

namespace iwm::instruments {

/// One episode of a procedure. `alarm` names the member of the parameters with its arousal level.
template <class Parameters>
struct episode_plan {
  int number;
  int intervals;
  bool separation;
  double Parameters::*alarm;
};

/// A laboratory procedure of separations from a figure and reunions with it, coded in intervals of
/// 15 seconds. What differs between procedures is `Procedure`:
///
/// - `parameters`: derived from `separation_reunion_parameters`, with the levels of alarm.
/// - `protocol`: a constexpr array of `episode_plan`, numbered from 1.
/// - `reunions`: the numbers of the two episodes by which classes are given.
///
/// Ainsworth, Blehar, Waters & Wall (1978) Patterns of Attachment; disorganisation: Main & Solomon
/// (1990). Errors and cut points: reference model, sections 8, 15.10 and 15.11 (calibrated).
template <class Procedure>
struct separation_reunion {
  using parameters = typename Procedure::parameters;
  parameters p{};

  static constexpr const auto& protocol = Procedure::protocol;
  static constexpr std::size_t episodes = Procedure::protocol.size();

  /// One interval on the film.
  struct interval {
    int episode;
    event seen;
  };

  /// Scales of one episode, 1 to 7.
  struct episode_scales {
    double proximity = 1, contact = 1, resistance = 1, avoidance = 1, crying = 1, exploration = 1;
  };
  struct scales {
    std::array<episode_scales, episodes> episode{};
    double disorganisation = 1;  ///< 1 to 9
  };
  struct category {
    std::string_view four_way;  ///< A, B, C, D
    std::string_view forced;    ///< A, B, C
  };

  static constexpr bool is_reunion(int number) {
    return number == Procedure::reunions[0] || number == Procedure::reunions[1];
  }

  /// Each scale is 1 + 6 times the mean intensity over the episode's intervals, avoidance and
  /// resistance as they count under the norm;
  /// disorganisation is 1 + 8 (1 - exp(-n/3)) for n intervals with conflict in the reunions.
  static scales code(std::span<const interval> film, const norm& scored_by = {}) {
    scales result;
    double conflicts = 0;
    for (std::size_t e = 0; e < episodes; ++e) {
      double n = 0;
      episode_scales sum{0, 0, 0, 0, 0, 0};
      for (const auto& [number, seen] : film) {
        if (number != protocol[e].number) continue;
        const signal& shown = seen.shown;
        n += 1;
        sum.proximity += shown.proximity;
        sum.contact += shown.contact;
        sum.resistance += 1.25 * resistance_under(scored_by, shown);
        sum.avoidance += avoidance_under(scored_by, shown);
        sum.crying += shown.display;
        sum.exploration += shown.exploration;
        if (is_reunion(number)) conflicts += shown.conflict;
      }
      const auto rate = [&](double total) { return clamp(1. + 6. * total / max(n, 1.), 1., 7.); };
      result.episode[e] = {rate(sum.proximity), rate(sum.contact), rate(sum.resistance),
                           rate(sum.avoidance), rate(sum.crying),  rate(sum.exploration)};
    }
    result.disorganisation = 1. + 8. * (1. - exp(-conflicts / 3.));
    return result;
  }

  /// A when avoidance in the reunions (weights .4 and .6) reaches its cut point by the larger margin,
  /// C when resistance reaches its own, else B; D when disorganisation reaches 5.
  category classify(const scales& s) const {
    constexpr std::size_t first = Procedure::reunions[0], second = Procedure::reunions[1];
    const auto reunions = [&](double episode_scales::* scale) {
      return 0.4 * s.episode[first - 1].*scale + 0.6 * s.episode[second - 1].*scale;
    };
    const double avoidant = reunions(&episode_scales::avoidance) - p.avoidance_cut;
    const double resistant = reunions(&episode_scales::resistance) - p.resistance_cut;
    const std::string_view forced = avoidant >= 0. && avoidant >= resistant ? "A"
                                    : resistant >= 0.                       ? "C"
                                                                            : "B";
    return {s.disorganisation >= 5. ? "D" : forced, forced};
  }

  /// Adds the raters' error to every scale.
  scales rated(scales s, const stage& children, std::size_t infant) const {
    for (std::size_t e = 0; e < episodes; ++e) {
      const draws u = children.draw(infant, purpose::rater, e);
      episode_scales& x = s.episode[e];
      std::size_t next = 0;
      for (double* scale : {&x.proximity, &x.contact, &x.resistance, &x.avoidance, &x.crying,
                            &x.exploration})
        *scale = clamp(*scale + normal(u[next++], 0., p.rater_sd), 1., 7.);
    }
    const draws u = children.draw(infant, purpose::rater, episodes);
    s.disorganisation = clamp(s.disorganisation + normal(u[0], 0., p.rater_sd), 1., 9.);
    return s;
  }

  void assess(stage& children, double age, record& findings) const {
    const std::vector<std::vector<interval>> films = perform(children, age);
    const norm scored_by{.closeness = p.closeness, .composure = p.composure};
    for (std::size_t infant = 0; infant < children.size(); ++infant) {
      const scales s = rated(code(films[infant], scored_by), children, infant);
      for (const auto& plan : protocol) {
        if (plan.number == 1) continue;
        const episode_scales& x = s.episode[static_cast<std::size_t>(plan.number - 1)];
        findings.scale(infant, "crying", plan.number, x.crying);
        findings.scale(infant, "exploration", plan.number, x.exploration);
        if (plan.separation) continue;
        findings.scale(infant, "proximity", plan.number, x.proximity);
        findings.scale(infant, "contact", plan.number, x.contact);
        findings.scale(infant, "resistance", plan.number, x.resistance);
        findings.scale(infant, "avoidance", plan.number, x.avoidance);
      }
      findings.scale(infant, "disorganisation", 0, s.disorganisation);
      const category found = classify(s);
      findings.category(infant, "ABCD", found.four_way);
      findings.category(infant, "ABC forced", found.forced);
    }
  }

  /// Plays the procedure. A separation ends early after `distress_limit` intervals of full crying.
  std::vector<std::vector<interval>> perform(stage& children, double age) const {
    const std::size_t n = children.size();
    std::vector<std::vector<interval>> films(n);
    std::vector<place> places(n);
    std::vector<circumstance> now(n);
    std::vector<event> seen(n);
    std::vector<occasion> occasions(n);
    for (std::size_t i = 0; i < n; ++i) {
      const draws u = children.draw(i, purpose::occasion);
      occasions[i] = {{normal(u[0], 0., p.mood_sd), normal(u[1], 0., p.mood_sd), normal(u[2], 0., p.mood_sd)},
                      normal(u[3], 0., p.arousal_mood_sd)};
    }
    for (bool playing = true; playing;) {
      playing = false;
      for (std::size_t i = 0; i < n; ++i) now[i] = scene(places[i], occasions[i], age, seen[i]);
      children.play(now, seen);
      for (std::size_t i = 0; i < n; ++i) {
        if (places[i].episode == protocol.size()) continue;
        films[i].push_back({protocol[places[i].episode].number, seen[i]});
        advance(places[i], seen[i]);
        playing |= places[i].episode < protocol.size();
      }
    }
    return films;
  }

 private:
  struct occasion {
    std::array<double, 3> mood;
    double arousal;
  };
  struct place {
    std::size_t episode = 0;
    int interval = 0, crying = 0;
    bool begun = false;
  };

  circumstance scene(const place& at, const occasion& today, double age, const event& before) const {
    const auto& plan = protocol[min(at.episode, protocol.size() - 1)];
    circumstance now;
    now.alarm = p.*(plan.alarm) + today.arousal;
    now.pace = plan.separation ? p.separation_pace : p.pace;
    now.separation = plan.separation ? 1. : 0.;
    now.duration = p.interval_duration;
    now.age = age;
    now.mood = today.mood;
    now.frightened = before.given.fright;
    now.previous = at.begun ? before.shown.manner : -1.;
    now.persistence = p.persistence;
    return now;
  }

  void advance(place& at, const event& seen) const {
    at.begun = true;
    ++at.interval;
    at.crying = seen.shown.display > 0.9 ? at.crying + 1 : 0;
    const auto& plan = protocol[at.episode];
    const bool stopped = plan.separation && at.crying >= static_cast<int>(p.distress_limit);
    if (at.interval == plan.intervals || stopped) {
      ++at.episode;
      at.interval = at.crying = 0;
    }
  }

  static std::size_t min(std::size_t a, std::size_t b) { return a < b ? a : b; }
};
}  // namespace iwm::instruments
