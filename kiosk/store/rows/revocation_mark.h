// Whether the revocations and keys in use are all that the county published: a digest of them,
// signed by the terminal when a page has been applied whole. Where it does not fit, something was
// lost, taken away or put back: no badge is judged, and the feed is read from its beginning. Store
// thread; throws SQLite::Exception.
#pragma once

#include <optional>

#include "shared/base/digest.h"
#include "shared/base/keys.h"
#include "shared/feed/feed.h"
#include "store/rows/duty_registry.h"
#include "store/rows/registry.h"

namespace studio {

class RevocationMark {
 public:
  RevocationMark(Connection& connection, Registry& registry, const SigningKey& terminal_key)
      : connection_(connection), registry_(registry), terminal_key_(terminal_key) {}

  bool Whole();
  // Unless they are whole or being read anew. True where they are read anew from now on. A database
  // that has never had a mark gets one.
  bool ReadAnewIfBroken();
  // Within the transaction that applied the page, to revocations that were whole or read anew.
  void Applied(const FeedPage& page);

 private:
  enum class State { kUnmarked, kWhole, kReadAnew, kBroken };
  State Look();
  Digest Now();
  void Keep(const Digest& digest);

  Connection& connection_;
  Registry& registry_;
  const SigningKey& terminal_key_;
};

}  // namespace studio
