// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "commands/recorded_life.hpp"

namespace iwm::commands {

/// One recorded fact of a life, ready to plot: birth, sibling, figure, couple, child, event,
/// quarrel, class, score or model; with whom; what of it; how much.
struct life_fact {
  double age_months;
  std::string who, kind, what, value;
};

/// All facts of a life in order of age.
std::vector<life_fact> facts_of(const recorded_life& life);

/// age_months,who,kind,what,value with a header.
std::string as_csv(const std::vector<life_fact>& facts);

/// The kinds of events that are moves in a couple's quarrel.
bool is_quarrel(const event_row& event);
/// What a recording at home has seen, not a life event.
bool is_recording(const event_row& event);

}  // namespace iwm::commands
