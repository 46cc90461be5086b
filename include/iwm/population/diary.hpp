// SPDX-License-Identifier: MIT
#pragma once

#include "iwm/core/fields.hpp"
#include "iwm/interaction/event.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

namespace iwm {

/// What a diary may hold of an everyday event: a number that a camera could see.
struct diary_column {
  std::string_view name;
  std::size_t place;  ///< among the numbers of an `event`; `diary_figure`: who was met instead
  double lowest, highest;
  std::string_view unit, meaning;
};

inline constexpr std::size_t diary_figure = sizeof(event) / sizeof(double);

namespace detail {
constexpr std::size_t number_at(std::size_t bytes) { return bytes / sizeof(double); }
}  // namespace detail

/// All columns that a diary may have, in the order of an event.
inline constexpr std::array diary_columns{
    diary_column{"figure", diary_figure, 0, 1, "1", "whom the infant met: 0 mother, 1 father"},
    diary_column{"kind", detail::number_at(offsetof(event, now.kind)), 0, 3, "1",
                 "kind of need: 0 hunger, 1 fear, 2 discomfort, 3 closeness"},
    diary_column{"need", detail::number_at(offsetof(event, now.need)), 0, 1, "1",
                 "intensity of the need"},
    diary_column{"age", detail::number_at(offsetof(event, now.age)), 0, 6, "years",
                 "age of the infant"},
    diary_column{"display", detail::number_at(offsetof(event, shown.display)), 0, 1, "1",
                 "distress shown: crying, fussing, calling"},
    diary_column{"proximity", detail::number_at(offsetof(event, shown.proximity)), 0, 1, "1",
                 "approaches, reaches for the figure"},
    diary_column{"contact", detail::number_at(offsetof(event, shown.contact)), 0, 1, "1",
                 "holds on once there"},
    diary_column{"resistance", detail::number_at(offsetof(event, shown.resistance)), 0, 1, "1",
                 "angry, pushes away what it seeks"},
    diary_column{"avoidance", detail::number_at(offsetof(event, shown.avoidance)), 0, 1, "1",
                 "turns, looks or moves away from the figure"},
    diary_column{"exploration", detail::number_at(offsetof(event, shown.exploration)), 0, 1, "1",
                 "attends to toys and surroundings"},
    diary_column{"conflict", detail::number_at(offsetof(event, shown.conflict)), 0, 1, "1",
                 "1 when it freezes or contradicts itself"},
    diary_column{"manner", detail::number_at(offsetof(event, shown.manner)), 0, 2, "1",
                 "how distress is signalled: 0 openly, 1 muted, 2 exaggerated"},
    diary_column{"came", detail::number_at(offsetof(event, given.came)), 0, 1, "1",
                 "1 when the figure noticed and answered"},
    diary_column{"fit", detail::number_at(offsetof(event, given.fit)), 0, 1, "1",
                 "how well the care met the need"},
    diary_column{"delay", detail::number_at(offsetof(event, given.delay)), 0,
                 std::numeric_limits<double>::infinity(), "minutes",
                 "time until the answer; 0 if none came"},
    diary_column{"welcome", detail::number_at(offsetof(event, given.welcome)), 0, 1, "1",
                 "1 when answered with warmth"},
    diary_column{"rejection", detail::number_at(offsetof(event, given.rejection)), 0, 1, "1",
                 "1 when answered with a rebuff"},
    diary_column{"fright", detail::number_at(offsetof(event, given.fright)), 0, 1, "1",
                 "1 when the figure frightened or was frightened"},
    diary_column{"intrusion", detail::number_at(offsetof(event, given.intrusion)), 0, 1, "1",
                 "1 when the figure interfered with what the infant was doing"},
    diary_column{"settling", detail::number_at(offsetof(event, settling)), 0, 1, "1",
                 "how far the infant visibly calms afterwards"}};

/// The column of that name, or nullptr.
constexpr const diary_column* find_diary_column(std::string_view name) {
  const auto found = std::ranges::find(diary_columns, name, &diary_column::name);
  return found == diary_columns.end() ? nullptr : &*found;
}

/// What a column may hold, in words: "0 to 1", "0 or more".
inline std::string values_text(const diary_column& column) {
  const bool open = column.highest == std::numeric_limits<double>::infinity();
  return to_text(column.lowest) + (open ? " or more" : " to " + to_text(column.highest));
}

/// Whose everyday events are kept, each of them, and what of an event, in that order.
struct diary_plan {
  std::uint64_t families = 0;
  std::vector<std::string> columns{"display", "settling"};

  static constexpr auto fields() {
    return std::tuple{field{"families", &diary_plan::families, 0., 1e9, "families",
                            "the first families of which every everyday event is kept",
                            "own choice"}};
  }
};

}  // namespace iwm
