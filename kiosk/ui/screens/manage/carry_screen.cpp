#include "ui/screens/manage/carry_screen.h"

#include <algorithm>
#include <string>

#include "ui/kit/text.h"
#include "ui/press/page_pieces.h"
#include "ui/press/widgets.h"
#include "ui/words/staff/exchange_strings.h"
#include "ui/words/staff/link_strings.h"

namespace studio {
namespace {

constexpr std::size_t kPlacesShown = 3;

std::string CarryCount(std::string_view pattern, std::int64_t n) {
  return say::Fill(pattern, {{"n", say::Number(n)}});
}

}  // namespace

CarryScreen::CarryScreen(ScreenParts parts) : parts_(parts) {
  if (parts_.ways.county != nullptr) flow_.emplace(*parts_.ways.county, parts_.state);
}

Patience CarryScreen::TimeOut() const {
  return flow_ && flow_->busy() ? Patience::kNever : Patience::kWriting;
}

void CarryScreen::Draw(Frame& frame) {
  Rect area = frame.area;
  HeaderLook look;
  look.back = !flow_ || !flow_->busy();
  if (Header(frame, area, say::kHubCarry, look)) return parts_.navigator.Pop();
  if (!flow_) {
    if (SecondaryButton(frame, TakeFooter(frame, area), say::kBack)) return parts_.navigator.Pop();
    return DrawEmptyPage(frame, area, "usb_off", say::kNoExchange);
  }
  switch (flow_->step()) {
    case CarryStep::kLooking:
      return DrawEmptyPage(frame, area, "usb", say::kLookingForTables);
    case CarryStep::kChoose:
      return DrawChoose(frame, area);
    case CarryStep::kExporting:
    case CarryStep::kImporting:
      return DrawBusy(frame, area);
    case CarryStep::kExported:
    case CarryStep::kImported:
      return DrawOutcome(frame, area);
  }
}

void CarryScreen::DrawChoose(Frame& frame, Rect area) {
  const Theme& theme = frame.theme;
  const bool stick = !flow_->found().places.empty();
  Rect footer = TakeFooter(frame, area);
  // Beside the others in landscape, above them and within reach in portrait.
  Rect store;
  if (stick && frame.wide) {
    store = footer.TakeRight(footer.w * 0.4f, theme.size.gap);
  } else if (stick) {
    store = area.TakeBottom(theme.size.button_height, theme.size.gap).Inset(theme.size.margin, 0);
  }
  const auto buttons = footer.SplitColumns(2, theme.size.gap);
  if (SecondaryButton(frame, buttons[0], say::kBack, {"arrow_back"})) {
    return parts_.navigator.Pop();
  }
  if (SecondaryButton(frame, buttons[1], say::kLookAgain, {"refresh"})) return flow_->LookAgain();
  Rect aside = area;
  if (frame.wide) {
    aside = area.TakeLeft(area.w * 0.5f);
    area.TakeTop(theme.Px(20));
    area.TakeRight(theme.size.margin);
  }
  Rect& beside = frame.wide ? aside : area;
  Question(frame, beside,
           say::Fill(say::kAskCarry, {{"county", say::CountyName(*parts_.state.station)}}),
           say::kAskCarryHint);
  beside = beside.Inset(theme.size.margin, 0);
  if (!stick) return DrawEmptyPage(frame, frame.wide ? area : beside, "usb", say::kNoPlaces);
  DrawPlaces(frame, beside);
  DrawReplies(frame, area);
  const int waiting = parts_.state.outbox.waiting;
  const std::string label =
      waiting > 0 ? CarryCount(say::kStoreToStick, waiting) : std::string(say::kStoreNone);
  if (PrimaryButton(frame, store, label, {"save_alt"})) flow_->Export(frame.now);
}

void CarryScreen::DrawPlaces(Frame& frame, Rect& area) {
  const Theme& theme = frame.theme;
  const auto& places = flow_->found().places;
  const std::size_t shown = std::min(places.size(), kPlacesShown);
  for (std::size_t i = 0; i < shown; ++i) {
    const Rect row = area.TakeTop(theme.size.button_height, theme.Px(20));
    const OptionLook look{"usb", i == flow_->place()};
    if (Option(frame, row, places[i].name, look)) flow_->ChoosePlace(i);
  }
  area.TakeTop(theme.Px(20));
}

void CarryScreen::DrawReplies(Frame& frame, Rect area) {
  const Theme& theme = frame.theme;
  const TextStyle head = TextStyle::Of(theme.size.section_title, Weight::kBold);
  DrawText(frame, area.TakeTop(head.size * head.line_spacing, theme.Px(12)), say::kReadReply, head);
  const auto& replies = flow_->found().replies;
  if (replies.empty()) {
    DrawText(frame, area.TakeTop(theme.size.body * 1.5f), say::kNoReplies,
             TextStyle::Of(theme.size.body, Weight::kRegular, theme.colour.soft_ink));
    return;
  }
  std::optional<std::size_t> chosen;
  {
    PagedList list(frame, area, "replies", scroll_, static_cast<int>(replies.size()),
                   theme.size.row_height, theme.Px(20));
    for (int i = list.First(); i < list.End(); ++i) {
      const ReplyFile& reply = replies[static_cast<std::size_t>(i)];
      const bool ours = reply.terminal == parts_.state.machine.terminal;
      const std::string from = ours ? reply.place : CarryCount(say::kReplyOther, reply.terminal);
      const std::string hint =
          from + "  " + say::WhenOf(reply.changed_ms, parts_.state.CountyMs(frame.now));
      const std::string label = reply.name + "##" + reply.path.string();
      if (RowTile(frame, list.Row(i), label, {"mark_email_read", hint, Tone::kSand})) {
        chosen = static_cast<std::size_t>(i);
      }
    }
  }
  if (chosen) flow_->Import(*chosen);
}

void CarryScreen::DrawBusy(Frame& frame, const Rect& area) {
  const Theme& theme = frame.theme;
  const bool exporting = flow_->step() == CarryStep::kExporting;
  Rect lower = area;
  const Rect upper = lower.TakeTop(area.h * 0.6f);
  DrawEmptyPage(frame, upper, "hourglass_top",
                exporting ? say::kCarryExporting : say::kCarryImporting);
  if (!exporting || flow_->progress() == 0) return;
  DrawText(frame, lower.TakeTop(theme.size.page_title * 1.4f),
           CarryCount(say::kCarryProgress, static_cast<std::int64_t>(flow_->progress())),
           TextStyle::Of(theme.size.section_title, Weight::kRegular, theme.colour.soft_ink,
                         Align::kCentre));
}

void CarryScreen::DrawOutcome(Frame& frame, Rect area) {
  const Theme& theme = frame.theme;
  if (PrimaryButton(frame, TakeFooter(frame, area), say::kDone)) return flow_->GoOn();
  area = area.Inset(theme.size.margin, theme.size.gap);
  const Station& station = *parts_.state.station;
  const auto failed = [&](CarryFault fault) {
    NoticePanel(frame, area, Tone::kAmber, "error", say::CarryFaultTitle(fault),
                say::CarryFaultAdvice(fault));
  };
  if (flow_->step() == CarryStep::kExported) {
    const CountyFiles::Up& up = flow_->up();
    if (!up) return failed(up.error());
    NoticePanel(frame, area, Tone::kJade, "check_circle",
                up->records + up->attachments > 0 ? say::kCarried : say::kCarriedNone,
                say::ExportedLine(*up, station));
    return;
  }
  const CountyFiles::Down& down = flow_->down();
  if (!down) return failed(down.error());
  const bool nothing = down->records + down->attachments + down->pages == 0;
  NoticePanel(frame, area, nothing ? Tone::kSand : Tone::kJade, nothing ? "info" : "check_circle",
              say::ImportedTitle(*down), say::ImportedLine(*down, station));
}

}  // namespace studio
