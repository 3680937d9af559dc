#include "shared/exchange/batch.h"

#include <cstdlib>

namespace studio {
namespace {

constexpr std::string_view kBatchMagic = "MSB1";
constexpr std::uint8_t kHasBody = 0x01;
constexpr std::size_t kPlaceBytes = 16 + 8 + 32 + 8 + 64;

void Write(const SignedPlace& place, ByteWriter& out) {
  out.Raw(place.place.stream.bytes);
  out.U64(place.place.seq);
  out.Raw(place.place.previous);
  out.Raw(place.key);
  out.Raw(place.signature);
}

SignedPlace ReadPlace(ByteReader& in) {
  SignedPlace place;
  place.place.stream.bytes = in.Array<16>();
  place.place.seq = in.U64();
  place.place.previous = in.Array<32>();
  place.key = in.Array<8>();
  place.signature = in.Array<64>();
  return place;
}

BatchEntry ReadEntry(ByteReader& in) {
  BatchEntry entry;
  const ByteView header = in.Sized16();
  entry.header.assign(header.begin(), header.end());
  entry.place = ReadPlace(in);
  const std::uint8_t flags = in.U8();
  if ((flags & ~kHasBody) != 0) in.Refuse();
  if (flags == kHasBody) {
    const ByteView sealed = in.Sized32();
    entry.sealed.emplace(sealed.begin(), sealed.end());
  }
  return entry;
}

}  // namespace

std::size_t BatchEntry::EncodedSize() const {
  return 2 + header.size() + kPlaceBytes + 1 + (sealed ? 4 + sealed->size() : 0);
}

Bytes Encode(const Batch& batch) {
  if (batch.entries.size() > kMaxBatchRecords) std::abort();
  ByteWriter out;
  out.Raw(AsBytes(kBatchMagic));
  out.U32(batch.terminal);
  Encode(batch.opening, out);
  out.U64(batch.head.seq);
  out.Raw(batch.head.digest);
  out.U16(static_cast<std::uint16_t>(batch.entries.size()));
  for (const BatchEntry& entry : batch.entries) {
    out.Sized16(entry.header);
    Write(entry.place, out);
    out.U8(entry.sealed ? kHasBody : 0);
    if (entry.sealed) out.Sized32(*entry.sealed);
  }
  return out.Take();
}

Result<Batch> DecodeBatch(ByteView bytes) {
  if (bytes.size() > kMaxBatchBytes) return Fail(ErrorKind::kMalformed, "batch: over 4 MiB");
  ByteReader in(bytes);
  if (AsText(in.Raw(kBatchMagic.size())) != kBatchMagic) {
    return Fail(ErrorKind::kMalformed, "batch: no magic");
  }
  Batch batch;
  batch.terminal = in.U32();
  batch.opening = DecodeStreamOpening(in);
  batch.head.seq = in.U64();
  batch.head.digest = in.Array<32>();
  const std::uint16_t count = in.U16();
  if (count > kMaxBatchRecords) return Fail(ErrorKind::kMalformed, "batch: over 500 records");
  for (std::uint16_t i = 0; in.ok() && i < count; ++i) batch.entries.push_back(ReadEntry(in));
  if (!in.AtEnd()) return Fail(ErrorKind::kMalformed, "batch: wrong fields or length");
  return batch;
}

}  // namespace studio
