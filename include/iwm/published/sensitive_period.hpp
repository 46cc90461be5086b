// SPDX-License-Identifier: MIT
#pragma once

#include "iwm/core/random.hpp"
#include "iwm/core/real.hpp"

#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace iwm::published {

/// How the returns of a phenotype grow with its increments.
enum class returns { linear, diminishing, increasing };

/// An organism that lives in one of two environments for good, sees one cue of which a period,
/// right with probability `reliability`, and then adds an increment to one of two phenotypes or
/// waits. The policy is optimal by backward induction.
///
///   ln odds of 1 = ln(prior / (1 - prior)) + (cues for 1 - cues for 0) ln(reliability / (1 -
///   reliability)) fitness      = b0 f(y0) + b1 f(y1) - mismatch (b0 f(y1) + b1 f(y0))       b:
///   posterior at the end f            = y,   a (1 - e^(-0.2 y))   or   a (e^(0.2 y) - 1),   with
///   f(periods) = periods
///
/// Panchanathan & Frankenhuis (2016), doi:10.1098/rspb.2015.2439; Walasek, Frankenhuis &
/// Panchanathan (2021), doi:10.1093/beheco/arab113.
struct sensitive_period_model {
  double prior = 0.5;         ///< of environment 1, in (0, 1)
  double reliability = 0.75;  ///< in [.5, 1)
  double mismatch = 1;        ///< cost of the other environment's phenotype, psi in the papers
  returns grows = returns::linear;
  std::size_t periods = 20;

  /// f(y) of y increments.
  double worth(std::size_t increments) const {
    const double y = static_cast<double>(increments), all = static_cast<double>(periods);
    if (grows == returns::diminishing) return all * (1. - exp(-0.2 * y)) / (1. - exp(-0.2 * all));
    if (grows == returns::increasing) return all * (exp(0.2 * y) - 1.) / (exp(0.2 * all) - 1.);
    return y;
  }
  /// Posterior of environment 1 after `ones` of `cues` cues for it.
  double posterior(std::size_t ones, std::size_t cues) const {
    const double surplus = 2. * static_cast<double>(ones) - static_cast<double>(cues);
    return logistic(logit(prior) + surplus * logit(reliability));
  }
  double fitness(double one, std::size_t y0, std::size_t y1) const {
    const double zero = 1. - one;
    return zero * worth(y0) + one * worth(y1) - mismatch * (zero * worth(y1) + one * worth(y0));
  }
};

/// An increment for environment 0 or for 1, or none.
enum development : std::size_t { towards_zero, towards_one, waiting };

/// The optimal policy: for every period and state the acts that are best, up to a share of 1e-9.
class sensitive_period_policy {
 public:
  explicit sensitive_period_policy(const sensitive_period_model& model)
      : n_(model.periods + 1), best_(n_ * n_ * n_ * n_) {
    std::vector<double> later, now(n_ * n_ * n_);
    for (std::size_t t = model.periods; t > 0; --t) {
      for (std::size_t ones = 0; ones <= t; ++ones)
        for (std::size_t y0 = 0; y0 < t; ++y0)
          for (std::size_t y1 = 0; y0 + y1 < t; ++y1) {
            const std::array<double, 3> value{after(model, later, t, ones, y0 + 1, y1),
                                              after(model, later, t, ones, y0, y1 + 1),
                                              after(model, later, t, ones, y0, y1)};
            const double most = max(value[0], max(value[1], value[2]));
            unsigned char acts = 0;
            for (std::size_t act = 0; act < 3; ++act)
              if (value[act] >= most - 1e-9 * max(1., abs(most)))
                acts = static_cast<unsigned char>(acts | (1u << act));
            best_[place(ones, y0, y1) + n_ * n_ * n_ * (t - 1)] = acts;
            now[place(ones, y0, y1)] = most;
          }
      later = now;
    }
  }

  /// What to do at period t, from 1, after its cue; u decides between equals.
  development act(std::size_t t, std::size_t ones, std::size_t y0, std::size_t y1, double u) const {
    const unsigned acts = best(t, ones, y0, y1);
    const unsigned count = (acts & 1u) + (acts >> 1 & 1u) + (acts >> 2 & 1u);
    auto skip = static_cast<unsigned>(u * count);
    for (std::size_t act = 0; act < 3; ++act)
      if ((acts >> act & 1u) != 0u && skip-- == 0u) return static_cast<development>(act);
    return waiting;
  }
  /// The best acts as bits, in the order of `development`.
  unsigned best(std::size_t t, std::size_t ones, std::size_t y0, std::size_t y1) const {
    return best_[place(ones, y0, y1) + n_ * n_ * n_ * (t - 1)];
  }

 private:
  std::size_t place(std::size_t ones, std::size_t y0, std::size_t y1) const {
    return (ones * n_ + y0) * n_ + y1;
  }
  /// The value of a phenotype after the act of period t: of its fitness, or over the next cue.
  double after(const sensitive_period_model& model, const std::vector<double>& later, std::size_t t,
               std::size_t ones, std::size_t y0, std::size_t y1) const {
    const double one = model.posterior(ones, t);
    if (t == model.periods) return model.fitness(one, y0, y1);
    const double next = one * model.reliability + (1. - one) * (1. - model.reliability);
    return next * later[place(ones + 1, y0, y1)] + (1. - next) * later[place(ones, y0, y1)];
  }

  std::size_t n_;
  std::vector<unsigned char> best_;
};

/// A life: what was grown, and how often nothing was.
struct phenotype {
  std::array<std::size_t, 2> increments{};
  std::size_t waits = 0;

  /// Euclidean distance of the increments.
  double distance(const phenotype& other) const {
    const auto gap = [&](std::size_t i) {
      return static_cast<double>(increments[i]) - static_cast<double>(other.increments[i]);
    };
    return std::sqrt(gap(0) * gap(0) + gap(1) * gap(1));
  }
};

/// What becomes of a twin that is separated: the opposite of its sibling's cues, cues of the other
/// environment, or cues that say nothing.
enum class assay { opposite, other_patch, deprived };

/// Grows up in environment 1. From period `apart` on, from 1, life is that of the separated twin,
/// who then also decides between equals by itself; with `apart` beyond the last period nobody is.
inline phenotype grow_up(const sensitive_period_model& model, const sensitive_period_policy& policy,
                         const draw_key& twins, std::size_t apart, assay how = assay::opposite) {
  phenotype grown;
  std::size_t ones = 0;
  for (std::size_t t = 1; t <= model.periods; ++t) {
    const draws u = twins.draw(t, purpose::procedure);
    const bool alone = t >= apart;
    const bool right = u[0] < model.reliability;
    const bool other = how == assay::opposite      ? !right
                       : how == assay::other_patch ? u[3] >= model.reliability
                                                   : u[3] < 0.5;
    ones += (alone ? other : right) ? 1 : 0;
    const development did =
        policy.act(t, ones, grown.increments[0], grown.increments[1], alone ? u[2] : u[1]);
    if (did == waiting)
      ++grown.waits;
    else
      ++grown.increments[did];
  }
  return grown;
}

}  // namespace iwm::published
