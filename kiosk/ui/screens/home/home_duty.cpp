// Who is on duty today, as home shows it: a cell for each, laid out for how many they are. Nothing
// of it depends on a picture, so that none moves anything when it arrives.
#include <algorithm>

#include "ui/kit/text_layout.h"
#include "ui/press/page_pieces.h"
#include "ui/press/widget_press.h"
#include "ui/screens/duty/roster_screen.h"
#include "ui/screens/home/home_screen.h"
#include "ui/screens/pieces/roster_pieces.h"
#include "ui/screens/pieces/wall_pieces.h"
#include "ui/words/strings.h"

namespace studio {
namespace {

// What a cell is made of, by how many share the card.
struct CellLook {
  // kTower: one under the other, in the middle.
  enum class Pill { kUnder, kBeside, kBelowAll, kTower };
  int columns = 1, rows = 1;
  float circle = 0, name = 0, pill = 0, above_pill = 0, pad = 0, gap = 0;
  Pill where = Pill::kUnder;
  bool sector_line = true;  // under the name; else beside it, where there is room

  float NameHeight() const { return name * 1.3f; }
};

std::size_t MostShown(bool wide, bool extra_large) {
  if (extra_large) return 2;
  return wide ? 4 : 6;
}

CellLook LookFor(const Theme& theme, std::size_t shown, bool wide, bool extra_large) {
  CellLook look;
  look.pill = theme.size.chip_height * 0.78f;
  look.above_pill = theme.Px(10);
  look.gap = theme.Px(20);
  look.pad = theme.Px(22);
  look.name = theme.size.card_title * 0.92f;
  look.circle = theme.Px(126);
  const int count = static_cast<int>(std::max<std::size_t>(shown, 1));
  if (extra_large) {
    look.rows = wide ? count : 2;
    look.where = wide ? CellLook::Pill::kUnder : CellLook::Pill::kBeside;
    look.sector_line = false;
    return look;
  }
  if (wide) {
    look.rows = count;
    if (count == 1) {
      look.where = CellLook::Pill::kTower;
      look.circle = theme.Px(240);
      look.name = theme.size.page_title;
      look.above_pill = theme.Px(20);
    }
    look.sector_line = count <= 2;
    if (count >= 3) look.circle = theme.Px(112);
    if (count == 4) {
      look.name = theme.size.button;
      look.circle = theme.Px(96);
      look.pad = theme.Px(16);
      look.gap = theme.Px(14);
      look.pill = theme.size.chip_height * 0.68f;
      look.above_pill = theme.Px(4);
    }
    return look;
  }
  const bool three = count == 3 || count >= 5;
  look.columns = count == 1 ? 1 : three ? 3 : 2;
  look.rows = (count + look.columns - 1) / look.columns;
  if (count == 1) {
    look.circle = theme.Px(188);
    look.name = theme.size.page_title;
    look.where = CellLook::Pill::kBeside;
  } else if (count >= 3) {
    look.sector_line = false;
    look.circle = theme.Px(three ? 84 : 104);
    look.name = theme.size.button;
    look.pad = theme.Px(18);
    look.gap = theme.Px(16);
    if (three) {
      look.pad = theme.Px(14);
      look.where = CellLook::Pill::kBelowAll;
      look.sector_line = true;
    }
  }
  return look;
}

float CellHeight(const Theme& theme, const CellLook& look) {
  float words = look.NameHeight() + (look.sector_line ? theme.size.small * 1.35f : 0);
  if (look.where == CellLook::Pill::kUnder) words += look.above_pill + look.pill;
  if (look.where == CellLook::Pill::kTower) {
    return look.circle + 2 * look.above_pill + words + look.pill + 2 * look.pad;
  }
  float height = std::max(look.circle, words);
  if (look.where == CellLook::Pill::kBelowAll) height += theme.Px(12) + look.pill;
  return height + 2 * look.pad;
}

std::string HoursOfLine(const DutyLine& line) { return line.from + "–" + line.to; }

// Of whom there is nothing else to say, when their turn is or was.
DutyLook LookOfLine(const DutyLine& line) {
  DutyLook look = LookOf(line.state);
  const bool turn = line.state == PublicDuty::kPlanned || line.state == PublicDuty::kSwapped;
  if (turn && !line.from.empty()) look.word = HoursOfLine(line);
  return look;
}

std::string Joined(const std::vector<std::string>& parts, std::string_view between) {
  std::string out;
  for (const std::string& part : parts) {
    if (!out.empty()) out += between;
    out += part;
  }
  return out;
}

float HeadHeight(const Theme& theme) { return std::max(theme.size.button * 1.4f, theme.Px(64)); }

// The name, and the sector under it or beside it where there is room.
void DrawWords(Frame& frame, Rect place, const Member& member, const CellLook& look) {
  const Theme& theme = frame.theme;
  TextStyle name = TextStyle::Of(look.name, Weight::kBold);
  const TextStyle soft = TextStyle::Of(theme.size.small, Weight::kRegular, theme.colour.soft_ink);
  Rect first = place.TakeTop(look.NameHeight());
  name = Fitted(frame, member.name, name, first.w);
  const float width = DrawText(frame, first, member.name, name);
  if (look.sector_line) {
    first = place.TakeTop(theme.size.small * 1.35f);
  } else {
    first.TakeLeft(width, theme.Px(16));
    // Both stand on one line of writing.
    first.y += (name.size - soft.size) * kBaselineBelowMiddle;
  }
  if (MeasureText(frame, member.sector, soft) <= first.w) {
    DrawText(frame, first, member.sector, soft);
  }
}

struct Face {
  int index = 0;
  PicturePtr photo;
};

void DrawCell(Frame& frame, Rect cell, const DutyLine& line, const CellLook& look,
              const Face& face) {
  const Theme& theme = frame.theme;
  FillRounded(frame, cell, theme.size.small_radius, theme.colour.well);
  if (theme.colour.outline_everything)
    OutlineRounded(frame, cell, theme.size.small_radius, theme.Px(3), theme.colour.outline);
  cell = cell.Inset(look.pad, 0);
  const DutyLook word = LookOfLine(line);
  // Where the hours take the whole cell, their mark gives way.
  const bool icon = PillWidth(frame, word.word, true) <= cell.w;
  const float pill_width = PillWidth(frame, word.word, icon);
  const auto pill = [&](float x, float y) {
    StatusPill(frame, x, y, word.word, icon ? word.icon : "", word.tone, look.pill);
  };
  if (look.where == CellLook::Pill::kTower) {
    cell = cell.Centred(cell.w, CellHeight(theme, look) - 2 * look.pad);
    DrawFace(frame, cell.TakeTop(look.circle, look.above_pill).Centred(look.circle, look.circle),
             line.member.name, face.index, face.photo, theme.colour.well);
    TextStyle name = TextStyle::Of(look.name, Weight::kBold);
    TextStyle soft = TextStyle::Of(theme.size.small, Weight::kRegular, theme.colour.soft_ink);
    name.align = soft.align = Align::kCentre;
    DrawText(frame, cell.TakeTop(look.NameHeight()), line.member.name,
             Fitted(frame, line.member.name, name, cell.w));
    DrawText(frame, cell.TakeTop(theme.size.small * 1.35f, look.above_pill), line.member.sector,
             Fitted(frame, line.member.sector, soft, cell.w));
    return pill(cell.CentreX() - pill_width / 2, cell.y);
  }
  const float words_height =
      look.NameHeight() + (look.sector_line ? theme.size.small * 1.35f : 0) +
      (look.where == CellLook::Pill::kUnder ? look.above_pill + look.pill : 0);
  const float top_height = std::max(look.circle, words_height);
  const bool below = look.where == CellLook::Pill::kBelowAll;
  cell = cell.Centred(cell.w, top_height + (below ? theme.Px(12) + look.pill : 0));
  Rect top = cell.TakeTop(top_height, theme.Px(12));
  if (below) pill(cell.x, cell.y);
  DrawFace(frame, top.TakeLeft(look.circle, look.pad).Centred(look.circle, look.circle),
           line.member.name, face.index, face.photo, theme.colour.well);
  if (look.where == CellLook::Pill::kBeside) {
    const Rect place = top.TakeRight(pill_width, theme.Px(20));
    pill(place.x, place.CentreY() - look.pill / 2);
  }
  DrawWords(frame, top.Centred(top.w, words_height), line.member, look);
  if (look.where == CellLook::Pill::kUnder) {
    pill(top.x, top.CentreY() + words_height / 2 - look.pill);
  }
}

}  // namespace

float HomeScreen::DutyHeight(const Frame& frame) const {
  const Theme& theme = frame.theme;
  const DutyToday duty = DutyOn(*parts_.state.station, parts_.state.CountyMs(frame.now));
  const bool large = parts_.modes.theme.extra_large;
  const CellLook look =
      LookFor(theme, std::min(duty.lines.size(), MostShown(false, large)), false, large);
  const auto rows = static_cast<float>(look.rows);
  // One alone, or nobody, takes as much as two beside each other.
  const CellLook two = LookFor(theme, 2, false, large);
  const float cells =
      std::max(rows * CellHeight(theme, look) + (rows - 1) * look.gap, CellHeight(theme, two));
  return HeadHeight(theme) + theme.Px(20) + 2 * theme.Px(32) + cells;
}

void HomeScreen::DrawDuty(Frame& frame, const Rect& card) {
  const Theme& theme = frame.theme;
  const DutyToday duty = DutyOn(*parts_.state.station, parts_.state.CountyMs(frame.now));
  frame.screen_text.Quiet(card);  // the page behind it is read
  const Press press = PressArea(frame, card, say::kDutyToday);
  DrawPressCard(frame, card, press);
  Rect inside = card.Inset(theme.Px(40), theme.Px(frame.wide ? 26 : 32));
  const std::size_t shown =
      std::min(duty.lines.size(), MostShown(frame.wide, parts_.modes.theme.extra_large));
  DrawDutyHead(frame, inside, duty, duty.lines.size() - shown);
  if (duty.lines.empty()) {
    TextStyle words =
        TextStyle::Of(theme.size.button, Weight::kBold, theme.colour.soft_ink, Align::kCentre);
    TextStyle hint =
        TextStyle::Of(theme.size.body, Weight::kRegular, theme.colour.soft_ink, Align::kCentre);
    const float height = MeasureWrapped(frame, say::kNobodyHint, inside.w, hint);
    inside = inside.Centred(inside.w, words.size * words.line_spacing + height);
    DrawText(frame, inside.TakeTop(words.size * words.line_spacing), say::kNobodyOnDuty, words);
    DrawWrapped(frame, inside, say::kNobodyHint, hint);
  } else {
    const CellLook look = LookFor(theme, shown, frame.wide, parts_.modes.theme.extra_large);
    // Lying, the card is as high as the page; cells do not grow beyond what suits them.
    const auto rows = static_cast<float>(look.rows);
    const float most = CellHeight(theme, look) * 1.3f * rows + look.gap * (rows - 1);
    inside.h = std::min(inside.h, most);
    const std::vector<Rect> cells = inside.SplitGrid(look.columns, look.rows, look.gap);
    for (std::size_t i = 0; i < shown; ++i) {
      const DutyLine& line = duty.lines[i];
      DrawCell(frame, cells[i], line, look,
               {static_cast<int>(i), parts_.pictures.Get(line.member.photo)});
    }
  }
  if (press.tapped) parts_.navigator.Push(std::make_unique<RosterScreen>(parts_));
}

// Title, hours and how many more there are.
void HomeScreen::DrawDutyHead(Frame& frame, Rect& inside, const DutyToday& duty, std::size_t more) {
  const Theme& theme = frame.theme;
  Rect title = inside.TakeTop(HeadHeight(theme), theme.Px(frame.wide ? 6 : 20));
  const TextStyle bold = TextStyle::Of(theme.size.button, Weight::kBold);
  DrawText(frame, title.TakeLeft(MeasureText(frame, say::kDutyToday, bold) + 1, theme.Px(24)),
           say::kDutyToday, bold);
  const float arrow = theme.Px(48);
  DrawIcon(frame, title.TakeRight(arrow, theme.Px(8)), "chevron_right", arrow, theme.colour.icon);
  if (more > 0) {
    const std::string words =
        say::Fill(say::kMoreOnDuty, {{"n", say::Number(static_cast<std::int64_t>(more))}});
    TextStyle count = TextStyle::Of(theme.size.small, Weight::kBold);
    const Rect place = title.TakeRight(MeasureText(frame, words, count) + 1, theme.Px(24));
    DrawText(frame, place, words, count);
  }
  TextStyle hours = TextStyle::Of(theme.size.small, Weight::kRegular, theme.colour.soft_ink);
  const std::string all = Joined(duty.hours, " · ");
  if (frame.wide) {
    hours = Fitted(frame, all, hours, inside.w);
    DrawText(frame, inside.TakeTop(hours.size * hours.line_spacing, theme.Px(16)), all, hours);
  } else if (MeasureText(frame, all, hours) <= title.w) {
    hours.align = Align::kRight;
    DrawText(frame, title, all, hours);
  }
}

}  // namespace studio
