#include "ui/screens/desk/file_screen.h"

#include <algorithm>
#include <utility>

#include "ui/press/page_pieces.h"
#include "ui/press/widgets.h"
#include "ui/screens/desk/desk_foot.h"
#include "ui/screens/desk/writeup_screen.h"
#include "ui/words/staff/desk_file_strings.h"
#include "ui/words/staff/desk_strings.h"

namespace studio {

void FileScreen::OnEnter() {
  if (!std::exchange(writing_, false)) return;
  flow_->ReadDraft();
  flow_->ReadAccount();
}

void FileScreen::Draw(Frame& frame) {
  const Theme& theme = frame.theme;
  Rect area = frame.area;
  const std::string year = std::to_string(static_cast<int>(flow_->Today().year()));
  if (Header(frame, area, say::Fill(say::kFileOf, {{"year", year}}))) return parts_.navigator.Pop();
  const bool printer = parts_.printing.Available();
  // Not where the summary will be filed: beside the step, lying down in a column at the left.
  Rect back = TakeDeskStep(frame, area), on, print;
  if (frame.wide) {
    Rect column = area.TakeLeft(area.w * 0.3f).Inset(theme.size.margin, 0);
    on = column.TakeBottom(theme.size.button_height, theme.size.gap);
    print = column.TakeBottom(theme.size.button_height);
  } else {
    on = back.TakeRight((back.w - theme.size.gap) / 2, theme.size.gap);
    if (printer)
      print = area.TakeBottom(theme.size.button_height, theme.size.gap).Inset(theme.size.margin, 0);
  }
  if (SecondaryButton(frame, back, say::kBack)) return parts_.navigator.Pop();
  if (PrimaryButton(frame, on, say::kSummaryWrite, {"edit_note"})) {
    writing_ = true;
    return parts_.navigator.Push(std::make_unique<WriteupScreen>(
        parts_, flow_->session(), flow_->summary(), flow_->summary_draft()));
  }
  if (printer) {
    const bool running = printing_ == Printing::kRunning;
    const std::string_view label = running                          ? say::kFilePrinting
                                   : printing_ == Printing::kDone   ? say::kFilePrinted
                                   : printing_ == Printing::kFailed ? say::kFileNotPrinted
                                                                    : say::kFilePrint;
    ButtonLook look{"print"};
    look.enabled = !running && flow_->account() != nullptr;
    if (SecondaryButton(frame, print, std::string(label) + "###print", look)) Print(frame);
  }
  area.TakeTop(theme.Px(16));
  DrawDeeds(frame, area.Inset(theme.size.margin, 0));
}

void FileScreen::DrawDeeds(Frame& frame, const Rect& area) {
  const Theme& theme = frame.theme;
  const AccountPtr account = flow_->account();
  if (!account) return DrawWaitingPage(frame, area, "hourglass_top", say::kReckoning);
  const std::vector<const Deed*> deeds = DeedsOfYear(*account);
  if (deeds.empty()) return DrawEmptyPage(frame, area, "folder_open", say::kFileNothing);
  const Station& station = *parts_.state.station;
  const float height = theme.size.card_title * 1.3f + theme.size.small * 1.4f + theme.Px(28);
  PagedList list(frame, area, "deeds", scroll_, static_cast<int>(deeds.size()), height,
                 theme.Px(14));
  for (int i = list.First(); i < list.End(); ++i) {
    const Deed& deed = *deeds[static_cast<std::size_t>(i)];
    const say::DeedStanding standing = say::StandingOf(deed, flow_->session().member, station);
    const std::string title = say::DeedTitle(deed, station);
    const std::string hint = say::DeedLine(deed, account->today) + "，" + standing.words;
    TileLook look{standing.waits ? "hourglass_top" : "check_circle", hint,
                  standing.waits ? Tone::kAmber : Tone::kJade};
    look.enabled = false;
    (void)RowTile(frame, list.Row(i), title + "##" + deed.id, look);
  }
}

void FileScreen::Print(const Frame& frame) {
  const Member* member = flow_->member();
  SheetToPrint sheet;
  sheet.title = member == nullptr ? std::string(say::kDeskStranger)
                                  : say::Fill(say::kDeskMember, {{"name", member->name}});
  sheet.subtitle = say::Fill(say::kFileOf, {{"year", std::to_string(flow_->account()->year)}});
  sheet.made_at_ms = parts_.state.CountyMs(frame.now);
  sheet.lines = say::FileLines(*flow_->account(), flow_->session().member, *parts_.state.station);
  printing_ = Printing::kRunning;
  parts_.printing.PrintSheet(sheet, visit_.Guard<Result<bool>>([this](const Result<bool>& done) {
    printing_ = done ? Printing::kDone : Printing::kFailed;
  }));
}

}  // namespace studio
