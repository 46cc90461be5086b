// SPDX-License-Identifier: MIT
#include "iwm/core/error.hpp"
#include "iwm/output/sha256.hpp"

#include <array>

#include <openssl/evp.h>

namespace iwm {
namespace {

void must(bool succeeded) {
  if (!succeeded) throw run_error("SHA-256 is not available from OpenSSL's libcrypto");
}

struct free_context {
  void operator()(EVP_MD_CTX* context) const { EVP_MD_CTX_free(context); }
};
using context_pointer = std::unique_ptr<EVP_MD_CTX, free_context>;

context_pointer new_context() {
  context_pointer context(EVP_MD_CTX_new());
  must(context != nullptr);
  return context;
}

}  // namespace

struct sha256::stream {
  context_pointer context = new_context();
};

sha256::sha256() : stream_(std::make_unique<stream>()) {
  must(EVP_DigestInit_ex(stream_->context.get(), EVP_sha256(), nullptr) == 1);
}
sha256::~sha256() = default;

void sha256::update(std::string_view bytes) {
  must(EVP_DigestUpdate(stream_->context.get(), bytes.data(), bytes.size()) == 1);
}

std::string sha256::hex() const {
  const context_pointer last = new_context();
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest;
  unsigned size = 0;
  must(EVP_MD_CTX_copy_ex(last.get(), stream_->context.get()) == 1);
  must(EVP_DigestFinal_ex(last.get(), digest.data(), &size) == 1);
  std::string digits;
  for (unsigned i = 0; i < size; ++i) {
    digits += "0123456789abcdef"[digest[i] >> 4];
    digits += "0123456789abcdef"[digest[i] & 0xf];
  }
  return digits;
}

std::string sha256_of(std::string_view text) {
  sha256 hash;
  hash.update(text);
  return hash.hex();
}

}  // namespace iwm
