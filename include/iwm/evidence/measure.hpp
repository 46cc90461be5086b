// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>
#include <string_view>
#include <vector>

namespace iwm {

/// The named statistics. Formulae are in evidence/statistics.hpp and evidence/tetrachoric.hpp.
enum class statistic {
  constant,
  mean,
  deviation,
  proportion,
  variance_share,
  correlation,
  pooled_correlation,
  composite_correlation,
  tetrachoric,
  conditional_proportion,
  mean_difference,
  standardised_difference,
  standardised_difference_between,
  odds_ratio_d,
  odds_ratio_d_between,
  kappa,
  sum,
  difference,
  product,
  ratio,
  magnitude,
  median,
  largest
};

/// What a statistic is computed from: one variable, two, pairs that are pooled, one variable and
/// several others, or measures: one, two, three or any number.
enum class operands {
  variable,
  pair,
  pairs,
  composite,
  measure,
  two_measures,
  three_measures,
  measures
};

/// What a variable must be: a number (anything but events), 0 or 1, a class with a code, events.
enum class content { number, binary, coded, events };

/// How a statistic is written in an evidence file, and what its variables must be.
struct statistic_name {
  std::string_view name;
  statistic kind;
  operands takes;
  content first = content::number, second = content::number;
};

inline constexpr std::array statistic_names{
    statistic_name{"mean", statistic::mean, operands::variable},
    statistic_name{"deviation", statistic::deviation, operands::variable},
    statistic_name{"proportion", statistic::proportion, operands::variable, content::binary},
    statistic_name{"variance_share", statistic::variance_share, operands::variable,
                   content::events},
    statistic_name{"correlation", statistic::correlation, operands::pair},
    statistic_name{"pooled_correlation", statistic::pooled_correlation, operands::pairs},
    statistic_name{"composite_correlation", statistic::composite_correlation, operands::composite},
    statistic_name{"tetrachoric", statistic::tetrachoric, operands::pair, content::binary,
                   content::binary},
    statistic_name{"conditional_proportion", statistic::conditional_proportion, operands::pair,
                   content::binary, content::binary},
    statistic_name{"mean_difference", statistic::mean_difference, operands::pair, content::number,
                   content::binary},
    statistic_name{"standardised_difference", statistic::standardised_difference, operands::pair,
                   content::number, content::binary},
    statistic_name{"standardised_difference_between", statistic::standardised_difference_between,
                   operands::pair},
    statistic_name{"odds_ratio_d", statistic::odds_ratio_d, operands::pair, content::binary,
                   content::binary},
    statistic_name{"odds_ratio_d_between", statistic::odds_ratio_d_between, operands::two_measures},
    statistic_name{"kappa", statistic::kappa, operands::pair, content::coded, content::coded},
    statistic_name{"sum", statistic::sum, operands::two_measures},
    statistic_name{"difference", statistic::difference, operands::two_measures},
    statistic_name{"product", statistic::product, operands::two_measures},
    statistic_name{"ratio", statistic::ratio, operands::three_measures},
    statistic_name{"magnitude", statistic::magnitude, operands::measure},
    statistic_name{"median", statistic::median, operands::measures},
    statistic_name{"largest", statistic::largest, operands::measures}};

/// One statistic with its operands: variables by their position in `evidence::variables`, or
/// measures. Several pairs are pooled with `weights` (their sum is 1): correlations through
/// Fisher's z in `pooled_correlation`, joint tables in every other statistic. The pairs of a
/// composite are its first variable with each of the others.
struct measure {
  statistic kind = statistic::constant;
  double constant = 0;
  std::vector<std::array<std::size_t, 2>> pairs;
  std::vector<double> weights;
  std::vector<measure> parts;
};

/// Holds when greater - than - margin exceeds two standard errors.
struct comparison {
  measure greater, than;
  double margin = 0;
};

}  // namespace iwm
