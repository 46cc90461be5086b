// SPDX-License-Identifier: MIT
#pragma once

#include "iwm/core/fields.hpp"

#include <array>
#include <bit>
#include <charconv>
#include <cstddef>
#include <cstdint>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace iwm::testing {

/// What the check of one property came to. A theory need not address everything: one without
/// confidence has no confidence that could rise, which is neither a pass nor a failure.
enum class verdict { passed, failed, not_addressed };

/// One property of a theory or of a caregiver, checked. `property` is the name of the function that
/// checked it; `message` is a sentence with the numbers that were seen.
struct finding {
  std::string_view property;
  verdict result = verdict::passed;
  std::string message;
};

/// Thrown by `require_theory` and `require_caregiver`; what() has one failed property a line.
class property_error : public std::logic_error {
 public:
  using std::logic_error::logic_error;
};

/// The failed properties, one a line; empty if none failed.
inline std::string failures(std::span<const finding> findings) {
  std::string lines;
  for (const finding& f : findings) {
    if (f.result != verdict::failed) continue;
    if (!lines.empty()) lines += '\n';
    lines += std::string(f.property) + ": " + f.message;
  }
  return lines;
}

/// Every property with its verdict and its numbers, one a line, for people.
inline std::string report(std::span<const finding> findings) {
  std::string lines;
  for (const finding& f : findings) {
    const std::string_view word = f.result == verdict::passed   ? "passed         "
                                  : f.result == verdict::failed ? "FAILED         "
                                                                : "not addressed  ";
    lines += std::string(word) + std::string(f.property) + ": " + f.message + '\n';
  }
  return lines;
}

/// Throws property_error with every failed property.
inline void require(std::span<const finding> findings) {
  const std::string failed = failures(findings);
  if (!failed.empty()) throw property_error(failed);
}

namespace detail {

/// Four digits for a sentence; the sign of a NaN says nothing.
inline std::string digits(double value) {
  if (value != value) return "nan";
  char text[32];
  return std::string(
      text, std::to_chars(text, text + sizeof text, value, std::chars_format::general, 4).ptr);
}

inline finding judge(std::string_view property, bool holds, std::string message) {
  return {property, holds ? verdict::passed : verdict::failed, std::move(message)};
}

inline finding silent(std::string_view property, std::string reason) {
  return {property, verdict::not_addressed, std::move(reason)};
}

/// The least difference of an expectation between two histories that counts as one.
inline constexpr double noticeable = 0.01;

inline std::string from_to(double before, double now) {
  return digits(before) + " to " + digits(now);
}

/// Whether two plain groups of doubles are the same to the bit.
template <class Numbers>
bool same_bits(const Numbers& a, const Numbers& b) {
  using bits = std::array<std::uint64_t, sizeof(Numbers) / sizeof(double)>;
  return std::bit_cast<bits>(a) == std::bit_cast<bits>(b);
}

/// Keeps the first number that left its range, and how many were looked at. A NaN is outside.
class range_watch {
 public:
  void within(std::string_view what, double value, double lowest, double highest) {
    ++seen_;
    const bool inside = lowest <= value && value <= highest;
    if (!inside)
      broken(std::string(what) + " was " + (value != value ? "nan" : to_text(value)) +
             ", outside [" + digits(lowest) + ", " + digits(highest) + "]");
  }
  void broken(std::string sentence) {
    if (first_.empty()) first_ = std::move(sentence);
  }
  finding judged(std::string_view property) const {
    return judge(
        property, first_.empty(),
        first_.empty() ? "all of " + std::to_string(seen_) + " numbers were in range" : first_);
  }

 private:
  std::size_t seen_ = 0;
  std::string first_;
};

template <class Parameters>
finding in_their_ranges(std::string_view property, const Parameters& values) {
  if constexpr (has_fields<Parameters>) {
    std::string wrong;
    for (const problem& p : in_range(values)) wrong += (wrong.empty() ? "" : "; ") + to_string(p);
    return judge(property, wrong.empty(),
                 wrong.empty() ? "every parameter lies in its range" : wrong);
  } else {
    return silent(property, "its parameters have no table");
  }
}

}  // namespace detail
}  // namespace iwm::testing
