// SPDX-License-Identifier: MIT
#pragma once

#include "iwm/core/error.hpp"

#include <span>
#include <string>
#include <string_view>

namespace iwm::commands {

/// What is wrong with a name on the command line, with the nearest known one and all of them.
inline problem unknown_name(std::string_view place, std::string_view wrong,
                            std::span<const std::string_view> known) {
  std::string message = "unknown name '" + std::string(wrong) + "';";
  const std::string near = nearest_name(wrong, known);
  if (!near.empty()) message += " did you mean '" + near + "'?";
  message += " known:";
  for (const std::string_view name : known) message += ' ' + std::string(name);
  return {std::string(place), "", std::move(message)};
}

}  // namespace iwm::commands
