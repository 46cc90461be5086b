// SPDX-License-Identifier: MIT
#include "block_diary.hpp"

#include "iwm/population/diary.hpp"

#include <algorithm>

namespace iwm {
namespace {

std::size_t families_from(std::uint64_t first, std::uint64_t all) {
  return first > all ? 0 : std::min<std::uint64_t>(block_size, all - first + 1);
}

}  // namespace

block_diary::block_diary(const diary_shape& whole, std::uint64_t first_family)
    : whole_(whole),
      first_family_(first_family),
      families_(families_from(first_family, whole.families)) {
  if (families_ == 0) return;
  for (const std::string& name : whole.columns) places_.push_back(find_diary_column(name)->place);
  constexpr std::size_t numbers_in_tile = 64;
  ticks_in_tile_ = std::max<std::size_t>(1, numbers_in_tile / places_.size());
  tile_.resize(ticks_in_tile_ * places_.size());
  values_.reset(new double[families_ * whole.events * places_.size()]);
}

void block_diary::note(const event_lanes& seen, std::size_t figure) {
  if (families_ == 0) return;
  lanes<double>* to = &tile_[(noted_ - kept_) * places_.size()];
  for (const std::size_t place : places_) {
    if (place == diary_figure)
      to->fill(static_cast<double>(figure));
    else
      *to = seen.column(place);
    ++to;
  }
  ++noted_;
  if (noted_ - kept_ == ticks_in_tile_ || noted_ == whole_.events) change_places();
}

void block_diary::change_places() {
  const std::size_t numbers = (noted_ - kept_) * places_.size();
  const std::size_t of_a_family = whole_.events * places_.size();
  constexpr std::size_t in_a_cache_line = 8;
  for (std::size_t first = 0; first < families_; first += in_a_cache_line) {
    const std::size_t end = std::min(families_, first + in_a_cache_line);
    double* to = &values_[first * of_a_family + kept_ * places_.size()];
    for (std::size_t n = 0; n < numbers; ++n)
      for (std::size_t lane = first; lane < end; ++lane)
        to[(lane - first) * of_a_family + n] = tile_[n][lane];
  }
  kept_ = noted_;
}

diary_rows block_diary::rows() const {
  return {whole_,
          first_family_,
          families_,
          {values_.get(), families_ * whole_.events * places_.size()}};
}

}  // namespace iwm
