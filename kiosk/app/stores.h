// All that pages ask of the store.
#pragma once

#include "app/case_store.h"
#include "app/duty_store.h"
#include "app/outbox_store.h"
#include "app/request_store.h"
#include "app/topic_store.h"
#include "app/wish_store.h"

namespace studio {

struct Stores {
  RequestStore& requests;
  DutyStore& duty;
  OutboxStore& outbox;
  CaseStore& cases;
  TopicStore& topics;
  WishStore& wishes;
};

}  // namespace studio
