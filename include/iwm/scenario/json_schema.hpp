// SPDX-License-Identifier: MIT
#pragma once

#include "iwm/population/registry.hpp"

#include <string>

namespace iwm {

/// A JSON Schema (draft 2020-12, https://json-schema.org/draft/2020-12) of scenario files, written
/// from the `fields()` tables and the registry. Editors complete and check scenarios with it. What
/// depends on several places at once (an age beyond the end, a stratum without a share) only
/// reading finds.
std::string json_schema(const registry& known);

}  // namespace iwm
