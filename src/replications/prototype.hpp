// SPDX-License-Identifier: MIT
#pragma once

#include "iwm/core/fields.hpp"
#include "iwm/published/prototype.hpp"
#include "iwm/published/replication.hpp"

#include <cstdint>
#include <string_view>
#include <tuple>
#include <vector>

namespace iwm {

/// Test-retest correlations of the revisionist and the prototype model, which of them a fit takes
/// them for, life events and the transactional form. A reconstruction; the criteria are derived.
struct prototype_replication {
  static constexpr std::string_view name = "prototype";
  static constexpr std::string_view summary =
      "stability of security, with and without a prototype (reconstruction)";
  static constexpr std::string_view source =
      "Fraley (2002), Pers. Soc. Psychol. Rev. 6, 123-151, doi:10.1207/S15327957PSPR0602_03; "
      "equations recalled, unverified";

  struct parameters {
    double carried = 0.6;
    double pull = 0.2;
    double prototype_variance = 1;
    std::int64_t repetitions = 100'000;
    std::int64_t occasions = 12;
    static constexpr auto fields() {
      using P = parameters;
      return std::tuple{field{"carried", &P::carried, 0., 0.99, "1/step",
                              "share of security carried over a step", "own choice"},
                        field{"pull", &P::pull, 0., 0.6, "1",
                              "weight of the prototype; 0 = revisionist", "own choice"},
                        field{"prototype_variance", &P::prototype_variance, 0.01, 4., "1",
                              "variance of the prototype", "own choice"},
                        field{"repetitions", &P::repetitions, 2., 1e7, "persons",
                              "size of the sample", "criterion: 100 000"},
                        field{"occasions", &P::occasions, 3., 100., "steps",
                              "occasions at which security is measured", "own choice"}};
    }
  };
  parameters p{};

  std::vector<replicated_figure> table(std::uint64_t seed) const;
  std::vector<replicated_figure> condition(std::uint64_t seed) const;
};
static_assert(replication<prototype_replication>);

/// corr(A(1), A(1 + k)) for k = 0, 1, ... in a simulated sample.
std::vector<double> simulated_stability(const published::prototype_dynamics& model,
                                        std::int64_t persons, std::int64_t occasions,
                                        std::uint64_t seed);

/// The least-squares fit of carried^k (1 - plateau) + plateau to correlations, with and without the
/// plateau. The prototype model is taken where it lowers BIC, residuals having variance 1 /
/// persons.
struct stability_fit {
  double carried = 0, plateau = 0, residual = 0;
  double revisionist_carried = 0, revisionist_residual = 0;
  bool prototype = false;
};
stability_fit fit_stability(const std::vector<double>& correlations, double persons);

}  // namespace iwm
