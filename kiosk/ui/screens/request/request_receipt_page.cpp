#include "ui/screens/request/request_receipt_page.h"

#include "shared/bodies/reader_words.h"
#include "ui/screens/pieces/course.h"
#include "ui/words/strings.h"

namespace studio {

ReceiptPage::Tap RequestReceiptPage::Draw(Frame& frame, const Rect& area) {
  const std::string unit_reads = WhatUnitReads(flow_.Choice());
  const ReceiptStatus& receipt = *flow_.receipt();
  const auto tap = page_.Draw(
      frame, area,
      {.station = flow_.station(),
       .slip = *flow_.slip(),
       .receipt = receipt,
       .can_withdraw = flow_.CanWithdraw(),
       .withdraw_problem = flow_.withdraw_problem(),
       .kept = {"check", say::kKept, say::kThanks, Tone::kJade},
       .who_reads = unit_reads,
       .another = say::kAnother,
       .next = [&](const Rect& place) {
         DrawCourse(frame, place,
                    CourseOf(receipt, *state_.station, state_.CountyMs(frame.now), unit_reads));
       }});
  if (tap == ReceiptPage::Tap::kWithdraw) flow_.Withdraw();
  return tap;
}

}  // namespace studio
