#include "sync/link/carried_reply.h"

#include <algorithm>
#include <future>
#include <memory>

#include "shared/exchange/carried_file.h"
#include "shared/files/stick_file.h"
#include "sync/link/county_protocol.h"

namespace studio {
namespace {

template <class T, class Call>
Result<T> Wait(Call call) {
  auto answer = std::make_shared<std::promise<Result<T>>>();
  call([answer](Result<T> result) { answer->set_value(std::move(result)); });
  return answer->get_future().get();
}

class Import {
 public:
  Import(StickCopy file, TerminalNumber terminal, CountyProtocol protocol, LinkStore& store)
      : file_(std::move(file)),
        terminal_(terminal),
        protocol_(std::move(protocol)),
        store_(store) {}

  Result<CarriedReply> Run() {
    return Ask()
        .and_then([&](bool) { return Read(&Import::Check); })
        .and_then([&](const CarriedSeal& seal) { return CheckMaker(seal); })
        .and_then([&](bool) {
          file_.Again();
          return Read(&Import::Apply);
        })
        .map([&](const CarriedSeal&) { return done_; });
  }

 private:
  using Take = Result<bool> (Import::*)(CarriedType type, const Bytes& content);

  Result<bool> Ask() {
    auto position = Wait<FeedPosition>([&](auto done) { store_.ReadFeedPosition(done); });
    if (!position) return tl::unexpected(position.error());
    Stand(std::move(*position));
    return true;
  }

  void Stand(FeedPosition position) {
    position_ = std::move(position);
    trusted_ = position_.county_keys;
    protocol_.Trust(trusted_);
  }

  Result<CarriedSeal> Read(Take take) {
    CarriedReader reader([this](std::span<std::uint8_t> out) { return file_.Read(out); });
    const auto head = reader.ReadHead();
    if (!head) return tl::unexpected(head.error());
    if (head->kind != CarriedKind::kReply) {
      return Fail(ErrorKind::kNotForUs, "it is an outbox on its way to the county, and no answer");
    }
    if (head->terminal != terminal_) {
      return Fail(ErrorKind::kNotForUs, "it is for terminal " + std::to_string(head->terminal) +
                                            ", and this is terminal " + std::to_string(terminal_));
    }
    for (;;) {
      const auto entry = reader.Next();
      if (!entry) return tl::unexpected(entry.error());
      if (!*entry) return reader.Seal();
      const auto content = reader.ReadContent();
      if (!content) return tl::unexpected(content.error());
      if (auto taken = (this->*take)((*entry)->type, *content); !taken) {
        return tl::unexpected(taken.error());
      }
    }
  }

  Result<bool> Check(CarriedType type, const Bytes& content) {
    const auto good = [](const auto&) { return true; };
    if (type == CarriedType::kAck) return protocol_.ReadCarriedAck(content).map(good);
    if (type == CarriedType::kPage) return protocol_.ReadCarriedPage(content).map(good);
    return protocol_.ReadCarriedAttachmentAck(content).map(good);
  }

  Result<bool> CheckMaker(const CarriedSeal& seal) const {
    const auto made = [&](const VerifyKey& key) { return seal.IsBy(key); };
    if (std::any_of(trusted_.begin(), trusted_.end(), made)) return true;
    return Fail(ErrorKind::kForged, "it was not made by this terminal's county");
  }

  Result<bool> Apply(CarriedType type, const Bytes& content) {
    if (type == CarriedType::kAck) {
      return protocol_.ReadCarriedAck(content).and_then([&](const Ack& ack) { return Apply(ack); });
    }
    if (type == CarriedType::kPage) {
      return protocol_.ReadCarriedPage(content).and_then(
          [&](FeedPage page) { return Apply(std::move(page)); });
    }
    return protocol_.ReadCarriedAttachmentAck(content).and_then(
        [&](const AttachmentAck& ack) { return Apply(ack); });
  }

  // An ack of before would tell of a ledger that has less than it has now.
  Result<bool> Apply(const Ack& ack) {
    if (auto asked = Ask(); !asked) return asked;
    if (ack.county_time_ms <= position_.heard_ms) return Known();
    const auto applied = Wait<AckOutcome>([&](auto done) { store_.ApplyAck(ack, done); });
    if (!applied) return tl::unexpected(applied.error());
    done_.records += ack.answers.size();
    return Ask();
  }

  Result<bool> Apply(const AttachmentAck& ack) {
    if (ack.county_time_ms < position_.heard_ms) return Known();
    const auto applied = Wait<bool>([&](auto done) { store_.ApplyAttachmentAck(ack, done); });
    if (!applied) return KnownOr(applied.error());
    ++done_.attachments;
    return true;
  }

  Result<bool> Apply(FeedPage page) {
    const bool begins =
        page.from.empty() && (position_.cursor.empty() || page.generation != position_.generation);
    if (page.county_time_ms < position_.heard_ms) return Known();
    if (!begins && page.from != position_.cursor) return Known();
    auto applied = Wait<FeedPosition>([&](auto done) { store_.ApplyPage(std::move(page), done); });
    if (!applied) return KnownOr(applied.error());
    ++done_.pages;
    return Ask();
  }

  Result<bool> Known() {
    ++done_.known;
    return true;
  }

  // Dealt with already, or overtaken by what the line brought.
  Result<bool> KnownOr(const Error& error) {
    if (error.kind == ErrorKind::kNotFound || error.kind == ErrorKind::kConflict) return Known();
    return tl::unexpected(error);
  }

  StickCopy file_;
  TerminalNumber terminal_;
  CountyProtocol protocol_;
  LinkStore& store_;
  FeedPosition position_;
  std::vector<VerifyKey> trusted_;
  CarriedReply done_;
};

}  // namespace

Result<CarriedReply> ImportReply(const std::filesystem::path& file,
                                 const std::filesystem::path& folder, const Identity& identity,
                                 LinkStore& store) {
  auto protocol = CountyProtocol::For(identity);
  if (!protocol) return tl::unexpected(protocol.error());
  auto done = StickCopy::Begin(file, folder).and_then([&](StickCopy copy) {
    return Import(std::move(copy), identity.county.terminal, std::move(*protocol), store).Run();
  });
  if (!done) return Fail(done.error().kind, file.string() + ": " + done.error().detail);
  return done;
}

}  // namespace studio
