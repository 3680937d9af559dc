#include "store/rows/kept_times.h"

#include "store/rows/tables.h"

namespace studio {
namespace {

constexpr std::string_view kKnownTimeContext = "ms.known-time.v1";  // leaves this terminal never
constexpr const char* kReadTimes = "SELECT times, signature FROM known_time";
constexpr const char* kWriteTimes =
    "INSERT OR REPLACE INTO known_time (one, times, signature) VALUES (1, ?, ?)";
constexpr const char* kHeardOfAcks = "SELECT heard_ms FROM county";

void PutTime(ByteWriter& out, const BoundTime& time) {
  out.Raw(time.boot.bytes);
  out.I64(time.county_ms);
  out.I64(time.at.wall_ms);
  out.I64(time.at.monotonic_ms);
}

BoundTime TakeTime(ByteReader& in) {
  BoundTime time;
  time.boot = Uuid{in.Array<16>()};
  time.county_ms = in.I64();
  time.at.wall_ms = in.I64();
  time.at.monotonic_ms = in.I64();
  return time;
}

}  // namespace

std::optional<KnownTimes> ProveKeptTimes(ByteView times, ByteView signature,
                                         const VerifyKey& terminal_key) {
  const auto signed_by = ToArray<64>(std::optional(Bytes(signature.begin(), signature.end())));
  if (!signed_by || !terminal_key.Verify(kKnownTimeContext, times, *signed_by)) return std::nullopt;
  ByteReader in(times);
  KnownTimes known;
  known.heard = TakeTime(in);
  known.passed = TakeTime(in);
  if (!in.AtEnd()) return std::nullopt;
  return known;
}

KnownTimes KeptTimes::Read() {
  Query query(connection_, kReadTimes);
  if (!query.Step()) return {};
  return ProveKeptTimes(query.Blob(0), query.Blob(1), terminal_key_.Public())
      .value_or(KnownTimes{});
}

void KeptTimes::Keep(const KnownTime& time, const Moment& now) {
  KnownTimes times = Read();
  if (const auto heard = time.heard()) times.heard = *heard;
  const BoundTime passed = time.PassedAt(now);
  if (passed.county_ms > times.passed.county_ms) times.passed = passed;
  if (times.heard.county_ms != 0 || times.passed.county_ms != 0) Write(times);
}

void KeptTimes::Merge(const KnownTimes& other) {
  KnownTimes times = Read();
  if (other.heard.county_ms > times.heard.county_ms) times.heard = other.heard;
  if (other.passed.county_ms > times.passed.county_ms) times.passed = other.passed;
  Write(times);
}

void KeptTimes::Write(const KnownTimes& times) {
  ByteWriter out;
  PutTime(out, times.heard);
  PutTime(out, times.passed);
  const Bytes bytes = out.Take();
  const Signature signature = terminal_key_.Sign(kKnownTimeContext, bytes);
  Query(connection_, kWriteTimes).Add(ByteView(bytes)).Add(ByteView(signature)).Run();
}

void RecallTime(Tables& tables, KnownTime& time) {
  const KnownTimes kept = tables.kept_times.Read();
  if (kept.heard.county_ms != 0) time.RecallHeard(kept.heard);
  if (kept.passed.county_ms != 0) time.RecallPassed(kept.passed);
  time.RecallPassed(tables.registry.AsOfMs());
  time.RecallPassed(tables.trusted_keys.AsOfMs());
  Query heard(*tables.connection, kHeardOfAcks);
  if (heard.Step()) time.RecallPassed(heard.Int(0));
}

}  // namespace studio
