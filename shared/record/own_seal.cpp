#include "shared/record/own_seal.h"

#include "shared/base/sodium_ready.h"

namespace studio {
namespace {

constexpr std::size_t kOwnNonce = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t kOwnTag = crypto_aead_xchacha20poly1305_ietf_ABYTES;

}  // namespace

OwnSeal::OwnSeal(const BoxKeyPair& owner, std::string_view domain) {
  RequireSodium();
  crypto_generichash(key_.data(), key_.size(), AsBytes(domain).data(), domain.size(),
                     owner.secret().data(), owner.secret().size());
}

OwnSeal::~OwnSeal() { sodium_memzero(key_.data(), key_.size()); }

Bytes OwnSeal::Seal(std::string_view name, std::string_view text) const {
  Bytes sealed(kOwnNonce + text.size() + kOwnTag);
  FillRandom(std::span(sealed).first(kOwnNonce));
  crypto_aead_xchacha20poly1305_ietf_encrypt(
      sealed.data() + kOwnNonce, nullptr, AsBytes(text).data(), text.size(), AsBytes(name).data(),
      name.size(), nullptr, sealed.data(), key_.data());
  return sealed;
}

std::string OwnSeal::Mark(std::string_view name, std::string_view text) const {
  ByteWriter named;
  named.Sized16(AsBytes(name));
  named.Raw(AsBytes(text));
  const Bytes bytes = named.Take();
  ByteArray<16> mark{};
  crypto_generichash(mark.data(), mark.size(), bytes.data(), bytes.size(), key_.data(),
                     key_.size());
  return ToHex(mark);
}

Result<std::string> OwnSeal::Open(std::string_view name, ByteView sealed) const {
  if (sealed.size() < kOwnNonce + kOwnTag)
    return Fail(ErrorKind::kForged, "no text of this county's");
  std::string text(sealed.size() - kOwnNonce - kOwnTag, '\0');
  if (crypto_aead_xchacha20poly1305_ietf_decrypt(reinterpret_cast<unsigned char*>(text.data()),
                                                 nullptr, nullptr, sealed.data() + kOwnNonce,
                                                 sealed.size() - kOwnNonce, AsBytes(name).data(),
                                                 name.size(), sealed.data(), key_.data()) != 0) {
    return Fail(ErrorKind::kForged, "kept under another key, or altered");
  }
  return text;
}

}  // namespace studio
