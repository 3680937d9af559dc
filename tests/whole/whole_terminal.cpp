#include "whole_terminal.h"

#include <doctest/doctest.h>

#include <chrono>

#include "sync/link/enrolment_client.h"

namespace studio {
namespace {

constexpr auto kDeadline = std::chrono::minutes(2);
constexpr auto kLook = std::chrono::milliseconds(20);  // at what changes without a word

}  // namespace

WholeTerminal::WholeTerminal(WholeCounty& county, WholeClock& clock) : clock_(clock) {
  auto enrolled =
      Enrol({folder_.path(), county.url(), county.ca_file(), county.county.NewCode(), {}});
  REQUIRE_MESSAGE(enrolled, (enrolled ? "" : enrolled.error().detail));
  identity_ = std::move(*enrolled);
  queue_.SetWake([this] {
    std::lock_guard lock(mutex_);
    awake_ = true;
    woken_.notify_one();
  });
}

WholeTerminal::~WholeTerminal() {
  Stop();
  queue_.SetWake({});
}

void WholeTerminal::Start() {
  store_thread_ = std::make_unique<SerialThread>("store");
  worker_ = std::make_unique<SerialThread>("worker");
  station_.reset();
  StoreParts store;
  store.folder = folder_.path();
  store.identity = identity_;
  store.clock = &clock_;
  store.boot = clock_.boot();
  store.time = state_.time = std::make_shared<KnownTime>(store.boot);
  store.store_thread = store_thread_.get();
  store.worker = worker_.get();
  store.main_queue = &queue_;
  store.listeners.on_outbox = [this](OutboxSummary summary) { outbox_ = summary; };
  store.listeners.on_station = [this](auto station) {
    station_ = std::move(station);
    state_.station = station_;
  };
  store.listeners.on_receipt = [](const ReceiptStatus&) {};
  store.listeners.on_roster = [](RosterSummary) {};
  store.listeners.on_fault = [](Fault fault) { CHECK(fault == Fault::kNone); };
  store.listeners.on_work = [this] {
    std::lock_guard lock(link_mutex_);
    if (linked_ != nullptr) linked_->Wake();
  };
  store_ = Store::Open(std::move(store));
  WaitUntil([this] { return station_ != nullptr; });

  CountyLinkParts link;
  link.identity = identity_;
  link.ca_file = folder_.path() / "ca.pem";
  link.store = &store_->link();
  link.clock = &clock_;
  link.boot = clock_.boot();
  link.main_queue = &queue_;
  link.on_link = [this](const LinkState& state) { state_.link = state; };
  // The clock is moved, not waited for.
  link.options.poll = std::chrono::milliseconds(50);
  link.options.heartbeats.again = std::chrono::milliseconds(1);
  auto started = CountyLink::Start(std::move(link));
  REQUIRE(started);
  link_ = std::move(*started);
  std::lock_guard lock(link_mutex_);
  linked_ = link_.get();
}

void WholeTerminal::Stop() {
  {
    std::lock_guard lock(link_mutex_);
    linked_ = nullptr;
  }
  link_.reset();
  worker_.reset();
  store_.reset();
  store_thread_.reset();
  queue_.RunAll();
}

void WholeTerminal::WaitUntil(const std::function<bool()>& holds) {
  const auto deadline = std::chrono::steady_clock::now() + kDeadline;
  for (;;) {
    queue_.RunAll();
    if (holds()) return;
    REQUIRE_MESSAGE(std::chrono::steady_clock::now() < deadline, state_.link.reason);
    std::unique_lock lock(mutex_);
    woken_.wait_for(lock, kLook, [this] { return awake_; });
    awake_ = false;
  }
}

template <class T>
T WholeTerminal::Ask(const std::function<void(std::function<void(Result<T>)>)>& call) {
  std::optional<Result<T>> answer;
  call([&](Result<T> result) { answer = std::move(result); });
  WaitUntil([&] { return answer.has_value(); });
  REQUIRE_MESSAGE(*answer, (*answer ? "" : answer->error().detail));
  return **answer;
}

std::string WholeTerminal::File(const std::string& words, std::size_t photo) {
  RequestBody body;
  body.receipt = ReceiptNumber::Make(identity_.county.terminal, next_number_++).digits();
  body.reading_key = ToBase64Url(BoxKeyPair::Generate().Public().bytes);
  body.category = "roads";
  body.words = words;
  AttachmentPtr attached;  // until the record names it
  if (photo > 0) {
    auto writing = store_->Attachments().Begin();
    REQUIRE(writing);
    REQUIRE((*writing)->Add(Bytes(photo, 0x5A)));
    auto kept = (*writing)->Keep("image/jpeg", 0);
    REQUIRE(kept);
    attached = *kept;
    body.attachments.push_back(attached->ref());
  }
  const auto filed = Ask<ReceiptStatus>(
      [&](auto done) { store_->flows().requests.File(body, false, std::move(done)); });
  receipts_.insert(filed.number);
  return filed.number;
}

void WholeTerminal::Withdraw(const std::string& number) {
  Ask<ReceiptStatus>(
      [&](auto done) { store_->flows().requests.Withdraw(*ReceiptNumber::Parse(number), done); });
}

void WholeTerminal::ComeAndGo(const std::string& member) {
  for (const bool out : {false, true}) {
    CheckInBody body;
    body.out = out;
    body.member = member;
    body.member_name = "示例甲";
    body.studio = identity_.county.studio;
    body.at_ms = clock_.Now().wall_ms;
    body.date = LocalTime::At(body.at_ms).Date();
    body.verdict = out ? "leaving" : "extra";
    body.badge = "card";
    body.token = "MS1:TEST";
    Ask<bool>([&](auto done) { store_->flows().duty.CheckIn(body, {}, 0, done); });
  }
}

CheckInAnswer WholeTerminal::Show(const std::string& badge, bool leaving) {
  CheckInFlow flow(store_->flows().duty, state_, clock_);
  const auto settled = [&] {
    return flow.step() != CheckInStep::kJudging && flow.step() != CheckInStep::kSaving;
  };
  flow.OnCodes({badge});
  WaitUntil(settled);
  if (leaving) {
    if (flow.CanLeave()) flow.Leave();
    WaitUntil(settled);
  } else if (flow.step() == CheckInStep::kVerdict && IsTaken(flow.answer().verdict)) {
    flow.JustHere();
    WaitUntil(settled);
  }
  CHECK_FALSE(flow.failed());
  CheckInAnswer answer = flow.answer();
  // They point into the flow.
  answer.member = nullptr;
  answer.shift = nullptr;
  answer.open = nullptr;
  return answer;
}

std::size_t WholeTerminal::TryAllAgain() {
  return static_cast<std::size_t>(
      Ask<std::int64_t>([&](auto done) { store_->flows().outbox.TryAllAgain(std::move(done)); }));
}

void WholeTerminal::TryNow() { link_->TryNow(); }

void WholeTerminal::WaitUntilSent() {
  WaitUntil([this] {
    TryNow();  // once would be lost on a try that began before the county was back
    const auto report = Ask<OutboxReport>(
        [&](auto done) { store_->flows().outbox.ReadOutbox(0, std::move(done)); });
    return report.waiting == 0 && report.waiting_attachments == 0;
  });
}

}  // namespace studio
