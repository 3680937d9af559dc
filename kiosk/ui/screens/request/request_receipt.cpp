#include "shared/bodies/reader_words.h"
#include "ui/screens/pieces/course.h"
#include "ui/screens/request/request_screen.h"
#include "ui/words/strings.h"

namespace studio {

void RequestScreen::DrawReceipt(Frame& frame, Rect area) {
  const std::string unit_reads = WhatUnitReads(flow_.Choice());
  const ReceiptStatus& receipt = *flow_.receipt();
  const auto tap = receipt_page_.Draw(
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
                    CourseOf(receipt, *parts_.state.station, frame.now.wall_ms, unit_reads));
       }});
  if (tap == ReceiptPage::Tap::kWithdraw) flow_.Withdraw();
  if (tap == ReceiptPage::Tap::kDone) parts_.navigator.Finish();
  if (tap == ReceiptPage::Tap::kAnother)
    parts_.navigator.Replace(std::make_unique<RequestScreen>(parts_));
}

}  // namespace studio
