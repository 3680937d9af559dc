#include "shared/exchange/carried_file.h"

#include <algorithm>
#include <array>
#include <cstdlib>

#include "shared/base/sodium_ready.h"
#include "shared/exchange/batch.h"
#include "shared/exchange/envelope.h"
#include "shared/record/attachment.h"

namespace studio {
namespace {

constexpr std::string_view kCarriedMagic = "MSC1";
constexpr std::string_view kFamily = "MSC";
constexpr std::uint8_t kEnd = 0;

std::uint8_t Code(CarriedType type) { return static_cast<std::uint8_t>(type); }

// The most that an entry of this type may hold; nullopt where a file of this kind has none such.
std::optional<std::size_t> MostOf(CarriedKind kind, std::uint8_t type) {
  const bool up = kind == CarriedKind::kOutbox;
  if (up && type == Code(CarriedType::kCursor)) return kMaxCursorBytes;
  if (up && type == Code(CarriedType::kBatch)) return kMaxBatchBytes;
  if (up && type == Code(CarriedType::kAttachment)) return sizeof(Digest) + kMaxAttachmentBytes;
  if (!up && type >= Code(CarriedType::kAck) && type <= Code(CarriedType::kPage)) {
    return kMaxEnvelopeBytes;
  }
  return std::nullopt;
}

tl::unexpected<Error> Malformed(const char* what) { return Fail(ErrorKind::kMalformed, what); }

// SHA-256 with the domain in front, as HashOf makes it of bytes that are all there.
struct CarriedHash {
  CarriedHash() {
    RequireSodium();
    crypto_hash_sha256_init(&state);
    Add(AsBytes(kCarriedContext));
    Add(std::array<std::uint8_t, 1>{0});
  }
  void Add(ByteView bytes) { crypto_hash_sha256_update(&state, bytes.data(), bytes.size()); }
  Digest Sum() {
    Digest out;
    crypto_hash_sha256_final(&state, out.data());
    return out;
  }
  crypto_hash_sha256_state state{};
};

}  // namespace

struct CarriedWriter::Hash : CarriedHash {};
struct CarriedReader::Hash : CarriedHash {};

bool CarriedSeal::IsBy(const VerifyKey& maker) const {
  return key == maker.Id() && maker.Verify(kCarriedContext, digest, signature);
}

CarriedWriter::CarriedWriter(CarriedSink sink)
    : sink_(std::move(sink)), hash_(std::make_unique<Hash>()) {}
CarriedWriter::~CarriedWriter() = default;

Result<bool> CarriedWriter::Put(ByteView bytes) {
  hash_->Add(bytes);
  size_ += bytes.size();
  return sink_(bytes);
}

Result<bool> CarriedWriter::Begin(const CarriedHead& head) {
  ByteWriter out;
  out.Raw(AsBytes(kCarriedMagic));
  out.U8(static_cast<std::uint8_t>(head.kind));
  out.U32(head.terminal);
  return Put(out.Take());
}

Result<bool> CarriedWriter::Add(CarriedType type, ByteView content, ByteView rest) {
  if (!HasRoomFor(content.size() + rest.size())) std::abort();
  ByteWriter out;
  out.U8(Code(type));
  out.U32(static_cast<std::uint32_t>(content.size() + rest.size()));
  return Put(out.Take()).and_then([&](bool) { return Put(content); }).and_then([&](bool) {
    return Put(rest);
  });
}

bool CarriedWriter::HasRoomFor(std::uint64_t content_bytes) const {
  return size_ + kCarriedEntryBytes + content_bytes + kCarriedEndBytes <= kMaxCarriedBytes;
}

Result<bool> CarriedWriter::Finish(const SigningKey& maker) {
  if (auto put = Put(std::array<std::uint8_t, 1>{kEnd}); !put) return put;
  ByteWriter out;
  const Digest digest = hash_->Sum();
  out.Raw(digest);
  out.Raw(maker.Public().Id());
  out.Raw(maker.Sign(kCarriedContext, digest));
  return sink_(out.Take());
}

CarriedReader::CarriedReader(CarriedSource source)
    : source_(std::move(source)), hash_(std::make_unique<Hash>()) {}
CarriedReader::~CarriedReader() = default;

Result<bool> CarriedReader::Fill(std::span<std::uint8_t> out) {
  size_ += out.size();
  if (size_ > kMaxCarriedBytes) return Malformed("it is over 4 GiB");
  for (std::size_t have = 0; have < out.size();) {
    const auto got = source_(out.subspan(have));
    if (!got) return tl::unexpected(got.error());
    if (*got == 0) return Malformed("it is cut short");
    have += *got;
  }
  return true;
}

Result<CarriedHead> CarriedReader::ReadHead() {
  std::array<std::uint8_t, kCarriedHeadBytes> bytes{};
  if (auto read = Fill(bytes); !read) return tl::unexpected(read.error());
  hash_->Add(bytes);
  ByteReader in(bytes);
  const std::string_view magic = AsText(in.Raw(kCarriedMagic.size()));
  if (magic != kCarriedMagic) {
    if (!magic.starts_with(kFamily))
      return Malformed("it is no file of an outbox or of the county's answer to one");
    return Fail(ErrorKind::kUnsupported, "it was made by a newer program");
  }
  const std::uint8_t kind = in.U8();
  if (kind != static_cast<std::uint8_t>(CarriedKind::kOutbox) &&
      kind != static_cast<std::uint8_t>(CarriedKind::kReply)) {
    return Malformed("it is of a kind that is not known");
  }
  kind_ = static_cast<CarriedKind>(kind);
  return CarriedHead{kind_, in.U32()};
}

Result<std::optional<CarriedEntry>> CarriedReader::Next() {
  if (auto skipped = Skip(); !skipped) return tl::unexpected(skipped.error());
  std::array<std::uint8_t, kCarriedEntryBytes> bytes{};
  const std::span<std::uint8_t> all(bytes);
  if (auto read = Fill(all.first(1)); !read) return tl::unexpected(read.error());
  hash_->Add(all.first(1));
  const std::uint8_t type = bytes[0];
  if (type == kEnd) {
    return ReadEnd().map([](bool) { return std::optional<CarriedEntry>(); });
  }
  if (auto read = Fill(all.subspan(1)); !read) return tl::unexpected(read.error());
  hash_->Add(all.subspan(1));
  const auto most = MostOf(kind_, type);
  // An attachment goes after its record, a page after what the county says of records.
  const bool cursor = type == Code(CarriedType::kCursor);
  const bool first = order_ == 0;
  if (!most || type < order_ || (kind_ == CarriedKind::kOutbox && cursor != first)) {
    return Malformed("something in it does not belong there");
  }
  order_ = type;
  ByteReader in(ByteView(bytes).subspan(1));
  left_ = in.U32();
  if (left_ > *most) return Malformed("something in it is over its limit");
  return CarriedEntry{static_cast<CarriedType>(type), left_};
}

Result<Bytes> CarriedReader::ReadContent() {
  // Grown as it comes, so that a length which is a lie takes no memory.
  constexpr std::size_t kPiece = 64 * 1024;
  Bytes content;
  while (left_ > 0) {
    const std::size_t at = content.size(), more = std::min<std::size_t>(left_, kPiece);
    content.resize(at + more);
    const std::span<std::uint8_t> piece = std::span(content).subspan(at);
    if (auto read = Fill(piece); !read) return tl::unexpected(read.error());
    hash_->Add(piece);
    left_ -= static_cast<std::uint32_t>(more);
  }
  return content;
}

Result<bool> CarriedReader::Skip() {
  std::array<std::uint8_t, 4096> bytes{};
  while (left_ > 0) {
    const auto piece = std::span(bytes).first(std::min<std::size_t>(left_, bytes.size()));
    if (auto read = Fill(piece); !read) return read;
    hash_->Add(piece);
    left_ -= static_cast<std::uint32_t>(piece.size());
  }
  return true;
}

Result<bool> CarriedReader::ReadEnd() {
  std::array<std::uint8_t, kCarriedEndBytes - 1> bytes{};
  if (auto read = Fill(bytes); !read) return read;
  ByteReader in(bytes);
  seal_.digest = in.Array<32>();
  seal_.key = in.Array<8>();
  seal_.signature = in.Array<64>();
  std::array<std::uint8_t, 1> behind{};
  const auto more = source_(behind);
  if (!more) return tl::unexpected(more.error());
  if (*more != 0) return Malformed("something stands behind its end");
  if (hash_->Sum() != seal_.digest) return Malformed("it was altered");
  return true;
}

}  // namespace studio
