#include "ui/screens/ledger/line_closing_screen.h"

#include <string>
#include <vector>

#include "app/tracking/outcome_word.h"
#include "ui/press/page_pieces.h"
#include "ui/press/widgets.h"
#include "ui/screens/parts/desk_foot.h"
#include "ui/screens/parts/named_options.h"
#include "ui/screens/parts/stop_pages.h"
#include "ui/words/staff/ledger_strings.h"
#include "ui/words/staff/studio_ledger_strings.h"

namespace studio {

LineClosingScreen::LineClosingScreen(ScreenParts parts, std::shared_ptr<StudioLedgerFlow> ledger,
                                     const Uuid& record)
    : parts_(parts),
      ledger_(std::move(ledger)),
      flow_(parts.ledger, parts.state, parts.clock, ledger_->session(), record),
      words_page_(parts.ways) {}

Patience LineClosingScreen::TimeOut() const {
  if (IsDanger(flow_.stop())) return Patience::kNever;
  return flow_.step() == ClosingStep::kDone ? Patience::kNormal : Patience::kWriting;
}

void LineClosingScreen::Draw(Frame& frame) {
  Rect area = frame.area;
  if (flow_.stop().page() != StopPage::kNone) {
    if (DrawStop(frame, area, parts_, flow_.stop()) == StopTap::kGoOn) Write(false);
    return;
  }
  if (leaving_.asking()) {
    if (leaving_.Draw(frame, area)) parts_.navigator.Pop();
    return;
  }
  if (Header(frame, area, say::kCloseLine)) {
    if (writing_) return Write(false);
    return Leave();
  }
  switch (flow_.step()) {
    case ClosingStep::kSaving:
      return DrawEmptyPage(frame, area, "hourglass_top", say::kRecording);
    case ClosingStep::kDone:
      return DrawDone(frame, area);
    case ClosingStep::kForm:
      break;
  }
  if (writing_) return DrawWords(frame, area);
  DrawForm(frame, area);
}

void LineClosingScreen::Write(bool writing) {
  words_page_.Restart();
  writing_ = writing;
}

void LineClosingScreen::Leave() {
  const bool unsaid = flow_.step() == ClosingStep::kForm && !flow_.words().Blank();
  if (!leaving_.MayLeave(unsaid)) return;
  if (flow_.step() == ClosingStep::kDone) ledger_->Read();
  parts_.navigator.Pop();
}

void LineClosingScreen::DrawForm(Frame& frame, Rect area) {
  const Theme& theme = frame.theme;
  const DeskFoot foot = TakeDeskFoot(frame, area);
  const bool back = SecondaryButton(frame, foot.step, say::kBack);
  ButtonLook end;
  end.ends = true;
  end.enabled = flow_.outcome().has_value();
  end.why_not = say::kClosingChooseFirst;
  const bool file = PrimaryButton(frame, foot.ends, say::kCloseLine, end);
  Question(frame, area, say::kClosingAsk, say::kClosingHint);
  area = area.Inset(theme.size.margin, 0);
  Rect aside = area;
  if (frame.wide) aside = area.TakeRight(area.w * 0.45f, theme.size.gap);
  if (const std::string_view problem = say::ClosingProblemLine(flow_); !problem.empty())
    DrawProblem(frame, aside.TakeBottom(theme.Px(frame.wide ? 110 : 150), theme.Px(20)), problem);
  const bool said = !flow_.words().Blank();
  const float height =
      std::max(theme.Px(164), theme.size.section_title * 1.4f + theme.size.small * 3.2f);
  const Rect row = frame.wide ? aside.TakeTop(height) : aside.TakeBottom(height, theme.size.gap);
  const TileLook look{said ? "check_circle" : "edit_note",
                      said ? std::string_view(flow_.words().text()) : say::kClosingWordsPlaceholder,
                      said ? Tone::kJade : Tone::kSand};
  const bool write = RowTile(frame, row, say::kClosingWords, look);
  if (!frame.wide) area = aside;
  std::vector<NamedOption> options;
  for (const CaseOutcome one : kClosingOutcomes)
    options.push_back({OutcomeWord(one), flow_.outcome() == one});
  const int tapped = DrawNamedOptions(frame, area, "outcomes", scroll_, options);
  if (tapped >= 0) flow_.Choose(kClosingOutcomes[tapped]);
  if (write) return Write(true);
  if (back) return Leave();
  if (file) flow_.File();
}

void LineClosingScreen::DrawWords(Frame& frame, const Rect& area) {
  const WordsAsked asked{.question = say::kClosingWordsAsk,
                         .placeholder = say::kClosingWordsPlaceholder};
  if (words_page_.Draw(frame, area, flow_.words(), asked) && !flow_.StopsAtWords()) Write(false);
}

void LineClosingScreen::DrawDone(Frame& frame, Rect area) {
  const Theme& theme = frame.theme;
  if (PrimaryButton(frame, TakeDeskStep(frame, area), say::kLineClosedSee)) return Leave();
  area = area.Inset(theme.size.margin, theme.Px(60));
  DrawOutcome(frame, area, {"check", say::kLineClosed, say::kLineClosedHint});
}

}  // namespace studio
