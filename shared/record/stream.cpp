#include "shared/record/stream.h"

namespace studio {
namespace {

Bytes Signed(const Digest& digest, const Place& place) {
  ByteWriter out;
  out.Raw(digest);
  out.Raw(place.stream.bytes);
  out.U64(place.seq);
  out.Raw(place.previous);
  return out.Take();
}

}  // namespace

void Encode(const StreamOpening& opening, ByteWriter& out) {
  const StreamHead old_head = opening.succeeds ? opening.old_head : StreamHead{};
  out.Raw(opening.stream.bytes);
  out.U32(opening.terminal);
  out.U8(opening.succeeds ? 1 : 0);
  out.Raw(opening.succeeds.value_or(Uuid{}).bytes);
  out.U64(old_head.seq);
  out.Raw(old_head.digest);
}

StreamOpening DecodeStreamOpening(ByteReader& in) {
  StreamOpening opening;
  opening.stream.bytes = in.Array<16>();
  opening.terminal = in.U32();
  const std::uint8_t succeeds = in.U8();
  const Uuid old_stream{in.Array<16>()};
  opening.old_head.seq = in.U64();
  opening.old_head.digest = in.Array<32>();
  if (succeeds == 1) {
    opening.succeeds = old_stream;
  } else if (succeeds != 0 || old_stream != Uuid{} || opening.old_head != StreamHead{}) {
    in.Refuse();
  }
  return opening;
}

Digest StreamOpening::FirstPrevious() const {
  ByteWriter out;
  Encode(*this, out);
  return HashOf("ms.stream.v1", out.Take());
}

SignedPlace SignPlace(const SigningKey& terminal_key, const Digest& digest, const Place& place) {
  return {place, terminal_key.Public().Id(),
          terminal_key.Sign(kPlaceContext, Signed(digest, place))};
}

bool VerifyPlace(const VerifyKey& terminal_key, const Digest& digest, const SignedPlace& place) {
  return place.key == terminal_key.Id() &&
         terminal_key.Verify(kPlaceContext, Signed(digest, place.place), place.signature);
}

}  // namespace studio
