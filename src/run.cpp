// SPDX-License-Identifier: MIT
#include "iwm/population/run.hpp"

#include "iwm/core/time.hpp"

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <exception>
#include <map>
#include <mutex>
#include <thread>
#include <vector>

#include "family_block.hpp"
#include "lives.hpp"

namespace iwm {
namespace {

void hand_over(const block_diary& diary, std::span<sink* const> sinks) {
  const diary_rows rows = diary.rows();
  if (rows.families == 0) return;
  for (sink* to : sinks) to->diary(rows);
}

/// Blocks that are lived by several threads and taken out in order, no more than a few ahead.
class ordered_blocks {
 public:
  ordered_blocks(std::uint64_t count, std::uint64_t ahead) : count_(count), ahead_(ahead) {}

  template <class Live>
  void work(Live&& live) {
    for (;;) {
      std::uint64_t mine;
      {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [&] { return stopped_ || next_ == count_ || next_ < taken_ + ahead_; });
        if (stopped_ || next_ == count_) return;
        mine = next_++;
      }
      try {
        auto rows = std::make_unique<lived_block>(live(mine));
        const std::lock_guard lock(mutex_);
        done_.emplace(mine, std::move(rows));
      } catch (...) {
        const std::lock_guard lock(mutex_);
        if (!failure_) failure_ = std::current_exception();
        stopped_ = true;
      }
      changed_.notify_all();
    }
  }

  std::unique_ptr<lived_block> take() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return stopped_ || done_.contains(taken_); });
    if (failure_) std::rethrow_exception(failure_);
    auto rows = std::move(done_.extract(taken_++).mapped());
    changed_.notify_all();
    return rows;
  }

  void stop() {
    const std::lock_guard lock(mutex_);
    stopped_ = true;
    changed_.notify_all();
  }

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  std::map<std::uint64_t, std::unique_ptr<lived_block>> done_;
  std::exception_ptr failure_;
  std::uint64_t count_, ahead_, next_ = 0, taken_ = 0;
  bool stopped_ = false;
};

std::uint64_t events_of_a_family(const scenario& plan) {
  const auto days = static_cast<std::uint64_t>(plan.months * days_per_month + 0.5);
  return days * (plan.figures[0].events_per_day + plan.figures[1].events_per_day);
}

/// Of a person who always has somebody to turn to, therapy aside; weeks as `cohort_block` lives them.
std::uint64_t events_of_a_life(const scenario& plan) {
  const life_course& course = plan.lives.course;
  const auto school = static_cast<std::uint64_t>(course.school_age * days_per_year);
  const auto seasons = static_cast<std::uint64_t>(plan.months / months_per_season);
  std::uint64_t events = 0, day = 0;
  for (std::uint64_t season = 0; season < seasons; ++season)
    while (day < first_day_of(season + 1)) {
      const std::uint64_t left = first_day_of(season + 1) - day;
      const std::uint64_t days = day < school ? 1 : left < 14 ? left : 7;
      events += days == 1 ? plan.figures[0].events_per_day + plan.figures[1].events_per_day
                          : course.at(static_cast<double>(season) / seasons_per_year).events_per_week;
      day += days;
    }
  return events;
}

}  // namespace

namespace {

bool run_lives(const scenario& plan, const registry& known, std::span<sink* const> sinks,
               const run_options& options) {
  lives all(plan, known);
  while (!all.over()) {
    all.live_season(std::max(1u, options.threads));
    all.hand_over(sinks);
    const auto expected = static_cast<std::uint64_t>(std::max(all.seasons(), all.season()));
    if (options.progress && !options.progress(static_cast<std::uint64_t>(all.season()), expected))
      return false;
  }
  return true;
}

bool run_infants(const scenario& plan, const registry& known, std::span<sink* const> sinks,
                 const run_options& options) {
  const std::uint64_t blocks = (plan.families + block_size - 1) / block_size;
  const unsigned threads = std::max(1u, options.threads);
  ordered_blocks queue(blocks, 2 * threads);
  const auto live = [&](std::uint64_t block) {
    return family_block(plan, known, 1 + block * block_size).live();
  };
  std::vector<std::jthread> crew;
  for (unsigned i = 0; i < threads; ++i) crew.emplace_back([&] { queue.work(live); });
  const auto dismiss = [&] {
    queue.stop();
    crew.clear();
  };
  try {
    for (std::uint64_t block = 0; block < blocks; ++block) {
      const auto lived = queue.take();
      const std::uint64_t done = std::min(plan.families, (block + 1) * block_size);
      for (std::size_t i = 0; i < done - block * block_size; ++i)
        pass_on(lived->families[i], sinks);
      hand_over(lived->diary, sinks);
      if (options.progress && !options.progress(done, plan.families)) {
        dismiss();
        return false;
      }
    }
  } catch (...) {
    dismiss();
    throw;
  }
  return true;
}

}  // namespace

bool run(std::span<const scenario> arms, const registry& known, std::span<sink* const> sinks,
         const run_options& options) {
  std::vector<problem> problems;
  for (const scenario& plan : arms)
    for (problem& one : problems_of(plan, known)) problems.push_back(std::move(one));
  if (!problems.empty()) throw input_error(std::move(problems));
  for (const scenario& plan : arms) {
    const auto live = plan.lives.generations > 0 ? run_lives : run_infants;
    if (!live(plan, known, sinks, options)) return false;
  }
  for (sink* to : sinks) to->end();
  return true;
}

bool run(const scenario& plan, const registry& known, std::span<sink* const> sinks,
         const run_options& options) {
  return run(std::span(&plan, 1), known, sinks, options);
}

diary_shape diary_of(const scenario& plan) {
  return {std::min(plan.diary.families, plan.families), events_of_a_family(plan),
          plan.diary.columns};
}

std::uint64_t count_events(const scenario& plan) {
  if (plan.lives.generations == 0) return plan.families * events_of_a_family(plan);
  return plan.families * (plan.lives.twins ? 2 : plan.lives.children) * events_of_a_life(plan);
}

}  // namespace iwm
