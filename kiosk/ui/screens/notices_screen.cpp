#include "ui/screens/notices_screen.h"

#include <algorithm>

#include "ui/screens/page_pieces.h"
#include "ui/strings.h"
#include "ui/widgets.h"

namespace studio {

void NoticesScreen::Draw(Frame& frame) {
  Rect area = frame.area;
  const auto& notices = parts_.state.station->notices;
  const auto open = std::find_if(notices.begin(), notices.end(),
                                 [&](const Notice& notice) { return notice.id == open_; });
  if (Header(frame, area, say::kNotices)) {
    if (open == notices.end()) {
      parts_.navigator.GoHome();
    } else {
      open_.clear();
    }
    return;
  }
  const bool reading = open != notices.end();
  Rect footer = TakeFooter(frame, area);
  if (reading) {
    const Rect back = footer.TakeLeft((footer.w - frame.theme.size.gap) / 2, frame.theme.size.gap);
    if (SecondaryButton(frame, back, say::kBack)) open_.clear();
  }
  if (SecondaryButton(frame, footer, say::kHome, {"home"})) {
    parts_.navigator.GoHome();
    return;
  }
  area.TakeTop(frame.theme.Px(20));
  area = area.Inset(frame.theme.size.margin, 0);
  if (reading) {
    DrawOne(frame, area, *open);
  } else if (notices.empty()) {
    DrawEmptyPage(frame, area, "campaign", say::kNoticesEmpty);
  } else {
    DrawList(frame, area);
  }
}

void NoticesScreen::DrawList(Frame& frame, const Rect& area) {
  const auto& notices = parts_.state.station->notices;
  const Theme& theme = frame.theme;
  PagedList list(frame, area, "notices", scroll_, static_cast<int>(notices.size()),
                 theme.Px(150) + theme.size.small * 1.3f, theme.size.gap);
  for (int i = list.First(); i < list.End(); ++i) {
    const Notice& notice = notices[static_cast<std::size_t>(i)];
    const std::string hint = notice.level.empty() ? notice.date : notice.level + "  " + notice.date;
    if (RowTile(frame, list.Row(i), notice.title, {"campaign", hint, Tone::kSand})) {
      open_ = notice.id;
    }
  }
}

void NoticesScreen::DrawOne(Frame& frame, Rect area, const Notice& notice) {
  const Theme& theme = frame.theme;
  const float pad = theme.Px(56), after_title = theme.Px(18), after_date = theme.Px(30);
  const TextStyle title = TextStyle::Of(theme.size.page_title, Weight::kBold);
  const TextStyle date = TextStyle::Of(theme.size.small, Weight::kRegular, theme.colour.soft_ink);
  TextStyle text = TextStyle::Of(theme.size.button);
  text.line_spacing = 1.65f;
  const float width = area.w - 2 * pad;
  const float date_height = date.size * date.line_spacing;
  const float around = 2 * pad + MeasureWrapped(frame, notice.title, width, title) + after_title +
                       date_height + after_date;
  if (around + MeasureWrapped(frame, notice.text, width, text) > area.h) {
    text.size = theme.size.body;
  }
  area.h = std::min(area.h, around + MeasureWrapped(frame, notice.text, width, text));
  DrawCard(frame, area);
  area = area.Inset(pad);
  area.TakeTop(DrawWrapped(frame, area, notice.title, title), after_title);
  DrawText(frame, area.TakeTop(date_height, after_date), notice.level + "  " + notice.date, date);
  text.max_lines = std::max(1, static_cast<int>(area.h / (text.size * text.line_spacing) + 0.5f));
  DrawWrapped(frame, area, notice.text, text);
}

}  // namespace studio
