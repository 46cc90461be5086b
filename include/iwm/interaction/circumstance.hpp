// SPDX-License-Identifier: MIT
#pragma once

#include <array>

namespace iwm {

/// What an infant may need. The kind is carried as a number so that events can lie in arrays.
enum class need_kind { hunger, fear, discomfort, closeness };

/// How distress is signalled: openly, muted or exaggerated. Visible to anybody who watches.
enum class manner { direct, minimise, maximise };

/// The moment in which infant and caregiver meet: everything about it that the infant did not do.
///
/// Everyday events have a need and last a whole event; the moments of a laboratory procedure have an
/// alarm level that arousal moves towards and last a part of one.
struct circumstance {
  double kind = 0;         ///< a `need_kind`
  double need = 0;         ///< intensity of the need, 0 to 1
  double alarm = 0;        ///< arousal that place, stranger and separation call for, 0 to 1
  double pace = 0;         ///< share of the way to the alarm level covered in this moment, 0 to 1
  double separation = 0;   ///< 1 while the figure is away
  double carried = 1;      ///< share of the arousal of the moment before that is still there
  double duration = 1;     ///< length of the moment in whole everyday events
  double age = 0;          ///< years
  double frightened = 0;   ///< 1 when the figure frightened the infant in the moment before
  double previous = -1;    ///< the `manner` of the moment before, -1 at a beginning
  double persistence = 0;  ///< probability that the manner of the moment before is kept
  std::array<double, 3> mood{};  ///< tilt of direct, minimise, maximise on this occasion
};

}  // namespace iwm
