#include "annex/county_exchange.h"

#include <spdlog/spdlog.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <cstring>

#include "annex/exchange_places.h"
#include "shared/base/clean_text.h"
#include "shared/exchange/carried_file.h"
#include "shared/files/stick_file.h"
#include "store/files/outbox_export.h"
#include "sync/link/carried_reply.h"

namespace studio {
namespace {

constexpr std::string_view kEnding = ".msc";
constexpr std::size_t kMostReplies = 100;    // a stick may hold anything
constexpr std::size_t kMostNameBytes = 120;  // of the studio's name; ext4 takes 255 in all
constexpr auto kTellApart = std::chrono::milliseconds(200);

void AddReply(const ExchangePlace& place, const std::filesystem::path& path,
              std::vector<ReplyFile>& replies) {
  auto file = StickFile::Open(path);
  if (!file) return;
  CarriedReader reader([&](std::span<std::uint8_t> out) { return file->Read(out); });
  const auto head = reader.ReadHead();
  if (!head || head->kind != CarriedKind::kReply) return;
  replies.push_back({CleanText(path.filename().string(), TextKind::kLine), place.name, path,
                     file->changed_ms(), head->terminal});
}

void AddReplies(const ExchangePlace& place, std::vector<ReplyFile>& replies) {
  std::error_code error;
  for (auto it = std::filesystem::directory_iterator(place.path, error);
       !error && it != std::filesystem::directory_iterator(); it.increment(error)) {
    if (it->path().extension() == kEnding) AddReply(place, it->path(), replies);
  }
}

CarryingPlaces LookInto(const std::filesystem::path& folder) {
  CarryingPlaces found;
  found.places = ExchangePlaces(folder);
  for (const ExchangePlace& place : found.places) AddReplies(place, found.replies);
  std::stable_sort(
      found.replies.begin(), found.replies.end(),
      [](const ReplyFile& a, const ReplyFile& b) { return a.changed_ms > b.changed_ms; });
  if (found.replies.size() > kMostReplies) found.replies.resize(kMostReplies);
  return found;
}

CarryFault FaultOfReading(const Error& error, const std::filesystem::path& reply) {
  std::error_code ignored;
  switch (error.kind) {
    case ErrorKind::kNotForUs:
      return CarryFault::kOtherTerminal;
    case ErrorKind::kMalformed:
    case ErrorKind::kForged:
    case ErrorKind::kInvalid:
      // A stick that was pulled while it was read looks like a file cut short.
      if (!std::filesystem::exists(reply, ignored)) return CarryFault::kStickGone;
      return CarryFault::kAltered;
    case ErrorKind::kUnsupported:
      return CarryFault::kNewer;
    case ErrorKind::kNotFound:
      return CarryFault::kStickGone;
    case ErrorKind::kStorage:
      return std::filesystem::exists(reply, ignored) ? CarryFault::kDisk : CarryFault::kStickGone;
    default:
      return CarryFault::kFailed;
  }
}

}  // namespace

std::string CarriedName(CarriedTitle title, TerminalNumber terminal) {
  for (char& c : title.studio_name) {
    const bool taken = std::string_view("\\/:*?\"<>|").find(c) != std::string_view::npos;
    if (taken || static_cast<unsigned char>(c) < 0x20) c = '_';
  }
  std::size_t bytes = std::min(title.studio_name.size(), kMostNameBytes);
  while (bytes < title.studio_name.size() && (title.studio_name[bytes] & 0xC0) == 0x80) --bytes;
  title.studio_name.resize(bytes);
  return "待上传 " + title.studio_name + " " + std::to_string(terminal) + "号机 " + title.date +
         std::string(kEnding);
}

// The jobs hold what they need: they may outlive the exchange.
template <class T, class Work>
void CountyExchange::Do(Done<T> done, Work work) {
  parts_.sticks->Post([parts = parts_, done = std::move(done), work = std::move(work)] {
    parts.main_queue->Post([done, answer = work(parts)] { done(answer); });
  });
}

void CountyExchange::Look(Done<CarryingPlaces> done) {
  Do(std::move(done), [](const Parts& parts) { return LookInto(parts.exchange); });
}

void CountyExchange::Export(ExchangePlace place, CarriedTitle title,
                            std::function<void(std::size_t)> on_progress, Done<Up> done) {
  std::string name = CarriedName(std::move(title), parts_.identity.county.terminal);
  Do(std::move(done), [place = std::move(place), name = std::move(name),
                       on_progress = std::move(on_progress)](const Parts& parts) {
    std::chrono::steady_clock::time_point told;
    return Write(parts, place, name, [&](std::size_t pieces) {
      const auto now = std::chrono::steady_clock::now();
      if (now - told < kTellApart) return;
      told = now;
      parts.main_queue->Post([on_progress, pieces] { on_progress(pieces); });
    });
  });
}

CountyExchange::Up CountyExchange::Write(const Parts& parts, const ExchangePlace& place,
                                         const std::string& name,
                                         const ExportProgress& on_progress) {
  const auto out = place.path / name;
  const auto made = ExportOutbox(parts.folder, parts.identity, out, on_progress);
  if (!made) {
    spdlog::warn("carrying: {}", made.error().detail);
    return tl::unexpected(FaultOfWriting(made.error(), place.path));
  }
  spdlog::info("carrying: {} records and {} attachments in {}, {} not in it", made->records,
               made->attachments, out.string(), made->left_records + made->left_attachments);
  return CarriedUp{name, made->records, made->attachments,
                   made->left_records + made->left_attachments};
}

void CountyExchange::Import(std::filesystem::path reply, Done<Down> done) {
  Do(std::move(done),
     [reply = std::move(reply)](const Parts& parts) { return Read(parts, reply); });
}

CountyExchange::Down CountyExchange::Read(const Parts& parts, const std::filesystem::path& reply) {
  const auto brought = ImportReply(reply, parts.folder, parts.identity, *parts.store);
  if (!brought) {
    spdlog::warn("carrying: {}", brought.error().detail);
    return tl::unexpected(FaultOfReading(brought.error(), reply));
  }
  spdlog::info("carrying: {} brought {} answers, {} attachments, {} pages", reply.string(),
               brought->records, brought->attachments, brought->pages);
  return CarriedDown{brought->records, brought->attachments, brought->pages, brought->known};
}

}  // namespace studio
