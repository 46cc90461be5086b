// SPDX-License-Identifier: MIT
#include "commands/recorded_life.hpp"

#include "iwm/core/error.hpp"
#include "iwm/output/columns.hpp"

#include <algorithm>
#include <charconv>
#include <fstream>

#include "csv_cells.hpp"

namespace iwm::commands {
namespace {

/// Reads rows of one type; columns may stand in any order, and there may be others.
template <class Row>
class table_file {
 public:
  table_file(const std::filesystem::path& folder, std::set<std::string, std::less<>>& texts)
      : file_((folder / (std::string(table<Row>::name) + ".csv")).string()),
        in_(file_),
        texts_(texts) {
    std::string line;
    if (!in_ || !std::getline(in_, line)) return;
    header_ = cells_of(line);
    for_each_column<row_origin>([&](const auto& c) { find_column(c.name); });
    for_each_column<Row>([&](const auto& c) { find_column(c.name); });
  }

  bool is_there() const { return !header_.empty(); }
  const std::string& name() const { return file_; }

  /// The next row in whose line the text stands.
  bool next(Row& row, std::string_view text = "") {
    for (std::string line; std::getline(in_, line);) {
      ++line_;
      if (line.empty() || line == "\r" || line.find(text) == std::string::npos) continue;
      cells_ = cells_of(line);
      if (cells_.size() != header_.size())
        wrong("has " + std::to_string(cells_.size()) + " cells where the header has " +
              std::to_string(header_.size()));
      std::size_t place = 0;
      for_each_column<row_origin>([&](const auto& c) { fill(row.from.*c.member, c, place++); });
      for_each_column<Row>([&](const auto& c) { fill(row.*c.member, c, place++); });
      return true;
    }
    return false;
  }

 private:
  [[noreturn]] void wrong(const std::string& message) const {
    throw input_error({{file_, "line " + std::to_string(line_), message}});
  }
  void find_column(std::string_view name) {
    const auto found = std::ranges::find(header_, name);
    if (found == header_.end()) wrong("has no column '" + std::string(name) + "'");
    places_.push_back(static_cast<std::size_t>(found - header_.begin()));
  }
  template <class Column>
  void fill(std::string_view& value, const Column&, std::size_t place) {
    value = *texts_.insert(cells_[places_[place]]).first;
  }
  template <class Number, class Column>
  void fill(Number& value, const Column& column, std::size_t place) {
    const std::string& cell = cells_[places_[place]];
    value = Number{};
    if constexpr (std::same_as<Number, double>)
      if (column.empty == empty_field::not_a_number) value = not_available;
    if (cell.empty() && column.empty != empty_field::never) return;
    const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
    if (error != std::errc() || end != cell.data() + cell.size())
      wrong(std::string(column.name) + " is '" + cell + "', not a number");
  }

  std::string file_;
  std::ifstream in_;
  std::set<std::string, std::less<>>& texts_;
  std::vector<std::string> header_, cells_;
  std::vector<std::size_t> places_;
  std::size_t line_ = 1;
};

bool same_study(const row_origin& a, const row_origin& b) {
  return a.protocol == b.protocol && a.arm == b.arm && a.seed == b.seed;
}

/// Adds the person's rows of one table.
template <class Row>
void add(std::vector<Row>& rows, const std::filesystem::path& folder, recorded_life& life) {
  table_file<Row> file(folder, life.texts);
  const person_row& who = life.who;
  const std::string id = std::to_string(who.person_id);
  Row row;
  while (file.is_there() && file.next(row, id)) {
    const bool own = row.person_id == who.person_id && row.from.stratum == who.from.stratum;
    bool other = false;
    if constexpr (std::same_as<Row, relationship_row>) other = row.partner_id == who.person_id;
    if ((own || other) && same_study(row.from, who.from)) rows.push_back(row);
  }
}

}  // namespace

recorded_life read_life(const std::filesystem::path& folder, std::uint64_t person,
                        const std::optional<std::string>& arm) {
  if (!std::filesystem::is_directory(folder))
    throw input_error({{folder.string(), "", "no such folder"}});
  recorded_life life;
  table_file<person_row> file(folder, life.texts);
  if (!file.is_there())
    throw input_error({{file.name(), "", "cannot be read; DIR is the folder of a finished run"}});
  std::vector<person_row> all;
  std::set<std::string> arms;
  for (person_row row; file.next(row);) {
    arms.emplace(row.from.arm);
    if (!arm || row.from.arm == *arm) all.push_back(row);
  }
  if (arm && !arms.contains(*arm)) {
    std::string known;
    for (const std::string& name : arms) known += (known.empty() ? "'" : ", '") + name + "'";
    throw input_error({{file.name(), "", "no arm '" + *arm + "'; arms: " + known}});
  }
  if (all.empty()) throw input_error({{file.name(), "", "has no row below its header"}});
  const auto found = std::ranges::find(all, person, &person_row::person_id);
  if (found == all.end()) {
    const auto [first, last] = std::ranges::minmax(all, {}, &person_row::person_id);
    throw input_error(
        {{file.name(), "",
          "no person " + std::to_string(person) + "; persons have numbers from " +
              std::to_string(first.person_id) + " to " + std::to_string(last.person_id)}});
  }
  life.who = *found;
  for (const bool same_stratum : {true, false})
    for (const person_row& row : all)
      if (same_study(row.from, life.who.from) &&
          (row.from.stratum == life.who.from.stratum) == same_stratum)
        life.people.emplace(row.person_id, row);
  add(life.relationships, folder, life);
  add(life.scores, folder, life);
  add(life.classes, folder, life);
  add(life.events, folder, life);
  add(life.models, folder, life);
  return life;
}

}  // namespace iwm::commands
