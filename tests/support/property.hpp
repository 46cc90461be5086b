// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <sstream>
#include <string>
#include <unordered_map>

#include "support/catch.hpp"
#include <rapidcheck.h>
#include <rapidcheck/detail/TestListenerAdapter.h>

namespace iwm::testing {

/// Checks a RapidCheck property on a thousand examples, always the same ones; a failure is shown
/// with its smallest counterexample.
template <class Property>
void holds(Property&& property) {
  rc::detail::TestParams parameters;
  parameters.seed = 1;
  parameters.maxSuccess = 1000;
  rc::detail::TestListenerAdapter silent;
  const std::unordered_map<std::string, rc::detail::Reproduce> nothing_to_reproduce;
  const auto result = rc::detail::checkTestable(property, rc::detail::TestMetadata{}, parameters,
                                                silent, nothing_to_reproduce);
  std::ostringstream message;
  rc::detail::printResultMessage(result, message);
  INFO(message.str());
  CHECK(result.template is<rc::detail::SuccessResult>());
}

/// A double between two bounds, uniform over them.
inline rc::Gen<double> between(double lowest, double highest) {
  const auto steps = rc::gen::inRange<std::int64_t>(0, std::int64_t{1} << 53);
  return rc::gen::map(rc::gen::resize(rc::kNominalSize, steps), [=](std::int64_t k) {
    return lowest + (highest - lowest) * (static_cast<double>(k) * 0x1p-53);
  });
}

}  // namespace iwm::testing
