// SPDX-License-Identifier: MIT
#pragma once

#include "iwm/core/real.hpp"

namespace iwm {

/// What the caregiver does in answer, or unasked. 0 or 1 unless a range is given.
struct response {
  double came = 0;       ///< noticed and answered
  double fit = 0;        ///< how well the care met the need, 0 to 1
  double delay = 0;      ///< minutes until the answer (scaled: 1 is long for an infant)
  double welcome = 0;    ///< answered with warmth
  double rejection = 0;  ///< answered with a rebuff
  double fright = 0;     ///< frightening or frightened behaviour
  double intrusion = 0;  ///< interfered with what the infant was doing
};

/// Value of a prompt answer: exp(-0.8 delay), 1 at once and .45 after one (scaled) minute.
/// The rate is that of the reference model, section 4 (own choice).
inline double promptness(double delay) { return exp(-0.8 * delay); }

/// Quality of a response to distress, 0 to 1: answered, warm, fitting and prompt.
inline double quality(const response& given) {
  return given.came * given.welcome * given.fit * promptness(given.delay);
}

}  // namespace iwm
