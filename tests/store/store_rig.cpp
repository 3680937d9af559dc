#include "store_rig.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <fstream>
#include <future>
#include <iterator>

#include "shared/base/json.h"
#include "store/base/attachment_folder.h"
#include "store/files/outbox_json.h"

namespace studio {
namespace {

constexpr auto kDeadline = std::chrono::seconds(60);

}  // namespace

StoreRig::StoreRig() : folder(temp.path()) {
  queue_.SetWake([this] {
    std::lock_guard lock(mutex_);
    awake_ = true;
    woken_.notify_one();
  });
}

StoreRig::StoreRig(const StoreRig& twin, const std::filesystem::path& copy) : StoreRig() {
  std::filesystem::copy(copy, folder, std::filesystem::copy_options::recursive);
  terminal_key = twin.terminal_key;
  county_key = twin.county_key;
  county_signing_key = twin.county_signing_key;
}

StoreRig::~StoreRig() { Stop(); }

void StoreRig::Start() {
  store_thread_ = std::make_unique<SerialThread>("store");
  worker_ = std::make_unique<SerialThread>("worker");
  StoreParts parts;
  parts.folder = folder;
  parts.identity.county.terminal = kTerminal;
  parts.identity.county.studio = kStudio;
  parts.identity.county.county_sealing_key = county_key;
  parts.identity.county.county_signing_key = county_signing_key;
  parts.identity.terminal_key = terminal_key;
  parts.clock = &clock;
  parts.boot = boot;
  parts.store_thread = store_thread_.get();
  parts.worker = &watched_;
  parts.main_queue = &queue_;
  parts.listeners.on_outbox = [this](OutboxSummary summary) { summaries.push_back(summary); };
  parts.listeners.on_receipt = [this](const ReceiptStatus& status) { receipts.push_back(status); };
  parts.listeners.on_fault = [this](Fault fault) { faults.push_back(fault); };
  parts.listeners.on_station = [this](std::shared_ptr<const Station> now) { station = now; };
  parts.listeners.on_roster = [this](RosterSummary summary) { roster.push_back(summary); };
  store = Store::Open(std::move(parts));
}

void StoreRig::Stop() {
  worker_.reset();
  store.reset();
  store_thread_.reset();
  queue_.RunAll();
}

template <class T>
Result<T> StoreRig::OnMain(const std::function<void(RequestStore::Done<T>)>& call) {
  std::optional<Result<T>> answer;
  call([&](Result<T> result) { answer = std::move(result); });
  const auto deadline = std::chrono::steady_clock::now() + kDeadline;
  for (;;) {
    queue_.RunAll();
    if (answer) return *answer;
    std::unique_lock lock(mutex_);
    REQUIRE(woken_.wait_until(lock, deadline, [this] { return awake_; }));
    awake_ = false;
  }
}

template <class T>
Result<T> StoreRig::OnStore(const std::function<void(LinkStore::Done<T>)>& call) {
  auto answer = std::make_shared<std::promise<Result<T>>>();
  call([answer](Result<T> result) { answer->set_value(std::move(result)); });
  auto future = answer->get_future();
  REQUIRE(future.wait_for(kDeadline) == std::future_status::ready);
  return future.get();
}

Slip StoreRig::QuickSlip() {
  static std::atomic<std::uint32_t> next = 0;
  return {ReceiptNumber::Make(kTerminal, next++ % 100000), LookupCode::Random(),
          BoxKeyPair::Generate().Public()};
}

RequestBody StoreRig::Body(const Slip& slip, const std::string& words) {
  RequestBody body;
  body.receipt = slip.number.digits();
  body.reading_key = ToBase64Url(slip.reading_key.bytes);
  body.category = "roads";
  body.category_name = "道路桥梁";
  body.words = words;
  body.visibility = Visibility::kNamed;
  body.name = "示例甲";
  body.phone = "00000000001";
  return body;
}

Result<ReceiptStatus> StoreRig::File(const std::string& words, bool urgent) {
  return FileBody(Body(QuickSlip(), words), urgent);
}

Result<ReceiptStatus> StoreRig::FileBody(const RequestBody& body, bool urgent) {
  return OnMain<ReceiptStatus>(
      [&](auto done) { store->flows().requests.File(body, urgent, done); });
}

Result<ReceiptStatus> StoreRig::Withdraw(const std::string& number) {
  return OnMain<ReceiptStatus>(
      [&](auto done) { store->flows().requests.Withdraw(*ReceiptNumber::Parse(number), done); });
}

Result<Slip> StoreRig::PrepareSlip() {
  return OnMain<Slip>([&](auto done) { store->flows().requests.PrepareSlip(done); });
}

Result<bool> StoreRig::Guide(const RequestBody& body) {
  return OnMain<bool>([&](auto done) { store->flows().requests.RecordGuidance(body, done); });
}

AttachmentPtr StoreRig::Attach(const Bytes& plain) {
  auto writing = store->Attachments().Begin();
  REQUIRE(writing);
  REQUIRE((*writing)->Add(plain));
  auto kept = (*writing)->Keep("image/jpeg", 0);
  REQUIRE(kept);
  return *kept;
}

Result<ReceiptStatus> StoreRig::FileWith(const std::string& words,
                                         const std::vector<AttachmentPtr>& with,
                                         bool members_may_read) {
  RequestBody body = Body(QuickSlip(), words);
  for (const AttachmentPtr& attachment : with) body.attachments.push_back(attachment->ref());
  body.members_may_read = members_may_read;
  return FileBody(body);
}

std::filesystem::path StoreRig::FileOf(const Digest& digest) const {
  return folder / kAttachmentFolder / ToHex(digest);
}

bool StoreRig::LiesOnDisk(const std::string& text) const {
  for (const auto& file : std::filesystem::recursive_directory_iterator(folder)) {
    if (!file.is_regular_file()) continue;
    std::ifstream in(file.path(), std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(in), {}};
    if (bytes.find(text) != bytes.npos) return true;
  }
  return false;
}

std::vector<std::string> StoreRig::FilesOnDisk() const {
  std::vector<std::string> names;
  std::error_code none;
  for (const auto& file : std::filesystem::directory_iterator(folder / kAttachmentFolder, none)) {
    names.push_back(file.path().filename());
  }
  std::sort(names.begin(), names.end());
  return names;
}

Result<std::optional<WaitingAttachment>> StoreRig::NextAttachment() {
  return OnStore<std::optional<WaitingAttachment>>(
      [&](auto done) { store->link().NextAttachment({}, done); });
}

Result<Bytes> StoreRig::ReadAttachment(const Digest& digest, std::uint64_t offset,
                                       std::size_t max) {
  return OnStore<Bytes>(
      [&](auto done) { store->link().ReadAttachment(digest, offset, max, done); });
}

Result<bool> StoreRig::Apply(const AttachmentAck& ack) {
  return OnStore<bool>([&](auto done) { store->link().ApplyAttachmentAck(ack, done); });
}

Result<bool> StoreRig::SetAside(const Digest& digest, Refusal code, const std::string& reason) {
  return OnStore<bool>(
      [&](auto done) { store->link().SetAttachmentAside(digest, code, reason, done); });
}

std::vector<std::string> StoreRig::AttachmentStates(const std::string& receipt) {
  const auto text = OutboxJson(folder);
  REQUIRE(text);
  std::vector<std::string> states;
  for (const auto& row : nlohmann::json::parse(*text)) {
    if (row["receipt"] != receipt) continue;
    for (const auto& attachment : row["attachments"]) {
      std::string state = attachment["state"];
      if (!attachment["reason"].is_null()) state += ": " + std::string(attachment["reason"]);
      states.push_back(state);
    }
  }
  return states;
}

CheckInBody StoreRig::Coming(const std::string& member, const std::string& shift, bool out) const {
  CheckInBody body;
  body.out = out;
  body.member = member;
  body.member_name = "示例甲";
  body.studio = kStudio;
  body.shift = shift;
  body.at_ms = clock.Now().wall_ms;
  body.date = LocalTime::At(body.at_ms).Date();
  body.verdict = out ? "leaving" : shift.empty() ? "extra" : "on_duty";
  body.badge = "card";
  body.token = "MS1:TEST";
  return body;
}

Result<CheckInGrounds> StoreRig::ReadGrounds() {
  return OnMain<CheckInGrounds>([&](auto done) { store->flows().duty.ReadGrounds(done); });
}

Result<bool> StoreRig::CheckIn(const CheckInBody& body, std::optional<BadgeNonce> live_code,
                               std::int64_t code_until_s) {
  return OnMain<bool>(
      [&](auto done) { store->flows().duty.CheckIn(body, live_code, code_until_s, done); });
}

Result<std::optional<KeptHandover>> StoreRig::ReadHandover() {
  return OnMain<std::optional<KeptHandover>>(
      [&](auto done) { store->flows().duty.ReadHandover(done); });
}

Result<bool> StoreRig::LeaveHandover(const HandoverBody& body) {
  return OnMain<bool>([&](auto done) { store->flows().duty.LeaveHandover(body, done); });
}

Result<bool> StoreRig::ConfirmHandover(const std::string& record, const std::string& member) {
  return OnMain<bool>(
      [&](auto done) { store->flows().duty.ConfirmHandover(record, member, done); });
}

Result<RotationInput> StoreRig::ReadMonth(std::chrono::year_month month) {
  return OnMain<RotationInput>([&](auto done) { store->flows().duty.ReadMonth(month, done); });
}

Result<bool> StoreRig::ChangeRoster(const std::vector<RosterChangeBody>& bodies) {
  return OnMain<bool>([&](auto done) { store->flows().duty.ChangeRosterAtOnce(bodies, done); });
}

Result<std::vector<PendingRosterChange>> StoreRig::PendingChanges() {
  return OnMain<std::vector<PendingRosterChange>>(
      [&](auto done) { store->flows().duty.ReadPendingChanges(done); });
}

Result<bool> StoreRig::ForgetRefused(const std::vector<std::string>& records) {
  return OnMain<bool>([&](auto done) { store->flows().duty.ForgetRefused(records, done); });
}

Result<OutboxReport> StoreRig::ReadOutbox(std::size_t most_items) {
  return OnMain<OutboxReport>(
      [&](auto done) { store->flows().outbox.ReadOutbox(most_items, done); });
}

Result<std::int64_t> StoreRig::TryAgain(const std::vector<SetAsideItem>& items) {
  return OnMain<std::int64_t>([&](auto done) { store->flows().outbox.TryAgain(items, done); });
}

Result<std::int64_t> StoreRig::TryAllAgain() {
  return OnMain<std::int64_t>([&](auto done) { store->flows().outbox.TryAllAgain(done); });
}

Result<UnlockAnswer> StoreRig::Unlock(const std::string& member, const BadgeSecret& secret,
                                      const std::string& pin) {
  return OnMain<UnlockAnswer>(
      [&](auto done) { store->flows().duty.Unlock(member, secret, pin, done); });
}

Result<DutyNotes> StoreRig::ReadNotes(std::chrono::year_month month, const BoxKeyPair& key) {
  return OnMain<DutyNotes>([&](auto done) {
    store->flows().duty.ReadNotes(month, std::make_shared<const BoxKeyPair>(key), done);
  });
}

Result<AccountPtr> StoreRig::ReadAccount(const AccountAsked& asked) {
  return OnMain<AccountPtr>([&](auto done) { store->flows().desk.ReadAccount(asked, done); });
}

Result<StudioAccountPtr> StoreRig::ReadYear(const YearAsked& asked) {
  return OnMain<StudioAccountPtr>([&](auto done) { store->flows().year.ReadYear(asked, done); });
}

Result<std::optional<Writeup>> StoreRig::ReadWriteup(const KeySession& session,
                                                     const Uuid& record) {
  return OnMain<std::optional<Writeup>>(
      [&](auto done) { store->flows().year.ReadWriteup(session, record, done); });
}

Result<bool> StoreRig::FileReview(const KeySession& session, const ReviewBody& body) {
  return OnMain<bool>([&](auto done) { store->flows().year.FileReview(session, body, done); });
}

Result<bool> StoreRig::FileYearClosing(const KeySession& session, const YearClosingBody& body) {
  return OnMain<bool>([&](auto done) { store->flows().year.FileYearClosing(session, body, done); });
}

Result<bool> StoreRig::FileCoauthor(const KeySession& session, const CoauthorBody& body) {
  return OnMain<bool>([&](auto done) { store->flows().desk.FileCoauthor(session, body, done); });
}

Result<ProposalsPtr> StoreRig::ReadProposals(const KeySession& session) {
  return OnMain<ProposalsPtr>([&](auto done) { store->flows().desk.ReadProposals(session, done); });
}

Result<bool> StoreRig::RateProposal(const KeySession& session, const ProposalRatingBody& body) {
  return OnMain<bool>([&](auto done) { store->flows().desk.RateProposal(session, body, done); });
}

Result<bool> StoreRig::FileActivity(const KeySession& session, const ActivityBody& body) {
  return OnMain<bool>(
      [&](auto done) { store->flows().desk.FileActivity(session, body, false, done); });
}

Result<bool> StoreRig::KeepDraft(const KeySession& session, const ActivityBody& body) {
  return OnMain<bool>([&](auto done) { store->flows().desk.KeepDraft(session, body, done); });
}

Result<std::optional<ActivityBody>> StoreRig::ReadDraft(const KeySession& session) {
  return OnMain<std::optional<ActivityBody>>(
      [&](auto done) { store->flows().desk.ReadDraft(session, done); });
}

Result<bool> StoreRig::DropDraft(const KeySession& session) {
  return OnMain<bool>([&](auto done) { store->flows().desk.DropDraft(session, done); });
}

Result<DeskRequestsPtr> StoreRig::ReadRequests(const KeySession& session) {
  return OnMain<DeskRequestsPtr>(
      [&](auto done) { store->flows().desk.ReadRequests(session, done); });
}

Result<bool> StoreRig::FileReply(const KeySession& session, const MemberReplyBody& body) {
  return OnMain<bool>([&](auto done) { store->flows().desk.FileReply(session, body, done); });
}

Result<DeskLedgerPtr> StoreRig::ReadLedger(const KeySession& session) {
  return OnMain<DeskLedgerPtr>([&](auto done) { store->flows().ledger.ReadLedger(session, done); });
}

Result<StudioLedgerPtr> StoreRig::ReadStudioLedger(const KeySession& session) {
  return OnMain<StudioLedgerPtr>(
      [&](auto done) { store->flows().ledger.ReadStudioLedger(session, done); });
}

Result<bool> StoreRig::FileLineClosing(const KeySession& session, const LineClosingBody& body) {
  return OnMain<bool>(
      [&](auto done) { store->flows().ledger.FileLineClosing(session, body, done); });
}

Result<bool> StoreRig::FileHeard(const KeySession& session, const HeardBody& body) {
  return OnMain<bool>(
      [&](auto done) { store->flows().ledger.FileHeard(session, body, false, done); });
}

Result<bool> StoreRig::FileInformation(const KeySession& session, const InformationBody& body) {
  return OnMain<bool>(
      [&](auto done) { store->flows().ledger.FileInformation(session, body, false, done); });
}

Result<bool> StoreRig::KeepLedgerDraft(const KeySession& session, const LedgerDraft& draft) {
  return OnMain<bool>(
      [&](auto done) { store->flows().ledger.KeepLedgerDraft(session, draft, done); });
}

Result<LedgerDrafts> StoreRig::ReadLedgerDrafts(const KeySession& session) {
  return OnMain<LedgerDrafts>(
      [&](auto done) { store->flows().ledger.ReadLedgerDrafts(session, done); });
}

Result<bool> StoreRig::DropLedgerDraft(const KeySession& session, LedgerPiece piece) {
  return OnMain<bool>(
      [&](auto done) { store->flows().ledger.DropLedgerDraft(session, piece, done); });
}

Result<bool> StoreRig::KeepReplyDraft(const KeySession& session, const Uuid& request,
                                      const MemberReplyDraft& draft) {
  return OnMain<bool>(
      [&](auto done) { store->flows().desk.KeepReplyDraft(session, request, draft, done); });
}

Result<std::optional<MemberReplyDraft>> StoreRig::ReadReplyDraft(const KeySession& session,
                                                                 const Uuid& request) {
  return OnMain<std::optional<MemberReplyDraft>>(
      [&](auto done) { store->flows().desk.ReadReplyDraft(session, request, done); });
}

Result<bool> StoreRig::DropReplyDraft(const KeySession& session, const Uuid& request) {
  return OnMain<bool>(
      [&](auto done) { store->flows().desk.DropReplyDraft(session, request, done); });
}

Slip StoreRig::RealSlip(std::uint32_t five_digits, TerminalNumber terminal) {
  const auto number = ReceiptNumber::Make(terminal, five_digits);
  const auto code = LookupCode::Random();
  const auto key = DeriveReadingKey(number, code);
  REQUIRE(key);
  return {number, code, key->Public()};
}

Result<TrackReply> StoreRig::LookUp(const ReceiptNumber& number, const LookupCode& code) {
  return OnMain<TrackReply>([&](auto done) { store->flows().cases.Track(number, code, done); });
}

Result<TrackReply> StoreRig::LookUpLive(const ReceiptNumber& number, const LookupCode& code,
                                        const StatusWord& word) {
  return OnMain<TrackReply>(
      [&](auto done) { store->flows().cases.TrackLive(number, code, word, done); });
}

Result<bool> StoreRig::Rate(const RatingBody& body) {
  return OnMain<bool>([&](auto done) { store->flows().cases.Rate(body, done); });
}

Result<bool> StoreRig::GiveOpinion(const OpinionBody& body) {
  return OnMain<bool>([&](auto done) { store->flows().topics.GiveOpinion(body, done); });
}

Result<ReceiptStatus> StoreRig::PostWish(const WishBody& body) {
  return OnMain<ReceiptStatus>([&](auto done) { store->flows().wishes.PostWish(body, done); });
}

Result<bool> StoreRig::TendWish(const WishBody& body) {
  return OnMain<bool>([&](auto done) { store->flows().wishes.TendWish(body, done); });
}

Result<Bytes> StoreRig::ReadPicture(const std::string& id) {
  return OnMain<Bytes>([&](auto done) { store->ReadPicture(id, done); });
}

Result<PreparedBatch> StoreRig::Prepare(const BatchLimits& limits) {
  return OnStore<PreparedBatch>([&](auto done) { store->link().PrepareBatch(limits, done); });
}

Result<PreparedBatch> StoreRig::Greeting() {
  return OnStore<PreparedBatch>([&](auto done) { store->link().PrepareGreeting(done); });
}

Batch StoreRig::Decoded(const BatchLimits& limits) {
  const auto prepared = Prepare(limits);
  REQUIRE(prepared);
  auto batch = DecodeBatch(prepared->bytes);
  REQUIRE(batch);
  return *batch;
}

Result<AckOutcome> StoreRig::Apply(const Ack& ack) {
  return OnStore<AckOutcome>([&](auto done) { store->link().ApplyAck(ack, done); });
}

Result<FeedPosition> StoreRig::Position() {
  return OnStore<FeedPosition>([&](auto done) { store->link().ReadFeedPosition(done); });
}

Result<StoreHealth> StoreRig::ReadHealth() {
  return OnStore<StoreHealth>([&](auto done) { store->link().ReadHealth(done); });
}

Result<FeedPosition> StoreRig::Apply(const FeedPage& page) {
  return OnStore<FeedPosition>([&](auto done) { store->link().ApplyPage(page, done); });
}

void StoreRig::Drain(TestCounty& county, const BatchLimits& limits) {
  const auto greeting = Greeting();
  REQUIRE(greeting);
  REQUIRE(Apply(county.Take(greeting->bytes)));
  for (int i = 0; i < 1000; ++i) {
    if (Exchange(county, limits).still_waiting == 0) return;
  }
  FAIL("the outbox never emptied");
}

AckOutcome StoreRig::Exchange(TestCounty& county, const BatchLimits& limits) {
  const auto batch = Prepare(limits);
  REQUIRE(batch);
  const auto outcome = Apply(county.Take(batch->bytes));
  REQUIRE(outcome);
  return *outcome;
}

std::string StoreRig::OutboxState(const std::string& receipt) {
  const auto text = OutboxJson(folder);
  REQUIRE(text);
  for (const auto& row : nlohmann::json::parse(*text)) {
    if (row["receipt"] == receipt) return row["state"];
  }
  return "absent";
}

void StoreRig::Settle() {
  (void)Position();
  queue_.RunAll();
}

}  // namespace studio
