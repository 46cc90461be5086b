// SPDX-License-Identifier: MIT
#include "iwm/population/registry.hpp"

namespace iwm {

norm norm_of(const component& chosen, const registry& known) {
  norm culture = find(known.norms, chosen.name)->values;
  for_each_field(culture, [&](const auto& f, double& value) {
    for (const setting& s : chosen.settings)
      if (s.name == f.name) value = s.number;
  });
  return culture;
}

std::vector<setting> settings_of(const assessment_plan& plan, const registry& known) {
  std::vector<setting> all;
  const norm scored_by = norm_of(plan.scored_by, known);
  const instrument_entry& tool = *find(known.instruments, plan.instrument.name);
  if (scored_by != norm{})
    for_each_field(scored_by, [&](const auto& f, double value) {
      for (const parameter_info& p : tool.parameters)
        if (p.name == f.name) all.push_back({std::string(f.name), value});
    });
  all.insert(all.end(), plan.instrument.settings.begin(), plan.instrument.settings.end());
  return all;
}

std::string_view table_name_of(const assessment_plan& plan, const instrument_entry& tool) {
  return plan.as.empty() ? tool.table_name : std::string_view(plan.as);
}

}  // namespace iwm
