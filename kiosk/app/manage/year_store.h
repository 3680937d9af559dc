// What the manager's pages of the year need of the store. Calls return at once; `done` runs on the
// main thread. Implemented by store/.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "app/checkin/key_session.h"
#include "shared/base/result.h"
#include "shared/bodies/review_bodies.h"
#include "shared/mechanism/studio_account.h"

namespace studio {

struct YearAsked {
  int year = 0;
  CalendarDate today{};
  std::shared_ptr<const BoxKeyPair> studio_key;
};
using StudioAccountPtr = std::shared_ptr<const StudioAccount>;

// What a member wrote with a deed, as the studio's key opened it.
struct Writeup {
  std::string words;                            // of an activity
  std::string situation, analysis, suggestion;  // of an information
  std::string met;                              // whom; may be empty, as all of these
  int voices = 0, photos = 0;
  bool late_entry = false;  // 补录
};

class YearStore {
 public:
  template <class T>
  using Done = std::function<void(Result<T>)>;

  virtual ~YearStore() = default;

  // kNotFound: the county has not told this terminal what counts in that year. Else what the
  // studio's key does not open.
  virtual void ReadYear(YearAsked asked, Done<StudioAccountPtr> done) = 0;
  // Nothing where it was written at another terminal.
  virtual void ReadWriteup(KeySession session, Uuid record, Done<std::optional<Writeup>> done) = 0;
  // The manager's word on what members wrote up, and on the year itself. kInvalid: somebody else's
  // than the session's.
  virtual void FileReview(KeySession session, ReviewBody body, Done<bool> done) = 0;
  virtual void FileYearClosing(KeySession session, YearClosingBody body, Done<bool> done) = 0;
};

}  // namespace studio
