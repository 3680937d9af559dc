// Seals a record's body to its readers: a fresh key encrypts the padded body
// (XChaCha20-Poly1305), and that key is sealed to each reader (X25519, crypto_box_seal). The
// terminal keeps nothing that opens it. The plaintext repeats id, kind and terminal, and they
// are authenticated with it, so a sealed body cannot be moved to another record.
#pragma once

#include <span>
#include <vector>

#include "shared/base/keys.h"
#include "shared/base/result.h"
#include "shared/record/record.h"

namespace studio {

inline constexpr std::size_t kSealStep = 256;  // bodies are padded to steps of this many bytes
inline constexpr std::size_t kMaxReaders = 8;

struct SealBinding {
  Uuid id;
  RecordKind kind = RecordKind::kRequest;
  TerminalNumber terminal = 0;
};

// body: at most 200 KiB. Fails on no reader, too many, or an oversized body.
Result<Bytes> Seal(const SealBinding& binding, ByteView body,
                   std::span<const BoxPublicKey> readers);

// kNotForUs: not sealed to this reader. kForged: altered, or bound to another record.
Result<Bytes> Open(const SealBinding& binding, ByteView sealed, const BoxKeyPair& reader);

std::vector<KeyId> ReadersOf(ByteView sealed);

}  // namespace studio
