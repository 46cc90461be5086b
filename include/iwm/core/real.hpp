// SPDX-License-Identifier: MIT
#pragma once

#include <bit>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>

namespace iwm {

/// Elementary functions with the same digits everywhere.
///
/// Only IEEE additions, multiplications, divisions and square roots in a fixed order, no call into
/// the maths library and no branch: every compiler, optimisation level and instruction set gives
/// the same bits (compile with -ffp-contract=off and never with fast-math), and a loop over them
/// becomes vector code. std::sqrt is exact everywhere and may be used beside them; std::exp and the
/// like may not. Errors are in units in the last place (ULP) of the result and are checked in
/// tests/core/real_test.cpp. A NaN argument gives a NaN.

/// The value `yes` if `condition` holds, else `no`. Both are evaluated: guard a division or a
/// logarithm by selecting its argument, not its result.
constexpr double select(bool condition, double yes, double no) { return condition ? yes : no; }

/// x, but not below `lowest` nor above `highest`.
constexpr double clamp(double x, double lowest, double highest) {
  const double raised = select(x < lowest, lowest, x);
  return select(highest < raised, highest, raised);
}

/// x, but not below 0 nor above 1.
constexpr double clamp01(double x) { return clamp(x, 0., 1.); }

/// The smaller of two, the larger of two, and the magnitude.
constexpr double min(double a, double b) { return select(b < a, b, a); }
constexpr double max(double a, double b) { return select(a < b, b, a); }
constexpr double abs(double x) {
  return std::bit_cast<double>(std::bit_cast<std::uint64_t>(x) & 0x7fffffffffffffff);
}

namespace detail {

/// first + second x + third x^2 + ..., two terms at a time: half as long a chain as Horner's.
template <class... Rest>
[[gnu::always_inline]] constexpr double pairs(double x, double square, double first, double second,
                                              Rest... rest) {
  const double pair = first + second * x;
  if constexpr (sizeof...(rest) == 0)
    return pair;
  else if constexpr (sizeof...(rest) == 1)
    return pair + square * (rest + ...);
  else
    return pair + square * pairs(x, square, rest...);
}

template <class... Coefficients>
[[gnu::always_inline]] constexpr double polynomial(double x, Coefficients... coefficients) {
  return pairs(x, x * x, coefficients...);
}

inline constexpr double ln2_high = 0x1.62e42feep-1;  // product with an exponent is exact
inline constexpr double ln2_low = 0x1.a39ef35793c76p-33;
inline constexpr std::uint64_t bits_of_one = 0x3ff0000000000000;
inline constexpr std::uint64_t bits_of_root_half = 0x3fe6a09e667f3bcd;
inline constexpr std::uint64_t bits_of_two_to_52 = 0x4330000000000000;
inline constexpr std::uint64_t fraction_bits = 0x000fffffffffffff;

}  // namespace detail

/// e^x. Error below 1.1 ULP for -708 <= x <= 709; exactly 0 below -708; above 709 it stays at
/// exp(709) = 8.2e307, so that no infinity arises. Never decreases; exp(0) is 1.
[[gnu::always_inline]] constexpr double exp(double x) {
  const double y = clamp(x, -708., 709.);
  const double shifted = y * 0x1.71547652b82fep+0 + 0x1.8p52;
  const double n = shifted - 0x1.8p52;
  const double r = (y - n * detail::ln2_high) - n * detail::ln2_low;
  const double q = detail::polynomial(
      r, 0.5000000000000012, 0.166666666666667, 0.041666666666521385, 0.008333333333307763,
      0.0013888888945710863, 0.00019841269916396126, 2.480149110586746e-05, 2.7557217041755824e-06,
      2.7630915387897177e-07, 2.511766012009238e-08);
  const double power_of_two =
      std::bit_cast<double>((std::bit_cast<std::uint64_t>(shifted) << 52) + detail::bits_of_one);
  return select(x < -708., 0., (1. + (r + r * r * q)) * power_of_two);
}

/// The natural logarithm. Error below 1 ULP for normal positive x, up to infinity (where it is
/// 1024 ln 2 = 709.8). Zero is taken for 2^-1023 and gives -1023 ln 2 = -709.1; numbers below
/// 2^-1022 = 2.2e-308 lie between. A negative number gives a NaN. log(1) is 0.
[[gnu::always_inline]] constexpr double log(double x) {
  const std::uint64_t shifted =
      std::bit_cast<std::uint64_t>(abs(x)) + (detail::bits_of_one - detail::bits_of_root_half);
  const double k =
      std::bit_cast<double>((shifted >> 52) | detail::bits_of_two_to_52) - (0x1p52 + 1023.);
  const double f =
      std::bit_cast<double>((shifted & detail::fraction_bits) + detail::bits_of_root_half) - 1.;
  const double s = f / (2. + f);
  const double z = s * s;
  const double r =
      z * detail::polynomial(z, 0.6666666666666731, 0.39999999999435165, 0.285714287385946,
                             0.22222198909331578, 0.1818354888775665, 0.15314405064693115,
                             0.14792730736910056);
  const double half_square = 0.5 * f * f;
  const double result =
      k * detail::ln2_high - ((half_square - (s * (half_square + r) + k * detail::ln2_low)) - f);
  return select(x >= 0., result, std::numeric_limits<double>::quiet_NaN());
}

/// 1 / (1 + e^-x). In [0, 1] and never decreasing; error below 3 ULP for x >= -708, below that it
/// stays under 3.4e-308. logistic(-x) is 1 - logistic(x) to 2.3e-16.
[[gnu::always_inline]] constexpr double logistic(double x) { return 1. / (1. + exp(-x)); }

/// log(p / (1 - p)), the inverse of logistic, for p in [0, 1]. Error below 4.5e-16 times the larger
/// of 1 and |logit(p)|. Finite: logit(0) = -709.1 and logit(1) = 709.1. NaN outside [0, 1].
[[gnu::always_inline]] constexpr double logit(double p) { return log(p) - log(1. - p); }

namespace detail {

[[gnu::always_inline]] inline double tail_root(double p) {
  return std::sqrt(-log(select(p < 0.5, p, 1. - p)));
}

/// `far` below 2^-36, where the root exceeds 5.
template <bool far>
[[gnu::always_inline]] inline double quantile_ratio(double p, double root) {
  const double q = p - 0.5;
  const double r = 0.180625 - q * q;
  const double centre_above =
      q * polynomial(r, 3.3871328727963666080e0, 1.3314166789178437745e2, 1.9715909503065514427e3,
                     1.3731693765509461125e4, 4.5921953931549871457e4, 6.7265770927008700853e4,
                     3.3430575583588128105e4, 2.5090809287301226727e3);
  const double centre_below =
      polynomial(r, 1., 4.2313330701600911252e1, 6.8718700749205790830e2, 5.3941960214247511077e3,
                 2.1213794301586595867e4, 3.9307895800092710610e4, 2.8729085735721942674e4,
                 5.2264952788528545610e3);

  const double s = root - 1.6;
  const double tail_above =
      polynomial(s, 1.42343711074968357734e0, 4.63033784615654529590e0, 5.76949722146069140550e0,
                 3.64784832476320460504e0, 1.27045825245236838258e0, 2.41780725177450611770e-1,
                 2.27238449892691845833e-2, 7.74545014278341407640e-4);
  const double tail_below =
      polynomial(s, 1., 2.05319162663775882187e0, 1.67638483018380384940e0,
                 6.89767334985100004550e-1, 1.48103976427480074590e-1, 1.51986665636164571966e-2,
                 5.47593808499534494600e-4, 1.05075007164441684324e-9);

  double above = tail_above, below = tail_below;
  if constexpr (far) {
    const double t = root - 5.;
    const double end_above =
        polynomial(t, 6.65790464350110377720e0, 5.46378491116411436990e0, 1.78482653991729133580e0,
                   2.96560571828504891230e-1, 2.65321895265761230930e-2, 1.24266094738807843860e-3,
                   2.71155556874348757815e-5, 2.01033439929228813265e-7);
    const double end_below =
        polynomial(t, 1., 5.99832206555887937690e-1, 1.36929880922735805310e-1,
                   1.48753612908506148525e-2, 7.86869131145613259100e-4, 1.84631831751005468180e-5,
                   1.42151175831644588870e-7, 2.04426310338993978564e-15);
    const bool at_end = root > 5.;
    above = select(at_end, end_above, tail_above);
    below = select(at_end, end_below, tail_below);
  }
  const bool in_centre = select(q < 0., -q, q) <= 0.425;
  return select(in_centre, centre_above, select(q < 0., -above, above)) /
         select(in_centre, centre_below, below);
}

}  // namespace detail

/// The number that a standard normal variable stays below with probability p. Relative error below
/// 1e-15 for p in (0, 1); p = 0 and 1 give finite values near -37.5 and 37.5; NaN outside [0, 1].
/// normal_quantile(1 - p) is exactly -normal_quantile(p) where 1 - p is exact.
///
/// Algorithm PPND16: rational functions of p - 1/2 in the centre and of sqrt(-log p) in the tails.
/// Wichura (1988), Applied Statistics 37, 477-484, doi:10.2307/2347330.
[[gnu::always_inline]] inline double normal_quantile(double p) {
  return detail::quantile_ratio<true>(p, detail::tail_root(p));
}

/// normal_quantile(u) for a draw u, which is never nearer to 0 or 1 than 2^-33: the same bits, in
/// two thirds of the time.
[[gnu::always_inline]] inline double normal_quantile_of_draw(double u) {
  return detail::quantile_ratio<false>(u, detail::tail_root(u));
}

/// z[i] = normal_quantile_of_draw(u[i]), the same bits in two passes: nearly twice as fast, because
/// a processor cannot overlap such long chains of operations. Equal lengths; u and z do not
/// overlap.
inline void normal_quantiles_of_draws(std::span<const double> u, std::span<double> z) {
  for (std::size_t i = 0; i < u.size(); ++i) z[i] = detail::tail_root(u[i]);
  for (std::size_t i = 0; i < u.size(); ++i) z[i] = detail::quantile_ratio<false>(u[i], z[i]);
}

}  // namespace iwm
