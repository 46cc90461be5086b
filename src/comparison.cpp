// SPDX-License-Identifier: MIT
#include "comparison.hpp"

#include "iwm/evidence/statistics.hpp"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <exception>
#include <mutex>
#include <thread>

#include "family_block.hpp"
#include "plan_terms.hpp"

namespace iwm {
namespace {

using statistics::moments;

constexpr std::array<std::string_view, 3> probing{"rejecting", "inconsistent", "frightening"};
constexpr std::array<std::string_view, 4> classes{"A", "B", "C", "D"};
constexpr std::array<std::string_view, 3> manners{"direct", "minimise", "maximise"};
constexpr std::array<double, 2> waits{1, 6};  // months after the exchange
constexpr std::string_view best_care = "sensitive";
constexpr std::uint64_t observed_days = 30;
constexpr double least_distance = 0.02;  // of what two children expect

scenario alone_with(const std::string& theory, std::string_view caregiver, std::uint64_t families,
                    double months, std::uint64_t seed) {
  scenario plan{.name = "compare", .seed = seed, .families = families, .months = months,
                .theory = {theory}};
  plan.figures[0].caregiver = {std::string(caregiver)};
  plan.figures[1].events_per_day = 0;
  return plan;
}

/// A whole cell: the Strange Situation, on the day after it the exchange, half a year more.
scenario cell_plan(const comparison_plan& plan, const std::string& theory,
                   std::string_view caregiver) {
  const auto months = static_cast<double>(plan.months);
  scenario cell = alone_with(theory, caregiver, plan.families, months + waits.back(), plan.seed);
  cell.assessments = {{{"strange_situation"}, figure::mother, {months}}};
  if (caregiver != best_care)
    cell.exchanges = {{figure::mother, months + 1.02 / days_per_month, {std::string(best_care)}}};
  cell.trajectories = {plan.families, 1};
  cell.diary.families = plan.families;
  cell.diary.columns = {"manner"};
  return cell;
}

struct cell_result : sink {
  double months = 0;
  std::array<moments, 3> shown{};
  std::array<double, 4> classified{};
  std::array<std::vector<other_vector>, 1 + waits.size()> expected{};  // before, and after waits

  using sink::row;
  void row(const person_row& person) override {
    if (person.role == "mother") mother_ = person.person_id;
  }
  void row(const classification_row& found) override {
    if (found.system != "ABCD") return;
    for (std::size_t k = 0; k < classes.size(); ++k)
      classified[k] += found.category == classes[k] ? 1. : 0.;
  }
  void row(const trajectory_row& at) override {
    if (at.partner_id != mother_ || at.store != "implicit") return;
    for (std::size_t k = 0; k < expected.size(); ++k)
      if (at.age_months == months + (k == 0 ? 0. : waits[k - 1]))
        expected[k].push_back({at.availability, at.acceptance, at.safety});
  }
  void diary(const diary_rows& rows) override {
    const std::uint64_t of_a_day = figure_plan{}.events_per_day;
    const std::uint64_t end = day_of(months), begin = end - std::min(end, observed_days);
    for (std::uint64_t f = 0; f < rows.families; ++f) {
      std::array<double, 3> count{};
      for (std::uint64_t e = begin * of_a_day; e < end * of_a_day; ++e)
        count[static_cast<std::size_t>(rows.values[f * rows.whole.events + e])] += 1.;
      for (std::size_t k = 0; k < count.size(); ++k)
        shown[k].add(count[k] / static_cast<double>((end - begin) * of_a_day));
    }
  }

 private:
  std::uint64_t mother_ = 0;
};

/// What a theory ever does, and hence which questions it speaks to.
struct reach {
  std::array<bool, 3> manner{};
  bool avoids = false, resists = false, freezes = false, reflects = false;

