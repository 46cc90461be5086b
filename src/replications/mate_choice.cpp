// SPDX-License-Identifier: MIT
#include "replications/mate_choice.hpp"

#include "iwm/published/mate_choice.hpp"

#include <array>

#include "replications/sample_mean.hpp"

namespace iwm {
namespace {

using published::mate_rule;
constexpr std::array names{"seek attractive", "seek similar", "mixed"};

struct markets {
  std::string condition;
  sample_mean alike, paired, dates;
};

markets run(mate_rule rule, std::uint64_t of_each_sex, std::uint64_t repetitions,
            std::uint64_t seed) {
  const published::mate_market market{rule, of_each_sex};
  markets all{std::string(names[static_cast<std::size_t>(rule)]) + ", " + to_text(of_each_sex) +
                  " of each sex",
              {},
              {},
              {}};
  for (std::uint64_t i = 0; i < repetitions; ++i) {
    const auto found = market.run(address{.seed = seed, .replicate = i}.key());
    all.alike.add(published::correlation(found.couples));
    all.paired.add(static_cast<double>(found.couples.size()) / static_cast<double>(of_each_sex));
    all.dates.add(found.dates);
  }
  return all;
}

std::vector<replicated_figure> figures_of(const markets& m) {
  return {{.condition = m.condition,
           .quantity = "correlation of partners",
           .ours = m.alike.mean(),
           .standard_error = m.alike.standard_error()},
          {.condition = m.condition,
           .quantity = "share paired by date 51",
           .ours = m.paired.mean(),
           .lowest = 1.,
           .highest = 1.},
          {.condition = m.condition,
           .quantity = "dates until all are paired",
           .ours = m.dates.mean(),
           .standard_error = m.dates.standard_error()}};
}

}  // namespace

std::vector<replicated_figure> mate_choice_replication::table(std::uint64_t seed) const {
  std::vector<replicated_figure> figures;
  double attractive = 0., similar = 0.;
  for (const mate_rule rule :
       {mate_rule::seek_attractive, mate_rule::seek_similar, mate_rule::mixed}) {
    const markets all = run(rule, 1000, p.repetitions, seed);
    std::vector<replicated_figure> own = figures_of(all);
    if (rule == mate_rule::seek_attractive) {
      attractive = all.alike.mean();
      own[0].published = 0.61;
      own[0].lowest = 0.58;
      own[0].highest = 0.64;
    }
    if (rule == mate_rule::seek_similar) similar = all.alike.mean();
    for (replicated_figure& one : own) figures.push_back(std::move(one));
  }
  figures.push_back({.condition = "1000 of each sex",
                     .quantity = "correlation of seek similar less seek attractive",
                     .ours = similar - attractive,
                     .lowest = 0.1});
  return figures;
}

std::vector<replicated_figure> mate_choice_replication::condition(std::uint64_t seed) const {
  const mate_rule rule = !p.similar     ? mate_rule::seek_attractive
                         : p.attractive ? mate_rule::mixed
                                        : mate_rule::seek_similar;
  return figures_of(run(rule, p.of_each_sex, p.repetitions, seed));
}

}  // namespace iwm
