// The county's ledger: every SQL statement of the county stands behind this class (ledger.cpp,
// ledger_attachments.cpp, ledger_cases.cpp, ledger_fleet.cpp, ledger_records.cpp, ledger_feed.cpp,
// ledger_topics.cpp, ledger_wishes.cpp, ledger_backup.cpp). It keeps and finds; what to keep is
// decided in intake and office.
//
// One connection, one thread at a time: Office guards it with a mutex. Other processes may have
// the same ledger open (WAL, busy timeout). Functions throw SQLite::Exception, a std::exception,
// when the disk or the database fails; the edges (http_surface, main) catch it, and what was
// inside Atomically() is then not kept.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/ledger/case_file.h"
#include "shared/base/result.h"
#include "shared/feed/feed.h"
#include "shared/feed/public_entities.h"
#include "shared/record/record.h"
#include "shared/record/stream.h"

namespace county {

using studio::Bytes;
using studio::ByteView;
using studio::Digest;
using studio::StudioId;
using studio::TerminalNumber;
using studio::Uuid;

struct LedgerConnection;

struct Terminal {
  TerminalNumber number = 0;
  StudioId studio = 0;
  studio::VerifyKey key;
  bool revoked = false;
};

struct IssuedCode {
  StudioId studio = 0;
  std::int64_t made_ms = 0;
  std::optional<TerminalNumber> terminal;  // who joined with it
};

struct KnownRecord {
  std::uint64_t serial = 0;
  Digest digest{};
  TerminalNumber terminal = 0;
};

struct ArrivedRecord {
  studio::RecordHeader header;
  Bytes header_bytes;
  Digest digest{};
  std::optional<Bytes> sealed;  // absent: withdrawn, and only its digest is kept
  studio::Place place;
  std::optional<Uuid> withdraws;
};

struct LedgerLine {
  std::uint64_t serial = 0;
  Bytes header;
  std::optional<Bytes> sealed;
  Uuid stream;
  std::uint64_t seq = 0;
  std::string outcome;  // as AddOutcome was told; empty: nothing
};

// A terminal and what it said last of how it is.
struct FleetLine {
  TerminalNumber terminal = 0;
  StudioId studio = 0;
  std::string enrolled_version;
  std::int64_t enrolled_ms = 0;
  bool revoked = false;
  std::optional<std::int64_t> heard_ms;  // by the county's clock; nullopt: never
  std::string heartbeat;                 // JSON as it came
};

// What somebody said on a topic. The words stand, sealed, in the record of that id, or in `sealed`
// where they came from a phone (sealed like a record of that id, kind opinion, terminal 0).
struct KeptOpinion {
  std::uint64_t id = 0;  // by arrival, from 1
  std::string topic;
  studio::Ballot ballot{};
  std::string origin;  // "screen", "phone", "member"
  std::string stance;
  std::int64_t at_ms = 0, arrived_ms = 0;
  bool counted = false;
  Uuid record;
  std::optional<Bytes> sealed;
  std::string published;  // what was made public of its words; empty: nothing
};

// A wish that came as a record, and its id on the wall once it hangs there.
struct KeptWish {
  Uuid record;
  std::optional<std::string> wish;
};

struct PublishedEntity {
  std::string id;
  std::string body;
};

struct KnownAttachment {
  std::uint64_t length = 0;  // 0: no upload has begun
  std::uint64_t received = 0;
  std::optional<std::uint64_t> serial;  // once whole
};

struct KnownStream {
  TerminalNumber terminal = 0;
  Uuid stream;
  std::uint64_t count = 0;
  studio::StreamHead head;
  bool clone = false;
  std::optional<studio::StreamOpening> opening;  // once a batch has announced it
};

struct FeedSlice {
  std::vector<studio::FeedChange> changes;
  std::uint64_t to = 0;
  bool more = false;
};

// Of bodies in one page: pictures travel there too, and a village line should not carry many
// megabytes before anything of them counts.
inline constexpr std::size_t kMaxPageBytes = 2 * 1024 * 1024;

class Ledger {
 public:
  // A new ledger with no entity, code or terminal. The file must not exist.
  static Ledger Create(const std::filesystem::path& file, std::string_view founding);
  // A ledger of an earlier version is brought to this one. Throws std::runtime_error where the
  // file is no ledger, or one of a later version.
  explicit Ledger(const std::filesystem::path& file);
  Ledger(Ledger&&) noexcept;
  ~Ledger();

