// The streams this terminal has numbered its records along; the newest is the one in use.
// Store thread; throws SQLite::Exception.
#pragma once

#include <cstdint>
#include <optional>

#include "shared/record/stream.h"
#include "store/base/connection.h"

namespace studio {

struct StreamState {
  StreamOpening opening;
  StreamHead head;
  std::uint64_t county_count = 0;  // records of it the county last said it has
};

class Streams {
 public:
  Streams(Connection& connection, TerminalNumber terminal, const SigningKey& key)
      : connection_(connection), terminal_(terminal), key_(key) {}

  // Begins the first stream of a new database.
  void BeginIfNone();
  // Begins another that succeeds none: how far the one before it came is not known any more.
  void BeginAnother() { Begin(std::nullopt, {}); }
  StreamState Current();
  // A new stream that names the one before it and that one's head as the county told it.
  void Succeed(const StreamHead& county_head);
  // Signs the next place for a record and moves the head. Within the caller's transaction.
  SignedPlace Append(const Digest& digest);
  void NoteCountyCount(const Uuid& stream, std::uint64_t count);

 private:
  void Begin(std::optional<Uuid> succeeds, const StreamHead& old_head);

  Connection& connection_;
  TerminalNumber terminal_;
  const SigningKey& key_;
};

}  // namespace studio
