// SPDX-License-Identifier: MIT
#pragma once

#include "iwm/core/fields.hpp"
#include "iwm/infant/temperament_distribution.hpp"
#include "iwm/life/world.hpp"
#include "iwm/population/care.hpp"
#include "iwm/population/diary.hpp"
#include "iwm/population/lives_plan.hpp"
#include "iwm/population/stratum.hpp"
#include "iwm/working_model/prior.hpp"

#include <array>
#include <cstdint>
#include <string>
#include <tuple>
#include <vector>

namespace iwm {

/// One parameter that differs from its default: the name as in `fields()`, a number (switches 0 or
/// 1) or a text.
struct setting {
  std::string name;
  double number = 0;
  std::string text{};
};

/// Something registered, by name, with the settings that differ from its defaults.
struct component {
  std::string name;
  std::vector<setting> settings{};
};

/// One caregiver of the infant.
struct figure_plan {
  component caregiver{"trait_based"};
  std::uint64_t events_per_day = 6;
  double hierarchy = 1;  ///< weight of this figure for the general model

  static constexpr auto fields() {
    using P = figure_plan;
    return std::tuple{
        field{"events_per_day", &P::events_per_day, 0., 48., "1/day", "interactions about a need",
              "reference model 15"},
        field{"hierarchy", &P::hierarchy, 0., 1., "1",
              "weight of this figure for the general model", "reference model 7, own choice"}};
  }
};

/// A stratum by name, its families' care, and its share of the population.
struct stratum_share {
  std::string name;
  double share = 0;
  stratum care;
};

/// From a date on, another caregiver fills the place of a figure.
struct exchange {
  figure who = figure::mother;
  double months = 12;
  component caregiver;
};

/// Whom an instrument is held with: a person who grows up in the simulation, the mother or father of
/// a household's first child, or both partners of a couple.
enum class assessed : std::size_t { child, mother, father, couple };
inline constexpr std::array<std::string_view, 4> assessed_names{"child", "mother", "father",
                                                                "couple"};

/// One instrument at one or more times: ages of the person for `child`, ages of the first child for
/// `mother` and `father`, months since it began for `couple`. With a figure, or about it.
struct assessment_plan {
  component instrument;
  figure with = figure::mother;
  std::vector<double> months;
  assessed person = assessed::child;
  std::int64_t generation = 0;  ///< only persons of this generation; 0: of all
  component scored_by{"neutral"};  ///< the norm of those who score
  std::string as{};  ///< written as the instrument in the tables; empty: its own name there
};

/// An arm of a study: what is set otherwise than in the scenario, each as "/json/pointer=value".
struct arm_plan {
  std::string name;
  std::vector<std::string> set{};
  bool operator==(const arm_plan&) const = default;
};

/// Whose working models are written over time, and how often.
struct trajectory_plan {
  std::uint64_t families = 0;
  double every_months = 1;

  static constexpr auto fields() {
    using P = trajectory_plan;
    return std::tuple{field{"families", &P::families, 0., 1e9, "families",
                            "the first families whose models are written over time", "own choice"},
                      field{"every_months", &P::every_months, 1. / 30., 1200., "months",
                            "how often", "own choice"}};
  }
};

/// A whole simulated study, as a value. JSON is one way to build it.
struct scenario {
  std::string name = "scenario";
  std::string description{};      ///< what the study is for, one line
  std::string protocol{}, arm{};  ///< written on every row; protocol defaults to the name
  std::uint64_t seed = 1;
  std::uint64_t replicate = 0;
  std::uint64_t families = 1000;
  double months = 24;  ///< age of the children at the end
  std::vector<stratum_share> strata{
      {"low_risk", 1, low_risk}, {"high_risk", 0, high_risk}, {"maltreatment", 0, maltreatment}};
  component theory{"conditional_strategies"};
  prior innate{};
  temperament_distribution infants{};
  world rules{};
  care_rule care{};
  std::array<figure_plan, 2> figures{figure_plan{}, figure_plan{{"trait_based"}, 2, 0.6}};
  component culture{"neutral"};  ///< the norm under which caregivers care
  std::vector<exchange> exchanges{};
  std::vector<assessment_plan> assessments{};
  lives_plan lives{};
  std::vector<arm_plan> arms{};  ///< as written in a file; `read_study` makes a scenario of each
  trajectory_plan trajectories{};
  diary_plan diary{};

  static constexpr auto fields() {
    using P = scenario;
    return std::tuple{
        field{"seed", &P::seed, 0., 1.8446744073709552e19, "1",
              "a seed repeats a run to the byte; 0 is a seed like any other"},
        field{"replicate", &P::replicate, 0., 1.8446744073709552e19, "1",
              "number of the repetition under one seed"},
        field{"families", &P::families, 1., 1e9, "families", "one infant each"},
        field{"months", &P::months, 1., 1200., "months",
              "age at which a life is over; above 66 only with /lives/generations"},
        group{"innate", &P::innate, "what an infant expects before any evidence"},
        group{"temperament", &P::infants, "distribution of temperament"},
        group{"world", &P::rules, "what is the same for every theory and caregiver"},
        group{"care", &P::care, "where caregivers' traits come from and how they change"},
        group{"lives", &P::lives, "whole lives and their generations"},
        group{"trajectories", &P::trajectories, "whose working models are written over time"},
        group{"diary", &P::diary, "whose everyday events are kept, each of them, in diary.npy"}};
  }
};

}  // namespace iwm
