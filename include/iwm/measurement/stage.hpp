// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "iwm/core/random.hpp"
#include "iwm/interaction/event.hpp"
#include "iwm/interaction/temperament.hpp"

namespace iwm {

/// Where an instrument meets infants and a caregiver of each: copies that live on for the length of
/// the assessment and teach nobody. The instrument sees what a camera sees, and what a parent can say
/// of the infant's temperament. It cannot see a working model.
class stage {
 public:
  virtual ~stage() = default;
  /// Infants on the stage.
  virtual std::size_t size() const = 0;
  /// The next moment of every infant; both spans have `size()` members.
  virtual void play(std::span<const circumstance> now, std::span<event> seen) = 0;
  /// Draws of the instrument itself (situation, occasion, rater) for one infant.
  virtual draws draw(std::size_t infant, purpose why, std::uint64_t part = 0) const = 0;
  /// Everyday needs of the instrument's choice, from the same world the infant lives in.
  virtual circumstance everyday(std::size_t infant, std::uint64_t moment) const = 0;
  /// What the parent has seen of the infant over months.
  virtual temperament known(std::size_t infant) const = 0;
};

}  // namespace iwm
