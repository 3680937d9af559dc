// What the link's thread does, one step after the other: one thing is in flight at a time, on the
// line or at the store, and each completion starts the next. Used on that thread only.
#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "sync/line/backoff.h"
#include "sync/line/http_client.h"
#include "sync/link/attachment_upload.h"
#include "sync/link/county_clock.h"
#include "sync/link/county_link.h"
#include "sync/link/county_protocol.h"
#include "sync/link/link_inbox.h"
#include "sync/link/link_rest.h"
#include "sync/link/status_questions.h"
#include "sync/link/stepped_behind.h"

namespace studio {

class LinkLoop {
 public:
  LinkLoop(CountyLinkParts parts, CountyProtocol protocol, HttpClient& client,
           std::shared_ptr<LinkInbox> inbox);
  LinkLoop(const LinkLoop&) = delete;
  LinkLoop& operator=(const LinkLoop&) = delete;

  // Begins a round if one is due; how long the thread may then sleep.
  std::chrono::milliseconds Step();
  void NewWork();
  void NetworkUp();
  void TryNow();
  void NoteMachine(const MachineHealth& machine) { rest_.heartbeats().Note(machine); }
  // Answered on the main thread.
  void AskStatus(const ReceiptNumber& number, StatusQuestions::Done done);

 private:
  using MakeRequest = AttachmentUpload::MakeRequest;
  using Answered = AttachmentUpload::Answered;

  // What was being waited for is waited for no more.
  void RoundNow(std::int64_t now_ms);
  // A round: records up until none wait, then the feed down, then attachments up.
  void BeginRound();
  void PrepareRecords();
  void OnPrepared(Result<PreparedBatch> prepared);
  void OnRecordsAnswer(const HttpAnswer& answer);
  // Less at a time, down to one; one that fails alone steps behind.
  void OnBatchRefused(const HttpAnswer& answer);
  void OnAckApplied(Result<AckOutcome> outcome);
  void AskFeedPosition();
  void OnFeedPosition(Result<FeedPosition> position);
  void AskChanges(const std::string& cursor);
  void OnChangesAnswer(const HttpAnswer& answer);
  void OnPageApplied(Result<FeedPosition> position);
  void OnFeedRead();
  void OnNews(const HttpAnswer& answer);
  void SendAttachments();
  void OnUploadTurn(UploadEnd end);
  void EndRound();
  void Rest();  // until the next round is due

  AttachmentUpload::Parts UploadParts();
  LinkRest::Parts RestParts();
  StatusQuestions::Parts QuestionParts();

  // Sends; where the certificate fails on dates alone, asks for the county's time first and sends
  // again, once a round.
  void Exchange(const MakeRequest& make, const Answered& answered);
  HttpClient::Ticket Send(const MakeRequest& make, HttpClient::Done done);
  void AskTime(std::function<void()> then);
  // True for a 200. Anything else ends the round.
  bool IsAnswer(const HttpAnswer& answer);

  void HeardFromCounty(std::int64_t county_time_ms);
  void GiveUp(LinkCondition condition, std::string reason, TryFailure failure,
              std::optional<std::chrono::seconds> retry_after = {});
  void GiveUpLocally(const Error& error);
  // What is wrong although the county answers; empty: nothing.
  const std::string& Trouble() const;
  void FeedFailed(std::string reason, std::optional<std::chrono::seconds> retry_after = {});
  void Announce(LinkCondition condition, std::string reason);

  // Wraps a completion of the store so that it runs on this thread.
  template <class T>
  LinkStore::Done<T> OnThisThread(void (LinkLoop::*then)(Result<T>));

  CountyLinkParts parts_;
  CountyProtocol protocol_;
  HttpClient& client_;
  std::shared_ptr<LinkInbox> inbox_;

  Backoff backoff_;
  Backoff feed_backoff_;  // a feed in trouble must not hold up records
  AttachmentUpload upload_;
  LinkRest rest_;
  StatusQuestions questions_;
  CountyClock county_clock_;
  std::optional<CountyClock> noted_clock_;  // as the desk was told
  LinkState state_;
  std::int64_t announced_exchange_ms_ = 0;
  std::size_t batch_records_;  // halved when a batch does not get through
  SteppedBehind<Uuid> behind_;
  int failed_alone_ = 0;     // records, since the last ack or the round's beginning
  bool struggling_ = false;  // several did, so that it may have been the county
  std::string record_trouble_;

  bool busy_ = false;
  bool work_waiting_ = false;
  bool greeted_ = false;    // since the start
  bool exchanged_ = false;  // in this round
  bool asked_time_ = false;
  bool feed_read_ = false;  // to its end, since the start
  bool more_pages_ = false;
  bool news_ = false;               // the page asked for was held until there was one
  std::int64_t rest_until_ms_ = 0;  // monotonic
  std::int64_t round_began_ms_ = 0;
  Moment asked_;
  Moment heard_;
  PreparedBatch batch_;
  std::optional<Digest> last_batch_;  // acknowledged in this round
  std::string cursor_;                // of the page asked for
  std::string newest_cursor_;         // as the last ack told
  std::string feed_trouble_;
};

template <class T>
LinkStore::Done<T> LinkLoop::OnThisThread(void (LinkLoop::*then)(Result<T>)) {
  return [this, inbox = inbox_, then](Result<T> result) {
    inbox->Post([this, then, result = std::move(result)] { (this->*then)(result); });
  };
}

}  // namespace studio
