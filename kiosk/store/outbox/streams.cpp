#include "store/outbox/streams.h"

#include <sqlite3.h>

namespace studio {
namespace {

constexpr const char* kInsertStream =
    "INSERT INTO stream (stream, succeeds, old_seq, old_digest, seq, digest) "
    "VALUES (?, ?, ?, ?, ?, ?)";
constexpr const char* kCurrent =
    "SELECT stream, succeeds, old_seq, old_digest, seq, digest, county_count "
    "FROM stream ORDER BY row DESC LIMIT 1";
constexpr const char* kMoveHead = "UPDATE stream SET seq = ?, digest = ? WHERE stream = ?";
constexpr const char* kNoteCount = "UPDATE stream SET county_count = ? WHERE stream = ?";

}  // namespace

void Streams::BeginIfNone() {
  {
    Query query(connection_, kCurrent);
    if (query.Step()) return;
  }
  Begin(std::nullopt, {});
}

StreamState Streams::Current() {
  Query query(connection_, kCurrent);
  if (!query.Step()) throw SQLite::Exception("no stream", SQLITE_CORRUPT);
  StreamState state;
  state.opening.stream = query.Id(0);
  state.opening.terminal = terminal_;
  if (!query.IsNull(1)) state.opening.succeeds = query.Id(1);
  state.opening.old_head = {static_cast<std::uint64_t>(query.Int(2)), query.Array<32>(3)};
  state.head = {static_cast<std::uint64_t>(query.Int(4)), query.Array<32>(5)};
  state.county_count = static_cast<std::uint64_t>(query.Int(6));
  return state;
}

void Streams::Succeed(const StreamHead& county_head) {
  Begin(Current().opening.stream, county_head);
}

void Streams::Begin(std::optional<Uuid> succeeds, const StreamHead& old_head) {
  const StreamOpening opening{Uuid::Random(), terminal_, succeeds, old_head};
  Query(connection_, kInsertStream)
      .Add(opening.stream)
      .Add(succeeds)
      .Add(static_cast<std::int64_t>(old_head.seq))
      .Add(ByteView(old_head.digest))
      .Add(std::int64_t{0})
      .Add(ByteView(opening.FirstPrevious()))
      .Run();
}

SignedPlace Streams::Append(const Digest& digest) {
  const StreamState current = Current();
  const std::uint64_t seq = current.head.seq + 1;
  const SignedPlace place =
      SignPlace(key_, digest, {current.opening.stream, seq, current.head.digest});
  Query(connection_, kMoveHead)
      .Add(static_cast<std::int64_t>(seq))
      .Add(ByteView(digest))
      .Add(current.opening.stream)
      .Run();
  return place;
}

void Streams::NoteCountyCount(const Uuid& stream, std::uint64_t count) {
  Query(connection_, kNoteCount).Add(static_cast<std::int64_t>(count)).Add(stream).Run();
}

}  // namespace studio
