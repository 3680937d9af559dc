#include "shared/exchange/carried_file.h"

#include <doctest/doctest.h>

#include "samples.h"
#include "shared/exchange/envelope.h"
#include "shared/record/attachment.h"

using namespace studio;

namespace {

struct Seen {
  CarriedHead head;
  std::vector<std::pair<CarriedType, Bytes>> entries;
  CarriedSeal seal;
};

// Hands bytes out a few at a time, as a slow stick does.
CarriedSource SourceOf(const Bytes& file) {
  return [&file, at = std::size_t{0}](std::span<std::uint8_t> out) mutable {
    const std::size_t size = std::min({out.size(), file.size() - at, std::size_t{1000}});
    std::copy_n(file.begin() + static_cast<std::ptrdiff_t>(at), size, out.begin());
    at += size;
    return Result<std::size_t>(size);
  };
}

Result<Seen> ReadAll(const Bytes& file, bool contents = true) {
  CarriedReader reader(SourceOf(file));
  Seen seen;
  const auto head = reader.ReadHead();
  if (!head) return tl::unexpected(head.error());
  seen.head = *head;
  for (;;) {
    const auto entry = reader.Next();
    if (!entry) return tl::unexpected(entry.error());
    if (!*entry) break;
    seen.entries.push_back({(*entry)->type, {}});
    if (!contents) continue;
    auto content = reader.ReadContent();
    if (!content) return tl::unexpected(content.error());
    CHECK(content->size() == (*entry)->length);
    seen.entries.back().second = std::move(*content);
  }
  seen.seal = reader.Seal();
  return seen;
}

CarriedSink SinkInto(Bytes& file) {
  return [&file](ByteView bytes) {
    file.insert(file.end(), bytes.begin(), bytes.end());
    return Result<bool>(true);
  };
}

Bytes OutboxFile() {
  Bytes file;
  CarriedWriter writer(SinkInto(file));
  REQUIRE(writer.Begin({CarriedKind::kOutbox, 37}));
  REQUIRE(writer.Add(CarriedType::kCursor, AsBytes("17")));
  REQUIRE(writer.Add(CarriedType::kBatch, Encode(samples::TwoRecords())));
  REQUIRE(writer.Add(CarriedType::kAttachment, Digest{7}, Bytes(3000, 9)));
  REQUIRE(writer.Finish(samples::Terminal()));
  return file;
}

// As a program with other ideas would write it; sealed well all the same.
Bytes Forced(const std::vector<std::pair<std::uint8_t, Bytes>>& entries, CarriedKind kind,
             std::optional<std::uint32_t> length = {}) {
  ByteWriter out;
  out.Raw(AsBytes("MSC1"));
  out.U8(static_cast<std::uint8_t>(kind));
  out.U32(37);
  for (const auto& [type, content] : entries) {
    out.U8(type);
    out.U32(length.value_or(static_cast<std::uint32_t>(content.size())));
    out.Raw(content);
  }
  out.U8(0);
  Bytes file = out.Take();
  const Digest digest = HashOf(kCarriedContext, file);
  ByteWriter end;
  end.Raw(digest);
  end.Raw(samples::Terminal().Public().Id());
  end.Raw(samples::Terminal().Sign(kCarriedContext, digest));
  const Bytes tail = end.Take();
  file.insert(file.end(), tail.begin(), tail.end());
  return file;
}

ErrorKind KindOf(const Bytes& file) {
  const auto read = ReadAll(file);
  REQUIRE_FALSE(read);
  return read.error().kind;
}

}  // namespace

TEST_CASE("a carried file reads as it was written, and tells who made it") {
  const Bytes file = OutboxFile();
  const auto seen = ReadAll(file);
  REQUIRE(seen);
  CHECK(seen->head.kind == CarriedKind::kOutbox);
  CHECK(seen->head.terminal == 37);
  REQUIRE(seen->entries.size() == 3);
  CHECK(AsText(seen->entries[0].second) == "17");
  CHECK(seen->entries[1].second == Encode(samples::TwoRecords()));
  CHECK(seen->entries[2].second.size() == 32 + 3000);
  CHECK(seen->seal.IsBy(samples::Terminal().Public()));
  CHECK_FALSE(seen->seal.IsBy(samples::County().Public()));
}

TEST_CASE("a carried file spells its layout as protocol.md does") {
  const Bytes file = Forced({{1, {}}}, CarriedKind::kOutbox);
  Bytes written;
  CarriedWriter writer(SinkInto(written));
  REQUIRE(writer.Begin({CarriedKind::kOutbox, 37}));
  REQUIRE(writer.Add(CarriedType::kCursor, {}));
  REQUIRE(writer.Finish(samples::Terminal()));
  CHECK(written == file);
  CHECK(file.size() == kCarriedHeadBytes + kCarriedEntryBytes + kCarriedEndBytes);
}

