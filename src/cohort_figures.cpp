// SPDX-License-Identifier: MIT
#include "iwm/population/founders.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "cohort_block.hpp"
#include "plan_terms.hpp"

// Who the figures of a block are, and what they have become.
namespace iwm {
namespace {

constexpr std::array parents{figure::mother, figure::father};

}  // namespace

std::unique_ptr<caregiver_block> cohort_block::caregivers_of(const component& plan) const {
  auto caregivers = find(known_.caregivers, plan.name)->make(plan.settings);
  caregivers->live_under(norm_of(plan_.culture, known_));
  return caregivers;
}

draw_key cohort_block::new_relationship(figure who, std::size_t lane) {
  address with = at(member(std::min(lane, members_.size() - 1)).draws);
  with.relationship = 1 + number(who) + 16 * of(who).arrivals[lane]++;
  return with.key();
}

void cohort_block::take_place(figure who, std::size_t lane, std::uint64_t draws,
                              std::uint64_t home) {
  place& p = of(who);
  lives_->meet(number(who), lane, new_relationship(who, lane));
  p.there[lane] = true;
  p.contact[lane] = 1;
  p.care.figures.set(lane, key_of(draws));
  p.care.households.set(lane, key_of(home));
  p.care.begin(today(), lane);
}

void cohort_block::arrive(figure who, std::size_t lane, std::uint32_t index) {
  const person& someone = everybody_[index];
  of(who).who[lane] = index;
  of(who).id[lane] = someone.id;
  take_place(who, lane, someone.draws, someone.home_draws);
}

void cohort_block::arrive_outsider(figure who, std::size_t lane, std::uint64_t draws,
                                   const stratum& from, const trait_scores& lasting) {
  of(who).who[lane] = nobody;
  of(who).id[lane] = 0;
  take_place(who, lane, draws, draws);
  of(who).care.from.set(lane, from);
  of(who).care.lasting.set(lane, lasting);
}

void cohort_block::pair(std::size_t lane, std::uint32_t partner) {
  if (partner == nobody)
    of(figure::partner).there[lane] = false;
  else
    arrive(figure::partner, lane, partner);
  tone_[lane] = 0;
}

/// What the figures have become by the beginning of a season.
void cohort_block::know_figures() {
  const figure last = age() < plan_.lives.course.school_age ? figure::father : figure::therapist;
  for (std::size_t f = 0; f <= number(last); ++f)
    for (std::size_t i = 0; i < members_.size(); ++i) {
      place& p = places_[f];
      if (!p.there[i] || p.who[i] == nobody) continue;
      const person& someone = everybody_[p.who[i]];
      stratum from = someone.from->care;
      if (!someone.female && f == number(figure::father))
        from.sensitivity_mean += plan_.care.father_sensitivity;
      p.care.lasting.set(i,
                         lasting_of(someone, plan_.care, plan_.lives.mind, key_of(someone.draws)));
      double care = -max(someone.strain, 0.), fright = 0;
      if (f == number(figure::partner))
        from.acceptance_mean += plan_.lives.couple.aftermath * tone_[i];
      for (const effect& e : effects_)
        if (e.lane == i && number(e.who) == f) {
          const double left = 1. - static_cast<double>(age_ - e.began) / e.seasons;
          care += max(left, 0.) * e.care;
          fright += max(left, 0.) * e.fright;
        }
      if (f == number(figure::mother))
        for (const programme& plan : plan_.lives.programmes) {
          const double share = clamp01((months() - plan.from) / max(plan.to - plan.from, 1e-9));
          from.sensitivity_mean += share * plan.sensitivity;
          from.acceptance_mean += share * plan.acceptance;
          from.cooperation_mean += share * plan.cooperation;
          from.accessibility_mean += share * plan.accessibility;
          fright += share * plan.fright;
        }
      from.sensitivity_mean += care;
      from.acceptance_mean += care;
      from.cooperation_mean += care;
      from.accessibility_mean += care;
      from.fright_mean += fright;
      p.care.from.set(i, from);
    }
  std::erase_if(effects_,
                [&](const effect& e) { return static_cast<double>(age_ - e.began) >= e.seasons; });
}

/// Peers at school age, in adolescence, as young adults and later: each time another one.
void cohort_block::age_with_peers() {
  constexpr std::array<double, 4> changes{0, 12, 18, 30};
  const double school = plan_.lives.course.school_age;
  for (std::size_t k = 0; k < changes.size(); ++k)
    if (age() == max(changes[k], std::ceil(seasons_per_year * school) / seasons_per_year))
      for (std::size_t i = 0; i < members_.size(); ++i) {
        const person& who = member(i);
        const std::uint64_t peer = same_person(who.draws, 1000 + k);
        const draws u = key_of(peer).draw(0, purpose::mind),
                    v = key_of(peer).draw(0, purpose::mind, 1);
        arrive_outsider(
            figure::peer, i, peer, who.from->care,
            lasting(plan_.care, who.from->care.mind_weight, draw_minds(plan_.care, u, v)[0],
                    {normal(v[6]), normal(v[7])}, key_of(peer).draw(0, purpose::traits)));
        if (k > 0 || who.mother == nobody) continue;
        for (const std::uint32_t sibling : everybody_[who.mother].children)
          if (sibling != members_[i]) {
            arrive(figure::sibling, i, sibling);
            break;
          }
      }
}

void cohort_block::find_company() {
  const auto weights = plan_.lives.course.at(age()).weights();
  for (std::size_t i = 0; i < block_size; ++i) {
    double sum = 0;
    for (std::size_t f = 0; f < figure_count; ++f) {
      if (places_[f].there[i]) sum += weights[f] * places_[f].contact[i];
      company_[i][f] = sum;
    }
    if (sum > 0)
      for (double& cumulated : company_[i]) cumulated /= sum;
  }
}

void cohort_block::replace_parents(std::size_t placement) {
  for (std::size_t i = 0; i < members_.size(); ++i)
    for (std::size_t p = 0; p < parents.size(); ++p)
      arrive(parents[p], i, member(i).placed[placement][p]);
  know_figures();
}

}  // namespace iwm
