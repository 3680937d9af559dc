// Past the signatures: the input is what stands in a file, u8 kind, u32 terminal, then u8 type, u32
// length and content of each entry; of a reply the contents are payloads, whose envelopes have a
// target of their own. The file is sealed, read and opened as both importers do it.
#include <algorithm>

#include "fuzz.h"
#include "shared/exchange/ack.h"
#include "shared/exchange/attachment_ack.h"
#include "shared/exchange/batch.h"
#include "shared/exchange/carried_file.h"
#include "shared/feed/feed.h"
#include "shared/record/record.h"

using namespace studio;

namespace {

template <class T>
void SameAgain(const Result<T>& read, Result<T> (*parse)(std::string_view)) {
  if (!read) return;
  const std::string text = ToJson(*read);
  const auto again = parse(text);
  Must(again && ToJson(*again) == text);
}

void OpenReply(CarriedType type, std::string_view payload) {
  if (type == CarriedType::kAck) SameAgain(AckFromJson(payload), &AckFromJson);
  if (type == CarriedType::kPage) SameAgain(FeedPageFromJson(payload), &FeedPageFromJson);
  if (type == CarriedType::kAttachmentAck) {
    SameAgain(AttachmentAckFromJson(payload), &AttachmentAckFromJson);
  }
}

void OpenOutbox(CarriedType type, const Bytes& content) {
  if (type != CarriedType::kBatch) return;
  const auto batch = DecodeBatch(content);
  if (!batch) return;
  Must(Encode(*batch) == content);
  for (const BatchEntry& entry : batch->entries) {
    if (const auto header = DecodeRecordHeader(entry.header)) Must(Encode(*header) == entry.header);
  }
}

// What the input says, as a sealed file; of it only what comes first where its order is wrong.
Bytes Sealed(ByteView data, const SigningKey& maker) {
  ByteReader in(data);
  const bool up = (in.U8() & 1) != 0;
  Bytes file;
  CarriedWriter writer([&](ByteView bytes) {
    file.insert(file.end(), bytes.begin(), bytes.end());
    return Result<bool>(true);
  });
  Must(writer.Begin({up ? CarriedKind::kOutbox : CarriedKind::kReply, in.U32()}).has_value());
  while (in.ok() && !in.AtEnd()) {
    const auto type = static_cast<CarriedType>(in.U8());
    const ByteView content = in.Raw(std::min<std::size_t>(in.U32(), in.left()));
    Must(writer.Add(type, content).has_value());
  }
  Must(writer.Finish(maker).has_value());
  return file;
}

}  // namespace

FUZZ(carried_content)(const std::uint8_t* data, std::size_t size) {
  static const SigningKey kMaker = SigningKey::FromSeed(Seed{2});
  const Bytes file = Sealed({data, size}, kMaker);
  CarriedReader reader([&file, at = std::size_t{0}](std::span<std::uint8_t> out) mutable {
    const std::size_t more = std::min(out.size(), file.size() - at);
    std::copy_n(file.begin() + static_cast<std::ptrdiff_t>(at), more, out.begin());
    at += more;
    return Result<std::size_t>(more);
  });
  const auto head = reader.ReadHead();
  Must(head.has_value());
  for (;;) {
    const auto entry = reader.Next();
    if (!entry) return 0;
    if (!*entry) break;
    const auto content = reader.ReadContent();
    Must(content && content->size() == (*entry)->length);
    if (head->kind == CarriedKind::kReply) {
      OpenReply((*entry)->type, AsText(*content));
    } else {
      OpenOutbox((*entry)->type, *content);
    }
  }
  Must(reader.Seal().IsBy(kMaker.Public()));
  return 0;
}
