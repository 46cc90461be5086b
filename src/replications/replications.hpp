// SPDX-License-Identifier: MIT
#pragma once

#include "iwm/population/registry.hpp"
#include "iwm/published/replication.hpp"

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace iwm {

/// What a replication computes: the whole table of the paper, or the one condition that is set.
enum class extent { whole_table, one_condition };

/// A replication as the program knows it. `run` has checked settings.
struct replication_entry {
  std::string_view name, summary, source;
  std::vector<parameter_info> parameters;
  std::function<std::vector<replicated_figure>(std::span<const setting>, std::uint64_t seed,
                                               extent)>
      run;
};

/// The parameter that changes how often a condition is repeated, not which; it may be absent.
inline constexpr std::string_view repetitions_parameter = "repetitions";

template <replication R>
replication_entry replication_entry_of() {
  return {R::name, R::summary, R::source, detail::describe<typename R::parameters>(),
          [](std::span<const setting> settings, std::uint64_t seed, extent of) {
            const R made = detail::configured<R>(settings);
            return of == extent::whole_table ? made.table(seed) : made.condition(seed);
          }};
}

/// Every replication of a published model, in the order of the reference.
std::vector<replication_entry> replications();

/// The command line's "/name=value" for one replication, checked against its ranges. What is wrong
/// is added to `problems`, which then name `entry`.
struct replication_settings {
  std::vector<setting> settings{};
  std::uint64_t seed = 1;
  extent of = extent::whole_table;
};
replication_settings read_settings(const replication_entry& entry,
                                   const std::vector<std::string>& set,
                                   std::vector<problem>& problems);

/// A figure and the model it belongs to.
struct model_figure : replicated_figure {
  std::string_view model;
};

/// Aligned columns to read; `within` is yes, NO, or blank where no range is asked for.
std::string replications_table(std::span<const model_figure> figures);

/// One row a figure: model, condition, quantity, published, recomputed, ours, standard_error,
/// within_tolerance. What does not exist is empty in CSV, null in JSON.
std::string replications_csv(std::span<const model_figure> figures);
std::string replications_json(std::span<const model_figure> figures);

}  // namespace iwm
