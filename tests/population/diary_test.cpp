// SPDX-License-Identifier: MIT
#include "iwm/population/diary.hpp"

#include "iwm/output/csv.hpp"
#include "iwm/output/diary_file.hpp"
#include "iwm/population/run.hpp"

#include <cstring>
#include <set>
#include <string>
#include <vector>

#include "block_diary.hpp"
#include "output/scratch_folder.hpp"
#include "support/catch.hpp"

using namespace iwm;

namespace {

/// A diary as a sink of one's own may keep it.
struct kept_diary final : sink {
  void diary(const diary_rows& part) override {
    CHECK(part.first_family == next_family);
    CHECK(part.values.size() == part.families * part.whole.events * part.whole.columns.size());
    next_family += part.families;
    whole = part.whole;
    numbers.insert(numbers.end(), part.values.begin(), part.values.end());
  }
  std::span<const double> of(std::uint64_t family) const {
    const std::size_t size = whole.events * whole.columns.size();
    return {&numbers[(family - 1) * size], size};
  }
  diary_shape whole{};
  std::uint64_t next_family = 1;
  std::vector<double> numbers;
};

std::vector<std::string> every_column() {
  std::vector<std::string> names;
  for (const diary_column& column : diary_columns) names.emplace_back(column.name);
  return names;
}

scenario small(std::uint64_t families, std::vector<std::string> columns) {
  scenario plan;
  plan.families = 2 * block_size + 7;
  plan.months = 2;
  plan.assessments = {{{"attachment_q_sort"}, figure::mother, {1}}};
  plan.diary = {families, std::move(columns)};
  return plan;
}

kept_diary kept(const scenario& plan, unsigned threads = 1) {
  kept_diary diary;
  sink* const to = &diary;
  run(plan, builtins(), {&to, 1}, {threads, {}});
  return diary;
}

std::string digests(const scenario& plan, bool with_diary, unsigned threads = 1) {
  csv_tables tables("");
  diary_file diary("");
  const std::vector<sink*> sinks{&tables, &diary};
  run(plan, builtins(), sinks, {threads, {}});
  std::string text;
  for (const written_file& file : tables.files()) text += file.sha256;
  REQUIRE(diary.file().has_value() == (plan.diary.families > 0));
  return with_diary ? text + diary.file()->sha256 : text;
}

std::vector<std::string> messages(const scenario& plan) {
  std::vector<std::string> all;
  for (const problem& wrong : problems_of(plan, builtins()))
    all.push_back(wrong.pointer + ": " + wrong.message);
  return all;
}

}  // namespace

TEST_CASE("columns of a diary have names of their own and are found by them", "[population]") {
  std::set<std::string_view> names;
  for (const diary_column& column : diary_columns) {
    CHECK(names.insert(column.name).second);
    CHECK(find_diary_column(column.name) == &column);
    CHECK(column.place <= diary_figure);
    CHECK(column.lowest < column.highest);
    CHECK(column.unit != "");
    CHECK(column.meaning != "");
  }
  CHECK(find_diary_column("disply") == nullptr);
}

TEST_CASE("a column of a diary is the member of an event that bears its name", "[population]") {
  event_lanes seen;
  const event one{{.kind = 1, .need = 2, .age = 3},
                  {4, 5, 6, 7, 8, 9, 10, 11},
                  {12, 13, 14, 15, 16, 17, 18},
                  19};
  seen.set(3, one);
  double expected = 0;
  for (const diary_column& column : diary_columns)
    if (column.place != diary_figure) CHECK(seen.column(column.place)[3] == ++expected);
  CHECK(expected == 19);
}

TEST_CASE("what comes tick by tick is kept family by family, however many columns and families",
          "[population]") {
  const auto number = [](std::size_t family, std::size_t tick, std::size_t column) {
    return static_cast<double>(1 + family + 1000 * tick + 1'000'000 * column);
  };
  for (std::size_t columns = 1; columns <= diary_columns.size(); ++columns)
    for (const std::uint64_t families : {1u, 5u, 64u, 70u})
      for (const std::uint64_t events : {1u, 2u, 63u, 65u, 130u}) {
        std::vector<std::string> names = every_column();
        std::rotate(names.begin(), names.begin() + 1, names.end());
        names.resize(columns);
        const diary_shape whole{families, events, names};
        for (std::uint64_t first = 1; first <= families; first += block_size) {
          block_diary diary(whole, first);
          event_lanes seen;
          for (std::size_t tick = 0; tick < events; ++tick) {
            for (std::size_t lane = 0; lane < block_size; ++lane) {
              std::array<double, diary_figure> all{};
              for (std::size_t c = 0; c < columns; ++c)
                if (const auto place = find_diary_column(names[c])->place; place < diary_figure)
                  all[place] = number(first + lane, tick, c);
              seen.set(lane, std::bit_cast<event>(all));
            }
            diary.note(seen, 1);
          }
          const diary_rows rows = diary.rows();
          REQUIRE(rows.first_family == first);
          REQUIRE(rows.families == std::min<std::uint64_t>(block_size, families + 1 - first));
          REQUIRE(rows.values.size() == rows.families * events * columns);
          const double* next = rows.values.data();
          for (std::size_t family = first; family < first + rows.families; ++family)
            for (std::size_t tick = 0; tick < events; ++tick)
              for (std::size_t c = 0; c < columns; ++c, ++next)
                if (*next != (names[c] == "figure" ? 1 : number(family, tick, c)))
                  FAIL("family " << family << ", tick " << tick << ", column " << c);
        }
      }
}

