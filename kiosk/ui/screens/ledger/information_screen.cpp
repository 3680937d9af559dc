#include "ui/screens/ledger/information_screen.h"

#include <algorithm>
#include <string>

#include "ui/press/page_pieces.h"
#include "ui/press/widgets.h"
#include "ui/screens/parts/desk_foot.h"
#include "ui/screens/parts/stop_pages.h"
#include "ui/words/staff/desk_strings.h"
#include "ui/words/staff/ledger_strings.h"

namespace studio {
namespace {

constexpr int kInformationRows = static_cast<int>(kInformationParts.size()) + 3;

}  // namespace

Patience InformationScreen::TimeOut() const {
  if (IsDanger(flow_.stop())) return Patience::kNever;
  return flow_.step() == InformationStep::kDone ? Patience::kNormal : Patience::kWriting;
}

void InformationScreen::Draw(Frame& frame) {
  Rect area = frame.area;
  if (flow_.stop().page() != StopPage::kNone) {
    if (DrawStop(frame, area, parts_, flow_.stop()) == StopTap::kGoOn) Edit(Editing::kNothing);
    return;
  }
  if (Header(frame, area, say::kInformation)) {
    if (editing_ == Editing::kNothing) return parts_.navigator.Pop();
    return Edit(Editing::kNothing);
  }
  switch (flow_.step()) {
    case InformationStep::kSaving:
      return DrawEmptyPage(frame, area, "hourglass_top", say::kRecording);
    case InformationStep::kDone:
      return DrawDone(frame, area);
    case InformationStep::kForm:
      break;
  }
  if (editing_ == Editing::kNothing) return DrawForm(frame, area);
  DrawEditor(frame, area);
}

void InformationScreen::Edit(Editing editing) {
  words_page_.Restart();
  list_scroll_ = {};
  page_ = 0;
  flow_.NoteWriting();
  if (editing == Editing::kNothing) flow_.Keep();
  editing_ = editing;
}

void InformationScreen::DrawForm(Frame& frame, Rect area) {
  const Theme& theme = frame.theme;
  const DeskFoot foot = TakeDeskFoot(frame, area);
  const bool back = SecondaryButton(frame, foot.step, say::kBack);
  const bool file = PrimaryButton(frame, foot.ends, say::kInformationFile, {.ends = true});
  area = area.Inset(theme.size.margin, 0);
  if (const std::string problem = say::InformationProblemLine(flow_); !problem.empty())
    DrawProblem(frame, area.TakeBottom(theme.Px(frame.wide ? 110 : 150), theme.Px(20)), problem);
  area.TakeTop(theme.Px(8));
  {
    const int columns = frame.wide ? 3 : 1;
    PagedList list(
        frame, area, "information", form_scroll_, (kInformationRows + columns - 1) / columns,
        std::max(theme.Px(frame.wide ? 164 : 148), theme.size.section_title + theme.size.small * 3),
        theme.Px(14));
    for (int line = list.First(); line < list.End(); ++line) {
      const std::vector<Rect> cells = list.Row(line).SplitColumns(columns, theme.size.gap);
      for (int column = 0; column < columns && line * columns + column < kInformationRows; ++column)
        DrawRow(frame, cells[static_cast<std::size_t>(column)], line * columns + column);
    }
  }
  if (back) return parts_.navigator.Pop();
  if (file) flow_.File();
}

void InformationScreen::DrawRow(Frame& frame, const Rect& rect, int row) {
  const auto parts = static_cast<int>(kInformationParts.size());
  if (row < parts) return DrawPart(frame, rect, kInformationParts[static_cast<std::size_t>(row)]);
  if (row == parts) {
    const std::string who = say::JointAuthors(flow_);
    if (RowTile(frame, rect, say::kInformationJoint, {"group", who, Tone::kSand}))
      Edit(Editing::kJoint);
  } else if (row == parts + 1) {
    if (RowTile(frame, rect, say::kInformationAs,
                {"alt_route", say::HandedInAsName(flow_.handed_in_as()), Tone::kSand}))
      Edit(Editing::kAs);
  } else {
    const auto count = static_cast<std::int64_t>(flow_.LineCount());
    const std::string lines =
        count == 0 ? std::string(say::kInformationNoLines)
                   : say::Fill(say::kInformationLineCount, {{"n", say::Number(count)}});
    if (RowTile(frame, rect, say::kInformationLines, {"forum", lines, Tone::kSand}))
      Edit(Editing::kLines);
  }
}

void InformationScreen::DrawPart(Frame& frame, const Rect& rect, InformationPart part) {
  const InformationFlow& flow = flow_;
  const TextDraft& words = flow.words(part);
  const bool may = part == InformationPart::kAnalysis;
  const std::string_view unsaid = may ? say::kInformationMay : say::kWriteupNotWritten;
  const TileLook look = words.Blank()
                            ? TileLook{"edit_note", unsaid, may ? Tone::kSand : Tone::kRed}
                            : TileLook{"check_circle", words.text(), Tone::kJade};
  if (!RowTile(frame, rect, say::PartName(part), look)) return;
  part_ = part;
  Edit(Editing::kWords);
}

void InformationScreen::DrawDone(Frame& frame, Rect area) {
  const Theme& theme = frame.theme;
  if (PrimaryButton(frame, TakeDeskStep(frame, area), say::kHeardToLedger))
    return parts_.navigator.Pop();
  area = area.Inset(theme.size.margin, theme.Px(60));
  const std::string hint =
      say::Fill(say::kInformationDoneHint, {{"county", say::CountyName(*parts_.state.station)}});
  DrawOutcome(frame, area, {"check", say::kInformationDone, hint});
}

}  // namespace studio
