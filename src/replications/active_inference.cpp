// SPDX-License-Identifier: MIT
#include "replications/active_inference.hpp"

#include "iwm/published/active_inference.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <string>
#include <utility>

namespace iwm {
namespace {

using namespace published::active_inference;
using parameters = active_inference_replication::parameters;
using figures = std::vector<replicated_figure>;
constexpr double none = replicated_figure::none;

/// A mean over infants, which are independent of each other.
struct estimate {
  double sum = 0, squares = 0, count = 0;
  void add(double x) {
    sum += x;
    squares += x * x;
    ++count;
  }
  double mean() const { return sum / count; }
  double error() const {
    return count < 2 ? 0. : std::sqrt(max(0., squares / count - mean() * mean()) / (count - 1.));
  }
};

using three = std::array<estimate, actions>;

/// What a condition comes to.
struct results {
  three first, early, middle, late;  ///< shares in episodes 1, 1-5, 6-20 and the last ten
  estimate distinct;                 ///< actions an episode, last ten
  three probability;                 ///< at the last decision of the last episode
  estimate precision_first, precision_last;
  three extrinsic, epistemic;  ///< at the last decision, last fifty episodes
  std::vector<double> guarded_by_episode;
};

double number_of_kinds(const episode& lived) {
  std::array<double, actions> done{};
  for (const std::size_t a : lived.acted) done[a] = 1.;
  return done[0] + done[1] + done[2];
}

template <std::size_t kinds>
results live(const parameters& p, std::uint64_t seed) {
  const caregiver who{p.q, p.a, p.b, p.c};
  results all;
  all.guarded_by_episode.assign(p.episodes, 0.);
  for (std::uint64_t repetition = 0; repetition < p.repetitions; ++repetition) {
    infant<kinds> one{{{p.g, p.h, p.s, p.t}, p.alpha, p.beta, p.trust},
                      !p.informed,
                      p.informed ? perfect<kinds>(who) : naive<kinds>(p.concentration)};
    const draw_key key = address{.seed = seed, .replicate = repetition}.key();
    std::array<std::array<estimate, actions>, 4> shares;
    std::array<estimate, actions> extrinsic, epistemic;
    estimate distinct;
    for (std::uint64_t e = 0; e < p.episodes; ++e) {
      const episode lived = one.live(who, key, e);
      const bool late = e + 10 >= p.episodes;
      for (std::size_t a = 0; a < actions; ++a) {
        const double share =
            static_cast<double>(std::count(lived.acted.begin(), lived.acted.end(), a)) / depth;
        if (e == 0) shares[0][a].add(share);
        if (e < 5) shares[1][a].add(share);
        if (5 <= e && e < 20) shares[2][a].add(share);
        if (late) shares[3][a].add(share);
        if (a == guarded) all.guarded_by_episode[e] += share / static_cast<double>(p.repetitions);
        if (e + 50 >= p.episodes) {
          extrinsic[a].add(lived.value[a].extrinsic);
          epistemic[a].add(lived.value[a].epistemic);
        }
        if (e + 1 == p.episodes) all.probability[a].add(lived.last.probability[a]);
      }
      if (late) distinct.add(number_of_kinds(lived));
      if (e == 0) all.precision_first.add(lived.last.precision);
      if (e + 1 == p.episodes) all.precision_last.add(lived.last.precision);
    }
    for (std::size_t a = 0; a < actions; ++a) {
      all.first[a].add(shares[0][a].mean());
      all.early[a].add(shares[1][a].mean());
      all.middle[a].add(shares[2][a].mean());
      all.late[a].add(shares[3][a].mean());
      all.extrinsic[a].add(extrinsic[a].mean());
      all.epistemic[a].add(epistemic[a].mean());
    }
    all.distinct.add(distinct.mean());
  }
  return all;
}

results live(const parameters& p, std::uint64_t seed) {
  return p.exteroceptive ? live<4>(p, seed) : live<2>(p, seed);
}

std::string text_of(const parameters& p) {
  std::string text = "q=" + to_text(p.q);
  if (p.exteroceptive) text += " a=" + to_text(p.a) + " b=" + to_text(p.b) + " c=" + to_text(p.c);
  if (p.concentration != 1.) text += " concentration=" + to_text(p.concentration);
  return text + (p.informed ? " informed" : "");
}

constexpr std::array<const char*, actions> names{"seek", "guarded seek", "avoid"};

/// One figure; `asked` is the criterion's range, {none, none} where it asks nothing.
replicated_figure figure(std::string condition, std::string quantity, const estimate& ours,
                         double recomputed = none, std::pair<double, double> asked = {none, none}) {
  return {std::move(condition), std::move(quantity), none,        recomputed,
          ours.mean(),          ours.error(),        asked.first, asked.second};
}

estimate exactly(double x) { return {x, x * x, 1}; }

std::pair<double, double> near(double x, double margin) {
  return {std::max(0., x - margin), std::min(1., x + margin)};
}

/// The rise of guarded seeking above what it is in the first and in the last ten episodes.
double interior_rise(const results& r) {
  const auto highest = *std::max_element(r.guarded_by_episode.begin(), r.guarded_by_episode.end());
  return highest - std::max(r.first[guarded].mean(), r.late[guarded].mean());
}

void add_shares(figures& to, const std::string& condition, const std::string& when,
                const three& shares, std::array<double, actions> recomputed, double margin) {
  for (std::size_t a = 0; a < actions; ++a)
    to.push_back(figure(condition, std::string("share of ") + names[a] + ", " + when, shares[a],
                        recomputed[a],
                        margin > 0. ? near(recomputed[a], margin) : std::pair{none, none}));
}

/// Where two actions are worth the same at the last decision, the caregiver being known.
double crossing(std::size_t low, std::size_t high) {
  const taste likes;
  const preferences wanted(likes.payoff, 1);
  double below = 0.05, above = 0.95;
  for (int i = 0; i < 60; ++i) {
    const double q = (below + above) / 2.;
    const belief<2> s{q, 1. - q};
    const bool higher =
        value_of<2>(likes, wanted, high, s).total() > value_of<2>(likes, wanted, low, s).total();
    (higher ? above : below) = q;
  }
  return below;
}

/// The caregiver is known: thresholds, and what is done at the last decision.
void add_informed(figures& to, parameters p, std::uint64_t seed) {
  to.push_back(figure("informed", "q above which guarded seek beats avoid",
                      exactly(crossing(avoid, guarded)), 0.2235, {0.2225, 0.2245}));
  to.push_back(figure("informed", "q above which seek beats guarded seek",
                      exactly(crossing(guarded, seek)), 0.4681, {0.4671, 0.4691}));
  constexpr std::array<std::size_t, 9> preferred{avoid, avoid, guarded, guarded, seek,
                                                 seek,  seek,  seek,    seek};
  constexpr std::array<double, 9> recomputed{1., .98, 1., 1., .99, 1., 1., 1., 1.};
  p.informed = true;
  p.episodes = 1;
  for (std::size_t i = 0; i < 9; ++i) {
    p.q = static_cast<double>(i + 1) / 10.;
    const results r = live(p, seed);
    to.push_back(figure(
        text_of(p), std::string("probability of ") + names[preferred[i]] + " at the last decision",
        r.probability[preferred[i]], recomputed[i], near(recomputed[i], 0.05)));
  }
}

/// Without cues, from no knowledge: five times as many infants, since they cost a fifth.
void add_interoceptive(figures& to, parameters p, std::uint64_t seed) {
  p.episodes = 500;
  p.repetitions *= 5;
  const auto lived_with = [&](double q) {
    p.q = q;
    return live(p, seed);
  };
  const results secure = lived_with(.9);
  add_shares(to, text_of(p), "last 10 episodes", secure.late, {.873, .126, .002}, .05);
  to.push_back(figure(text_of(p), "distinct actions an episode, last 10", secure.distinct, 1.27,
                      {none, 1.4}));
  to.back().published = 1.3;
  to.push_back(
      figure(text_of(p), "share of seek, first episode", secure.first[seek], .92, {.80, 1.}));
  to.push_back(figure(text_of(p), "rise of the last precision from first to last episode",
                      exactly(secure.precision_last.mean() - secure.precision_first.mean()), none,
                      {0., none}));
  const results ambivalent = lived_with(.4);
  add_shares(to, text_of(p), "last 10 episodes", ambivalent.late, {.189, .758, .054}, .05);
  to.push_back(
      figure(text_of(p), "distinct actions an episode, last 10", ambivalent.distinct, 1.63));
  const results avoidant = lived_with(.1);
  add_shares(to, text_of(p), "last 10 episodes", avoidant.late, {none, none, .994}, 0.);
  to.back().lowest = .97;
  to.push_back(figure(text_of(p), "distinct actions an episode, last 10", avoidant.distinct, 1.02));
  add_shares(to, text_of(p), "episodes 1 to 5", avoidant.early, {.44, .53, .03}, .05);
  add_shares(to, text_of(p), "episodes 6 to 20", avoidant.middle, {.12, .39, .49}, .05);
  to.push_back(figure(text_of(p), "rise of guarded seek between first and last episodes",
                      exactly(interior_rise(avoidant)), none, {.1, none}));
}

/// With cues, from no knowledge.
void add_exteroceptive(figures& to, parameters p, std::uint64_t seed) {
  p.exteroceptive = true;
  p.episodes = 1000;
  struct row {
    double q, a, b, c;
    std::array<double, actions> shares;
    double distinct, margin;
  };
  constexpr std::array<row, 6> rows{{{.9, 1., 1., 0., {.918, .027, .055}, 1.33, .12},
                                     {.05, 1., 1., 0., {.004, .019, .977}, 1.08, .05},
                                     {.4, 1., 1., 0., {.277, .460, .262}, 2.50, .12},
                                     {.4, .25, .25, .5, {.095, .905, .000}, 1.26, .12},
                                     {.4, 0., 0., 1., {.120, .880, .000}, 1.27, .12},
                                     {.05, 1., .6, 0., {.010, .566, .424}, 1.95, .05}}};
  std::array<results, 6> lived;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const row& r = rows[i];
    p.q = r.q;
    p.a = r.a;
    p.b = r.b;
    p.c = r.c;
    lived[i] = live(p, seed);
    add_shares(to, text_of(p), "last 10 episodes", lived[i].late, r.shares, r.margin);
    to.push_back(
        figure(text_of(p), "distinct actions an episode, last 10", lived[i].distinct, r.distinct));
    if (i == 5) to.back().lowest = 1.8;
  }
  const results &avoidant = lived[1], &disorganised = lived[5];
  to.push_back(figure("q=0.4 a=1 b=1 c=0 less a=0.25 b=0.25 c=0.5", "distinct actions an episode",
                      exactly(lived[2].distinct.mean() - lived[3].distinct.mean()), 1.24,
                      {.8, none}));
  to.push_back(
      figure("q=0.05 a=1 b=0.6 c=0", "the smaller of guarded seek and avoid, last 10",
             exactly(std::min(disorganised.late[guarded].mean(), disorganised.late[avoid].mean())),
             .424, {.3, none}));
  const auto add_values = [&](const char* condition, const results& r,
                              std::array<double, 3> extrinsic, std::array<double, 3> epistemic) {
    for (std::size_t a = 0; a < actions; ++a) {
      to.push_back(figure(condition, std::string("extrinsic value of ") + names[a], r.extrinsic[a],
                          extrinsic[a]));
      to.push_back(figure(condition, std::string("epistemic value of ") + names[a], r.epistemic[a],
                          epistemic[a]));
    }
  };
  add_values("q=0.05 a=1 b=1 c=0", avoidant, {-6.07, -5.38, -4.60}, {.71, .48, 0.});
  add_values("q=0.05 a=1 b=0.6 c=0", disorganised, {-6.06, -5.40, -4.60}, {.99, .83, 0.});
  const char* contrast = "q=0.05, b=0.6 less b=1";
  to.push_back(
      figure(contrast, "epistemic value of guarded seek",
             exactly(disorganised.epistemic[guarded].mean() - avoidant.epistemic[guarded].mean()),
             .34, {.26, .42}));
  for (const std::size_t a : {seek, guarded})
    to.push_back(figure(contrast, std::string("extrinsic value of ") + names[a],
                        exactly(disorganised.extrinsic[a].mean() - avoidant.extrinsic[a].mean()),
                        a == seek ? .01 : -.02, {-.05, .05}));
}

}  // namespace

