#include "sync/link/link_loop.h"

#include <spdlog/spdlog.h>

#include <algorithm>
#include <cstdlib>
#include <utility>

#include "sync/line/answer_reason.h"

namespace studio {
namespace {

constexpr std::chrono::milliseconds kUntilWoken = std::chrono::hours(1);
// Smaller changes are the line's delays.
constexpr std::int64_t kTimeWorthNotingMs = 1000;
// A start without a line knows as over what was over that long ago.
constexpr std::int64_t kTimeNotedAgainMs = 10 * 60 * 1000;

bool WorthNoting(const CountyClock& noted, const CountyClock& now) {
  const std::int64_t since_ms = now.heard().monotonic_ms - noted.heard().monotonic_ms;
  const std::int64_t moved_ms = now.county_ms() - noted.county_ms() - since_ms;
  const std::int64_t wall_moved_ms = *now.offset_ms() - *noted.offset_ms();
  return since_ms >= kTimeNotedAgainMs || std::abs(moved_ms) >= kTimeWorthNotingMs ||
         std::abs(wall_moved_ms) >= kTimeWorthNotingMs;
}

double RandomChance() {
  constexpr std::uint32_t kSteps = 1u << 30;
  return static_cast<double>(RandomBelow(kSteps)) / kSteps;
}

Backoff MakeBackoff(const CountyLinkOptions& options) {
  return {options.backoff, options.chance ? options.chance : RandomChance};
}

}  // namespace

LinkLoop::LinkLoop(CountyLinkParts parts, CountyProtocol protocol, HttpClient& client,
                   std::shared_ptr<LinkInbox> inbox)
    : parts_(std::move(parts)),
      protocol_(std::move(protocol)),
      client_(client),
      inbox_(std::move(inbox)),
      backoff_(MakeBackoff(parts_.options)),
      feed_backoff_(MakeBackoff(parts_.options)),
      upload_(UploadParts(), MakeBackoff(parts_.options)),
      rest_(RestParts()),
      questions_(QuestionParts()),
      batch_records_(parts_.options.batch.records),
      behind_(MakeBackoff(parts_.options)) {}

AttachmentUpload::Parts LinkLoop::UploadParts() {
  AttachmentUpload::Parts upload;
  upload.store = parts_.store;
  upload.clock = parts_.clock;
  upload.protocol = &protocol_;
  upload.inbox = inbox_;
  upload.rate = parts_.options.attachment_rate;
  upload.exchange = [this](const MakeRequest& make, const Answered& answered) {
    Exchange(make, answered);
  };
  upload.others_wait = [this] {
    return work_waiting_ ||
           parts_.clock->Now().monotonic_ms - round_began_ms_ >= parts_.options.poll.count();
  };
  upload.records_behind = [this] { return behind_.ids().size(); };
  upload.set_aside = [this] { rest_.heartbeats().SetAsideChanged(); };
  upload.done = [this](UploadEnd end) { OnUploadTurn(end); };
  return upload;
}

LinkRest::Parts LinkLoop::RestParts() {
  LinkRest::Parts rest;
  rest.store = parts_.store;
  rest.inbox = inbox_;
  rest.clock = parts_.clock;
  rest.protocol = &protocol_;
  rest.client = &client_;
  rest.send = [this](const MakeRequest& make, HttpClient::Done done) {
    return Send(make, std::move(done));
  };
  rest.news = [this](const HttpAnswer& answer) { OnNews(answer); };
  rest.go_on = [this] { Rest(); };
  rest.line_cut = [this] { rest_until_ms_ = parts_.clock->Now().monotonic_ms; };
  rest.boot = parts_.boot;
  rest.clock_offset_ms = [this](const Moment& now) { return county_clock_.OffsetAt(now); };
  rest.long_poll = parts_.options.long_poll;
  rest.heartbeats = parts_.options.heartbeats;
  return rest;
}

StatusQuestions::Parts LinkLoop::QuestionParts() {
  return {parts_.clock, &protocol_, &client_,
          [this](const Moment& now) { return county_clock_.VerifyTime(now); }};
}

void LinkLoop::AskStatus(const ReceiptNumber& number, StatusQuestions::Done done) {
  questions_.Ask(number,
                 [queue = parts_.main_queue, done = std::move(done)](Result<StatusWord> word) {
                   queue->Post([done, word = std::move(word)] { done(word); });
                 });
}

std::chrono::milliseconds LinkLoop::Step() {
  if (busy_) return kUntilWoken;
  const std::int64_t now_ms = parts_.clock->Now().monotonic_ms;
  std::int64_t wait_ms = std::max<std::int64_t>(rest_until_ms_ - now_ms, 0);
  if (rest_.holding()) wait_ms = parts_.options.poll.count();
  if (work_waiting_) wait_ms = 0;
  if (backoff_.failing()) wait_ms = backoff_.WaitFrom(now_ms);
  // Sleeps are cut up so that a clock that was moved is noticed.
  if (wait_ms > 0) return std::min(std::chrono::milliseconds(wait_ms), parts_.options.poll);
  BeginRound();
  return kUntilWoken;
}

void LinkLoop::NewWork() {
  work_waiting_ = true;
  backoff_.NewWork(parts_.clock->Now().monotonic_ms);
}

void LinkLoop::NetworkUp() {
  const std::int64_t now_ms = parts_.clock->Now().monotonic_ms;
  backoff_.NetworkUp(now_ms);
  feed_backoff_.NetworkUp(now_ms);
  upload_.NetworkUp();
  RoundNow(now_ms);
}

void LinkLoop::TryNow() {
  const std::int64_t now_ms = parts_.clock->Now().monotonic_ms;
  backoff_.TryNow(now_ms);
  feed_backoff_.TryNow(now_ms);
  behind_.TryNow(now_ms);
  upload_.TryNow();
  RoundNow(now_ms);
}

void LinkLoop::RoundNow(std::int64_t now_ms) {
  rest_.BreakOff();
  rest_until_ms_ = now_ms;
}

void LinkLoop::BeginRound() {
  rest_.BreakOff();
  busy_ = true;
  news_ = false;
  round_began_ms_ = parts_.clock->Now().monotonic_ms;
  exchanged_ = false;
  failed_alone_ = 0;
  asked_time_ = false;
  last_batch_.reset();
  PrepareRecords();
}

void LinkLoop::AskFeedPosition() {
  if (feed_backoff_.WaitFrom(parts_.clock->Now().monotonic_ms) > 0) return SendAttachments();
  parts_.store->ReadFeedPosition(OnThisThread(&LinkLoop::OnFeedPosition));
}

void LinkLoop::OnFeedPosition(Result<FeedPosition> position) {
  if (!position) return GiveUpLocally(position.error());
  cursor_ = position->cursor;
  if (feed_read_ && !newest_cursor_.empty() && newest_cursor_ == cursor_) {
    return SendAttachments();
  }
  AskChanges(cursor_);
}

void LinkLoop::AskChanges(const std::string& cursor) {
  cursor_ = cursor;
  Exchange([this](std::int64_t now_s) { return protocol_.ChangesRequest(cursor_, now_s); },
           [this](const HttpAnswer& answer) { OnChangesAnswer(answer); });
}

void LinkLoop::OnChangesAnswer(const HttpAnswer& answer) {
  constexpr int kNothingNewer = 204;
  if (answer.fault != HttpFault::kNone) return FeedFailed("the feed: " + answer.detail);
  if (answer.status == kNothingNewer) return OnFeedRead();
  if (answer.status != 200) {
    return FeedFailed("the feed: " + StatusReason(answer), answer.retry_after);
  }
  Result<FeedPage> page = protocol_.ReadPage(answer.body, cursor_);
  if (!page) return FeedFailed("the feed's page is not good: " + page.error().detail);
  // Of a page that was held nobody knows how long it was under way.
  if (!news_) HeardFromCounty(page->county_time_ms);
  state_.last_exchange_ms = page->county_time_ms;
  news_ = false;
  more_pages_ = page->more;
  parts_.store->ApplyPage(std::move(*page), OnThisThread(&LinkLoop::OnPageApplied));
}

void LinkLoop::OnPageApplied(Result<FeedPosition> position) {
  if (!position) {
    return FeedFailed("the feed's page could not be applied: " + position.error().detail);
  }
  protocol_.Trust(position->county_keys);
  cursor_ = position->cursor;
  if (!more_pages_) return OnFeedRead();
  // A long feed does not hold up what people say here.
  if (work_waiting_) return PrepareRecords();
  AskChanges(cursor_);
}

// A round that begins with the page, which the county signed for the cursor as in any other.
void LinkLoop::OnNews(const HttpAnswer& answer) {
  busy_ = true;
  news_ = true;
  last_batch_.reset();
  heard_ = parts_.clock->Now();
  round_began_ms_ = heard_.monotonic_ms;
  OnChangesAnswer(answer);
}

void LinkLoop::OnFeedRead() {
  feed_read_ = true;
  feed_trouble_.clear();
  feed_backoff_.Succeeded();
  SendAttachments();
}

void LinkLoop::SendAttachments() {
  // Text never waits for a photo.
  if (work_waiting_) return PrepareRecords();
  upload_.Turn();
}

void LinkLoop::OnUploadTurn(UploadEnd end) {
  if (end == UploadEnd::kRefused) {
    return GiveUp(LinkCondition::kRefused, upload_.trouble(), TryFailure::kRefused);
  }
  EndRound();
  if (end == UploadEnd::kOthersWait) BeginRound();
}

void LinkLoop::EndRound() {
  busy_ = false;
  backoff_.Succeeded();
  // News alone does not put off the next greeting.
  if (exchanged_) rest_until_ms_ = parts_.clock->Now().monotonic_ms + parts_.options.poll.count();
  exchanged_ = false;
  Announce(LinkCondition::kConnected, Trouble());
  Rest();
}

void LinkLoop::Rest() {
  if (parts_.clock->Now().monotonic_ms >= rest_until_ms_) return;  // for the next round
  rest_.Begin(feed_trouble_.empty() ? cursor_ : "");
}

const std::string& LinkLoop::Trouble() const {
  if (!record_trouble_.empty()) return record_trouble_;
  return feed_trouble_.empty() ? upload_.trouble() : feed_trouble_;
}

void LinkLoop::FeedFailed(std::string reason, std::optional<std::chrono::seconds> retry_after) {
  if (reason != feed_trouble_) spdlog::warn("county link: {}", reason);
  feed_trouble_ = std::move(reason);
  feed_backoff_.Failed(parts_.clock->Now().monotonic_ms, TryFailure::kUntrusted, retry_after);
  SendAttachments();
}

HttpClient::Ticket LinkLoop::Send(const MakeRequest& make, HttpClient::Done done) {
  asked_ = parts_.clock->Now();
  HttpRequest request = make(asked_.wall_ms / 1000);
  if (const auto verify_at_s = county_clock_.VerifyTime(asked_)) {
    request.dates = {DateRule::Kind::kGivenTime, *verify_at_s};
  }
  return client_.Send(std::move(request), std::move(done));
}

void LinkLoop::Exchange(const MakeRequest& make, const Answered& answered) {
  Send(make, [this, make, answered](const HttpAnswer& answer) {
    heard_ = parts_.clock->Now();
    if (answer.fault == HttpFault::kCertificateDates && !asked_time_) {
      return AskTime([this, make, answered] { Exchange(make, answered); });
    }
    answered(answer);
  });
}

void LinkLoop::AskTime(std::function<void()> then) {
  asked_time_ = true;
  ByteArray<16> nonce{};
  FillRandom(nonce);
  asked_ = parts_.clock->Now();
  client_.Send(protocol_.TimeRequest(nonce), [this, nonce,
                                              then = std::move(then)](const HttpAnswer& answer) {
    heard_ = parts_.clock->Now();
    if (!IsAnswer(answer)) return;
    const Result<CountyTime> time = protocol_.ReadTime(answer.body, nonce);
    if (!time) {
      return GiveUp(LinkCondition::kUntrusted, "not the county's time: " + time.error().detail,
                    TryFailure::kUntrusted);
    }
    county_clock_.JudgeCertificatesBy(time->county_time_ms, heard_);
    HeardFromCounty(time->county_time_ms);
    then();
  });
}

bool LinkLoop::IsAnswer(const HttpAnswer& answer) {
  auto trouble = TroubleOf(answer);
  if (!trouble) return true;
  // Nobody but the county itself may say when.
  GiveUp(trouble->condition, std::move(trouble->reason), trouble->failure,
         trouble->failure == TryFailure::kUnreachable ? answer.retry_after : std::nullopt);
  return false;
}

void LinkLoop::HeardFromCounty(std::int64_t county_time_ms) {
  state_.last_exchange_ms = county_time_ms;
  if (!county_clock_.Heard(county_time_ms, asked_, heard_)) return;
  if (noted_clock_ && !WorthNoting(*noted_clock_, county_clock_)) return;
  noted_clock_ = county_clock_;
  state_.clock_offset_ms = *county_clock_.offset_ms();
  parts_.store->NoteCountyTime(county_clock_.county_ms(), county_clock_.heard());
}

void LinkLoop::GiveUp(LinkCondition condition, std::string reason, TryFailure failure,
                      std::optional<std::chrono::seconds> retry_after) {
  const std::int64_t now_ms = parts_.clock->Now().monotonic_ms;
  busy_ = false;
  backoff_.Failed(now_ms, failure, retry_after);
  rest_.RoundFailed();
  if (work_waiting_) backoff_.NewWork(now_ms);
  Announce(condition, std::move(reason));
}

void LinkLoop::GiveUpLocally(const Error& error) {
  GiveUp(state_.condition, "this terminal's store: " + error.detail, TryFailure::kLocal);
}

void LinkLoop::Announce(LinkCondition condition, std::string reason) {
  if (condition == LinkCondition::kConnected && county_clock_.Wrong()) {
    condition = LinkCondition::kClockWrong;
  }
  const bool same = state_.condition == condition && state_.reason == reason;
  // In the middle of a round only a changed condition is worth waking the main thread for.
  if (same && (busy_ || announced_exchange_ms_ == state_.last_exchange_ms)) return;
  if (!same) spdlog::info("county link: {}", reason.empty() ? "connected" : reason);
  state_.condition = condition;
  state_.reason = std::move(reason);
  announced_exchange_ms_ = state_.last_exchange_ms;
  parts_.main_queue->Post([tell = parts_.on_link, state = state_] { tell(state); });
}

}  // namespace studio
