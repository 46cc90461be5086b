// SPDX-License-Identifier: MIT
#pragma once

#include "iwm/core/error.hpp"
#include "iwm/output/tables.hpp"
#include "iwm/population/registry.hpp"
#include "iwm/population/run.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace iwm {

/// Which theories grow up with which caregivers, how many children each, and until when.
struct comparison_plan {
  std::vector<std::string> theories, caregivers;
  std::uint64_t families = 200;
  std::uint64_t months = 12;  ///< age at the Strange Situation; then the caregiver is exchanged
  std::uint64_t seed = 1;
};

inline constexpr std::array<std::string_view, 6> compared_caregivers{
    "sensitive", "rejecting", "inconsistent", "unavailable", "frightening", "attend_ignore"};

/// Whether a question has an answer: `not_addressed` where the theory cannot speak to it,
/// `undefined` where the caregiver leaves nothing to ask.
enum class answer : std::size_t { given, not_addressed, undefined };
inline constexpr std::array<std::string_view, 3> answer_names{"yes", "not addressed", "undefined"};

/// One quantity of one theory with one caregiver; value and error are missing without an answer.
struct compared_figure {
  std::string_view theory, caregiver, question, quantity;
  double value = not_available, standard_error = not_available;
  answer addressed = answer::given;
};

/// What `compare` would refuse.
std::vector<problem> problems_of(const comparison_plan& plan, const registry& known);

/// All children of a theory are born alike, into the same families, with the same seed; they have a
/// mother only. Questions and quantities:
///
///   strategies         direct, minimise, maximise: shares of the manners shown in the last 30 days
///   strange_situation  A, B, C, D: shares of the classes
///   exchange           way_after_1_month, way_after_6_months: how far what is expected of the
///                      figure has come, once a sensitive one is in its place, towards that of a
///                      child who always had one; 0 as before, 1 all the way
///   therapy            other, declared_gap, direct_advantage, confidence: what changes when all is
///                      thought over at once (`reflect`)
///
/// A theory addresses a manner, a class or therapy if it ever shows that manner, avoids (A),
/// resists (C), freezes (D) or is changed by reflection in a year with a rejecting, an inconsistent
/// or a frightening caregiver, whatever the plan. Nothing when `progress` asked to stop.
std::optional<std::vector<compared_figure>> compare(const comparison_plan& plan,
                                                    const registry& known,
                                                    const run_options& options = {});

/// A table for each theory: a row a quantity, a column a caregiver.
std::string comparison_table(std::span<const compared_figure> figures);

/// One row a figure: theory, caregiver, question, quantity, value, standard_error, addressed. What
/// does not exist is empty in CSV, null in JSON.
std::string comparison_csv(std::span<const compared_figure> figures);
std::string comparison_json(std::span<const compared_figure> figures);

}  // namespace iwm
