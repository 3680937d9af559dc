#include "store/base/schema.h"

#include <array>
#include <fstream>
#include <string>

#include "store/base/connection.h"
#include "store/base/data_folder.h"

namespace studio {
namespace {

constexpr std::int64_t kApplicationId = 0x4d535342;  // "MSSB"
// Nobody makes this many schemas: a higher number is damage, not a newer program.
constexpr std::int64_t kHighestPlausible = 9999;

// outbox: `row` is the order of making. `header` and `sealed` are the record's bytes as signed;
// `sealed` is NULL once erased. `stream` is repeated in each row so that a row proves itself by
// its signature even where the rest of the database is gone. state: OutboxState. `keep`: the
// body is for this studio too and stays after the county has it safe. `acked`: the county has
// had it under this place at least once, so its place never changes again.
//
// The partial indexes keep picking a batch, and everything else on the way of a confirmed
// request, at the cost of an empty outbox however many rows there are; the tally is kept by
// triggers, so no summary ever counts rows.
constexpr const char* kStep1 = R"sql(
CREATE TABLE stream (
  row INTEGER PRIMARY KEY,
  stream BLOB NOT NULL UNIQUE,
  succeeds BLOB,
  old_seq INTEGER NOT NULL,
  old_digest BLOB NOT NULL,
  seq INTEGER NOT NULL,
  digest BLOB NOT NULL,
  county_count INTEGER NOT NULL DEFAULT 0
);

CREATE TABLE outbox (
  row INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE,
  kind INTEGER NOT NULL,
  urgent INTEGER NOT NULL,
  stream BLOB NOT NULL,
  seq INTEGER NOT NULL,
  previous BLOB NOT NULL,
  digest BLOB NOT NULL,
  key_id BLOB NOT NULL,
  signature BLOB NOT NULL,
  header BLOB NOT NULL,
  sealed BLOB,
  keep INTEGER NOT NULL,
  state INTEGER NOT NULL,
  acked INTEGER NOT NULL DEFAULT 0,
  withdrawn INTEGER NOT NULL DEFAULT 0,
  reason TEXT,
  serial INTEGER,
  receipt TEXT,
  reading_key BLOB,
  made_at INTEGER NOT NULL,
  received_at INTEGER NOT NULL DEFAULT 0,
  UNIQUE (stream, seq)
);
CREATE INDEX outbox_waiting ON outbox (urgent DESC, row) WHERE state = 0;
CREATE INDEX outbox_stored ON outbox (serial) WHERE state = 1;
CREATE UNIQUE INDEX outbox_receipt ON outbox (receipt) WHERE receipt IS NOT NULL;

CREATE TABLE tally (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  waiting INTEGER NOT NULL,
  waiting_requests INTEGER NOT NULL,
  set_aside INTEGER NOT NULL
);
INSERT INTO tally VALUES (1, 0, 0, 0);
CREATE TRIGGER outbox_added AFTER INSERT ON outbox BEGIN
  UPDATE tally SET
    waiting = waiting + (NEW.state = 0),
    waiting_requests = waiting_requests
      + (NEW.state = 0 AND NEW.receipt IS NOT NULL AND NEW.withdrawn = 0),
    set_aside = set_aside + (NEW.state = 3);
END;
CREATE TRIGGER outbox_changed AFTER UPDATE OF state, withdrawn ON outbox BEGIN
  UPDATE tally SET
    waiting = waiting + (NEW.state = 0) - (OLD.state = 0),
    waiting_requests = waiting_requests
      + (NEW.state = 0 AND NEW.receipt IS NOT NULL AND NEW.withdrawn = 0)
      - (OLD.state = 0 AND OLD.receipt IS NOT NULL AND OLD.withdrawn = 0),
    set_aside = set_aside + (NEW.state = 3) - (OLD.state = 3);
END;

-- What the county last said of itself.
CREATE TABLE county (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  ledger BLOB,
  safe_serial INTEGER NOT NULL,
  offset_ms INTEGER
);
INSERT INTO county VALUES (1, NULL, 0, NULL);

-- The feed as applied, and a newer generation being built beside it.
CREATE TABLE feed (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  generation BLOB NOT NULL,
  cursor TEXT NOT NULL,
  as_of INTEGER NOT NULL,
  next_generation BLOB,
  next_cursor TEXT NOT NULL DEFAULT ''
);
INSERT INTO feed VALUES (1, zeroblob(16), '', 0, NULL, '');
CREATE TABLE entity (
  generation BLOB NOT NULL,
  kind TEXT NOT NULL,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  body TEXT NOT NULL,
  PRIMARY KEY (generation, kind, id)
) WITHOUT ROWID;

-- Files put aside as unreadable whose records have been taken over.
CREATE TABLE salvaged (name TEXT PRIMARY KEY) WITHOUT ROWID;
)sql";

// attachment: a file that a record's header names; `bytes` of it, encrypted. state:
// AttachmentState. A record that is set aside takes its attachments with it, so that the oldest
// waiting one is always one that may go up once no record waits.
constexpr const char* kStep2 = R"sql(
CREATE TABLE attachment (
  row INTEGER PRIMARY KEY,
  digest BLOB NOT NULL UNIQUE,
  record INTEGER NOT NULL REFERENCES outbox (row),
  bytes INTEGER NOT NULL,
  state INTEGER NOT NULL,
  serial INTEGER,
  reason TEXT
);
CREATE INDEX attachment_record ON attachment (record);
CREATE INDEX attachment_waiting ON attachment (row) WHERE state = 0;
CREATE INDEX attachment_stored ON attachment (serial) WHERE state = 1;
)sql";

