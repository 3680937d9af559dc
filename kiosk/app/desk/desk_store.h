// What a member's desk needs of the store. Calls return at once; `done` runs on the main thread.
// Implemented by store/.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/checkin/key_session.h"
#include "app/desk/desk_request.h"
#include "shared/base/keys.h"
#include "shared/base/result.h"
#include "shared/bodies/coauthor_body.h"
#include "shared/bodies/proposal_bodies.h"
#include "shared/bodies/work_bodies.h"
#include "shared/mechanism/member_account.h"

namespace studio {

struct AccountAsked {
  std::string member;  // id
  CalendarDate today{};
  std::shared_ptr<const BoxKeyPair> studio_key;
};
using AccountPtr = std::shared_ptr<const MemberAccount>;
using ProposalsPtr = std::shared_ptr<const std::vector<Proposal>>;

class DeskStore {
 public:
  template <class T>
  using Done = std::function<void(Result<T>)>;

  virtual ~DeskStore() = default;

  // This year's, as `assess` says it. kNotFound: the county has not told this terminal what counts
  // this year, or they are no member here. Else what the studio's key does not open.
  virtual void ReadAccount(AccountAsked asked, Done<AccountPtr> done) = 0;

  // One transaction: the record, and what was kept of it goes. `urgent`: somebody is in danger.
  // body.attachments as of RequestStore::File.
  virtual void FileActivity(KeySession session, ActivityBody body, bool urgent,
                            Done<bool> done) = 0;
  // What they are in the middle of writing, sealed with the studio's key: the newest of each member
  // stays until it is filed or dropped, at most two months, and so do the files that it names.
  virtual void KeepDraft(KeySession session, ActivityBody body, Done<bool> done) = 0;
  // Nothing where there is none, or none that this key opens.
  virtual void ReadDraft(KeySession session, Done<std::optional<ActivityBody>> done) = 0;
  virtual void DropDraft(KeySession session, Done<bool> done) = 0;

  // Their word on what another member wrote up with them in it. kInvalid: somebody else's word.
  virtual void FileCoauthor(KeySession session, CoauthorBody body, Done<bool> done) = 0;

  // Of which they are an author, as the county told this studio and with what was rated here since.
  virtual void ReadProposals(KeySession session, Done<ProposalsPtr> done) = 0;
  // How the author finds that it was handled. It is sealed to the county alone: nobody reads it
  // here. kInvalid: somebody else's word.
  virtual void RateProposal(KeySession session, ProposalRatingBody body, Done<bool> done) = 0;

  // Requests of this terminal that their senders let members read; others are not among them, nor
  // does the key open them.
  virtual void ReadRequests(KeySession session, Done<DeskRequestsPtr> done) = 0;
  // One transaction: the record, and what its sender reads of it here with the slip. kConflict: the
  // request was withdrawn meanwhile; kNotFound: no member may read it.
  // What its writer kept of it goes.
  virtual void FileReply(KeySession session, MemberReplyBody body, Done<bool> done) = 0;
  // What they are in the middle of answering to that request, as KeepDraft has it: the newest of
  // each member to each request.
  virtual void KeepReplyDraft(KeySession session, Uuid request, MemberReplyDraft draft,
                              Done<bool> done) = 0;
  virtual void ReadReplyDraft(KeySession session, Uuid request,
                              Done<std::optional<MemberReplyDraft>> done) = 0;
  virtual void DropReplyDraft(KeySession session, Uuid request, Done<bool> done) = 0;
};

}  // namespace studio
