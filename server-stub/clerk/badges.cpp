#include "server/clerk/badges.h"

#include <algorithm>

#include "shared/base/json.h"
#include "shared/feed/entities.h"
#include "shared/record/key_wrap.h"

namespace county {

using nlohmann::json;
using studio::Badge;
using studio::BadgeKind;
using studio::ErrorKind;
using studio::Fail;

namespace {

constexpr std::int64_t kDaySeconds = 24 * 3600;

Result<studio::Member> FindMember(const Ledger& ledger, const std::string& id) {
  const auto body = ledger.EntityBody("member", id);
  if (!body) return Fail(ErrorKind::kNotFound, "no member has the id " + id);
  return studio::MemberFromJson(*body, id);
}

std::uint32_t CodeOf(const Ledger& ledger) {
  const auto body = ledger.EntityBody("county", "county");
  const auto county = studio::CountyFromJson(body.value_or("{}"));
  return county ? county->code : 0;
}

std::string RevocationId(const std::string& member) { return "member/" + member; }

// A badge that is made out in the second of a revocation is not to fall under it.
std::int64_t RevokedBefore(const Ledger& ledger, const std::string& member) {
  const auto body = ledger.EntityBody("revocation", RevocationId(member));
  const auto revocation = studio::RevocationFromJson(body.value_or("{}"), "");
  return revocation ? revocation->before_s : 0;
}

std::vector<studio::Studio> StudiosOf(const Ledger& ledger, const studio::Member& member) {
  std::vector<studio::Studio> studios;
  for (const std::string& body : ledger.EntityBodies("studio")) {
    auto studio = studio::StudioFromJson(body);
    if (!studio) continue;
    const bool theirs =
        member.studios.empty() ||
        std::find(member.studios.begin(), member.studios.end(), studio->id) != member.studios.end();
    if (theirs) studios.push_back(std::move(*studio));
  }
  return studios;
}

struct WrappedKey {
  StudioId studio = 0;
  studio::BoxPublicKey key;
  Bytes wrapped;
};

Result<WrappedKey> WrapFor(const DataFolder& folder, const studio::Studio& studio,
                           const BadgeOrder& order, const studio::BadgeSecret& secret) {
  const auto pair = LoadOrMakeStudioKey(folder, studio.id);
  if (!pair) return tl::unexpected(pair.error());
  const bool published = studio.sealing_key != studio::BoxPublicKey{};
  if (published && studio.sealing_key != pair->Public()) {
    return Fail(ErrorKind::kConflict, "studio " + std::to_string(studio.id) +
                                          ": the published key is not the one in keys/");
  }
  auto wrapped = WrapStudioKey(*pair, {studio.id, order.member, pair->Public()}, order.pin, secret);
  if (!wrapped) return tl::unexpected(wrapped.error());
  return WrappedKey{studio.id, pair->Public(), std::move(*wrapped)};
}

void PublishWrap(Ledger& ledger, const WrappedKey& wrap, const std::string& member,
                 const studio::BadgeNonce& card) {
  const std::string number = std::to_string(wrap.studio);
  json studio = json::parse(ledger.EntityBody("studio", number).value_or("{}"));
  const std::string key = studio::ToBase64Url(wrap.key.bytes);
  if (studio.value("sealing_key", "") != key) {  // it had none
    studio["sealing_key"] = key;
    ledger.PutEntity("studio", number, studio.dump(), 0);
  }
  const json body = {{"studio", wrap.studio},
                     {"member", member},
                     {"wrapped", studio::ToBase64Url(wrap.wrapped)},
                     {"card", studio::ToBase64Url(card)}};
  ledger.PutEntity("key_wrap", number + "/" + member, body.dump(), wrap.studio);
}

template <class Fits>
void DeleteWraps(Ledger& ledger, const Fits& fits) {
  for (const PublishedEntity& entity : ledger.Entities("key_wrap")) {
    const auto wrap = studio::KeyWrapFromJson(entity.body);
    if (wrap && fits(*wrap)) ledger.DeleteEntity("key_wrap", entity.id);
  }
}

Result<Badge> BadgeFor(const Ledger& ledger, const BadgeOrder& order) {
  Badge badge;
  badge.county = CodeOf(ledger);
  if (badge.county == 0) {
    return Fail(ErrorKind::kInvalid, "the county has no division code yet (county.code)");
  }
  if (order.member.size() > studio::kMaxMemberId) {
    return Fail(ErrorKind::kInvalid, "the member's id is too long for a badge");
  }
  badge.kind = order.kind;
  badge.member = order.member;
  badge.issued_s = std::max(order.at_s, RevokedBefore(ledger, order.member));
  badge.expires_s =
      badge.issued_s +
      (order.kind == BadgeKind::kLive ? studio::kLiveSeconds : order.valid_days * kDaySeconds);
  studio::FillRandom(badge.nonce);
  return badge;
}

}  // namespace

Result<std::string> IssueBadge(Ledger& ledger, const DataFolder& folder, const CountyKeys& keys,
                               const BadgeOrder& order) {
  const auto member = FindMember(ledger, order.member);
  if (!member) return tl::unexpected(member.error());
  const auto badge = BadgeFor(ledger, order);
  if (!badge) return tl::unexpected(badge.error());
  if (order.kind == BadgeKind::kLive) {
    if (!order.pin.empty()) return Fail(ErrorKind::kInvalid, "a live code opens no key: no PIN");
    return SignBadge(*badge, keys.signing).Text(false);
  }
  studio::BadgeSecret secret{};
  studio::FillRandom(secret);
  std::vector<WrappedKey> wraps;
  if (!order.pin.empty()) {
    for (const studio::Studio& studio : StudiosOf(ledger, *member)) {
      auto wrap = WrapFor(folder, studio, order, secret);
      if (!wrap) return tl::unexpected(wrap.error());
      wraps.push_back(std::move(*wrap));
    }
  }
  ledger.Atomically([&] {
    for (const WrappedKey& wrap : wraps) PublishWrap(ledger, wrap, order.member, badge->nonce);
  });
  return SignBadge(*badge, keys.ForCards(), secret).Text(true);
}

Result<void> RevokeMember(Ledger& ledger, const std::string& member, std::int64_t now_s) {
  if (const auto known = FindMember(ledger, member); !known) return tl::unexpected(known.error());
  ledger.Atomically([&] {
    const json body = {{"member", member}, {"before_s", now_s + 1}};
    ledger.PutEntity("revocation", RevocationId(member), body.dump(), 0);
    DeleteWraps(ledger, [&](const studio::KeyWrap& wrap) { return wrap.member == member; });
  });
  return {};
}

Result<void> RevokeBadge(Ledger& ledger, const CountyKeys& keys, std::string_view text) {
  const auto token = studio::ReadBadgeToken(text);
  if (!token) return tl::unexpected(token.error());
  const auto badge = OpenBadge(*token, TrustOf(ledger, keys).keys);
  if (!badge) return tl::unexpected(badge.error());
  ledger.Atomically([&] {
    const json body = {{"nonce", studio::ToBase64Url(badge->nonce)}};
    ledger.PutEntity("revocation", "badge/" + studio::ToHex(badge->nonce), body.dump(), 0);
    DeleteWraps(ledger, [&](const studio::KeyWrap& wrap) { return wrap.card == badge->nonce; });
  });
  return {};
}

BadgeTrust TrustOf(const Ledger& ledger, const CountyKeys& keys) {
  BadgeTrust trust;
  trust.keys = keys.Published();
  trust.keys.insert(trust.keys.end(), keys.retired.begin(), keys.retired.end());
  // A successor that was made since the keys were loaded.
  const auto county = studio::CountyFromJson(ledger.EntityBody("county", "county").value_or("{}"));
  if (!county) return trust;
  trust.county = county->code;
  trust.keys.insert(trust.keys.end(), county->signing_keys.begin(), county->signing_keys.end());
  return trust;
}

namespace {

Result<Badge> Proven(std::string_view text, std::string_view member, const BadgeTrust& trust) {
  const auto token = studio::ReadBadgeToken(text);
  if (!token) return tl::unexpected(token.error());
  if (token->secret) return Fail(ErrorKind::kForged, "told with its secret");
  auto badge = OpenBadge(*token, trust.keys);
  if (!badge) return badge;
  if (badge->county != trust.county) return Fail(ErrorKind::kForged, "another county's");
  if (badge->member != member) return Fail(ErrorKind::kForged, "another member's");
  return badge;
}

}  // namespace

std::string TokenFault(const studio::CheckInBody& body, const BadgeTrust& trust) {
  const auto badge = Proven(body.token, body.member, trust);
  if (!badge) return badge.error().detail;
  const char* kind = badge->kind == BadgeKind::kLive ? "live" : "card";
  if (body.badge != kind) return "a badge of another kind";
  return {};
}

std::string TokenFault(std::string_view token, std::string_view member, const BadgeTrust& trust) {
  const auto badge = Proven(token, member, trust);
  return badge ? std::string() : badge.error().detail;
}

}  // namespace county
