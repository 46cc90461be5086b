// SPDX-License-Identifier: MIT
#pragma once

#include "iwm/core/error.hpp"

#include <string>
#include <vector>

#include "scenario_shape.hpp"

namespace iwm {

/// Whether a number of a document has no fraction, and lies in the closed range of its place.
bool is_whole(const json& number);
bool is_within(const json& number, const shape& at);

/// Sets the value at a JSON pointer, from a text "/json/pointer=value", in a document of that
/// shape.
void apply_override(json& document, const shape& root, const std::string& setting,
                    const std::string& file, std::vector<problem>& problems);

/// Everything in a document that its shape does not allow, in the order of the document.
void check_shape(const json& document, const shape& root, const std::string& file,
                 std::vector<problem>& problems);

/// What is wrong although each value by itself is allowed: no families, ages beyond the end, the
/// same twice, strata without a share, loads that explain more than all variance. Looks past what
/// `check_shape` reports.
void check_whole(const json& document, const shape& root, const std::string& file,
                 std::vector<problem>& problems);

}  // namespace iwm
