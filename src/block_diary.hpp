// SPDX-License-Identifier: MIT
#pragma once

#include "iwm/life/lanes.hpp"
#include "iwm/output/tables.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

namespace iwm {

/// A block's part of the diary. Events come tick by tick, all lanes of a number side by side, and
/// are kept family by family; a few ticks at a time change places, so that they stay in the cache.
class block_diary {
 public:
  block_diary(const diary_shape& whole, std::uint64_t first_family);

  /// One tick, in which all infants of the block met `figure`.
  void note(const event_lanes& seen, std::size_t figure);

  /// Of all ticks, once they are noted; `values` live as long as this.
  diary_rows rows() const;

 private:
  void change_places();

  diary_shape whole_;
  std::uint64_t first_family_;
  std::size_t families_;
  std::vector<std::size_t> places_;
  std::size_t ticks_in_tile_ = 0, noted_ = 0, kept_ = 0;
  std::vector<lanes<double>> tile_;
  std::unique_ptr<double[]> values_;
};

}  // namespace iwm
