// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "commands/recorded_life.hpp"

namespace iwm::commands {

/// How one speaks of somebody.
struct pronouns {
  std::string_view subject, object, possessive, self;
};
pronouns pronouns_of(const person_row& who);

/// Who somebody is to the person whose life it is, with the number: "mother 11", "sister 14"; empty
/// for nobody.
std::string called(const recorded_life& life, std::uint64_t id);

/// "12 months", "31 years", "31 years 9 months".
std::string age_in_words(double months);

/// "job_loss" as "job loss".
std::string in_words(std::string_view name);

}  // namespace iwm::commands
