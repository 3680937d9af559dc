// What StoreCore does for whoever comes back with a slip, gives an opinion or tends a wish.
#include "store/acts/voice_records.h"
#include "store/core/store_core_access.h"
#include "store/rows/cases.h"

namespace studio {

Result<TrackTry> StoreCore::BeginTrack(const ReceiptNumber& number,
                                       const std::optional<StatusWord>& word) {
  return With<TrackTry>(Access::kWrite, [&](Tables& tables) {
    return studio::BeginTrack(tables, number, word, parts_.clock->Now(), parts_.boot,
                              maker_.CountyMs());
  });
}

Result<TrackReply> StoreCore::EndTrack(const ReceiptNumber& number,
                                       const std::optional<StatusWord>& word,
                                       const TrackTry& attempt, const Result<BoxKeyPair>& key) {
  return With<TrackReply>(Access::kWrite, [&](Tables& tables) {
    auto reply = studio::EndTrack(tables, number, word, attempt, key);
    if (reply && reply->found.here) {
      reply->found.here = ReceiptOf(*tables.outbox.ByReceipt(number.digits()), maker_);
    }
    return reply;
  });
}

template <class T, class Call>
Result<T> StoreCore::FileVoice(Call call) {
  auto filed = With<T>(Access::kWrite,
                       [&](Tables& tables) { return call(tables, maker_, CurrentReaders()); });
  if (filed) {
    TellOutbox();
    TellWork();
  }
  return filed;
}

Result<bool> StoreCore::Rate(const RatingBody& body) {
  return FileVoice<bool>([&](Tables& tables, const RecordMaker& maker, const Readers& readers) {
    return FileRating(tables, maker, readers, body);
  });
}

Result<bool> StoreCore::GiveOpinion(const OpinionBody& body) {
  return FileVoice<bool>([&](Tables& tables, const RecordMaker& maker, const Readers& readers) {
    return FileOpinion(tables, maker, readers, body);
  });
}

Result<ReceiptStatus> StoreCore::PostWish(const WishBody& body) {
  return FileVoice<ReceiptStatus>(
      [&](Tables& tables, const RecordMaker& maker, const Readers& readers) {
        return FileWish(tables, maker, readers, body);
      });
}

Result<bool> StoreCore::TendWish(const WishBody& body) {
  auto filed =
      FileVoice<bool>([&](Tables& tables, const RecordMaker& maker, const Readers& readers) {
        return FileWishAct(tables, maker, readers, body);
      });
  if (filed) TellClaims();
  return filed;
}

Result<Bytes> StoreCore::ReadPicture(const std::string& id) {
  return With<Bytes>(Access::kRead, [&](Tables& tables) { return tables.registry.Picture(id); });
}

void StoreCore::TellCases(const FeedPage& page) {
  if (!parts_.listeners.on_cases) return;
  std::vector<std::string> numbers;
  for (const FeedChange& change : page.changes) {
    if (change.kind == "status") numbers.push_back(change.id);
  }
  if (numbers.empty()) return;
  parts_.main_queue->Post(
      [tell = parts_.listeners.on_cases, numbers = std::move(numbers)] { tell(numbers); });
}

void StoreCore::TellClaims() {
  const auto changed = With<bool>(Access::kRead, [&](Tables& tables) -> Result<bool> {
    auto claims = tables.wish_acts.Claims();
    if (claims == station_->claims) return false;
    auto station = std::make_shared<Station>(*station_);
    station->claims = std::move(claims);
    station_ = std::move(station);
    return true;
  });
  if (changed && *changed) TellStation();
}

}  // namespace studio
