#include "ui/screens/topics/topics_screen.h"

#include <algorithm>
#include <memory>

#include "ui/kit/text.h"
#include "ui/press/page_pieces.h"
#include "ui/press/widget_press.h"
#include "ui/screens/pieces/topic_pieces.h"
#include "ui/screens/pieces/wall_card.h"
#include "ui/screens/topics/topic_screen.h"
#include "ui/words/topic_strings.h"
#include "ui/words/wall_strings.h"

namespace studio {
namespace {

float TopicPillsHeight(const Theme& theme) { return theme.size.chip_height * 0.78f; }
float LeaderHeight(const Theme& theme) { return theme.size.small * 1.4f; }
float CardHeight(const Theme& theme) {
  return WallCardHeight(theme, TopicPillsHeight(theme) + theme.Px(14) + LeaderHeight(theme));
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
  if (topics.empty())
    return DrawEmptyPage(frame, area, "forum", say::EmptyLine(say::kTopicsEmpty, parts_.state));
  DrawWall(frame, area, "topics", scroll_, topics.size(), CardHeight(theme),
           [&](const Rect& card, std::size_t i) { DrawTopic(frame, card, *topics[i], today); });
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
  const bool tapped = DrawWallCard(frame, card, topic.title, topic.id);
  DrawFittingPills(frame, card.TakeTop(TopicPillsHeight(theme), theme.Px(14)),
                   PillsOfTopic(topic, today));
  const std::string leader = say::LeaderOf(topic, *parts_.state.station);
  const std::string leads = leader.empty() ? "" : say::Fill(say::kLeads, {{"name", leader}});
  DrawText(
      frame, card, leads,
      Fitted(frame, leads, TextStyle::Of(theme.size.small, Weight::kRegular, theme.colour.soft_ink),
             card.w));
  if (tapped) {
    parts_.navigator.Push(std::make_unique<TopicScreen>(parts_, topic.id, ballots_));
  }
}

}  // namespace studio
