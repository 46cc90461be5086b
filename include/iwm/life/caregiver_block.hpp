// SPDX-License-Identifier: MIT
#pragma once

#include <memory>

#include "iwm/caregiver/caregiver.hpp"
#include "iwm/life/dyad.hpp"
#include "iwm/life/lanes.hpp"

namespace iwm {

/// The caregivers of a block of families, one of each: the run-time seam of the caregiver's role.
class caregiver_block {
 public:
  virtual ~caregiver_block() = default;
  virtual std::unique_ptr<caregiver_block> clone() const = 0;
  /// Whether `adopt` has an effect.
  virtual bool follows() const = 0;
  /// Momentary traits of the families' caregivers; ignored by policies that do not follow traits.
  virtual void adopt(const lanes<care_traits>& momentary) = 0;
  /// Fills in `given` of each event.
  virtual void respond(lanes<event>& seen, const lanes<draws>& u) = 0;
};

template <caregiver_policy Caregiver>
class caregiver_block_of final : public caregiver_block {
 public:
  explicit caregiver_block_of(const Caregiver& policy) {
    policies_.fill(policy);
    memories_.fill(initial_memory(policy));
  }
  std::unique_ptr<caregiver_block> clone() const override {
    return std::make_unique<caregiver_block_of>(*this);
  }
  bool follows() const override { return follows_traits<Caregiver>; }
  void adopt([[maybe_unused]] const lanes<care_traits>& momentary) override {
    if constexpr (follows_traits<Caregiver>)
      for (std::size_t i = 0; i < block_size; ++i) policies_[i].adopt(momentary[i]);
  }
  void respond(lanes<event>& seen, const lanes<draws>& u) override {
    for (std::size_t i = 0; i < block_size; ++i) {
      event& e = seen[i];
      e.given = present(iwm::respond(policies_[i], memories_[i], e.shown, e.now, u[i]), e.now);
    }
  }

 private:
  lanes<Caregiver> policies_;
  lanes<caregiver_memory<Caregiver>> memories_;
};

}  // namespace iwm
