// SPDX-License-Identifier: MIT
#pragma once

/// The one header that names Catch2: version 3 where it is installed, else 2.13.
#if __has_include(<catch2/catch_all.hpp>)
#include <catch2/catch_all.hpp>
namespace iwm::testing {
using Catch::Approx;
using Catch::Matchers::ContainsSubstring;
}  // namespace iwm::testing
#else
#include <catch2/catch.hpp>
namespace iwm::testing {
using Catch::Detail::Approx;
inline auto ContainsSubstring(const std::string& part) { return Catch::Matchers::Contains(part); }
}  // namespace iwm::testing
#endif