std::vector<replicated_figure> active_inference_replication::table(std::uint64_t seed) const {
  parameters as_published;
  as_published.repetitions = p.repetitions;
  figures found;
  add_informed(found, as_published, seed);
  add_interoceptive(found, as_published, seed);
  add_exteroceptive(found, as_published, seed);
  return found;
}

std::vector<replicated_figure> active_inference_replication::condition(std::uint64_t seed) const {
  const results r = live(p, seed);
  const std::string what = text_of(p);
  figures found;
  const std::array<double, actions> unknown{none, none, none};
  add_shares(found, what, "first episode", r.first, unknown, 0.);
  if (p.episodes >= 5) add_shares(found, what, "episodes 1 to 5", r.early, unknown, 0.);
  if (p.episodes >= 20) add_shares(found, what, "episodes 6 to 20", r.middle, unknown, 0.);
  add_shares(found, what, "last 10 episodes", r.late, unknown, 0.);
  found.push_back(figure(what, "distinct actions an episode, last 10", r.distinct));
  for (std::size_t a = 0; a < actions; ++a) {
    found.push_back(figure(what,
                           std::string("probability of ") + names[a] + " at the last decision",
                           r.probability[a]));
    found.push_back(figure(what, std::string("extrinsic value of ") + names[a], r.extrinsic[a]));
    found.push_back(figure(what, std::string("epistemic value of ") + names[a], r.epistemic[a]));
  }
  found.push_back(figure(what, "precision at the last decision, first episode", r.precision_first));
  found.push_back(figure(what, "precision at the last decision, last episode", r.precision_last));
  return found;
}

}  // namespace iwm
