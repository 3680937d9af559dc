#include "ui/screens/ledger/ledger_line_screen.h"

#include <algorithm>
#include <string>

#include "ui/kit/shapes.h"
#include "ui/kit/text.h"
#include "ui/press/page_pieces.h"
#include "ui/press/widgets.h"
#include "ui/screens/ledger/own_information_screen.h"
#include "ui/screens/parts/desk_foot.h"
#include "ui/screens/parts/facts_card.h"
#include "ui/screens/parts/paged_words.h"
#include "ui/words/staff/ledger_strings.h"

namespace studio {

void LedgerLineScreen::Draw(Frame& frame) {
  const Theme& theme = frame.theme;
  Rect area = frame.area;
  const DeskLine* line = flow_->ledger().LineWith(record_);
  if (Header(frame, area, say::kLedger)) return parts_.navigator.Pop();
  Rect step = TakeDeskStep(frame, area), pick;
  if (line != nullptr && !frame.wide)
    pick = step.TakeRight((step.w - theme.size.gap) / 2, theme.size.gap);
  if (SecondaryButton(frame, step, say::kBack)) return parts_.navigator.Pop();
  area = area.Inset(theme.size.margin, 0);
  area.TakeTop(theme.Px(8));
  if (line == nullptr) return DrawEmptyPage(frame, area, "undo", say::kLineGone);
  const bool made = !flow_->ledger().MadeOf(*line).empty();
  const std::string today = LocalTime::At(parts_.state.CountyMs(frame.now)).Date();
  const FactsCard facts{made ? say::kLineMade : say::kLineNotMade,
                        made ? "check_circle" : "edit_note",
                        made ? Tone::kJade : Tone::kAmber,
                        say::LineTitle(*line),
                        {say::LineWho(*line, *parts_.state.station, today)}};
  if (frame.wide) {
    Rect left = area.TakeLeft(area.w * 0.44f, theme.size.gap);
    pick = left.TakeBottom(theme.size.button_height, theme.size.gap);
    DrawFactsCard(frame, left.TakeTop(FactsCardHeight(frame, facts, left.w), theme.size.gap),
                  facts);
  } else {
    DrawFactsCard(frame, area.TakeTop(FactsCardHeight(frame, facts, area.w), theme.size.gap),
                  facts);
  }
  DrawMade(frame, area, *line);
  DrawCard(frame, area);
  TextStyle words = TextStyle::Of(theme.size.button);
  words.line_spacing = 1.45f;
  const Station& station = *parts_.state.station;
  std::string said = say::LineWords(*line, station);
  if (const auto later = flow_->ledger().LinesAbout(AboutRequest(record_)); !later.empty())
    said += "\n" + say::LinesWords(later, station, today);
  DrawPagedWords(frame, area.Inset(theme.Px(36), theme.Px(28)), said, words, page_);
  const bool picked = flow_->IsPicked(record_);
  const std::string_view label = picked ? say::kLineUnpick : say::kLinePickThis;
  ButtonLook look{picked ? "close" : "check"};
  look.enabled = flow_->CanPick(record_);
  if (!PrimaryButton(frame, pick, label, look)) return;
  flow_->TogglePick(record_);
  parts_.navigator.Pop();
}

// Under the words; the newest, where there are several.
void LedgerLineScreen::DrawMade(Frame& frame, Rect& area, const DeskLine& line) {
  const auto made = flow_->ledger().MadeOf(line);
  if (made.empty()) return;
  const Theme& theme = frame.theme;
  const DeskInformation& one = *made.front();
  const float height = theme.size.section_title * 1.4f + theme.size.small * 2.8f + theme.Px(24);
  const std::string title =
      say::Fill(say::kLineMadeInto, {{"what", say::HandedInAsName(one.body.handed_in_as)}});
  const std::string hint =
      say::InformationTitle(one) + "，" + say::AuthorNames(one.body, *parts_.state.station);
  if (RowTile(frame, area.TakeBottom(height, theme.size.gap), title,
              {"description", hint, Tone::kJade}))
    parts_.navigator.Push(std::make_unique<OwnInformationScreen>(parts_, flow_, one.id));
}

}  // namespace studio
