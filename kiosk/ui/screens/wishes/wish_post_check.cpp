#include "ui/press/widgets.h"
#include "ui/screens/pieces/wall_pieces.h"
#include "ui/screens/wishes/wish_post_screen.h"
#include "ui/words/wish_strings.h"

namespace studio {
namespace {

std::string WishLine(const WishFlow& flow) {
  std::string out = flow.words().text();
  if (flow.voice()) {
    out += (out.empty() ? "" : "\n") +
           say::Fill(say::kWishSpoken, {{"time", say::LengthOf(flow.voice()->ref().length_ms)}});
  }
  return out;
}

std::string ContactLine(const WishFlow& flow) {
  std::string out = flow.name().text();
  if (!flow.phone().empty()) out += (out.empty() ? "" : "  ") + flow.phone().text();
  return out.empty() ? std::string(say::kNoContact) : out;
}

}  // namespace

void WishPostScreen::DrawCheck(Frame& frame, Rect area) {
  const Theme& theme = frame.theme;
  const EndingFoot foot =
      DrawEndingFoot(frame, area, {say::kBack, say::kPostIt, "check", Problem()});
  if (foot.tap == FootTap::kBack) return Back();
  if (foot.tap == FootTap::kOn) return flow_.Confirm();
  const Rect& beside = foot.column;
  Question(frame, area, say::kCheckTitle);
  area = area.Inset(theme.size.margin, 0);
  const float helper = helper_page_.Offers(frame, flow_.helper())
                           ? helper_page_.RowHeight(frame, area.w, flow_.helper()) + theme.size.gap
                           : 0;
  Rect rows = area;
  if (!frame.wide) rows.h -= helper;
  const bool child = *flow_.for_child();
  TextStyle soft = TextStyle::Of(theme.size.body, Weight::kRegular, theme.colour.soft_ink);
  soft.line_spacing = 1.3f;
  if (frame.wide) soft.size = theme.size.small;
  const std::string note = say::WhoReadsWish(flow_);
  if (!frame.wide) rows.h -= MeasureWrapped(frame, note, rows.w, soft) + theme.size.gap;
  const float used = answers_.Draw(
      frame, rows,
      {{say::kCheckWish, WishLine(flow_), true, true},
       {say::kCheckFor, std::string(child ? say::kForChild : say::kForSelf), false, true},
       {say::kCheckWishPlace, flow_.village()->name, false, true},
       {child ? say::kCheckGuardian : say::kCheckContact, ContactLine(flow_), false, true}});
  constexpr WishStep kSteps[] = {WishStep::kWords, WishStep::kFor, WishStep::kPlace};
  if (const auto row = answers_.changed()) {
    flow_.EditFromCheck(*row < std::size(kSteps) ? kSteps[*row]
                        : child                  ? WishStep::kGuardian
                                                 : WishStep::kName);
  }
  area.TakeTop(used, theme.Px(20));
  Rect rest = frame.wide ? beside : area;
  rest.TakeTop(DrawWrapped(frame, rest, note, soft), theme.size.gap);
  DrawHelper(frame, rest);
}

void WishPostScreen::DrawHelper(Frame& frame, Rect area) {
  const Helper& helper = flow_.helper();
  if (!helper_page_.Offers(frame, helper)) return;
  const Rect row = area.TakeTop(helper_page_.RowHeight(frame, area.w, helper));
  if (auto changed = helper_page_.DrawRow(frame, row, helper)) flow_.SetHelper(std::move(*changed));
}

void WishPostScreen::DrawHelperPage(Frame& frame, const Rect& area) {
  if (auto helper = helper_page_.Draw(frame, area)) flow_.SetHelper(std::move(*helper));
}

}  // namespace studio
