// SPDX-License-Identifier: MIT
#include "iwm/output/columns.hpp"
#include "iwm/output/csv.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>
#include <utility>

namespace iwm {
namespace {

/// No text of a column is longer in a file: a number, or a text of which each character is doubled.
constexpr std::size_t most_digits = 32;
template <class Number>
constexpr std::size_t longest(Number) {
  return most_digits;
}
constexpr std::size_t longest(std::string_view text) { return 2 * text.size() + 2; }

char* put(char* at, std::string_view text, empty_field = empty_field::never) {
  bool quoted = false;
  for (const char c : text) quoted |= c == ',' || c == '"' || c == '\n' || c == '\r';
  if (!quoted) return std::ranges::copy(text, at).out;
  *at++ = '"';
  for (const char c : text) {
    if (c == '"') *at++ = '"';
    *at++ = c;
  }
  *at++ = '"';
  return at;
}

template <class Number>
char* put(char* at, Number value, empty_field empty) {
  if (empty == empty_field::zero && value == Number{}) return at;
  if constexpr (std::same_as<Number, double>)
    if (std::isnan(value)) return at;
  return std::to_chars(at, at + most_digits, value).ptr;
}

/// The longest text of the columns of one row, with separators.
template <class Row>
std::size_t longest_row(const Row& row) {
  std::size_t sum = 0;
  for_each_column<Row>([&](const auto& each) { sum += longest(row.*each.member) + 1; });
  return sum;
}

/// Columns of one type of row, each with a comma behind it.
template <class Row>
char* put_row(char* at, const Row& row) {
  for_each_column<Row>([&](const auto& each) {
    at = put(at, row.*each.member, each.empty);
    *at++ = ',';
  });
  return at;
}

template <class Row>
void add_names(std::string& line) {
  for_each_column<Row>([&](const auto& each) {
    if (!line.empty()) line += ',';
    line += each.name;
  });
}

/// The columns that rows begin with; computed once for all rows of a family.
class origin_text {
 public:
  const std::string& of(const row_origin& from) {
    if (!known_ || from.family_id != last_.family_id || from.seed != last_.seed ||
        from.protocol != last_.protocol || from.stratum != last_.stratum || from.arm != last_.arm) {
      last_ = from;
      known_ = true;
      text_.resize(longest_row(from));
      text_.resize(static_cast<std::size_t>(put_row(text_.data(), from) - text_.data()));
    }
    return text_;
  }

 private:
  row_origin last_;
  bool known_ = false;
  std::string text_;
};

template <class Row>
class table_writer {
 public:
  void add(const std::filesystem::path& folder, const std::string& origin, const Row& row) {
    if (!file_) open(folder);
    char* at = file_->room(origin.size() + longest_row(row));
    at = put_row(std::ranges::copy(origin, at).out, row);
    at[-1] = '\n';
    file_->filled(at);
    ++rows_;
  }

  void end(const std::filesystem::path& folder, std::vector<written_file>& files) {
    if (!file_ && table<Row>::always) open(folder);
    if (file_) files.push_back({name(), rows_, file_->finish()});
  }

 private:
  static std::string name() { return std::string(table<Row>::name) + ".csv"; }

  void open(const std::filesystem::path& folder) {
    file_.emplace(folder.empty() ? folder : folder / name());
    std::string names;
    add_names<row_origin>(names);
    add_names<Row>(names);
    file_->append(names + '\n');
  }

  std::optional<output_file> file_;
  std::uint64_t rows_ = 0;
};

}  // namespace

struct csv_tables::writers {
  std::filesystem::path folder;
  origin_text origin{};
  std::tuple<table_writer<person_row>, table_writer<relationship_row>, table_writer<assessment_row>,
             table_writer<classification_row>, table_writer<event_row>,
             table_writer<trajectory_row>>
      tables{};

  template <class Row>
  void add(const Row& row) {
    std::get<table_writer<Row>>(tables).add(folder, origin.of(row.from), row);
  }
};

csv_tables::csv_tables(std::filesystem::path folder) : writers_(new writers{std::move(folder)}) {}
csv_tables::~csv_tables() = default;

void csv_tables::row(const person_row& added) { writers_->add(added); }
void csv_tables::row(const relationship_row& added) { writers_->add(added); }
void csv_tables::row(const assessment_row& added) { writers_->add(added); }
void csv_tables::row(const classification_row& added) { writers_->add(added); }
void csv_tables::row(const event_row& added) { writers_->add(added); }
void csv_tables::row(const trajectory_row& added) { writers_->add(added); }

void csv_tables::end() {
  std::apply([&](auto&... each) { (each.end(writers_->folder, files_), ...); }, writers_->tables);
}

}  // namespace iwm
