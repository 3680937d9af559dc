// Terminals that file requests at a county through whatever befalls it, as the protocol has it: a
// record is kept until the county's signed ack calls it safe, and what was stored only is sent
// again where the ledger is seen to have less. One thread for each.
//   filer PORT CA STOP_FILE OUT_FILE PAUSE_MS CODE...
// Files until STOP_FILE is there and then until all is safe; writes every id to OUT_FILE and prints
// what was counted. Status 1 where something was refused or is not safe after five minutes.
#include <httplib.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <map>
#include <mutex>
#include <random>
#include <thread>

#include "shared/bodies/request_body.h"
#include "shared/exchange/ack.h"
#include "shared/exchange/batch.h"
#include "shared/exchange/enrolment.h"
#include "shared/exchange/envelope.h"
#include "shared/exchange/http_signature.h"
#include "shared/record/receipt.h"
#include "shared/record/sealing.h"

namespace {

using namespace studio;
using Clock = std::chrono::steady_clock;
using std::chrono::milliseconds;

constexpr std::size_t kMostWaiting = 60;
constexpr std::size_t kMostInABatch = 20;
constexpr std::chrono::minutes kUntilAllIsSafe{5};

struct Options {
  int port = 0;
  std::string ca;
  std::filesystem::path stop, out;
  int pause_ms = 100;
};

std::int64_t NowMs() {
  using namespace std::chrono;
  return duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count();
}

class Filer {
 public:
  Filer(const Options& options, std::string code, unsigned seed)
      : options_(options), code_(std::move(code)), chance_(seed) {}

  void Run() {
    while (!Enrol()) Rest(300);
    while (!std::filesystem::exists(options_.stop)) {
      if (waiting_.size() < kMostWaiting) File();
      Send();
      Rest(options_.pause_ms);
    }
    const auto until = Clock::now() + kUntilAllIsSafe;
    while ((!waiting_.empty() || !stored_.empty()) && Clock::now() < until) {
      Send();
      Rest(300);
    }
  }

  std::vector<std::string> made;
  std::vector<double> acked_ms;
  std::size_t failed = 0, sent_again = 0, refused = 0;
  std::size_t unsafe() const { return waiting_.size() + stored_.size(); }

 private:
  void Rest(int around_ms) {
    std::this_thread::sleep_for(milliseconds(
        around_ms / 2 + static_cast<int>(chance_() % static_cast<unsigned>(around_ms))));
  }

  std::optional<std::string> Ask(const std::string& path, const std::string& body, bool sign) {
    if (!line_) {
      line_ = std::make_unique<httplib::SSLClient>("localhost", options_.port);
      line_->set_ca_cert_path(options_.ca.c_str());
      line_->enable_server_certificate_verification(true);
      line_->set_keep_alive(true);
      line_->set_connection_timeout(3);
      line_->set_read_timeout(30);
    }
    httplib::Headers headers;
    if (sign) {
      const auto made_now = SignRequest(
          {"POST", "localhost:" + std::to_string(options_.port), path, "?", AsBytes(body)}, number_,
          key_, NowMs() / 1000);
      headers = {{"Content-Digest", made_now.content_digest},
                 {"Signature-Input", made_now.signature_input},
                 {"Signature", made_now.signature}};
    }
    const auto answer = line_->Post(path.c_str(), headers, body, "application/octet-stream");
    if (answer && answer->status == 200) return answer->body;
    if (!answer) line_.reset();
    ++failed;
    return std::nullopt;
  }

  bool Enrol() {
    const auto envelope =
        Ask("/v1/enrol", ToJson(EnrolmentRequest{code_, key_.Public(), "filer"}), false);
    constexpr std::size_t kBefore = 4 + 8 + 64;
    if (!envelope || envelope->size() < kBefore) return false;
    const auto answer = EnrolmentAnswerFromJson(envelope->substr(kBefore));
    if (!answer) return false;
    number_ = answer->terminal;
    studio_ = answer->studio;
    county_ = answer->county_sealing_key;
    county_signs_ = answer->county_signing_key;
    opening_.stream = Uuid::Random();
    opening_.terminal = number_;
    head_.digest = opening_.FirstPrevious();
    return true;
  }

  void File() {
    RequestBody body;
    body.receipt = ReceiptNumber::Random(number_).digits();
    body.reading_key = ToBase64Url(BoxKeyPair::Generate().Public().bytes);
    body.category = "roads";
    body.words = "路灯坏了";
    RecordHeader header;
    header.id = Uuid::V7(NowMs());
    header.kind = RecordKind::kRequest;
    header.studio = studio_;
    header.terminal = number_;
    header.clock.wall_ms = NowMs();
    header.clock.boot = boot_;
    const auto sealed =
        Seal({header.id, header.kind, number_}, AsBytes(ToJson(body)), std::vector{county_});
    header.sealed_hash = HashOfSealed(*sealed);
    BatchEntry entry;
    entry.header = Encode(header);
    entry.sealed = *sealed;
    const Digest digest = DigestOfHeader(entry.header);
    entry.place = SignPlace(key_, digest, {opening_.stream, head_.seq + 1, head_.digest});
    head_ = {head_.seq + 1, digest};
    waiting_[head_.seq] = entry;
    made.push_back(header.id.ToString());
  }

