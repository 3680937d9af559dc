// What goes by hand instead of by the line: the outbox on its way to the county, the county's
// answer on its way back. One container for both, written and read piece by piece, sealed at its
// end by whoever made it. protocol.md, "Carried file".
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>

#include "shared/base/digest.h"
#include "shared/base/keys.h"
#include "shared/base/result.h"
#include "shared/record/record.h"

namespace studio {

enum class CarriedKind : std::uint8_t { kOutbox = 1, kReply = 2 };

enum class CarriedType : std::uint8_t {
  kCursor = 1,         // outbox: where the terminal's feed continues; text
  kBatch = 2,          // outbox: an encoded Batch
  kAttachment = 3,     // outbox: digest 32, then the encrypted file
  kAck = 4,            // reply: an envelope under kAckContext
  kAttachmentAck = 5,  // reply: an envelope under kAttachmentContext
  kPage = 6,           // reply: an envelope under kFeedContext
};

// What a stick formatted with FAT can hold as one file.
inline constexpr std::uint64_t kMaxCarriedBytes = 0xFFFF'FFFF;
inline constexpr std::size_t kMaxCursorBytes = 256;
// What an entry adds to its content, and what stands before the first and behind the last one.
inline constexpr std::size_t kCarriedEntryBytes = 5;
inline constexpr std::size_t kCarriedHeadBytes = 9;
inline constexpr std::size_t kCarriedEndBytes = 105;

struct CarriedHead {
  CarriedKind kind = CarriedKind::kOutbox;
  TerminalNumber terminal = 0;  // whose outbox it is, or whom the reply is for
};

struct CarriedEntry {
  CarriedType type = CarriedType::kCursor;
  std::uint32_t length = 0;  // bytes of content
};

// Stands at the end: who made the file, and that all of it is as it was made.
struct CarriedSeal {
  Digest digest{};
  KeyId key{};
  Signature signature{};
  bool IsBy(const VerifyKey& maker) const;
};

// A file as its piece by piece; both answer kStorage where the disk fails. A source gives at most
// what fits and 0 at the end.
using CarriedSink = std::function<Result<bool>(ByteView)>;
using CarriedSource = std::function<Result<std::size_t>(std::span<std::uint8_t>)>;

class CarriedWriter {
 public:
  explicit CarriedWriter(CarriedSink sink);
  ~CarriedWriter();
  CarriedWriter(const CarriedWriter&) = delete;
  CarriedWriter& operator=(const CarriedWriter&) = delete;

  Result<bool> Begin(const CarriedHead& head);
  // An entry of which `content` is the beginning and `rest` what follows.
  Result<bool> Add(CarriedType type, ByteView content, ByteView rest = {});
  Result<bool> Finish(const SigningKey& maker);
  // Whether one more entry of that much content may be added.
  bool HasRoomFor(std::uint64_t content_bytes) const;

 private:
  Result<bool> Put(ByteView bytes);

  struct Hash;
  CarriedSink sink_;
  std::unique_ptr<Hash> hash_;
  std::uint64_t size_ = 0;
};

// Reads hostile bytes, holding one entry at a time. kMalformed: no such file, cut short, longer
// than it says, beyond a limit, or altered; kUnsupported: of a newer version. Who made it is for
// the caller to ask, of Seal(), before anything in it is believed.
class CarriedReader {
 public:
  explicit CarriedReader(CarriedSource source);
  ~CarriedReader();
  CarriedReader(const CarriedReader&) = delete;
  CarriedReader& operator=(const CarriedReader&) = delete;

  Result<CarriedHead> ReadHead();
  // The next entry, past what was not read of the one before; nullopt: the end, and it is whole.
  Result<std::optional<CarriedEntry>> Next();
  // All of the present entry. Once.
  Result<Bytes> ReadContent();
  // After the end.
  const CarriedSeal& Seal() const { return seal_; }

 private:
  Result<bool> Fill(std::span<std::uint8_t> out);
  Result<bool> Skip();
  Result<bool> ReadEnd();

  struct Hash;
  CarriedSource source_;
  std::unique_ptr<Hash> hash_;
  CarriedKind kind_ = CarriedKind::kOutbox;
  std::uint64_t size_ = 0;
  std::uint32_t left_ = 0;  // of the present entry
  std::uint8_t order_ = 0;  // type of the last entry
  CarriedSeal seal_;
};

}  // namespace studio
