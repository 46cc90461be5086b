// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>

#include "iwm/life/meetings.hpp"
#include "iwm/life/moment.hpp"
#include "iwm/working_model/episodes.hpp"

namespace iwm {

/// Episodic memories of a block's infants with one figure: of each lane the same as an
/// `episode_memory`. Few events are intense enough to stay, so that most cost a comparison only.
class episode_lanes {
 public:
  /// Adds the event of those infants who meet this figure, `self`. `u`[2] decides what stays.
  void remember(std::size_t self, const meetings& with, const event_lanes& seen,
                const lane_columns<double>& relief, const lane_columns<double>& roused,
                const lane_draws& u) {
    const auto before = last_;
    recollect_all(seen, relief, roused, u);
    if (!with.together()) with.undo_others(last_, before, self);
    for (std::size_t i = 0; i < block_size; ++i)
      if (with[i] == self && last_.column(key)[i] > weakest_.column(0)[i]) keep(i);
  }

  episode_memory of(std::size_t lane) const { return {intense_[lane], last_.get(lane)}; }

 private:
  static constexpr std::size_t key = 5;
  static_assert(offsetof(episode, key) == key * sizeof(double));

  [[gnu::noinline, gnu::flatten]] void recollect_all(const event_lanes& seen, const lane_columns<double>& relief,
                                      const lane_columns<double>& roused, const lane_draws& u) {
    for_each_lane([&](std::size_t i) {
      episode lived = recollect(seen.get(i), relief.get(i));
      lived.key = rank_in_memory(roused.get(i), u(i)[2]);
      last_.set(i, lived);
    });
  }
  void keep(std::size_t lane) {
    keep_intense(intense_[lane], last_.get(lane));
    weakest_.set(lane, weakest_of(intense_[lane])->key);
  }

  lanes<episode_memory::intense_events> intense_{};
  lane_columns<double> weakest_{episode{}.key};
  lane_columns<episode> last_;
};

}  // namespace iwm
