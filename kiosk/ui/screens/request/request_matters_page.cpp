#include "ui/screens/request/request_matters_page.h"

#include <algorithm>

#include "ui/kit/shapes.h"
#include "ui/press/page_pieces.h"
#include "ui/press/widgets.h"
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
constexpr float kMatterPad = 34, kMatterGap = 28, kWhoGap = 12;

float MeToo(const Theme& theme) { return theme.size.button * 3 + theme.Px(132); }
TextStyle WhoStyle(const Theme& theme) {
  return TextStyle::Of(theme.size.small, Weight::kRegular, theme.colour.soft_ink);
}
float WhoHeight(const Theme& theme) { return theme.size.small * 1.4f; }

float MatterHeight(const Frame& frame, const Matter& matter, float card, bool under) {
  const Theme& theme = frame.theme;
  const float inside = card - 2 * theme.Px(kMatterPad);
  const float width = under ? inside : inside - MeToo(theme) - theme.Px(kMatterGap);
  const float words = MeasureWrapped(frame, Heard(matter), width, HeardStyle(theme)) +
                      theme.Px(kWhoGap) + WhoHeight(theme);
  const float button = theme.size.button_height;
  return 2 * theme.Px(kMatterPad) +
         (under ? words + theme.Px(kMatterGap) + button : std::max(words, button));
}

bool DrawMatter(Frame& frame, const Rect& card, const Matter& matter, bool under) {
  const Theme& theme = frame.theme;
  DrawCard(frame, card);
  Rect inside = card.Inset(theme.Px(kMatterPad));
  const float gap = theme.Px(kMatterGap);
  const Rect me =
      under ? inside.TakeBottom(theme.size.button_height, gap)
            : inside.TakeRight(MeToo(theme), gap).Centred(MeToo(theme), theme.size.button_height);
  const std::string heard = Heard(matter), who = say::MatterLine(matter);
  const float words = MeasureWrapped(frame, heard, inside.w, HeardStyle(theme));
  if (!under) inside = inside.Centred(inside.w, words + theme.Px(kWhoGap) + WhoHeight(theme));
  DrawWrapped(frame, inside.TakeTop(words, theme.Px(kWhoGap)), heard, HeardStyle(theme));
  DrawText(frame, inside.TakeTop(WhoHeight(theme)), who,
           Fitted(frame, who, WhoStyle(theme), inside.w));
  return PrimaryButton(frame, me, std::string(say::kMeToo) + "##" + matter.id, {"group_add"});
}

}  // namespace

RequestTap RequestMattersPage::Draw(Frame& frame, Rect area) {
  const Theme& theme = frame.theme;
  const std::vector<const Matter*> matters = flow_.Matters();
  Rect footer = TakeFooter(frame, area);
  const bool back = SecondaryButton(
      frame, footer.TakeLeft(footer.w * (frame.wide ? 0.34f : 0.3f), theme.size.gap), say::kBack);
  const bool other = SecondaryButton(frame, footer, say::kNotTheSame);
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
    PagedList list(frame, area, "matters", scroll_, static_cast<int>(matters.size()), row,
                   theme.size.gap);
    for (int i = list.First(); i < list.End(); ++i) {
      const Matter* matter = matters[static_cast<std::size_t>(i)];
      if (DrawMatter(frame, list.Row(i), *matter, false)) joined = matter;
    }
  }
  if (back) return RequestTap::kBack;
  if (joined) flow_.Join(joined->id);
  return other ? RequestTap::kOn : RequestTap::kNone;
}

}  // namespace studio
