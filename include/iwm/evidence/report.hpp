// SPDX-License-Identifier: MIT
#pragma once

#include "iwm/evidence/result.hpp"

#include <cstddef>
#include <span>
#include <string>

namespace iwm {

/// The results as text by area: how many gating targets are hit, then for each target published and
/// simulated value, Monte Carlo error, band, hit or miss with its reason, and the start of the
/// claim; last what is not yet measured. A * marks a target that does not count.
std::string validation_table(std::span<const target_result> results);

/// One line per measured target, `width` characters in all: its band in the middle half of a scale
/// of its own, the published value as |, the simulated one as o, or < and > beyond the scale. An
/// ordering passes to the right of its bar.
std::string validation_plot(std::span<const target_result> results, std::size_t width);

/// validation.json: {"schema", "targets": [...], "summary": {"areas": [...], "all": {...}}}. What
/// is unknown is null.
std::string validation_json(std::span<const target_result> results);

/// validation.csv: the targets of validation.json, the band in two columns, unknown = empty.
std::string validation_csv(std::span<const target_result> results);

/// validation.svg: bands as bars, published values as ticks, simulated values as dots with whiskers
/// of two standard errors, on the natural scale of shares, correlations and differences.
std::string validation_svg(std::span<const target_result> results);

}  // namespace iwm