  void add(const reach& more) {
    for (std::size_t k = 0; k < manner.size(); ++k) manner[k] = manner[k] || more.manner[k];
    avoids = avoids || more.avoids;
    resists = resists || more.resists;
    freezes = freezes || more.freezes;
    reflects = reflects || more.reflects;
  }
  bool has_strategies() const { return manner[1] || manner[2]; }
  bool speaks_of(std::size_t class_index) const {
    return std::array{avoids, true, resists, freezes}[class_index];
  }
};

/// Four numbers of a model that therapy may change; missing where the theory has no such part.
using facets = std::array<double, 4>;
constexpr std::array<std::string_view, 4> facet_names{"other", "declared_gap", "direct_advantage",
                                                      "confidence"};

facets facets_of(const model_view& seen) {
  facets f{seen.other.mean(), not_available, not_available, not_available};
  if (seen.declared_other) f[1] = seen.declared_other->mean() - seen.other.mean();
  if (seen.strategies)
    f[2] = seen.strategies->direct - max(seen.strategies->minimise, seen.strategies->maximise);
  if (seen.certainty) f[3] = seen.certainty->other;
  return f;
}

bool differ(const model_view& a, const model_view& b) {
  return a.self != b.self || a.other != b.other || a.declared_self != b.declared_self ||
         a.declared_other != b.declared_other || a.certainty != b.certainty ||
         a.strategies != b.strategies;
}

reach probe(const std::string& theory, std::string_view caregiver, const registry& known) {
  scenario plan = alone_with(theory, caregiver, block_size, 12, 1);
  plan.diary.families = block_size;
  plan.diary.columns = {"manner", "avoidance", "resistance", "conflict"};
  family_block children(plan, known, 1);
  const lived_block lived = children.live();
  reach found;
  const std::span<const double> values = lived.diary.rows().values;
  for (std::size_t at = 0; at < values.size(); at += 4) {
    found.manner[static_cast<std::size_t>(values[at])] = true;
    found.avoids = found.avoids || values[at + 1] > 0.;
    found.resists = found.resists || values[at + 2] > 0.;
    found.freezes = found.freezes || values[at + 3] > 0.;
  }
  const auto thought = children.models();
  for (std::size_t i = 0; i < block_size; ++i) {
    const model_view before = thought->view(0, i);
    thought->reflect(i, 1.);
    found.reflects = found.reflects || differ(before, thought->view(0, i));
  }
  return found;
}

std::array<moments, 4> thought_over(const scenario& plan, const registry& known) {
  std::array<moments, 4> change;
  for (std::uint64_t first = 0; first < plan.families; first += block_size) {
    family_block children(plan, known, 1 + first);
    children.live();
    const auto models = children.models();
    const auto here = std::min<std::uint64_t>(block_size, plan.families - first);
    for (std::size_t i = 0; i < here; ++i) {
      const facets before = facets_of(models->view(0, i));
      models->reflect(i, 1.);
      const facets after = facets_of(models->view(0, i));
      for (std::size_t k = 0; k < change.size(); ++k)
        if (!std::isnan(after[k] - before[k])) change[k].add(after[k] - before[k]);
    }
  }
  return change;
}

double error_of(const moments& of) {
  return of.n > 1 ? std::sqrt(of.squares / (of.n - 1) / of.n) : not_available;
}

other_vector mean_of(const std::vector<other_vector>& all) {
  other_vector sum = other_vector::Zero();
  for (const other_vector& one : all) sum += one;
  return sum / static_cast<double>(all.size());
}

/// How far each child has come from the mean before towards that of the children of the best care.
std::optional<moments> way(const cell_result& cell, const cell_result& best, std::size_t wait) {
  const other_vector from = mean_of(cell.expected[0]);
  const other_vector whole = mean_of(best.expected[wait]) - from;
  if (whole.norm() < least_distance) return {};
  moments come;
  for (const other_vector& one : cell.expected[wait])
    come.add((one - from).dot(whole) / whole.squaredNorm());
  return come;
}

/// Calls `job(i)` for each i below `count` by some threads; false when `progress` asked to stop.
template <class Job>
bool share_out(std::size_t count, const run_options& options, Job job) {
  std::mutex mutex;
  std::atomic<std::size_t> next = 0;
  std::atomic<bool> stopped = false;
  std::exception_ptr failure;
  std::size_t done = 0;
  const auto work = [&] {
    for (std::size_t i = next++; i < count && !stopped; i = next++) try {
        job(i);
        const std::lock_guard lock(mutex);
        if (options.progress && !options.progress(++done, count)) stopped = true;
      } catch (...) {
        const std::lock_guard lock(mutex);
        if (!failure) failure = std::current_exception();
        stopped = true;
      }
  };
  {
    std::vector<std::jthread> crew;
    for (unsigned i = 0; i < std::max(1u, options.threads); ++i) crew.emplace_back(work);
  }
  if (failure) std::rethrow_exception(failure);
  return !stopped;
}

/// The figures of one cell, in the order of the questions.
class cell_figures {
 public:
  cell_figures(std::string_view theory, std::string_view caregiver,
               std::vector<compared_figure>& to)
      : theory_(theory), caregiver_(caregiver), to_(to) {}