// What members and managers do about duty. Tables have their rows by rowid where a damaged
// database must give them back (store/files/salvage_duty.h): live codes, PIN locks and trusted
// keys.
//
// entity_day: a month's roster is read at the cost of that month. coming: who came and went as it
// was recorded here; `out_ms` 0: is in. live_code: nonces of codes that were used here. handover:
// the newest left here (sealed since step 11). pending_change:
// asked for here and not yet settled by the feed; `acked_ms`: county time of the ack that stored
// its record, 0 before. trust: the county's signing keys as the feed told them, signed by this
// terminal.
constexpr const char* kStep3 = R"sql(
CREATE INDEX entity_day ON entity
  (generation, kind, CASE WHEN json_valid(body) THEN json_extract(body, '$.date') END);

CREATE TABLE coming (
  row INTEGER PRIMARY KEY,
  shift TEXT NOT NULL,
  member TEXT NOT NULL,
  studio INTEGER NOT NULL,
  date TEXT NOT NULL,
  in_ms INTEGER NOT NULL,
  out_ms INTEGER NOT NULL,
  stand_in_for TEXT NOT NULL,
  record BLOB NOT NULL
);
CREATE INDEX coming_date ON coming (date);
CREATE INDEX coming_open ON coming (member, row) WHERE out_ms = 0;

CREATE TABLE live_code (
  nonce BLOB NOT NULL UNIQUE,
  until_s INTEGER NOT NULL
);
CREATE INDEX live_code_until ON live_code (until_s);

CREATE TABLE handover (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  record BLOB NOT NULL,
  body TEXT NOT NULL,
  made_at INTEGER NOT NULL,
  confirmed INTEGER NOT NULL
);

CREATE TABLE pending_change (
  row INTEGER PRIMARY KEY,
  record BLOB NOT NULL UNIQUE,
  body TEXT NOT NULL,
  made_at INTEGER NOT NULL,
  acked_ms INTEGER NOT NULL DEFAULT 0
);

CREATE TABLE pin_lock (
  member TEXT NOT NULL UNIQUE,
  failures INTEGER NOT NULL,
  wait_ms INTEGER NOT NULL,
  since_ms INTEGER NOT NULL,
  boot BLOB NOT NULL
);

CREATE TABLE trust (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  keys BLOB NOT NULL,
  signature BLOB NOT NULL
);
)sql";

// `refused`: why a change was not applied; it stays until somebody has read it.
constexpr const char* kStep4 = R"sql(
ALTER TABLE pending_change ADD COLUMN refused TEXT NOT NULL DEFAULT '';
)sql";

// `heard_ms`: county time of the newest ack, by which an answer that was carried is known to be
// old.
constexpr const char* kStep5 = R"sql(
ALTER TABLE county ADD COLUMN heard_ms INTEGER NOT NULL DEFAULT 0;
)sql";

// What was set aside is listed at the cost of itself.
constexpr const char* kStep6 = R"sql(
CREATE INDEX outbox_set_aside ON outbox (row) WHERE state = 3;
CREATE INDEX attachment_set_aside ON attachment (row) WHERE state = 3;
)sql";

// What people ask and say of their matters. code_lock: by rowid, to be given back like a PIN lock;
// `touched_ms`: county time of its last try. said: that a record rated a round of a number, or
// said whether a wish came (its round below 0: SaidHere), not what it says. wish_act: claims and
// grants made here that the feed has not settled; act: WishAct; `acked_ms` as of pending_change;
// `lost_ms`: county time when it came to nothing, 0 before.
constexpr const char* kStep7 = R"sql(
CREATE TABLE code_lock (
  number TEXT NOT NULL UNIQUE,
  failures INTEGER NOT NULL,
  wait_ms INTEGER NOT NULL,
  since_ms INTEGER NOT NULL,
  boot BLOB NOT NULL,
  touched_ms INTEGER NOT NULL
);
CREATE INDEX code_lock_touched ON code_lock (touched_ms);

