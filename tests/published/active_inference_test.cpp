// SPDX-License-Identifier: MIT
#include "iwm/published/active_inference.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <vector>

#include "support/catch.hpp"
#include <boost/math/special_functions/digamma.hpp>

using namespace iwm;
using namespace iwm::published::active_inference;
using iwm::testing::Approx;

namespace {

using vector = std::vector<double>;
using matrix = std::vector<vector>;  ///< [row][column]
constexpr double epsilon = 1e-10;

vector softmax(vector x) {
  const double best = *std::max_element(x.begin(), x.end());
  double sum = 0;
  for (double& e : x) sum += e = std::exp(e - best);
  for (double& e : x) e /= sum;
  return x;
}
vector times(const matrix& m, const vector& x) {
  vector y(m.size(), 0.);
  for (std::size_t i = 0; i < m.size(); ++i)
    for (std::size_t j = 0; j < x.size(); ++j) y[i] += m[i][j] * x[j];
  return y;
}
double sum_of_column(const matrix& m, std::size_t j) {
  double sum = 0;
  for (const vector& row : m) sum += row[j];
  return sum;
}
matrix by_columns(const matrix& m, bool expected_log) {
  matrix out = m;
  for (std::size_t j = 0; j < m[0].size(); ++j) {
    const double sum = sum_of_column(m, j);
    for (std::size_t i = 0; i < m.size(); ++i)
      out[i][j] =
          expected_log ? boost::math::digamma(m[i][j]) - boost::math::digamma(sum) : m[i][j] / sum;
  }
  return out;
}

/// The paper's infant word by word: whole matrices with 1e-10 wherever nothing is expected, all
/// outcomes, all sequences one by one, the functions of the standard library.
template <std::size_t kinds>
struct literal_infant {
  static constexpr std::size_t states = 3 * kinds, cues = kinds == 2 ? 1 : 3, outcomes = 15 * cues;
  std::array<matrix, 3> phi;
  vector xi = vector(states, 1.), log_c = vector(outcomes);
  matrix theta = matrix(outcomes, vector(states, epsilon));

  static std::size_t outcome_at(std::size_t act, std::size_t felt, std::size_t cue) {
    return (act * 5 + felt) * cues + cue;
  }
  static std::size_t outcome_of(const observation& seen) {
    const std::size_t felt = seen.acted == avoid ? 4 : 2 * (seen.attended ? 0 : 1) + seen.acted;
    return outcome_at(seen.acted, felt, kinds == 2 ? 0 : static_cast<std::size_t>(seen.announced));
  }
  literal_infant() {
    for (std::size_t u = 0; u < 3; ++u) {
      phi[u] = matrix(states, vector(states, epsilon));
      for (std::size_t i = 0; i < kinds; ++i) phi[u][u * kinds + i] = vector(states, 1.);
    }
    for (std::size_t act = 0; act < 3; ++act)
      for (std::size_t x = 0; x < kinds; ++x) {
        const std::size_t j = act * kinds + x;
        observation seen{act, attends<kinds>(x), cue::none};
        if (kinds == 2 || act == avoid) {
          theta[outcome_of(seen)][j] += 1000.;
          continue;
        }
        seen.announced = will_attend(x) ? cue::will_attend : cue::none;
        theta[outcome_of(seen)][j] += 900.;
        seen.announced = cue::ambiguous;
        theta[outcome_of(seen)][j] += 100.;
      }
    vector liking(outcomes);
    for (std::size_t act = 0; act < 3; ++act)
      for (std::size_t cue = 0; cue < cues; ++cue) {
        constexpr std::array<double, 5> felt{2., .75, -2., -.9, 0.};
        for (std::size_t k = 0; k < 5; ++k) liking[outcome_at(act, k, cue)] = felt[k];
      }
    const vector c = softmax(liking);
    for (std::size_t o = 0; o < outcomes; ++o) log_c[o] = std::log(c[o]);
  }

  vector perceived(const observation& seen, const vector& expected) const {
    const matrix log_a = by_columns(theta, true);
    vector s(states);
    for (std::size_t j = 0; j < states; ++j) s[j] = log_a[outcome_of(seen)][j] + expected[j];
    return softmax(s);
  }
  vector first(const observation& seen) const {
    vector log_d(states);
    double sum = 0;
    for (const double x : xi) sum += x;
    for (std::size_t j = 0; j < states; ++j)
      log_d[j] = boost::math::digamma(xi[j]) - boost::math::digamma(sum);
    return perceived(seen, log_d);
  }
  vector next(const observation& seen, const vector& last) const {
    return perceived(seen, times(by_columns(phi[seen.acted], true), last));
  }

