#include "ui/screens/notices_screen.h"

#include <algorithm>

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
  area = area.Inset(frame.theme.size.margin, frame.theme.Px(24));
  if (open != notices.end()) {
    DrawOne(frame, area, *open);
  } else if (notices.empty()) {
    DrawText(frame, area, say::kNoticesEmpty,
             TextStyle::Of(frame.theme.size.body, Weight::kRegular, frame.theme.colour.soft_ink,
                           Align::kCentre));
  } else {
    DrawList(frame, area);
  }
}

void NoticesScreen::DrawList(Frame& frame, const Rect& area) {
  const auto& notices = parts_.state.station->notices;
  const Theme& theme = frame.theme;
  PagedList list(frame, area, "notices", scroll_, static_cast<int>(notices.size()), theme.Px(200),
                 theme.size.gap);
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
  DrawCard(frame, area);
  area = area.Inset(theme.Px(52));
  area.TakeTop(
      DrawWrapped(frame, area, notice.title, TextStyle::Of(theme.size.page_title, Weight::kBold)),
      theme.Px(18));
  DrawText(frame, area.TakeTop(theme.Px(56), theme.Px(30)), notice.level + "  " + notice.date,
           TextStyle::Of(theme.size.small, Weight::kRegular, theme.colour.soft_ink));
  TextStyle text = TextStyle::Of(theme.size.body);
  text.line_spacing = 1.65f;
  DrawWrapped(frame, area, notice.text, text);
}

}  // namespace studio
