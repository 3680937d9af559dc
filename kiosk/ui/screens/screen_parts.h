// What every screen is given. Main thread; owned by kiosk/terminal.cpp, outlives all screens.
#pragma once

#include "app/clock.h"
#include "app/kiosk_state.h"
#include "app/public_pictures.h"
#include "app/receipt_printing.h"
#include "app/stores.h"
#include "app/visit_timer.h"
#include "app/ways_of_saying.h"
#include "ui/navigator.h"
#include "ui/theme.h"

namespace studio {

struct ScreenParts {
  const KioskState& state;
  RequestStore& requests;
  DutyStore& duty;
  OutboxStore& outbox;
  CaseStore& cases;
  TopicStore& topics;
  WishStore& wishes;
  PublicPictures& pictures;
  ReceiptPrinting& printing;
  const WaysOfSaying& ways;
  const Clock& clock;
  Navigator& navigator;
  const VisitTimer& timer;  // when this visit ends by itself
  ThemeChoice& theme;       // high contrast and large type; back to normal when the visit ends
};

}  // namespace studio
