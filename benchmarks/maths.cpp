// SPDX-License-Identifier: MIT
// Elementary functions over 64 numbers, beside those of the standard library.
#include "iwm/core/real.hpp"

#include <array>
#include <cmath>
#include <random>

#include <benchmark/benchmark.h>

namespace {

using numbers = std::array<double, 64>;

numbers between(double lowest, double highest) {
  numbers x;
  for (std::size_t i = 0; i < x.size(); ++i)
    x[i] = lowest + (highest - lowest) * (static_cast<double>(i) + 0.5) / 64.;
  return x;
}

template <class Fill>
void each(benchmark::State& state, numbers x, Fill&& fill) {
  numbers y{};
  for (auto _ : state) {
    benchmark::DoNotOptimize(x.data());
    fill(x, y);
    benchmark::DoNotOptimize(y.data());
    benchmark::ClobberMemory();
  }
  state.SetItemsProcessed(state.iterations() * 64);
}

template <class Function>
auto all(Function of) {
  return [of](const numbers& x, numbers& y) {
    for (std::size_t i = 0; i < x.size(); ++i) y[i] = of(x[i]);
  };
}

const auto our_exp = all([](double x) { return iwm::exp(x); });
const auto our_log = all([](double x) { return iwm::log(x); });
const auto our_logistic = all([](double x) { return iwm::logistic(x); });
const auto our_quantile = all([](double x) { return iwm::normal_quantile(x); });
const auto our_quantiles = [](const numbers& p, numbers& z) {
  iwm::normal_quantiles_of_draws(p, z);
};
const auto standard_exp = all([](double x) { return std::exp(x); });
const auto standard_log = all([](double x) { return std::log(x); });
const auto standard_logistic = all([](double x) { return 1. / (1. + std::exp(-x)); });

BENCHMARK_CAPTURE(each, exp, between(-8, 8), our_exp);
BENCHMARK_CAPTURE(each, std_exp, between(-8, 8), standard_exp);
BENCHMARK_CAPTURE(each, log, between(0, 1), our_log);
BENCHMARK_CAPTURE(each, std_log, between(0, 1), standard_log);
BENCHMARK_CAPTURE(each, logistic, between(-8, 8), our_logistic);
BENCHMARK_CAPTURE(each, std_logistic, between(-8, 8), standard_logistic);
BENCHMARK_CAPTURE(each, normal_quantile, between(0, 1), our_quantile);
BENCHMARK_CAPTURE(each, normal_quantiles_of_draws, between(0, 1), our_quantiles);

void std_normal_distribution(benchmark::State& state) {
  std::mt19937_64 generator(1);
  std::normal_distribution<double> normal;
  each(state, {}, [&](const numbers&, numbers& y) {
    for (double& z : y) z = normal(generator);
  });
}
BENCHMARK(std_normal_distribution);

}  // namespace