  // One transaction, durable when this returns; rolled back when `work` throws.
  void Atomically(const std::function<void()>& work);

  // For a ledger that was put back to an earlier state: a new ledger id, so that terminals send
  // again what they still have, and a feed that begins anew above every cursor given out before.
  void BeginAnew(std::int64_t now_ms);

  std::string Founding() const;  // how it was founded: "plain", or the demo's name
  Uuid Id() const;               // a new one when it begins anew

  // Joining.
  void AddCode(const Digest& hash, StudioId studio, std::int64_t now_ms);
  std::optional<IssuedCode> FindCode(const Digest& hash) const;
  TerminalNumber AddTerminal(StudioId studio, const studio::VerifyKey& key,
                             std::string_view version, std::int64_t now_ms);
  void UseCode(const Digest& hash, TerminalNumber terminal);
  std::optional<Terminal> FindTerminal(TerminalNumber number) const;
  bool Revoke(TerminalNumber number);  // false: no such terminal
  std::size_t TerminalCount() const;
  // The newest of each terminal is kept.
  void KeepHeartbeat(TerminalNumber terminal, std::string_view heartbeat, std::int64_t now_ms);
  std::vector<FleetLine> Fleet() const;  // by number

  // Records.
  std::optional<KnownRecord> FindRecord(const Uuid& id) const;
  // Its serial. With its body it announces the attachments that its header names.
  std::uint64_t AddRecord(const ArrivedRecord& record, std::int64_t now_ms);
  // Keeps the digest of what was not taken, with the reason.
  void AddRefusal(const Digest& digest, const std::optional<Uuid>& id, TerminalNumber terminal,
                  std::string_view reason, std::int64_t now_ms);
  bool IsWithdrawn(const Uuid& id, TerminalNumber terminal) const;
  // Erases the body of that terminal's record, and its attachments unless another record names
  // them; its digest stays.
  void EraseBody(const Uuid& id, TerminalNumber terminal);
  // What taking it led to, for the listing.
  void AddOutcome(std::uint64_t serial, std::string_view outcome);
  std::uint64_t NewestSerial() const;  // of records and attachments, one sequence
  // Every arrival up to here is in a backup too; the newest serial before the first backup.
  std::uint64_t SafeSerial() const;
  std::vector<LedgerLine> Lines() const;  // by serial
  std::optional<LedgerLine> FindLine(const Uuid& id) const;

  // Cases, by receipt number.
  void PutCase(const CaseFile& file);  // in the place of the one with its number
  std::optional<CaseFile> FindCase(std::string_view number) const;
  std::optional<CaseFile> FindCaseOf(const Uuid& record) const;
  std::vector<CaseFile> Cases() const;                                   // by arrival
  std::vector<CaseFile> CasesThatJoined(std::string_view matter) const;  // likewise
  // Answered or confirmed, and nothing has happened since `ms`; those that hold something.
  std::vector<CaseFile> ClosedBefore(std::int64_t ms) const;
  void AddRating(std::string_view number, const RatingLine& rating);
  std::vector<RatingLine> Ratings(std::string_view number) const;  // by round
  void EraseRatings(std::string_view number);
  // The number of the case that leads a matter; each leads one at most.
  void PutMatter(std::string_view matter, std::string_view lead);
  void DeleteMatter(std::string_view matter);
  std::optional<std::string> LeadOf(std::string_view matter) const;
  std::optional<std::string> MatterLedBy(std::string_view number) const;

  // Attachments: known by terminal and digest, once a record has announced them. Their bytes are
  // part of the ledger, so that a backup has them too.
  std::optional<KnownAttachment> FindAttachment(TerminalNumber terminal,
                                                const Digest& digest) const;
  // Throws away what was received.
  void BeginAttachment(TerminalNumber terminal, const Digest& digest, std::uint64_t length);
  // After those that are there.
  void AddAttachmentBytes(TerminalNumber terminal, const Digest& digest, ByteView bytes);
  Bytes AttachmentBytes(TerminalNumber terminal, const Digest& digest) const;
  std::uint64_t FinishAttachment(TerminalNumber terminal, const Digest& digest);  // its serial

