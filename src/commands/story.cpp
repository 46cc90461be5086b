// SPDX-License-Identifier: MIT
#include "iwm/core/error.hpp"
#include "iwm/core/fields.hpp"
#include "iwm/output/output_file.hpp"

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <iostream>

#include "commands/commands.hpp"
#include "commands/life_facts.hpp"
#include "commands/life_people.hpp"
#include "commands/life_story.hpp"
#include <nlohmann/json.hpp>
#include <unistd.h>

namespace iwm::commands {
namespace {

using json = nlohmann::ordered_json;

std::string as_text(const recorded_life& life, const std::vector<dated_sentence>& sentences) {
  constexpr std::size_t width = 20;
  const row_origin& from = life.who.from;
  std::string text = "Person " + std::to_string(life.who.person_id) + " of " +
                     std::string(from.protocol) +
                     (from.arm.empty() ? "" : ", arm '" + std::string(from.arm) + "'") + "\n\n";
  std::string last;
  for (const dated_sentence& s : sentences) {
    std::string age = s.age_months <= 0 ? "At birth" : age_in_words(s.age_months);
    std::string shown = age == last ? "" : age;
    last = std::move(age);
    shown.resize(std::max(shown.size() + 1, width), ' ');
    text += shown + s.text + '\n';
  }
  return text;
}

json as_json(const recorded_life& life, const std::vector<dated_sentence>& sentences,
             const std::vector<life_fact>& facts) {
  json told = json::array(), rows = json::array();
  for (const dated_sentence& s : sentences)
    told.push_back({{"age_months", s.age_months}, {"text", s.text}});
  for (const life_fact& f : facts)
    rows.push_back({{"age_months", f.age_months},
                    {"who", f.who},
                    {"kind", f.kind},
                    {"what", f.what},
                    {"value", f.value}});
  return {{"person", life.who.person_id},
          {"protocol", life.who.from.protocol},
          {"arm", life.who.from.arm},
          {"sentences", std::move(told)},
          {"facts", std::move(rows)}};
}

std::uint64_t number_of(const std::string& person) {
  std::uint64_t number = 0;
  const auto [end, error] = std::from_chars(person.data(), person.data() + person.size(), number);
  if (error != std::errc() || end != person.data() + person.size())
    throw input_error({{"PERSON", "", "'" + person + "' is not the number of a person"}});
  return number;
}

void refuse(const std::filesystem::path& file, bool overwrite) {
  std::error_code unreadable;
  const auto there = std::filesystem::symlink_status(file, unreadable);
  if (!std::filesystem::exists(there)) return;
  if (!overwrite)
    throw input_error(
        {{file.string(), "", "exists already; choose another --out or add --overwrite"}});
  if (!std::filesystem::is_regular_file(there))
    throw input_error({{file.string(), "", "is no file; not overwritten"}});
}

/// The file appears as a whole or not at all.
void write(const std::filesystem::path& file, const std::string& text) {
  if (file.has_parent_path()) std::filesystem::create_directories(file.parent_path());
  const std::filesystem::path partial = file.string() + ".partial-" + std::to_string(::getpid());
  output_file out(partial);
  out.append(text);
  out.finish();
  std::filesystem::rename(partial, file);
}

}  // namespace

int story(const story_arguments& given, const registry& known) {
  if (!given.out.empty()) refuse(given.out, given.overwrite);
  const std::uint64_t person = number_of(given.person);
  const recorded_life life = read_life(given.folder, person, given.arm);
  const auto sentences = story_of(life, known);
  const auto facts = facts_of(life);
  if (!given.out.empty()) write(given.out, as_csv(facts));
  std::cout << (given.json ? as_json(life, sentences, facts).dump(2) + '\n'
                           : as_text(life, sentences));
  return 0;
}

}  // namespace iwm::commands
