// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "scenario_shape.hpp"

namespace iwm {

/// A number as a person writes it: whole numbers without exponent, else shortest round-trip digits.
std::string number_text(double value);

/// The same to at most ten digits, to look at.
std::string brief_text(double value);

/// The closed range, as "[0, 1]".
std::string range_text(const shape& at);

/// The default, to look at; empty where there is none.
std::string default_text(const shape& at);

/// A row of a table of parameters: name, default, what is allowed, unit, meaning, source.
std::array<std::string, 6> cells_of(const shape& at);

/// JSON on several lines; what is short and flat stays on one. Numbers that are not finite become
/// null.
std::string pretty(const json& value);

/// A name as it is shown in a sentence.
std::string in_quotes(std::string_view name);

/// "; did you mean 'gain'?", or nothing when no known name is near.
std::string near_to(std::string_view wrong, const std::vector<std::string_view>& known);

/// "unknown theory 'delta_rul'; did you mean 'delta_rule'? known: conditional_strategies,
/// delta_rule"
std::string unknown_name(std::string_view noun, std::string_view wrong,
                         const std::vector<std::string_view>& known);

/// What follows "unknown key": the nearest one, else all that are known.
std::string unknown_key(std::string_view wrong, const std::vector<std::string_view>& known);

/// A number of the document, and any value of it after the word "got".
std::string as_text(const json& number);
std::string got(const json& value);

/// Whether a stratum may be called so: `stratum_name_pattern`.
bool is_stratum_name(std::string_view name);

}  // namespace iwm
