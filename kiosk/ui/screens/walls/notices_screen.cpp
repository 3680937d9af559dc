#include "ui/screens/walls/notices_screen.h"

#include <algorithm>
#include <cmath>

#include "ui/kit/text.h"
#include "ui/press/page_pieces.h"
#include "ui/press/widget_press.h"
#include "ui/screens/pieces/wall_card.h"
#include "ui/screens/pieces/wall_pieces.h"
#include "ui/words/wall_strings.h"

namespace studio {
namespace {

float NoticeLevelHeight(const Theme& theme) { return theme.size.chip_height * 0.78f; }

}  // namespace

std::string NoticesScreen::Today(const Frame& frame) const {
  return LocalTime::At(parts_.state.CountyMs(frame.now)).Date();
}

void NoticesScreen::Draw(Frame& frame) {
  Rect area = frame.area;
  const Station& station = *parts_.state.station;
  const auto open = std::find_if(station.notices.begin(), station.notices.end(),
                                 [&](const Notice& notice) { return notice.id == open_; });
  // The county may take it back while somebody reads.
  if (page_ == Page::kNotice && open == station.notices.end()) page_ = Page::kList;
  if (page_ == Page::kTally && month_ >= station.tallies.size()) page_ = Page::kList;
  if (Header(frame, area, say::kNotices)) {
    if (page_ == Page::kList) return parts_.navigator.GoHome();
    page_ = Page::kList;
    return;
  }
  DrawFooter(frame, area);
  area.TakeTop(frame.theme.Px(20));
  area = area.Inset(frame.theme.size.margin, 0);
  switch (page_) {
    case Page::kNotice:
      return DrawOne(frame, area, *open);
    case Page::kTally:
      return DrawTally(frame, area);
    case Page::kList:
      break;
  }
  if (station.notices.empty() && station.tallies.empty()) {
    return DrawEmptyPage(frame, area, "campaign", say::EmptyLine(say::kNoticesEmpty, parts_.state));
  }
  DrawList(frame, area);
}

void NoticesScreen::DrawFooter(Frame& frame, Rect& area) {
  Rect footer = TakeFooter(frame, area);
  if (page_ != Page::kList) {
    const Rect back = footer.TakeLeft((footer.w - frame.theme.size.gap) / 2, frame.theme.size.gap);
    if (SecondaryButton(frame, back, say::kBack)) page_ = Page::kList;
  }
  if (SecondaryButton(frame, footer, say::kHome, {"home"})) parts_.navigator.GoHome();
}

void NoticesScreen::DrawList(Frame& frame, const Rect& area) {
  const Theme& theme = frame.theme;
  const auto& notices = parts_.state.station->notices;
  const std::size_t tally = parts_.state.station->tallies.empty() ? 0 : 1;
  DrawWall(frame, area, "notices", scroll_, notices.size() + tally,
           WallCardHeight(theme, NoticeLevelHeight(theme)), [&](const Rect& card, std::size_t i) {
             if (i < tally) {
               DrawTallyEntry(frame, card);
             } else {
               DrawEntry(frame, card, notices[i - tally]);
             }
           });
}

void NoticesScreen::DrawTallyEntry(Frame& frame, const Rect& card) {
  const Tally& newest = parts_.state.station->tallies.front();
  const std::string hint = say::Fill(say::kTallyHint, {{"month", say::MonthOf(newest.month)},
                                                       {"n", say::Number(newest.received)},
                                                       {"m", say::Number(newest.answered)}});
  if (!RowTile(frame, card, say::kTally, {"fact_check", hint, Tone::kJade})) return;
  page_ = Page::kTally;
  month_ = 0;
}

void NoticesScreen::DrawEntry(Frame& frame, Rect card, const Notice& notice) {
  const Theme& theme = frame.theme;
  const bool tapped = DrawWallCard(frame, card, notice.title, notice.id);
  if (!notice.level.empty()) {
    const Pill level = LevelPill(notice.level);
    const Rect pill = StatusPill(frame, card.x, card.y, level.word, level.icon, level.tone, card.h);
    card.TakeLeft(pill.w, theme.Px(24));
  }
  const std::string date = say::DateOf(notice.date, Today(frame));
  DrawText(frame, card, date,
           TextStyle::Of(theme.size.small, Weight::kRegular, theme.colour.soft_ink));
  if (!tapped) return;
  page_ = Page::kNotice;
  open_ = notice.id;
  read_ = {};
}

void NoticesScreen::DrawOne(Frame& frame, const Rect& area, const Notice& notice) {
  Article article;
  ArticleHead head;
  head.title = notice.title;
  if (!notice.level.empty()) head.pills.push_back(LevelPill(notice.level));
  if (!notice.date.empty()) head.lines.push_back(say::DateOf(notice.date, Today(frame)));
  article.AddBlock(HeadBlock(std::move(head)));
  if (!notice.picture.empty()) {
    article.AddBlock(PictureBlock(parts_.pictures.Get(notice.picture)));
  }
  article.AddText({}, notice.text);
  article.Draw(frame, area, read_);
}

void NoticesScreen::DrawTally(Frame& frame, Rect area) {
  const Theme& theme = frame.theme;
  const Station& station = *parts_.state.station;
  const Tally& tally = station.tallies[month_];
  const std::string title = say::Fill(say::kTallyTitle, {{"month", say::MonthOf(tally.month)}});
  const std::string of = say::Fill(say::kTallyOf, {{"studio", station.studio.name}});
  TextStyle bold = TextStyle::Of(theme.size.page_title, Weight::kBold);
  bold.line_spacing = 1.3f;
  TextStyle soft = TextStyle::Of(theme.size.body, Weight::kRegular, theme.colour.soft_ink);
  area.TakeTop(DrawWrapped(frame, area, title, bold));
  area.TakeTop(DrawWrapped(frame, area, of, soft), theme.size.gap);
  if (station.tallies.size() > 1) {
    DrawMonths(frame, area.TakeBottom(theme.size.chip_height + theme.Px(8), theme.size.gap));
  }
  const std::string counted = say::Fill(
      say::kTallyCounted, {{"county", say::CountyName(station)},
                           {"when", say::WhenOf(tally.at_ms, parts_.state.CountyMs(frame.now))}});
  const float foot = MeasureWrapped(frame, counted, area.w, soft);
  DrawWrapped(frame, area.TakeBottom(foot, theme.size.gap), counted, soft);
  const struct {
    std::string_view word;
    int number;
    Tone tone;
  } cells[] = {{say::kTallyReceived, tally.received, Tone::kSand},
               {say::kTallyAnswered, tally.answered, Tone::kJade},
               {say::kTallySolved, tally.solved, Tone::kJade},
               {say::kTallyOpen, tally.open, Tone::kAmber}};
  area.h = std::min(area.h, theme.Px(frame.wide ? 420 : 860));
  const std::vector<Rect> places =
      area.SplitGrid(frame.wide ? 4 : 2, frame.wide ? 1 : 2, theme.size.gap);
  for (std::size_t i = 0; i < std::size(cells); ++i) {
    const Tint& tint = theme.colour.TintOf(cells[i].tone);
    FillRounded(frame, places[i], theme.size.radius, tint.back);
    if (theme.colour.outline_everything)
      OutlineRounded(frame, places[i], theme.size.radius, theme.Px(4), tint.ink);
    const TextStyle word =
        TextStyle::Of(theme.size.card_title, Weight::kRegular, tint.ink, Align::kCentre);
    const float room = (places[i].h - theme.Px(16) - word.size * 1.4f) / 1.3f;
    const TextStyle number = TextStyle::Of(std::floor(std::min(theme.size.digits * 1.7f, room)),
                                           Weight::kBold, tint.ink, Align::kCentre);
    Rect block = places[i].Centred(places[i].w, number.size * 1.3f + word.size * 1.4f);
    const std::string digits = say::Number(cells[i].number);
    DrawText(frame, block.TakeTop(number.size * 1.3f), digits,
             Fitted(frame, digits, number, block.w));
    DrawText(frame, block, cells[i].word, word);
  }
}

void NoticesScreen::DrawMonths(Frame& frame, const Rect& row) {
  const std::vector<Rect> pair = row.SplitColumns(2, frame.theme.size.gap);
  ButtonLook earlier{"chevron_left"}, later{"chevron_right"};
  earlier.taps = later.taps = Taps::kAgain;
  earlier.enabled = month_ + 1 < parts_.state.station->tallies.size();
  later.enabled = month_ > 0;
  if (SecondaryButton(frame, pair[0], say::kEarlierMonth, earlier)) ++month_;
  if (SecondaryButton(frame, pair[1], say::kLaterMonth, later)) --month_;
}

}  // namespace studio
