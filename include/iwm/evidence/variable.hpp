// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace iwm {

/// The table a variable is read from; `families` stands for the stratum and arm on every row,
/// `variables` for other variables of the same family.
enum class source { assessments, classifications, events, relationships, families, variables };

/// How a variable is made of two others: their mean, the first minus the second, or whether they
/// are unlike. A missing one makes it missing.
enum class composition { mean, difference, unlike };

/// One number per family, selected from the output tables; missing where no row fits. It is the
/// value of the first row that fits, or of the `occasion`-th; with `between_months` the mean of
/// all; with `any_of` whether there is one. An event variable with a column keeps every row.
///
/// The rows of a `child` count for the household it was born in, wherever it lives; those of others
/// for the household on the row. Ages match within half a month up to 31 months, one month up to
/// 80, six above.
struct variable {
  std::string name;
  source from = source::assessments;
  std::string person = "child";      ///< whose row: child, mother, father, wife, husband
  std::int64_t child = 1;            ///< which child of the family, in order of birth
  std::string partner;               ///< one of these, sibling or partner; empty: any
  std::string instrument;            ///< of assessments and classifications
  std::string scale;                 ///< of assessments
  std::string system;                ///< of classifications
  std::string kind;                  ///< of events and relationships
  std::string column;                ///< of events: quality...; of families: stratum or arm
  std::vector<std::string> any_of;   ///< kinds of events: 1 if there is one, 0 if there is none
  std::optional<double> age_months;  ///< the person's age; none: any
  std::optional<double> tolerance_months;  ///< in place of the usual one
  std::optional<std::array<double, 2>> between_months;
  std::optional<std::size_t> same_age_as;  ///< age of the row that another variable has taken
  std::int64_t occasion = 1;
  std::optional<std::int64_t> episode;
  std::vector<std::string> is;           ///< names that count as 1; none: the position in `among`
  std::vector<std::string> among;        ///< all other names are missing; empty: all count
  std::vector<std::string> stratum;      ///< families of other strata are missing; empty: all
  std::vector<std::string> arm;          ///< families of other arms are missing; empty: all
  std::vector<std::int64_t> generation;  ///< persons of other generations do not count; empty: all
  std::vector<std::size_t> of;           ///< the two variables it is made of, earlier in the file
  composition as = composition::mean;

  bool binary() const {
    return !is.empty() || !any_of.empty() || (!of.empty() && as == composition::unlike);
  }
  bool coded() const { return binary() || !among.empty(); }

  /// Whether a row keeps all that fit, for a statistic of events.
  bool keeps_events() const { return from == source::events && any_of.empty(); }

  /// Whether `age` is within the tolerance of `nominal`.
  bool near(double nominal, double age) const {
    const double usual = nominal <= 31 ? .5 : nominal <= 80 ? 1. : 6.;
    return std::abs(age - nominal) <= tolerance_months.value_or(usual);
  }

  bool fits_age(double age) const {
    if (between_months) return (*between_months)[0] <= age && age <= (*between_months)[1];
    return !age_months || near(*age_months, age);
  }
};

}  // namespace iwm
