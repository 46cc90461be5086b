// SPDX-License-Identifier: MIT
#pragma once

#include "iwm/evidence/measure.hpp"
#include "iwm/evidence/variable.hpp"

#include <array>
#include <filesystem>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace iwm {

/// A published finding and how it is looked for in simulated tables.
struct target {
  std::string id, area, protocol, claim, population;
  std::string estimator;                      ///< the statistic in words
  std::string rule;                           ///< an ordering in words
  std::optional<double> value;                ///< as published; none for an ordering
  std::optional<std::array<double, 2>> ci;    ///< 95% interval, where one was published
  std::optional<std::array<double, 2>> band;  ///< a simulated value inside passes, bounds included
  std::string band_basis;
  bool gating = true;  ///< counts in the share of targets passed
  std::string citation, doi, notes;
  bool doi_verified = false;

  std::optional<measure> statistic;  ///< of a target with a band
  std::vector<comparison> ordering;  ///< of a target without one; every one must hold

  bool measurable() const { return statistic.has_value() || !ordering.empty(); }
};

/// A simulated study: what its targets take for granted about the mixture of families.
struct study_protocol {
  std::string name, summary, unit;
  std::size_t default_n = 0;                           ///< units per arm
  std::vector<std::pair<std::string, double>> strata;  ///< reference weights, sum 1; may be empty
  double strata_tolerance = 0.03;  ///< shares within it of the reference are taken as they are
  std::vector<std::string> strata_arms;  ///< only these are held to the reference; empty: all
};

/// The contents of an evidence file.
struct evidence {
  std::vector<study_protocol> protocols;
  std::vector<variable> variables;
  std::vector<target> targets;

  /// The protocol of that name, or none.
  const study_protocol* protocol(std::string_view name) const {
    for (const study_protocol& known : protocols)
      if (known.name == name) return &known;
    return nullptr;
  }
};

/// Positions of the variables that a measure or target is computed from, with repetitions.
std::vector<std::size_t> variables_of(const measure& what);
std::vector<std::size_t> variables_of(const target& finding);

/// Reads an evidence file (docs/evidence.md). Throws input_error with everything that is wrong with
/// it at once: file missing or not JSON, unknown key, statistic, variable or protocol, wrong type.
evidence read_evidence(const std::filesystem::path& file);

}  // namespace iwm
