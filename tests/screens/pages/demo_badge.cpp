#include "demo_badge.h"

#include "../../app/fakes/fake_request_store.h"

namespace studio {
namespace {

constexpr std::int64_t kDayS = 86'400;

Badge Card(std::string_view member, std::int64_t days_from_now) {
  Badge badge;
  badge.county = kDemoCounty;
  badge.member = member;
  badge.issued_s = TestClock().now.wall_ms / 1000 + days_from_now * kDayS;
  badge.expires_s = badge.issued_s + 300 * kDayS;
  badge.nonce.fill(static_cast<std::uint8_t>(member.back()));
  return badge;
}

}  // namespace

const SigningKey& DemoCountyKey() {
  static const SigningKey kKey = SigningKey::FromSeed({1});
  return kKey;
}

std::string DemoBadge(std::string_view member) {
  return SignBadge(Card(member, -10), DemoCountyKey()).Text(false);
}

std::string DemoCard(std::string_view member) {
  return SignBadge(Card(member, -10), DemoCountyKey(), BadgeSecret{1}).Text(true);
}

std::string ForgedBadge(std::string_view member) {
  return SignBadge(Card(member, -10), SigningKey::FromSeed({2})).Text(false);
}

std::string ExpiredBadge(std::string_view member) {
  return SignBadge(Card(member, -330), DemoCountyKey()).Text(false);
}

std::string ComingBadge(std::string_view member) {
  return SignBadge(Card(member, 10), DemoCountyKey()).Text(false);
}

std::string ForeignBadge(std::string_view member) {
  Badge badge = Card(member, -10);
  badge.county = kDemoCounty + 1;
  return SignBadge(badge, SigningKey::FromSeed({3})).Text(false);
}

std::string LiveBadge(std::string_view member) {
  Badge badge = Card(member, 0);
  badge.kind = BadgeKind::kLive;
  badge.expires_s = badge.issued_s + kLiveSeconds;
  return SignBadge(badge, DemoCountyKey()).Text(false);
}

}  // namespace studio
