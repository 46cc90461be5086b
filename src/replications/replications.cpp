// SPDX-License-Identifier: MIT
#include "replications/replications.hpp"

#include "replications/active_inference.hpp"
#include "replications/attachment_games.hpp"
#include "replications/couple_dynamics.hpp"
#include "replications/degree_therapy.hpp"
#include "replications/mate_choice.hpp"
#include "replications/nash_reinforcement.hpp"
#include "replications/opioid_arousal.hpp"
#include "replications/prototype.hpp"
#include "replications/reactive_action_learning.hpp"
#include "replications/safe_range.hpp"
#include "replications/sensitive_period.hpp"
#include "replications/strong_attractors.hpp"
#include "scenario_check.hpp"

namespace iwm {

std::vector<replication_entry> replications() {
  return {replication_entry_of<attachment_games_replication>(),
          replication_entry_of<nash_reinforcement_replication>(),
          replication_entry_of<strong_attractors_replication>(),
          replication_entry_of<degree_therapy_replication>(),
          replication_entry_of<couple_dynamics_replication>(),
          replication_entry_of<mate_choice_replication>(),
          replication_entry_of<active_inference_replication>(),
          replication_entry_of<sensitive_period_replication>(),
          replication_entry_of<prototype_replication>(),
          replication_entry_of<safe_range_replication>(),
          replication_entry_of<reactive_action_learning_replication>(),
          replication_entry_of<opioid_arousal_replication>()};
}

replication_settings read_settings(const replication_entry& entry,
                                   const std::vector<std::string>& set,
                                   std::vector<problem>& problems) {
  const std::string file(entry.name);
  replication_settings read;
  const shape root = parameters_shape(entry.parameters);
  json document = json::object();
  std::vector<problem> found;
  for (const std::string& one : set) apply_override(document, root, one, file, found);
  check_shape(document, root, file, found);
  problems.insert(problems.end(), found.begin(), found.end());
  if (!found.empty()) return read;

  if (document.contains("seed")) {
    read.seed = document["seed"].is_number_float()
                    ? static_cast<std::uint64_t>(document["seed"].get<double>())
                    : document["seed"].get<std::uint64_t>();
    document.erase("seed");
  }
  for (const auto& [name, value] : document.items()) {
    read.settings.push_back(
        {name, value.is_boolean() ? (value.get<bool>() ? 1. : 0.) : value.get<double>()});
    if (name != repetitions_parameter) read.of = extent::one_condition;
  }
  return read;
}

}  // namespace iwm
