// SPDX-License-Identifier: MIT
#include "replications/safe_range.hpp"

#include "iwm/core/random.hpp"

#include <cmath>
#include <cstddef>
#include <string>

#include "replications/two_groups.hpp"

namespace iwm {
namespace {

using published::care_profile, published::running_moments, published::safe_range_rules;

/// Own design, where the paper is silent.
constexpr double surprise = 15;  ///< while an object is explored; the paper reports 13 to 21
constexpr double speed = 2;      ///< of both, per step
constexpr double steps_per_delay = 10;
constexpr double stay = 20;  ///< least steps at an object
constexpr double unmet_care = 0.5, unmet_spread = 0.5, unmet_delay = 0.5;  ///< before any encounter

struct place {
  double x, y;
  double distance(const place& to) const {
    return std::sqrt((x - to.x) * (x - to.x) + (y - to.y) * (y - to.y));
  }
  place towards(const place& to, double step) const {
    const double whole = distance(to);
    if (whole <= step) return to;
    return {x + step * (to.x - x) / whole, y + step * (to.y - y) / whole};
  }
};

enum class period { life, separation, reunion };

struct infant_at_play {
  const care_profile& care;
  draw_key key;
  double arousal_scale;
  safe_range_rules rules{};
  running_moments delay{unmet_delay, 0.}, appropriateness{unmet_care, unmet_spread*unmet_spread},
      fear_memory{};
  double encounters = 0;
  double fear = 0, level = 0, instantaneous = 0, sustained = 0;
  place infant{25, 25}, caregiver{25, 25}, object{25, 25};
  double at_object = 0, waited = 0, awaited = -1;
  std::uint64_t clock = 0;
  double range = 0, given = 0;
  bool high = false, signals = false, freezes = false;

  void encounter(double late, double how) {
    encounters += 1.;
    delay = delay.with(late, 1. / encounters);
    appropriateness = appropriateness.with(how, 1. / encounters);
    fear_memory = fear_memory.with(rules.fear_signal(how, sustained), 1. / encounters);
    caregiver = infant;
    awaited = -1;
  }

