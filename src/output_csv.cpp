// SPDX-License-Identifier: MIT
#include "iwm/output/columns.hpp"
#include "iwm/output/csv.hpp"

#include <charconv>
#include <cmath>
#include <optional>
#include <utility>

namespace iwm {
namespace {

void add(std::string& line, std::string_view text, empty_field) {
  if (text.find_first_of(",\"\n\r") == std::string_view::npos) {
    line += text;
    return;
  }
  line += '"';
  for (const char c : text) line.append(c == '"' ? 2 : 1, c);
  line += '"';
}

template <class Number>
void add(std::string& line, Number value, empty_field empty) {
  if (empty == empty_field::zero && value == Number{}) return;
  if constexpr (std::same_as<Number, double>)
    if (std::isnan(value)) return;
  std::array<char, 32> digits;
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
  line.append(digits.data(), end);
}

/// Columns of one type of row, separated by commas.
template <class Row>
void add_row(std::string& line, const Row& row) {
  bool first = true;
  for_each_column<Row>([&](const auto& each) {
    if (!std::exchange(first, false)) line += ',';
    add(line, row.*each.member, each.empty);
  });
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
      text_.clear();
      add_row(text_, from);
      text_ += ',';
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
    std::string& lines = file_->buffer();
    lines += origin;
    add_row(lines, row);
    lines += '\n';
    ++rows_;
    file_->drain();
  }

  void end(const std::filesystem::path& folder, std::vector<written_file>& files) {
    if (!file_ && table<Row>::always) open(folder);
    if (file_) files.push_back({name(), rows_, file_->finish()});
  }

 private:
  static std::string name() { return std::string(table<Row>::name) + ".csv"; }

  void open(const std::filesystem::path& folder) {
    file_.emplace(folder.empty() ? folder : folder / name());
    add_names<row_origin>(file_->buffer());
    add_names<Row>(file_->buffer());
    file_->buffer() += '\n';
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
