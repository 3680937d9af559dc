#include "ui/screens/desk/reply_screen.h"

#include <algorithm>
#include <string>

#include "ui/press/page_pieces.h"
#include "ui/press/widgets.h"
#include "ui/screens/desk/desk_foot.h"
#include "ui/screens/parts/stop_pages.h"
#include "ui/words/staff/desk_request_strings.h"
#include "ui/words/staff/desk_strings.h"

namespace studio {
namespace {

constexpr int kReplyRows = 4;
constexpr std::int64_t kKeepReplyMs = 2000;

}  // namespace

ReplyScreen::ReplyScreen(ScreenParts parts, const KeySession& session, const DeskRequest& request,
                         const MemberReplyDraft* resumed)
    : parts_(parts),
      flow_(parts.desk, parts.state, parts.clock, session, request, resumed),
      words_page_(parts.ways) {}

Patience ReplyScreen::TimeOut() const {
  if (IsDanger(flow_.stop())) return Patience::kNever;
  return flow_.step() == ReplyStep::kDone ? Patience::kNormal : Patience::kWriting;
}

void ReplyScreen::Draw(Frame& frame) {
  Rect area = frame.area;
  if (flow_.stop().page() != StopPage::kNone) {
    if (DrawStop(frame, area, parts_, flow_.stop()) == StopTap::kGoOn) Edit(Editing::kNothing);
    return;
  }
  const std::string title =
      say::Fill(say::kReplyOf, {{"what", say::DeskRequestTitle(flow_.request())}});
  if (Header(frame, area, title)) {
    if (editing_ == Editing::kNothing) return parts_.navigator.Pop();
    return Edit(Editing::kNothing);
  }
  switch (flow_.step()) {
    case ReplyStep::kSaving:
      return DrawEmptyPage(frame, area, "hourglass_top", say::kRecording);
    case ReplyStep::kDone:
      return DrawDone(frame, area);
    case ReplyStep::kForm:
      break;
  }
  switch (editing_) {
    case Editing::kWay:
      return DrawWays(frame, area);
    case Editing::kWords:
      return DrawWords(frame, area);
    case Editing::kDue:
      return DrawDue(frame, area);
    case Editing::kNothing:
      break;
  }
  DrawForm(frame, area);
}

void ReplyScreen::Edit(Editing editing) {
  flow_.Keep();
  flow_.NoteWriting();
  editing_ = editing;
  words_page_.Restart();
  list_scroll_ = {};
}

void ReplyScreen::DrawForm(Frame& frame, Rect area) {
  const Theme& theme = frame.theme;
  const DeskFoot foot = TakeDeskFoot(frame, area);
  const bool back = SecondaryButton(frame, foot.step, say::kBack);
  const bool file = PrimaryButton(frame, foot.ends, say::kReplyFile, {.ends = true});
  area = area.Inset(theme.size.margin, 0);
  if (const std::string problem = say::ReplyProblemLine(flow_); !problem.empty())
    DrawProblem(frame, area.TakeBottom(theme.Px(frame.wide ? 110 : 150), theme.Px(20)), problem);
  area.TakeTop(theme.Px(8));
  {
    const int columns = frame.wide ? 2 : 1;
    PagedList list(
        frame, area, "reply", form_scroll_, (kReplyRows + columns - 1) / columns,
        std::max(theme.Px(176), theme.size.section_title * 1.4f + theme.size.small * 3.4f),
        theme.Px(16));
    for (int line = list.First(); line < list.End(); ++line) {
      const std::vector<Rect> cells = list.Row(line).SplitColumns(columns, theme.size.gap);
      for (int column = 0; column < columns; ++column)
        DrawRow(frame, cells[static_cast<std::size_t>(column)], line * columns + column);
    }
  }
  if (back) return parts_.navigator.Pop();
  if (file) flow_.File();
}

void ReplyScreen::DrawRow(Frame& frame, const Rect& rect, int row) {
  const bool said = !flow_.words().Blank();
  switch (row) {
    case 0: {
      const std::string way = flow_.way() ? say::WayName(*flow_.way(), *parts_.state.station)
                                          : std::string(say::kWriteupNotSaid);
      if (RowTile(frame, rect, say::kReplyWay,
                  {flow_.way() ? "check_circle" : "alt_route", way,
                   flow_.way() ? Tone::kJade : Tone::kRed}))
        Edit(Editing::kWay);
      return;
    }
    case 1: {
      const bool must = flow_.way() == ReplyWay::kOnTheSpot;
      const std::string_view unsaid = must ? say::kWriteupNotWritten : say::kReplySayMay;
      if (RowTile(frame, rect, say::kReplySay,
                  {said ? "check_circle" : "edit_note",
                   said ? std::string_view(flow_.words().text()) : unsaid,
                   said   ? Tone::kJade
                   : must ? Tone::kRed
                          : Tone::kSand}))
        Edit(Editing::kWords);
      return;
    }
    case 2: {
      const std::string due = say::DueLine(flow_);
      if (RowTile(frame, rect, say::kReplyBy, {"event", due, Tone::kSand})) Edit(Editing::kDue);
      return;
    }
    default:
      if (!flow_.CanCallBack()) {
        RowTile(frame, rect, say::kReplyCall,
                {"phone_disabled", say::kReplyNoPhone, Tone::kSand, false});
      } else if (ToggleRow(frame, rect, say::kReplyCall, say::kReplyCallHint, flow_.call_back())) {
        flow_.SetCallBack(!flow_.call_back());
      }
  }
}

void ReplyScreen::DrawWays(Frame& frame, Rect area) {
  const Theme& theme = frame.theme;
  if (SecondaryButton(frame, TakeDeskStep(frame, area), say::kBack)) return Edit(Editing::kNothing);
  Question(frame, area, say::kReplyWayAsk);
  area = area.Inset(theme.size.margin, 0);
  std::optional<ReplyWay> tapped;
  {
    const int columns = frame.wide ? 2 : 1;
    const int count = static_cast<int>(kReplyWays.size());
    PagedList list(frame, area, "ways", list_scroll_, (count + columns - 1) / columns,
                   std::max(theme.Px(150), theme.size.section_title + theme.size.small * 3),
                   theme.Px(18));
    for (int line = list.First(); line < list.End(); ++line) {
      const std::vector<Rect> cells = list.Row(line).SplitColumns(columns, theme.size.gap);
      for (int column = 0; column < columns; ++column) {
        const ReplyWay way = kReplyWays[static_cast<std::size_t>(line * columns + column)];
        if (ChoiceRow(frame, cells[static_cast<std::size_t>(column)],
                      say::WayName(way, *parts_.state.station), say::WayHint(way),
                      flow_.way() == way))
          tapped = way;
      }
    }
  }
  if (!tapped) return;
  flow_.ChooseWay(*tapped);
  Edit(Editing::kNothing);
}

void ReplyScreen::DrawWords(Frame& frame, const Rect& area) {
  const WordsAsked asked{.question = say::kReplySayAsk, .placeholder = say::kReplySayPlaceholder};
  const bool done = words_page_.Draw(frame, area, flow_.words(), asked);
  // What is written outlives a power cut, but for the last moment.
  const std::int64_t now = frame.now.monotonic_ms;
  if (now - kept_ms_ >= kKeepReplyMs) {
    flow_.Keep();
    kept_ms_ = now;
  }
  frame.RequestRedrawAt(kept_ms_ + kKeepReplyMs);
  if (done && !flow_.StopsAtWords()) Edit(Editing::kNothing);
}

void ReplyScreen::DrawDue(Frame& frame, Rect area) {
  const Theme& theme = frame.theme;
  if (SecondaryButton(frame, TakeDeskStep(frame, area), say::kBack)) return Edit(Editing::kNothing);
  Question(frame, area, say::kReplyByAsk);
  area = area.Inset(theme.size.margin, 0);
  std::vector<std::string> labels = {std::string(say::kReplyNoDay)};
  std::vector<std::optional<CalendarDate>> days = {std::nullopt};
  for (const int ahead : kReplyDueDays) {
    days.push_back(flow_.DayIn(ahead));
    labels.push_back(say::DueName(*days.back(), ahead));
  }
  const std::vector<std::string_view> shown(labels.begin(), labels.end());
  const float gap = theme.Px(22);
  const int columns = FittingColumns(frame, shown, area.w, gap, frame.wide ? 3 : 2);
  const int count = static_cast<int>(labels.size());
  int tapped = -1;
  {
    PagedList list(frame, area, "days", list_scroll_, (count + columns - 1) / columns,
                   theme.Px(136), gap);
    for (int row = list.First(); row < list.End(); ++row) {
      const std::vector<Rect> cells = list.Row(row).SplitColumns(columns, gap);
      for (int column = 0; column < columns && row * columns + column < count; ++column) {
        const int index = row * columns + column;
        const auto at = static_cast<std::size_t>(index);
        if (Option(frame, cells[static_cast<std::size_t>(column)], labels[at],
                   {"", days[at] == flow_.due()}))
          tapped = index;
      }
    }
  }
  if (tapped < 0) return;
  flow_.PromiseBy(days[static_cast<std::size_t>(tapped)]);
  Edit(Editing::kNothing);
}

void ReplyScreen::DrawDone(Frame& frame, Rect area) {
  const Theme& theme = frame.theme;
  if (PrimaryButton(frame, TakeDeskStep(frame, area), say::kReplyToRequests))
    return parts_.navigator.Pop();
  area = area.Inset(theme.size.margin, theme.Px(60));
  const std::string hint =
      say::Fill(say::kReplyFiledHint, {{"county", say::CountyName(*parts_.state.station)}});
  DrawOutcome(frame, area, {"check", say::kReplyFiled, hint});
}

}  // namespace studio
