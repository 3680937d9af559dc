#include "ui/screens/ledger/heard_screen.h"

#include <algorithm>
#include <array>
#include <string>

#include "ui/kit/text.h"
#include "ui/press/page_pieces.h"
#include "ui/press/widgets.h"
#include "ui/screens/parts/desk_foot.h"
#include "ui/screens/parts/stop_pages.h"
#include "ui/words/staff/desk_strings.h"
#include "ui/words/staff/ledger_strings.h"

namespace studio {

Patience HeardScreen::TimeOut() const {
  if (IsDanger(flow_.stop())) return Patience::kNever;
  return flow_.step() == HeardStep::kDone ? Patience::kNormal : Patience::kWriting;
}

void HeardScreen::Draw(Frame& frame) {
  Rect area = frame.area;
  if (flow_.stop().page() != StopPage::kNone) {
    if (DrawStop(frame, area, parts_, flow_.stop()) == StopTap::kGoOn) Edit(Editing::kNothing);
    return;
  }
  if (Header(frame, area, say::kLedgerHeard)) {
    if (editing_ == Editing::kNothing) return parts_.navigator.Pop();
    return Edit(Editing::kNothing);
  }
  switch (flow_.step()) {
    case HeardStep::kSaving:
      return DrawEmptyPage(frame, area, "hourglass_top", say::kRecording);
    case HeardStep::kDone:
      return DrawDone(frame, area);
    case HeardStep::kForm:
      break;
  }
  if (editing_ == Editing::kNothing) return DrawForm(frame, area);
  DrawEditor(frame, area);
}

void HeardScreen::Edit(Editing editing) {
  name_page_.Restart();
  words_page_.Restart();
  list_scroll_ = {};
  flow_.NoteWriting();
  if (editing == Editing::kNothing) flow_.Keep();
  editing_ = editing;
}

void HeardScreen::DrawForm(Frame& frame, Rect area) {
  const Theme& theme = frame.theme;
  const DeskFoot foot = TakeDeskFoot(frame, area);
  const bool back = SecondaryButton(frame, foot.step, say::kBack);
  const bool file = PrimaryButton(frame, foot.ends, say::kHeardFile, {.ends = true});
  area = area.Inset(theme.size.margin, 0);
  TextStyle soft = TextStyle::Of(theme.size.small, Weight::kRegular, theme.colour.soft_ink);
  soft.line_spacing = 1.3f;
  if (const std::string problem = say::HeardProblemLine(flow_); !problem.empty()) {
    DrawProblem(frame, area.TakeBottom(theme.Px(frame.wide ? 110 : 150), theme.Px(20)), problem);
  } else {
    const std::string readers =
        say::Fill(say::kHeardReaders, {{"county", say::CountyName(*parts_.state.station)}});
    const float height = MeasureWrapped(frame, readers, area.w, soft);
    DrawWrapped(frame, area.TakeBottom(height, theme.Px(20)), readers, soft);
  }
  area.TakeTop(theme.Px(8));
  constexpr std::array kRows = {Editing::kWay, Editing::kWho, Editing::kVillage, Editing::kCategory,
                                Editing::kWords};
  {
    const int columns = frame.wide ? 3 : 1, count = static_cast<int>(kRows.size());
    PagedList list(
        frame, area, "heard", form_scroll_, (count + columns - 1) / columns,
        std::max(theme.Px(164), theme.size.section_title * 1.4f + theme.size.small * 3.2f),
        theme.Px(16));
    for (int line = list.First(); line < list.End(); ++line) {
      const std::vector<Rect> cells = list.Row(line).SplitColumns(columns, theme.size.gap);
      for (int column = 0; column < columns && line * columns + column < count; ++column)
        DrawRow(frame, cells[static_cast<std::size_t>(column)],
                kRows[static_cast<std::size_t>(line * columns + column)]);
    }
  }
  if (back) return parts_.navigator.Pop();
  if (file) flow_.File();
}

void HeardScreen::DrawRow(Frame& frame, const Rect& rect, Editing row) {
  const auto lead = [&](std::string_view label, std::string_view icon, std::string_view value,
                        Tone tone) {
    if (RowTile(frame, rect, label, {icon, value, tone})) Edit(row);
  };
  switch (row) {
    case Editing::kWay:
      return lead(say::kHeardHow, flow_.way() == HeardBy::kPhone ? "call" : "record_voice_over",
                  say::HeardByName(flow_.way()), Tone::kSand);
    case Editing::kWho:
      return lead(say::kHeardWho, "person",
                  flow_.who().Blank() ? say::kHeardMay : std::string_view(flow_.who().text()),
                  Tone::kSand);
    case Editing::kVillage: {
      const Village* village = flow_.village();
      return lead(say::kHeardVillage, "place",
                  village == nullptr ? say::kWriteupNotSaid : std::string_view(village->name),
                  village == nullptr ? Tone::kRed : Tone::kJade);
    }
    case Editing::kCategory: {
      const Category* category = flow_.category();
      return lead(say::kHeardCategory, "category",
                  category == nullptr ? say::kHeardMay : std::string_view(category->name),
                  Tone::kSand);
    }
    case Editing::kWords: {
      const bool said = !flow_.words().Blank();
      return lead(say::kHeardWords, said ? "check_circle" : "edit_note",
                  said ? std::string_view(flow_.words().text()) : say::kWriteupNotWritten,
                  said ? Tone::kJade : Tone::kRed);
    }
    case Editing::kNothing:
      return;
  }
}

void HeardScreen::DrawDone(Frame& frame, Rect area) {
  const Theme& theme = frame.theme;
  if (PrimaryButton(frame, TakeDeskStep(frame, area), say::kHeardToLedger))
    return parts_.navigator.Pop();
  area = area.Inset(theme.size.margin, theme.Px(60));
  DrawOutcome(frame, area, {"check", say::kHeardDone, say::kHeardDoneHint});
}

}  // namespace studio
