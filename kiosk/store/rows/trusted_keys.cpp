#include "store/rows/trusted_keys.h"

#include "shared/feed/entities.h"

namespace studio {
namespace {

constexpr std::string_view kTrustContext = "ms.trust.v1";  // leaves this terminal never
constexpr std::size_t kMostKeys = 16;
constexpr const char* kReadTrustedKey = "SELECT keys, signature FROM trust";
constexpr const char* kWrite =
    "INSERT OR REPLACE INTO trust (one, keys, signature) VALUES (1, ?, ?)";

Bytes Encode(const TrustList& list) {
  ByteWriter out;
  out.I64(list.as_of_ms);
  out.U8(static_cast<std::uint8_t>(list.keys.size()));
  for (const VerifyKey& key : list.keys) out.Raw(key.bytes);
  return out.Take();
}

}  // namespace

std::optional<TrustList> ProveTrustList(ByteView keys, ByteView signature,
                                        const VerifyKey& terminal_key) {
  const auto signed_by = ToArray<64>(std::optional(Bytes(signature.begin(), signature.end())));
  if (!signed_by || !terminal_key.Verify(kTrustContext, keys, *signed_by)) return std::nullopt;
  ByteReader in(keys);
  TrustList list;
  list.as_of_ms = in.I64();
  const std::size_t count = in.U8();
  for (std::size_t i = 0; i < count && in.ok(); ++i) list.keys.push_back({in.Array<32>()});
  if (!in.AtEnd() || list.keys.empty()) return std::nullopt;
  return list;
}

std::optional<TrustList> TrustedKeys::Read() {
  Query query(connection_, kReadTrustedKey);
  if (!query.Step()) return std::nullopt;
  return ProveTrustList(query.Blob(0), query.Blob(1), terminal_key_.Public());
}

std::vector<VerifyKey> TrustedKeys::Now() {
  auto list = Read();
  return list ? std::move(list->keys) : std::vector<VerifyKey>{enrolment_};
}

std::int64_t TrustedKeys::AsOfMs() {
  const auto list = Read();
  return list ? list->as_of_ms : 0;
}

void TrustedKeys::Learn(const FeedPage& page) {
  for (const FeedChange& change : page.changes) {
    if (change.kind != "county" || change.deleted) continue;
    auto county = CountyFromJson(change.body);
    if (!county || county->signing_keys.empty()) continue;
    if (county->signing_keys.size() > kMostKeys) county->signing_keys.resize(kMostKeys);
    if (county->signing_keys != Now()) {
      Keep({page.county_time_ms, std::move(county->signing_keys)});
    }
  }
}

void TrustedKeys::Keep(const TrustList& list) {
  const Bytes keys = Encode(list);
  const Signature signature = terminal_key_.Sign(kTrustContext, keys);
  Query(connection_, kWrite).Add(ByteView(keys)).Add(ByteView(signature)).Run();
}

}  // namespace studio
