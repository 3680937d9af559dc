#include "store/calls/year_calls.h"

#include "store/acts/manager_records.h"
#include "store/acts/writeup_reading.h"
#include "store/acts/year_reading.h"

namespace studio {

void YearCalls::ReadYear(YearAsked asked, Done<StudioAccountPtr> done) {
  struct Found {
    SealedYear sealed;
    YearQuestion question;
  };
  thread_.ReadAndWork<StudioAccountPtr>(
      std::move(done),
      [asked](const AtWork& at) -> Result<Found> {
        auto sealed = SealedYearOf(at.tables, at.station, asked.year);
        if (!sealed) return tl::unexpected(sealed.error());
        return Found{std::move(*sealed), {asked.year, asked.today, at.maker.studio(), {}}};
      },
      [key = asked.studio_key](Found found) -> Result<StudioAccountPtr> {
        auto grounds = OpenYear(std::move(found.sealed), *key);
        if (!grounds) return tl::unexpected(grounds.error());
        auto account = StudioAccountOf(std::move(*grounds), found.question);
        if (!account) return tl::unexpected(account.error());
        return std::make_shared<const StudioAccount>(std::move(*account));
      });
}

void YearCalls::ReadWriteup(KeySession session, Uuid record, Done<std::optional<Writeup>> done) {
  thread_.Read(std::move(done), [session = std::move(session), record](const AtWork& at) {
    return WriteupOf(at.tables, *session.studio_key, record);
  });
}

void YearCalls::FileReview(KeySession session, ReviewBody body, Done<bool> done) {
  thread_.Write(
      std::move(done),
      [session = std::move(session), body = std::move(body)](const AtWork& at) {
        return studio::FileReview(at.tables, at.maker, at.readers, session, body);
      },
      kTellRecord);
}

void YearCalls::FileYearClosing(KeySession session, YearClosingBody body, Done<bool> done) {
  thread_.Write(
      std::move(done),
      [session = std::move(session), body = std::move(body)](const AtWork& at) {
        return studio::FileYearClosing(at.tables, at.maker, at.readers, session, body);
      },
      kTellRecord);
}

}  // namespace studio
