#include "shared/record/key_wrap.h"

#include <sodium.h>

#include <algorithm>
#include <iterator>

namespace studio {
namespace {

// What a try costs. The first is read for cards that were printed before there was the second.
struct Wrapping {
  std::string_view magic;
  unsigned long long passes;
  std::size_t memory;
};
constexpr Wrapping kWrappings[] = {{"MSW1", 2, std::size_t{64} << 20},
                                   {"MSW2", 4, std::size_t{128} << 20}};
constexpr const Wrapping& kWritten = kWrappings[1];
constexpr std::size_t kMagicBytes = 4;
constexpr std::string_view kDomain = "ms.wrap.v1";
constexpr std::size_t kSaltBytes = crypto_pwhash_SALTBYTES;
constexpr std::size_t kNonceBytes = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t kTagBytes = crypto_aead_xchacha20poly1305_ietf_ABYTES;
constexpr std::size_t kSeedBytes = std::tuple_size_v<Seed>;

struct WrappingKey {
  ByteArray<32> bytes{};
  ~WrappingKey() { sodium_memzero(bytes.data(), bytes.size()); }
};

bool Derive(const Wrapping& wrapping, std::string_view pin, const BadgeSecret& secret,
            const ByteArray<kSaltBytes>& salt, WrappingKey& out) {
  ByteWriter password;
  password.Raw(AsBytes(kDomain));
  password.U8(0);
  password.Sized16(AsBytes(pin));
  password.Raw(secret);
  Bytes bytes = password.Take();
  const bool made =
      crypto_pwhash(out.bytes.data(), out.bytes.size(), reinterpret_cast<const char*>(bytes.data()),
                    bytes.size(), salt.data(), wrapping.passes, wrapping.memory,
                    crypto_pwhash_ALG_ARGON2ID13) == 0;
  sodium_memzero(bytes.data(), bytes.size());
  return made;
}

Bytes Bound(const Wrapping& wrapping, const WrapBinding& binding) {
  ByteWriter out;
  out.Raw(AsBytes(wrapping.magic));
  out.U32(binding.studio);
  out.Sized16(AsBytes(binding.member));
  out.Raw(binding.key.bytes);
  return out.Take();
}

tl::unexpected<Error> NoMemory() {
  return Fail(ErrorKind::kUnavailable, "no memory for deriving the wrapping key");
}

}  // namespace

bool IsPin(std::string_view text) {
  return text.size() >= kMinPinDigits && text.size() <= kMaxPinDigits &&
         text.find_first_not_of("0123456789") == std::string_view::npos;
}

Result<Bytes> WrapStudioKey(const BoxKeyPair& studio, const WrapBinding& binding,
                            std::string_view pin, const BadgeSecret& secret) {
  if (!IsPin(pin)) return Fail(ErrorKind::kInvalid, "a PIN has six to twelve digits");
  ByteArray<kSaltBytes> salt{};
  FillRandom(salt);
  ByteArray<kNonceBytes> nonce{};
  FillRandom(nonce);
  WrappingKey key;
  if (!Derive(kWritten, pin, secret, salt, key)) return NoMemory();
  const Bytes bound = Bound(kWritten, binding);
  ByteArray<kSeedBytes + kTagBytes> sealed{};
  crypto_aead_xchacha20poly1305_ietf_encrypt(sealed.data(), nullptr, studio.seed().data(),
                                             kSeedBytes, bound.data(), bound.size(), nullptr,
                                             nonce.data(), key.bytes.data());
  ByteWriter out;
  out.Raw(AsBytes(kWritten.magic));
  out.Raw(salt);
  out.Raw(nonce);
  out.Raw(sealed);
  return out.Take();
}

Result<BoxKeyPair> UnwrapStudioKey(ByteView wrapped, const WrapBinding& binding,
                                   std::string_view pin, const BadgeSecret& secret) {
  ByteReader in(wrapped);
  const std::string_view magic = AsText(in.Raw(kMagicBytes));
  const auto wrapping = std::find_if(std::begin(kWrappings), std::end(kWrappings),
                                     [&](const Wrapping& one) { return one.magic == magic; });
  const auto salt = in.Array<kSaltBytes>();
  const auto nonce = in.Array<kNonceBytes>();
  const auto sealed = in.Array<kSeedBytes + kTagBytes>();
  if (wrapping == std::end(kWrappings) || !in.AtEnd())
    return Fail(ErrorKind::kMalformed, "not a wrapped key");
  if (!IsPin(pin)) return Fail(ErrorKind::kDenied, "not the PIN");
  WrappingKey key;
  if (!Derive(*wrapping, pin, secret, salt, key)) return NoMemory();
  const Bytes bound = Bound(*wrapping, binding);
  Seed seed{};
  if (crypto_aead_xchacha20poly1305_ietf_decrypt(seed.data(), nullptr, nullptr, sealed.data(),
                                                 sealed.size(), bound.data(), bound.size(),
                                                 nonce.data(), key.bytes.data()) != 0) {
    return Fail(ErrorKind::kDenied, "PIN or badge do not open the studio's key");
  }
  const BoxKeyPair studio = BoxKeyPair::FromSeed(seed);
  sodium_memzero(seed.data(), seed.size());
  if (studio.Public() != binding.key) {
    return Fail(ErrorKind::kDenied, "another studio's key was wrapped");
  }
  return studio;
}

}  // namespace studio
