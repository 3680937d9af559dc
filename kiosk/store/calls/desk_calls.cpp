#include "store/calls/desk_calls.h"

#include "store/acts/desk_records.h"
#include "store/acts/proposal_records.h"
#include "store/acts/request_reading.h"
#include "store/acts/year_reading.h"

namespace studio {

// Thousands of deeds are opened one by one: on the worker, while the store's thread goes on.
void DeskCalls::ReadAccount(AccountAsked asked, Done<AccountPtr> done) {
  struct Found {
    SealedYear sealed;
    YearQuestion question;
  };
  thread_.ReadAndWork<AccountPtr>(
      std::move(done),
      [asked](const AtWork& at) -> Result<Found> {
        auto sealed = SealedYearOf(at.tables, at.station, static_cast<int>(asked.today.year()));
        if (!sealed) return tl::unexpected(sealed.error());
        return Found{
            std::move(*sealed),
            {static_cast<int>(asked.today.year()), asked.today, at.maker.studio(), asked.member}};
      },
      [key = asked.studio_key](Found found) -> Result<AccountPtr> {
        auto grounds = OpenYear(std::move(found.sealed), *key);
        if (!grounds) return tl::unexpected(grounds.error());
        auto account = AccountOf(std::move(*grounds), found.question);
        if (!account) return tl::unexpected(account.error());
        return std::make_shared<const MemberAccount>(std::move(*account));
      });
}

void DeskCalls::FileActivity(KeySession session, ActivityBody body, bool urgent, Done<bool> done) {
  thread_.Write(
      std::move(done),
      [session = std::move(session), body = std::move(body), urgent](const AtWork& at) {
        return studio::FileActivity(at.tables, at.maker, at.readers, session, body, urgent);
      },
      kTellRecord);
}

void DeskCalls::KeepDraft(KeySession session, ActivityBody body, Done<bool> done) {
  thread_.Write(std::move(done),
                [session = std::move(session), body = std::move(body)](const AtWork& at) {
                  return studio::KeepDraft(at.tables, at.maker, session, body);
                });
}

void DeskCalls::ReadDraft(KeySession session, Done<std::optional<ActivityBody>> done) {
  thread_.Read(std::move(done), [session = std::move(session)](const AtWork& at) {
    return DraftOf(at.tables, session);
  });
}

void DeskCalls::DropDraft(KeySession session, Done<bool> done) {
  thread_.Write(std::move(done), [session = std::move(session)](const AtWork& at) {
    return studio::DropDraft(at.tables, session);
  });
}

void DeskCalls::FileCoauthor(KeySession session, CoauthorBody body, Done<bool> done) {
  thread_.Write(
      std::move(done),
      [session = std::move(session), body = std::move(body)](const AtWork& at) {
        return studio::FileCoauthor(at.tables, at.maker, at.readers, session, body);
      },
      kTellRecord);
}

void DeskCalls::ReadProposals(KeySession session, Done<ProposalsPtr> done) {
  thread_.ReadAndWork<ProposalsPtr>(
      std::move(done),
      [](const AtWork& at) -> Result<SealedProposals> { return SealedProposalsOf(at.tables); },
      [session = std::move(session)](const SealedProposals& sealed) -> Result<ProposalsPtr> {
        return std::make_shared<const std::vector<Proposal>>(OpenProposals(sealed, session));
      });
}

void DeskCalls::RateProposal(KeySession session, ProposalRatingBody body, Done<bool> done) {
  thread_.Write(
      std::move(done),
      [session = std::move(session), body = std::move(body)](const AtWork& at) {
        return studio::RateProposal(at.tables, at.maker, at.readers, session, body);
      },
      kTellRecord);
}

void DeskCalls::ReadRequests(KeySession session, Done<DeskRequestsPtr> done) {
  thread_.ReadAndWork<DeskRequestsPtr>(
      std::move(done),
      [](const AtWork& at) -> Result<SealedRequests> { return SealedRequestsOf(at.tables); },
      [key = session.studio_key](const SealedRequests& sealed) -> Result<DeskRequestsPtr> {
        return std::make_shared<const std::vector<DeskRequest>>(OpenRequests(sealed, *key));
      });
}

void DeskCalls::FileReply(KeySession session, MemberReplyBody body, Done<bool> done) {
  thread_.Write(
      std::move(done),
      [session = std::move(session), body = std::move(body)](const AtWork& at) {
        return studio::FileReply(at.tables, at.maker, at.readers, session, body);
      },
      kTellRecord);
}

void DeskCalls::KeepReplyDraft(KeySession session, Uuid request, MemberReplyDraft draft,
                               Done<bool> done) {
  thread_.Write(std::move(done), [session = std::move(session), request,
                                  draft = std::move(draft)](const AtWork& at) {
    return studio::KeepReplyDraft(at.tables, at.maker, session, request, draft);
  });
}

void DeskCalls::ReadReplyDraft(KeySession session, Uuid request,
                               Done<std::optional<MemberReplyDraft>> done) {
  thread_.Read(std::move(done), [session = std::move(session), request](const AtWork& at) {
    return ReplyDraftOf(at.tables, session, request);
  });
}

void DeskCalls::DropReplyDraft(KeySession session, Uuid request, Done<bool> done) {
  thread_.Write(std::move(done), [session = std::move(session), request](const AtWork& at) {
    return studio::DropReplyDraft(at.tables, session, request);
  });
}

}  // namespace studio
