#include "ui/screens/topics_screen.h"

#include <algorithm>
#include <memory>

#include "ui/screens/page_pieces.h"
#include "ui/screens/topic_pieces.h"
#include "ui/screens/topic_screen.h"
#include "ui/text.h"
#include "ui/topic_strings.h"
#include "ui/widget_press.h"

namespace studio {
namespace {

constexpr float kCardPad = 36, kArrow = 64;

TextStyle TitleOf(const Theme& theme) {
  TextStyle style = TextStyle::Of(theme.size.section_title, Weight::kBold).Lines(2);
  style.line_spacing = 1.3f;
  return style;
}
float PillsHeight(const Theme& theme) { return theme.size.chip_height * 0.78f; }
float LeaderHeight(const Theme& theme) { return theme.size.small * 1.4f; }
float CardHeight(const Theme& theme) {
  return 2 * theme.Px(kCardPad * 0.8f) + 2 * TitleOf(theme).size * 1.3f + theme.Px(34) +
         PillsHeight(theme) + LeaderHeight(theme);
}

}  // namespace

void TopicsScreen::Draw(Frame& frame) {
  const Theme& theme = frame.theme;
  Rect area = frame.area;
  if (Header(frame, area, say::kTopics)) return parts_.navigator.GoHome();
  if (HomeFooter(frame, area)) return parts_.navigator.GoHome();
  area.TakeTop(theme.Px(20));
  area = area.Inset(theme.size.margin, 0);
  const std::string today = LocalTime::At(parts_.state.CountyMs(frame.now)).Date();
  const std::vector<const Topic*> topics = InOrder(today);
  if (topics.empty()) return DrawEmptyPage(frame, area, "forum", say::kTopicsEmpty);
  const int columns = frame.wide ? 2 : 1;
  const int count = static_cast<int>(topics.size());
  PagedList list(frame, area, "topics", scroll_, (count + columns - 1) / columns, CardHeight(theme),
                 theme.size.gap);
  for (int row = list.First(); row < list.End(); ++row) {
    const std::vector<Rect> cells = list.Row(row).SplitColumns(columns, theme.size.gap);
    for (int column = 0; column < columns && row * columns + column < count; ++column) {
      DrawTopic(frame, cells[static_cast<std::size_t>(column)],
                *topics[static_cast<std::size_t>(row * columns + column)], today);
    }
  }
}

// What a topic takes changes with the day, also between two pages of the feed.
std::vector<const Topic*> TopicsScreen::InOrder(const std::string& today) const {
  std::vector<const Topic*> out;
  for (const Topic& topic : parts_.state.station->topics) out.push_back(&topic);
  std::stable_partition(out.begin(), out.end(),
                        [&](const Topic* topic) { return topic->TakesOpinions(today); });
  return out;
}

void TopicsScreen::DrawTopic(Frame& frame, Rect card, const Topic& topic,
                             const std::string& today) {
  const Theme& theme = frame.theme;
  const Press press = PressArea(frame, card, topic.title + "##" + topic.id);
  DrawPressCard(frame, card, press);
  card = card.Inset(theme.Px(kCardPad), theme.Px(kCardPad * 0.8f));
  DrawIcon(frame, card.TakeRight(theme.Px(kArrow), theme.Px(12)), "chevron_right", theme.Px(kArrow),
           theme.colour.icon);
  const TextStyle title = TitleOf(theme);
  const float height = MeasureWrapped(frame, topic.title, card.w, title);
  DrawWrapped(frame, card.TakeTop(2 * title.size * 1.3f, theme.Px(20)).Centred(card.w, height),
              topic.title, title);
  DrawFittingPills(frame, card.TakeTop(PillsHeight(theme), theme.Px(14)),
                   PillsOfTopic(topic, today));
  const std::string leader = say::LeaderOf(topic, *parts_.state.station);
  const std::string leads = leader.empty() ? "" : say::Fill(say::kLeads, {{"name", leader}});
  DrawText(
      frame, card, leads,
      Fitted(frame, leads, TextStyle::Of(theme.size.small, Weight::kRegular, theme.colour.soft_ink),
             card.w));
  if (press.tapped) {
    parts_.navigator.Push(std::make_unique<TopicScreen>(parts_, topic.id, ballots_));
  }
}

}  // namespace studio
