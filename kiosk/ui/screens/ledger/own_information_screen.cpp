#include "ui/screens/ledger/own_information_screen.h"

#include <algorithm>
#include <string>

#include "ui/kit/shapes.h"
#include "ui/kit/text.h"
#include "ui/press/page_pieces.h"
#include "ui/press/widgets.h"
#include "ui/screens/parts/desk_foot.h"
#include "ui/screens/parts/facts_card.h"
#include "ui/screens/parts/paged_words.h"
#include "ui/words/staff/ledger_strings.h"
#include "ui/words/wall_strings.h"

namespace studio {

CourseLook LookOf(const DeskInformation& information) {
  if (information.state == HandedIn::kSetAside) return {"error", Tone::kRed};
  if (information.state == HandedIn::kWaiting) return {"cloud_upload", Tone::kAmber};
  if (!information.told || information.unconfirmed) return {"schedule", Tone::kAmber};
  const auto ended = [](const DeedState& one) {
    return one.state == "withdrawn" || one.state == "merged";
  };
  if (std::any_of(information.course.begin(), information.course.end(), ended))
    return {"undo", Tone::kSand};
  return {"check_circle", Tone::kJade};
}

void OwnInformationScreen::Draw(Frame& frame) {
  const Theme& theme = frame.theme;
  Rect area = frame.area;
  const DeskInformation* one = flow_->ledger().InformationWith(id_);
  const std::string_view title =
      one == nullptr ? say::kLedgerOwn : say::HandedInAsName(one->body.handed_in_as);
  if (Header(frame, area, title)) return parts_.navigator.Pop();
  if (SecondaryButton(frame, TakeDeskStep(frame, area), say::kBack)) return parts_.navigator.Pop();
  area = area.Inset(theme.size.margin, 0);
  area.TakeTop(theme.Px(8));
  if (one == nullptr) return DrawWaitingPage(frame, area, "hourglass_top", say::kLedgerReading);
  const Station& station = *parts_.state.station;
  const std::string today = LocalTime::At(parts_.state.CountyMs(frame.now)).Date();
  const CourseLook look = LookOf(*one);
  const std::string course = say::CourseLine(*one, station);
  FactsCard facts{
      course,
      look.icon,
      look.tone,
      say::InformationTitle(*one),
      {say::AuthorNames(one->body, station) + "，" + say::DateOf(one->body.date, today)}};
  for (const DeedState& state : one->course)
    facts.lines.push_back(say::DateOf(ToText(state.on), today) + "，" + say::CourseStep(state));
  Rect& beside = area;
  Rect head = frame.wide ? beside.TakeLeft(beside.w * 0.4f, theme.size.gap) : Rect{};
  if (frame.wide) {
    DrawFactsCard(frame, head.TakeTop(FactsCardHeight(frame, facts, head.w)), facts);
  } else {
    DrawFactsCard(frame, area.TakeTop(FactsCardHeight(frame, facts, area.w), theme.size.gap),
                  facts);
  }
  DrawCard(frame, area);
  TextStyle words = TextStyle::Of(theme.size.button);
  words.line_spacing = 1.45f;
  DrawPagedWords(frame, area.Inset(theme.Px(36), theme.Px(28)),
                 say::InformationWords(*one, flow_->ledger(), today), words, page_);
}

}  // namespace studio
