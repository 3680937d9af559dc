#include "shared/exchange/envelope.h"

#include <algorithm>

namespace studio {
namespace {

constexpr std::string_view kEnvelopeMagic = "MSE1";

}  // namespace

Bytes SealEnvelope(std::string_view context, std::string_view payload, const SigningKey& key) {
  ByteWriter out;
  out.Raw(AsBytes(kEnvelopeMagic));
  out.Raw(key.Public().Id());
  out.Raw(key.Sign(context, AsBytes(payload)));
  out.Raw(AsBytes(payload));
  return out.Take();
}

Result<std::string> OpenEnvelope(std::string_view context, ByteView bytes,
                                 std::span<const VerifyKey> trusted) {
  if (bytes.size() > kMaxEnvelopeBytes) return Fail(ErrorKind::kMalformed, "envelope: over 16 MiB");
  ByteReader in(bytes);
  if (AsText(in.Raw(kEnvelopeMagic.size())) != kEnvelopeMagic) {
    return Fail(ErrorKind::kMalformed, "envelope: no magic");
  }
  const auto id = in.Array<8>();
  const auto signature = in.Array<64>();
  const ByteView payload = in.Raw(in.left());
  if (!in.ok()) return Fail(ErrorKind::kMalformed, "envelope: cut short");
  const auto key = std::find_if(trusted.begin(), trusted.end(),
                                [&](const VerifyKey& candidate) { return candidate.Id() == id; });
  if (key == trusted.end()) return Fail(ErrorKind::kForged, "envelope: signed by an unknown key");
  if (!key->Verify(context, payload, signature)) {
    return Fail(ErrorKind::kForged, "envelope: signature does not hold");
  }
  return std::string(AsText(payload));
}

}  // namespace studio
