#include "ui/screens/desk/writeup_screen.h"

#include <algorithm>
#include <string>

#include "ui/press/page_pieces.h"
#include "ui/press/widgets.h"
#include "ui/screens/desk/desk_foot.h"
#include "ui/screens/parts/stop_pages.h"
#include "ui/words/staff/desk_strings.h"

namespace studio {

WriteupScreen::WriteupScreen(ScreenParts parts, const KeySession& session,
                             const ActivityTemplate& asked, const ActivityBody* resumed)
    : parts_(parts),
      flow_(parts.desk, parts.state, parts.clock, session, asked, resumed),
      added_(parts_, flow_),
      month_(flow_.date().year(), flow_.date().month()),
      words_page_(parts.ways) {}

Patience WriteupScreen::TimeOut() const {
  if (IsDanger(flow_.stop()) || added_.Busy()) return Patience::kNever;
  return flow_.step() == WriteupStep::kDone ? Patience::kNormal : Patience::kWriting;
}

void WriteupScreen::OnLeave() {
  added_.Stop();
  flow_.Keep();
}

void WriteupScreen::Draw(Frame& frame) {
  Rect area = frame.area;
  added_.Begin(editing_ == Editing::kAdded);
  if (flow_.stop().page() != StopPage::kNone) {
    if (DrawStop(frame, area, parts_, flow_.stop()) == StopTap::kGoOn) EndEditing();
    return;
  }
  HeaderLook look;
  std::string filed;
  if (flow_.filed() > 0) {
    filed = say::Fill(say::kWriteupFiled, {{"n", say::Number(flow_.filed())}});
    look.step = filed;
  }
  const std::string title = say::Fill(say::kWriteupOf, {{"kind", flow_.asked().title}});
  if (Header(frame, area, title, look)) {
    if (editing_ == Editing::kNothing) return parts_.navigator.Pop();
    return EndEditing();
  }
  if (flow_.step() == WriteupStep::kDone && again_) Another();
  switch (flow_.step()) {
    case WriteupStep::kSaving:
      return DrawEmptyPage(frame, area, "hourglass_top", say::kRecording);
    case WriteupStep::kDone:
      return DrawDone(frame, area);
    case WriteupStep::kForm:
      break;
  }
  if (editing_ == Editing::kNothing) return DrawForm(frame, area);
  DrawEditor(frame, area);
}

std::vector<WriteupScreen::Row> WriteupScreen::Rows() const {
  // What has to be said stands first.
  const bool together = flow_.asked().together;
  std::vector<Row> rows = {{Editing::kDate}};
  if (flow_.asked().place) rows.push_back({Editing::kPlace});
  if (!flow_.asked().roles.empty()) rows.push_back({Editing::kRole});
  for (std::size_t i = 0; i < flow_.asked().figures.size(); ++i)
    rows.push_back({Editing::kNothing, i});
  for (std::size_t i = 0; i < flow_.asked().words.size(); ++i) rows.push_back({Editing::kWords, i});
  if (together) rows.push_back({Editing::kWho});
  rows.push_back({Editing::kAdded});
  if (together) rows.push_back({Editing::kMet});
  if (together && flow_.AsksAbout()) rows.push_back({Editing::kAbout});
  return rows;
}

void WriteupScreen::DrawForm(Frame& frame, Rect area) {
  const Theme& theme = frame.theme;
  const DeskFoot foot = TakeDeskFoot(frame, area);
  const bool back = SecondaryButton(frame, foot.step, say::kBack);
  // What is done alone is done once.
  const bool often = flow_.asked().together;
  const std::vector<Rect> ends = foot.ends.SplitColumns(often ? 2 : 1, theme.size.gap);
  const bool next = often && SecondaryButton(frame, ends[0], say::kWriteupAgain, {.ends = true});
  const bool done = PrimaryButton(frame, ends.back(), say::kWriteupFile, {.ends = true});
  area = area.Inset(theme.size.margin, 0);
  if (const std::string problem = say::WriteupProblemLine(flow_); !problem.empty()) {
    DrawProblem(frame, area.TakeBottom(theme.Px(frame.wide ? 100 : 130), theme.Px(20)), problem);
  }
  area.TakeTop(theme.Px(8));
  const std::vector<Row> rows = Rows();
  {
    const int columns = frame.wide ? 2 : 1;
    const int count = static_cast<int>(rows.size());
    PagedList list(
        frame, area, "form", form_scroll_, (count + columns - 1) / columns,
        std::max(theme.Px(frame.wide ? 164 : 132), theme.size.section_title + theme.size.small * 3),
        theme.Px(14));
    for (int line = list.First(); line < list.End(); ++line) {
      const std::vector<Rect> cells = list.Row(line).SplitColumns(columns, theme.size.gap);
      for (int column = 0; column < columns && line * columns + column < count; ++column) {
        DrawRow(frame, cells[static_cast<std::size_t>(column)],
                rows[static_cast<std::size_t>(line * columns + column)]);
      }
    }
  }
  if (back) return parts_.navigator.Pop();
  if (!next && !done) return;
  again_ = next;
  flow_.File();
}

void WriteupScreen::DrawRow(Frame& frame, const Rect& rect, const Row& row) {
  const auto lead = [&](std::string_view label, std::string_view icon, std::string_view value,
                        Tone tone = Tone::kSand) {
    if (RowTile(frame, rect, label, {icon, value, tone})) Edit(row);
  };
  switch (row.leads) {
    case Editing::kNothing: {
      const AskedFigure& figure = flow_.asked().figures[row.index];
      if (Stepper(frame, rect, figure.title, figure.measure, flow_.figure(row.index), 0,
                  figure.at_most))
        flow_.NoteWriting();
      return;
    }
    case Editing::kDate:
      return lead(say::kWriteupDate, "event", say::WriteupDay(flow_));
    case Editing::kPlace:
      return lead(say::kWriteupPlace, "place",
                  flow_.place().empty() ? say::kWriteupNotSaid : std::string_view(flow_.place()));
    case Editing::kWho:
      return lead(say::kWriteupWho, "group", say::WriteupPeople(flow_));
    case Editing::kRole:
      return lead(say::kWriteupRole, "badge",
                  flow_.role() ? std::string_view(flow_.asked().roles[*flow_.role()].title)
                               : say::kWriteupNotSaid);
    case Editing::kAdded: {
      const bool any = flow_.added().Any();
      return lead(say::kWriteupAdded, any ? "check_circle" : "mic", say::WriteupAddedLine(flow_),
                  any ? Tone::kJade : Tone::kSand);
    }
    case Editing::kMet: {
      const TextDraft& met = flow_.met();
      if (!met.Blank()) return lead(say::kWriteupMet, "check_circle", met.text(), Tone::kJade);
      return lead(say::kWriteupMet, "groups", say::kWriteupNotNeeded);
    }
    case Editing::kAbout: {
      const WriteupLink* link = flow_.link();
      if (link != nullptr)
        return lead(say::kWriteupAbout, "check_circle", say::LinkLine(*link), Tone::kJade);
      return lead(say::kWriteupAbout, "link", say::kWriteupAboutHint);
    }
    case Editing::kWords: {
      const TextDraft& words = flow_.words(row.index);
      if (!words.Blank())
        return lead(flow_.asked().words[row.index], "check_circle", words.text(), Tone::kJade);
      const bool spoken = flow_.added().voice() != nullptr;
      return lead(flow_.asked().words[row.index], "edit_note",
                  spoken ? say::kWriteupSpoken : say::kWriteupNotWritten,
                  spoken ? Tone::kSand : Tone::kRed);
    }
  }
}

void WriteupScreen::Edit(const Row& row) {
  flow_.NoteWriting();
  editing_ = row.leads;
  words_ = row.index;
  words_page_.Restart();
  if (editing_ == Editing::kAbout) flow_.ReadLinks();
  list_scroll_ = {};
  month_ = {flow_.date().year(), flow_.date().month()};
}

void WriteupScreen::Another() {
  flow_.Another();
  added_.Reset();
}

void WriteupScreen::EndEditing() {
  words_page_.Restart();
  editing_ = Editing::kNothing;
  flow_.Keep();
}

void WriteupScreen::DrawDone(Frame& frame, Rect area) {
  const Theme& theme = frame.theme;
  Rect footer = TakeFooter(frame, area);
  const bool often = flow_.asked().together;
  bool next = false;
  if (often) {
    const Rect left = footer.TakeLeft((footer.w - theme.size.gap) / 2, theme.size.gap);
    next = SecondaryButton(frame, left, say::kWriteupOneMore, {"add"});
  }
  const bool desk = PrimaryButton(frame, footer, say::kWriteupToDesk);
  area = area.Inset(theme.size.margin, theme.Px(60));
  const std::string hint = say::Fill(often ? say::kWriteupDoneHint : say::kSummaryDoneHint,
                                     {{"county", say::CountyName(*parts_.state.station)}});
  DrawOutcome(frame, area, {"check", say::kWriteupDone, hint});
  if (next) return Another();
  if (desk) parts_.navigator.Pop();
}

}  // namespace studio
