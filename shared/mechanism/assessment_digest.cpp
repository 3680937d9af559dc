#include "shared/mechanism/assessment_digest.h"

#include "shared/base/shown_text.h"

namespace studio {

Digest AssessmentDigest(std::string_view json) { return Sha256(AsBytes(ShownJson(json) + "\n")); }

std::string PrintedDigest(const Digest& digest) {
  constexpr std::size_t kBytes = 8;
  const std::string hex = ToHex(ByteView(digest).first(kBytes));
  std::string out;
  for (std::size_t at = 0; at < hex.size(); at += 4) {
    if (at > 0) out += ' ';
    out += hex.substr(at, 4);
  }
  return out;
}

}  // namespace studio
