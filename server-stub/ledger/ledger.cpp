#include "server/ledger/ledger.h"

#include "server/ledger/ledger_place.h"
#include "server/ledger/ledger_query.h"
#include "server/ledger/ledger_schema.h"
#include "server/ledger/sqlite_database.h"

namespace county {

namespace {

void SetUp(LedgerDatabase& database, std::string_view founding) {
  LedgerTransaction transaction(database, LedgerAccess::kWrite);
  MakeTables(database);
  SetNameIn(database, "founding", studio::AsBytes(founding));
  SetNameIn(database, "ledger_id", Uuid::Random().bytes);
  SetNameIn(database, "generation", Uuid::Random().bytes);
  for (const char* name : {"feed_version", "feed_floor", "last_terminal", "last_serial"}) {
    SetNumberIn(database, name, 0);
  }
  transaction.Commit();
}

}  // namespace

Ledger Ledger::Create(const std::filesystem::path& file, std::string_view founding) {
  auto database =
      std::make_unique<SqliteDatabase>(file, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
  SetUp(*database, founding);
  return Ledger(std::move(database));
}

Ledger::Ledger(const std::filesystem::path& file)
    : Ledger(std::make_unique<SqliteDatabase>(file, SQLite::OPEN_READWRITE)) {
  BringUpToDate(*database_);
}

Ledger::Ledger(const DataFolder& folder) : Ledger(OpenDatabase(folder)) {
  BringUpToDate(*database_);
}

Ledger::Ledger(std::unique_ptr<LedgerDatabase> database)
    : JoiningLedger(*database),
      RecordLedger(*database),
      CaseLedger(*database),
      AttachmentLedger(*database),
      StreamLedger(*database),
      FeedLedger(*database),
      TimeLedger(*database),
      TopicLedger(*database),
      WishLedger(*database),
      DeedLedger(*database),
      ProposalLedger(*database),
      database_(std::move(database)) {}
Ledger::Ledger(Ledger&&) noexcept = default;
Ledger::~Ledger() = default;

void Ledger::Atomically(const std::function<void()>& work) {
  LedgerTransaction transaction(*database_, LedgerAccess::kWrite);
  work();
  transaction.Commit();
}

void Ledger::Together(const std::function<void()>& work) const {
  LedgerTransaction transaction(*database_, LedgerAccess::kRead);
  work();
  transaction.Commit();
}

std::string Ledger::Founding() const {
  return std::string(studio::AsText(NameIn(*database_, "founding")));
}

std::optional<studio::BoxPublicKey> Ledger::County() const {
  const auto key = studio::ToArray<32>(NameIn(*database_, "county"));
  if (!key) return std::nullopt;
  return studio::BoxPublicKey{*key};
}

void Ledger::SetCounty(const studio::BoxPublicKey& key) {
  SetNameIn(*database_, "county", key.bytes);
}

LedgerState Ledger::State() const {
  LedgerState state;
  Together([&] {
    state.newest_serial = NewestSerial();
    state.safe_serial = SafeSerial();
    Query newest(*database_, "SELECT arrived_ms FROM records ORDER BY serial DESC LIMIT 1");
    if (newest.Next()) state.newest_arrived_ms = newest.Int(0);
    Query unsafe(*database_,
                 "SELECT arrived_ms FROM records WHERE serial > ? ORDER BY serial LIMIT 1",
                 state.safe_serial);
    if (unsafe.Next()) state.unsafe_since_ms = unsafe.Int(0);
    state.backup_ms = LastBackupMs();
    state.feed_version = FeedVersion();
    state.terminals = TerminalCount();
  });
  state.copies = database_->Copies();
  return state;
}

Uuid Ledger::Id() const { return IdIn(*database_, "ledger_id"); }

}  // namespace county
