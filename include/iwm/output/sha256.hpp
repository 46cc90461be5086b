// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace iwm {

/// The SHA-256 digest of a stream of bytes. FIPS PUB 180-4 (2015), doi:10.6028/NIST.FIPS.180-4.
///
///     sha256 hash;
///     hash.update("abc");
///     hash.hex();  // ba7816bf 8f01cfea ...
class sha256 {
 public:
  void update(std::string_view bytes);

  /// The digest of all bytes so far as 64 hexadecimal digits; the stream may go on.
  std::string hex() const;

 private:
  void compress(const unsigned char* block);

  std::array<std::uint32_t, 8> state_{0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
                                      0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};
  std::array<unsigned char, 64> pending_{};
  std::uint64_t length_ = 0;
};

/// The digest of one text.
std::string sha256_of(std::string_view text);

}  // namespace iwm
