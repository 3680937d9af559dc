// The container as it comes: what reads to its end must be the same when it is written again, and
// nobody signs by luck. The digest at the end is put right first, since no fuzzer finds one.
#include <algorithm>

#include "fuzz.h"
#include "shared/exchange/carried_file.h"

using namespace studio;

namespace {

CarriedSource SourceOf(const Bytes& file) {
  return [&file, at = std::size_t{0}](std::span<std::uint8_t> out) mutable {
    const std::size_t size = std::min(out.size(), file.size() - at);
    std::copy_n(file.begin() + static_cast<std::ptrdiff_t>(at), size, out.begin());
    at += size;
    return Result<std::size_t>(size);
  };
}

// True where all of it was read.
bool ReadThrough(const Bytes& file, Bytes& written, const SigningKey& maker) {
  CarriedReader reader(SourceOf(file));
  CarriedWriter writer([&](ByteView bytes) {
    written.insert(written.end(), bytes.begin(), bytes.end());
    return Result<bool>(true);
  });
  const auto head = reader.ReadHead();
  if (!head) return false;
  Must(writer.Begin(*head).has_value());
  for (;;) {
    const auto entry = reader.Next();
    if (!entry) return false;
    if (!*entry) break;
    const auto content = reader.ReadContent();
    if (!content) return false;
    Must(content->size() == (*entry)->length);
    Must(writer.Add((*entry)->type, *content).has_value());
  }
  Must(!reader.Seal().IsBy(maker.Public()));
  Must(writer.Finish(maker).has_value());
  return true;
}

}  // namespace

FUZZ(carried_file)(const std::uint8_t* data, std::size_t size) {
  // Of no key that a seed was made with.
  static const SigningKey kMaker = SigningKey::FromSeed(Seed{99});
  Bytes file(data, data + size);
  for (const bool put_right : {false, true}) {
    if (put_right) {
      if (size < kCarriedEndBytes) break;
      const std::size_t covered = size - kCarriedEndBytes + 1;
      const Digest digest = HashOf(kCarriedContext, ByteView(file).first(covered));
      std::copy(digest.begin(), digest.end(), file.begin() + static_cast<std::ptrdiff_t>(covered));
    }
    Bytes written;
    if (!ReadThrough(file, written, kMaker)) continue;
    const std::size_t same = size - kCarriedEndBytes + 1 + sizeof(Digest);
    Must(written.size() == size);
    Must(std::equal(file.begin(), file.begin() + static_cast<std::ptrdiff_t>(same),
                    written.begin()));
  }
  return 0;
}
