#include <algorithm>

#include "ui/kit/shapes.h"
#include "ui/press/page_pieces.h"
#include "ui/press/widgets.h"
#include "ui/screens/request/request_screen.h"
#include "ui/words/track_strings.h"

namespace studio {
namespace {

TextStyle HeardStyle(const Theme& theme) {
  TextStyle style = TextStyle::Of(theme.size.body, Weight::kBold);
  style.line_spacing = 1.35f;
  return style;
}

std::string Heard(const Matter& matter) {
  return say::Fill(say::kMattersHeard, {{"summary", matter.summary}});
}

// A matter's card: its words, and 我也是 beside them or under them.
constexpr float kCardPad = 34, kCardGap = 28, kWhoGap = 12;

float MeToo(const Theme& theme) { return theme.size.button * 3 + theme.Px(132); }
TextStyle WhoStyle(const Theme& theme) {
  return TextStyle::Of(theme.size.small, Weight::kRegular, theme.colour.soft_ink);
}
float WhoHeight(const Theme& theme) { return theme.size.small * 1.4f; }

float MatterHeight(const Frame& frame, const Matter& matter, float card, bool under) {
  const Theme& theme = frame.theme;
  const float inside = card - 2 * theme.Px(kCardPad);
  const float width = under ? inside : inside - MeToo(theme) - theme.Px(kCardGap);
  const float words = MeasureWrapped(frame, Heard(matter), width, HeardStyle(theme)) +
                      theme.Px(kWhoGap) + WhoHeight(theme);
  const float button = theme.size.button_height;
  return 2 * theme.Px(kCardPad) +
         (under ? words + theme.Px(kCardGap) + button : std::max(words, button));
}

bool DrawMatter(Frame& frame, const Rect& card, const Matter& matter, bool under) {
  const Theme& theme = frame.theme;
  DrawCard(frame, card);
  Rect inside = card.Inset(theme.Px(kCardPad));
  const float gap = theme.Px(kCardGap);
  const Rect me =
      under ? inside.TakeBottom(theme.size.button_height, gap)
            : inside.TakeRight(MeToo(theme), gap).Centred(MeToo(theme), theme.size.button_height);
  const std::string heard = Heard(matter), who = say::MatterLine(matter);
  const float words = MeasureWrapped(frame, heard, inside.w, HeardStyle(theme));
  if (!under) inside = inside.Centred(inside.w, words + theme.Px(kWhoGap) + WhoHeight(theme));
  DrawWrapped(frame, inside.TakeTop(words, theme.Px(kWhoGap)), heard, HeardStyle(theme));
  DrawText(frame, inside.TakeTop(WhoHeight(theme)), who,
           Fitted(frame, who, WhoStyle(theme), inside.w));
  return SecondaryButton(frame, me, std::string(say::kMeToo) + "##" + matter.id, {"group_add"});
}

// Whom one's request goes with, on the check page.
constexpr float kJoinedPad = 30, kJoinedIcon = 64;

float LeaveWidth(const Theme& theme) { return theme.size.button * 2 + theme.Px(54); }

float JoinedWidth(const Theme& theme, float panel) {
  return panel - 2 * theme.Px(kJoinedPad) - theme.Px(kJoinedIcon + 48) - LeaveWidth(theme);
}

TextStyle JoinedStyle(const Theme& theme, Weight weight, Colour ink) {
  TextStyle style = TextStyle::Of(theme.size.body, weight, ink);
  style.line_spacing = 1.35f;
  return style;
}

std::string JoinedTitle() { return std::string(say::kJoined) + "," + std::string(say::kJoinedOwn); }

float JoinedWords(const Frame& frame, const Matter& matter, float width) {
  const auto height = [&](std::string_view words, Weight weight) {
    return MeasureWrapped(frame, words, width,
                          JoinedStyle(frame.theme, weight, frame.theme.colour.ink));
  };
  return height(JoinedTitle(), Weight::kBold) + height(matter.summary, Weight::kRegular);
}

}  // namespace

void RequestScreen::DrawMatters(Frame& frame, Rect area) {
  const Theme& theme = frame.theme;
  const std::vector<const Matter*> matters = flow_.Matters();
  Rect footer = TakeFooter(frame, area);
  const bool back = SecondaryButton(
      frame, footer.TakeLeft(footer.w * (frame.wide ? 0.34f : 0.3f), theme.size.gap), say::kBack);
  const bool other = PrimaryButton(frame, footer, say::kNotTheSame);
  Question(frame, area, say::kMattersTitle, say::kMattersHint);
  area = area.Inset(theme.size.margin, 0);

  const Matter* joined = nullptr;
  const auto columns = area.SplitColumns(static_cast<int>(kMaxMattersOffered), theme.size.gap);
  float tallest = 0, row = 0;
  for (const Matter* matter : matters) {
    tallest = std::max(tallest, MatterHeight(frame, *matter, columns.front().w, true));
    row = std::max(row, MatterHeight(frame, *matter, area.w, false));
  }
  if (frame.wide && tallest <= area.h) {
    for (std::size_t i = 0; i < matters.size(); ++i) {
      Rect card = columns[i];
      card.h = tallest;
      if (DrawMatter(frame, card, *matters[i], true)) joined = matters[i];
    }
  } else {
    PagedList list(frame, area, "matters", matters_scroll_, static_cast<int>(matters.size()), row,
                   theme.size.gap);
    for (int i = list.First(); i < list.End(); ++i) {
      const Matter* matter = matters[static_cast<std::size_t>(i)];
      if (DrawMatter(frame, list.Row(i), *matter, false)) joined = matter;
    }
  }
  if (back) flow_.Back();
  if (joined) return flow_.Join(joined->id);
  if (other) flow_.JoinNone();
}

float RequestScreen::JoinedHeight(const Frame& frame, float width) const {
  const Matter* matter = flow_.joined();
  if (!matter) return 0;
  return JoinedWords(frame, *matter, JoinedWidth(frame.theme, width)) +
         2 * frame.theme.Px(kJoinedPad) + frame.theme.size.gap;
}

void RequestScreen::DrawJoined(Frame& frame, Rect& area) {
  const Matter* matter = flow_.joined();
  if (!matter) return;
  const Theme& theme = frame.theme;
  const Tint& tint = theme.colour.jade_tint;
  Rect panel = area.TakeTop(JoinedHeight(frame, area.w) - theme.size.gap, theme.size.gap);
  FillRounded(frame, panel, theme.size.small_radius, tint.back);
  if (theme.colour.outline_everything)
    OutlineRounded(frame, panel, theme.size.small_radius, theme.Px(4), tint.ink);
  panel = panel.Inset(theme.Px(kJoinedPad));
  const float icon = theme.Px(kJoinedIcon), button = LeaveWidth(theme);
  DrawIcon(frame, panel.TakeLeft(icon, theme.Px(24)), "groups", icon, tint.ink);
  const Rect leave = panel.TakeRight(button, theme.Px(24)).Centred(button, theme.Px(96));
  panel = panel.Centred(panel.w, JoinedWords(frame, *matter, panel.w));
  panel.TakeTop(
      DrawWrapped(frame, panel, JoinedTitle(), JoinedStyle(theme, Weight::kBold, tint.ink)));
  DrawWrapped(frame, panel, matter->summary, JoinedStyle(theme, Weight::kRegular, tint.ink));
  if (SecondaryButton(frame, leave, say::kLeaveJoined)) flow_.LeaveJoined();
}

}  // namespace studio
