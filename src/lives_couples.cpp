// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <string_view>

#include "lives.hpp"

namespace iwm {
namespace {

constexpr std::int64_t youngest_adult = 18 * 4, oldest_suitor = 70 * 4, widest_gap = 5 * 4;
constexpr std::int64_t youngest_mother = 20 * 4, oldest_mother = 42 * 4;

}  // namespace

void lives::strike_if_listed(const person& who, std::string_view kind) {
  const auto& events = plan_.lives.events;
  const auto found = std::ranges::find(events, kind, &life_event::kind);
  if (found != events.end() && who.lives())
    who.block->strike(who.lane, static_cast<std::size_t>(found - events.begin()));
}

void lives::quarrel(couple& pair) {
  const couple_rule& rule = plan_.lives.couple;
  const draw_key key = key_of(pair.draws);
  std::array<const person*, 2> who{&everybody_[pair.partners[0]], &everybody_[pair.partners[1]]};
  double tones = 0;
  for (std::uint64_t q = 0; q < rule.quarrels; ++q) {
    const draws u = key.draw(static_cast<std::uint64_t>(season_), purpose::conflict, q / 4);
    std::array<conflict_move, 2> moves{};
    for (std::size_t p = 0; p < 2; ++p)
      moves[p] = rule.move(who[p]->with_partner, u[2 * (q % 4) + p]);
    const double tone = couple_rule::tone(moves[0], moves[1]);
    tones += tone;
    for (std::size_t p = 0; p < 2; ++p)
      if (who[p]->root <= plan_.lives.stories)
        rows_.events.push_back({origin(*who[p]), who[p]->months(static_cast<double>(season_)),
                                who[p]->id, who[1 - p]->id,
                                conflict_move_names[static_cast<std::size_t>(moves[p])],
                                not_available, -tone, not_available, not_available, not_available});
  }
  pair.tone = rule.quarrels > 0 ? tones / static_cast<double>(rule.quarrels) : 0.;
  for (std::size_t p = 0; p < 2; ++p) {
    const double relief = std::isnan(who[p]->relief_with_partner) ? pair.satisfaction[p]
                                                                  : who[p]->relief_with_partner;
    pair.satisfaction[p] = rule.satisfied(pair.satisfaction[p], relief, pair.tone);
    pair.conflict[p] += rule.pace * (0.5 * (1. - pair.tone) - pair.conflict[p]);
    who[p]->block->quarrelled(who[p]->lane, pair.tone);
  }
}

void lives::report(const couple& pair) {
  for (std::size_t p = 0; p < 2; ++p) {
    const person& who = everybody_[pair.partners[p]];
    const bool assessed = season_ - pair.began >= 12;
    const auto& satisfaction = assessed ? pair.satisfaction_at_three : pair.satisfaction;
    const auto& conflict = assessed ? pair.conflict_at_three : pair.conflict;
    row_origin from = origin(who);
    from.family_id = pair.family;
    rows_.relationships.push_back({from, who.id, everybody_[pair.partners[1 - p]].id, "couple",
                                   who.months(static_cast<double>(pair.began)),
                                   pair.together() ? not_available
                                                   : who.months(static_cast<double>(pair.ended)),
                                   satisfaction[p], conflict[p]});
  }
}

void lives::part(couple& pair, bool by_choice) {
  if (by_choice) pair.ended = season_;
  report(pair);
  pair.ended = season_;
  if (!by_choice) return;
  for (const std::uint32_t index : pair.partners) {
    person& who = everybody_[index];
    who.couple = nobody;
    if (!who.lives()) continue;
    who.block->pair(who.lane, nobody);
    strike_if_listed(who, "relationship_end");
  }
  for (const std::uint32_t child : everybody_[pair.partners[0]].children)
    if (everybody_[child].father == pair.partners[1] &&
        everybody_[child].months(static_cast<double>(season_)) < 216)
      strike_if_listed(everybody_[child], "parental_separation");
}

void lives::settle_couples() {
  const couple_rule& rule = plan_.lives.couple;
  for (couple& pair : couples_) {
    if (!pair.together()) continue;
    quarrel(pair);
    const std::int64_t seasons = season_ - pair.began;
    if (seasons == 12) {
      pair.satisfaction_at_three = pair.satisfaction;
      pair.conflict_at_three = pair.conflict;
    }
    const double chance = rule.break_up(0.5 * (pair.satisfaction[0] + pair.satisfaction[1]),
                                        static_cast<double>(seasons) / seasons_per_year);
    const draws u = key_of(pair.draws).draw(static_cast<std::uint64_t>(season_), purpose::market);
    if (u[0] < chance) part(pair, true);
  }
}

void lives::join(std::uint32_t woman, std::uint32_t man) {
  const auto index = static_cast<std::uint32_t>(couples_.size());
  person& her = everybody_[woman];
  person& him = everybody_[man];
  couple pair;
  pair.family = next_family_++;
  pair.draws = same_person(her.draws, him.draws);
  pair.partners = {woman, man};
  pair.began = season_;
  const draws u = key_of(pair.draws).draw(0, purpose::family);
  pair.wanted_children = u[0] < 0.2 ? 1 : u[0] < 0.7 ? 2 : 3;
  for (std::size_t p = 0; p < 2; ++p) {
    person& who = everybody_[pair.partners[p]];
    pair.satisfaction[p] = 0.3;
    pair.conflict[p] = 0.5;
    who.couple = index;
    who.family = pair.family;
    who.home_draws = pair.draws;
    who.home = {normal(u[1]), normal(u[2])};
    who.block->pair(who.lane, pair.partners[1 - p]);
    strike_if_listed(who, "relationship_start");
  }
  couples_.push_back(pair);
}

/// Singles of one stratum meet a few others in an order that hangs on the season alone; two who accept
/// each other become a couple.
void lives::match() {
  const auto season = static_cast<std::uint64_t>(season_);
  std::map<const stratum_share*, std::array<std::vector<std::pair<double, std::uint32_t>>, 2>> singles;
  for (std::uint32_t i = 0; i < everybody_.size(); ++i) {
    const person& who = everybody_[i];
    const std::int64_t age = season_ - who.born;
    if (!who.lives() || who.couple != nobody || age < youngest_adult || age > oldest_suitor) continue;
    const double order = key_of(who.draws).draw(season, purpose::market)[1];
    const double by_age = std::floor(static_cast<double>(who.born) / 8.) + order;
    singles[who.from][who.female ? 0 : 1].push_back({by_age, i});
  }
  std::vector<const stratum_share*> strata;
  for (const stratum_share& s : plan_.strata)
    if (singles.contains(&s)) strata.push_back(&s);
  for (const stratum_share* from : strata) {
    auto& [women, men] = singles[from];
    std::ranges::sort(women);
    std::ranges::sort(men);
    if (men.empty()) continue;
    std::size_t nearest = 0;
    for (const auto& [place, woman] : women) {
      while (nearest + 1 < men.size() && men[nearest].first < place) ++nearest;
      const person& her = everybody_[woman];
      for (std::uint64_t k = 0; k < plan_.lives.couple.candidates; ++k) {
        const std::uint32_t man = men[(nearest + k) % men.size()].second;
        const person& him = everybody_[man];
        if (him.couple != nobody || him.mother == her.mother || him.father == her.father ||
            std::abs(him.born - her.born) > widest_gap)
          continue;
        const couple_rule& rule = plan_.lives.couple;
        const double chance = rule.acceptance(her.seen, him.seen) * rule.acceptance(him.seen, her.seen);
        const draws u = key_of(same_person(her.draws, him.draws)).draw(season, purpose::market, 1);
        if (u[0] >= chance) continue;
        join(woman, man);
        break;
      }
    }
  }
}

/// Children come at the turn of a year, so that blocks of one age are full.
void lives::multiply() {
  if (!plan_.lives.offspring || season_ % 4 != 0) return;
  const auto generations = static_cast<std::int64_t>(plan_.lives.generations);
  for (const couple& pair : couples_) {
    const auto [woman, man] = pair.partners;
    const person& her = everybody_[woman];
    const std::int64_t age = season_ - her.born;
    if (!pair.together() || season_ - pair.began < 4 || age < youngest_mother || age > oldest_mother ||
        her.generation > generations)
      continue;
    const auto common = std::ranges::count_if(
        her.children, [&](std::uint32_t c) { return everybody_[c].father == man; });
    if (static_cast<std::uint64_t>(common) >= pair.wanted_children ||
        (common > 0 && season_ - everybody_[her.children.back()].born < 8))
      continue;
    const draws u = key_of(pair.draws).draw(static_cast<std::uint64_t>(season_), purpose::birth);
    if (u[0] < 0.35)
      conceive(woman, man, same_person(her.draws, her.children.size()), season_);
  }
}

/// Assessments of parents at ages of their first child and of couples after some time together.
void lives::call_parents_and_couples() {
  const auto call = [&](std::uint32_t index, std::size_t assessment) {
    const person& who = everybody_[index];
    const std::int64_t wanted = plan_.assessments[assessment].generation;
    if (who.lives() && (wanted == 0 || wanted == who.generation))
      who.block->due(who.lane, assessment);
  };
  for (std::size_t k = 0; k < plan_.assessments.size(); ++k) {
    const assessment_plan& plan = plan_.assessments[k];
    if (plan.person == assessed::child) continue;
    for (const couple& pair : couples_) {
      const person& her = everybody_[pair.partners[0]];
      std::int64_t since = season_ - pair.began;
      if (plan.person != assessed::couple) {
        const auto first = std::ranges::find_if(her.children, [&](std::uint32_t c) {
          return everybody_[c].father == pair.partners[1];
        });
        if (first == her.children.end()) continue;
        since = season_ - everybody_[*first].born;
      } else if (!pair.together()) {
        continue;
      }
      for (const double months : plan.months) {
        if (since != std::llround(months / months_per_season)) continue;
        if (plan.person != assessed::father) call(pair.partners[0], k);
        if (plan.person != assessed::mother) call(pair.partners[1], k);
      }
    }
  }
}

void lives::retire() {
  const auto done = [](const auto& block) { return block->over(); };
  for (const auto& block : blocks_)
    if (done(block))
      for (const std::uint32_t index : block->members()) everybody_[index].block = nullptr;
  for (couple& pair : couples_)
    if (pair.together() && std::ranges::any_of(pair.partners, [&](std::uint32_t p) {
          return !everybody_[p].lives();
        }))
      part(pair, false);
  for (const auto& block : blocks_)
    if (done(block))
      rows_.events.insert(rows_.events.end(), block->rows.events.begin(), block->rows.events.end());
  std::erase_if(blocks_, done);
}

}  // namespace iwm
