// All that pages ask of the store.
#pragma once

#include "app/desk/desk_store.h"
#include "app/desk/ledger_store.h"
#include "app/duty/duty_store.h"
#include "app/manage/outbox_store.h"
#include "app/manage/year_store.h"
#include "app/request/request_store.h"
#include "app/topics/topic_store.h"
#include "app/tracking/case_store.h"
#include "app/wishes/wish_store.h"
#include "app/year/sheet_store.h"

namespace studio {

struct Stores {
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
};

}  // namespace studio