  decision decide(std::size_t left, const vector& s, double gamma) const {
    const matrix a = by_columns(theta, false);
    std::array<matrix, 3> b;
    for (std::size_t u = 0; u < 3; ++u) b[u] = by_columns(phi[u], false);
    vector certain(states, 0.);
    for (std::size_t j = 0; j < states; ++j)
      for (std::size_t o = 0; o < outcomes; ++o) certain[j] += a[o][j] * std::log(a[o][j]);
    const std::size_t policies = power_of_three(left);
    vector q(policies, 0.), weights;
    for (std::size_t policy = 0; policy < policies; ++policy) {
      vector now = s;
      std::size_t rest = policy;
      for (std::size_t step = 0; step < left; ++step, rest /= 3) {
        now = times(b[rest % 3], now);
        const vector o = times(a, now);
        for (std::size_t j = 0; j < states; ++j) q[policy] += certain[j] * now[j];
        for (std::size_t k = 0; k < outcomes; ++k) q[policy] -= (std::log(o[k]) - log_c[k]) * o[k];
      }
    }
    for (int n = 0; n < 4; ++n) {
      weights = q;
      for (double& w : weights) w *= gamma;
      weights = softmax(weights);
      double mean = 0;
      for (std::size_t policy = 0; policy < policies; ++policy) mean += q[policy] * weights[policy];
      gamma = 250. / (1. - mean);
    }
    decision made{{}, gamma};
    for (std::size_t policy = 0; policy < policies; ++policy)
      made.probability[policy % 3] += weights[policy];
    return made;
  }
};

/// Lives the same episodes as the literal infant; the largest differences of a decision, of the
/// precision and of what is known in the end.
struct differences {
  double probability = 0, precision = 0, knowledge = 0;
};

template <std::size_t kinds>
differences beside_the_literal(const caregiver& who, std::uint64_t seed, std::uint64_t episodes) {
  const draw_key key = address{.seed = seed}.key();
  literal_infant<kinds> literal;
  infant<kinds> ours;
  differences most;
  for (std::uint64_t e = 0; e < episodes; ++e) {
    const episode lived = ours.live(who, key, e);
    draws u = key.draw(depth * e, purpose::procedure);
    std::size_t state = first_state<kinds>(who, u[2], u[3]);
    std::vector<vector> s{literal.first({})};
    double gamma = 250.;
    decision made;
    for (std::size_t t = 0;; ++t) {
      made = literal.decide(depth - t, s[t], gamma);
      gamma = made.precision;
      REQUIRE(chosen(made, u[0]) == lived.acted[t]);
      if (t + 1 == depth) break;
      u = key.draw(depth * e + t + 1, purpose::procedure);
      state = next_state<kinds>(who, state, u[2]);
      s.push_back(literal.next(perceive<kinds>(who, lived.acted[t], state, u[1]), s[t]));
    }
    for (std::size_t a = 0; a < 3; ++a)
      most.probability =
          std::max(most.probability, std::abs(made.probability[a] - lived.last.probability[a]));
    most.precision = std::max(most.precision, std::abs(gamma / lived.last.precision - 1.));
    for (std::size_t t = 1; t < depth; ++t)
      for (std::size_t i = 0; i < 3 * kinds; ++i)
        for (std::size_t j = 0; j < 3 * kinds; ++j)
          literal.phi[lived.acted[t - 1]][i][j] += s[t][i] * s[t - 1][j];
    for (std::size_t i = 0; i < 3 * kinds; ++i) literal.xi[i] += s[0][i];
  }
  for (std::size_t u = 0; u < 3; ++u)
    for (std::size_t i = 0; i < 3 * kinds; ++i)
      for (std::size_t j = 0; j < 3 * kinds; ++j) {
        const bool held = i / kinds == u;
        const double known = held ? ours.knows.phi[u][i % kinds][j] : epsilon;
        most.knowledge = std::max(most.knowledge, std::abs(literal.phi[u][i][j] - known));
      }
  return most;
}

}  // namespace

TEST_CASE("an infant decides and learns as the paper's algorithm written out in full",
          "[published]") {
  for (const double q : {0.1, 0.4, 0.9}) {
    const differences most = beside_the_literal<2>({q}, 5, 30);
    INFO("interoceptive, q = " << q);
    CHECK(most.probability < 1e-6);
    CHECK(most.precision < 1e-7);
    CHECK(most.knowledge < 1e-7);
  }
}

TEST_CASE("with cues, too, it decides and learns as written out in full", "[published]") {
  for (const caregiver& who : {caregiver{.4, .5, .6, .2}, caregiver{.05, 1., .6, 0.}}) {
    const differences most = beside_the_literal<4>(who, 6, 5);
    INFO("exteroceptive, q = " << who.q);
    CHECK(most.probability < 1e-6);
    CHECK(most.precision < 1e-7);
    CHECK(most.knowledge < 1e-7);
  }
}

