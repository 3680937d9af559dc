// The slip that somebody carries home, on a card: number, lookup code, QR, and how to keep it; it
// is printed where there is a printer. Main thread.
#pragma once

#include <optional>

#include "app/base/visit.h"
#include "app/request/request_store.h"
#include "app/station/receipt_printing.h"
#include "app/station/station.h"
#include "ui/kit/frame.h"

namespace studio {

class SlipCard {
 public:
  explicit SlipCard(ReceiptPrinting& printing) : printing_(printing) {}

  // When it is first shown; later calls do nothing. `who_reads` is printed too, where it is not
  // empty. What did not come out is offered again on the card.
  void PrintOnce(const Station& station, const Slip& slip, std::int64_t made_at_ms,
                 const std::string& who_reads = {});
  static float Height(const Frame& frame, float width);
  void Draw(Frame& frame, Rect card, const Slip& slip);
  bool Printed() const { return state_ == State::kDone; }

 private:
  enum class State { kNone, kRunning, kDone, kFailed };
  std::string_view HowToKeep() const;
  void Print();
  void DrawHowToKeep(Frame& frame, Rect row);

  ReceiptPrinting& printing_;
  State state_ = State::kNone;
  std::optional<SlipToPrint> to_print_;  // once it was asked for
  Visit visit_;                          // last: ends before anything its completions touch
};

}  // namespace studio
