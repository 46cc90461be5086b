// SPDX-License-Identifier: MIT
#pragma once

namespace iwm {

/// What a person brings along to an interaction, 0 to 1. Data only: what follows from it is a theory's
/// affair. The first three do not change in a life; reflection is 0 in infancy.
struct temperament {
  double reactivity = 0.5;    ///< strength of arousal at a given need
  double soothability = 0.5;  ///< how readily care calms
  double sociability = 0.5;   ///< interest in people
  double reflection = 0;      ///< reflective capacity: to think about one's own and others' minds
};

}  // namespace iwm
