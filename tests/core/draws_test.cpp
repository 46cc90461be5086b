// SPDX-License-Identifier: MIT
#include "iwm/core/draws.hpp"

#include <type_traits>

#include "support/catch.hpp"

TEST_CASE("Draws are a regular value of eight numbers", "[core]") {
  constexpr iwm::draws some{{0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8}};
  STATIC_REQUIRE(some[0] == 0.1);
  STATIC_REQUIRE(some[7] == 0.8);
  STATIC_REQUIRE(some == iwm::draws{some});
  STATIC_REQUIRE(some != iwm::draws{});
  STATIC_REQUIRE(std::is_trivially_copyable_v<iwm::draws>);
  STATIC_REQUIRE(sizeof(iwm::draws) == 64);
}
