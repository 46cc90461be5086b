// SPDX-License-Identifier: MIT
#pragma once

#include "iwm/life/lanes.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>

namespace iwm {

/// Who meets whom at one tick: for each infant of a block the number of a figure, or nobody; and
/// the weight of that figure for the general model. Data, so that lives of any shape run in blocks.
class meetings {
 public:
  static constexpr std::uint64_t nobody = ~std::uint64_t{0};

  /// All with the same figure.
  meetings(std::size_t figure, double hierarchy = 1) : together_(true), hierarchy_(hierarchy) {
    figures_.fill(figure);
  }
  meetings(const lanes<std::uint64_t>& figures, const lane_columns<double>& hierarchy)
      : figures_(figures),
        together_(std::ranges::all_of(figures, [&](auto f) { return f == figures[0]; }) &&
                  figures[0] != nobody),
        hierarchy_(hierarchy) {}

  std::uint64_t operator[](std::size_t lane) const { return figures_[lane]; }
  /// Whether all lanes meet one figure: the first one's.
  bool together() const { return together_; }
  const lane_columns<double>& hierarchy() const { return hierarchy_; }

  /// Of each lane the value that belongs to its figure; where nobody is met, that of figure 0.
  template <class T>
  lane_columns<T> pick(std::span<const lane_columns<T>> of_figures) const {
    lane_columns<T> picked;
    for (std::size_t i = 0; i < block_size; ++i)
      picked.set(i, of_figures[figures_[i] == nobody ? 0 : figures_[i]].get(i));
    return picked;
  }
  /// Puts back what was picked and changed; lanes that meet nobody are left out.
  template <class T>
  void put_back(std::span<lane_columns<T>> of_figures, const lane_columns<T>& picked) const {
    for (std::size_t i = 0; i < block_size; ++i)
      if (figures_[i] != nobody) of_figures[figures_[i]].set(i, picked.get(i));
  }
  /// Gives lanes that meet nobody (or, with `figure`, anybody else) their value of before.
  template <class T>
  void undo_others(lane_columns<T>& now, const lane_columns<T>& before) const {
    for (std::size_t i = 0; i < block_size; ++i)
      if (figures_[i] == nobody) now.set(i, before.get(i));
  }
  template <class T>
  void undo_others(lane_columns<T>& now, const lane_columns<T>& before, std::size_t figure) const {
    for (std::size_t i = 0; i < block_size; ++i)
      if (figures_[i] != figure) now.set(i, before.get(i));
  }

 private:
  lanes<std::uint64_t> figures_{};
  bool together_;
  lane_columns<double> hierarchy_;
};

}  // namespace iwm
