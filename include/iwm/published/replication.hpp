// SPDX-License-Identifier: MIT
#pragma once

#include "iwm/core/fields.hpp"

#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

namespace iwm {

/// One figure of a replication: what the paper printed, what an independent program made from the
/// paper's equations, and what ours made. A figure that does not exist is NaN.
struct replicated_figure {
  static constexpr double none = std::numeric_limits<double>::quiet_NaN();

  std::string condition;  ///< as "q=0.4 a=1 b=1 c=0"
  std::string quantity;   ///< as "share of seek, last 10 episodes"
  double published = none, recomputed = none;
  double ours = none, standard_error = 0.;  ///< Monte Carlo error; 0 where nothing is drawn
  double lowest = none, highest = none;     ///< the range that the criterion asks of ours, if it asks

  bool is_asked() const { return lowest == lowest || highest == highest; }
  bool is_within() const { return !(ours < lowest) && !(ours > highest) && ours == ours; }
};

/// A paper's own procedure, run again:
///
/// - `R::name`, `R::summary`, `R::source` (citation with DOI where one is known).
/// - `R::parameters` with `fields()`, and the member `p`: one condition, and how often it is repeated.
/// - `table(seed) -> figures`: every figure that the paper, or our criterion, names; takes from `p` only
///   how often to repeat.
/// - `condition(seed) -> figures`: the same quantities for the condition that `p` describes.
///
/// Every draw is a function of the seed. Neither throws.
template <class R>
concept replication = has_fields<typename R::parameters> &&
                      requires(const R r, const std::uint64_t seed) {
                        { R::name } -> std::convertible_to<std::string_view>;
                        { R::summary } -> std::convertible_to<std::string_view>;
                        { R::source } -> std::convertible_to<std::string_view>;
                        { r.p } -> std::convertible_to<typename R::parameters>;
                        { r.table(seed) } -> std::same_as<std::vector<replicated_figure>>;
                        { r.condition(seed) } -> std::same_as<std::vector<replicated_figure>>;
                      };

}  // namespace iwm
