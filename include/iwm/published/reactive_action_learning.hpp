// SPDX-License-Identifier: MIT
#pragma once

#include "iwm/core/real.hpp"

namespace iwm::published {

/// Goal switching and the learning of a safe range after Petters (2004, AAAI Spring Symposium;
/// 2006, PhD thesis, University of Birmingham; 2006, Proc. 7th ICCM, 226-231): A RECONSTRUCTION.
/// The architectures are his, as others describe them; the equations are own design, since none is
/// available.
///
///   anxiety = max(0, distance - R),  signal = anxiety,  the carer answers when signal > threshold
///   after an episode   R += rate (R_max [prompt] - R)
struct safe_range_learning {
  double rate = 0.1;    ///< share of the way that one episode moves the range
  double widest = 1;    ///< R_max, the size of the room
  double patience = 3;  ///< steps within which an answer is prompt

  double anxiety(double distance, double range) const { return max(0., distance - range); }
  double adapted(double range, bool good) const {
    return range + rate * (select(good, widest, 0.) - range);
  }
};

/// Two goals in competition over one infant: exploration rises near a toy, security while it is
/// farther from the carer than its range; the stronger one moves it.
struct goal_switching {
  double toy = 1;          ///< distance of the toy from the carer
  double range = 0.3;      ///< safe range
  double eagerness = 0.2;  ///< exploration far from the toy
  double attraction = 1;   ///< what nearness of the toy adds
  double worry = 0.1;      ///< rise of security a step and unit of distance beyond the range
  double comfort = 0.1;    ///< fall of security a step within the range
  double speed = 0.1;      ///< per step

  struct state {
    double distance = 0;  ///< from the carer
    double security = 0;  ///< activation
    bool seeks_carer = false;
    bool operator==(const state&) const = default;
  };
  double exploration(double distance) const {
    return eagerness + attraction * max(0., 1. - abs(toy - distance));
  }
  /// One step; `noise` is added to the activation of security in the competition.
  state step(const state& s, double noise) const {
    const bool seeks = s.security + noise > exploration(s.distance);
    const double distance = seeks ? max(0., s.distance - speed) : min(toy, s.distance + speed);
    const double beyond = distance - range;
    return {distance, max(0., s.security + select(beyond > 0., worry * beyond, -comfort)), seeks};
  }
};

/// The avoid-pain goal: rejection feeds it, and it and security inhibit each other.
struct pain_avoidance {
  double rate = 0.05;
  double adapted(double pain, double rejection) const { return pain + rate * (rejection - pain); }
  /// Whether avoiding the carer wins over going to it.
  bool avoids(double pain, double security) const { return pain > security; }
};

}  // namespace iwm::published
