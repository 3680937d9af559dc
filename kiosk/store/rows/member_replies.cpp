#include "store/rows/member_replies.h"

namespace studio {
namespace {

#define REPLY_COLUMNS "SELECT record, receipt, for_slip, for_desk, made_at FROM member_reply "
constexpr const char* kRepliesOf = REPLY_COLUMNS "WHERE receipt = ? ORDER BY made_at";
constexpr const char* kAllReplies = REPLY_COLUMNS "ORDER BY receipt, made_at";
#undef REPLY_COLUMNS
constexpr const char* kAddReply =
    "INSERT INTO member_reply (record, receipt, for_slip, for_desk, made_at) "
    "VALUES (?, ?, ?, ?, ?)";
constexpr const char* kWithdrawReplies = "DELETE FROM member_reply WHERE receipt = ?";
constexpr const char* kForgetReplies = "DELETE FROM member_reply WHERE made_at < ?";

std::vector<KeptReply> ReadReplies(Query& query) {
  std::vector<KeptReply> out;
  while (query.Step())
    out.push_back({query.Id(0), query.Text(1), query.Blob(2), query.Blob(3), query.Int(4)});
  return out;
}

}  // namespace

std::vector<KeptReply> MemberReplies::Of(const std::string& receipt) {
  Query query(connection_, kRepliesOf);
  query.Add(receipt);
  return ReadReplies(query);
}

std::vector<KeptReply> MemberReplies::All() {
  Query query(connection_, kAllReplies);
  return ReadReplies(query);
}

void MemberReplies::Add(const KeptReply& reply) {
  Query(connection_, kAddReply)
      .Add(reply.record)
      .Add(reply.receipt)
      .Add(ByteView(reply.for_slip))
      .Add(ByteView(reply.for_desk))
      .Add(reply.made_at_ms)
      .Run();
}

void MemberReplies::Withdraw(const std::string& receipt) {
  Query(connection_, kWithdrawReplies).Add(receipt).Run();
}

void MemberReplies::Forget(std::int64_t made_before_ms) {
  Query(connection_, kForgetReplies).Add(made_before_ms).Run();
}

std::vector<std::string> HotReplyStatements() { return {kRepliesOf, kAddReply, kWithdrawReplies}; }

}  // namespace studio
