// A data folder opened with a card and its PIN, for the time of one command.
#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "shared/base/calendar_date.h"
#include "shared/base/keys.h"
#include "shared/base/result.h"
#include "store/acts/duty_view.h"
#include "store/base/data_folder.h"
#include "store/base/identity.h"

namespace studio {

struct KeyOrder {
  std::filesystem::path data;
  std::filesystem::path card_file;  // its first line is the card's text, with the secret
  std::filesystem::path pin_file;   // its first line is the PIN
};

struct UnlockedView {
  Identity identity;
  DataFolder folder;  // nobody else works there meanwhile
  std::shared_ptr<const BoxKeyPair> key;
  DutyView view;
};

// Works alone in the folder, because a try of a PIN is counted before it is made. kConflict: the
// terminal is running. kDenied: the card or the PIN, or locked for a while.
Result<UnlockedView> UnlockView(const KeyOrder& order);

// "2026-11-29"; empty: today, as the terminal knows the county's calendar. kInvalid.
Result<CalendarDate> DayAsked(const std::string& on, const DutyView& view);

}  // namespace studio
