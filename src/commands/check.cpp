// SPDX-License-Identifier: MIT
#include "iwm/core/fields.hpp"
#include "iwm/population/run.hpp"
#include "iwm/scenario/scenario_json.hpp"

#include <iostream>

#include "commands/commands.hpp"
#include "commands/console.hpp"
#include <nlohmann/json.hpp>

namespace iwm::commands {

int check(const check_arguments& given, const registry& known) {
  const study all = read_study(given.scenario, known, given.set);
  const scenario& plan = all.whole;
  if (given.json)
    std::cout << nlohmann::ordered_json{{"valid", true},
                                        {"scenario",
                                         nlohmann::ordered_json::parse(to_json_text(plan, known))}}
                     .dump(2)
              << '\n';
  else
    std::cout << given.scenario << " is right: " << grouped(plan.families) << " families, "
              << to_text(plan.months) << " months, theory " << plan.theory.name << ", "
              << grouped(count_events(plan)) << " interactions"
              << (plan.lives.generations > 0 ? " of the first children\n" : "\n");
  return 0;
}

}  // namespace iwm::commands
