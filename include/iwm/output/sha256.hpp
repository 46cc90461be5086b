// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace iwm {

/// The SHA-256 digest of a stream of bytes, by OpenSSL, which uses the processor's own instructions
/// for it. FIPS PUB 180-4 (2015), doi:10.6028/NIST.FIPS.180-4. Throws run_error where OpenSSL
/// offers no SHA-256.
///
///     sha256 hash;
///     hash.update("abc");
///     hash.hex();  // ba7816bf 8f01cfea ...
class sha256 {
 public:
  sha256();
  ~sha256();
  sha256(const sha256&) = delete;
  sha256& operator=(const sha256&) = delete;

  void update(std::string_view bytes);

  /// The digest of all bytes so far as 64 hexadecimal digits; the stream may go on.
  std::string hex() const;

 private:
  struct stream;
  std::unique_ptr<stream> stream_;
};

/// The digest of one text.
std::string sha256_of(std::string_view text);

}  // namespace iwm
