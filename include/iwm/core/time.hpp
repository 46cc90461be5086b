// SPDX-License-Identifier: MIT
#pragma once

namespace iwm {

/// Mean lengths in the Julian calendar. Simulated time is counted in days; ages are reported in
/// months or years.
inline constexpr double days_per_year = 365.25;
inline constexpr double days_per_month = days_per_year / 12.;

/// Days as months.
constexpr double months(double days) { return days / days_per_month; }

/// Days as years.
constexpr double years(double days) { return days / days_per_year; }

/// Months as days: days_from_months(months(d)) is d up to rounding.
constexpr double days_from_months(double months) { return months * days_per_month; }

/// Years as days.
constexpr double days_from_years(double years) { return years * days_per_year; }

}  // namespace iwm
