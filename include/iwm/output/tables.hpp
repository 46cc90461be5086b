// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <limits>
#include <span>
#include <string>
#include <string_view>

namespace iwm {

/// Rows of the output tables, and the sink that receives them.
///
/// Rows of a cohort of infants arrive family by family in ascending order of `family_id`, those of whole
/// lives season by season in the order of the persons; within that the persons come first, then
/// relationships, then assessments and classifications in order of age. Text members
/// point to names that outlive the run (registry and scenario), so that a row is cheap to pass on.

inline constexpr double not_available = std::numeric_limits<double>::quiet_NaN();

/// The columns that every row carries: which simulated study, and which family of it.
struct row_origin {
  std::string_view protocol, stratum, arm;
  std::uint64_t seed = 0;
  std::uint64_t family_id = 0;
};

/// people.csv. Times are months from the start of the simulation (the birth of the first child =
/// 0).
struct person_row {
  row_origin from;
  std::uint64_t person_id = 0;
  std::string_view role;                                    ///< mother, father, child
  std::string_view sex;                                     ///< female, male
  double birth = 0;                                         ///< months
  std::uint64_t mother_id = 0, father_id = 0, twin_id = 0;  ///< 0 = none known
  std::string_view zygosity;                                ///< MZ, DZ or empty
  std::int64_t generation = 0;
};

/// relationships.csv: `person_id` is the child of a parent_child relationship. Months of the
/// person's age.
struct relationship_row {
  row_origin from;
  std::uint64_t person_id = 0, partner_id = 0;
  std::string_view kind;
  double start = 0, end = not_available;
  double satisfaction = not_available, conflict = not_available;
};

/// assessments.csv: one scale of one instrument. `episode` is 0 where there is none.
struct assessment_row {
  row_origin from;
  std::uint64_t person_id = 0,
                partner_id = 0;  ///< partner 0: a score of no particular relationship
  std::string_view instrument, scale;
  double age_months = 0;
  std::int64_t episode = 0;
  double value = 0;
};

/// classifications.csv: `system` is "ABCD" or "ABC forced".
struct classification_row {
  row_origin from;
  std::uint64_t person_id = 0, partner_id = 0;
  std::string_view instrument, system;
  double age_months = 0;
  std::string_view category;
};

/// events.csv: what a recording of everyday interaction holds. `time` in months of the person's
/// age.
struct event_row {
  row_origin from;
  double time = 0;
  std::uint64_t person_id = 0, partner_id = 0;
  std::string_view kind;
  double quality = not_available;      ///< of the response, 0 to 1
  double severity = not_available;     ///< of a life event
  double latency = not_available;      ///< minutes until the response
  double crying = not_available;       ///< 0 to 1
  double exploration = not_available;  ///< 0 to 1
};

/// trajectories.csv: the working model of a sampled child at one age; partner 0 is the general
/// model.
struct trajectory_row {
  row_origin from;
  std::uint64_t person_id = 0, partner_id = 0;
  double age_months = 0;
  std::string_view store;  ///< implicit, declared
  double availability = 0, acceptance = 0, safety = 0, worth = 0, efficacy = 0;
  double confidence = 0, direct = 0, minimise = 0, maximise = 0;
  double reflection = 0;
};

/// The diary of a whole run, of the shape (families, events, columns). No families: none is kept.
struct diary_shape {
  std::uint64_t families = 0, events = 0;  ///< events of each family
  std::span<const std::string> columns{};  ///< names of `diary_columns`; they outlive the run
};

/// diary.npy: a part of the diary, all events of families that follow on those of the part before.
struct diary_rows {
  diary_shape whole;
  std::uint64_t first_family = 1, families = 0;
  std::span<const double> values;  ///< families x events x columns, the columns side by side
};

/// Receives the rows of one run, in order, from one writer.
struct sink {
  virtual ~sink() = default;
  virtual void row(const person_row&) {}
  virtual void row(const relationship_row&) {}
  virtual void row(const assessment_row&) {}
  virtual void row(const classification_row&) {}
  virtual void row(const event_row&) {}
  virtual void row(const trajectory_row&) {}
  virtual void diary(const diary_rows&) {}
  virtual void end() {}
};

}  // namespace iwm