CREATE TABLE said (
  record BLOB NOT NULL UNIQUE,
  receipt TEXT NOT NULL,
  round INTEGER NOT NULL
);
CREATE INDEX said_receipt ON said (receipt, round);

CREATE TABLE wish_act (
  record BLOB NOT NULL UNIQUE,
  act INTEGER NOT NULL,
  wish TEXT NOT NULL,
  member TEXT NOT NULL,
  member_name TEXT NOT NULL,
  made_at INTEGER NOT NULL,
  acked_ms INTEGER NOT NULL DEFAULT 0,
  lost_ms INTEGER NOT NULL DEFAULT 0
);
)sql";

// 外出走访: when they last went out to people's doors, and when they last came back.
constexpr const char* kStep8 = R"sql(
ALTER TABLE coming ADD COLUMN visit_ms INTEGER NOT NULL DEFAULT 0;
ALTER TABLE coming ADD COLUMN back_ms INTEGER NOT NULL DEFAULT 0;
)sql";

// Why what is set aside is so (Refusal), by id or digest. Without a rowid, so that what salvages
// rows by their number of columns does not see it.
constexpr const char* kStep9 = R"sql(
CREATE TABLE refusal (
  of BLOB NOT NULL PRIMARY KEY,
  code TEXT NOT NULL
) WITHOUT ROWID;
)sql";

// known_time: what the county said last of the time and what is over for sure, signed by this
// terminal (store/rows/kept_times.h). An offset alone does not say which clock it was measured
// against. revocation_mark: that none of the revocations is missing (store/rows/revocation_mark.h);
// empty: nobody has looked yet.
constexpr const char* kStep10 = R"sql(
CREATE TABLE known_time (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  times BLOB NOT NULL,
  signature BLOB NOT NULL
);
CREATE TABLE revocation_mark (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  digest BLOB NOT NULL,
  signature BLOB NOT NULL
);
INSERT INTO revocation_mark VALUES (1, x'', x'');
ALTER TABLE county DROP COLUMN offset_ms;
)sql";

// A handover is sealed to the studio's key. One that was left in clear goes: the county has it.
// pin_count: how often PINs were tried here, ever (shared/record/pin_count.h).
constexpr const char* kStep11 = R"sql(
DROP TABLE handover;
CREATE TABLE handover (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  record BLOB NOT NULL,
  member TEXT NOT NULL,
  shift TEXT NOT NULL,
  date TEXT NOT NULL,
  sealed BLOB NOT NULL,
  made_at INTEGER NOT NULL,
  confirmed INTEGER NOT NULL
);
CREATE TABLE pin_count (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  tries INTEGER NOT NULL
);
INSERT INTO pin_count VALUES (1, 0);
)sql";

// Shifts that the county took off the roster (store/rows/removed_shifts.h).
constexpr const char* kStep12 = R"sql(
CREATE TABLE removed_shift (
  id TEXT NOT NULL PRIMARY KEY,
  version INTEGER NOT NULL,
  date TEXT NOT NULL,
  body TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX removed_shift_date ON removed_shift (date);
)sql";

// What members are in the middle of writing at their desks (store/rows/desk_drafts.h). Without a
// rowid, as refusal: a damaged database gives none back.
constexpr const char* kStep13 = R"sql(
CREATE TABLE desk_draft (
  mark TEXT NOT NULL PRIMARY KEY,
  sealed BLOB NOT NULL,
  made_at INTEGER NOT NULL
) WITHOUT ROWID;
)sql";

// What members wrote up here and the feed does not tell of yet (store/rows/own_deeds.h). As
// desk_draft; the record itself is given back.
constexpr const char* kStep14 = R"sql(
CREATE TABLE own_deed (
  record BLOB NOT NULL PRIMARY KEY,
  sealed BLOB NOT NULL
) WITHOUT ROWID;
)sql";

// One for the next shift, those before for the duty sheet (store/rows/handovers.h). Why somebody
// asked for leave is no longer kept in the clear.
constexpr const char* kStep15 = R"sql(
ALTER TABLE handover RENAME TO handover_before;
CREATE TABLE handover (
  row INTEGER PRIMARY KEY,
  record BLOB NOT NULL UNIQUE,
  member TEXT NOT NULL,
  shift TEXT NOT NULL,
  date TEXT NOT NULL,
  sealed BLOB NOT NULL,
  made_at INTEGER NOT NULL,
  confirmed INTEGER NOT NULL
);
CREATE INDEX handover_made ON handover (made_at);
INSERT INTO handover (record, member, shift, date, sealed, made_at, confirmed)
  SELECT record, member, shift, date, sealed, made_at, confirmed FROM handover_before;
DROP TABLE handover_before;
UPDATE pending_change SET body = json_remove(body, '$.reason');
)sql";

