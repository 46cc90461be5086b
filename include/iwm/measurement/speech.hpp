// SPDX-License-Identifier: MIT
#pragma once

#include "iwm/core/distributions.hpp"
#include "iwm/core/real.hpp"
#include "iwm/measurement/manner.hpp"
#include "iwm/measurement/speech_parameters.hpp"

#include <array>
#include <cmath>
#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace iwm {

/// The answer to one question of an interview about childhood, as a transcript holds it.
struct statement {
  std::size_t about = 2;  ///< 0 mother, 1 father, 2 close people in general
  manner how = manner::direct;
  double claim = 0.5;       ///< how good the relationship is said to have been, 0 to 1
  bool blank = false;       ///< insists that nothing comes to mind
  bool told = false;        ///< tells an episode
  double quality = 0;       ///< how good the episode told was, 0 to 1
  double relief = 0;        ///< as recalled in the episode told
  bool lapse = false;       ///< loses the thread over loss or fright
  bool reflective = false;  ///< speaks of minds, the own and others', openly
};

/// What a coder gathers from a transcript; shares of the questions unless said otherwise.
struct impression {
  double open = 1, cut_short = 0, entangled = 0;
  double blank_claims = 0;    ///< sum of the claims without memory
  double excess = 0;          ///< claims above what episodes tell, 0 to 1, mean over figures
  double contradiction = 0;   ///< claims beside what episodes tell, above or below
  double entangled_hurt = 0;  ///< entangled, with an episode as far as it was bad
  double supported = 0;       ///< lower of claim and episode, 0 to 1, mean of the episodes told
  double spread = 0;          ///< standard deviation of recalled relief
  double lapses = 0;          ///< number
  double reflective = 0;
};

/// What a person says to question `probe` when the habits are tilted by `mood` today:
///   manner ~ softmax((blend of the habits with the figure and in general + mood) / temperature),
/// turned to direct with probability monitoring x reflection;
///   claim = mean of claimed availability, acceptance and worth, from 0 to 1, + scatter;
/// an episode drawn from the memories of the figure, unless cut short without memory. The first
/// `fright_probes` questions are about loss and fright: who is unsettled by them loses the thread.
inline statement answer_of(const respondents& people, std::size_t person, std::size_t probe,
                           const std::array<std::optional<account>, 2>& childhood,
                           const account& general, const strategy_values& mood,
                           const speech_parameters& p) {
  const draws u = people.draw(person, purpose::schedule, probe);
  const double reflection = people.reflection(person);
  statement said;
  if (childhood[0] && childhood[1])
    said.about = u[0] < 0.5 ? 0 : 1;
  else
    said.about = childhood[0] ? 0 : childhood[1] ? 1 : 2;
  const account& told = said.about < 2 ? *childhood[said.about] : general;

  strategy_values habit = blend(told.habit, general.habit, p.general_weight);
  habit.direct += mood.direct, habit.minimise += mood.minimise, habit.maximise += mood.maximise;
  said.how = picked(shares_of(habit, p.temperature), u[1]);
  if (u[2] < p.monitoring * reflection) said.how = manner::direct;

  const auto& claimed = told.claimed;
  said.claim = clamp01(as_share((claimed.availability + claimed.acceptance + claimed.worth) / 3.) +
                       normal(u[5], 0., p.claim_sd));
  said.blank = said.about < 2 && said.how == manner::minimise && u[3] < p.forgetting;
  said.told = !said.blank && !told.episodes.empty();
  if (said.told) {
    const auto number = static_cast<std::size_t>(u[4] * static_cast<double>(told.episodes.size()));
    const episode& memory = told.episodes[number];
    said.quality = as_share(memory.response);
    said.relief = memory.relief;
    if (said.how == manner::direct)
      said.claim = blend(said.claim, said.quality, p.revision * reflection);
  }
  said.lapse = probe < p.fright_probes && u[6] < people.unsettled(person);
  said.reflective = said.how == manner::direct && u[7] < reflection;
  return said;
}

/// A whole interview.
inline std::vector<statement> transcript(const respondents& people, std::size_t person,
                                         const speech_parameters& p) {
  const auto childhood = people.childhood(person);
  const account general = people.in_general(person);
  const draws today = people.draw(person, purpose::occasion);
  const strategy_values mood{normal(today[0], 0., p.mood_sd), normal(today[1], 0., p.mood_sd),
                             normal(today[2], 0., p.mood_sd)};
  std::vector<statement> said;
  for (std::size_t probe = 0; probe < p.probes; ++probe)
    said.push_back(answer_of(people, person, probe, childhood, general, mood, p));
  return said;
}

/// Reads a transcript. Claims are compared with episodes figure by figure, in the mean of all that
/// was told of the figure: a single bad memory of a good mother is no contradiction.
inline impression impression_of(std::span<const statement> said) {
  impression seen{.open = 0};
  std::array<double, 3> surplus{};
  double told = 0, relief = 0, squares = 0;
  for (const statement& s : said) {
    seen.open += select(s.how == manner::direct, 1., 0.);
    seen.cut_short += select(s.how == manner::minimise, 1., 0.);
    seen.entangled += select(s.how == manner::maximise, 1., 0.);
    seen.blank_claims += select(s.blank, s.claim, 0.);
    seen.reflective += select(s.reflective, 1., 0.);
    seen.lapses += select(s.lapse, 1., 0.);
    if (!s.told) continue;
    told += 1., relief += s.relief, squares += s.relief * s.relief;
    surplus[s.about] += s.claim - s.quality;
    seen.supported += min(s.claim, s.quality);
    seen.entangled_hurt += select(s.how == manner::maximise, 1. - s.quality, 0.);
  }
  const double answers = max(1., static_cast<double>(said.size())), stories = max(1., told);
  for (double* share : {&seen.open, &seen.cut_short, &seen.entangled, &seen.blank_claims,
                        &seen.reflective, &seen.entangled_hurt})
    *share /= answers;
  for (const double figure : surplus) {
    seen.excess += max(0., figure) / stories;
    seen.contradiction += abs(figure) / stories;
  }
  seen.supported /= stories;
  seen.spread = std::sqrt(max(0., squares / stories - relief * relief / (stories * stories)));
  return seen;
}

/// 9 - 8 gain (contradiction - tolerance + cut short / 2 + entangled), from 1 to 9; no part below
/// 0.
inline double coherence_of(const impression& seen, const speech_parameters& p) {
  const double contradiction = max(0., seen.contradiction - p.tolerance);
  return 9. -
         8. * clamp01(p.incoherence_gain * (contradiction + seen.cut_short / 2. + seen.entangled));
}

}  // namespace iwm
