// SPDX-License-Identifier: MIT
#pragma once

namespace iwm {

/// What the infant shows in one moment. Intensities from 0 to 1.
struct signal {
  double display = 0;      ///< distress shown: crying, fussing, calling
  double proximity = 0;    ///< approaches, reaches for the figure
  double contact = 0;      ///< holds on once there
  double resistance = 0;   ///< angry, pushes away what it seeks
  double avoidance = 0;    ///< turns, looks or moves away from the figure
  double exploration = 0;  ///< attends to toys and surroundings
  double conflict = 0;     ///< 1 when it freezes or contradicts itself
  double manner = 0;       ///< a `manner`: openly, muted, exaggerated
};

}  // namespace iwm
