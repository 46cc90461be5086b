// SPDX-License-Identifier: MIT
#pragma once

#include <span>

namespace iwm {

/// Whether numbers form one group or two.
struct two_groups {
  double lower = 0, upper = 0;  ///< means of the two components
  double share = 0;             ///< weight of the lower
  double spread = 0;            ///< common standard deviation
  /// BIC of one Gaussian less BIC of two of equal spread, per number: above 0 where two describe
  /// the numbers better. Spreads are at least `grain`, so that equal numbers do not count as
  /// groups.
  double evidence = 0;
  bool are_two =
      false;  ///< evidence above 0 and means apart by more than two spreads, where two peaks begin
};

/// By expectation-maximisation from the split at each tenth; the most likely end is kept. Gaussian
/// components of equal spread have two peaks just if their means lie more than two spreads apart
/// (for equal shares).
two_groups split_in_two(std::span<const double> numbers, double grain);

}  // namespace iwm
