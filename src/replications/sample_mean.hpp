// SPDX-License-Identifier: MIT
#pragma once

#include <cmath>

namespace iwm {

/// Mean and standard error of what is added.
class sample_mean {
 public:
  void add(double x) {
    n_ += 1.;
    const double away = x - mean_;
    mean_ += away / n_;
    squares_ += away * (x - mean_);
  }
  double count() const { return n_; }
  double mean() const { return mean_; }
  double standard_error() const { return n_ > 1. ? std::sqrt(squares_ / (n_ - 1.) / n_) : 0.; }

 private:
  double n_ = 0., mean_ = 0., squares_ = 0.;
};

}  // namespace iwm
