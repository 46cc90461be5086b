// SPDX-License-Identifier: MIT
#pragma once

#include "iwm/caregiver/caregiver.hpp"
#include "iwm/life/lanes.hpp"
#include "iwm/life/meetings.hpp"
#include "iwm/life/moment.hpp"

#include <memory>

namespace iwm {

/// The caregivers of a block of families, one of each: the run-time seam of the caregiver's role.
class caregiver_block {
 public:
  virtual ~caregiver_block() = default;
  virtual std::unique_ptr<caregiver_block> clone() const = 0;
  /// Whether `adopt` has an effect.
  virtual bool follows() const = 0;
  /// Momentary traits of the families' caregivers; ignored by policies that do not follow traits.
  virtual void adopt(const lane_columns<care_traits>& momentary) = 0;
  /// The norm of the families' culture; ignored by policies that do not follow one.
  virtual void live_under(const norm& culture) = 0;
  /// Fills in `given` of the events of those infants who meet these caregivers, figure `self`.
  virtual void respond(std::size_t self, const meetings& with, event_lanes& seen,
                       const lane_draws& u) = 0;
};

template <caregiver_policy Caregiver>
class caregiver_block_of final : public caregiver_block {
 public:
  explicit caregiver_block_of(const Caregiver& policy)
      : policies_(policy), memories_(initial_memory(policy)) {}

  std::unique_ptr<caregiver_block> clone() const override {
    return std::make_unique<caregiver_block_of>(*this);
  }
  bool follows() const override { return follows_traits<Caregiver>; }
  void adopt([[maybe_unused]] const lane_columns<care_traits>& momentary) override {
    if constexpr (follows_traits<Caregiver>)
      for (std::size_t i = 0; i < block_size; ++i) {
        Caregiver policy = policies_.get(i);
        policy.adopt(momentary.get(i));
        policies_.set(i, policy);
      }
  }
  void live_under([[maybe_unused]] const norm& culture) override {
    if constexpr (follows_norm<Caregiver>)
      for (std::size_t i = 0; i < block_size; ++i) {
        Caregiver policy = policies_.get(i);
        policy.live_under(culture);
        policies_.set(i, policy);
      }
  }
  void respond(std::size_t self, const meetings& with, event_lanes& seen,
               const lane_draws& u) override {
    if (with.together()) return answer(seen, u);
    const auto memories = memories_;
    const auto given = seen.given;
    answer(seen, u);
    with.undo_others(memories_, memories, self);
    with.undo_others(seen.given, given, self);
  }

 private:
  [[gnu::noinline, gnu::flatten]] void answer(event_lanes& seen, const lane_draws& u) {
    for_each_lane(u, [&](std::size_t i, const draws& chance) {
      const circumstance now = seen.now.get(i);
      const Caregiver& policy = policies_.get(i);
      caregiver_memory<Caregiver> memory = memories_.get(i);
      const response given = iwm::respond(policy, memory, seen.shown.get(i), now, chance);
      seen.given.set(i, present(given, now));
      memories_.set(i, memory);
    });
  }

  lane_columns<Caregiver> policies_;
  lane_columns<caregiver_memory<Caregiver>> memories_;
};

}  // namespace iwm
