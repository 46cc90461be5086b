// SPDX-License-Identifier: MIT
#pragma once

#include "iwm/published/replication.hpp"

#include <cstdint>
#include <vector>

namespace iwm {

/// Two faces of 48 x 48 points among 100 000 random images: which is retrieved, by how often each
/// was stored. The random images are a Gaussian weight matrix of their variance, the faces random
/// patterns.
std::vector<replicated_figure> faces(std::uint64_t seed);

}  // namespace iwm
