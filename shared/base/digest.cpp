#include "shared/base/digest.h"

#include "shared/base/sodium_ready.h"

namespace studio {

Digest HashOf(std::string_view domain, ByteView bytes) {
  RequireSodium();
  const std::uint8_t zero = 0;
  const ByteView name = AsBytes(domain);
  crypto_hash_sha256_state state;
  crypto_hash_sha256_init(&state);
  crypto_hash_sha256_update(&state, name.data(), name.size());
  crypto_hash_sha256_update(&state, &zero, 1);
  crypto_hash_sha256_update(&state, bytes.data(), bytes.size());
  Digest out;
  crypto_hash_sha256_final(&state, out.data());
  return out;
}

Digest Sha256(ByteView bytes) {
  RequireSodium();
  Digest out;
  crypto_hash_sha256(out.data(), bytes.data(), bytes.size());
  return out;
}

}  // namespace studio