  void Send() {
    if (waiting_.empty() && stored_.empty()) return;
    std::vector<std::uint64_t> places;
    Batch batch{number_, opening_, head_, {}};
    for (const auto& [seq, entry] : waiting_) {
      if (places.size() == kMostInABatch) break;
      places.push_back(seq);
      batch.entries.push_back(entry);
    }
    const Bytes bytes = Encode(batch);
    const auto from = Clock::now();
    const auto envelope = Ask("/v1/records", std::string(AsText(bytes)), true);
    if (!envelope) return;
    const auto payload = OpenEnvelope(kAckContext, AsBytes(*envelope), std::vector{county_signs_});
    const auto ack = payload ? AckFromJson(*payload) : Result<Ack>(Fail(ErrorKind::kForged, ""));
    if (!ack || ack->batch_hash != HashOfBatch(bytes) || ack->answers.size() != places.size()) {
      ++refused;
      return;
    }
    acked_ms.push_back(std::chrono::duration<double, std::milli>(Clock::now() - from).count());
    Take(*ack, places);
  }

  void Take(const Ack& ack, const std::vector<std::uint64_t>& places) {
    const bool less =
        last_ && (last_->ledger != ack.ledger || ack.stream_count < last_->stream_count ||
                  ack.safe_serial < last_->safe_serial);
    if (less) {
      sent_again += stored_.size();
      for (auto& [seq, kept] : stored_) waiting_.insert_or_assign(seq, std::move(kept.second));
      stored_.clear();
    }
    for (std::size_t i = 0; i < places.size(); ++i) {
      const RecordAnswer& answer = ack.answers[i];
      if (answer.serial == 0) {
        ++refused;
        std::fprintf(stderr, "%s: %s\n", answer.id.ToString().c_str(), answer.reason.c_str());
      } else {
        stored_[places[i]] = {answer.serial, std::move(waiting_.at(places[i]))};
      }
      waiting_.erase(places[i]);
    }
    std::erase_if(stored_, [&](const auto& each) { return each.second.first <= ack.safe_serial; });
    last_ = ack;
  }

  const Options& options_;
  const std::string code_;
  std::minstd_rand chance_;
  std::unique_ptr<httplib::SSLClient> line_;
  const SigningKey key_ = SigningKey::Generate();
  const Uuid boot_ = Uuid::Random();
  TerminalNumber number_ = 0;
  StudioId studio_ = 0;
  BoxPublicKey county_;
  VerifyKey county_signs_;
  StreamOpening opening_;
  StreamHead head_;
  std::map<std::uint64_t, BatchEntry> waiting_;                           // by place
  std::map<std::uint64_t, std::pair<std::uint64_t, BatchEntry>> stored_;  // with their serials
  std::optional<Ack> last_;
};

}  // namespace

int main(int argc, char** argv) {
  if (argc < 7) return 2;
  std::signal(SIGPIPE, SIG_IGN);
  const Options options{std::atoi(argv[1]), argv[2], argv[3], argv[4], std::atoi(argv[5])};
  std::vector<std::unique_ptr<Filer>> filers;
  for (int i = 6; i < argc; ++i) {
    filers.push_back(std::make_unique<Filer>(options, argv[i], static_cast<unsigned>(i)));
  }
  std::vector<std::thread> threads;
  for (const auto& filer : filers) threads.emplace_back([&filer] { filer->Run(); });
  for (std::thread& thread : threads) thread.join();
  std::ofstream out(options.out);
  std::vector<double> acked_ms;
  std::size_t made = 0, failed = 0, sent_again = 0, refused = 0, unsafe = 0;
  for (const auto& filer : filers) {
    for (const std::string& id : filer->made) out << id << '\n';
    acked_ms.insert(acked_ms.end(), filer->acked_ms.begin(), filer->acked_ms.end());
    made += filer->made.size();
    failed += filer->failed;
    sent_again += filer->sent_again;
    refused += filer->refused;
    unsafe += filer->unsafe();
  }
  std::sort(acked_ms.begin(), acked_ms.end());
  const auto at = [&](double part) {
    return acked_ms.empty() ? 0
                            : acked_ms[static_cast<std::size_t>(
                                  part * static_cast<double>(acked_ms.size() - 1))];
  };
  std::printf(
      "%zu filed, %zu acks (p50 %.0f ms, p99 %.0f ms), %zu asked in vain, %zu sent again, %zu "
      "refused, %zu not safe\n",
      made, acked_ms.size(), at(0.5), at(0.99), failed, sent_again, refused, unsafe);
  return refused == 0 && unsafe == 0 && out.good() ? 0 : 1;
}
