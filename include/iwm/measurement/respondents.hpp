// SPDX-License-Identifier: MIT
#pragma once

#include "iwm/core/random.hpp"
#include "iwm/working_model/episodes.hpp"
#include "iwm/working_model/expectations.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace iwm {

/// What a person can say about somebody, or about close people in general: what they claim, how they
/// usually turn to them, and what comes to mind. All of it is for an instrument to ask for; what is
/// felt without words (the implicit store) is not here.
struct account {
  expectations claimed{};           ///< the declared store
  strategy_values habit{};          ///< turning to them openly, muted, exaggerated
  std::vector<episode> episodes{};  ///< single events; at most nine, none in general
};

/// Where an interview or a questionnaire meets people. Answering changes nobody.
class respondents {
 public:
  virtual ~respondents() = default;
  virtual std::size_t size() const = 0;
  /// The relationship that is asked about; nothing where the person has no such relationship or is
  /// not to be asked. For an instrument about no particular relationship the general account.
  virtual std::optional<account> about(std::size_t person) const = 0;
  /// Close people in general.
  virtual account in_general(std::size_t person) const = 0;
  /// Mother and father of childhood, as far as there were any.
  virtual std::array<std::optional<account>, 2> childhood(std::size_t person) const = 0;
  /// Reflective capacity, 0 to 1, as it shows in the way of speaking.
  virtual double reflection(std::size_t person) const = 0;
  /// How likely the person loses the thread when asked about loss or fright, 0 to 1.
  virtual double unsettled(std::size_t person) const = 0;
  /// Strain of the day, 0 to 1, which colours answers.
  virtual double strain(std::size_t person) const = 0;
  /// Draws of this occasion: probes, items, coders.
  virtual draws draw(std::size_t person, purpose why, std::uint64_t part = 0) const = 0;
  /// Draws that are the person's own on every occasion: how one fills in forms.
  virtual draws habitual(std::size_t person, std::uint64_t part = 0) const = 0;
  /// The same for forms about the relationship asked about, each relationship its own.
  virtual draws habitual_about(std::size_t person, std::uint64_t part = 0) const = 0;
};

}  // namespace iwm
