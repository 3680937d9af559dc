#include "ui/screens/topics/topic_screen.h"

#include <memory>

#include "app/topics/topic_flow.h"
#include "ui/press/page_pieces.h"
#include "ui/press/widgets.h"
#include "ui/screens/pieces/topic_pieces.h"
#include "ui/screens/topics/opinion_screen.h"
#include "ui/words/topic_strings.h"
#include "ui/words/wall_strings.h"

namespace studio {

void TopicScreen::Draw(Frame& frame) {
  const Theme& theme = frame.theme;
  Rect area = frame.area;
  if (Header(frame, area, say::kTopics)) return parts_.navigator.Pop();
  const Topic* topic = TopicOf(*parts_.state.station, topic_);
  // The county may take it back while somebody reads.
  if (topic == nullptr) return parts_.navigator.Pop();
  const std::string today = LocalTime::At(parts_.state.CountyMs(frame.now)).Date();
  DrawFooter(frame, area, *topic, today);
  area.TakeTop(theme.Px(20));
  ArticleOf(*topic, today, frame.now).Draw(frame, area.Inset(theme.size.margin, 0), read_);
}

bool TopicScreen::SaidBefore() const { return ballots_.SaidOn(topic_); }

void TopicScreen::DrawFooter(Frame& frame, Rect& area, const Topic& topic,
                             const std::string& today) {
  const Theme& theme = frame.theme;
  Rect footer = TakeFooter(frame, area);
  if (!topic.TakesOpinions(today)) {
    const std::vector<Rect> pair = footer.SplitColumns(2, theme.size.gap);
    if (SecondaryButton(frame, pair[0], say::kBack)) parts_.navigator.Pop();
    if (SecondaryButton(frame, pair[1], say::kHome, {"home"})) parts_.navigator.GoHome();
    return;
  }
  ButtonLook look;
  look.icon = "campaign";
  look.enabled = ShortageOf(parts_.state.storage) < Shortage::kNoRequests;
  look.why_not = say::kNoRoomForOpinion;
  const Rect back = footer.TakeLeft(footer.w * 0.36f, theme.size.gap);
  if (SecondaryButton(frame, back, say::kBack)) parts_.navigator.Pop();
  if (PrimaryButton(frame, footer, SaidBefore() ? say::kSayAgain : say::kSayIt, look)) {
    parts_.navigator.Push(std::make_unique<OpinionScreen>(parts_, topic, ballots_));
  }
}

Article TopicScreen::ArticleOf(const Topic& topic, const std::string& today,
                               const Moment& now) const {
  const Station& station = *parts_.state.station;
  Article out;
  ArticleHead head;
  head.title = topic.title;
  head.pills = PillsOfTopic(topic, today);
  if (const std::string leader = say::LeaderOf(topic, station); !leader.empty()) {
    head.lines.push_back(say::Fill(say::kLeads, {{"name", leader}}));
  }
  if (topic.TakesOpinions(today)) {
    head.lines.push_back(
        topic.closes.empty()
            ? std::string(say::kNoClosing)
            : say::Fill(say::kCloses, {{"date", say::DateOf(topic.closes, today)}}));
  }
  out.AddBlock(HeadBlock(std::move(head)));
  if (SaidBefore() && topic.TakesOpinions(today)) {
    out.AddBlock(NoticeBlock(Tone::kJade, "check_circle", std::string(say::kSaidTitle),
                             std::string(say::kSaidAgain)));
  }
  if (!topic.result.empty()) out.AddText(std::string(say::kResult), topic.result);
  if (!topic.follow_up.empty()) out.AddText(std::string(say::kFollowUp), topic.follow_up);
  if (!topic.summary.empty()) out.AddText(std::string(say::kSummary), topic.summary);
  if (!topic.steps.empty() || !station.mechanism.topic_steps.empty()) {
    out.AddBlock(StepsBlock(topic, station.mechanism, today));
  }
  out.AddBlock(CountsBlock(topic, say::StaleLine(parts_.state, now)));
  for (const Topic::Page& page : topic.background) {
    out.AddText(page.title, page.text);
    if (!page.picture.empty()) out.AddBlock(PictureBlock(parts_.pictures.Get(page.picture)));
  }
  if (!topic.voices.empty()) {
    std::string said;
    for (const std::string& voice : topic.voices)
      said += (said.empty() ? "“" : "\n“") + voice + "”";
    const std::string read = say::Fill(say::kVoicesRead, {{"county", say::CountyName(station)}});
    out.AddText(std::string(say::kVoices) + "（" + read + "）", said);
  }
  return out;
}

}  // namespace studio
