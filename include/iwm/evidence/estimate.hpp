// SPDX-License-Identifier: MIT
#pragma once

#include "iwm/evidence/statistics.hpp"
#include "iwm/evidence/target.hpp"

#include <algorithm>
#include <cmath>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace iwm {

/// The coded events of one variable with one caregiver of one family.
struct caregiver_events {
  std::size_t family = 0;
  std::uint64_t caregiver = 0;
  statistics::moments of;
};

/// What the tables of one run say about the variables of an evidence file, in order of families.
/// Columns of variables that nobody asked for are empty.
struct sample {
  std::vector<std::vector<double>> columns;           ///< [variable][family]
  std::vector<std::vector<caregiver_events>> events;  ///< [variable]
  std::vector<bool> arrived;  ///< [variable]: rows of its instrument or kind of event came at all
  std::vector<std::string> strata, arms;
  std::vector<std::size_t> stratum;  ///< [family]: position in `strata`
  std::vector<std::size_t> arm;      ///< [family]: position in `arms`

  std::size_t families() const { return stratum.size(); }
};

/// The weight of each family. All are 1 if the protocol names no strata or if the run's shares are
/// within its tolerance of the reference; otherwise reference share / share in the run. Families
/// outside the arms that the protocol holds to the reference count 1 and enter no share.
std::vector<double> strata_weights(const sample& seen, const study_protocol& reference);

/// The value of a measure; NaN if undefined.
double evaluate(const measure& what, const sample& seen, std::span<const double> weights);

struct estimate {
  double value, standard_error;
};

inline constexpr std::size_t jackknife_groups = 100;

/// A statistic of weights per family, with its Monte Carlo standard error by the delete-a-group
/// jackknife over families, group = position modulo G: SE^2 = (G - 1)/G * sum (t_g - mean t)^2,
/// t_g being the statistic without group g. Deterministic. The error is NaN with fewer than two
/// families or where a t_g is undefined. Kott (2001), Journal of Official Statistics 17:521-526.
template <std::invocable<std::span<const double>> Statistic>
estimate jackknife(Statistic&& statistic, std::span<const double> weights,
                   std::size_t groups = jackknife_groups) {
  groups = std::min(groups, weights.size());
  std::vector<double> kept(weights.begin(), weights.end()), without(groups);
  const double value = statistic(std::span<const double>(kept));
  if (groups < 2) return {value, statistics::undefined};
  double sum = 0, squares = 0;
  for (std::size_t g = 0; g < groups; ++g) {
    for (std::size_t i = g; i < kept.size(); i += groups) kept[i] = 0;
    without[g] = statistic(std::span<const double>(kept));
    for (std::size_t i = g; i < kept.size(); i += groups) kept[i] = weights[i];
    sum += without[g];
  }
  const double count = static_cast<double>(groups);
  for (const double t : without) squares += (t - sum / count) * (t - sum / count);
  return {value, std::sqrt((count - 1) / count * squares)};
}

}  // namespace iwm
