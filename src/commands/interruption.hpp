// SPDX-License-Identifier: MIT
#pragma once

#include <csignal>
#include <ctime>

namespace iwm::commands {

/// Thrown when the user asked to stop; the program exits with status 130.
struct interrupted {};

/// Holds back SIGINT, SIGTERM and SIGHUP while it lives, in this thread and those that it starts,
/// so that a run can end between two blocks instead of anywhere.
class interruption {
 public:
  interruption() {
    ::sigemptyset(&asked_);
    for (const int signal : {SIGINT, SIGTERM, SIGHUP}) ::sigaddset(&asked_, signal);
    ::pthread_sigmask(SIG_BLOCK, &asked_, &before_);
  }
  ~interruption() {
    requested();
    ::pthread_sigmask(SIG_SETMASK, &before_, nullptr);
  }
  interruption(const interruption&) = delete;
  interruption& operator=(const interruption&) = delete;

  /// Whether one of the signals came.
  bool requested() {
    const std::timespec at_once{};
    while (::sigtimedwait(&asked_, nullptr, &at_once) > 0) came_ = true;
    return came_;
  }

 private:
  ::sigset_t asked_{}, before_{};
  bool came_ = false;
};

}  // namespace iwm::commands
