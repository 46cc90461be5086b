// SPDX-License-Identifier: MIT
#pragma once

#include "iwm/life/meetings.hpp"
#include "iwm/life/moment.hpp"
#include "iwm/working_model/episodes.hpp"

#include <array>
#include <cstddef>
#include <cstdint>

namespace iwm {

/// Episodic memories of a block's infants with one figure: of each lane the same as an
/// `episode_memory`. Few events stay, so that most cost a subtraction and a comparison.
class episode_lanes {
 public:
  /// Adds the event of those infants who meet this figure, `self`. u[2] and u[3] decide what stays.
  void remember(std::size_t self, const meetings& with, const event_lanes& seen,
                const lane_columns<double>& relief, const lane_columns<double>& roused,
                const lane_draws& u) {
    std::uint64_t due;
    if (with.together()) {
      due = live_on(seen, relief, roused);
    } else {
      const auto last = last_;
      const auto until_next = until_next_;
      due = live_on(seen, relief, roused);
      with.undo_others(last_, last, self);
      with.undo_others(until_next_, until_next, self);
    }
    if (due == 0) return;
    for (std::size_t i = 0; i < block_size; ++i)
      if (until_next_.get(i) <= 0. && with[i] == self) {
        const draws chance = u(i);
        episode_memory memory = of(i);
        keep(memory, memory.last, roused.get(i), chance[2], chance[3]);
        intense_[i] = memory.intense;
        until_next_.set(i, memory.until_next);
      }
  }

  episode_memory of(std::size_t lane) const {
    return {intense_[lane], last_.get(lane), until_next_.get(lane)};
  }
  void forget(std::size_t lane) {
    intense_[lane] = {};
    last_.set(lane, {});
    until_next_.set(lane, 0);
  }

 private:
  /// Returns how many lanes have an event that stays.
  [[gnu::noinline, gnu::flatten]] std::uint64_t live_on(const event_lanes& seen,
                                                        const lane_columns<double>& relief,
                                                        const lane_columns<double>& roused) {
    for_each_lane([&](std::size_t i) {
      last_.set(i, recollect(seen.get(i), relief.get(i)));
      until_next_.set(i, until_next_.get(i) - memorability(roused.get(i)));
    });
    std::uint64_t due = 0;
    for (const double left : until_next_.column(0)) due += left <= 0. ? 1u : 0u;
    return due;
  }

  lanes<std::array<episode, episode_memory::size>> intense_{};
  lane_columns<episode> last_;
  lane_columns<double> until_next_;
};

}  // namespace iwm
