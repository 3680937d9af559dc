#include "ui/screens/desk/led_topics_screen.h"

#include <memory>

#include "app/desk/writeup_words.h"
#include "app/topics/topic_flow.h"
#include "ui/press/page_pieces.h"
#include "ui/press/widgets.h"
#include "ui/screens/desk/desk_foot.h"
#include "ui/screens/desk/writeup_screen.h"
#include "ui/screens/pieces/topic_pieces.h"
#include "ui/words/staff/desk_strings.h"
#include "ui/words/staff/ledger_strings.h"
#include "ui/words/topic_strings.h"
#include "ui/words/wall_strings.h"

namespace studio {

void LedTopicsScreen::Draw(Frame& frame) {
  const Theme& theme = frame.theme;
  Rect area = frame.area;
  if (Header(frame, area, say::kLedTopics)) return parts_.navigator.Pop();
  if (SecondaryButton(frame, TakeFooter(frame, area), say::kBack)) return parts_.navigator.Pop();
  area.TakeTop(theme.Px(16));
  area = area.Inset(theme.size.margin, 0);
  std::vector<const Topic*> led;
  for (const Topic& topic : parts_.state.station->topics) {
    if (topic.leading == session_.member) led.push_back(&topic);
  }
  if (led.empty()) return DrawEmptyPage(frame, area, "forum", say::kLedTopicsNone);
  const std::string today = LocalTime::At(parts_.state.CountyMs(frame.now)).Date();
  const Topic* tapped = nullptr;
  {
    const float height = theme.size.card_title * 1.3f + theme.size.small * 1.4f + theme.Px(44);
    PagedList list(frame, area, "led", scroll_, static_cast<int>(led.size()), height, theme.Px(18));
    for (int i = list.First(); i < list.End(); ++i) {
      const Topic& topic = *led[static_cast<std::size_t>(i)];
      const std::string hint = say::LedTopicHint(topic, today);
      if (RowTile(frame, list.Row(i), topic.title + "##" + topic.id, {"forum", hint, Tone::kSand}))
        tapped = &topic;
    }
  }
  if (tapped != nullptr)
    parts_.navigator.Push(std::make_unique<LedTopicScreen>(parts_, session_, tapped->id));
}

void LedTopicScreen::Draw(Frame& frame) {
  const Theme& theme = frame.theme;
  const Station& station = *parts_.state.station;
  Rect area = frame.area;
  if (Header(frame, area, say::kLedTopics)) return parts_.navigator.Pop();
  const Topic* topic = TopicOf(station, topic_);
  // The county may take it back while somebody reads.
  if (topic == nullptr) return parts_.navigator.Pop();
  // Not where the note will be filed, which is at the right.
  const Rect footer = TakeFooter(frame, area);
  Rect on = footer, back = footer;
  if (frame.wide) {
    on = back.TakeLeft(footer.w * 0.3f, theme.size.gap);
  } else {
    back = on.TakeLeft((footer.w - theme.size.gap) / 2, theme.size.gap);
  }
  if (SecondaryButton(frame, back, say::kBack)) return parts_.navigator.Pop();
  if (PrimaryButton(frame, on, say::kTopicNote, {"edit_note"})) {
    return parts_.navigator.Push(
        std::make_unique<WriteupScreen>(parts_, session_, TopicNoteTemplate(*topic), nullptr));
  }
  area.TakeTop(theme.Px(20));
  const std::string today = LocalTime::At(parts_.state.CountyMs(frame.now)).Date();
  Article out;
  ArticleHead head;
  head.title = topic->title;
  head.pills = PillsOfTopic(*topic, today);
  out.AddBlock(HeadBlock(std::move(head)));
  if (!topic->steps.empty() || !station.mechanism.topic_steps.empty())
    out.AddBlock(StepsBlock(*topic, station.mechanism, today));
  out.AddBlock(CountsBlock(*topic, say::StaleLine(parts_.state, frame.now)));
  if (!topic->result.empty()) out.AddText(std::string(say::kResult), topic->result);
  if (!topic->follow_up.empty()) out.AddText(std::string(say::kFollowUp), topic->follow_up);
  if (!topic->summary.empty()) out.AddText(std::string(say::kSummary), topic->summary);
  const auto notes = ledger_.ledger().LinesAbout(AboutTopic(topic_));
  if (!notes.empty())
    out.AddText(std::string(say::kTopicNotes), say::LinesWords(notes, station, today));
  out.Draw(frame, area.Inset(theme.size.margin, 0), read_);
}

}  // namespace studio
