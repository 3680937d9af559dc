#include "store/rows/revocation_mark.h"

namespace studio {
namespace {

constexpr std::string_view kMarkContext = "ms.revocations.v1";  // leaves this terminal never
constexpr const char* kReadMark = "SELECT digest, signature FROM revocation_mark";
constexpr const char* kWriteMark =
    "INSERT OR REPLACE INTO revocation_mark (one, digest, signature) VALUES (1, ?, ?)";
constexpr const char* kRevocations =
    "SELECT id, body FROM entity WHERE generation = (SELECT generation FROM feed) AND kind = "
    "'revocation' ORDER BY id";
constexpr const char* kKeysInUse = "SELECT keys FROM trust";
constexpr Digest kReading{};  // none that a list has

}  // namespace

Digest RevocationMark::Now() {
  ByteWriter out;
  Query query(connection_, kRevocations);
  while (query.Step()) {
    for (const std::string& text : {query.Text(0), query.Text(1)}) {
      out.U32(static_cast<std::uint32_t>(text.size()));
      out.Raw(AsBytes(text));
    }
  }
  Query keys(connection_, kKeysInUse);
  if (keys.Step()) out.Raw(keys.Blob(0));
  return HashOf(kMarkContext, out.Take());
}

RevocationMark::State RevocationMark::Look() {
  std::optional<Digest> kept;
  {
    Query query(connection_, kReadMark);
    if (!query.Step()) return State::kBroken;
    const auto signature = ToArray<64>(std::optional(query.Blob(1)));
    const Bytes digest = query.Blob(0);
    if (digest.empty()) return State::kUnmarked;
    if (!signature || !terminal_key_.Public().Verify(kMarkContext, digest, *signature)) {
      return State::kBroken;
    }
    kept = ToArray<32>(std::optional(digest));
  }
  if (kept == kReading) return State::kReadAnew;
  return kept == Now() ? State::kWhole : State::kBroken;
}

bool RevocationMark::Whole() { return Look() == State::kWhole; }

bool RevocationMark::ReadAnewIfBroken() {
  const State state = Look();
  if (state == State::kUnmarked) Keep(Now());
  if (state != State::kBroken) return false;
  registry_.ReadAnew();
  Keep(kReading);
  return true;
}

void RevocationMark::Applied(const FeedPage& page) {
  const State state = Look();
  if (state == State::kWhole || (state == State::kReadAnew && page.more)) return;
  Keep(Now());
}

void RevocationMark::Keep(const Digest& digest) {
  const Signature signature = terminal_key_.Sign(kMarkContext, digest);
  Query(connection_, kWriteMark).Add(ByteView(digest)).Add(ByteView(signature)).Run();
}

}  // namespace studio
