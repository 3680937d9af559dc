#include "ui/screens/manage/import_screen.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "ui/kit/shapes.h"
#include "ui/press/page_pieces.h"
#include "ui/press/widgets.h"
#include "ui/screens/manage/import_rows.h"
#include "ui/words/staff/exchange_strings.h"
#include "ui/words/staff/roster_strings.h"

namespace studio {
namespace {

std::string Count(std::string_view pattern, std::size_t n) {
  return say::Fill(pattern, {{"n", say::Number(static_cast<std::int64_t>(n))}});
}

}  // namespace

ImportScreen::ImportScreen(ScreenParts parts, std::shared_ptr<MonthView> view, KeySession session)
    : parts_(parts), view_(std::move(view)) {
  if (parts_.ways.tables != nullptr) {
    flow_.emplace(*parts_.ways.tables, parts_.duty, parts_.state, *view_, std::move(session));
  }
}

void ImportScreen::Draw(Frame& frame) {
  view_->Update();
  Rect area = frame.area;
  const bool at_preview = flow_ && flow_->step() == ImportStep::kPreview;
  if (Header(frame, area, say::kImport)) {
    if (!at_preview) return parts_.navigator.Pop();
    flow_->Back();
  }
  if (!flow_) {
    if (SecondaryButton(frame, TakeFooter(frame, area), say::kBack)) return parts_.navigator.Pop();
    return DrawEmptyPage(frame, area, "usb_off", say::kNoExchange);
  }
  if (flow_->step() != ImportStep::kPreview && flow_->step() != ImportStep::kSaving) part_.reset();
  switch (flow_->step()) {
    case ImportStep::kLooking:
      return DrawEmptyPage(frame, area, "usb", say::kLookingForTables);
    case ImportStep::kChoose:
      return DrawChoose(frame, area);
    case ImportStep::kReading:
      return DrawWaitingPage(frame, area, "hourglass_top", say::kReadingTable);
    case ImportStep::kPreview:
      return DrawPreview(frame, area);
    case ImportStep::kSaving:
      return DrawEmptyPage(frame, area, "hourglass_top", say::kSaving);
    case ImportStep::kDone:
      return DrawDone(frame, area);
  }
}

std::string ImportScreen::Trouble() const {
  if (flow_->failed()) return std::string(say::kNotRead);
  std::string why;
  if (flow_->refusal()) why = say::RefusalLine(*flow_->refusal());
  if (why.empty()) why = say::RefusalLine(flow_->table_refusal());
  if (!why.empty()) return flow_->table() + "  " + why;
  const auto& saved = flow_->saved_template();
  return std::string(saved && !*saved ? say::kNotExportedHint : std::string_view());
}

void ImportScreen::DrawChoose(Frame& frame, Rect area) {
  const Theme& theme = frame.theme;
  const std::vector<Rect> buttons = TakeFooter(frame, area).SplitColumns(3, theme.Px(20));
  if (SecondaryButton(frame, buttons[0], say::kBack)) return parts_.navigator.Pop();
  if (SecondaryButton(frame, buttons[1], say::kLookAgain)) return flow_->LookAgain();
  const bool has_place = !flow_->contents().places.empty();
  ButtonLook save;
  save.enabled = has_place;
  if (SecondaryButton(frame, buttons[2], say::kSaveTemplate, save)) flow_->SaveTemplate();
  Rect aside = TakeAside(frame, area);
  Rect& beside = frame.wide ? aside : area;
  Question(frame, beside, say::kAskTable, say::kAskTableHint);
  beside = beside.Inset(theme.size.margin, 0);
  if (const std::string trouble = Trouble(); !trouble.empty()) {
    const float height = frame.wide ? theme.Px(320) : theme.size.body * 3.6f + theme.Px(40);
    DrawProblem(frame, beside.TakeTop(height, theme.size.gap), trouble);
  } else if (const auto& saved = flow_->saved_template()) {
    beside.TakeTop(NoticePanel(frame, beside, Tone::kJade, "check_circle", say::kTemplateSaved,
                               say::Fill(say::kTemplateSavedHint, {{"name", **saved}})),
                   theme.size.gap);
  }
  if (flow_->contents().tables.empty()) {
    return DrawEmptyPage(frame, area, "usb", has_place ? say::kNoTables : say::kNoPlaces);
  }
  DrawTables(frame, area);
}

void ImportScreen::DrawTables(Frame& frame, const Rect& area) {
  const Theme& theme = frame.theme;
  const std::vector<TableFile>& tables = flow_->contents().tables;
  const TableFile* chosen = nullptr;
  PagedList list(frame, area, "tables", scroll_, static_cast<int>(tables.size()),
                 theme.size.row_height, theme.Px(20));
  for (int i = list.First(); i < list.End(); ++i) {
    const TableFile& table = tables[static_cast<std::size_t>(i)];
    const std::string hint =
        table.place + "  " + say::WhenOf(table.changed_ms, parts_.state.CountyMs(frame.now));
    if (RowTile(frame, list.Row(i), table.name, {"table_view", hint, Tone::kSand})) {
      chosen = &table;
    }
  }
  if (chosen) flow_->Choose(*chosen);
}

void ImportScreen::DrawPreview(Frame& frame, Rect area) {
  const Theme& theme = frame.theme;
  if (!part_) {
    part_ = flow_->open_questions() > 0 ? Part::kAsked : Part::kChanges;
    asked_scroll_ = changes_scroll_ = told_scroll_ = {};
  }
  Rect footer = TakeFooter(frame, area);
  const Rect no = footer.TakeLeft(footer.w * 0.4f, theme.size.gap);
  if (SecondaryButton(frame, no, say::kDontImport)) return flow_->Back();
  const std::size_t count = flow_->usable().size();
  const std::string yes =
      count == 0 ? std::string(say::kNothingToImport) : Count(say::kDoImport, count);
  ButtonLook look{.icon = "file_download_done", .enabled = count > 0, .ends = true};
  if (PrimaryButton(frame, TakeEndRow(frame, area), yes, look)) flow_->Confirm();
  Rect aside = TakeAside(frame, area);
  Rect& beside = frame.wide ? aside : area;
  Question(frame, beside, flow_->table(),
           flow_->open_questions() > 0 ? say::kUndecidedLeftOut : std::string_view());
  beside = beside.Inset(theme.size.margin, 0);
  DrawParts(frame, beside);
  if (flow_->failed()) {
    DrawProblem(frame, beside.TakeTop(theme.Px(170), theme.size.gap), say::kNotImported);
  }
  if (*part_ == Part::kAsked && flow_->open_questions() > 1) {
    DrawForAll(frame, frame.wide ? footer : area.TakeTop(theme.size.button_height, theme.size.gap));
  }
  switch (*part_) {
    case Part::kAsked:
      return DrawQuestions(frame, area);
    case Part::kChanges:
      return DrawChanges(frame, area);
    case Part::kTold:
      return DrawTold(frame, area);
  }
}

// One below the other where there is a column for them.
void ImportScreen::DrawParts(Frame& frame, Rect& area) {
  const Theme& theme = frame.theme;
  const float high = theme.size.chip_height;
  Rect row = frame.wide ? area : area.TakeTop(high, theme.size.gap);
  const auto chip = [&](const std::string& word, std::string_view icon, Part part) {
    ChipLook look{.icon = icon, .on = *part_ == part};
    const float wide = PillWidth(frame, word, true);
    const Rect place =
        frame.wide ? row.TakeTop(high, theme.Px(18)) : row.TakeLeft(wide, theme.Px(18));
    if (Chip(frame, {place.x, place.y, std::min(wide, place.w), high}, word, look)) part_ = part;
  };
  if (!flow_->questions().empty()) {
    const std::size_t open = flow_->open_questions();
    chip(open > 0 ? Count(say::kToDecide, open) : Count(say::kDecided, flow_->questions().size()),
         open > 0 ? "help" : "check_circle", Part::kAsked);
  }
  chip(Count(say::kWouldDo, flow_->usable().size()), "edit_calendar", Part::kChanges);
  const std::size_t refused = flow_->refused().size(), notes = flow_->preview().notes.size();
  if (refused > 0) {
    chip(Count(say::kCannotUse, refused), "error", Part::kTold);
  } else if (notes > 0) {
    chip(Count(say::kExplained, notes), "info", Part::kTold);
  }
  if (frame.wide) area = row;
}

void ImportScreen::DrawForAll(Frame& frame, Rect row) {
  const std::vector<Rect> buttons = row.SplitColumns(2, frame.theme.Px(20));
  if (SecondaryButton(frame, buttons[0], say::kTakeAll)) return flow_->TakeAll();
  if (SecondaryButton(frame, buttons[1], say::kLeaveAll)) flow_->LeaveAll();
}

void ImportScreen::DrawQuestions(Frame& frame, const Rect& area) {
  const Theme& theme = frame.theme;
  const auto& questions = flow_->questions();
  const AskedRows rows = MeasureQuestions(frame, flow_->preview(), questions, area.w);
  std::optional<std::pair<CellQuestion, int>> said;
  PagedList list(frame, area, "asked", asked_scroll_, static_cast<int>(questions.size()),
                 rows.words + rows.buttons + theme.Px(48));
  for (int i = list.First(); i < list.End(); ++i) {
    const CellProblem& question = *questions[static_cast<std::size_t>(i)];
    Rect row = list.Row(i);
    DrawDivider(frame, row.x, row.Bottom(), row.w);
    row.TakeTop(theme.Px(16), 0);
    DrawMarkedLine(frame, row.TakeTop(rows.words, theme.Px(12)),
                   question.answer ? "check_circle" : "help",
                   question.answer ? theme.colour.jade : theme.colour.amber,
                   say::ProblemRow(flow_->preview(), question));
    if (const auto way = DrawWays(frame, row.TakeTop(rows.buttons, 0), question, i, rows.columns)) {
      said.emplace(question.Question(), *way);
    }
  }
  if (said) flow_->Answer(said->first, said->second);
}

void ImportScreen::DrawChanges(Frame& frame, const Rect& area) {
  const Theme& theme = frame.theme;
  const std::size_t same =
      static_cast<std::size_t>(flow_->preview().Count(RosterChange::Kind::kSame));
  std::vector<std::pair<std::string_view, std::string>> lines;
  const auto line = [&](std::string_view icon, std::string_view pattern, std::size_t n) {
    if (n > 0) lines.emplace_back(icon, Count(pattern, n));
  };
  line("hourglass_top", say::kHeldBack, flow_->held_back());
  line("event_available", say::kWouldKeep, same);
  line("event_available", say::kNotNamed, flow_->preview().not_named.size());
  const auto& changes = flow_->usable();
  if (changes.empty() && lines.empty()) {
    return DrawEmptyPage(frame, area, "event_available", say::kNothingPlanned);
  }
  PagedList list(frame, area, "changes", changes_scroll_,
                 static_cast<int>(changes.size() + lines.size()),
                 ChangeHeight(frame, flow_->preview(), changes, area.w));
  for (int i = list.First(); i < list.End(); ++i) {
    const auto at = static_cast<std::size_t>(i);
    Rect row = list.Row(i);
    DrawDivider(frame, row.x, row.Bottom(), row.w);
    if (at < changes.size()) {
      DrawChange(frame, row, *changes[at], flow_->preview());
    } else {
      const auto& [icon, words] = lines[at - changes.size()];
      DrawMarkedLine(frame, row, icon, theme.colour.icon, words);
    }
  }
}

void ImportScreen::DrawTold(Frame& frame, const Rect& area) {
  const Theme& theme = frame.theme;
  const RosterPreview& preview = flow_->preview();
  const auto& refused = flow_->refused();
  PagedList list(frame, area, "told", told_scroll_,
                 static_cast<int>(refused.size() + preview.notes.size()),
                 theme.size.body * kRowSpacing * 2 + theme.Px(24));
  for (int i = list.First(); i < list.End(); ++i) {
    const auto at = static_cast<std::size_t>(i);
    const Rect row = list.Row(i);
    DrawDivider(frame, row.x, row.Bottom(), row.w);
    if (at < refused.size()) {
      DrawMarkedLine(frame, row, "error", theme.colour.red, say::ProblemRow(preview, *refused[at]));
    } else {
      DrawMarkedLine(frame, row, "info", theme.colour.icon,
                     say::NoteRow(preview, preview.notes[at - refused.size()]));
    }
  }
}

void ImportScreen::DrawDone(Frame& frame, Rect area) {
  const Theme& theme = frame.theme;
  if (PrimaryButton(frame, TakeFooter(frame, area), say::kDone)) return parts_.navigator.Pop();
  area = area.Inset(theme.size.margin, theme.size.gap);
  NoticePanel(frame, area, Tone::kJade, "check_circle", Count(say::kImported, flow_->made()),
              say::kImportedHint);
}

}  // namespace studio
