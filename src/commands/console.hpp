// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

namespace iwm::commands {

/// A message for people, on standard error.
void tell(std::string_view text);
void complain(std::string_view text);

/// 1234567 as "1,234,567".
std::string grouped(std::uint64_t count);

/// A number with a few decimals.
std::string rounded(double number, int decimals);

/// One line on standard error that shows how far a run is, its rate and the time left: at most ten
/// times a second, only on a terminal, erased at the end.
class progress_line {
 public:
  /// `unit`: what is counted, in the plural.
  progress_line(const std::string& name, std::string unit);
  ~progress_line();
  progress_line(const progress_line&) = delete;
  progress_line& operator=(const progress_line&) = delete;

  void show(std::uint64_t done, std::uint64_t all);

 private:
  using clock = std::chrono::steady_clock;

  std::string name_, unit_;
  bool on_terminal_;
  bool shown_ = false;
  clock::time_point begun_ = clock::now(), last_ = begun_;
};

}  // namespace iwm::commands
