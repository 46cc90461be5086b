// SPDX-License-Identifier: MIT
#pragma once

#include "iwm/core/error.hpp"

#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

namespace iwm {

/// Limits of what is read at all.
inline constexpr std::size_t largest_file = 1'000'000;
inline constexpr std::size_t deepest_nesting = 64;
inline constexpr std::size_t most_members = 1000;

/// JSON, strictly. Notes duplicate keys and numbers that are not finite, each with `start` before
/// its pointer, and reads on; of such a number remains a value for which `is_reported` holds. When
/// the text is not JSON the result is discarded, and the last problem says where.
nlohmann::ordered_json parse_strictly(std::string_view text, const std::string& file,
                                      const std::string& start, std::vector<problem>& problems);

/// Whether a value stands for one that was wrong and about which nothing more is to be said.
bool is_reported(const nlohmann::ordered_json& value);

/// Text that may be shown in a sentence: no control characters, no broken UTF-8, not long.
std::string printable(std::string_view text, std::size_t longest = 60);

bool is_utf8(std::string_view text);

}  // namespace iwm
