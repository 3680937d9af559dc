// What every screen is given. Main thread; owned by kiosk/terminal/terminal.cpp, outlives all
// screens.
#pragma once

#include "app/base/clock.h"
#include "app/base/visit_timer.h"
#include "app/manage/stores.h"
#include "app/saying/ways_of_saying.h"
#include "app/station/kiosk_state.h"
#include "app/station/public_pictures.h"
#include "app/station/receipt_printing.h"
#include "ui/host/navigator.h"
#include "ui/host/visit_modes.h"

namespace studio {

struct ScreenParts {
  const KioskState& state;
  RequestStore& requests;
  DutyStore& duty;
  OutboxStore& outbox;
  CaseStore& cases;
  TopicStore& topics;
  WishStore& wishes;
  DeskStore& desk;
  LedgerStore& ledger;
  YearStore& year;
  SheetStore& sheets;
  PublicPictures& pictures;
  ReceiptPrinting& printing;
  const WaysOfSaying& ways;
  const Clock& clock;
  Navigator& navigator;
  const VisitTimer& timer;  // when this visit ends by itself
  VisitModes& modes;        // as they were at first when the visit ends
};

}  // namespace studio