// What members answered to requests here (store/rows/member_replies.h). As desk_draft; the record
// itself is given back. outbox_readable: the requests that members may read, at the cost of these.
constexpr const char* kStep16 = R"sql(
CREATE TABLE member_reply (
  record BLOB NOT NULL PRIMARY KEY,
  receipt TEXT NOT NULL,
  for_slip BLOB NOT NULL,
  for_desk BLOB NOT NULL,
  made_at INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX member_reply_receipt ON member_reply (receipt, made_at);
CREATE INDEX outbox_readable ON outbox (row) WHERE kind = 1 AND keep = 1;
)sql";

// The photos and voice messages of what members are in the middle of writing, by the mark of their
// draft (store/outbox/attachments.h). As desk_draft.
constexpr const char* kStep17 = R"sql(
CREATE TABLE draft_file (
  digest BLOB NOT NULL PRIMARY KEY,
  mark TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX draft_file_mark ON draft_file (mark);
)sql";

// outbox_written: what members wrote that the studio reads (acts/ledger_reading.h).
constexpr const char* kStep18 = R"sql(
CREATE INDEX outbox_written ON outbox (row) WHERE kind IN (3, 6) AND keep = 1;
)sql";

constexpr std::array kSteps = {kStep1,  kStep2,  kStep3,  kStep4,  kStep5,  kStep6,
                               kStep7,  kStep8,  kStep9,  kStep10, kStep11, kStep12,
                               kStep13, kStep14, kStep15, kStep16, kStep17, kStep18};
static_assert(kSteps.size() == kSchemaVersion);

tl::unexpected<Error> Newer(std::int64_t version) {
  return Fail(ErrorKind::kUnsupported, "the database was made by a newer program (schema " +
                                           std::to_string(version) + ", this program knows " +
                                           std::to_string(kSchemaVersion) + ")");
}

std::int64_t ReadPragma(Connection& connection, const char* sql) {
  Query query(connection, sql);
  return query.Step() ? query.Int(0) : 0;
}

}  // namespace

Result<bool> CheckSchemaVersion(const std::filesystem::path& folder) {
  // The SQLite file format, §1.3: user_version at 60, application_id at 68.
  std::ifstream file(folder / kDatabaseFile, std::ios::binary);
  Bytes header(100);
  if (!file.read(reinterpret_cast<char*>(header.data()), 100)) return true;
  if (!AsText(header).starts_with("SQLite format 3")) return true;
  ByteReader in(ByteView(header).subspan(60));
  const std::uint32_t version = in.U32();
  in.U32();
  const std::uint32_t application = in.U32();
  if (application == kApplicationId && version > kSchemaVersion && version <= kHighestPlausible) {
    return Newer(version);
  }
  return true;
}

Result<bool> Migrate(Connection& connection) {
  const std::int64_t version = ReadPragma(connection, "PRAGMA user_version");
  if (version > kSchemaVersion) return Newer(version);
  if (version == kSchemaVersion) return true;
  for (auto step = static_cast<std::size_t>(version); step < kSteps.size(); ++step) {
    Change change(connection);
    connection.Exec(kSteps[step]);
    connection.Exec(("PRAGMA user_version = " + std::to_string(step + 1)).c_str());
    connection.Exec(("PRAGMA application_id = " + std::to_string(kApplicationId)).c_str());
    change.Commit();
  }
  // So that the file's own header tells the version to whoever looks before opening.
  connection.Exec("PRAGMA wal_checkpoint(TRUNCATE)");
  return true;
}

bool HasAllTables(Connection& connection) {
  return ReadPragma(connection,
                    "SELECT count(*) FROM sqlite_schema WHERE name IN ('stream', 'outbox', "
                    "'outbox_waiting', 'outbox_stored', 'outbox_receipt', 'tally', "
                    "'outbox_added', 'outbox_changed', 'county', 'feed', 'entity', "
                    "'salvaged', 'attachment', 'attachment_record', 'attachment_waiting', "
                    "'attachment_stored', 'outbox_set_aside', 'attachment_set_aside', "
                    "'entity_day', 'coming', 'coming_date', 'coming_open', "
                    "'live_code', 'live_code_until', 'handover', 'handover_made', "
                    "'pending_change', 'pin_lock', "
                    "'trust', 'code_lock', 'code_lock_touched', 'said', 'said_receipt', "
                    "'wish_act', 'refusal', 'known_time', 'revocation_mark', 'pin_count', "
                    "'removed_shift', 'removed_shift_date', 'desk_draft', 'own_deed', "
                    "'member_reply', 'member_reply_receipt', 'outbox_readable', "
                    "'draft_file', 'draft_file_mark', 'outbox_written')") == 48 &&
         ReadPragma(connection,
                    "SELECT (SELECT count(*) FROM tally) + (SELECT count(*) FROM county) + "
                    "(SELECT count(*) FROM feed)") == 3;
}

}  // namespace studio
