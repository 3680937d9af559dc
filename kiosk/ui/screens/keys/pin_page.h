// Where a PIN is typed: a dot for each digit, and the pad.
#pragma once

#include <string>
#include <string_view>

#include "ui/kit/frame.h"
#include "ui/words/staff/unlock_strings.h"

namespace studio {

struct PinPageLook {
  std::string_view question, explanation;
  std::string_view problem{};  // what stands in the way; empty: nothing
  std::string_view other;      // the other way out: the button at the left
  std::string_view go_on = say::kPinGoOn, icon = "lock_open";
  bool can_go_on = false;
  bool ends = false;  // something is put on record by it
};
enum class PinTap { kNone, kOther, kGoOn };

// Fills `area`; edits `pin`, which never grows past what it has room for.
PinTap DrawPinPage(Frame& frame, Rect area, std::string& pin, const PinPageLook& look);

}  // namespace studio
