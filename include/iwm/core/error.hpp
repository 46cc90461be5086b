// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <cstddef>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace iwm {

/// One thing that is wrong with an input: which file, where in it (a JSON pointer), and a sentence
/// with the value, what is allowed and, for a misspelt name, the nearest one.
struct problem {
  std::string file;
  std::string pointer;
  std::string message;

  friend bool operator==(const problem&, const problem&) = default;
};

/// The line shown to the user: "FILE POINTER: message", without what is empty.
inline std::string to_string(const problem& wrong) {
  std::string where = wrong.file;
  if (!where.empty() && !wrong.pointer.empty()) where += ' ';
  where += wrong.pointer;
  return where.empty() ? wrong.message : where + ": " + wrong.message;
}

/// The input is wrong and nothing was written; the program exits with status 2. Holds every problem
/// that was found, in order; what() has one a line.
class input_error : public std::runtime_error {
 public:
  explicit input_error(std::vector<problem> problems)
      : std::runtime_error(lines(problems)), problems_(std::move(problems)) {}

  const std::vector<problem>& problems() const { return problems_; }

 private:
  static std::string lines(const std::vector<problem>& problems) {
    std::string text;
    for (const problem& wrong : problems) {
      if (!text.empty()) text += '\n';
      text += to_string(wrong);
    }
    return text;
  }

  std::vector<problem> problems_;
};

/// A run failed although its input was right; the program exits with status 3 and what was finished
/// can be resumed.
class run_error : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

namespace detail {

constexpr char lower_case(char c) {
  return 'A' <= c && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

constexpr bool begins_with(std::string_view text, std::string_view start) {
  return start.size() <= text.size() &&
         std::equal(start.begin(), start.end(), text.begin(),
                    [](char a, char b) { return lower_case(a) == lower_case(b); });
}

}  // namespace detail

/// Insertions, deletions, substitutions and swaps of neighbours (each letter in at most one swap)
/// that turn one name into the other; upper and lower case are alike.
/// Damerau (1964), doi:10.1145/363958.363994.
inline std::size_t edit_distance(std::string_view from, std::string_view to) {
  std::vector<std::size_t> before(to.size() + 1), last(to.size() + 1), now(to.size() + 1);
  for (std::size_t j = 0; j <= to.size(); ++j) last[j] = j;
  const auto same = [&](std::size_t i, std::size_t j) {
    return detail::lower_case(from[i]) == detail::lower_case(to[j]);
  };
  for (std::size_t i = 1; i <= from.size(); ++i) {
    now[0] = i;
    for (std::size_t j = 1; j <= to.size(); ++j) {
      const std::size_t substituted = last[j - 1] + (same(i - 1, j - 1) ? 0 : 1);
      now[j] = std::min({last[j] + 1, now[j - 1] + 1, substituted});
      if (i > 1 && j > 1 && same(i - 1, j - 2) && same(i - 2, j - 1))
        now[j] = std::min(now[j], before[j - 2] + 1);
    }
    std::swap(before, last);
    std::swap(last, now);
  }
  return last[to.size()];
}

/// The known name that `wrong` most likely meant, or "" if none is near. Near is a name within a
/// third of the longer one's letters (at least one edit, fewer than the letters of either), or one
/// of which the other is the beginning, by three letters or more. The fewest edits win; of equals
/// the first in the alphabet, whatever the order of `known`.
inline std::string nearest_name(std::string_view wrong, std::span<const std::string_view> known) {
  std::string_view nearest;
  std::size_t fewest = std::string_view::npos;
  for (const std::string_view name : known) {
    const std::size_t edits = edit_distance(wrong, name);
    const std::size_t shorter = std::min(wrong.size(), name.size());
    const std::size_t longer = std::max(wrong.size(), name.size());
    const bool misspelt = edits < shorter && edits <= std::max<std::size_t>(1, longer / 3);
    const bool begun =
        shorter >= 3 && (detail::begins_with(name, wrong) || detail::begins_with(wrong, name));
    if ((misspelt || begun) && (edits < fewest || (edits == fewest && name < nearest))) {
      nearest = name;
      fewest = edits;
    }
  }
  return std::string(nearest);
}

}  // namespace iwm
