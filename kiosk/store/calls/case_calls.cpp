#include "store/calls/case_calls.h"

#include "store/acts/voice_records.h"
#include "store/rows/cases.h"
#include "store/rows/requests.h"

namespace studio {

void CaseCalls::Track(const ReceiptNumber& number, const LookupCode& code, Done<TrackReply> done) {
  Look(number, code, std::nullopt, std::move(done));
}

void CaseCalls::TrackLive(const ReceiptNumber& number, const LookupCode& code, StatusWord word,
                          Done<TrackReply> done) {
  Look(number, code, word, std::move(done));
}

void CaseCalls::Look(const ReceiptNumber& number, const LookupCode& code,
                     const std::optional<StatusWord>& word, Done<TrackReply> done) {
  thread_.Try(
      std::move(done),
      [number, word](const AtWork& at) {
        return BeginTrack(at.tables, number, word, at.maker.Now(), at.maker.boot(),
                          at.maker.CountyMs());
      },
      [number, code](const TrackTry&) { return DeriveReadingKey(number, code); },
      [number, word](const AtWork& at, const TrackTry& attempt, const Result<BoxKeyPair>& key) {
        auto reply = EndTrack(at.tables, number, word, attempt, key);
        if (reply && reply->found.here) {
          reply->found.here = ReceiptOf(*at.tables.outbox.ByReceipt(number.digits()), at.maker);
        }
        return reply;
      });
}

void CaseCalls::Rate(RatingBody body, Done<bool> done) {
  thread_.Write(
      std::move(done),
      [body = std::move(body)](const AtWork& at) {
        return FileRating(at.tables, at.maker, at.readers, body);
      },
      kTellRecord);
}

}  // namespace studio
