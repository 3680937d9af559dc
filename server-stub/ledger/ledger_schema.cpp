#include "server/ledger/ledger_schema.h"

#include <stdexcept>

#include "server/ledger/ledger_attachments.h"
#include "server/ledger/ledger_query.h"
#include "server/ledger/ledger_records.h"

namespace county {
namespace {

constexpr std::int64_t kVersionWithoutAttachments = 1;
constexpr std::int64_t kVersionWithoutOutcomes = 2;
constexpr std::int64_t kVersionWithoutHeartbeats = 3;
constexpr std::int64_t kVersionWithoutOpinions = 4;
constexpr std::int64_t kVersionWithoutCases = 5;
constexpr std::int64_t kVersionWithoutTimes = 6;
constexpr std::int64_t kVersionWithoutDeeds = 7;
constexpr std::int64_t kVersionWithBodiesAmongKeys = 8;
constexpr std::int64_t kVersionWithoutGuesses = 9;
constexpr std::int64_t kVersionWithoutReplies = 10;
constexpr std::int64_t kVersionWithoutAlike = 11;
constexpr std::int64_t kVersionWithNamesAmongNumbers = 12;
constexpr std::int64_t kVersionWithoutProposals = 13;

// meta           numbers of which there is one
// codes          enrolment codes, by hash; the code itself is kept nowhere
// records        what arrived, still sealed; sealed is NULL where withdrawn
// refusals       digests of what was rejected or contradicted a record
// places         every place a terminal signed, also of refused records and of duplicates
// streams        what the places of a stream add up to
constexpr const char* kSchema = R"sql(
CREATE TABLE meta (name TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE codes (
  hash BLOB PRIMARY KEY, studio INTEGER NOT NULL, made_ms INTEGER NOT NULL, terminal INTEGER
) WITHOUT ROWID;
CREATE TABLE terminals (
  number INTEGER PRIMARY KEY, studio INTEGER NOT NULL, key BLOB NOT NULL, version TEXT NOT NULL,
  enrolled_ms INTEGER NOT NULL, revoked INTEGER NOT NULL DEFAULT 0
);
CREATE TABLE records (
  serial INTEGER PRIMARY KEY AUTOINCREMENT, id BLOB NOT NULL UNIQUE, digest BLOB NOT NULL,
  terminal INTEGER NOT NULL, header BLOB NOT NULL, sealed BLOB, stream BLOB NOT NULL,
  seq INTEGER NOT NULL, withdraws BLOB, arrived_ms INTEGER NOT NULL
);
CREATE INDEX records_by_withdrawn ON records (withdraws) WHERE withdraws IS NOT NULL;
CREATE TABLE refusals (
  digest BLOB NOT NULL, terminal INTEGER NOT NULL, id BLOB, reason TEXT NOT NULL,
  arrived_ms INTEGER NOT NULL, PRIMARY KEY (digest, terminal)
) WITHOUT ROWID;
CREATE TABLE places (
  terminal INTEGER NOT NULL, stream BLOB NOT NULL, seq INTEGER NOT NULL, digest BLOB NOT NULL,
  previous BLOB NOT NULL, PRIMARY KEY (terminal, stream, seq, digest)
) WITHOUT ROWID;
CREATE TABLE streams (
  terminal INTEGER NOT NULL, stream BLOB NOT NULL, count INTEGER NOT NULL DEFAULT 0,
  head_seq INTEGER NOT NULL DEFAULT 0, head_digest BLOB, clone INTEGER NOT NULL DEFAULT 0,
  opened INTEGER NOT NULL DEFAULT 0, succeeds BLOB, old_seq INTEGER, old_digest BLOB,
  PRIMARY KEY (terminal, stream)
) WITHOUT ROWID;
CREATE INDEX streams_by_succeeded ON streams (terminal, succeeds) WHERE succeeds IS NOT NULL;
)sql";

// entities       the feed: the newest state of each thing; version orders the changes. With a
//                rowid: what looks for a key in a table without reads whole bodies on its way, and
//                one of them has half a megabyte
constexpr const char* kEntitySchema = R"sql(
CREATE TABLE entities (
  kind TEXT NOT NULL, id TEXT NOT NULL, version INTEGER NOT NULL UNIQUE,
  audience INTEGER NOT NULL, deleted INTEGER NOT NULL DEFAULT 0, body TEXT NOT NULL,
  PRIMARY KEY (kind, id)
);
)sql";

// announcements  which record names which attachment; gone where the record was withdrawn
// attachments    uploads that were begun; serial once whole
// pieces         what has arrived of them, still encrypted
constexpr const char* kAttachmentSchema = R"sql(
CREATE TABLE announcements (
  terminal INTEGER NOT NULL, digest BLOB NOT NULL, record INTEGER NOT NULL,
  PRIMARY KEY (terminal, digest, record)
) WITHOUT ROWID;
CREATE INDEX announcements_by_record ON announcements (record);
CREATE TABLE attachments (
  terminal INTEGER NOT NULL, digest BLOB NOT NULL, length INTEGER NOT NULL,
  received INTEGER NOT NULL DEFAULT 0, serial INTEGER UNIQUE, PRIMARY KEY (terminal, digest)
) WITHOUT ROWID;
CREATE TABLE pieces (
  id INTEGER PRIMARY KEY AUTOINCREMENT, terminal INTEGER NOT NULL, digest BLOB NOT NULL,
  at INTEGER NOT NULL, bytes BLOB NOT NULL, UNIQUE (terminal, digest, at)
);
)sql";

