// A store of the manager's year that answers at once from what the test put there.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "app/manage/year_store.h"

namespace studio {

class FakeYearStore : public YearStore {
 public:
  void ReadYear(YearAsked asked, Done<StudioAccountPtr> done) override {
    last = std::move(asked);
    ++readings;
    if (holds) {
      held = std::move(done);
    } else if (fails) {
      done(Fail(*fails, "test"));
    } else {
      done(account);
    }
  }
  void ReadWriteup(KeySession, Uuid record, Done<std::optional<Writeup>> done) override {
    const auto found = writeups.find(record.ToString());
    done(found == writeups.end() ? std::nullopt : std::optional(found->second));
  }
  void FileReview(KeySession, ReviewBody body, Done<bool> done) override {
    if (filing_fails) return done(Fail(*filing_fails, "test"));
    reviews.push_back(std::move(body));
    done(true);
  }
  void FileYearClosing(KeySession, YearClosingBody body, Done<bool> done) override {
    if (filing_fails) return done(Fail(*filing_fails, "test"));
    StudioAccount changed = *account;
    changed.closing = {body.studio, body.year, body.closes, body.by,
                       body.date,   body.why,  body.digest};
    changed.closing_untold = true;
    account = std::make_shared<const StudioAccount>(std::move(changed));
    closings.push_back(std::move(body));
    done(true);
  }

  StudioAccountPtr account = std::make_shared<const StudioAccount>();
  std::map<std::string, Writeup> writeups;  // by record
  std::optional<ErrorKind> fails, filing_fails;
  bool holds = false;
  Done<StudioAccountPtr> held;
  YearAsked last;
  int readings = 0;
  std::vector<ReviewBody> reviews;
  std::vector<YearClosingBody> closings;
};

}  // namespace studio
