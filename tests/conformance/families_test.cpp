// SPDX-License-Identifier: MIT
#include "iwm/core/time.hpp"
#include "iwm/life/dyad.hpp"
#include "iwm/life/theory_block.hpp"
#include "iwm/population/run.hpp"

#include <array>
#include <bit>
#include <cstdint>
#include <map>
#include <string>
#include <tuple>

#include "registered.hpp"
#include "support/catch.hpp"

using namespace iwm;
using namespace iwm::testing;

namespace {

/// Models of a run by family, partner (0 the general model), month and store.
struct models final : sink {
  std::map<std::tuple<std::uint64_t, std::uint64_t, double, std::string>, std::array<double, 9>>
      rows;
  void row(const trajectory_row& r) override {
    rows[{r.from.family_id, r.partner_id, r.age_months, std::string(r.store)}] = {
        r.availability, r.acceptance, r.safety,   r.worth,   r.efficacy,
        r.confidence,   r.direct,     r.minimise, r.maximise};
  }
};

/// One family of a run, lived by two dyads that share the infant. Addresses are part of the promise
/// that a seed repeats a run: child 10 family + 3, event 128 day + number, relationship 1 with the
/// mother and 2 with the father, two more with whoever takes their place.
template <theory T, caregiver_policy Mother, caregiver_policy Father>
struct scalar_family {
  scalar_family(const scenario& plan, std::uint64_t family) : plan_(plan), child_(10 * family + 3) {
    const address self{.seed = plan.seed, .replicate = plan.replicate, .person = child_};
    mother_.infant = father_.infant = plan.infants.draw(self.draw(purpose::temperament));
    mother_.rules = father_.rules = plan.rules;
    mother_.hierarchy = plan.figures[0].hierarchy;
    father_.hierarchy = plan.figures[1].hierarchy;
    mother_.begin(plan.innate);
    father_.begin(plan.innate);
  }

  void live_day(std::uint64_t day) {
    const std::uint64_t hers = plan_.figures[0].events_per_day,
                        all = hers + plan_.figures[1].events_per_day;
    std::uint64_t with_mother = 0;
    for (std::uint64_t k = 0; k < all; ++k) {
      if (with_mother < hers && with_mother * all < (k + 1) * hers) {
        interact(mother_, father_, 1, day, k);
        ++with_mother;
      } else {
        interact(father_, mother_, fathers_relationship_, day, k);
      }
    }
  }

  /// A father of the same kind, but who accepts less.
  void exchange_father(double acceptance) {
    father_.caregiver.p.acceptance = acceptance;
    father_.meet(plan_.innate);
    fathers_relationship_ += 2;
  }

  model_view general() const { return view(mother_.theory, mother_.general); }
  model_view of_mother() const { return view(mother_.theory, mother_.beliefs); }
  model_view of_father() const { return view(father_.theory, father_.beliefs); }

 private:
  void interact(auto& pair, auto& other, std::uint64_t relationship, std::uint64_t day,
                std::uint64_t number) {
    const address at{plan_.seed, plan_.replicate, child_, relationship, 128 * day + number};
    const double age = years(static_cast<double>(day));
    pair.step(plan_.rules.needs(age, at.draw(purpose::circumstance)), at);
    other.general = pair.general;
    other.arousal = pair.arousal;
  }

  const scenario& plan_;
  std::uint64_t child_;
  dyad<T, Mother> mother_;
  dyad<T, Father> father_;
  std::uint64_t fathers_relationship_ = 2;
};

bool same_bits(const std::array<double, 9>& row, const model_view& m) {
  const confidence sure = m.certainty.value_or(confidence{not_available, not_available});
  const strategy_values q =
      m.strategies.value_or(strategy_values{not_available, not_available, not_available});
  const std::array<double, 9> expected{m.other[0], m.other[1], m.other[2], m.self[0], m.self[1],
                                       sure.other, q.direct,   q.minimise, q.maximise};
  return std::bit_cast<std::array<std::uint64_t, 9>>(row) ==
         std::bit_cast<std::array<std::uint64_t, 9>>(expected);
}

template <theory T, caregiver_policy Mother>
void run_equals_dyads(std::uint64_t fathers_events) {
  scenario plan;
  plan.seed = 41;
  plan.replicate = 2;
  plan.families = 66;
  plan.months = 3;
  plan.theory.name = T::name;
  plan.figures[0].caregiver.name = Mother::name;
  plan.figures[1].caregiver.name = caregivers::inconsistent::name;
  plan.figures[1].events_per_day = fathers_events;
  plan.exchanges = {{figure::father, 2, {"inconsistent", {{"acceptance", 0.125}}}}};
  plan.trajectories = {.families = 66, .every_months = 1};
  models run_models;
  sink* const to = &run_models;
  run(plan, builtins(), {&to, 1});

  int differences = 0;
  for (const std::uint64_t family : {1u, 2u, 64u, 65u, 66u}) {
    scalar_family<T, Mother, caregivers::inconsistent> lived(plan, family);
    std::uint64_t day = 0;
    for (const double month : {0., 1., 2., 3.}) {
      for (; static_cast<double>(day) < std::round(days_from_months(month)); ++day)
        lived.live_day(day);
      if (month == 2.) lived.exchange_father(0.125);
      const auto differs = [&](std::uint64_t partner, const model_view& m) {
        const auto found = run_models.rows.find({family, partner, month, "implicit"});
        return found == run_models.rows.end() || !same_bits(found->second, m);
      };
      differences += differs(0, lived.general());
      differences += differs(10 * family + 1, lived.of_mother());
      differences += differs(10 * family + 2, lived.of_father());
    }
  }
  INFO(T::name << " with " << Mother::name << ", father " << fathers_events << " events a day");
  CHECK(differences == 0);
}

}  // namespace

TEMPLATE_LIST_TEST_CASE("a run and two dyads live the same lives to the bit", "[conformance]",
                        all_theories) {
  each_of<caregivers_beside<TestType>>([](const auto& mother) {
    using Mother = std::remove_cvref_t<decltype(mother)>;
    constexpr bool by_name_alone =
        !follows_traits<Mother> && !std::is_same_v<Mother, caregivers::scripted>;
    if constexpr (by_name_alone) {
      run_equals_dyads<TestType, Mother>(2);
      if (std::is_same_v<TestType, theories::conditional_strategies>)
        run_equals_dyads<TestType, Mother>(0);
    }
  });
}
