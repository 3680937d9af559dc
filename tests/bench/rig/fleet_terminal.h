// One of many simulated terminals: a real key, enrolled by the protocol, records with real seals
// and signatures, and the link's own requests and HTTPS client. As the real one it has one thing
// under way at a time, and where nothing is to be done, a question for news that the county holds.
#pragma once

#include <atomic>
#include <filesystem>
#include <map>
#include <optional>
#include <random>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "platform/system_clock.h"
#include "shared/exchange/batch.h"
#include "store/base/identity.h"
#include "store/outbox/records.h"
#include "sync/link/county_protocol.h"

namespace studio::bench {

// What it did, and what it was told.
struct FleetLog {
  std::vector<double> ack_ms;          // from posting records to the verified ack
  std::size_t acked = 0;               // records in those
  std::vector<double> file_ms;         // from creating an upload to the county's signed word
  std::vector<double> page_ms;         // of an ordinary question for changes
  std::set<std::string> receipts;      // of records that the county says it has
  std::size_t records = 0, files = 0;  // likewise
  std::size_t greetings = 0, pages = 0, news = 0, resent = 0;
  std::map<std::string, int> errors;
};

class FleetTerminal {
 public:
  // think: seconds between what people do, on average; 0: records, one batch at the heels of the
  // other, and nothing else.
  FleetTerminal(const Identity& identity, const std::filesystem::path& ca_file, double think);

  // Comes somewhere in the first `come_s` seconds, works until told to stop, and then until nothing
  // waits. What takes time is written down while `counts`. May be run again.
  void Run(const std::atomic<bool>& stop, double come_s, const std::atomic<bool>& counts);
  // Reads the feed to its end, as a terminal has that stood there yesterday.
  void CatchUp();
  void KnowFrom(const FleetTerminal& other) { cursor_ = other.cursor_; }
  const FleetLog& log() const { return log_; }
  FleetLog TakeLog() { return std::exchange(log_, {}); }

 private:
  struct File {
    Digest digest{};
    Bytes bytes;
  };

  HttpAnswer Ask(HttpRequest request);
  void Rest(double seconds, const std::atomic<bool>& stop);
  void RunWithoutRest(const std::atomic<bool>& stop);
  void SendTheRest();
  void Act();
  void Greet();
  void MakeRecords(int count);
  void MakeRecordWithFile();
  void Place(const OutboxRow& row, std::string receipt);
  bool Send(bool twice);
  std::optional<Ack> PostBatch(const Bytes& batch, std::size_t records);
  void Upload(const File& file);
  bool SendPieces(const File& file);
  void ReadChanges();
  void TakePage(const HttpAnswer& answer);
  void Note(const std::string& what, const HttpAnswer& answer);
  std::int64_t NowS() const { return clock_.Now().wall_ms / 1000; }

  SystemClock clock_;
  Identity identity_;
  CountyProtocol protocol_;
  RecordMaker maker_;
  HttpClient client_;
  double think_;
  std::mt19937 chance_;
  StreamOpening opening_;
  StreamHead head_;
  std::uint32_t numbers_ = 0;
  std::vector<BatchEntry> waiting_;
  std::vector<std::string> waiting_receipts_;
  std::string cursor_;
  FleetLog log_;
  const std::atomic<bool>* counts_ = nullptr;
};

}  // namespace studio::bench
