#include "ui/screens/request/request_closed_page.h"

#include <algorithm>

#include "app/duty/duty.h"
#include "ui/press/page_pieces.h"
#include "ui/press/widgets.h"
#include "ui/words/room_strings.h"
#include "ui/words/strings.h"

namespace studio {
namespace {

constexpr int kNamesShown = 2;

// Who can be spoken to today, whoever is here first.
std::string OnDutyLine(const Station& station, std::int64_t county_ms) {
  std::string names;
  int shown = 0;
  for (const DutyLine& line : DutyOn(station, county_ms).lines) {
    if (line.away || line.gone || ++shown > kNamesShown) continue;
    names += (names.empty() ? "" : "、") + line.member.name;
  }
  return names.empty() ? names : say::Fill(say::kNoRoomOnDuty, {{"names", names}});
}

}  // namespace

RequestTap RequestClosedPage::Draw(Frame& frame, Rect area) {
  const Theme& theme = frame.theme;
  const Station& station = flow_.station();
  const std::vector<Rect> buttons = TakeFooter(frame, area).SplitColumns(2, theme.size.gap);
  Question(frame, area, say::kNoRoomTitle, say::kNoRoomKept);
  area = area.Inset(theme.size.margin, 0);

  const std::string on_duty = OnDutyLine(station, state_.CountyMs(frame.now));
  const std::string& phone =
      station.studio.phone.empty() ? station.county.phone : station.studio.phone;
  TextStyle go =
      TextStyle::Of(frame.wide ? theme.size.button : theme.size.card_title, Weight::kBold);
  go.line_spacing = 1.4f;
  TextStyle soft = TextStyle::Of(theme.size.button, Weight::kRegular, theme.colour.soft_ink);
  soft.line_spacing = 1.4f;
  const struct {
    std::string_view words;
    const TextStyle& style;
  } lines[] = {{say::kNoRoomPaper, go}, {on_duty, soft}};
  const float pad = theme.Px(frame.wide ? 40 : 64), gap = theme.Px(20);
  const float strip = phone.empty() ? 0 : theme.Px(frame.wide ? 130 : 170);
  float height = 2 * pad + strip;
  for (const auto& line : lines) {
    if (!line.words.empty())
      height += MeasureWrapped(frame, line.words, area.w - 2 * pad, line.style) + gap;
  }
  Rect card = area.TakeTop(height);
  DrawCard(frame, card);
  card = card.Inset(pad);
  for (const auto& line : lines) {
    if (!line.words.empty()) card.TakeTop(DrawWrapped(frame, card, line.words, line.style), gap);
  }
  if (strip > 0) DrawPhoneStrip(frame, card.TakeTop(strip), say::kNoRoomCall, phone);

  RequestTap tap = RequestTap::kNone;
  if (SecondaryButton(frame, buttons[0], say::kHome, {"home"})) tap = RequestTap::kHome;
  if (DangerButton(frame, buttons[1], say::kDangerNow, {"emergency"})) flow_.ReportDanger();
  return tap;
}

}  // namespace studio