TEST_CASE("diary.npy holds what a sink of one's own is given", "[population]") {
  const testing::scratch_folder folder;
  diary_file file(folder.path);
  kept_diary diary;
  const std::vector<sink*> sinks{&file, &diary};
  run(small(100, {"display", "figure", "settling"}), builtins(), sinks, {3, {}});
  const std::string bytes = testing::contents(folder / "diary.npy");
  constexpr std::size_t header = 128;
  REQUIRE(bytes.size() == header + diary.numbers.size() * sizeof(double));
  CHECK(std::memcmp(bytes.data() + header, diary.numbers.data(), bytes.size() - header) == 0);
}

TEST_CASE("a diary has every event of its families, within the ranges of its columns",
          "[population]") {
  const scenario plan = small(70, every_column());
  const kept_diary diary = kept(plan);
  CHECK(diary.next_family == 71);
  CHECK(diary.whole.families == 70);
  CHECK(diary.whole.events == 61 * 8);
  CHECK(count_events(plan) == plan.families * diary.whole.events);
  CHECK(diary_of(plan).events == diary.whole.events);
  const std::size_t columns = diary_columns.size();
  for (std::size_t k = 0; k < diary.numbers.size(); ++k) {
    const diary_column& column = diary_columns[k % columns];
    if (column.lowest <= diary.numbers[k] && diary.numbers[k] <= column.highest) continue;
    FAIL(column.name << " is " << diary.numbers[k]);
  }
}

TEST_CASE("events of a diary are in the order in which they are lived", "[population]") {
  const kept_diary diary = kept(small(1, {"age", "figure"}));
  const auto numbers = diary.of(1);
  for (std::size_t k = 2; k < numbers.size(); k += 2) REQUIRE(numbers[k - 2] <= numbers[k]);
  CHECK(numbers[0] == 0.);
  for (std::size_t day = 0; day < 61; ++day) {
    double with_father = 0;
    for (std::size_t k = 0; k < 8; ++k) {
      CHECK(numbers[2 * (8 * day + k)] == Approx(static_cast<double>(day) / 365.25).margin(1e-3));
      with_father += numbers[2 * (8 * day + k) + 1];
    }
    CHECK(with_father == 2);
  }
}

TEST_CASE("a column is the same beside others, and a family the same beside others",
          "[population]") {
  const kept_diary all = kept(small(~0ull >> 40, every_column()));
  const kept_diary few = kept(small(65, {"settling", "display"}));
  CHECK(all.whole.families == 2 * block_size + 7);
  CHECK(all.next_family == 2 * block_size + 8);
  const auto place = [](std::string_view name) {
    return find_diary_column(name) - diary_columns.data();
  };
  const auto settling = static_cast<std::size_t>(place("settling"));
  const auto display = static_cast<std::size_t>(place("display"));
  for (const std::uint64_t family : {1u, 64u, 65u})
    for (std::size_t k = 0; k < few.whole.events; ++k) {
      REQUIRE(few.of(family)[2 * k] == all.of(family)[diary_columns.size() * k + settling]);
      REQUIRE(few.of(family)[2 * k + 1] == all.of(family)[diary_columns.size() * k + display]);
    }
  CHECK_FALSE(std::ranges::equal(few.of(1), few.of(2)));
}

TEST_CASE("threads change no byte of a diary", "[population]") {
  const scenario plan = small(100, {"display", "settling"});
  const std::string one = digests(plan, true);
  CHECK(digests(plan, true, 2) == one);
  CHECK(digests(plan, true, 5) == one);
}

TEST_CASE("a diary changes no byte of the tables", "[population]") {
  const std::string without = digests(small(0, {"display"}), false);
  CHECK(digests(small(1, {"display"}), false) == without);
  CHECK(digests(small(1000, every_column()), false) == without);
}

TEST_CASE("a diary of infants whom nobody meets has no event", "[population]") {
  scenario plan = small(3, {"display"});
  for (figure_plan& one : plan.figures) one.events_per_day = 0;
  plan.assessments.clear();
  const kept_diary diary = kept(plan);
  CHECK(diary.next_family == 4);
  CHECK(diary.whole.events == 0);
  CHECK(diary.numbers.empty());
}

TEST_CASE("columns that are unknown, there twice or none at all are refused", "[population]") {
  using list = std::vector<std::string>;
  CHECK(messages(small(1, {"display", "settlin", "display", "zzzzz"})) ==
        list{"/diary/columns/1: unknown column 'settlin'; did you mean 'settling'?",
             "/diary/columns/2: 'display' is there twice",
             "/diary/columns/3: unknown column 'zzzzz'"});
  CHECK(messages(small(0, {})) == list{"/diary/columns: expected at least one"});
  CHECK(messages(small(2'000'000'000, {"display"})) ==
        list{"/diary/families: 2000000000 is outside [0, 1e+09] (families)"});
}