// outcomes       what taking a record led to, where it led to anything
constexpr const char* kOutcomeSchema = R"sql(
CREATE TABLE outcomes (record INTEGER PRIMARY KEY, outcome TEXT NOT NULL);
)sql";

// heartbeats     how each terminal said last that it is
constexpr const char* kHeartbeatSchema = R"sql(
CREATE TABLE heartbeats (
  terminal INTEGER PRIMARY KEY, heard_ms INTEGER NOT NULL, json TEXT NOT NULL
);
)sql";

// opinions       what was said on topics; sealed is NULL where a record holds the words
// wishes         which record's wish hangs on the wall, and under which id
constexpr const char* kOpinionSchema = R"sql(
CREATE TABLE opinions (
  id INTEGER PRIMARY KEY AUTOINCREMENT, topic TEXT NOT NULL, ballot BLOB NOT NULL,
  origin TEXT NOT NULL, stance TEXT NOT NULL, at_ms INTEGER NOT NULL, arrived_ms INTEGER NOT NULL,
  counted INTEGER NOT NULL, record BLOB NOT NULL UNIQUE, sealed BLOB,
  published TEXT NOT NULL DEFAULT ''
);
CREATE INDEX opinions_by_ballot ON opinions (topic, ballot);
CREATE INDEX opinions_by_arrival ON opinions (topic, arrived_ms);
CREATE TABLE wishes (record BLOB PRIMARY KEY, wish TEXT UNIQUE) WITHOUT ROWID;
)sql";

// cases          matters and wishes by receipt number; state is NULL where there is nothing to read
// ratings        which record rated which reply
// matters        what several may join, with the case that leads it
constexpr const char* kCaseSchema = R"sql(
CREATE TABLE cases (
  number TEXT PRIMARY KEY, record BLOB NOT NULL UNIQUE, terminal INTEGER NOT NULL,
  studio INTEGER NOT NULL, wish INTEGER NOT NULL, category TEXT NOT NULL, village TEXT NOT NULL,
  matter TEXT NOT NULL, reading_key BLOB NOT NULL, received_ms INTEGER NOT NULL,
  step TEXT NOT NULL, step_ms INTEGER NOT NULL, outcome TEXT NOT NULL, state BLOB,
  withdrawn INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID;
CREATE INDEX cases_by_time ON cases (received_ms, number);
CREATE INDEX cases_by_matter ON cases (matter) WHERE matter <> '';
CREATE TABLE ratings (
  number TEXT NOT NULL, round INTEGER NOT NULL, record BLOB NOT NULL, PRIMARY KEY (number, round)
) WITHOUT ROWID;
CREATE TABLE matters (id TEXT PRIMARY KEY, lead TEXT NOT NULL UNIQUE) WITHOUT ROWID;
)sql";