  void step(period now) {
    const draws u = key.draw(clock, purpose::procedure), v = key.draw(clock, purpose::procedure, 1);
    ++clock;
    range = rules.safe_range(delay.sample(u[0]));
    high = sustained > rules.alarmed;
    freezes = high && fear >= rules.frozen;
    signals = high && !freezes && u[1] < rules.signalling(appropriateness.sample(u[2]));
    fear = rules.fear(fear, signals, fear_memory.sample(u[3]));

    given = 0;
    if (signals && now == period::reunion) {
      given = 1;
      caregiver = infant;
    } else if (signals && now == period::life) {
      if (awaited < 0) {
        waited = care.draw_delay(u[4], u[5]);
        awaited = std::ceil(steps_per_delay * waited);
      }
      awaited -= 1;
      caregiver = caregiver.towards(infant, speed);
      if (awaited <= 0) {
        given = normal(u[6], care.appropriateness, care.appropriateness_spread);
        encounter(waited, given);
      }
    } else if (now == period::life && v[0] < 0.2) {
      caregiver = caregiver.towards({rules.room * v[1], rules.room * v[2]}, speed);
    }

    if (sustained < rules.calm && at_object >= stay) {
      object = {rules.room * v[3], rules.room * v[4]};
      at_object = 0;
    }
    if (!high) infant = infant.towards(object, speed);
    at_object += 1;
    const double beyond = max(0., infant.distance(caregiver) - range);
    const double arousal = fear + arousal_scale * ((high ? 0. : surprise) + beyond);
    level = rules.care(level, given);
    instantaneous = rules.instantaneous(instantaneous, arousal);
    sustained = rules.sustained(sustained, instantaneous, level);
  }
};

struct summary {
  double n = 0, sum = 0, squares = 0;
  void add(double x) {
    n += 1.;
    sum += x;
    squares += x * x;
  }
  double mean() const { return sum / n; }
  double spread() const { return std::sqrt(max(0., squares / n - mean() * mean())); }
  double error() const { return spread() / std::sqrt(n); }
};

struct lives {
  summary range, signalling, frozen, rise, recovery;
  std::vector<double> shares, first_cares;
};
lives live(const care_profile& care, const safe_range_replication::parameters& p,
           std::uint64_t seed) {
  lives found;
  for (std::uint64_t i = 0; i < static_cast<std::uint64_t>(p.repetitions); ++i) {
    const safe_range_life one = safe_range_infant(care, p.steps, p.arousal_scale, seed, i);
    found.range.add(one.range);
    found.signalling.add(one.signalling);
    found.frozen.add(one.frozen);
    found.rise.add(one.rise);
    found.recovery.add(one.recovery);
    found.shares.push_back(one.signalling);
    found.first_cares.push_back(one.first_care);
  }
  return found;
}

constexpr double none = replicated_figure::none;

double correlation(const std::vector<double>& x, const std::vector<double>& y) {
  const double n = static_cast<double>(x.size());
  double mx = 0, my = 0, xx = 0, yy = 0, xy = 0;
  for (std::size_t i = 0; i < x.size(); ++i) {
    mx += x[i] / n;
    my += y[i] / n;
  }
  for (std::size_t i = 0; i < x.size(); ++i) {
    xx += (x[i] - mx) * (x[i] - mx);
    yy += (y[i] - my) * (y[i] - my);
    xy += (x[i] - mx) * (y[i] - my);
  }
  return xx > 0. && yy > 0. ? xy / std::sqrt(xx * yy) : 0.;
}

void add_lives(std::vector<replicated_figure>& found, std::string who, const lives& l,
               double published_range, double published_share) {
  const auto figure = [&](const char* what, const summary& s, double published) {
    found.push_back({.condition = who,
                     .quantity = what,
                     .published = published,
                     .ours = s.mean(),
                     .standard_error = s.error()});
  };
  figure("infants that learn: safe range", l.range, published_range);
  figure("infants that learn: share of high arousal spent signalling", l.signalling,
         published_share);
  figure("infants that learn: share of high arousal spent frozen", l.frozen, none);
  figure("separation: rise of sustained arousal", l.rise, none);
  figure("reunion: steps until calm, at most 50", l.recovery, none);
  const bool named = published_share == published_share;
  const bool splits = who == "ambivalent" || who == "disorganised";
  found.push_back({.condition = who,
                   .quantity = "shares of signalling: evidence of two groups (BIC, per infant)",
                   .ours = split_in_two(l.shares, 0.02).evidence,
                   .lowest = named && splits ? 0. : none,
                   .highest = named && !splits ? 0. : none});
  if (splits || !named)
    found.push_back({.condition = who,
                     .quantity = "shares of signalling: infants in the lower of two groups",
                     .ours = split_in_two(l.shares, 0.02).share});
  found.push_back({.condition = who,
                   .quantity = "correlation of the first five cares with the share of signalling",
                   .ours = correlation(l.first_cares, l.shares),
                   .lowest = named && splits ? 0. : none});
}

}  // namespace

safe_range_readouts readouts_of(const care_profile& care, std::int64_t samples,
                                std::uint64_t seed) {
  const safe_range_rules rules;
  const running_moments delay{care.delay, care.delay_spread() * care.delay_spread()};
  const running_moments how{care.appropriateness,
                            care.appropriateness_spread * care.appropriateness_spread};
  const draw_key key = address{.seed = seed, .replicate = 1}.key();
  summary range, signalling;
  for (std::uint64_t i = 0; i < static_cast<std::uint64_t>(samples); ++i) {
    const draws u = key.draw(i, purpose::procedure);
    range.add(rules.safe_range(delay.sample(u[0])));
    signalling.add(rules.signalling(how.sample(u[1])));
  }
  return {range.mean(), range.spread(), signalling.mean()};
}

safe_range_life safe_range_infant(const care_profile& care, std::int64_t steps,
                                  double arousal_scale, std::uint64_t seed, std::uint64_t infant) {
  infant_at_play child{.care = care,
                       .key = address{.seed = seed, .replicate = 2, .person = infant}.key(),
                       .arousal_scale = arousal_scale};
  safe_range_life found;
  double high = 0, signalled = 0, frozen = 0, early = 0, first = 0;
  for (std::int64_t t = 0; t < steps; ++t) {
    child.step(period::life);
    found.range += child.range / static_cast<double>(steps);
    high += child.high ? 1. : 0.;
    signalled += child.signals ? 1. : 0.;
    frozen += child.freezes ? 1. : 0.;
    if (child.given != 0. && early < 5.) {
      early += 1.;
      first += child.given;
    }
  }
  found.signalling = signalled / max(1., high);
  found.frozen = frozen / max(1., high);
  found.first_care = first / max(1., early);

  child.infant = child.object = {1, 1};
  child.caregiver = {51, 51};
  child.fear = child.level = child.instantaneous = child.sustained = 0;
  for (int t = 0; t < 50; ++t) child.step(period::separation);
  found.rise = child.sustained;
  child.caregiver = {25, 25};
  found.recovery = 50;
  for (int t = 0; t < 50; ++t) {
    child.step(period::reunion);
    if (child.sustained < child.rules.calm && found.recovery == 50.) found.recovery = t;
  }
  return found;
}

std::vector<replicated_figure> safe_range_replication::table(std::uint64_t seed) const {
  std::vector<replicated_figure> found;
  constexpr double ranges[] = {70.7, 7.5, 51.3, 51.3}, shares[] = {1.00, .30, .80, .57};
  constexpr double published_ranges[] = {63.5, 15.9, 44.3, 42.9},
                   published_shares[] = {.7638, .2991, .6571, .4527};
  std::vector<safe_range_readouts> readouts;
  std::vector<lives> learned;
  for (std::size_t i = 0; i < published::care_profiles.size(); ++i) {
    const care_profile& care = published::care_profiles[i];
    const std::string who(care.name);
    readouts.push_back(readouts_of(care, p.samples, seed));
    learned.push_back(live(care, p, seed));
    const safe_range_readouts& r = readouts.back();
    const double root = std::sqrt(static_cast<double>(p.samples));
    found.push_back({.condition = who,
                     .quantity = "memory at the profile's moments: safe range",
                     .published = published_ranges[i],
                     .recomputed = ranges[i],
                     .ours = r.range,
                     .standard_error = r.range_spread / root,
                     .lowest = 0.98 * ranges[i],
                     .highest = 1.02 * ranges[i]});
    found.push_back({.condition = who,
                     .quantity = "memory at the profile's moments: probability of signalling",
                     .published = published_shares[i],
                     .recomputed = shares[i],
                     .ours = r.signalling,
                     .standard_error = 0.5 / root,
                     .lowest = shares[i] - 0.02,
                     .highest = shares[i] + 0.02});
    add_lives(found, who, learned.back(), published_ranges[i], published_shares[i]);
  }
  const auto order = [&](const char* what, double difference, double lowest, double highest) {
    found.push_back({.condition = "order of the profiles",
                     .quantity = what,
                     .ours = difference,
                     .lowest = lowest,
                     .highest = highest});
  };
  const auto orders = [&](const std::string& of, auto&& range, auto&& share) {
    order((of + ": safe range, free-autonomous less ambivalent").c_str(), range(0) - range(2), 0.,
          none);
    order((of + ": safe range, ambivalent less disorganised").c_str(), range(2) - range(3), -3.,
          3.);
    order((of + ": safe range, disorganised less dismissing").c_str(), range(3) - range(1), 0.,
          none);
    order((of + ": signalling, free-autonomous less ambivalent").c_str(), share(0) - share(2), 0.,
          none);
    order((of + ": signalling, ambivalent less disorganised").c_str(), share(2) - share(3), 0.,
          none);
    order((of + ": signalling, disorganised less dismissing").c_str(), share(3) - share(1), 0.,
          none);
    order((of + ": signalling of dismissing").c_str(), share(1), .25, .35);
  };
  orders(
      "profile's moments", [&](std::size_t i) { return readouts[i].range; },
      [&](std::size_t i) { return readouts[i].signalling; });
  orders(
      "infants that learn", [&](std::size_t i) { return learned[i].range.mean(); },
      [&](std::size_t i) { return learned[i].signalling.mean(); });
  const auto recovery = [&](const std::string& at, const std::vector<lives>& all, double lowest) {
    double fastest_other = 50, least_rise_of_others = 1e9;
    for (const std::size_t i : {1u, 2u, 3u}) {
      fastest_other = min(fastest_other, all[i].recovery.mean());
      least_rise_of_others = min(least_rise_of_others, all[i].rise.mean());
    }
    order((at + "separation: least rise of others less free-autonomous").c_str(),
          least_rise_of_others - all[0].rise.mean(), lowest, none);
    order((at + "reunion: fastest other less free-autonomous").c_str(),
          fastest_other - all[0].recovery.mean(), lowest, none);
  };
  recovery("", learned, 0.);
  for (const double scale : {0.1, 0.2, 0.3, 1.}) {
    parameters other = p;
    other.arousal_scale = scale;
    std::vector<lives> all;
    for (const care_profile& care : published::care_profiles)
      all.push_back(live(care, other, seed));
    recovery("arousal scale " + to_text(scale) + ", ", all, none);
  }
  return found;
}

std::vector<replicated_figure> safe_range_replication::condition(std::uint64_t seed) const {
  const care_profile care{"this caregiver", p.appropriateness, p.appropriateness_spread, p.delay,
                          p.delay_shape};
  std::vector<replicated_figure> found;
  const safe_range_readouts r = readouts_of(care, p.samples, seed);
  found.push_back({.condition = std::string(care.name),
                   .quantity = "memory at the profile's moments: safe range",
                   .ours = r.range,
                   .standard_error = r.range_spread / std::sqrt(static_cast<double>(p.samples))});
  found.push_back({.condition = std::string(care.name),
                   .quantity = "memory at the profile's moments: probability of signalling",
                   .ours = r.signalling,
                   .standard_error = 0.5 / std::sqrt(static_cast<double>(p.samples))});
  add_lives(found, std::string(care.name), live(care, p, seed), none, none);
  return found;
}

}  // namespace iwm
