// The course of a request as a line of steps: what has happened, what happens next. The receipt
// and 查进度 show the same one.
#pragma once

#include "app/kiosk_state.h"
#include "app/request_store.h"
#include "ui/frame.h"

namespace studio {

// As high as it needs at most; across the card where that is much wider than high.
void DrawCourse(Frame& frame, Rect card, const ReceiptStatus& status, const Station& station);

}  // namespace studio