// boots          of each boot of a terminal, which time it was at a reading of its clock
// unsure         check-ins whose time is waited for, or was guessed
constexpr const char* kTimeSchema = R"sql(
CREATE TABLE boots (
  terminal INTEGER NOT NULL, boot BLOB NOT NULL, county_ms INTEGER NOT NULL,
  monotonic_ms INTEGER NOT NULL, sent INTEGER NOT NULL, PRIMARY KEY (terminal, boot)
) WITHOUT ROWID;
CREATE TABLE unsure (
  record INTEGER PRIMARY KEY, terminal INTEGER NOT NULL, stream BLOB NOT NULL,
  seq INTEGER NOT NULL, arrived_ms INTEGER NOT NULL, body TEXT NOT NULL, fault TEXT NOT NULL,
  placed INTEGER NOT NULL
);
CREATE INDEX unsure_waiting ON unsure (terminal) WHERE placed = 0;
CREATE INDEX records_by_place ON records (terminal, stream, seq);
)sql";

// guesses        check-ins that count in an attendance line by a guess, until they are dated
// sure_lines     those lines as they are without the guesses
constexpr const char* kGuessSchema = R"sql(
CREATE TABLE guesses (
  record INTEGER PRIMARY KEY, line TEXT NOT NULL, body TEXT NOT NULL, unproven INTEGER NOT NULL
);
CREATE INDEX guesses_by_line ON guesses (line);
CREATE TABLE sure_lines (line TEXT PRIMARY KEY, body TEXT NOT NULL) WITHOUT ROWID;
)sql";

// deed_entries   what was ever said of a deed, sealed to the county; nothing is changed or deleted
// deeds          how each stands; sealed is NULL where it was taken back. told: which studios have
//                it as it is (books/deed_book.h); feed: what it is called there
// closed_years   the years whose grades are given, sealed
constexpr const char* kDeedSchema = R"sql(
CREATE TABLE deed_entries (
  entry INTEGER PRIMARY KEY AUTOINCREMENT, deed TEXT NOT NULL, at_ms INTEGER NOT NULL,
  by_county INTEGER NOT NULL, held INTEGER NOT NULL, sealed BLOB NOT NULL
);
CREATE INDEX deed_entries_by_deed ON deed_entries (deed, entry);
CREATE TABLE deeds (
  deed TEXT PRIMARY KEY, feed BLOB NOT NULL UNIQUE, year INTEGER NOT NULL,
  studio INTEGER NOT NULL, by_county INTEGER NOT NULL, told TEXT NOT NULL, sealed BLOB
) WITHOUT ROWID;
CREATE INDEX deeds_by_studio ON deeds (studio, year);
CREATE TABLE closed_years (year INTEGER PRIMARY KEY, sealed BLOB NOT NULL);
)sql";

// replies        which records answered which case at a member's desk
constexpr const char* kReplySchema = R"sql(
CREATE TABLE replies (
  number TEXT NOT NULL, record BLOB NOT NULL, PRIMARY KEY (number, record)
) WITHOUT ROWID;
)sql";

// alike          write-ups of one kind, day and place, under a mark that only the county makes
constexpr const char* kAlikeSchema = R"sql(
CREATE TABLE alike (
  mark TEXT NOT NULL, deed TEXT NOT NULL, PRIMARY KEY (mark, deed)
) WITHOUT ROWID;
)sql";

// proposals      members' proposals, sealed to the county; told and feed as of deeds
// proposal_words what either side said of one, sealed alike (books/proposal_book.h)
constexpr const char* kProposalSchema = R"sql(
CREATE TABLE proposals (
  proposal TEXT PRIMARY KEY, feed BLOB NOT NULL UNIQUE, told TEXT NOT NULL, sealed BLOB NOT NULL
) WITHOUT ROWID;
CREATE TABLE proposal_words (
  entry INTEGER PRIMARY KEY AUTOINCREMENT, proposal TEXT NOT NULL, record BLOB NOT NULL UNIQUE,
  sealed BLOB NOT NULL
);
CREATE INDEX proposal_words_by_proposal ON proposal_words (proposal, entry);
)sql";

