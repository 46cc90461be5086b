// SPDX-License-Identifier: MIT
#pragma once

#include "iwm/core/real.hpp"

#include <cmath>

namespace iwm {

/// Random variables as pure functions of one uniform u in (0, 1): the quantile functions, all
/// increasing in u. One u serves one variable. A draw, that is u in [2^-33, 1 - 2^-33], is assumed
/// by `normal` and what is made of it; the others take any u in (0, 1).

/// Normal with the given mean and standard deviation (>= 0).
[[gnu::always_inline]] inline double normal(double u, double mean = 0.,
                                            double standard_deviation = 1.) {
  return mean + standard_deviation * normal_quantile_of_draw(u);
}

/// The magnitude of a normal variable with mean 0, from two uniforms:
/// standard_deviation sqrt(-2 log u) sin(pi v / 2). Error below 7 ULP. Twice as fast as
/// abs(normal(u)), but not monotone in one uniform.
/// Box & Muller (1958), doi:10.1214/aoms/1177706645.
[[gnu::always_inline]] inline double half_normal(double u, double v,
                                                 double standard_deviation = 1.) {
  const double sine = v * detail::polynomial(v * v, 1.5707963267948964394, -0.64596409750622322784,
                                             0.079692626245683363428, -0.0046817541314470625397,
                                             0.00016044116956310630257, -3.5988107063136795291e-6,
                                             5.6883180640177953288e-8, -6.4494712378091340345e-10);
  return standard_deviation * std::sqrt(-2. * log(u)) * sine;
}

/// Exponential with the given mean (>= 0): -mean log(1 - u).
[[gnu::always_inline]] constexpr double exponential(double u, double mean) {
  return -mean * log(1. - u);
}

/// True with probability p; never for p = 0, always for p = 1.
constexpr bool bernoulli(double u, double p) { return u < p; }

/// Inverse Gaussian (Wald) with the given mean (> 0) and shape (> 0), whose variance is
/// mean^3 / shape, exactly, from two uniforms: with w = mean z^2 / (2 shape) for the normal z of u,
/// and r = 1 + w + sqrt(w (w + 2)), it is mean / r with probability r / (1 + r), else mean r.
/// Michael, Schucany & Haas (1976), The American Statistician 30, 88-90,
/// doi:10.1080/00031305.1976.10479147.
[[gnu::always_inline]] inline double inverse_gaussian(double u, double v, double mean,
                                                      double shape) {
  const double z = normal(u);
  const double w = mean * z * z / (2. * shape);
  const double r = 1. + w + std::sqrt(w * (w + 2.));
  return select(v * (1. + r) < r, mean / r, mean * r);
}

/// exp of a normal with mean mu and standard deviation sigma; its median is exp(mu).
[[gnu::always_inline]] inline double log_normal(double u, double mu, double sigma) {
  return exp(normal(u, mu, sigma));
}

/// logistic of a normal with mean mu and standard deviation sigma; its median is logistic(mu).
[[gnu::always_inline]] inline double logit_normal(double u, double mu, double sigma) {
  return logistic(normal(u, mu, sigma));
}

/// The logarithm of the gamma function for x in [1e-20, 1e15]. Absolute error below
/// 1e-14 + 1e-15 |log_gamma(x)|. Stirling's series at 10 or above, reached from below by
/// log_gamma(x) = log_gamma(x + 1) - log(x).
constexpr double log_gamma(double x) {
  double product = 1.;
  while (x < 10.) {
    product *= x;
    x += 1.;
  }
  const double y = 1. / (x * x);
  const double series =
      detail::polynomial(y, 1. / 12., -1. / 360., 1. / 1260., -1. / 1680., 1. / 1188.,
                         -691. / 360360., 1. / 156., -3617. / 122400.) /
      x;
  constexpr double half_log_two_pi = 0.91893853320467274178;
  return ((x - 0.5) * log(x) - x) + half_log_two_pi + series - log(product);
}

/// The digamma function, the derivative of log_gamma, for x in [1e-20, 1e15]. Error below 1e-14 times
/// the larger of 1 and |digamma(x)|. The asymptotic series at x + 8 and eight steps down,
/// digamma(x) = digamma(x + 1) - 1 / x, on one denominator; no branch.
/// DLMF 5.11.2, https://dlmf.nist.gov/5.11.E2.
[[gnu::always_inline]] constexpr double digamma(double x) {
  double above = 0., below = 1.;
  for (int k = 0; k < 8; ++k) {
    above = above * (x + k) + below;
    below *= x + k;
  }
  const double z = x + 8.;
  const double y = 1. / (z * z);
  const double series =
      y * detail::polynomial(y, 1. / 12., -1. / 120., 1. / 252., -1. / 240., 1. / 132.,
                             -691. / 32760., 1. / 12.);
  return log(z) - 0.5 / z - series - above / below;
}

namespace detail {

/// The continued fraction c(x) of the incomplete beta function, I_x(a, b) = x^a (1-x)^b c / (a B),
/// by the modified method of Lentz; converges fast for x <= (a + 1) / (a + b + 2).
/// DLMF 8.17.22, https://dlmf.nist.gov/8.17.E22.
constexpr double beta_fraction(double x, double a, double b) {
  double c = 1.;
  double d = 1. / (1. - (a + b) * x / (a + 1.));
  double fraction = d;
  for (int i = 1; i < 1000; ++i) {
    const double m = i, a2m = a + 2. * m;
    const double even = m * (b - m) * x / ((a2m - 1.) * a2m);
    d = 1. / (1. + even * d);
    c = 1. + even / c;
    fraction *= d * c;
    const double odd = -(a + m) * (a + b + m) * x / (a2m * (a2m + 1.));
    d = 1. / (1. + odd * d);
    c = 1. + odd / c;
    fraction *= d * c;
    if (abs(d * c - 1.) < 4e-16) break;
  }
  return fraction;
}

/// The logit of a quantile of a beta variable that lies at or below (a + 1) / (a + b + 2).
/// In t = logit x the density is log-concave, hence so is the distribution function: Newton's steps
/// on its logarithm fall left of the root at once and then rise to it.
constexpr double beta_tail_logit(double log_u, double a, double b, double log_beta) {
  double t = log((a + 1.) / (b + 1.));
  for (int i = 0; i < 100; ++i) {
    const double log_rest = -log(1. + exp(t));
    const double fraction = beta_fraction(logistic(t), a, b);
    const double log_distribution =
        a * (t + log_rest) + b * log_rest - log_beta - log(a) + log(fraction);
    const double step = (log_u - log_distribution) * fraction / a;
    t += step;
    if (abs(step) < 1e-9) break;
  }
  return t;
}

}  // namespace detail

/// Beta with shapes a and b in [0.01, 1000]: the x with I_x(a, b) = u, found by Newton's method.
/// Beside the rounding of x the error of u is below 1e-11 min(u, 1 - u) for shapes in [0.1, 100],
/// below 1e-9 min(u, 1 - u) for all; small shapes can round to 0 or 1. About a microsecond: for
/// persons, not for events.
constexpr double beta(double u, double a, double b) {
  const double log_beta = log_gamma(a) + log_gamma(b) - log_gamma(a + b);
  const double x = (a + 1.) / (a + b + 2.);
  const double log_split =
      a * log(x) + b * log(1. - x) - log_beta - log(a) + log(detail::beta_fraction(x, a, b));
  if (log(u) <= log_split) return logistic(detail::beta_tail_logit(log(u), a, b, log_beta));
  return logistic(-detail::beta_tail_logit(log(1. - u), b, a, log_beta));
}

}  // namespace iwm
