// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <type_traits>
#include <utility>

namespace iwm {

/// A value that is a handful of 8-byte members and nothing else, so that it can lie in columns.
template <class T>
concept columnar = std::is_trivially_copyable_v<T> && sizeof(T) % sizeof(double) == 0 &&
                   alignof(T) == alignof(double) && sizeof(T) <= 64 * sizeof(double);

/// `size` values of type T side by side, one array for each member: what a loop over lanes needs to
/// become vector code, while the body of the loop reads and writes whole values.
///
///     columns<temperament, 64> infants;
///     infants.set(3, {.reactivity = 0.9});
///     infants.get(3).reactivity;  // 0.9
///
/// Values that are not columnar lie one after the other; everything else stays the same.
template <class T, std::size_t size>
class columns {
 public:
  columns() : columns(T{}) {}
  explicit columns(const T& everywhere) { fill(everywhere); }

  const T& get(std::size_t lane) const { return values_[lane]; }
  void set(std::size_t lane, const T& value) { values_[lane] = value; }
  void fill(const T& everywhere) { values_.fill(everywhere); }

 private:
  std::array<T, size> values_;
};

template <columnar T, std::size_t size>
class columns<T, size> {
 public:
  static constexpr std::size_t members = sizeof(T) / sizeof(double);

  columns() : columns(T{}) {}
  explicit columns(const T& everywhere) { fill(everywhere); }

  [[gnu::always_inline]] T get(std::size_t lane) const {
    return std::bit_cast<T>(words_of(lane, std::make_index_sequence<members>{}));
  }
  [[gnu::always_inline]] void set(std::size_t lane, const T& value) {
    set_words(lane, std::bit_cast<std::array<double, members>>(value),
              std::make_index_sequence<members>{});
  }
  void fill(const T& everywhere) {
    for (std::size_t lane = 0; lane < size; ++lane) set(lane, everywhere);
  }

  /// One member of all lanes.
  const std::array<double, size>& column(std::size_t member) const { return columns_[member]; }
  std::array<double, size>& column(std::size_t member) { return columns_[member]; }

 private:
  template <std::size_t... member>
  [[gnu::always_inline]] std::array<double, members> words_of(
      std::size_t lane, std::index_sequence<member...>) const {
    return {columns_[member][lane]...};
  }
  template <std::size_t... member>
  [[gnu::always_inline]] void set_words(std::size_t lane, const std::array<double, members>& words,
                                        std::index_sequence<member...>) {
    ((columns_[member][lane] = words[member]), ...);
  }

  std::array<std::array<double, size>, members> columns_;
};

}  // namespace iwm