// identity       what this ledger is called: founding, ledger_id, generation
constexpr const char* kIdentitySchema = R"sql(
CREATE TABLE identity (name TEXT PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID;
)sql";

void MoveEntities(LedgerDatabase& database) {
  database.Define("ALTER TABLE entities RENAME TO entities_of_before");
  database.Define(kEntitySchema);
  database.Define(
      "INSERT INTO entities (kind, id, version, audience, deleted, body)"
      " SELECT kind, id, version, audience, deleted, body FROM entities_of_before;"
      "DROP TABLE entities_of_before");
}

void MoveNames(LedgerDatabase& database) {
  database.Define(kIdentitySchema);
  database.Define(
      "INSERT INTO identity (name, value) SELECT name, CAST(value AS BLOB) FROM meta"
      " WHERE name IN ('founding', 'ledger_id', 'generation');"
      "DELETE FROM meta WHERE name IN ('founding', 'ledger_id', 'generation')");
}

void AnnounceAll(LedgerDatabase& database) {
  database.Define(kAttachmentSchema);
  SetNumberIn(database, "last_serial", 0);
  for (const LedgerLine& line : RecordLedger(database).Lines()) {
    SetNumberIn(database, "last_serial", static_cast<std::int64_t>(line.serial));
    const auto header = studio::DecodeRecordHeader(line.header);
    if (line.sealed && header) {
      AttachmentLedger(database).Announce(line.serial, header->terminal, header->attachments);
    }
  }
}

void Step(LedgerDatabase& database, std::int64_t version) {
  if (version <= kVersionWithoutOutcomes) database.Define(kOutcomeSchema);
  if (version == kVersionWithoutAttachments) AnnounceAll(database);
  if (version <= kVersionWithoutHeartbeats) database.Define(kHeartbeatSchema);
  if (version <= kVersionWithoutOpinions) database.Define(kOpinionSchema);
  if (version <= kVersionWithoutCases) database.Define(kCaseSchema);
  if (version <= kVersionWithoutTimes) database.Define(kTimeSchema);
  if (version <= kVersionWithoutDeeds) database.Define(kDeedSchema);
  if (version <= kVersionWithBodiesAmongKeys) MoveEntities(database);
  if (version <= kVersionWithoutGuesses) database.Define(kGuessSchema);
  if (version <= kVersionWithoutReplies) database.Define(kReplySchema);
  if (version <= kVersionWithoutAlike) database.Define(kAlikeSchema);
  if (version <= kVersionWithNamesAmongNumbers) MoveNames(database);
  if (version <= kVersionWithoutProposals) database.Define(kProposalSchema);
}

std::int64_t KnownVersion(LedgerDatabase& database) {
  const auto version = database.Version();
  if (!version) throw std::runtime_error("not a county ledger");
  if (*version < kVersionWithoutAttachments || *version > kSchemaVersion) {
    throw std::runtime_error("a county ledger of version " + std::to_string(*version) +
                             "; this program knows up to " + std::to_string(kSchemaVersion));
  }
  return *version;
}

}  // namespace

void MakeTables(LedgerDatabase& database) {
  for (const char* schema :
       {kSchema, kEntitySchema, kAttachmentSchema, kOutcomeSchema, kHeartbeatSchema, kOpinionSchema,
        kCaseSchema, kTimeSchema, kGuessSchema, kDeedSchema, kReplySchema, kAlikeSchema,
        kProposalSchema, kIdentitySchema}) {
    database.Define(schema);
  }
  database.SetVersion(kSchemaVersion);
}

void BringUpToDate(LedgerDatabase& database) {
  if (KnownVersion(database) == kSchemaVersion) return;
  LedgerTransaction transaction(database, LedgerAccess::kWrite);
  if (const std::int64_t version = KnownVersion(database); version != kSchemaVersion) {
    Step(database, version);
    database.SetVersion(kSchemaVersion);
  }  // else another process was first
  transaction.Commit();
}

}  // namespace county
