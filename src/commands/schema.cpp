// SPDX-License-Identifier: MIT
#include "iwm/scenario/json_schema.hpp"

#include "commands/commands.hpp"

#include <iostream>

namespace iwm::commands {

int schema(const registry& known) {
  std::cout << json_schema(known);
  return 0;
}

}  // namespace iwm::commands
