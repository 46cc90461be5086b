// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace iwm {

/// The table a variable is read from; `families` stands for the stratum and arm on every row.
enum class source { assessments, classifications, events, families };

/// One number per family, selected from the output tables: the value of the first row that fits,
/// missing where none does. An event variable keeps every row that fits.
///
/// Ages match within half a month up to 31 months, one month up to 80, six above.
struct variable {
  std::string name;
  source from = source::assessments;
  std::string person = "child";      ///< whose row: child, mother, father
  std::int64_t child = 1;            ///< which child of the family, in order of birth
  std::string partner;               ///< mother, father; empty: any
  std::string instrument;            ///< of assessments and classifications
  std::string scale;                 ///< of assessments
  std::string system;                ///< of classifications
  std::string kind;                  ///< of events
  std::string column;                ///< of events: quality...; of families: stratum or arm
  std::optional<double> age_months;  ///< the person's age; none: any
  std::optional<std::int64_t> episode;
  std::vector<std::string> is;       ///< names that count as 1; none: the position in `among`
  std::vector<std::string> among;    ///< all other names are missing; empty: all count
  std::vector<std::string> stratum;  ///< families of other strata are missing; empty: all
  std::vector<std::string> arm;      ///< families of other arms are missing; empty: all

  bool binary() const { return !is.empty(); }
  bool coded() const { return binary() || !among.empty(); }
};

/// The named statistics. Formulae are in evidence/statistics.hpp.
enum class statistic {
  constant,
  mean,
  proportion,
  variance_share,
  correlation,
  pooled_correlation,
  conditional_proportion,
  standardised_difference,
  standardised_difference_between,
  odds_ratio_d,
  kappa,
  difference,
  product,
  magnitude
};

/// What a statistic is computed from: one variable, two, pairs that are pooled, or other measures.
enum class operands { variable, pair, pairs, measure, measures };

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
    statistic_name{"proportion", statistic::proportion, operands::variable, content::binary},
    statistic_name{"variance_share", statistic::variance_share, operands::variable,
                   content::events},
    statistic_name{"correlation", statistic::correlation, operands::pair},
    statistic_name{"pooled_correlation", statistic::pooled_correlation, operands::pairs},
    statistic_name{"conditional_proportion", statistic::conditional_proportion, operands::pair,
                   content::binary, content::binary},
    statistic_name{"standardised_difference", statistic::standardised_difference, operands::pair,
                   content::number, content::binary},
    statistic_name{"standardised_difference_between", statistic::standardised_difference_between,
                   operands::pair},
    statistic_name{"odds_ratio_d", statistic::odds_ratio_d, operands::pair, content::binary,
                   content::binary},
    statistic_name{"kappa", statistic::kappa, operands::pair, content::coded, content::coded},
    statistic_name{"difference", statistic::difference, operands::measures},
    statistic_name{"product", statistic::product, operands::measures},
    statistic_name{"magnitude", statistic::magnitude, operands::measure}};

/// One statistic with its operands: variables by their position in `evidence::variables`, or
/// measures. Several pairs are pooled with `weights` (their sum is 1): correlations through
/// Fisher's z in `pooled_correlation`, joint tables in every other statistic.
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
