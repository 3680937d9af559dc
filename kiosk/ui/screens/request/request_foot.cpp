#include "ui/screens/request/request_foot.h"

#include "ui/press/page_pieces.h"
#include "ui/press/widgets.h"
#include "ui/words/strings.h"

namespace studio {

RequestTap DrawRequestFoot(Frame& frame, Rect& area, const RequestFlow& flow) {
  Rect footer = TakeFooter(frame, area);
  const Rect back = footer.TakeLeft(footer.w * (frame.wide ? 0.2f : 0.34f), frame.theme.size.gap);
  // Landscape has more width than height: what stands in the way is said beside the button.
  const Rect beside = frame.wide ? footer.TakeLeft(footer.w * 0.56f, frame.theme.size.gap) : Rect{};
  RequestTap tap = RequestTap::kNone;
  if (SecondaryButton(frame, back, say::kBack)) tap = RequestTap::kBack;
  if (PrimaryButton(frame, footer, say::kNext)) tap = RequestTap::kOn;
  if (const auto problem = flow.problem()) {
    const Rect line = frame.wide ? beside
                                 : area.TakeBottom(frame.theme.Px(130), frame.theme.Px(8))
                                       .Inset(frame.theme.size.margin, 0);
    DrawProblem(frame, line, say::ProblemLine(*problem));
  }
  return tap;
}

}  // namespace studio
