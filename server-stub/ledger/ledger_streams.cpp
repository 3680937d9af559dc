#include "server/ledger/ledger_streams.h"

#include "server/ledger/ledger_query.h"

namespace county {

namespace {

KnownStream ReadStream(const Query& row) {
  KnownStream known;
  known.terminal = row.Number(0);
  known.stream = row.Id(1);
  known.count = row.Count(2);
  known.head.seq = row.Count(3);
  if (!row.Null(4)) known.head.digest = row.Array<32>(4);
  known.clone = row.Int(5) != 0;
  if (row.Int(6) == 0) return known;
  studio::StreamOpening& opening = known.opening.emplace();
  opening.stream = known.stream;
  opening.terminal = known.terminal;
  if (!row.Null(7)) opening.succeeds = row.Id(7);
  opening.old_head = {row.Count(8), row.Array<32>(9)};
  return known;
}

}  // namespace

KnownStream StreamLedger::FindStream(TerminalNumber terminal, const Uuid& stream) const {
  Query query(*database_,
              "SELECT terminal, stream, count, head_seq, head_digest, clone, opened, succeeds,"
              " old_seq, old_digest FROM streams WHERE terminal = ? AND stream = ?",
              terminal, stream);
  if (query.Next()) return ReadStream(query);
  KnownStream unknown;
  unknown.terminal = terminal;
  unknown.stream = stream;
  return unknown;
}

std::vector<KnownStream> StreamLedger::Streams() const {
  std::vector<KnownStream> streams;
  Query query(*database_,
              "SELECT terminal, stream, count, head_seq, head_digest, clone, opened, succeeds,"
              " old_seq, old_digest FROM streams ORDER BY terminal, stream");
  while (query.Next()) streams.push_back(ReadStream(query));
  return streams;
}

void StreamLedger::AddOpening(const studio::StreamOpening& opening) {
  Query(*database_,
        "INSERT INTO streams (terminal, stream, opened, succeeds, old_seq, old_digest)"
        " VALUES (?, ?, 1, ?, ?, ?) ON CONFLICT (terminal, stream) DO UPDATE SET opened = 1,"
        " succeeds = excluded.succeeds, old_seq = excluded.old_seq,"
        " old_digest = excluded.old_digest WHERE streams.opened = 0",
        opening.terminal, opening.stream, opening.succeeds, opening.old_head.seq,
        opening.old_head.digest)
      .Run();
}

std::optional<std::uint64_t> StreamLedger::SucceededAt(TerminalNumber terminal,
                                                       const Uuid& stream) const {
  Query query(*database_,
              "SELECT max(old_seq) FROM streams WHERE terminal = ? AND succeeds = ?"
              " AND stream <> succeeds",
              terminal, stream);
  if (!query.Next() || query.Null(0)) return std::nullopt;
  return query.Count(0);
}

StreamLedger::PlaceNews StreamLedger::AddPlace(TerminalNumber terminal, const studio::Place& place,
                                               const Digest& digest) {
  bool taken = false;
  {
    Query query(*database_,
                "SELECT digest FROM places WHERE terminal = ? AND stream = ? AND seq = ?", terminal,
                place.stream, place.seq);
    while (query.Next()) {
      if (query.Array<32>(0) == digest) return PlaceNews::kKnown;
      taken = true;
    }
  }
  Query(*database_,
        "INSERT INTO places (terminal, stream, seq, digest, previous) VALUES (?, ?, ?, ?, ?)",
        terminal, place.stream, place.seq, digest, place.previous)
      .Run();
  if (taken) return PlaceNews::kFork;
  Query(*database_,
        "INSERT INTO streams (terminal, stream, count, head_seq, head_digest)"
        " VALUES (?, ?, 1, ?, ?) ON CONFLICT (terminal, stream) DO UPDATE SET"
        " count = streams.count + 1,"
        " head_digest = CASE WHEN excluded.head_seq > streams.head_seq"
        " THEN excluded.head_digest ELSE streams.head_digest END,"
        " head_seq = CASE WHEN excluded.head_seq > streams.head_seq"
        " THEN excluded.head_seq ELSE streams.head_seq END",
        terminal, place.stream, place.seq, digest)
      .Run();
  return PlaceNews::kNew;
}

void StreamLedger::FlagClone(TerminalNumber terminal, const Uuid& stream) {
  Query(*database_, "UPDATE streams SET clone = 1 WHERE terminal = ? AND stream = ?", terminal,
        stream)
      .Run();
}

bool StreamLedger::ChainWhole(const KnownStream& stream) const {
  Query broken(*database_,
               "SELECT 1 FROM places AS p WHERE terminal = ? AND stream = ? AND seq > 1"
               " AND NOT EXISTS (SELECT 1 FROM places AS q WHERE q.terminal = p.terminal"
               " AND q.stream = p.stream AND q.seq = p.seq - 1 AND q.digest = p.previous) LIMIT 1",
               stream.terminal, stream.stream);
  if (broken.Next()) return false;
  if (!stream.opening) return stream.count == 0;
  Query first(*database_,
              "SELECT 1 FROM places WHERE terminal = ? AND stream = ? AND seq = 1"
              " AND previous <> ? LIMIT 1",
              stream.terminal, stream.stream, stream.opening->FirstPrevious());
  return !first.Next();
}

}  // namespace county
