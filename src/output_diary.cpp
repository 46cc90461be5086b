// SPDX-License-Identifier: MIT
#include "iwm/output/diary_file.hpp"

#include <bit>
#include <string>

namespace iwm {
namespace {

constexpr std::string_view name = "diary.npy";
static_assert(std::endian::native == std::endian::little);

std::string header_of(const diary_shape& shape) {
  std::string text = "{'descr': '<f8', 'fortran_order': False, 'shape': (" +
                     std::to_string(shape.families) + ", " + std::to_string(shape.events) + ", " +
                     std::to_string(shape.columns.size()) + "), }";
  constexpr std::size_t before = 10, step = 64;
  const std::size_t whole = (before + text.size() + 1 + step - 1) / step * step;
  text.resize(whole - before - 1, ' ');
  text += '\n';
  std::string header("\x93NUMPY\x01\x00", 8);
  header += static_cast<char>(text.size() & 0xff);
  header += static_cast<char>(text.size() >> 8);
  return header + text;
}

}  // namespace

void diary_file::diary(const diary_rows& part) {
  if (!file_) {
    file_.emplace(folder_.empty() ? folder_ : folder_ / name);
    file_->append(header_of(part.whole));
  }
  const auto bytes = std::as_bytes(part.values);
  file_->append({reinterpret_cast<const char*>(bytes.data()), bytes.size()});
  events_ += part.families * part.whole.events;
}

void diary_file::end() {
  if (file_) written_ = {std::string(name), events_, file_->finish()};
}

}  // namespace iwm
