// SPDX-License-Identifier: MIT
#pragma once

#include "iwm/population/registry.hpp"

#include <string>
#include <vector>

#include "commands/recorded_life.hpp"

namespace iwm::commands {

/// One sentence about a life, and the age at which it has become true.
struct dated_sentence {
  double age_months;
  std::string text;
};

/// A life in sentences, in order of age; each says only what a recorded row says. The registry
/// knows the full names of instruments.
std::vector<dated_sentence> story_of(const recorded_life& life, const registry& known);

/// What the models learned from one recorded age to another. A change is told once it has reached a
/// tenth; what is said of somebody, only where it is not what is felt.
std::vector<dated_sentence> lessons_of(const recorded_life& life);

}  // namespace iwm::commands
