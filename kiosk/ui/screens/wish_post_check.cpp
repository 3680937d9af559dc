#include "app/duty.h"
#include "ui/screens/wish_post_screen.h"
#include "ui/widgets.h"
#include "ui/wish_strings.h"

namespace studio {
namespace {

std::string ContactLine(const WishFlow& flow) {
  std::string out = flow.name().text();
  if (!flow.phone().empty()) out += (out.empty() ? "" : "  ") + flow.phone().text();
  return out.empty() ? std::string(say::kNoContact) : out;
}

}  // namespace

void WishPostScreen::DrawCheck(Frame& frame, Rect area) {
  const Theme& theme = frame.theme;
  DrawSteps(frame, area);
  Rect beside;
  if (frame.wide) {
    beside = area.TakeRight(area.w * 0.36f, theme.Px(40) - theme.size.margin);
    beside.TakeRight(theme.size.margin);
    beside.TakeTop(theme.Px(44));
  }
  Question(frame, area, say::kCheckTitle);
  area = area.Inset(theme.size.margin, 0);
  const float helper =
      theme.size.body * 1.5f + theme.size.chip_height + theme.Px(20) + theme.size.gap;
  Rect rows = area;
  if (!frame.wide) rows.h -= helper;
  const bool child = *flow_.for_child();
  const float used =
      answers_.Draw(frame, rows,
                    {{say::kCheckWish, flow_.words().text(), true},
                     {say::kCheckFor, std::string(child ? say::kForChild : say::kForSelf)},
                     {say::kCheckPlace, flow_.village()->name},
                     {child ? say::kCheckGuardian : say::kCheckContact, ContactLine(flow_)}});
  area.TakeTop(used, theme.size.gap);
  DrawHelper(frame, frame.wide ? beside : area);
}

void WishPostScreen::DrawHelper(Frame& frame, Rect area) {
  const Theme& theme = frame.theme;
  DrawText(frame, area.TakeTop(theme.size.body * 1.5f, theme.Px(20)), say::kWhoHelped,
           TextStyle::Of(theme.size.body, Weight::kBold));
  const DutyToday duty = DutyOn(flow_.station(), parts_.state.CountyMs(frame.now));
  Rect row = area.TakeTop(theme.size.chip_height, theme.Px(20));
  const auto chip = [&](std::string_view label, const std::string& helper) {
    const float width = PillWidth(frame, label, false);
    if (width > row.w && frame.wide) row = area.TakeTop(theme.size.chip_height, theme.Px(20));
    if (width > row.w || row.h < theme.size.chip_height) return;
    if (Chip(frame, row.TakeLeft(width, theme.Px(20)), label, {"", flow_.helper() == helper})) {
      flow_.SetHelper(helper);
    }
  };
  chip(say::kNobodyHelped, {});
  for (const DutyLine& line : duty.lines) chip(line.member.name, line.member.name);
}

}  // namespace studio
