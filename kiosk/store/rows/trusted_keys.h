// The county's signing keys that this terminal trusts: those of the newest list that came in a
// page signed by a key it trusted, and before any list the one from enrolment. Kept signed by the
// terminal, so that the list proves itself where its database is damaged. Store thread; throws
// SQLite::Exception.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "shared/base/keys.h"
#include "shared/feed/feed.h"
#include "store/base/connection.h"

namespace studio {

// As stored: "keys" is as_of_ms i64 | n u8 | n keys of 32 bytes.
struct TrustList {
  std::int64_t as_of_ms = 0;  // county time of the page that brought it
  std::vector<VerifyKey> keys;
};

class TrustedKeys {
 public:
  TrustedKeys(Connection& connection, const SigningKey& terminal_key, const VerifyKey& enrolment)
      : connection_(connection), terminal_key_(terminal_key), enrolment_(enrolment) {}

  // Never empty.
  std::vector<VerifyKey> Now();
  std::int64_t AsOfMs();  // of the list in use; 0: the enrolment's
  // Within the caller's transaction: takes up the list of a verified page that brings one.
  void Learn(const FeedPage& page);
  void Keep(const TrustList& list);

 private:
  std::optional<TrustList> Read();

  Connection& connection_;
  const SigningKey& terminal_key_;
  VerifyKey enrolment_;
};

// nullopt where this terminal did not sign it.
std::optional<TrustList> ProveTrustList(ByteView keys, ByteView signature,
                                        const VerifyKey& terminal_key);

}  // namespace studio
