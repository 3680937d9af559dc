#include "shared/base/keys.h"

#include "shared/base/sodium_ready.h"

namespace studio {
namespace {

KeyId IdOf(const ByteArray<32>& public_key) {
  const Digest digest = HashOf("ms.key.v1", public_key);
  KeyId id;
  std::copy_n(digest.begin(), id.size(), id.begin());
  return id;
}

Bytes InContext(std::string_view context, ByteView message) {
  Bytes out;
  out.reserve(context.size() + 1 + message.size());
  out.insert(out.end(), context.begin(), context.end());
  out.push_back(0);
  out.insert(out.end(), message.begin(), message.end());
  return out;
}

Seed RandomSeed() {
  Seed seed;
  FillRandom(seed);
  return seed;
}

}  // namespace

KeyId VerifyKey::Id() const { return IdOf(bytes); }

bool VerifyKey::Verify(std::string_view context, ByteView message,
                       const Signature& signature) const {
  return VerifyBare(InContext(context, message), signature);
}

bool VerifyKey::VerifyBare(ByteView message, const Signature& signature) const {
  RequireSodium();
  return crypto_sign_verify_detached(signature.data(), message.data(), message.size(),
                                     bytes.data()) == 0;
}

SigningKey SigningKey::Generate() {
  Seed seed = RandomSeed();
  WipeOnExit wipe(seed);
  return FromSeed(seed);
}

SigningKey SigningKey::FromSeed(const Seed& seed) {
  RequireSodium();
  SigningKey key;
  key.seed_ = seed;
  crypto_sign_seed_keypair(key.public_.bytes.data(), key.secret_.data(), seed.data());
  return key;
}

SigningKey::~SigningKey() {
  sodium_memzero(seed_.data(), seed_.size());
  sodium_memzero(secret_.data(), secret_.size());
}

Signature SigningKey::Sign(std::string_view context, ByteView message) const {
  return SignBare(InContext(context, message));
}

Signature SigningKey::SignBare(ByteView message) const {
  Signature signature;
  crypto_sign_detached(signature.data(), nullptr, message.data(), message.size(), secret_.data());
  return signature;
}

KeyId BoxPublicKey::Id() const { return IdOf(bytes); }

BoxKeyPair BoxKeyPair::Generate() {
  Seed seed = RandomSeed();
  WipeOnExit wipe(seed);
  return FromSeed(seed);
}

BoxKeyPair BoxKeyPair::FromSeed(const Seed& seed) {
  RequireSodium();
  BoxKeyPair pair;
  pair.seed_ = seed;
  crypto_box_seed_keypair(pair.public_.bytes.data(), pair.secret_.data(), seed.data());
  return pair;
}

BoxKeyPair::~BoxKeyPair() {
  sodium_memzero(seed_.data(), seed_.size());
  sodium_memzero(secret_.data(), secret_.size());
}

}  // namespace studio
