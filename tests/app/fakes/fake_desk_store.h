// A desk's store that answers at once from what the test put there.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "app/desk/desk_store.h"

namespace studio {

class FakeDeskStore : public DeskStore {
 public:
  void ReadAccount(AccountAsked asked, Done<AccountPtr> done) override {
    last = std::move(asked);
    if (holds) {
      held = std::move(done);
    } else if (fails) {
      done(Fail(*fails, "test"));
    } else {
      done(account);
    }
  }

  void FileActivity(KeySession, ActivityBody body, bool urgent, Done<bool> done) override {
    if (filing_fails) return done(Fail(*filing_fails, "test"));
    drafts.erase(body.by);
    filed.push_back(std::move(body));
    urgently.push_back(urgent);
    done(true);
  }
  void KeepDraft(KeySession session, ActivityBody body, Done<bool> done) override {
    if (keeping_fails) return done(Fail(*keeping_fails, "test"));
    drafts[session.member] = std::move(body);
    ++kept;
    done(true);
  }
  void ReadDraft(KeySession session, Done<std::optional<ActivityBody>> done) override {
    if (holds_drafts) return;
    const auto found = drafts.find(session.member);
    done(found == drafts.end() ? std::nullopt : std::optional(found->second));
  }
  void DropDraft(KeySession session, Done<bool> done) override {
    drafts.erase(session.member);
    done(true);
  }

  void ReadRequests(KeySession, Done<DeskRequestsPtr> done) override {
    if (fails) return done(Fail(*fails, "test"));
    done(std::make_shared<const std::vector<DeskRequest>>(requests));
  }
  void FileReply(KeySession, MemberReplyBody body, Done<bool> done) override {
    if (holds_replies) {
      held_reply = std::move(done);
    } else if (filing_fails) {
      return done(Fail(*filing_fails, "test"));
    }
    for (DeskRequest& one : requests) {
      if (one.record == body.request) one.replies.push_back(body);
    }
    reply_drafts.erase({body.member, body.request});
    replied.push_back(std::move(body));
    if (!holds_replies) done(true);
  }
  void KeepReplyDraft(KeySession session, Uuid request, MemberReplyDraft draft,
                      Done<bool> done) override {
    if (keeping_fails) return done(Fail(*keeping_fails, "test"));
    reply_drafts[{session.member, request}] = std::move(draft);
    ++kept;
    done(true);
  }
  void ReadReplyDraft(KeySession session, Uuid request,
                      Done<std::optional<MemberReplyDraft>> done) override {
    const auto found = reply_drafts.find({session.member, request});
    done(found == reply_drafts.end() ? std::nullopt : std::optional(found->second));
  }
  void DropReplyDraft(KeySession session, Uuid request, Done<bool> done) override {
    reply_drafts.erase({session.member, request});
    done(true);
  }

  void FileCoauthor(KeySession, CoauthorBody body, Done<bool> done) override {
    if (filing_fails) return done(Fail(*filing_fails, "test"));
    words.push_back(std::move(body));
    done(true);
  }

  void ReadProposals(KeySession, Done<ProposalsPtr> done) override {
    done(std::make_shared<const std::vector<Proposal>>(proposals));
  }
  void RateProposal(KeySession, ProposalRatingBody body, Done<bool> done) override {
    if (filing_fails) return done(Fail(*filing_fails, "test"));
    for (Proposal& one : proposals) {
      if (one.number == body.proposal) one.said.push_back(body.by);
    }
    rated.push_back(std::move(body));
    done(true);
  }

  std::vector<Proposal> proposals;
  std::vector<ProposalRatingBody> rated;
  std::vector<CoauthorBody> words;
  std::vector<DeskRequest> requests;
  std::vector<MemberReplyBody> replied;
  std::map<std::pair<std::string, Uuid>, MemberReplyDraft> reply_drafts;  // by writer and request
  bool holds_replies = false;
  bool holds_drafts = false;  // they are not read
  Done<bool> held_reply;
  std::vector<ActivityBody> filed;
  std::vector<bool> urgently;
  std::map<std::string, ActivityBody> drafts;  // by writer
  int kept = 0;                                // how often
  std::optional<ErrorKind> filing_fails, keeping_fails;
  AccountPtr account = std::make_shared<const MemberAccount>();
  AccountAsked last;
  std::optional<ErrorKind> fails;
  bool holds = false;
  Done<AccountPtr> held;
};

}  // namespace studio