TEST_CASE("entries that nobody reads are passed over, and the digest still covers them") {
  Bytes file = OutboxFile();
  const auto seen = ReadAll(file, false);
  REQUIRE(seen);
  CHECK(seen->entries.size() == 3);
  file[file.size() - kCarriedEndBytes - 10] ^= 1;
  CHECK_FALSE(ReadAll(file, false));
}

TEST_CASE("a carried file that is cut short anywhere is refused") {
  const Bytes file = OutboxFile();
  for (std::size_t size = 0; size < file.size(); ++size) {
    CHECK(KindOf(Bytes(file.begin(), file.begin() + static_cast<std::ptrdiff_t>(size))) ==
          ErrorKind::kMalformed);
  }
}

TEST_CASE("a carried file with any bit turned is not read, or not its maker's") {
  const Bytes file = OutboxFile();
  for (std::size_t at = 0; at < file.size(); ++at) {
    const auto read = ReadAll(samples::Flipped(file, at, at % 8));
    CHECK((!read || !read->seal.IsBy(samples::Terminal().Public())));
  }
}

TEST_CASE("a carried file ends where it says") {
  Bytes file = OutboxFile();
  file.push_back(0);
  CHECK(KindOf(file) == ErrorKind::kMalformed);
}

TEST_CASE("something else, or of a newer program, is told apart from a carried file") {
  CHECK(KindOf(Bytes(5000, 'x')) == ErrorKind::kMalformed);
  CHECK(KindOf({}) == ErrorKind::kMalformed);
  Bytes newer = OutboxFile();
  newer[3] = '2';
  CHECK(KindOf(newer) == ErrorKind::kUnsupported);
}

TEST_CASE("entries stand in their order and in the kind of file they belong to") {
  using Entries = std::vector<std::pair<std::uint8_t, Bytes>>;
  const auto refused = [](const Entries& entries, CarriedKind kind) {
    return !ReadAll(Forced(entries, kind));
  };
  CHECK_FALSE(refused({{1, {}}, {2, {}}, {2, {}}, {3, {}}}, CarriedKind::kOutbox));
  CHECK_FALSE(refused({{4, {}}, {5, {}}, {6, {}}}, CarriedKind::kReply));
  CHECK_FALSE(refused({}, CarriedKind::kReply));
  CHECK(refused({{2, {}}, {1, {}}}, CarriedKind::kOutbox));
  CHECK(refused({{1, {}}, {1, {}}}, CarriedKind::kOutbox));
  CHECK(refused({{1, {}}, {3, {}}, {2, {}}}, CarriedKind::kOutbox));
  CHECK(refused({{1, {}}, {4, {}}}, CarriedKind::kOutbox));
  CHECK(refused({{1, {}}, {7, {}}}, CarriedKind::kOutbox));
  CHECK(refused({{3, {}}}, CarriedKind::kReply));
  CHECK(refused({{7, {}}}, CarriedKind::kReply));
}

TEST_CASE("a length beyond its limit is refused before anything is held in memory") {
  const auto limit = [](std::uint8_t type, CarriedKind kind, std::uint32_t most) {
    const Bytes file = Forced({{type, {}}}, kind, most + 1);
    CarriedReader reader(SourceOf(file));
    REQUIRE(reader.ReadHead());
    const auto entry = reader.Next();
    return !entry && entry.error().kind == ErrorKind::kMalformed;
  };
  CHECK(limit(1, CarriedKind::kOutbox, kMaxCursorBytes));
  CHECK(limit(4, CarriedKind::kReply, kMaxEnvelopeBytes));
  CHECK(limit(6, CarriedKind::kReply, kMaxEnvelopeBytes));
}

TEST_CASE("a writer says when a stick's file would be full") {
  CarriedWriter writer([](ByteView) { return Result<bool>(true); });
  REQUIRE(writer.Begin({CarriedKind::kOutbox, 37}));
  CHECK(writer.HasRoomFor(kMaxCarriedBytes - kCarriedHeadBytes - kCarriedEntryBytes -
                          kCarriedEndBytes));
  CHECK_FALSE(writer.HasRoomFor(kMaxCarriedBytes - kCarriedHeadBytes - kCarriedEntryBytes -
                                kCarriedEndBytes + 1));
}

TEST_CASE("a disk that fails is told as such, by writer and reader") {
  CarriedWriter writer([](ByteView) -> Result<bool> { return Fail(ErrorKind::kStorage, "full"); });
  CHECK(writer.Begin({CarriedKind::kOutbox, 37}).error().kind == ErrorKind::kStorage);
  CarriedReader reader([](std::span<std::uint8_t>) -> Result<std::size_t> {
    return Fail(ErrorKind::kStorage, "pulled");
  });
  CHECK(reader.ReadHead().error().kind == ErrorKind::kStorage);
}
