// SPDX-License-Identifier: MIT
#include "iwm/scenario/coded_interactions.hpp"

#include <array>
#include <charconv>
#include <cmath>
#include <fstream>
#include <string>
#include <string_view>

#include "csv_cells.hpp"
#include "iwm/core/error.hpp"

namespace iwm {
namespace {

constexpr std::array<std::string_view, 6> columns{"time", "dyad", "behaviour", "start", "stop", "modifiers"};
constexpr std::array<std::string_view, 5> behaviours{"distress", "comfort", "reject", "frighten", "interfere"};

class table_reader {
 public:
  explicit table_reader(const std::filesystem::path& file) : file_(file.string()), in_(file) {}

  std::vector<coded_interaction> read() {
    std::string line;
    if (!in_ || !std::getline(in_, line)) {
      problems_.push_back({file_, "", "cannot be read, or is empty"});
      throw input_error(problems_);
    }
    find_columns(cells_of(line));
    std::vector<coded_interaction> rows;
    while (std::getline(in_, line)) add(rows, line, ++number_);
    if (problems_.empty() && rows.empty()) wrong(1, "has no row below its header");
    if (!problems_.empty()) throw input_error(problems_);
    return rows;
  }

 private:
  void wrong(std::size_t line, std::string message) {
    problems_.push_back({file_, "line " + std::to_string(line), std::move(message)});
  }

  void find_columns(const std::vector<std::string>& header) {
    place_.fill(header.size());
    for (std::size_t c = 0; c < columns.size(); ++c)
      for (std::size_t i = 0; i < header.size(); ++i)
        if (header[i] == columns[c]) place_[c] = i;
    for (std::size_t c = 0; c < columns.size(); ++c)
      if (place_[c] == header.size())
        wrong(1, "has no column '" + std::string(columns[c]) + "'");
    if (!problems_.empty()) throw input_error(problems_);
    width_ = header.size();
  }

  double number(const std::string& text, std::string_view column, std::size_t line) {
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size() || !std::isfinite(value))
      wrong(line, std::string(column) + " is '" + text + "', not a number");
    return value;
  }

  void add(std::vector<coded_interaction>& rows, const std::string& line, std::size_t number_of_line) {
    if (line.empty() || line == "\r") return;
    const std::vector<std::string> cells = cells_of(line);
    if (cells.size() != width_) {
      wrong(number_of_line, "has " + std::to_string(cells.size()) + " cells where the header has " +
                                std::to_string(width_));
      return;
    }
    const auto cell = [&](std::size_t c) { return cells[place_[c]]; };
    coded_interaction row{number(cell(0), columns[0], number_of_line), cell(1), cell(2),
                          number(cell(3), columns[3], number_of_line),
                          number(cell(4), columns[4], number_of_line), cell(5)};
    const std::string near = nearest_name(row.behaviour, behaviours);
    bool known = false;
    for (const std::string_view name : behaviours) known |= name == row.behaviour;
    if (!known)
      wrong(number_of_line, "unknown behaviour '" + row.behaviour + "'" +
                                (near.empty() ? "" : "; did you mean '" + near + "'?") +
                                " known: distress, comfort, reject, frighten, interfere");
    if (row.stop < row.start) wrong(number_of_line, "stops before it starts");
    rows.push_back(std::move(row));
  }

  std::string file_;
  std::ifstream in_;
  std::vector<problem> problems_;
  std::array<std::size_t, columns.size()> place_{};
  std::size_t width_ = 0, number_ = 1;
};

}  // namespace

std::vector<coded_interaction> read_coded_interactions(const std::filesystem::path& file) {
  return table_reader(file).read();
}

}  // namespace iwm
