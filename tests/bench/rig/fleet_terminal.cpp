#include "fleet_terminal.h"

#include <algorithm>
#include <array>
#include <memory>
#include <thread>

#include "figures.h"
#include "shared/bodies/request_body.h"
#include "shared/record/attachment.h"

namespace studio::bench {
namespace {

using namespace std::chrono_literals;

constexpr std::size_t kPiece = 64 * 1024;
constexpr std::chrono::seconds kHold{20};
constexpr int kTriesAtTheEnd = 100;

RequestBody ARequest(std::string receipt) {
  RequestBody body;
  body.receipt = std::move(receipt);
  body.reading_key = ToBase64Url(BoxKeyPair::Generate().Public().bytes);
  body.category = "roads";
  body.category_name = "道路桥梁";
  body.village_name = "示例村";
  body.words = "村口的路灯坏了两个星期,晚上老人孩子出门看不清路。";
  return body;
}

}  // namespace

FleetTerminal::FleetTerminal(const Identity& identity, const std::filesystem::path& ca_file,
                             double think)
    : identity_(identity),
      protocol_(CountyProtocol::For(identity).value()),
      maker_(&clock_, std::make_shared<const KnownTime>(), identity.county.studio,
             identity.county.terminal, BootId()),
      client_(HttpSettings{ca_file, {}}),
      think_(think),
      chance_(identity.county.terminal) {
  opening_.stream = Uuid::Random();
  opening_.terminal = identity.county.terminal;
  head_.digest = opening_.FirstPrevious();
}

void FleetTerminal::Run(const std::atomic<bool>& stop, double come_s,
                        const std::atomic<bool>& counts) {
  counts_ = &counts;
  for (double left = std::uniform_real_distribution<double>(0, come_s)(chance_); left > 0 && !stop;
       left -= 0.1) {
    std::this_thread::sleep_for(100ms);
  }
  if (think_ == 0) return RunWithoutRest(stop);
  std::exponential_distribution<double> think(1 / think_);
  Rest(std::uniform_real_distribution<double>(0, think_)(chance_), stop);
  Greet();
  ReadChanges();
  while (!stop) {
    Act();
    Rest(think(chance_), stop);
  }
  SendTheRest();
}

void FleetTerminal::RunWithoutRest(const std::atomic<bool>& stop) {
  Greet();
  while (!stop) {
    if (waiting_.empty()) MakeRecords(std::uniform_int_distribution<int>(1, 3)(chance_));
    Send(false);
  }
  SendTheRest();
}

void FleetTerminal::SendTheRest() {
  for (int tries = 0; tries < kTriesAtTheEnd && !waiting_.empty(); ++tries) Send(false);
}

void FleetTerminal::Act() {
  const int dice = std::uniform_int_distribution<int>(0, 99)(chance_);
  if (!waiting_.empty()) {
    Send(false);
  } else if (dice < 60) {
    MakeRecords(1 + dice % 3);
    Send(dice < 3);
  } else if (dice < 75) {
    MakeRecordWithFile();
  } else if (dice < 90) {
    ReadChanges();
  } else {
    Greet();
  }
}

HttpAnswer FleetTerminal::Ask(HttpRequest request) {
  std::optional<HttpAnswer> answer;
  client_.Send(std::move(request), [&](HttpAnswer got) { answer = std::move(got); });
  while (!answer) client_.Run(1s);
  return std::move(*answer);
}

// Asks for news meanwhile, and breaks the question off when the time has come, as the link does.
void FleetTerminal::Rest(double seconds, const std::atomic<bool>& stop) {
  const Stopwatch rested;
  const auto left_ms = [&] { return std::min(seconds * 1e3 - rested.Ms(), stop ? 0.0 : 1e9); };
  while (left_ms() > 0) {
    std::optional<HttpAnswer> answer;
    const auto ticket = client_.Send(protocol_.NewsRequest(cursor_, kHold, NowS()),
                                     [&](HttpAnswer got) { answer = std::move(got); });
    while (!answer && left_ms() > 0) {
      client_.Run(std::chrono::milliseconds(static_cast<int>(std::min(left_ms(), 500.0)) + 1));
    }
    if (!answer) return client_.Cancel(ticket);
    if (answer->status == 200) ++log_.news;
    TakePage(*answer);
    // One that fails at once is not asked again and again.
    if (answer->status != 200 && answer->status != 204) client_.Run(100ms);
  }
}

void FleetTerminal::Greet() {
  const Bytes batch = Encode(Batch{identity_.county.terminal, opening_, head_, {}});
  if (PostBatch(batch, 0)) ++log_.greetings;
}

void FleetTerminal::MakeRecords(int count) {
  for (int i = 0; i < count; ++i) {
    const std::string receipt = ReceiptNumber::Make(identity_.county.terminal, numbers_++).digits();
    const auto row = maker_.Make({RecordKind::kRequest}, false, ToJson(ARequest(receipt)),
                                 {identity_.county.county_sealing_key, {}});
    Place(row.value(), receipt);
  }
}

void FleetTerminal::MakeRecordWithFile() {
  File file;
  AttachmentSealer sealer;
  Bytes picture(std::uniform_int_distribution<std::size_t>(20'000, 300'000)(chance_));
  FillRandom(picture);
  file.bytes = sealer.Add(picture);
  const Bytes end = sealer.Finish();
  file.bytes.insert(file.bytes.end(), end.begin(), end.end());
  AttachmentRef ref = sealer.Ref();
  ref.type = "image/jpeg";
  file.digest = ref.digest;
  const std::string receipt = ReceiptNumber::Make(identity_.county.terminal, numbers_++).digits();
  RequestBody body = ARequest(receipt);
  body.attachments = {ref};
  const auto row = maker_.Make(ChoiceOf(body), false, ToJson(body),
                               {identity_.county.county_sealing_key, {}}, std::array{ref});
  Place(row.value(), receipt);
  if (Send(false)) Upload(file);
}

void FleetTerminal::Place(const OutboxRow& row, std::string receipt) {
  BatchEntry entry;
  entry.header = row.header;
  entry.sealed = row.sealed;
  const Digest digest = DigestOfHeader(row.header);
  entry.place =
      SignPlace(identity_.terminal_key, digest, {opening_.stream, head_.seq + 1, head_.digest});
  head_ = {head_.seq + 1, digest};
  waiting_.push_back(std::move(entry));
  waiting_receipts_.push_back(std::move(receipt));
}

// twice: as where the first answer was lost on the way.
bool FleetTerminal::Send(bool twice) {
  const Bytes batch = Encode(Batch{identity_.county.terminal, opening_, head_, waiting_});
  if (twice && PostBatch(batch, waiting_.size())) ++log_.resent;
  const Stopwatch watch;
  const auto ack = PostBatch(batch, waiting_.size());
  if (!ack) return false;
  if (*counts_) {
    log_.ack_ms.push_back(watch.Ms());
    log_.acked += ack->answers.size();
  }
  for (std::size_t i = 0; i < ack->answers.size(); ++i) {
    const RecordStatus status = ack->answers[i].status;
    if (status == RecordStatus::kStored || status == RecordStatus::kDuplicate) {
      ++log_.records;
      log_.receipts.insert(waiting_receipts_[i]);
    } else {
      ++log_.errors["a record was refused: " + ack->answers[i].reason];
    }
  }
  waiting_.clear();
  waiting_receipts_.clear();
  return true;
}

std::optional<Ack> FleetTerminal::PostBatch(const Bytes& batch, std::size_t records) {
  const HttpAnswer answer = Ask(protocol_.RecordsRequest(batch, NowS()));
  if (answer.status == 200) {
    auto ack = protocol_.ReadAck(answer.body, batch, records);
    if (ack) return std::move(*ack);
  }
  Note("records", answer);
  return std::nullopt;
}

void FleetTerminal::Upload(const File& file) {
  const Stopwatch watch;
  const HttpAnswer begun =
      Ask(protocol_.BeginUploadRequest(file.digest, file.bytes.size(), NowS()));
  if (begun.status != 201) return Note("upload", begun);
  if (!SendPieces(file)) return;
  const HttpAnswer word = Ask(protocol_.AttachmentAckRequest(file.digest, NowS()));
  if (word.status != 200 || !protocol_.ReadAttachmentAck(word.body, file.digest)) {
    return Note("attachment's word", word);
  }
  if (*counts_) log_.file_ms.push_back(watch.Ms());
  ++log_.files;
}

bool FleetTerminal::SendPieces(const File& file) {
  for (std::size_t at = 0; at < file.bytes.size();) {
    const std::size_t size = std::min(kPiece, file.bytes.size() - at);
    const auto from = file.bytes.begin() + static_cast<std::ptrdiff_t>(at);
    const Bytes piece(from, from + static_cast<std::ptrdiff_t>(size));
    const HttpAnswer answer =
        Ask(protocol_.PieceRequest(PieceMethod::kPatch, file.digest, at, piece, NowS()));
    if (answer.status != 204 || answer.upload_offset != at + size) {
      Note("piece", answer);
      return false;
    }
    at += size;
  }
  return true;
}

void FleetTerminal::ReadChanges() {
  const Stopwatch watch;
  const HttpAnswer answer = Ask(protocol_.ChangesRequest(cursor_, NowS()));
  if (*counts_) log_.page_ms.push_back(watch.Ms());
  TakePage(answer);
}

void FleetTerminal::CatchUp() {
  Greet();
  for (std::string from = "?"; from != cursor_;) {
    from = cursor_;
    TakePage(Ask(protocol_.ChangesRequest(cursor_, NowS())));
  }
}

void FleetTerminal::TakePage(const HttpAnswer& answer) {
  if (answer.status == 204) return;
  if (answer.status != 200) return Note("changes", answer);
  const auto page = protocol_.ReadPage(answer.body, cursor_);
  if (!page) return Note("page: " + page.error().detail, answer);
  cursor_ = page->to;
  ++log_.pages;
}

void FleetTerminal::Note(const std::string& what, const HttpAnswer& answer) {
  ++log_.errors[what + ": " +
                (answer.fault == HttpFault::kNone ? std::to_string(answer.status) : answer.detail)];
}

}  // namespace studio::bench
