// What somebody keeps for themselves on a disk that others may find: encrypted under a key that is
// made of their own sealing key, so that opening a hundred thousand costs milliseconds.
//   nonce 24 | XChaCha20-Poly1305 (IETF) of the text, tag at the end; additional data: the name
#pragma once

#include <string>
#include <string_view>

#include "shared/base/keys.h"
#include "shared/base/result.h"

namespace studio {

class OwnSeal {
 public:
  // The key is BLAKE2b(32) of `domain` under the pair's secret half: another domain, another key.
  OwnSeal(const BoxKeyPair& owner, std::string_view domain);
  OwnSeal(const OwnSeal&) = delete;
  OwnSeal& operator=(const OwnSeal&) = delete;
  ~OwnSeal();

  Bytes Seal(std::string_view name, std::string_view text) const;
  // Of a text: whether it is the same one as before, and nothing else, to whoever has no key. Hex.
  std::string Mark(std::string_view name, std::string_view text) const;
  // kForged: altered, another name's or another key's.
  Result<std::string> Open(std::string_view name, ByteView sealed) const;

 private:
  ByteArray<32> key_{};
};

}  // namespace studio
