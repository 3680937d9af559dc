// Live codes that were used here, so that a picture of one is good for nothing. A code is
// remembered until the county's signed time is a day past its end: the terminal's own clock may be
// anything. Store thread; throws SQLite::Exception.
#pragma once

#include <cstdint>
#include <set>

#include "shared/record/badge.h"
#include "store/base/connection.h"

namespace studio {

class LiveCodes {
 public:
  explicit LiveCodes(Connection& connection) : connection_(connection) {}

  // Within the caller's transaction. False: used before.
  bool Use(const BadgeNonce& nonce, std::int64_t until_s);
  std::set<BadgeNonce> Used();
  // `county_ms`: a time that the county signed.
  void Forget(std::int64_t county_ms);

 private:
  Connection& connection_;
};

}  // namespace studio
