#include "ui/screens/ledger/studio_line_screen.h"

#include <string>

#include "ui/kit/shapes.h"
#include "ui/kit/text.h"
#include "ui/press/page_pieces.h"
#include "ui/press/widgets.h"
#include "ui/screens/ledger/line_closing_screen.h"
#include "ui/screens/parts/desk_foot.h"
#include "ui/screens/parts/facts_card.h"
#include "ui/screens/parts/paged_words.h"
#include "ui/words/staff/ledger_strings.h"
#include "ui/words/staff/studio_ledger_strings.h"

namespace studio {

void StudioLineScreen::Draw(Frame& frame) {
  const Theme& theme = frame.theme;
  Rect area = frame.area;
  const StudioLine* line = flow_->LineWith(record_);
  if (Header(frame, area, say::kLedger)) return parts_.navigator.Pop();
  Rect step = TakeDeskStep(frame, area), change;
  if (line != nullptr && !frame.wide)
    change = step.TakeRight((step.w - theme.size.gap) / 2, theme.size.gap);
  if (SecondaryButton(frame, step, say::kBack)) return parts_.navigator.Pop();
  area = area.Inset(theme.size.margin, 0);
  area.TakeTop(theme.Px(8));
  if (line == nullptr) return DrawEmptyPage(frame, area, "undo", say::kLineGone);
  if (flow_->save_failed())
    DrawProblem(frame, area.TakeTop(theme.Px(110), theme.Px(16)), say::kOpenLineFailed);
  const Station& station = *parts_.state.station;
  const std::int64_t now_ms = parts_.state.CountyMs(frame.now);
  const bool well = line->state == LineState::kClosed || line->state == LineState::kNoted;
  const bool late = line->state == LineState::kOverdue;
  const FactsCard facts{say::StudioLineState(*line),
                        late   ? "error"
                        : well ? "check_circle"
                               : "schedule",
                        late   ? Tone::kRed
                        : well ? Tone::kJade
                               : Tone::kAmber,
                        say::StudioLineTitle(*line),
                        {say::LineWho(*line->line, station, LocalTime::At(now_ms).Date())}};
  if (frame.wide) {
    Rect left = area.TakeLeft(area.w * 0.44f, theme.size.gap);
    change = left.TakeBottom(theme.size.button_height, theme.size.gap);
    DrawFactsCard(frame, left.TakeTop(FactsCardHeight(frame, facts, left.w), theme.size.gap),
                  facts);
  } else {
    DrawFactsCard(frame, area.TakeTop(FactsCardHeight(frame, facts, area.w), theme.size.gap),
                  facts);
  }
  DrawCard(frame, area);
  TextStyle words = TextStyle::Of(theme.size.button);
  words.line_spacing = 1.45f;
  DrawPagedWords(frame, area.Inset(theme.Px(36), theme.Px(28)),
                 say::StudioLineWords(*line, flow_->ledger(), station, now_ms), words, page_);
  DrawChange(frame, change, *line);
}

void StudioLineScreen::DrawChange(Frame& frame, const Rect& rect, const StudioLine& line) {
  if (line.MayBeClosed()) {
    if (PrimaryButton(frame, rect, say::kCloseLine, {"task_alt"}))
      parts_.navigator.Push(std::make_unique<LineClosingScreen>(parts_, flow_, record_));
    return;
  }
  ButtonLook look{"undo"};
  look.enabled = !flow_->saving();
  if (SecondaryButton(frame, rect, say::kOpenLineAgain, look)) flow_->OpenAgain(record_);
}

}  // namespace studio
