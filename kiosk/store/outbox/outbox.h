// The outbox: every record this terminal made, how far it has come, and the receipts of
// villagers' requests. Store thread; throws SQLite::Exception.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "app/request/request_store.h"
#include "app/station/station.h"
#include "shared/exchange/batch.h"
#include "store/base/connection.h"
#include "store/outbox/streams.h"

namespace studio {

enum class OutboxState : std::int64_t {  // as stored
  kWaiting = 0,
  kStored = 1,  // in the county's ledger
  kSafe = 2,    // in its backup too
  kSetAside = 3,
};

// A row as it was made.
struct OutboxRow {
  Bytes header;
  std::optional<Bytes> sealed;
  bool keep = false;  // for this studio too: stays after the county has it safe
  std::optional<std::string> receipt;
  std::optional<Bytes> reading_key;
  std::int64_t made_at_ms = 0;  // as the county's time was known; 0: only the header tells
};

// What is known of a row by its receipt or id.
struct OutboxEntry {
  std::int64_t row = 0;
  Uuid id;
  bool urgent = false;
  Bytes header;
  OutboxState state = OutboxState::kWaiting;
  bool withdrawn = false;
  std::string receipt;  // empty where it has none
  Bytes reading_key;
  std::int64_t made_at_ms = 0;
  std::int64_t received_at_ms = 0;

  ReceiptStatus Status() const;
};

// A request that the studio's members may read, as it was sealed.
struct SealedRequest {
  Uuid id;
  Bytes header, sealed;
  std::string receipt;
  std::int64_t made_at_ms = 0;
};

// Of any request what its slip says.
struct NumberedRequest {
  std::string receipt;
  std::int64_t made_at_ms = 0;
};

// An activity or an information that the studio may read, as it was sealed.
struct SealedWriting {
  Uuid id;
  Bytes header, sealed;
  std::int64_t made_at_ms = 0;
  OutboxState state = OutboxState::kWaiting;
};

class Outbox {
 public:
  Outbox(Connection& connection, Streams& streams) : connection_(connection), streams_(streams) {}

  // Gives the record the next place and keeps it, waiting. Within the caller's transaction.
  void Add(const OutboxRow& row);
  // Keeps a record that has a place already, or gives it a new one where it waits (salvage).
  // False where its id is here.
  struct Kept {
    OutboxRow row;
    SignedPlace place;
    OutboxState state = OutboxState::kWaiting;
    bool acked = false;
    bool withdrawn = false;
    std::optional<std::string> reason;
    std::optional<std::int64_t> serial;
    std::int64_t received_at_ms = 0;
  };
  bool TakeOver(const Kept& kept);

  // Calls `take` with waiting entries, urgent first, then oldest, until it says false. A damaged
  // entry is SQLITE_CORRUPT, so that the database is put aside and salvaged.
  void PickWaiting(const std::function<bool(BatchEntry)>& take);
  std::optional<OutboxEntry> ByReceipt(const std::string& number);
  std::optional<OutboxEntry> ById(const Uuid& id);
  // Newest first; not those that were withdrawn.
  std::vector<SealedRequest> ReadableRequests();
  // Whoever they are for, in no order; not those that were withdrawn.
  std::vector<NumberedRequest> RequestsSince(std::int64_t county_ms);
  bool IsReadable(std::int64_t row);
  std::vector<SealedWriting> ReadableWritings();  // likewise
  std::optional<SealedWriting> ReadableWriting(const Uuid& id);
  std::optional<Digest> DigestAt(const Uuid& stream, std::uint64_t seq);

  void MarkStored(std::int64_t row, std::uint64_t serial, std::int64_t received_at_ms);
  void MarkSetAside(std::int64_t row, const std::string& reason);
  // The sender took it back; what is not with the county yet, or is safe there, is erased.
  void MarkWithdrawn(std::int64_t row);
  // Stored rows up to the serial become safe and lose what is the county's alone; at most
  // `limit` rows. Returns how many.
  int MarkSafe(std::uint64_t safe_serial, int limit);
  // Everything stored but not safe is to be sent again. Returns how many.
  int ResendUnsafe();
  // Gives every waiting record that the county never had a place on the current stream.
  void Replace();

  OutboxSummary Summary();

 private:
  std::optional<OutboxEntry> Read(Query& query);

  Connection& connection_;
  Streams& streams_;
};

// The statements whose cost must not grow with the outbox, for the test of their query plans.
std::vector<std::string> HotStatements();

}  // namespace studio
