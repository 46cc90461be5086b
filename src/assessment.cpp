// SPDX-License-Identifier: MIT
#include "assessment.hpp"

#include "iwm/core/time.hpp"

namespace iwm {

void pass_on(life_rows& rows, std::span<sink* const> sinks) {
  for_each_list(rows, rows, [&](auto& list, auto&) {
    for (const auto& row : list)
      for (sink* to : sinks) to->row(row);
    list.clear();
  });
}

std::uint64_t occasion_of(std::string_view instrument, std::uint64_t day) {
  std::uint64_t hash = 0xcbf29ce484222325;
  for (const char c : instrument) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3;
  return (hash << 48) | (day << 24);
}

block_stage::block_stage(const life_block& lives, std::size_t figure, std::uint64_t occasion,
                         double age, const lane_columns<draw_key>& keys, const need_rule& needs,
                         const lane_columns<temperament>& infants)
    : with_(figure),
      occasion_(occasion),
      age_(age),
      lives_(lives.copy()),
      keys_(keys),
      needs_(needs),
      infants_(infants) {
  lives_.arousal.fill(0);
}

void block_stage::play(std::span<const circumstance> now, std::span<event> seen) {
  for (std::size_t i = 0; i < block_size; ++i) lives_.seen.set(i, {now[i], {}, {}, 0});
  lives_.watch(with_, occasion_ | moment_++);
  for (std::size_t i = 0; i < block_size; ++i) seen[i] = lives_.seen.get(i);
}

void findings::scale(std::size_t infant, std::string_view name, std::int64_t episode,
                     double value) {
  const assessed_person p = who_(infant);
  if (p.rows != nullptr)
    p.rows->assessments.push_back(
        {p.from, p.person, p.partner, instrument_, name, p.months, episode, value});
}

void findings::category(std::size_t infant, std::string_view system, std::string_view name) {
  const assessed_person p = who_(infant);
  if (p.rows != nullptr)
    p.rows->classifications.push_back(
        {p.from, p.person, p.partner, instrument_, system, p.months, name});
}

void findings::recorded(std::size_t infant, double hours, const event& seen) {
  const assessed_person p = who_(infant);
  if (p.rows == nullptr) return;
  constexpr double waking_hours_per_day = 12;
  const double time = p.months + hours / waking_hours_per_day / days_per_month;
  p.rows->events.push_back({p.from, time, p.person, p.partner, "response to distress",
                            quality(seen.given), not_available,
                            seen.given.came > 0. ? seen.given.delay : not_available,
                            seen.shown.display, seen.shown.exploration});
}

void add_trajectory(life_rows& rows, const row_origin& from, std::uint64_t person,
                    std::uint64_t partner, double months, const model_view& model, double reflection) {
  const confidence sure = model.certainty.value_or(confidence{not_available, not_available});
  const strategy_values q =
      model.strategies.value_or(strategy_values{not_available, not_available, not_available});
  const auto row = [&](std::string_view store, const self_vector& self, const other_vector& other) {
    rows.trajectories.push_back({from, person, partner, months, store, other[0], other[1], other[2],
                                 self[0], self[1], sure.other, q.direct, q.minimise, q.maximise,
                                 reflection});
  };
  row("implicit", model.self, model.other);
  if (model.declared_self && model.declared_other)
    row("declared", *model.declared_self, *model.declared_other);
}

}  // namespace iwm
