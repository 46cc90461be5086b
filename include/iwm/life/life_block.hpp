// SPDX-License-Identifier: MIT
#pragma once

#include "iwm/life/caregiver_block.hpp"
#include "iwm/life/episode_lanes.hpp"
#include "iwm/life/needs.hpp"
#include "iwm/life/theory_block.hpp"

#include <cstdint>
#include <memory>
#include <utility>
#include <vector>

namespace iwm {

/// The infants of a block with their figures: `dyad` for `block_size` lives at once, to the bit.
///
///     life_block block(std::move(infants), 1);
///     block.meet(0, std::move(caregivers), keys_of({.seed = 1, .relationship = 1}, persons));
///     for (std::uint64_t tick = 0; tick < 1000; ++tick) {
///       block.need(0, rules.needs.at(age), tick);
///       block.live(0, tick);
///     }
///
/// A tick is the same moment for all lanes; whom each infant meets in it is data (`meetings`).
class life_block {
 public:
  life_block(std::unique_ptr<theory_block> infants, std::size_t figures)
      : infants_(std::move(infants)), figures_(figures) {}

  /// The same lives on their own, without episodic memory: for instruments.
  life_block copy() const {
    life_block other(infants_->clone(), figures_.size());
    for (std::size_t f = 0; f < figures_.size(); ++f) {
      other.figures_[f].caregivers = figures_[f].caregivers->clone();
      other.figures_[f].keys = figures_[f].keys;
    }
    return other;
  }

  /// Someone takes the place of a figure: a new relationship, with draws of its own.
  void meet(std::size_t figure, std::unique_ptr<caregiver_block> caregivers,
            const lane_columns<draw_key>& keys) {
    figures_[figure] = {std::move(caregivers), keys, {}};
    infants_->meet(figure);
  }

  /// The same for one infant; the caregivers of the block stay who they are.
  void meet(std::size_t figure, std::size_t lane, const draw_key& key) {
    figures_[figure].keys.set(lane, key);
    figures_[figure].episodes.forget(lane);
    infants_->meet(figure, lane);
  }

  /// Everyday needs of a tick.
  [[gnu::noinline, gnu::flatten]] void need(const meetings& with, const needs_at_age& everyday,
                                            std::uint64_t tick) {
    const needs_at_age needs = everyday;
    with_keys(with, [&](const lane_columns<draw_key>& keys) {
      const lane_draws u{keys, tick, purpose::circumstance};
      for_each_lane([&](std::size_t i) { seen.now.set(i, needs(u(i))); });
    });
  }

  /// One event of the infants who meet somebody: behave, respond, resolve, appraise, learn.
  void live(const meetings& with, std::uint64_t tick) {
    with_keys(with, [&](const lane_columns<draw_key>& keys) {
      infants_->behave(with, seen, arousal, {keys, tick, purpose::behave});
      roused_ = arousal;
      respond(with, {keys, tick, purpose::respond});
      infants_->learn(with, seen, arousal, relief, {keys, tick, purpose::appraise});
    });
  }

  /// Leaves its trace in episodic memory.
  void remember(const meetings& with, std::uint64_t tick) {
    with_keys(with, [&](const lane_columns<draw_key>& keys) {
      for_figures(with, [&](std::size_t f) {
        figures_[f].episodes.remember(f, with, seen, relief, roused_,
                                      {keys, tick, purpose::circumstance});
      });
    });
  }

  /// One moment that teaches nothing.
  void watch(const meetings& with, std::uint64_t tick) {
    with_keys(with, [&](const lane_columns<draw_key>& keys) {
      infants_->behave(with, seen, arousal, {keys, tick, purpose::measured_behave});
      respond(with, {keys, tick, purpose::measured_respond});
      infants_->feel(with, seen, arousal, {keys, tick, purpose::measured_appraise});
    });
  }

  const theory_block& infants() const { return *infants_; }
  theory_block& infants() { return *infants_; }
  const lane_columns<draw_key>& keys(std::size_t figure) const { return figures_[figure].keys; }
  caregiver_block& caregivers(std::size_t figure) { return *figures_[figure].caregivers; }
  episode_memory episodes(std::size_t figure, std::size_t lane) const {
    return figures_[figure].episodes.of(lane);
  }

  event_lanes seen{};
  lane_columns<double> arousal{}, relief{};

 private:
  struct relationship {
    std::unique_ptr<caregiver_block> caregivers{};
    lane_columns<draw_key> keys{};
    episode_lanes episodes{};
  };

  template <class Do>
  void with_keys(const meetings& with, Do&& act) const {
    if (with.together()) return act(figures_[with[0]].keys);
    lane_columns<draw_key> keys;
    for (std::size_t i = 0; i < block_size; ++i)
      if (with[i] != meetings::nobody) keys.set(i, figures_[with[i]].keys.get(i));
    act(keys);
  }
  template <class Do>
  void for_figures(const meetings& with, Do&& act) const {
    if (with.together()) return act(with[0]);
    for (std::size_t f = 0; f < figures_.size(); ++f) act(f);
  }
  void respond(const meetings& with, const lane_draws& u) {
    for_figures(with, [&](std::size_t f) { figures_[f].caregivers->respond(f, with, seen, u); });
  }

  std::unique_ptr<theory_block> infants_;
  std::vector<relationship> figures_;
  lane_columns<double> roused_{};
};

}  // namespace iwm
