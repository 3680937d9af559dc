// Order is evidence, not a gate. A terminal numbers its records along a stream and chains each
// place to the digest before it, so that the county can tell from count and head whether any is
// missing, and from a fork that two writers hold one key. protocol.md, "Stream and place".
#pragma once

#include <cstdint>
#include <optional>

#include "shared/base/digest.h"
#include "shared/base/keys.h"
#include "shared/record/record.h"

namespace studio {

// The newest place of a stream. seq 0 with the opening's digest: nothing on it yet.
struct StreamHead {
  std::uint64_t seq = 0;
  Digest digest{};  // digest of the record at seq
  bool operator==(const StreamHead&) const = default;
};

// Begins a stream. A successor names the stream it continues and that stream's head as the
// county told it; the first stream after enrolment succeeds nothing.
struct StreamOpening {
  Uuid stream;
  TerminalNumber terminal = 0;
  std::optional<Uuid> succeeds;
  StreamHead old_head;

  // What seq 1 names as its previous digest.
  Digest FirstPrevious() const;
};

void Encode(const StreamOpening& opening, ByteWriter& out);
StreamOpening DecodeStreamOpening(ByteReader& in);

struct Place {
  Uuid stream;
  std::uint64_t seq = 0;  // from 1
  Digest previous{};      // digest of the record at seq - 1
};

// A record's place with the terminal's signature over digest and place.
struct SignedPlace {
  Place place;
  KeyId key{};
  Signature signature{};
};

SignedPlace SignPlace(const SigningKey& terminal_key, const Digest& digest, const Place& place);
bool VerifyPlace(const VerifyKey& terminal_key, const Digest& digest, const SignedPlace& place);

}  // namespace studio
