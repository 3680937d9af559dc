#include "ui/screens/manage/import_screen.h"

#include <utility>

#include "ui/kit/shapes.h"
#include "ui/kit/text.h"
#include "ui/press/page_pieces.h"
#include "ui/press/widgets.h"
#include "ui/words/exchange_strings.h"
#include "ui/words/roster_strings.h"

namespace studio {
namespace {

std::string Count(std::string_view pattern, std::size_t n) {
  return say::Fill(pattern, {{"n", say::Number(static_cast<std::int64_t>(n))}});
}

}  // namespace

ImportScreen::ImportScreen(ScreenParts parts, std::shared_ptr<MonthView> view,
                           ManagerSession session)
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
  if (flow_->step() != ImportStep::kPreview && flow_->step() != ImportStep::kSaving) rows_.clear();
  switch (flow_->step()) {
    case ImportStep::kLooking:
      return DrawEmptyPage(frame, area, "usb", say::kLookingForTables);
    case ImportStep::kChoose:
      return DrawChoose(frame, area);
    case ImportStep::kReading:
      return DrawEmptyPage(frame, area, "hourglass_top", say::kReadingTable);
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
  if (saved && !*saved) return std::string(say::kNotExportedHint);
  if (saved) return say::Fill(say::kTemplateSaved, {{"name", **saved}});
  return {};
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
    const float height = theme.Px(frame.wide ? 320 : 170);
    DrawProblem(frame, beside.TakeTop(height, theme.size.gap), trouble);
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
    const std::string hint = table.place + "  " + say::WhenOf(table.changed_ms, frame.now.wall_ms);
    if (RowTile(frame, list.Row(i), table.name, {"table_view", hint, Tone::kSand})) {
      chosen = &table;
    }
  }
  if (chosen) flow_->Choose(*chosen);
}

void ImportScreen::ListRows() {
  if (!rows_.empty()) return;
  const RosterPreview& preview = flow_->preview();
  for (const CellProblem& problem : preview.problems) {
    rows_.push_back({"error", true, say::ProblemRow(preview, problem)});
  }
  if (flow_->held_back() > 0) {
    rows_.push_back({"hourglass_top", false, Count(say::kHeldBack, flow_->held_back())});
  }
  for (const RosterChange& change : flow_->usable()) {
    const bool made = change.kind == RosterChange::Kind::kNew;
    rows_.push_back({made ? "add_circle" : "edit", false, say::ChangeRow(change.shift, *view_)});
  }
  for (const CellNote& note : preview.notes) {
    rows_.push_back({"info", false, say::NoteRow(preview, note)});
  }
  if (!preview.not_named.empty()) {
    rows_.push_back({"event_available", false, Count(say::kNotNamed, preview.not_named.size())});
  }
}

void ImportScreen::DrawPreview(Frame& frame, Rect area) {
  const Theme& theme = frame.theme;
  ListRows();
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
  Question(frame, beside, flow_->table());
  beside = beside.Inset(theme.size.margin, 0);
  DrawCounts(frame, beside);
  if (flow_->failed()) {
    DrawProblem(frame, beside.TakeTop(theme.Px(170), theme.size.gap), say::kNotImported);
  }
  const float height = theme.size.body * 1.35f * 2 + theme.Px(24);
  PagedList list(frame, area, "rows", scroll_, static_cast<int>(rows_.size()), height);
  for (int i = list.First(); i < list.End(); ++i) {
    DrawRow(frame, list.Row(i), rows_[static_cast<std::size_t>(i)]);
  }
}

// One below the other where there is a column for them.
void ImportScreen::DrawCounts(Frame& frame, Rect& area) {
  const RosterPreview& preview = flow_->preview();
  const Theme& theme = frame.theme;
  const float high = theme.size.chip_height;
  Rect row = frame.wide ? area : area.TakeTop(high, theme.size.gap);
  const auto pill = [&](std::string_view pattern, std::size_t n, std::string_view icon, Tone tone) {
    const std::string word = Count(pattern, n);
    if (n == 0 || PillWidth(frame, word, true) > row.w) return;
    const Rect drawn = StatusPill(frame, row.x, row.y, word, icon, tone, high);
    if (frame.wide) {
      row.TakeTop(high, theme.Px(18));
    } else {
      row.TakeLeft(drawn.w, theme.Px(18));
    }
  };
  const auto of = [&](RosterChange::Kind kind) {
    return static_cast<std::size_t>(preview.Count(kind));
  };
  pill(say::kCannotUse, preview.problems.size(), "error", Tone::kRed);
  pill(say::kWouldMake, of(RosterChange::Kind::kNew), "add_circle", Tone::kJade);
  pill(say::kWouldChange, of(RosterChange::Kind::kChanged), "edit", Tone::kAmber);
  pill(say::kWouldKeep, of(RosterChange::Kind::kSame), "event_available", Tone::kSand);
  if (frame.wide) area = row;
}

void ImportScreen::DrawRow(Frame& frame, Rect rect, const Row& row) {
  const Theme& theme = frame.theme;
  DrawDivider(frame, rect.x, rect.Bottom(), rect.w);
  const float icon = theme.Px(52);
  DrawIcon(frame, rect.TakeLeft(icon, theme.Px(22)), row.icon, icon,
           row.wrong ? theme.colour.red : theme.colour.icon);
  TextStyle style = TextStyle::Of(theme.size.body, Weight::kRegular,
                                  row.wrong ? theme.colour.red : theme.colour.ink);
  style.line_spacing = 1.35f;
  style = style.Lines(2);
  const float height = MeasureWrapped(frame, row.text, rect.w, style);
  DrawWrapped(frame, rect.Centred(rect.w, height), row.text, style);
}

void ImportScreen::DrawDone(Frame& frame, Rect area) {
  const Theme& theme = frame.theme;
  if (PrimaryButton(frame, TakeFooter(frame, area), say::kDone)) return parts_.navigator.Pop();
  area = area.Inset(theme.size.margin, theme.size.gap);
  NoticePanel(frame, area, Tone::kJade, "check_circle", Count(say::kImported, flow_->made()),
              say::kImportedHint);
}

}  // namespace studio
