// SPDX-License-Identifier: MIT
#include "iwm/output/output_file.hpp"

#include "iwm/core/error.hpp"

#include <algorithm>
#include <cerrno>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <unistd.h>

namespace iwm {

output_file::output_file(std::filesystem::path path)
    : path_(std::move(path)), capacity_(1 << 18), buffer_(new char[capacity_]) {
  if (path_.empty()) return;
  descriptor_ = ::open(path_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
  if (descriptor_ < 0) fail(errno);
}

output_file::~output_file() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

void output_file::append(std::string_view bytes) {
  if (bytes.size() <= capacity_) {
    filled(std::ranges::copy(bytes, room(bytes.size())).out);
  } else {
    write_all({buffer_.get(), std::exchange(size_, 0)});
    write_all(bytes);
  }
}

void output_file::make_room(std::size_t bytes) {
  write_all({buffer_.get(), std::exchange(size_, 0)});
  if (bytes <= capacity_) return;
  buffer_.reset(new char[bytes]);
  capacity_ = bytes;
}

std::string output_file::finish() {
  write_all({buffer_.get(), std::exchange(size_, 0)});
  if (descriptor_ >= 0) {
    if (::fsync(descriptor_) != 0) fail(errno);
    if (::close(std::exchange(descriptor_, -1)) != 0) fail(errno);
  }
  return hash_.hex();
}

void output_file::write_all(std::string_view bytes) {
  hash_.update(bytes);
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
  file.append(text);
  return {path.filename().string(), {}, file.finish()};
}

}  // namespace iwm
