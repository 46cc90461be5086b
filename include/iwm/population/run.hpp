// SPDX-License-Identifier: MIT
#pragma once

#include "iwm/core/error.hpp"
#include "iwm/output/tables.hpp"
#include "iwm/population/registry.hpp"
#include "iwm/population/scenario.hpp"

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

namespace iwm {

/// How a run is done; none of it changes a byte of the result.
struct run_options {
  unsigned threads = 1;
  /// Called by the writer after each block with families done and families in all, or after each
  /// season with seasons done and seasons expected; return false to stop.
  std::function<bool(std::uint64_t done, std::uint64_t all)> progress{};
};

/// Everything about a plan that `run` would refuse: unknown names and settings, values out of
/// range, tables that cannot be read, an empty population.
std::vector<problem> problems_of(const scenario& plan, const registry& known);

/// Simulates the families of `plan` and hands their rows to the sinks in the order of the families.
/// Returns false when `progress` asked to stop. Throws input_error with `problems_of(plan, known)`
/// when there are any.
bool run(const scenario& plan, const registry& known, std::span<sink* const> sinks,
         const run_options& options = {});

/// The same for the arms of a study, one after the other, with the same sinks.
bool run(std::span<const scenario> arms, const registry& known, std::span<sink* const> sinks,
         const run_options& options = {});

/// The shape of a run's diary: of all families if the plan asks for more.
diary_shape diary_of(const scenario& plan);

/// Interaction events that a run lives through, without those of instruments. Of whole lives: those of the
/// children of the first generation, without therapy, had they always somebody to turn to.
std::uint64_t count_events(const scenario& plan);

}  // namespace iwm
