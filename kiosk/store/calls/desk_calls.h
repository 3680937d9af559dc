// The member's desk (app/desk/desk_store.h).
#pragma once

#include "app/desk/desk_store.h"
#include "store/core/store_thread.h"

namespace studio {

class DeskCalls : public DeskStore {
 public:
  explicit DeskCalls(StoreThread thread) : thread_(std::move(thread)) {}

  void ReadAccount(AccountAsked asked, Done<AccountPtr> done) override;
  void FileActivity(KeySession session, ActivityBody body, bool urgent, Done<bool> done) override;
  void KeepDraft(KeySession session, ActivityBody body, Done<bool> done) override;
  void ReadDraft(KeySession session, Done<std::optional<ActivityBody>> done) override;
  void DropDraft(KeySession session, Done<bool> done) override;
  void FileCoauthor(KeySession session, CoauthorBody body, Done<bool> done) override;
  void ReadProposals(KeySession session, Done<ProposalsPtr> done) override;
  void RateProposal(KeySession session, ProposalRatingBody body, Done<bool> done) override;
  void ReadRequests(KeySession session, Done<DeskRequestsPtr> done) override;
  void FileReply(KeySession session, MemberReplyBody body, Done<bool> done) override;
  void KeepReplyDraft(KeySession session, Uuid request, MemberReplyDraft draft,
                      Done<bool> done) override;
  void ReadReplyDraft(KeySession session, Uuid request,
                      Done<std::optional<MemberReplyDraft>> done) override;
  void DropReplyDraft(KeySession session, Uuid request, Done<bool> done) override;

 private:
  StoreThread thread_;
};

}  // namespace studio
