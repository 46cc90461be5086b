// SPDX-License-Identifier: MIT
#include "iwm/output/output_file.hpp"

#include "iwm/core/error.hpp"

#include <cerrno>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <unistd.h>

namespace iwm {

output_file::output_file(std::filesystem::path path) : path_(std::move(path)) {
  ahead_.reserve(full + full / 8);
  behind_.reserve(full + full / 8);
  if (path_.empty()) return;
  descriptor_ = ::open(path_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
  if (descriptor_ < 0) fail(errno);
}

output_file::~output_file() {
  if (hashing_.valid()) hashing_.wait();
  if (descriptor_ >= 0) ::close(descriptor_);
}

void output_file::hand_over() {
  if (hashing_.valid()) hashing_.get();
  std::swap(ahead_, behind_);
  ahead_.clear();
  hashing_ = std::async(std::launch::async, [this] { hash_.update(behind_); });
  write_all(behind_);
}

std::string output_file::finish() {
  if (hashing_.valid()) hashing_.get();
  hash_.update(ahead_);
  write_all(ahead_);
  ahead_.clear();
  if (descriptor_ >= 0) {
    if (::fsync(descriptor_) != 0) fail(errno);
    if (::close(std::exchange(descriptor_, -1)) != 0) fail(errno);
  }
  return hash_.hex();
}

void output_file::write_all(std::string_view bytes) {
  while (descriptor_ >= 0 && !bytes.empty()) {
    const ssize_t written = ::write(descriptor_, bytes.data(), bytes.size());
    if (written < 0 && errno != EINTR) fail(errno);
    if (written > 0) bytes.remove_prefix(static_cast<std::size_t>(written));
  }
}

void output_file::fail(int reason) const {
  throw run_error(path_.string() +
                  ": cannot be written: " + std::generic_category().message(reason));
}

written_file write_file(const std::filesystem::path& path, std::string_view text) {
  output_file file(path);
  file.buffer() = text;
  return {path.filename().string(), {}, file.finish()};
}

}  // namespace iwm
