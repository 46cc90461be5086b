// SPDX-License-Identifier: MIT
#include "iwm/output/sha256.hpp"

#include "support/catch.hpp"

using iwm::sha256;
using iwm::sha256_of;

TEST_CASE("SHA-256 gives the answers of FIPS 180-4 and NIST's examples", "[output]") {
  CHECK(sha256_of("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  CHECK(sha256_of("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  CHECK(sha256_of("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq") ==
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
  CHECK(sha256_of("abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmno"
                  "ijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu") ==
        "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1");
  CHECK(sha256_of(std::string(1'000'000, 'a')) ==
        "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

TEST_CASE("SHA-256 does not depend on how a text is cut into pieces", "[output]") {
  std::string text;
  for (int i = 0; i < 300; ++i) text += static_cast<char>(i * 37);
  for (std::size_t piece = 1; piece < 130; ++piece) {
    sha256 hash;
    for (std::size_t at = 0; at < text.size(); at += piece) hash.update(text.substr(at, piece));
    REQUIRE(hash.hex() == sha256_of(text));
  }
}

TEST_CASE("SHA-256 can be read in between", "[output]") {
  sha256 hash;
  hash.update("a");
  CHECK(hash.hex() == sha256_of("a"));
  hash.update("bc");
  CHECK(hash.hex() == sha256_of("abc"));
}
