#include "server/office/carried_import.h"

#include <algorithm>

#include "server/keys/data_folder.h"
#include "shared/exchange/ack.h"
#include "shared/exchange/carried_file.h"
#include "shared/exchange/envelope.h"
#include "shared/feed/feed.h"
#include "shared/files/stick_file.h"

namespace county {

using studio::CarriedKind;
using studio::CarriedReader;
using studio::CarriedSeal;
using studio::CarriedType;
using studio::CarriedWriter;
using studio::ErrorKind;
using studio::Fail;
using studio::StickCopy;

namespace {

constexpr std::size_t kPieceBytes = 256 * 1024;
constexpr int kTries = 3;

class Import {
 public:
  Import(Office& office, const CountyKeys& keys, StickCopy file)
      : office_(office), keys_(keys), file_(std::move(file)), writer_([this](ByteView bytes) {
          reply_.insert(reply_.end(), bytes.begin(), bytes.end());
          return Result<bool>(true);
        }) {}

  Result<CarriedImport> Run() {
    return Read(&Import::Check)
        .and_then([&](const CarriedSeal& seal) { return CheckMaker(seal); })
        .and_then([&](bool) {
          return writer_.Begin({CarriedKind::kReply, terminal_.number});
        })
        .and_then([&](bool) {
          file_.Again();
          return Read(&Import::Take);
        })
        .and_then([&](const CarriedSeal&) { return AddAttachmentAcks(); })
        .and_then([&](bool) { return AddPages(); })
        .and_then([&](bool) { return writer_.Finish(keys_.signing); })
        .map([&](bool) { return done_; });
  }

  const Bytes& reply() const { return reply_; }

 private:
  using Visit = Result<bool> (Import::*)(CarriedType type, const Bytes& content);

  Result<CarriedSeal> Read(Visit visit) {
    CarriedReader reader([this](std::span<std::uint8_t> out) { return file_.Read(out); });
    const auto head = reader.ReadHead();
    if (!head) return tl::unexpected(head.error());
    if (head->kind != CarriedKind::kOutbox) {
      return Fail(ErrorKind::kNotForUs, "it is a county's answer, and no outbox");
    }
    if (auto found = Find(head->terminal); !found) return tl::unexpected(found.error());
    for (;;) {
      const auto entry = reader.Next();
      if (!entry) return tl::unexpected(entry.error());
      if (!*entry) return reader.Seal();
      const auto content = reader.ReadContent();
      if (!content) return tl::unexpected(content.error());
      if (auto visited = (this->*visit)((*entry)->type, *content); !visited) {
        return tl::unexpected(visited.error());
      }
    }
  }

  Result<bool> Find(TerminalNumber number) {
    const auto found = office_.Find(number);
    const std::string who = "it is terminal " + std::to_string(number) + "'s: ";
    if (!found && found.error().status == 403) {
      return Fail(ErrorKind::kDenied, who + found.error().detail);
    }
    if (!found) return Fail(ErrorKind::kNotForUs, who + found.error().detail);
    terminal_ = *found;
    done_.terminal = number;
    return true;
  }

  Result<bool> CheckMaker(const CarriedSeal& seal) const {
    if (seal.IsBy(terminal_.key)) return true;
    return Fail(ErrorKind::kForged,
                "terminal " + std::to_string(terminal_.number) + " of this county did not make it");
  }

  Result<bool> Check(CarriedType type, const Bytes& content) {
    if (type == CarriedType::kCursor) cursor_ = studio::AsText(content);
    if (type == CarriedType::kAttachment && content.size() <= sizeof(Digest)) {
      return Fail(ErrorKind::kMalformed, "an attachment in it is empty");
    }
    if (type != CarriedType::kBatch) return true;
    const auto batch = studio::DecodeBatch(content);
    if (!batch) return tl::unexpected(batch.error());
    if (batch->terminal == terminal_.number && batch->opening.terminal == terminal_.number) {
      return true;
    }
    return Fail(ErrorKind::kNotForUs, "a batch in it is another terminal's");
  }

  Result<bool> Take(CarriedType type, const Bytes& content) {
    if (type == CarriedType::kBatch) return TakeBatch(content);
    if (type == CarriedType::kAttachment) TakeAttachment(content);
    return true;
  }

