// SPDX-License-Identifier: MIT
#pragma once

namespace iwm {

/// What an infant brings along, 0 to 1; constant in a run. Data only: what follows from it is a theory's affair.
struct temperament {
  double reactivity = 0.5;    ///< strength of arousal at a given need
  double soothability = 0.5;  ///< how readily care calms
  double sociability = 0.5;   ///< interest in people
};

}  // namespace iwm
