#include "ui/screens/year/standings_screen.h"

#include <algorithm>
#include <memory>

#include "ui/kit/shapes.h"
#include "ui/kit/text.h"
#include "ui/press/page_pieces.h"
#include "ui/press/widgets.h"
#include "ui/screens/parts/desk_foot.h"
#include "ui/screens/year/standing_screen.h"
#include "ui/words/staff/desk_file_strings.h"
#include "ui/words/staff/manage_strings.h"

namespace studio {

StandingsScreen::StandingsScreen(ScreenParts parts, YearFlowPtr flow)
    : parts_(parts), flow_(std::move(flow)), printing_(say::kRemindPrint) {}

bool StandingsScreen::Fits(const MemberStanding& standing, Shown shown) {
  if (shown == Shown::kOpen) return standing.open + standing.missed > 0;
  return shown == Shown::kAll || standing.idle;
}

void StandingsScreen::Draw(Frame& frame) {
  const Theme& theme = frame.theme;
  Rect area = frame.area;
  if (Header(frame, area, say::kStandings)) return parts_.navigator.Pop();
  const bool there = flow_->state() == YearState::kThere;
  const std::vector<MemberStanding> all = flow_->Standings();
  const bool printer = there && parts_.printing.Available();
  bool back = false, print = false;
  if (printer) {
    const FootPair foot = TakeFootPair(frame, area, say::kBack, say::kRemindPrint);
    back = SecondaryButton(frame, foot.back, say::kBack);
    ButtonLook look{"print"};
    look.enabled = printing_ != say::kFilePrinting;
    print = SecondaryButton(frame, foot.on, std::string(printing_) + "###print", look);
  } else {
    back = SecondaryButton(frame, TakeDeskStep(frame, area), say::kBack);
  }
  area = area.Inset(theme.size.margin, 0);
  area.TakeTop(theme.Px(8));
  if (back) return parts_.navigator.Pop();
  if (!IsYearThere(frame, area, *flow_, *parts_.state.station)) return;
  DrawFilter(frame, area, all);
  std::vector<MemberStanding> shown;
  std::copy_if(all.begin(), all.end(), std::back_inserter(shown),
               [&](const MemberStanding& one) { return Fits(one, shown_); });
  DrawRows(frame, area, shown);
  if (print) PrintReminder(frame, shown);
}

void StandingsScreen::DrawFilter(Frame& frame, Rect& area, const std::vector<MemberStanding>& all) {
  const Theme& theme = frame.theme;
  const std::pair<Shown, std::string_view> choices[] = {{Shown::kAll, say::kStandingsAll},
                                                        {Shown::kOpen, say::kStandingsOpen},
                                                        {Shown::kIdle, say::kStandingsIdle}};
  Rect strip = area.TakeTop(theme.size.chip_height, theme.Px(18));
  const std::vector<Rect> cells = strip.SplitColumns(3, theme.Px(16));
  for (std::size_t i = 0; i < 3; ++i) {
    const auto [shown, pattern] = choices[i];
    const auto n = std::count_if(all.begin(), all.end(),
                                 [shown = shown](const auto& one) { return Fits(one, shown); });
    const std::string label = say::Fill(pattern, {{"n", say::Number(n)}});
    if (Chip(frame, cells[i], label, {"", shown_ == shown})) {
      shown_ = shown;
      scroll_ = {};
    }
  }
}

void StandingsScreen::DrawRows(Frame& frame, const Rect& area,
                               const std::vector<MemberStanding>& shown) {
  const Theme& theme = frame.theme;
  if (shown.empty()) return DrawEmptyPage(frame, area, "groups", say::kStandingsNobody);
  const MemberStanding* tapped = nullptr;
  {
    const float height = theme.size.card_title * 1.3f + theme.size.small * 2.8f + theme.Px(28);
    PagedList list(frame, area, "members", scroll_, static_cast<int>(shown.size()), height,
                   theme.Px(14));
    for (int i = list.First(); i < list.End(); ++i) {
      const MemberStanding& one = shown[static_cast<std::size_t>(i)];
      const bool wrong = one.open + one.missed > 0 || one.idle;
      const std::string points = say::Fill(say::kStandingPoints, {{"n", one.result->total.Text()}});
      const std::string title = one.member->name + "　" + points;
      const std::string hint = say::StandingLine(one);
      const TileLook look{wrong ? "pending" : "check_circle", hint,
                          wrong ? Tone::kAmber : Tone::kJade};
      if (RowTile(frame, list.Row(i), title + "##" + one.member->id, look)) tapped = &one;
    }
  }
  if (tapped == nullptr) return;
  if (auto account = AccountIn(*flow_->account(), tapped->member->id)) {
    parts_.navigator.Push(std::make_unique<StandingScreen>(
        parts_, *tapped->member, std::make_shared<const MemberAccount>(std::move(*account))));
  }
}

void StandingsScreen::PrintReminder(const Frame& frame, const std::vector<MemberStanding>& shown) {
  SheetToPrint sheet;
  sheet.title = std::string(say::kRemindTitle);
  sheet.subtitle = parts_.state.station->studio.name;
  sheet.made_at_ms = parts_.state.CountyMs(frame.now);
  for (const MemberStanding& one : shown) {
    if (!Fits(one, Shown::kOpen) && !one.idle) continue;
    sheet.lines.push_back(say::Fill(say::kRemindLine, {{"name", one.member->name},
                                                       {"sector", one.member->sector},
                                                       {"what", say::StandingLine(one)}}));
  }
  printing_ = say::kFilePrinting;
  parts_.printing.PrintSheet(sheet, visit_.Guard<Result<bool>>([this](const Result<bool>& done) {
    printing_ = done ? say::kFilePrinted : say::kFileNotPrinted;
  }));
}

}  // namespace studio
