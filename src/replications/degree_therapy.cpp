// SPDX-License-Identifier: MIT
#include "replications/degree_therapy.hpp"

#include "iwm/published/degree_therapy.hpp"

#include <array>

#include "replications/sample_mean.hpp"

namespace iwm {
namespace {

using parameters = degree_therapy_replication::parameters;

struct courses {
  sample_mean rounds, finished;
};

courses run(const parameters& p, std::uint64_t seed) {
  published::degree_therapy therapy;
  therapy.choice_base = p.choice_base;
  therapy.discount = p.discount;
  therapy.degrees[published::degree_therapy::angry] = p.angry;
  courses all;
  for (std::uint64_t i = 0; i < p.repetitions; ++i) {
    const double rounds =
        therapy.rounds(address{.seed = seed, .replicate = i}.key(), static_cast<double>(p.longest));
    all.finished.add(rounds > 0. ? 1. : 0.);
    if (rounds > 0.) all.rounds.add(rounds);
  }
  return all;
}

std::string condition_of(const parameters& p) {
  return "k=" + to_text(p.choice_base) + " delta=" + to_text(p.discount) +
         " Angry=" + to_text(p.angry);
}

replicated_figure figure(const parameters& p, std::string quantity, const sample_mean& ours) {
  return {.condition = condition_of(p),
          .quantity = std::move(quantity),
          .ours = ours.count() > 0. ? ours.mean() : replicated_figure::none,
          .standard_error = ours.standard_error()};
}

struct row {
  double base;
  std::array<double, 6> recomputed;
};
constexpr std::array discounts{0.1, 0.3, 0.5, 0.7, 0.8, 0.9};
constexpr std::array<row, 3> rows{{{1.5, {267, 256, 306, 349, 358, 538}},
                                   {2., {138, 145, 163, 199, 245, 424}},
                                   {4., {63, 67, 84, 101, 145, 571}}}};
constexpr std::array by_anger{153, 153, 158, 165, 173, 174, 179, 190, 192, 197, 209};

void add(std::vector<replicated_figure>& figures, const parameters& p, std::uint64_t seed,
         double recomputed, double tolerance) {
  replicated_figure rounds =
      figure(p, "rounds until mentalizing is strongest", run(p, seed).rounds);
  rounds.recomputed = recomputed;
  rounds.lowest = (1. - tolerance) * recomputed;
  rounds.highest = (1. + tolerance) * recomputed;
  figures.push_back(std::move(rounds));
}

}  // namespace

std::vector<replicated_figure> degree_therapy_replication::table(std::uint64_t seed) const {
  std::vector<replicated_figure> figures;
  parameters each;
  each.repetitions = p.repetitions;
  for (const row& of : rows)
    for (std::size_t d = 0; d < discounts.size(); ++d) {
      each.choice_base = of.base;
      each.discount = discounts[d];
      add(figures, each, seed, of.recomputed[d], each.discount > 0.85 ? 0.3 : 0.12);
    }
  each = {};
  each.repetitions = p.repetitions;
  for (std::size_t more = 0; more < by_anger.size(); ++more) {
    each.angry = 10. + static_cast<double>(more);
    add(figures, each, seed, by_anger[more], 0.12);
  }
  each = {};
  each.repetitions = p.repetitions;
  each.choice_base = 1.;
  replicated_figure finished =
      figure(each, "share that finishes within 10000 rounds", run(each, seed).finished);
  finished.recomputed = 0.7;
  figures.push_back(std::move(finished));
  return figures;
}

std::vector<replicated_figure> degree_therapy_replication::condition(std::uint64_t seed) const {
  const courses ours = run(p, seed);
  return {figure(p, "rounds until mentalizing is strongest", ours.rounds),
          figure(p, "share that finishes", ours.finished)};
}

}  // namespace iwm
