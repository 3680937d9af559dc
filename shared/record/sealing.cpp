#include "shared/record/sealing.h"

#include "shared/base/sodium_ready.h"

namespace studio {
namespace {

constexpr std::string_view kSealingMagic = "MSS1";
constexpr std::size_t kMaxBody = 200 * 1024;
constexpr std::size_t kPrefix = 16 + 1 + 4 + 4;  // id, kind, terminal, body length
constexpr std::size_t kSealedKey =
    crypto_aead_xchacha20poly1305_ietf_KEYBYTES + crypto_box_SEALBYTES;
constexpr std::size_t kNonce = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t kTag = crypto_aead_xchacha20poly1305_ietf_ABYTES;
static_assert(kSealedKey == 80 && kNonce == 24 && kTag == 16);

using ContentKey = ByteArray<crypto_aead_xchacha20poly1305_ietf_KEYBYTES>;

std::size_t PaddedSize(std::size_t body) {
  return (kPrefix + body + kSealStep - 1) / kSealStep * kSealStep;
}

Bytes Encoded(const SealBinding& binding) {
  ByteWriter out;
  out.Raw(binding.id.bytes);
  out.U8(static_cast<std::uint8_t>(binding.kind));
  out.U32(binding.terminal);
  return out.Take();
}

// What is authenticated beside the ciphertext: the record it belongs to and the list of readers.
Bytes Beside(const SealBinding& binding, ByteView before_nonce) {
  Bytes out = Encoded(binding);
  out.insert(out.end(), before_nonce.begin(), before_nonce.end());
  return out;
}

struct SealReader {
  KeyId id{};
  ByteView sealed_key;
};

struct Parts {
  std::vector<SealReader> readers;
  ByteView before_nonce;
  ByteView nonce;
  ByteView ciphertext;
};

Result<Parts> Split(ByteView sealed) {
  if (sealed.size() > kMaxSealedBytes) return Fail(ErrorKind::kMalformed, "sealed: too long");
  ByteReader in(sealed);
  Parts parts;
  if (AsText(in.Raw(kSealingMagic.size())) != kSealingMagic) in.Refuse();
  const std::uint8_t count = in.U8();
  if (count == 0 || count > kMaxReaders) in.Refuse();
  for (std::uint8_t i = 0; in.ok() && i < count; ++i) {
    const auto id = in.Array<8>();
    parts.readers.push_back({id, in.Raw(kSealedKey)});
  }
  parts.before_nonce = sealed.first(sealed.size() - in.left());
  parts.nonce = in.Raw(kNonce);
  const std::size_t left = in.left();
  parts.ciphertext = in.Raw(left);
  if (!in.ok() || left < kSealStep + kTag || (left - kTag) % kSealStep != 0) {
    return Fail(ErrorKind::kMalformed, "sealed: wrong fields or length");
  }
  return parts;
}

// The body out of a plaintext that the seal has vouched for.
Result<Bytes> Unpad(const SealBinding& binding, ByteView plain) {
  ByteReader in(plain);
  const ByteView bound = in.Raw(kPrefix - 4);
  const ByteView body = in.Sized32();
  const ByteView padding = in.Raw(in.left());
  const Bytes expected = Encoded(binding);
  if (!in.ok() || !std::equal(bound.begin(), bound.end(), expected.begin(), expected.end())) {
    return Fail(ErrorKind::kForged, "sealed: bound to another record");
  }
  const bool zeros = std::all_of(padding.begin(), padding.end(), [](auto b) { return b == 0; });
  if (!zeros || plain.size() != PaddedSize(body.size())) {
    return Fail(ErrorKind::kMalformed, "sealed: wrong padding");
  }
  return Bytes(body.begin(), body.end());
}

}  // namespace

Result<Bytes> Seal(const SealBinding& binding, ByteView body,
                   std::span<const BoxPublicKey> readers) {
  RequireSodium();
  if (readers.empty() || readers.size() > kMaxReaders) {
    return Fail(ErrorKind::kInvalid, "seal: needs one to eight readers");
  }
  if (body.size() > kMaxBody) return Fail(ErrorKind::kInvalid, "seal: body over 200 KiB");

  ContentKey key;
  crypto_aead_xchacha20poly1305_ietf_keygen(key.data());
  WipeOnExit wipe_key(key);

  ByteWriter out;
  out.Raw(AsBytes(kSealingMagic));
  out.U8(static_cast<std::uint8_t>(readers.size()));
  for (const BoxPublicKey& reader : readers) {
    ByteArray<kSealedKey> sealed_key;
    if (crypto_box_seal(sealed_key.data(), key.data(), key.size(), reader.bytes.data()) != 0) {
      return Fail(ErrorKind::kInvalid, "seal: not a public key");
    }
    out.Raw(reader.Id());
    out.Raw(sealed_key);
  }
  Bytes sealed = out.Take();
  const Bytes beside = Beside(binding, sealed);

  ByteArray<kNonce> nonce;
  FillRandom(nonce);
  sealed.insert(sealed.end(), nonce.begin(), nonce.end());

  // At its full size from the start, so that no reallocation leaves a copy behind.
  Bytes plain(PaddedSize(body.size()));
  WipeOnExit wipe_plain(plain);
  ByteWriter prefix;
  prefix.Raw(Encoded(binding));
  prefix.U32(static_cast<std::uint32_t>(body.size()));
  const Bytes prefix_bytes = prefix.Take();
  std::copy(body.begin(), body.end(),
            std::copy(prefix_bytes.begin(), prefix_bytes.end(), plain.begin()));

  const std::size_t start = sealed.size();
  sealed.resize(start + plain.size() + kTag);
  crypto_aead_xchacha20poly1305_ietf_encrypt(sealed.data() + start, nullptr, plain.data(),
                                             plain.size(), beside.data(), beside.size(), nullptr,
                                             nonce.data(), key.data());
  return sealed;
}

Result<Bytes> Open(const SealBinding& binding, ByteView sealed, const BoxKeyPair& reader) {
  RequireSodium();
  const auto parts = Split(sealed);
  if (!parts) return tl::unexpected(parts.error());
  const KeyId own = reader.Public().Id();
  const auto found = std::find_if(parts->readers.begin(), parts->readers.end(),
                                  [&](const SealReader& listed) { return listed.id == own; });
  if (found == parts->readers.end()) {
    return Fail(ErrorKind::kNotForUs, "sealed: not to this reader");
  }

  ContentKey key;
  WipeOnExit wipe_key(key);
  if (crypto_box_seal_open(key.data(), found->sealed_key.data(), found->sealed_key.size(),
                           reader.Public().bytes.data(), reader.secret().data()) != 0) {
    return Fail(ErrorKind::kForged, "sealed: content key altered");
  }
  Bytes plain(parts->ciphertext.size() - kTag);
  WipeOnExit wipe_plain(plain);
  const Bytes beside = Beside(binding, parts->before_nonce);
  if (crypto_aead_xchacha20poly1305_ietf_decrypt(
          plain.data(), nullptr, nullptr, parts->ciphertext.data(), parts->ciphertext.size(),
          beside.data(), beside.size(), parts->nonce.data(), key.data()) != 0) {
    return Fail(ErrorKind::kForged, "sealed: altered, or bound to another record");
  }
  return Unpad(binding, plain);
}

std::vector<KeyId> ReadersOf(ByteView sealed) {
  std::vector<KeyId> ids;
  if (const auto parts = Split(sealed)) {
    for (const SealReader& reader : parts->readers) ids.push_back(reader.id);
  }
  return ids;
}

}  // namespace studio
