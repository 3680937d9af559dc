// What a start without a line knows of the time: what the county said last, and what was over by
// then. Signed by the terminal, so that it proves itself where its database is damaged, and what is
// over only ever moves forward. Store thread; throws SQLite::Exception.
#pragma once

#include <optional>

#include "app/base/known_time.h"
#include "shared/base/keys.h"
#include "store/base/connection.h"

namespace studio {

struct Tables;

// As stored: two bound times (boot 16 | county i64 | wall i64 | monotonic i64), heard and passed; a
// county time of 0 is none.
struct KnownTimes {
  BoundTime heard, passed;
};

class KeptTimes {
 public:
  KeptTimes(Connection& connection, const SigningKey& terminal_key)
      : connection_(connection), terminal_key_(terminal_key) {}

  KnownTimes Read();  // zeros where nothing was written that this terminal signed
  void Keep(const KnownTime& time, const Moment& now);
  void Merge(const KnownTimes& other);  // the later of each

 private:
  void Write(const KnownTimes& times);

  Connection& connection_;
  const SigningKey& terminal_key_;
};

// nullopt where this terminal did not sign it.
std::optional<KnownTimes> ProveKeptTimes(ByteView times, ByteView signature,
                                         const VerifyKey& terminal_key);

// All that a database knows of the time: what was kept, and the county's word in feed, acks and
// keys.
void RecallTime(Tables& tables, KnownTime& time);

}  // namespace studio
