// What members answered to requests at this terminal: for the slip, until the county's answer
// tells of it, and for the studio's desk. Sealed each (shared/bodies/case_answer.h,
// member_reply.h). Store thread; throws SQLite::Exception.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "shared/base/time_units.h"
#include "shared/base/uuid.h"
#include "store/base/connection.h"

namespace studio {

inline constexpr std::int64_t kMemberReplyMs = 400 * kDayMs;

struct KeptReply {
  Uuid record;
  std::string receipt;  // digits
  Bytes for_slip, for_desk;
  std::int64_t made_at_ms = 0;
};

class MemberReplies {
 public:
  explicit MemberReplies(Connection& connection) : connection_(connection) {}

  // Oldest first, both.
  std::vector<KeptReply> Of(const std::string& receipt);
  std::vector<KeptReply> All();
  // Within the caller's transaction, as the others.
  void Add(const KeptReply& reply);
  void Withdraw(const std::string& receipt);
  void Forget(std::int64_t made_before_ms);

 private:
  Connection& connection_;
};

std::vector<std::string> HotReplyStatements();

}  // namespace studio
