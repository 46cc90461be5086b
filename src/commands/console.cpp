// SPDX-License-Identifier: MIT
#include "commands/console.hpp"

#include <array>
#include <charconv>
#include <cstdio>
#include <memory>

#include <spdlog/logger.h>
#include <spdlog/sinks/stdout_color_sinks.h>
#include <unistd.h>

namespace iwm::commands {
namespace {

void log(spdlog::level::level_enum level, const char* pattern, std::string_view text) {
  spdlog::logger to_people("iwm", std::make_shared<spdlog::sinks::stderr_color_sink_st>());
  to_people.set_pattern(pattern);
  to_people.log(level, spdlog::string_view_t(text.data(), text.size()));
  to_people.flush();
}

void show_on_terminal(std::string_view text) {
  std::fwrite(text.data(), 1, text.size(), stderr);
  std::fflush(stderr);
}

}  // namespace

void tell(std::string_view text) { log(spdlog::level::info, "%v", text); }
void complain(std::string_view text) { log(spdlog::level::err, "%^error%$: %v", text); }

std::string grouped(std::uint64_t count) {
  std::string digits = std::to_string(count);
  for (std::size_t at = digits.size(); at > 3; digits.insert(at, 1, ',')) at -= 3;
  return digits;
}

std::string rounded(double number, int decimals) {
  std::array<char, 400> digits;
  return {digits.data(), std::to_chars(digits.data(), digits.data() + digits.size(), number,
                                       std::chars_format::fixed, decimals)
                             .ptr};
}

progress_line::progress_line(const std::string& name, std::string unit)
    : name_(name.substr(0, 24)), unit_(std::move(unit)), on_terminal_(::isatty(STDERR_FILENO) == 1) {}

progress_line::~progress_line() {
  if (shown_) show_on_terminal("\r\x1b[K");
}

void progress_line::show(std::uint64_t done, std::uint64_t all) {
  const auto now = clock::now();
  if (!on_terminal_ || done == 0 || now - last_ < std::chrono::milliseconds(100)) return;
  last_ = now;
  shown_ = true;
  const double rate =
      static_cast<double>(done) / std::chrono::duration<double>(now - begun_).count();
  show_on_terminal("\r\x1b[K" + name_ + "  " +
                   rounded(100. * static_cast<double>(done) / static_cast<double>(all), 0) + "%  " +
                   grouped(done) + " of " + grouped(all) + ' ' + unit_ + "  " + rounded(rate, 0) + ' ' + unit_ +
                   "/s  " + rounded(static_cast<double>(all - done) / rate, 0) +
                   " s left");
}

}  // namespace iwm::commands
