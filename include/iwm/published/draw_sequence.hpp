// SPDX-License-Identifier: MIT
#pragma once

#include "iwm/core/random.hpp"

#include <cstddef>
#include <cstdint>

namespace iwm::published {

/// The uniforms of one event of a published procedure, one after the other: number n is
/// `key.draw(event, purpose::procedure, n / 8)[n % 8]`.
class draw_sequence {
 public:
  draw_sequence(const draw_key& key, std::uint64_t event) : key_(key), event_(event) {}

  double next() {
    if (used_ == 8) {
      now_ = key_.draw(event_, purpose::procedure, part_++);
      used_ = 0;
    }
    return now_[used_++];
  }

  /// A whole number from 0 to below `count`.
  std::size_t below(std::size_t count) {
    return static_cast<std::size_t>(next() * static_cast<double>(count));
  }

 private:
  draw_key key_;
  std::uint64_t event_, part_ = 0;
  std::size_t used_ = 8;
  draws now_{};
};

}  // namespace iwm::published
