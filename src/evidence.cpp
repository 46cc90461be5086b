// SPDX-License-Identifier: MIT
#include "iwm/evidence/estimate.hpp"
#include "iwm/evidence/result.hpp"
#include "iwm/evidence/tetrachoric.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

namespace iwm {
namespace {

double of_columns(statistic kind, std::span<const double> x, std::span<const double> y,
                  std::span<const double> weights) {
  switch (kind) {
    case statistic::correlation:
    case statistic::pooled_correlation:
      return statistics::correlation(x, y, weights);
    case statistic::tetrachoric:
      return statistics::tetrachoric(x, y, weights);
    case statistic::deviation:
      return statistics::deviation(x, weights);
    case statistic::mean_difference:
      return statistics::mean_difference(x, y, weights);
    case statistic::conditional_proportion:
      return statistics::conditional_proportion(x, y, weights);
    case statistic::standardised_difference:
      return statistics::standardised_difference(x, y, weights);
    case statistic::standardised_difference_between:
      return statistics::standardised_difference_between(x, y, weights);
    case statistic::odds_ratio_d:
      return statistics::odds_ratio_d(x, y, weights);
    case statistic::kappa:
      return statistics::kappa(x, y, weights);
    default:
      return statistics::mean(x, weights);
  }
}

/// The pairs one below the other. Each pair's families weigh together what its weight says, all of
/// them as much as the average pair.
double of_pooled_columns(const measure& what, const sample& seen, std::span<const double> weights) {
  std::vector<double> x, y, pooled, sums(what.pairs.size());
  double typical = 0;
  const bool either_counts = what.kind == statistic::standardised_difference_between;
  const auto counts = [&](std::size_t p, std::size_t i) {
    const bool has_x = !std::isnan(seen.columns[what.pairs[p][0]][i]);
    const bool has_y = !std::isnan(seen.columns[what.pairs[p][1]][i]);
    return either_counts ? has_x || has_y : has_x && has_y;
  };
  for (std::size_t p = 0; p < what.pairs.size(); ++p) {
    for (std::size_t i = 0; i < weights.size(); ++i) sums[p] += counts(p, i) ? weights[i] : 0;
    typical += what.weights[p] * sums[p];
  }
  for (std::size_t p = 0; p < what.pairs.size(); ++p)
    for (std::size_t i = 0; i < weights.size(); ++i) {
      if (!counts(p, i)) continue;
      x.push_back(seen.columns[what.pairs[p][0]][i]);
      y.push_back(seen.columns[what.pairs[p][1]][i]);
      pooled.push_back(weights[i] * what.weights[p] * typical / sums[p]);
    }
  return of_columns(what.kind, x, y, pooled);
}

double of_events(const std::vector<caregiver_events>& events, std::span<const double> weights) {
  std::vector<statistics::moments> groups;
  std::vector<double> group_weights;
  for (const caregiver_events& one : events) {
    groups.push_back(one.of);
    group_weights.push_back(weights[one.family]);
  }
  return statistics::variance_share(groups, group_weights);
}

double of_composite(const measure& what, const sample& seen, std::span<const double> weights) {
  std::vector<statistics::column> parts;
  for (const auto& pair : what.pairs) parts.push_back(seen.columns[pair[1]]);
  return statistics::composite_correlation(seen.columns[what.pairs[0][0]], parts, weights);
}

/// The median or the largest of what is defined.
double of_many(statistic kind, std::vector<double> values) {
  std::erase_if(values, [](double x) { return std::isnan(x); });
  if (values.empty()) return statistics::undefined;
  std::sort(values.begin(), values.end());
  if (kind == statistic::largest) return values.back();
  const std::size_t half = values.size() / 2;
  return values.size() % 2 ? values[half] : (values[half - 1] + values[half]) / 2;
}

/// The variable itself, or what it is made of, of which no row has come.
std::optional<std::size_t> without_rows(std::size_t v, const evidence& file, const sample& seen) {
  if (seen.arrived[v]) return std::nullopt;
  for (const std::size_t part : file.variables[v].of)
    if (const auto found = without_rows(part, file, seen)) return found;
  return v;
}

std::string rows_of(const variable& asked) {
  if (asked.from == source::assessments || asked.from == source::classifications)
    return "'" + asked.instrument + "' with " + asked.scale + asked.system;
  if (asked.any_of.empty()) return "'" + asked.kind + "' with " + asked.column;
  std::string kinds;
  for (const std::string& kind : asked.any_of) {
    if (!kinds.empty()) kinds += ", ";
    kinds.append("'").append(kind).append("'");
  }
  return kinds;
}

}  // namespace

std::vector<std::size_t> variables_of(const measure& what) {
  std::vector<std::size_t> all;
  for (const auto& pair : what.pairs) all.insert(all.end(), pair.begin(), pair.end());
  for (const measure& part : what.parts)
    for (const std::size_t v : variables_of(part)) all.push_back(v);
  return all;
}

std::vector<std::size_t> variables_of(const target& finding) {
  std::vector<std::size_t> all;
  const auto add = [&](const measure& what) {
    for (const std::size_t v : variables_of(what)) all.push_back(v);
  };
  if (finding.statistic) add(*finding.statistic);
  for (const comparison& pair : finding.ordering) {
    add(pair.greater);
    add(pair.than);
  }
  return all;
}

double evaluate(const measure& what, const sample& seen, std::span<const double> weights) {
  const auto part = [&](std::size_t p) { return evaluate(what.parts[p], seen, weights); };
  const auto pair = [&](std::size_t p) {
    const auto& [x, y] = what.pairs[p];
    return of_columns(what.kind, seen.columns[x], seen.columns[y], weights);
  };
  switch (what.kind) {
    case statistic::constant:
      return what.constant;
    case statistic::difference:
      return part(0) - part(1);
    case statistic::sum:
      return part(0) + part(1);
    case statistic::product:
      return part(0) * part(1);
    case statistic::ratio: {
      const double below = part(1);
      return std::abs(below) > part(2) ? part(0) / below : statistics::undefined;
    }
    case statistic::odds_ratio_d_between:
      return statistics::odds_ratio_d(part(0), part(1));
    case statistic::magnitude:
      return std::abs(part(0));
    case statistic::median:
    case statistic::largest: {
      std::vector<double> values;
      for (std::size_t p = 0; p < what.parts.size(); ++p) values.push_back(part(p));
      return of_many(what.kind, std::move(values));
    }
    case statistic::composite_correlation:
      return of_composite(what, seen, weights);
    case statistic::variance_share:
      return of_events(seen.events[what.pairs[0][0]], weights);
    case statistic::pooled_correlation: {
      double z = 0;
      for (std::size_t p = 0; p < what.pairs.size(); ++p)
        z += what.weights[p] * statistics::fisher_z(pair(p));
      return statistics::from_fisher_z(z);
    }
    default:
      return what.pairs.size() == 1 ? pair(0) : of_pooled_columns(what, seen, weights);
  }
}

std::vector<double> strata_weights(const sample& seen, const study_protocol& reference) {
  std::vector<double> weights(seen.families(), 1.), shares(seen.strata.size());
  std::vector<double> wanted(shares.size());
  const auto counts = [&](std::size_t i) {
    const auto& arms = reference.strata_arms;
    return arms.empty() ||
           std::find(arms.begin(), arms.end(), seen.arms[seen.arm[i]]) != arms.end();
  };
  double families = 0;
  for (std::size_t i = 0; i < weights.size(); ++i) families += counts(i);
  for (std::size_t i = 0; i < weights.size(); ++i)
    if (counts(i)) shares[seen.stratum[i]] += 1 / families;
  double farthest = 0;
  for (const auto& [name, share] : reference.strata) {
    const auto place = std::find(seen.strata.begin(), seen.strata.end(), name);
    if (place == seen.strata.end())
      farthest = std::max(farthest, share);
    else
      wanted[static_cast<std::size_t>(place - seen.strata.begin())] = share;
  }
  for (std::size_t s = 0; s < shares.size(); ++s)
    farthest = std::max(farthest, std::abs(shares[s] - wanted[s]));
  constexpr double rounding = 1e-9;
  if (!reference.strata.empty() && farthest > reference.strata_tolerance + rounding)
    for (std::size_t i = 0; i < weights.size(); ++i)
      if (counts(i)) weights[i] = wanted[seen.stratum[i]] / shares[seen.stratum[i]];
  return weights;
}

std::string_view to_string(target_status status) {
  switch (status) {
    case target_status::measured:
      return "measured";
    case target_status::no_data:
      return "no data";
    default:
      return "not yet measured";
  }
}

target_result judge(const target& finding, const evidence& file, const sample& seen,
                    std::span<const double> weights) {
  target_result result{finding};
  if (!finding.measurable()) {
    result.reason = "no measure is written for it";
    return result;
  }
  for (const std::size_t v : variables_of(finding))
    if (const auto missing = without_rows(v, file, seen)) {
      result.reason = "no row of " + rows_of(file.variables[*missing]);
      return result;
    }
  double nearest = statistics::undefined;
  const auto take_if_nearest = [&](const estimate& found) {
    const double clearance = found.value - 2 * found.standard_error;
    if (nearest <= clearance) return;
    nearest = clearance;
    result.simulated = found.value;
    result.standard_error = found.standard_error;
  };
  if (finding.statistic)
    take_if_nearest(jackknife(
        [&](std::span<const double> kept) { return evaluate(*finding.statistic, seen, kept); },
        weights));
  for (const comparison& pair : finding.ordering) {
    take_if_nearest(jackknife(
        [&](std::span<const double> kept) {
          return evaluate(pair.greater, seen, kept) - evaluate(pair.than, seen, kept) - pair.margin;
        },
        weights));
    if (std::isnan(nearest)) break;
  }
  if (std::isnan(result.simulated)) {
    result.status = target_status::no_data;
    result.reason = "the statistic is undefined: a class is empty or nothing varies";
    return result;
  }
  result.status = target_status::measured;
  if (finding.band) {
    const auto [low, high] = *finding.band;
    result.pass = low <= result.simulated && result.simulated <= high;
    if (!result.pass) result.reason = result.simulated < low ? "below the band" : "above the band";
  } else {
    result.pass = result.simulated > 2 * result.standard_error;
    if (!result.pass) result.reason = "below two standard errors";
  }
  return result;
}

std::vector<target_result> complete(const evidence& file, std::span<const target_result> measured) {
  std::vector<target_result> all;
  for (const target& finding : file.targets) {
    const auto found =
        std::find_if(measured.begin(), measured.end(),
                     [&](const target_result& one) { return one.finding.id == finding.id; });
    all.push_back(found != measured.end() ? *found : target_result{finding});
    if (found == measured.end())
      all.back().reason = "protocol '" + finding.protocol + "' was not simulated";
  }
  return all;
}

std::vector<area_summary> summarise(std::span<const target_result> results) {
  std::vector<area_summary> areas;
  area_summary all{"all"};
  for (const target_result& result : results) {
    auto area = std::find_if(areas.begin(), areas.end(), [&](const area_summary& one) {
      return one.area == result.finding.area;
    });
    if (area == areas.end()) area = areas.insert(areas.end(), {result.finding.area});
    for (area_summary* one : {&*area, &all}) {
      one->gating += result.finding.gating;
      one->counted += result.counts();
      one->passed += result.counts() && result.pass;
    }
  }
  areas.push_back(all);
  return areas;
}

}  // namespace iwm
