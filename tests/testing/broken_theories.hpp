// SPDX-License-Identifier: MIT
#pragma once

#include "iwm/theory/conditional_strategies.hpp"
#include "iwm/theory/delta_rule.hpp"

#include <limits>
#include <memory>

/// Theories that are sound but for one thing, which the kit must find.
namespace broken {

using namespace iwm;
using sound = theories::conditional_strategies;
using simple = theories::delta_rule;

struct exaggerates : sound {
  other_vector other(const state& s) const { return 1.5 * sound::other(s); }
};
struct overclaims : sound {
  self_vector declared_self(const state& s) const { return {s.declared.worth, 2.}; }
};
struct overconfident : sound {
  confidence certainty(const state& s) const { return {s.certainty.self, 1.2 * s.certainty.other}; }
};
struct not_a_number : simple {
  self_vector self(const state& s) const {
    return {s.expected.worth, std::numeric_limits<double>::quiet_NaN()};
  }
};
struct mixes_too_far : sound {
  state transfer(const state& general, const temperament&, const prior&) const {
    state s = general;
    s.implicit.acceptance *= 3.;
    return s;
  }
};
struct screams : sound {
  signal behave(const state& s, const circumstance& now, double arousal, const temperament& infant,
                const draws& u) const {
    signal shown = sound::behave(s, now, arousal, infant, u);
    shown.display *= 1.4;
    return shown;
  }
};
struct between_manners : sound {
  signal behave(const state& s, const circumstance& now, double arousal, const temperament& infant,
                const draws& u) const {
    signal shown = sound::behave(s, now, arousal, infant, u);
    if (u[7] > 0.999999) shown.manner = 0.5;
    return shown;
  }
};
struct feels_too_much : sound {
  outcome appraise(const state& s, const event& seen, const outcome& came,
                   const temperament& infant, const draws& u) const {
    outcome felt = sound::appraise(s, seen, came, infant, u);
    felt.safety = 1.1;
    return felt;
  }
};
struct expects_too_much : sound {
  response anticipate(const state& s, const signal& shown) const {
    response r = sound::anticipate(s, shown);
    r.welcome += 0.1;
    return r;
  }
};
struct feels_too_secure : sound {
  double felt_security(const state& s) const { return 1.2 * sound::felt_security(s); }
};

struct counts_its_calls : sound {
  mutable int calls = 0;
  signal behave(const state& s, const circumstance& now, double arousal, const temperament& infant,
                const draws& u) const {
    signal shown = sound::behave(s, now, arousal, infant, u);
    shown.exploration *= ++calls % 2 == 0 ? 1. : 0.999;
    return shown;
  }
};
struct remembers_the_last_event : sound {
  mutable double last = 0;
  state learn(const state& s, const event& seen, const outcome& felt, const temperament& infant,
              double plasticity) const {
    state after = sound::learn(s, seen, felt, infant, plasticity);
    after.values.direct += 1e-6 * last;
    last = last == 0. ? seen.now.need : 0.;
    return after;
  }
};
struct draws_for_itself : sound {
  mutable std::uint64_t next = 1;
  outcome appraise(const state& s, const event& seen, const outcome& came,
                   const temperament& infant, const draws&) const {
    next = next * 6364136223846793005u + 1442695040888963407u;
    draws own;
    own.u.fill(static_cast<double>(next >> 11) * 0x1p-53);
    return sound::appraise(s, seen, came, infant, own);
  }
};

/// A state of which a copy is only a second name.
struct shares_its_state : simple {
  struct state {
    std::shared_ptr<simple::state> inner = std::make_shared<simple::state>();
    bool operator==(const state& b) const { return *inner == *b.inner; }
  };
  state initial(const temperament& infant, const prior& from) const {
    return {std::make_shared<simple::state>(simple::initial(infant, from))};
  }
  double felt_security(const state& s) const { return simple::felt_security(*s.inner); }
  signal behave(const state& s, const circumstance& now, double arousal, const temperament& infant,
                const draws& u) const {
    return simple::behave(*s.inner, now, arousal, infant, u);
  }
  outcome appraise(const state& s, const event& seen, const outcome& came,
                   const temperament& infant, const draws& u) const {
    return simple::appraise(*s.inner, seen, came, infant, u);
  }
  state learn(const state& s, const event& seen, const outcome& felt, const temperament& infant,
              double plasticity) const {
    *s.inner = simple::learn(*s.inner, seen, felt, infant, plasticity);
    return s;
  }
  response anticipate(const state& s, const signal& shown) const {
    return simple::anticipate(*s.inner, shown);
  }
  self_vector self(const state& s) const { return simple::self(*s.inner); }
  other_vector other(const state& s) const { return simple::other(*s.inner); }
  strategy_values strategies(const state& s) const { return simple::strategies(*s.inner); }
};

/// A state of which a copy lacks a part.
struct loses_a_part : sound {
  struct state : sound::state {
    double fatigue = 0;
    state() = default;
    state(const sound::state& s, double tired) : sound::state(s), fatigue(tired) {}
    state(const state& s) : sound::state(s) {}
    state(state&&) = default;
    state& operator=(const state& s) {
      sound::state::operator=(s);
      fatigue = 0;
      return *this;
    }
    state& operator=(state&&) = default;
  };
  state initial(const temperament& infant, const prior& from) const {
    return {sound::initial(infant, from), 0.};
  }
  state learn(const state& s, const event& seen, const outcome& felt, const temperament& infant,
              double plasticity) const {
    return {sound::learn(s, seen, felt, infant, plasticity / (1. + s.fatigue)), s.fatigue + 0.1};
  }
  state generalise(const state& g, const state& s, double weight) const {
    return {sound::generalise(g, s, weight), g.fatigue};
  }
  state remind(const state& s, const state& g) const { return {sound::remind(s, g), s.fatigue}; }
  state transfer(const state& g, const temperament& infant, const prior& from) const {
    return {sound::transfer(g, infant, from), 0.};
  }
};

/// Learns as the sound theory does, and then falsifies what it learned.
struct falsifies : sound {
  state falsified(const state& s, const event& seen, const outcome& felt, const temperament& infant,
                  double plasticity,
                  expectations (*change)(const expectations&, const expectations&)) const {
    state after = sound::learn(s, seen, felt, infant, plasticity);
    after.implicit = change(s.implicit, after.implicit);
    return after;
  }
};
struct blames_itself : falsifies {
  state learn(const state& s, const event& seen, const outcome& felt, const temperament& infant,
              double plasticity) const {
    return falsified(s, seen, felt, infant, plasticity,
                     [](const expectations& before, const expectations& now) {
                       expectations e = now;
                       e.worth = clamp(2. * before.worth - now.worth, -1., 1.);
                       e.efficacy = clamp(2. * before.efficacy - now.efficacy, -1., 1.);
                       return e;
                     });
  }
};
struct trusts_nobody : falsifies {
  state learn(const state& s, const event& seen, const outcome& felt, const temperament& infant,
              double plasticity) const {
    return falsified(s, seen, felt, infant, plasticity,
                     [](const expectations& before, const expectations& now) {
                       expectations e = now;
                       e.availability = min(before.availability, now.availability);
                       e.acceptance = min(before.acceptance, now.acceptance);
                       e.safety = min(before.safety, now.safety);
                       return e;
                     });
  }
};
struct denies_rejection : falsifies {
  state learn(const state& s, const event& seen, const outcome& felt, const temperament& infant,
              double plasticity) const {
    return falsified(s, seen, felt, infant, plasticity,
                     [](const expectations& before, const expectations& now) {
                       expectations e = now;
                       e.acceptance = max(before.acceptance, now.acceptance);
                       return e;
                     });
  }
};
struct never_surer : sound {
  confidence certainty(const state&) const { return {0.5, 0.5}; }
};
struct louder_when_rejected : sound {
  signal behave(const state& s, const circumstance& now, double arousal, const temperament& infant,
                const draws& u) const {
    signal shown = sound::behave(s, now, arousal, infant, u);
    if (shown.manner == 1.) shown.manner = 2.;
    return shown;
  }
};
struct secure_without_reason : sound {
  double felt_security(const state&) const { return 0.7; }
};
struct never_grows_up : sound {
  state learn(const state& s, const event& seen, const outcome& felt, const temperament& infant,
              double) const {
    return sound::learn(s, seen, felt, infant, 0.5);
  }
};
struct grows_wiser : sound {
  state learn(const state& s, const event& seen, const outcome& felt, const temperament& infant,
              double plasticity) const {
    return sound::learn(s, seen, felt, infant, 1. - 0.8 * plasticity);
  }
};
struct yields_when_sure : sound {
  state learn(const state& s, const event& seen, const outcome& felt, const temperament& infant,
              double plasticity) const {
    state after = sound::learn(s, seen, felt, infant, plasticity);
    const double sure = s.certainty.other;
    after.implicit = blend(s.implicit, after.implicit, 0.05 + 0.95 * sure * sure);
    return after;
  }
};
struct general_model_of_nobody : sound {
  state generalise(const state& general, const state&, double) const { return general; }
};
struct flees_the_general_model : sound {
  state remind(const state& specific, const state& general) const {
    state s = specific;
    s.implicit.acceptance =
        clamp(1.001 * specific.implicit.acceptance - 0.001 * general.implicit.acceptance, -1., 1.);
    s.implicit.worth =
        clamp(1.001 * specific.implicit.worth - 0.001 * general.implicit.worth, -1., 1.);
    return s;
  }
};
struct starts_anew : sound {
  state transfer(const state&, const temperament& infant, const prior& from) const {
    return initial(infant, from);
  }
};
struct learns_nothing : sound {
  state learn(const state& s, const event&, const outcome&, const temperament&, double) const {
    return s;
  }
};

/// Sound, though it speaks of little: one expectation, one manner, no self.
struct speaks_of_little {
  static constexpr std::string_view name = "speaks_of_little";
  static constexpr std::string_view summary = "one expectation";
  struct parameters {};
  struct state {
    double availability = 0;
    bool operator==(const state&) const = default;
  };
  parameters p{};
  state initial(const temperament&, const prior&) const { return {}; }
  double felt_security(const state& s) const { return 0.5 + 0.5 * s.availability; }
  signal behave(const state&, const circumstance&, double arousal, const temperament&,
                const draws&) const {
    return {.display = arousal};
  }
  outcome appraise(const state&, const event&, const outcome& came, const temperament&,
                   const draws&) const {
    return came;
  }
  state learn(const state& s, const event&, const outcome& felt, const temperament&,
              double plasticity) const {
    return {blend(s.availability, min(felt.availability, felt.acceptance), 0.02 * plasticity)};
  }
  response anticipate(const state& s, const signal&) const {
    return {.came = 0.5 + 0.5 * s.availability};
  }
  self_vector self(const state&) const { return {0, 0}; }
  other_vector other(const state& s) const { return {s.availability, 0, 0}; }
};

}  // namespace broken
