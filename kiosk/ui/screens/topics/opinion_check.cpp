#include "shared/bodies/reader_words.h"
#include "ui/press/widgets.h"
#include "ui/screens/parts/answer_rows.h"
#include "ui/screens/pieces/wall_pieces.h"
#include "ui/screens/topics/opinion_screen.h"
#include "ui/words/topic_strings.h"

namespace studio {

void OpinionScreen::DrawCheck(Frame& frame, Rect area) {
  const Theme& theme = frame.theme;
  const std::string_view county = say::CountyName(*parts_.state.station);
  const EndingFoot foot =
      DrawEndingFoot(frame, area, {say::kBack, say::kGiveIt, "check", Problem()});
  if (foot.tap == FootTap::kBack) return Back();
  if (foot.tap == FootTap::kOn) return flow_.Confirm();
  Question(frame, area, say::kCheckOpinion);
  area = area.Inset(theme.size.margin, 0);

  std::string said = flow_.words().text();
  if (flow_.voice()) {
    said += (said.empty() ? "" : "\n") +
            say::Fill(say::kSpoken, {{"time", say::LengthOf(flow_.voice()->ref().length_ms)}});
  }
  if (said.empty()) said = say::kNoWords;
  SenderChoice choice{RecordKind::kOpinion};
  choice.voice = flow_.voice() != nullptr;
  std::string note = WhoReads(choice, county) + "。";
  if (!flow_.late()) note += say::kWhoCounts;
  if (flow_.replaces()) note = std::string(say::kReplaces) + "\n" + note;
  TextStyle soft = TextStyle::Of(theme.size.body, Weight::kRegular, theme.colour.soft_ink);
  if (frame.wide) {
    DrawWrapped(frame, foot.column, note, soft);
  } else {
    area.h -= MeasureWrapped(frame, note, area.w, soft) + theme.size.gap;
  }
  const float used = answers_.Draw(
      frame, area,
      {{say::kCheckTopic, flow_.topic().title},
       {say::kCheckStance, std::string(say::StanceName(*flow_.stance()))},
       {say::kCheckSaid, said, true},
       {say::kCheckAs, std::string(*flow_.member() ? say::kAsMemberNamed : say::kAsResident)}});
  area.y += used + theme.size.gap;
  if (!frame.wide) DrawWrapped(frame, area, note, soft);
}

}  // namespace studio
