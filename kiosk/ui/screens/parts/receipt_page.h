// What has just been kept, on its page: the slip, what comes next, and taking it back on the spot.
// One for requests and wishes; their flows hold what was filed. Main thread.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "app/request/withdrawal.h"
#include "ui/press/page_pieces.h"
#include "ui/press/widgets.h"
#include "ui/screens/parts/screen_parts.h"
#include "ui/screens/parts/slip_card.h"

namespace studio {

class ReceiptPage {
 public:
  explicit ReceiptPage(ScreenParts parts) : parts_(parts), slip_card_(parts.printing) {}

  struct View {
    const Station& station;
    const Slip& slip;
    const ReceiptStatus& receipt;
    bool can_withdraw = false;
    std::optional<WithdrawProblem> withdraw_problem{};
    Outcome kept;           // said as long as it is not withdrawn
    std::string who_reads;  // printed on the paper
    std::string_view another;
    ButtonLook another_look{};
    std::function<void(Rect)> next;  // draws what comes next
  };
  enum class Tap { kNone, kWithdraw, kAnother, kDone };
  Tap Draw(Frame& frame, Rect area, const View& view);

  // It leaves by itself after a while: nothing has to be copied down, and nobody wants to stay.
  bool CountsDown(const ReceiptStatus& receipt) const;
  Patience TimeOut(const ReceiptStatus& receipt) const {
    return CountsDown(receipt) ? Patience::kDone : Patience::kWriting;
  }

 private:
  void DrawTop(Frame& frame, Rect& area, const View& view);
  void DrawWithdrawProblem(Frame& frame, Rect& area, const View& view);
  Tap DrawFooter(Frame& frame, Rect footer, const View& view);

  ScreenParts parts_;
  SlipCard slip_card_;
  bool asking_withdraw_ = false;
  bool staying_ = false;  // they want to go on looking at a slip that is printed
};

}  // namespace studio
