// SPDX-License-Identifier: MIT
#include "iwm/scenario/json_schema.hpp"

#include <iostream>

#include "commands/commands.hpp"

namespace iwm::commands {

int schema(const registry& known) {
  std::cout << json_schema(known);
  return 0;
}

}  // namespace iwm::commands
