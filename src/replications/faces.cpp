// SPDX-License-Identifier: MIT
#include "replications/faces.hpp"

#include "iwm/core/distributions.hpp"
#include "iwm/core/fields.hpp"
#include "iwm/published/strong_attractors.hpp"

#include <array>
#include <cmath>

#include "replications/sample_mean.hpp"

namespace iwm {
namespace {

using namespace published;

constexpr std::size_t points = 48 * 48;
constexpr std::uint64_t starts = 12;
constexpr double images = 100000.;

/// Symmetric, no unit acts on itself; N times the weights of the random images.
std::vector<double> noise_matrix(draw_sequence& u) {
  std::vector<double> weights(points * points, 0.);
  const double deviation = std::sqrt(images);
  for (std::size_t i = 0; i < points; ++i)
    for (std::size_t j = 0; j < i; ++j)
      weights[i * points + j] = weights[j * points + i] = normal(u.next(), 0., deviation);
  return weights;
}

void add_face(std::vector<double>& weights, const pattern& face, double degree) {
  for (std::size_t i = 0; i < points; ++i)
    for (std::size_t j = 0; j < points; ++j)
      if (i != j) weights[i * points + j] += degree * face[i] * face[j];
}

/// Fields are kept up to date: a turned unit adds its row to all of them.
pattern retrieve(const std::vector<double>& weights, pattern s) {
  std::vector<double> field(points, 0.);
  const auto add_row = [&](std::size_t i, double times) {
    for (std::size_t j = 0; j < points; ++j) field[j] += times * weights[i * points + j];
  };
  for (std::size_t i = 0; i < points; ++i) add_row(i, s[i]);
  bool changed = true;
  for (int sweep = 0; changed && sweep < 200; ++sweep) {
    changed = false;
    for (std::size_t i = 0; i < points; ++i) {
      if ((field[i] < 0.) == (s[i] < 0)) continue;
      s[i] = static_cast<std::int8_t>(-s[i]);
      add_row(i, 2. * s[i]);
      changed = true;
    }
  }
  return s;
}

double likeness(const pattern& a, const pattern& b) {
  return abs(1. - 2. * static_cast<double>(distance(a, b)) / static_cast<double>(points));
}

}  // namespace

std::vector<replicated_figure> faces(std::uint64_t seed) {
  draw_sequence u(address{.seed = seed}.key(), 1);
  std::vector<double> weights = noise_matrix(u);
  const pattern sad = random_pattern(points, u), happy = random_pattern(points, u);
  add_face(weights, sad, 30.);

  struct stage {
    double happy, sad_recomputed;
  };
  constexpr std::array<stage, 5> stages{
      {{0., 1.}, {20., 0.83}, {30., 0.42}, {40., 0.17}, {60., 0.}}};
  std::vector<replicated_figure> figures;
  double stored = 0.;
  for (const stage& now : stages) {
    add_face(weights, happy, now.happy - stored);
    stored = now.happy;
    sample_mean is_sad;
    for (std::uint64_t i = 0; i < starts; ++i) {
      const pattern found = retrieve(weights, random_pattern(points, u));
      is_sad.add(likeness(found, sad) > likeness(found, happy));
    }
    figures.push_back({.condition = "faces, sad 30 against happy " + to_text(now.happy),
                       .quantity = "retrieves sad rather than happy",
                       .recomputed = now.sad_recomputed,
                       .ours = is_sad.mean(),
                       .standard_error = is_sad.standard_error()});
  }
  return figures;
}

}  // namespace iwm
