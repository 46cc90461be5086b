// SPDX-License-Identifier: MIT
#pragma once

#include "iwm/population/registry.hpp"
#include "iwm/population/scenario.hpp"

#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace iwm {

/// Scenarios as JSON. Every key is optional; docs/reference/scenario.md lists them all.
///
/// Reading is strict: each thing that is wrong becomes a sentence with the place (a JSON pointer,
/// or line and column of what is not JSON), the value, what is allowed and the nearest known name,
/// and all of them are thrown at once as an `input_error`. Keys that are unknown or there twice,
/// numbers that are not finite and names of nothing registered are wrong too. Files that a
/// component names are looked for from the current folder.

/// Reads a scenario file. `overrides` are texts "/json/pointer=value", applied in order before
/// anything is checked; objects that are missing on the way are made. A value that is not JSON is
/// taken as a text: "/theory=delta_rule".
scenario read_scenario(const std::filesystem::path& file, const registry& known,
                       std::span<const std::string> overrides = {});

/// A scenario file as a whole, and the scenario of each of its arms: without any, the whole itself.
struct study {
  scenario whole;
  std::vector<scenario> arms;
};

/// Reads a scenario file with all its arms. What an arm sets comes before `overrides`.
study read_study(const std::filesystem::path& file, const registry& known,
                                 std::span<const std::string> overrides = {});

/// The same as `read_scenario` from the contents of a file; `file` is its name in error messages.
scenario scenario_from_json(std::string_view text, std::string_view file, const registry& known,
                            std::span<const std::string> overrides = {});

/// The complete scenario, every default filled in, also those of the components that it names.
/// Reading it gives an equal scenario, writing that the same bytes. Numbers have their shortest
/// digits.
std::string to_json_text(const scenario& plan, const registry& known);

}  // namespace iwm
