// Where badges are made out and taken back: cards to print, live codes for phones, revocations,
// and the studio's key wrapped for a card's holder.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "server/keys/county_keys.h"
#include "server/ledger/ledger.h"
#include "shared/bodies/duty_bodies.h"
#include "shared/record/badge.h"

namespace county {

struct BadgeOrder {
  std::string member;  // id
  studio::BadgeKind kind = studio::BadgeKind::kCard;
  int valid_days = 365;   // of a card; a live code has studio::kLiveSeconds
  std::int64_t at_s = 0;  // Unix time it is issued
  std::string pin;        // of a card: wrap the keys of the member's studios; empty: do not
};

// The text for the QR code, a card's with its secret. The secret is made here and kept nowhere
// else: with a ledger and a PIN alone the studio's key must not open. So another PIN is another
// card. Takes 0.2 s for each studio where there is a PIN. kNotFound: no such member. kInvalid,
// kStorage.
Result<std::string> IssueBadge(Ledger& ledger, const DataFolder& folder, const CountyKeys& keys,
                               const BadgeOrder& order);

// All that were issued until now_s, and the keys wrapped for them. kNotFound: no such member.
Result<void> RevokeMember(Ledger& ledger, const std::string& member, std::int64_t now_s);
// That one. kMalformed, kForged: not a badge of this county.
Result<void> RevokeBadge(Ledger& ledger, const CountyKeys& keys, std::string_view token);

// What a badge is checked against.
struct BadgeTrust {
  std::vector<studio::VerifyKey> keys;  // every one the county signed badges with
  std::uint32_t county = 0;             // division code
};
BadgeTrust TrustOf(const Ledger& ledger, const CountyKeys& keys);

// Why the badge told in a check-in is not that member's; empty where it is. The time is not looked
// at: the terminal's clock may have been wrong, and it said so.
std::string TokenFault(const studio::CheckInBody& body, const BadgeTrust& trust);
// Likewise of a badge of either kind.
std::string TokenFault(std::string_view token, std::string_view member, const BadgeTrust& trust);

}  // namespace county