// Derived: Q_seek = g q - (1-q) s + H(q), Q_guarded = h q - (1-q) t + H(q), Q_avoid = 0.
TEST_CASE("the last step is worth what the closed form says", "[published]") {
  const preferences wanted({}, 1);
  const double constant = wanted.log_wanted[avoid][0];
  CHECK(constant == Approx(-std::log(
                        3. * (std::exp(2.) + std::exp(.75) + std::exp(-2.) + std::exp(-.9) + 1.))));
  for (const double q : {.05, .2235, .4681, .8}) {
    const belief<2> s{q, 1. - q};
    const double entropy = -q * std::log(q) - (1. - q) * std::log(1. - q);
    const auto value = [&](std::size_t u) {
      return value_of<2>({}, wanted, u, s).total() - constant;
    };
    CHECK(value(seek) == Approx(2. * q - 2. * (1. - q) + entropy));
    CHECK(value(guarded) == Approx(.75 * q - .9 * (1. - q) + entropy));
    CHECK(value(avoid) == 0.);
  }
}

TEST_CASE("an informed infant is certain of what it knows", "[published]") {
  for (const double q : {0., .3, 1.}) {
    const auto b = expected(perfect<4>({q}));
    for (std::size_t j = 0; j < 12; ++j)
      for (std::size_t i = 0; i < 4; ++i) {
        const bool follows = attends<4>(i) == will_attend(j);
        CHECK(b[seek][i][j] == Approx(follows ? (will_attend(i) ? q : 1. - q) : 0.).margin(1e-12));
      }
  }
}

// Null: the process has the stated probabilities; 20,000 draws each, 4.5 standard errors.
TEST_CASE("the caregiver attends, and announces, as often as it should", "[published]") {
  const caregiver who{.3, .8, .6, .1};
  constexpr int n = 20'000;
  std::array<double, 3> cues_of_attending{}, cues_of_ignoring{};
  double attended = 0;
  std::size_t state = first_state<4>(who, .1, .9);
  CHECK(state == 1);
  for (std::uint64_t i = 0; i < n; ++i) {
    const draws u = address{.seed = 8, .event = i}.draw(purpose::procedure);
    const bool announced_now = will_attend(state);
    state = next_state<4>(who, state, u[0]);
    REQUIRE(attends<4>(state) == announced_now);
    attended += attends<4>(state);
    const auto a = perceive<4>(who, seek, 0, u[1]), b = perceive<4>(who, guarded, 3, u[1]);
    cues_of_attending[static_cast<std::size_t>(a.announced)] += 1. / n;
    cues_of_ignoring[static_cast<std::size_t>(b.announced)] += 1. / n;
    CHECK(a.attended);
    CHECK(!b.attended);
  }
  const auto error = [](double p) { return 4.5 * std::sqrt(p * (1. - p) / n); };
  CHECK(attended / n == Approx(.3).margin(error(.3)));
  constexpr std::array<double, 3> attending{.8, .1, .1}, ignoring{.3, .6, .1};
  for (std::size_t k = 0; k < 3; ++k) {
    CHECK(cues_of_attending[k] == Approx(attending[k]).margin(error(attending[k])));
    CHECK(cues_of_ignoring[k] == Approx(ignoring[k]).margin(error(ignoring[k])));
  }
}

TEST_CASE("an infant that avoids perceives nothing, an ambiguous cue says nothing", "[published]") {
  for (std::size_t state = 0; state < 4; ++state) {
    CHECK(compatible<4>({avoid, true, cue::none}, state));
    CHECK(compatible<4>({seek, true, cue::ambiguous}, state) == attends<4>(state));
    CHECK(compatible<4>({seek, true, cue::will_attend}, state) == (state == 0));
    CHECK(compatible<4>({guarded, false, cue::none}, state) == (state == 3));
  }
}

TEST_CASE("an episode adds three transitions and one beginning to what is known", "[published]") {
  infant<4> one;
  const auto total = [&] {
    double sum = 0;
    for (const auto& action : one.knows.phi)
      for (const auto& row : action)
        for (const double x : row) sum += x;
    return sum;
  };
  const double before = total();
  one.live({.4, 1., .6, 0.}, address{.seed = 9}.key(), 0);
  CHECK(total() == Approx(before + 3.));
  CHECK(one.knows.xi[0] + one.knows.xi[1] + one.knows.xi[2] + one.knows.xi[3] == Approx(5.));
  one.learns = false;
  const auto known = one.knows;
  one.live({.4, 1., .6, 0.}, address{.seed = 9}.key(), 1);
  CHECK(one.knows == known);
}
