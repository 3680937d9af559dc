#include "ui/screens/request/request_foot.h"

#include "ui/press/page_pieces.h"
#include "ui/press/widgets.h"
#include "ui/words/strings.h"

namespace studio {

Rect BesideRequestFoot(const Frame& frame, Rect area) {
  if (!frame.wide) return {};
  Rect footer = TakeFooter(frame, area);
  footer.TakeLeft(footer.w * 0.2f, frame.theme.size.gap);
  return footer.TakeLeft(footer.w * 0.56f, frame.theme.size.gap);
}

RequestTap DrawRequestFoot(Frame& frame, Rect& area, const RequestFlow& flow) {
  // Landscape has more width than height: what stands in the way is said beside the button.
  const Rect beside = BesideRequestFoot(frame, area);
  Rect footer = TakeFooter(frame, area);
  const Rect back = footer.TakeLeft(footer.w * (frame.wide ? 0.2f : 0.34f), frame.theme.size.gap);
  if (frame.wide) footer.TakeLeft(footer.w * 0.56f, frame.theme.size.gap);
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