  // Streams.
  KnownStream FindStream(TerminalNumber terminal, const Uuid& stream) const;
  void AddOpening(const studio::StreamOpening& opening);
  // Where this terminal's other streams say that `stream` ended; nullopt: nothing succeeds it.
  std::optional<std::uint64_t> SucceededAt(TerminalNumber terminal, const Uuid& stream) const;
  enum class PlaceNews { kKnown, kNew, kFork };
  PlaceNews AddPlace(TerminalNumber terminal, const studio::Place& place, const Digest& digest);
  void FlagClone(TerminalNumber terminal, const Uuid& stream);
  std::vector<KnownStream> Streams() const;
  // Whether each place names the digest of the one before it.
  bool ChainWhole(const KnownStream& stream) const;

  // Feed. A cursor is the version of the newest change it covers.
  Uuid Generation() const;
  std::uint64_t FeedVersion() const;
  // Cursors below belong to a feed from before a restore.
  std::uint64_t FeedFloor() const;
  // audience: the one studio it is for, 0 for all.
  void PutEntity(std::string_view kind, std::string_view id, std::string_view body,
                 StudioId audience);
  void DeleteEntity(std::string_view kind, std::string_view id);
  // At most `limit` changes and kMaxPageBytes of bodies, though one at least.
  FeedSlice ChangesAfter(std::uint64_t version, StudioId studio, std::size_t limit) const;
  bool ChangedAfter(std::uint64_t version, StudioId studio) const;  // whether there are any
  std::optional<std::string> EntityBody(std::string_view kind, std::string_view id) const;
  std::vector<std::string> EntityBodies(std::string_view kind) const;
  std::vector<PublishedEntity> Entities(std::string_view kind) const;
  // Of its newest change; 0: there is none, or it was deleted.
  std::uint64_t EntityVersion(std::string_view kind, std::string_view id) const;
  // Notes that this day (since 1970) has begun; false where it was known.
  bool BeginDay(std::int64_t day);

  // Opinions.
  void AddOpinion(const KeptOpinion& opinion);  // its id and what is published are not looked at
  std::optional<std::string> DeleteOpinion(const Uuid& record);  // its topic, where there was one
  std::vector<KeptOpinion> Opinions() const;                     // by arrival
  std::optional<KeptOpinion> FindOpinion(std::uint64_t id) const;
  void NotePublished(std::uint64_t opinion, std::string_view text);
  // Of each ballot the newest that counts, under the origin of its first. Origins without are left
  // out.
  std::vector<studio::TopicCount> CountsOf(std::string_view topic) const;
  // When the newest that counts was said; nullopt: the ballot has not spoken yet.
  std::optional<std::int64_t> NewestOf(std::string_view topic, const studio::Ballot& ballot) const;
  // Arrived since then: ballots that phones began with, and what one ballot said.
  std::size_t FreshPhoneBallots(std::string_view topic, std::int64_t since_ms) const;
  std::size_t OpinionsOf(std::string_view topic, const studio::Ballot& ballot,
                         std::int64_t since_ms) const;

  // Wishes.
  void AddWish(const Uuid& record);
  void HangWish(const Uuid& record, std::string_view wish);
  void DeleteWish(const Uuid& record);
  std::optional<std::string> WishOfRecord(const Uuid& record) const;
  std::optional<Uuid> RecordOfWish(std::string_view wish) const;
  std::vector<KeptWish> Wishes() const;  // by arrival

  // Copies the ledger to `file`, which says in itself up to where it is safe, and only then
  // believes it here.
  studio::Result<std::uint64_t> BackUp(const std::filesystem::path& file);

 private:
  explicit Ledger(std::unique_ptr<LedgerConnection> connection);
  std::int64_t Number(const char* name) const;
  void SetNumber(const char* name, std::int64_t value);
  std::uint64_t NextFeedVersion();
  std::uint64_t NextSerial();
  void Announce(std::uint64_t record, TerminalNumber terminal,
                const std::vector<Digest>& attachments);
  void BringUpToDate();
  void AnnounceAll();

  std::unique_ptr<LedgerConnection> connection_;
};

// Puts a backup in the ledger's place, which is kept beside under a dated name. The result has a
// new ledger id and a new feed generation; terminals that joined or were revoked since the
// backup are carried over where the replaced ledger can still be read, and numbers are never
// given twice. Nothing else may have the ledger open. kMalformed: no backup of a county.
studio::Result<void> RestoreLedger(const std::filesystem::path& backup,
                                   const std::filesystem::path& ledger, std::int64_t now_ms);

}  // namespace county
