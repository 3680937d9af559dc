#include "shared/record/sealed_text.h"

#include <algorithm>

#include "shared/base/sodium_ready.h"

namespace studio {
namespace {

constexpr std::size_t kStep = 256;

}  // namespace

Result<Bytes> SealText(const SealedTextKind& kind, std::string_view name, std::string_view text,
                       const BoxPublicKey& reader) {
  RequireSodium();
  const std::string what(kind.what);
  ByteWriter plain;
  plain.Sized16(AsBytes(name));
  plain.Sized32(AsBytes(text));
  Bytes padded = plain.Take();
  padded.resize((padded.size() + kStep - 1) / kStep * kStep);
  Bytes sealed(kind.magic.begin(), kind.magic.end());
  sealed.resize(kind.magic.size() + crypto_box_SEALBYTES + padded.size());
  const WipeOnExit wiped(padded);
  if (sealed.size() > kind.at_most)
    return Fail(ErrorKind::kInvalid, "the " + what + " is too large");
  const bool done = crypto_box_seal(sealed.data() + kind.magic.size(), padded.data(), padded.size(),
                                    reader.bytes.data()) == 0;
  if (!done) return Fail(ErrorKind::kInvalid, "the reading key is no key");
  return sealed;
}

Result<std::string> OpenText(const SealedTextKind& kind, std::string_view name, ByteView sealed,
                             const BoxKeyPair& reader) {
  RequireSodium();
  const std::string what(kind.what);
  const std::size_t around = kind.magic.size() + crypto_box_SEALBYTES;
  if (sealed.size() > kind.at_most || sealed.size() < around ||
      AsText(sealed.first(kind.magic.size())) != kind.magic ||
      (sealed.size() - around) % kStep != 0) {
    return Fail(ErrorKind::kMalformed, "no " + what + " of this version");
  }
  Bytes plain(sealed.size() - around);
  const WipeOnExit wiped(plain);
  if (crypto_box_seal_open(plain.data(), sealed.data() + kind.magic.size(),
                           sealed.size() - kind.magic.size(), reader.Public().bytes.data(),
                           reader.secret().data()) != 0) {
    return Fail(ErrorKind::kNotForUs, "the " + what + " is not sealed to this reader");
  }
  ByteReader in(plain);
  const std::string about(AsText(in.Sized16()));
  std::string text(AsText(in.Sized32()));
  const ByteView padding = in.Raw(in.left());
  const bool zeros = std::all_of(padding.begin(), padding.end(), [](auto b) { return b == 0; });
  if (!in.ok() || !zeros)
    return Fail(ErrorKind::kMalformed, "the " + what + "'s length does not fit");
  if (about != name) return Fail(ErrorKind::kForged, "the " + what + " is about another one");
  return text;
}

}  // namespace studio