  void add(std::string_view question, std::string_view quantity, double value, double error) {
    to_.push_back({theory_, caregiver_, question, quantity, value, error, answer::given});
  }
  void add(std::string_view question, std::string_view quantity, const moments& of) {
    add(question, quantity, of.mean, error_of(of));
  }
  void none(std::string_view question, std::string_view quantity, answer why) {
    to_.push_back({theory_, caregiver_, question, quantity, not_available, not_available, why});
  }

 private:
  std::string_view theory_, caregiver_;
  std::vector<compared_figure>& to_;
};

void tell(cell_figures to, const reach& able, const cell_result& cell, const cell_result& best,
          const std::array<moments, 4>& therapy, bool is_best) {
  for (std::size_t k = 0; k < manners.size(); ++k)
    if (able.has_strategies() && able.manner[k])
      to.add("strategies", manners[k], cell.shown[k]);
    else
      to.none("strategies", manners[k], answer::not_addressed);
  double children = 0;
  for (const double n : cell.classified) children += n;
  for (std::size_t k = 0; k < classes.size(); ++k) {
    const double share = cell.classified[k] / children;
    if (able.speaks_of(k))
      to.add("strange_situation", classes[k], share, std::sqrt(share * (1. - share) / children));
    else
      to.none("strange_situation", classes[k], answer::not_addressed);
  }
  constexpr std::array<std::string_view, 2> names{"way_after_1_month", "way_after_6_months"};
  for (std::size_t k = 0; k < waits.size(); ++k) {
    const auto come = is_best ? std::nullopt : way(cell, best, k + 1);
    if (come)
      to.add("exchange", names[k], *come);
    else
      to.none("exchange", names[k], answer::undefined);
  }
  for (std::size_t k = 0; k < facet_names.size(); ++k)
    if (able.reflects && therapy[k].n > 0)
      to.add("therapy", facet_names[k], therapy[k]);
    else
      to.none("therapy", facet_names[k], answer::not_addressed);
}

}  // namespace

std::vector<problem> problems_of(const comparison_plan& plan, const registry& known) {
  std::vector<problem> problems;
  for (const std::string& theory : plan.theories)
    for (const std::string& caregiver : plan.caregivers)
      for (problem& wrong : problems_of(cell_plan(plan, theory, caregiver), known)) {
        wrong.file = theory + " with " + caregiver;
        problems.push_back(std::move(wrong));
      }
  return problems;
}

std::optional<std::vector<compared_figure>> compare(const comparison_plan& plan,
                                                    const registry& known,
                                                    const run_options& options) {
  if (std::vector<problem> wrong = problems_of(plan, known); !wrong.empty())
    throw input_error(std::move(wrong));
  std::vector<std::string> caregivers = plan.caregivers;
  const auto found = std::ranges::find(caregivers, best_care);
  const auto best = static_cast<std::size_t>(found - caregivers.begin());
  if (found == caregivers.end()) caregivers.emplace_back(best_care);

  const std::size_t columns = caregivers.size(), count = plan.theories.size();
  std::vector<reach> able(count);
  std::vector<cell_result> cells(count * columns);
  std::vector<std::array<moments, 4>> thought(count * columns);
  run_options rest = options;
  const std::size_t all = count * (columns + 1);
  rest.progress = [&](std::uint64_t done, std::uint64_t) {
    return !options.progress || options.progress(done, all);
  };
  if (!share_out(count, rest, [&](std::size_t t) {
        for (const std::string_view caregiver : probing)
          able[t].add(probe(plan.theories[t], caregiver, known));
      }))
    return {};
  rest.progress = [&](std::uint64_t done, std::uint64_t) {
    return !options.progress || options.progress(count + done, all);
  };
  if (!share_out(cells.size(), rest, [&](std::size_t i) {
        const std::string& theory = plan.theories[i / columns];
        const std::string& caregiver = caregivers[i % columns];
        cells[i].months = static_cast<double>(plan.months);
        sink* const to = &cells[i];
        run(cell_plan(plan, theory, caregiver), known, std::span(&to, 1));
        if (able[i / columns].reflects)
          thought[i] = thought_over(alone_with(theory, caregiver, plan.families,
                                          static_cast<double>(plan.months), plan.seed),
                               known);
      }))
    return {};

  std::vector<compared_figure> figures;
  for (std::size_t t = 0; t < count; ++t)
    for (std::size_t c = 0; c < plan.caregivers.size(); ++c) {
      const std::size_t i = t * columns + c;
      tell({find(known.theories, plan.theories[t])->name,
            find(known.caregivers, plan.caregivers[c])->name, figures},
           able[t], cells[i], cells[t * columns + best], thought[i], c == best);
    }
  return figures;
}

}  // namespace iwm
