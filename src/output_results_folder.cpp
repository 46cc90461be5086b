// SPDX-License-Identifier: MIT
#include "iwm/output/results_folder.hpp"

#include <cerrno>
#include <cstdio>
#include <string>
#include <system_error>

#include <fcntl.h>
#include <unistd.h>

namespace iwm {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void fail(const fs::path& path, const char* what, int reason) {
  throw run_error(path.string() + ": " + what + ": " + std::generic_category().message(reason));
}

void sync_folder(const fs::path& folder) {
  const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor < 0) fail(folder, "cannot be synced", errno);
  const int failed = ::fsync(descriptor) != 0 ? errno : 0;
  ::close(descriptor);
  if (failed) fail(folder, "cannot be synced", failed);
}

fs::path parent_of(const fs::path& destination) {
  return destination.has_parent_path() ? destination.parent_path() : fs::path(".");
}

/// Without dots and a slash at the end, so that a name can be added to the last part.
fs::path tidy(const fs::path& destination) {
  const fs::path normal = destination.lexically_normal();
  return normal.has_filename() ? normal : normal.parent_path();
}

bool is_taken(const fs::path& path) {
  std::error_code unknown;
  return fs::symlink_status(path, unknown).type() != fs::file_type::not_found;
}

/// Renames `from` to `to`, or exchanges the two; in two steps on a file system that has no
/// exchange.
void put_in_place(const fs::path& from, const fs::path& to, bool exchange) {
  const unsigned how = exchange ? RENAME_EXCHANGE : RENAME_NOREPLACE;
  if (::renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), how) == 0) return;
  std::error_code failed(errno, std::generic_category());
  if (failed.value() == EINVAL) {
    const fs::path aside = from.string() + ".old";
    failed.clear();
    if (exchange) fs::rename(to, aside, failed);
    if (!failed) fs::rename(from, to, failed);
    if (!failed && exchange) fs::rename(aside, from, failed);
  }
  if (failed) fail(to, "cannot be put in place", failed.value());
}

}  // namespace

std::optional<problem> refusal(const fs::path& destination, bool overwrite) {
  const fs::path place = tidy(destination);
  if (place.empty()) return problem{"", "", "the name of the folder for results is empty"};
  if (!is_taken(place)) return {};
  if (!overwrite)
    return problem{place.string(), "", "exists already; choose another --out or add --overwrite"};
  std::error_code unreadable;
  if (fs::is_directory(place, unreadable) &&
      (fs::is_empty(place, unreadable) || fs::exists(place / "manifest.json", unreadable)))
    return {};
  return problem{place.string(), "",
                 "is no folder of results (it has no manifest.json); not overwritten"};
}

results_folder::results_folder(fs::path destination, bool overwrite)
    : destination_(tidy(destination)), overwrite_(overwrite) {
  if (const auto refused = refusal(destination_, overwrite_)) throw input_error({*refused});
  std::error_code failed;
  fs::create_directories(parent_of(destination_), failed);
  if (failed) fail(parent_of(destination_), "cannot be made", failed.value());
  const std::string partial = destination_.string() + ".partial-" + std::to_string(::getpid());
  fs::path free = partial;
  for (int n = 2; !fs::create_directory(free, failed); ++n) {
    if (failed) fail(destination_, "cannot be made", failed.value());
    free = partial + "-" + std::to_string(n);
  }
  path_ = free;
}

results_folder::~results_folder() {
  std::error_code ignored;
  if (!path_.empty()) fs::remove_all(path_, ignored);
}

void results_folder::publish() {
  for (const auto& entry : fs::recursive_directory_iterator(path_))
    if (entry.is_directory()) sync_folder(entry);
  sync_folder(path_);
  const bool replace = overwrite_ && is_taken(destination_);
  put_in_place(path_, destination_, replace);
  if (replace) {
    std::error_code left;
    fs::remove_all(path_, left);
    if (left) fail(path_, "the overwritten results cannot be removed", left.value());
  }
  path_.clear();
  sync_folder(parent_of(destination_));
}

}  // namespace iwm
