#include "shared/record/badge.h"

#include <algorithm>

#include "shared/base/base45.h"

namespace studio {
namespace {

constexpr std::uint8_t kVersion = 1;

}  // namespace

std::string BadgeToken::Text(bool with_secret) const {
  ByteWriter out;
  out.U8(kVersion);
  out.Raw(key);
  out.Raw(signature);
  out.Sized16(content);
  if (with_secret && secret) out.Raw(*secret);
  return std::string(kBadgePrefix) + ToBase45(out.Take());
}

Bytes Encode(const Badge& badge) {
  ByteWriter out;
  out.U8(static_cast<std::uint8_t>(badge.kind));
  out.U32(badge.county);
  out.Sized16(AsBytes(badge.member));
  out.I64(badge.issued_s);
  out.I64(badge.expires_s);
  out.Raw(badge.nonce);
  return out.Take();
}

BadgeToken SignBadge(const Badge& badge, const SigningKey& key, std::optional<BadgeSecret> secret) {
  BadgeToken token;
  token.key = key.Public().Id();
  token.content = Encode(badge);
  token.signature = key.Sign(kBadgeContext, token.content);
  token.secret = secret;
  return token;
}

Result<BadgeToken> ReadBadgeToken(std::string_view text) {
  if (text.size() > kMaxBadgeText || !text.starts_with(kBadgePrefix)) {
    return Fail(ErrorKind::kMalformed, "not a badge");
  }
  const auto bytes = FromBase45(text.substr(kBadgePrefix.size()));
  if (!bytes || bytes->empty()) return Fail(ErrorKind::kMalformed, "not a badge: no base45");
  ByteReader in(*bytes);
  if (in.U8() != kVersion) return Fail(ErrorKind::kUnsupported, "a badge of a newer version");
  BadgeToken token;
  token.key = in.Array<8>();
  token.signature = in.Array<64>();
  const ByteView content = in.Sized16();
  token.content.assign(content.begin(), content.end());
  if (in.ok() && !in.AtEnd()) token.secret = in.Array<16>();
  if (!in.AtEnd()) return Fail(ErrorKind::kMalformed, "not a badge: wrong length");
  return token;
}

Result<Badge> DecodeBadge(ByteView content) {
  ByteReader in(content);
  Badge badge;
  const std::uint8_t kind = in.U8();
  badge.county = in.U32();
  badge.member = AsText(in.Sized16());
  badge.issued_s = in.I64();
  badge.expires_s = in.I64();
  badge.nonce = in.Array<16>();
  const bool known = kind == static_cast<std::uint8_t>(BadgeKind::kCard) ||
                     kind == static_cast<std::uint8_t>(BadgeKind::kLive);
  if (!in.AtEnd() || !known || badge.member.empty() || badge.member.size() > kMaxMemberId) {
    return Fail(ErrorKind::kMalformed, "the badge's content is not good");
  }
  badge.kind = static_cast<BadgeKind>(kind);
  return badge;
}

Result<Badge> OpenBadge(const BadgeToken& token, std::span<const VerifyKey> trusted) {
  const auto key = std::find_if(trusted.begin(), trusted.end(), [&](const VerifyKey& candidate) {
    return candidate.Id() == token.key;
  });
  if (key == trusted.end()) return Fail(ErrorKind::kForged, "badge: signed by an unknown key");
  if (!key->Verify(kBadgeContext, token.content, token.signature)) {
    return Fail(ErrorKind::kForged, "badge: signature does not hold");
  }
  return DecodeBadge(token.content);
}

}  // namespace studio
