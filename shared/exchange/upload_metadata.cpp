#include "shared/exchange/upload_metadata.h"

#include <algorithm>
#include <set>

namespace studio {
namespace {

constexpr std::string_view kDigestName = "digest";

std::string_view TrimSpaces(std::string_view text) {
  while (text.starts_with(' ')) text.remove_prefix(1);
  while (text.ends_with(' ')) text.remove_suffix(1);
  return text;
}

bool IsName(std::string_view text) {
  return !text.empty() &&
         std::all_of(text.begin(), text.end(), [](char c) { return c > 0x20 && c < 0x7f; });
}

}  // namespace

std::string UploadMetadata(const Digest& digest) {
  return std::string(kDigestName) + ' ' + ToBase64(digest);
}

std::optional<Digest> DigestFromUploadMetadata(std::string_view header) {
  std::set<std::string_view> names;
  std::optional<Digest> digest;
  for (bool last = false; !last;) {
    const std::size_t comma = header.find(',');
    last = comma == std::string_view::npos;
    const std::string_view pair = TrimSpaces(header.substr(0, comma));
    if (!last) header.remove_prefix(comma + 1);

    const std::size_t space = pair.find(' ');
    const std::string_view name = pair.substr(0, space);
    const std::string_view value =
        space == std::string_view::npos ? std::string_view() : pair.substr(space + 1);
    const auto bytes = FromBase64(value);
    if (!IsName(name) || !names.insert(name).second || !bytes) return std::nullopt;
    if (name != kDigestName) continue;
    digest = ToArray<32>(bytes);
    if (!digest) return std::nullopt;
  }
  return digest;
}

}  // namespace studio
