#include "store/rows/live_codes.h"

namespace studio {
namespace {

constexpr std::int64_t kSpareSeconds = 24 * 60 * 60;
constexpr const char* kUse = "INSERT OR IGNORE INTO live_code (nonce, until_s) VALUES (?, ?)";
constexpr const char* kUsed = "SELECT nonce FROM live_code";
constexpr const char* kForgetLiveCode = "DELETE FROM live_code WHERE until_s < ?";

}  // namespace

bool LiveCodes::Use(const BadgeNonce& nonce, std::int64_t until_s) {
  return Query(connection_, kUse).Add(ByteView(nonce)).Add(until_s).Run() == 1;
}

std::set<BadgeNonce> LiveCodes::Used() {
  std::set<BadgeNonce> used;
  Query query(connection_, kUsed);
  while (query.Step()) used.insert(query.Array<16>(0));
  return used;
}

void LiveCodes::Forget(std::int64_t county_ms) {
  Query(connection_, kForgetLiveCode).Add(county_ms / 1000 - kSpareSeconds).Run();
}

}  // namespace studio