  Result<bool> TakeBatch(const Bytes& batch) {
    const auto envelope = office_.TakeBatch(terminal_, batch, Way::kByHand);
    if (!envelope) return Fail(ErrorKind::kMalformed, envelope.error().detail);
    const auto ack = Own(studio::kAckContext, *envelope).and_then([](const std::string& json) {
      return studio::AckFromJson(json);
    });
    if (!ack) return tl::unexpected(ack.error());
    for (const studio::RecordAnswer& answer : ack->answers) {
      switch (answer.status) {
        case studio::RecordStatus::kStored:
          ++done_.stored;
          break;
        case studio::RecordStatus::kDuplicate:
          ++done_.duplicate;
          break;
        default:
          ++done_.refused;
      }
    }
    return writer_.Add(CarriedType::kAck, *envelope);
  }

  void TakeAttachment(const Bytes& content) {
    Digest digest{};
    std::copy_n(content.begin(), digest.size(), digest.begin());
    const bool whole = Upload(digest, ByteView(content).subspan(digest.size()));
    if (whole) whole_.push_back(digest);
    ++(whole ? done_.attachments : done_.left_attachments);
  }

  // The same may be coming in by the line meanwhile.
  bool Upload(const Digest& digest, ByteView file) {
    auto upload = office_.BeginUpload(terminal_, digest, file.size());
    for (int tries = 0; upload && upload->offset < upload->length;) {
      if (upload->length != file.size()) return false;
      const std::size_t size = std::min<std::size_t>(
          kPieceBytes, file.size() - static_cast<std::size_t>(upload->offset));
      const auto added = office_.AddToUpload(terminal_, digest, upload->offset,
                                             file.subspan(upload->offset, size));
      if (added) {
        upload = *added;
      } else if (added.error().code == "wrong_offset" && ++tries < kTries) {
        upload = office_.FindUpload(terminal_, digest);
      } else {
        return false;
      }
    }
    return upload.has_value();
  }

  // All of them behind the last ack, so that they are of the ledger that it told.
  Result<bool> AddAttachmentAcks() {
    for (const Digest& digest : whole_) {
      const auto envelope = office_.ConfirmAttachment(terminal_, digest);
      if (!envelope) continue;  // withdrawn meanwhile
      if (auto added = writer_.Add(CarriedType::kAttachmentAck, *envelope); !added) return added;
    }
    return true;
  }

  Result<bool> AddPages() {
    for (bool more = true; more;) {
      const auto envelope = office_.Changes(terminal_, cursor_);
      if (!envelope) return Fail(ErrorKind::kMalformed, envelope.error().detail);
      if (!*envelope) return true;
      const auto page = Own(studio::kFeedContext, **envelope).and_then([](const std::string& json) {
        return studio::FeedPageFromJson(json);
      });
      if (!page) return tl::unexpected(page.error());
      if (auto added = writer_.Add(CarriedType::kPage, **envelope); !added) return added;
      ++done_.pages;
      cursor_ = page->to;
      more = page->more;
    }
    return true;
  }

  Result<std::string> Own(std::string_view context, const Bytes& envelope) const {
    return studio::OpenEnvelope(context, envelope, std::vector{keys_.signing.Public()});
  }

  Office& office_;
  const CountyKeys& keys_;
  StickCopy file_;
  Bytes reply_;  // small beside the outbox: attachments do not come back
  CarriedWriter writer_;
  Terminal terminal_;
  std::string cursor_;
  std::vector<Digest> whole_;
  CarriedImport done_;
};

}  // namespace

ReadClock RisingClock(ReadClock clock) {
  return [clock = std::move(clock), last = std::int64_t{0}]() mutable {
    last = std::max(last + 1, clock());
    return last;
  };
}

Result<CarriedImport> ImportOutbox(Office& office, const CountyKeys& keys,
                                   const CarriedPaths& paths) {
  auto copy = StickCopy::Begin(paths.file, paths.own);
  if (!copy) return Fail(copy.error().kind, paths.file.string() + ": " + copy.error().detail);
  Import import(office, keys, std::move(*copy));
  auto done = import.Run();
  if (!done) return Fail(done.error().kind, paths.file.string() + ": " + done.error().detail);
  if (auto written =
          WriteFile(std::filesystem::absolute(paths.reply), import.reply(), FileMode::kPrivate);
      !written) {
    return tl::unexpected(written.error());
  }
  return done;
}

}  // namespace county
