#include "ui/screens/tracking/track_screen.h"

#include <algorithm>

#include "shared/record/badge.h"
#include "shared/record/receipt.h"
#include "ui/kit/text.h"
#include "ui/press/page_pieces.h"
#include "ui/press/widgets.h"
#include "ui/screens/parts/number_field.h"
#include "ui/screens/parts/withdraw_page.h"
#include "ui/words/slip_strings.h"
#include "ui/words/track_strings.h"

namespace studio {
namespace {

// Most numbers have nine digits; those of terminals beyond 999 have more.
constexpr std::size_t kNumberPlaces = 12, kCodePlaces = 8;
constexpr std::size_t kShortNumber = 9, kNumberTail = 6;

DigitGroups GroupsOf(std::size_t digits) {
  return digits <= kShortNumber ? DigitGroups{3, 5, 1} : DigitGroups{digits - kNumberTail, 5, 1};
}

}  // namespace

TrackScreen::TrackScreen(ScreenParts parts, const std::vector<std::string>& scanned)
    : parts_(parts),
      flow_({parts.cases, parts.requests, parts.wishes, parts.ways.questions}, parts.clock),
      camera_(parts.ways, [this](const auto& codes) { flow_.OnCodes(codes); }) {
  flow_.OnCodes(scanned);
}

Patience TrackScreen::TimeOut() const {
  switch (flow_.step()) {
    case TrackStep::kLooking:
    case TrackStep::kAsking:
      return Patience::kNever;  // it ends by itself
    case TrackStep::kFound:
      return Patience::kWriting;  // there may be much to read
    default:
      return Patience::kNormal;
  }
}

bool TrackScreen::OnCode(const ScannedCode& code) {
  const TrackStep step = flow_.step();
  const bool wanted =
      step == TrackStep::kNumber || step == TrackStep::kCode || step == TrackStep::kShow;
  const std::string& text = code.texts.front();
  const bool rest = code.kind == CodeKind::kCut && !text.starts_with(kSlipPrefix) &&
                    !text.starts_with(kBadgePrefix);
  if (!wanted || rest) return false;
  flow_.OnCodes(code.texts);
  return true;
}

void TrackScreen::GoBack() {
  if (reading_ || asking_wish_ || asking_withdraw_) {
    reading_ = asking_wish_ = asking_withdraw_ = false;
  } else if (!flow_.Back()) {
    parts_.navigator.GoHome();
  }
}

void TrackScreen::Draw(Frame& frame) {
  const bool showing = flow_.step() == TrackStep::kShow;
  if (showing) camera_.DrawLamp(frame);
  Rect area = frame.area;
  if (Header(frame, area, say::kTrack)) return GoBack();
  switch (flow_.step()) {
    case TrackStep::kNumber:
    case TrackStep::kCode:
      DrawAsk(frame, area);
      break;
    case TrackStep::kLost:
      DrawLost(frame, area);
      break;
    case TrackStep::kShow:
      DrawShow(frame, area);
      break;
    case TrackStep::kLooking:
      DrawEmptyPage(frame, area, "manage_search", say::kLooking);
      break;
    case TrackStep::kAsking:
      DrawAsking(frame, area);
      break;
    case TrackStep::kNowhere:
      DrawNowhere(frame, area);
      break;
    case TrackStep::kFound:
      if (reading_) {
        DrawReply(frame, area);
      } else if (asking_withdraw_ && flow_.CanWithdraw()) {
        const WithdrawTap tap = DrawWithdrawPage(frame, area);
        if (tap != WithdrawTap::kNone) asking_withdraw_ = false;
        if (tap == WithdrawTap::kYes) flow_.Withdraw();
      } else if (asking_wish_ && flow_.CanSayWhether()) {
        DrawWhetherCame(frame, area);
      } else {
        DrawFound(frame, area);
      }
      return;
  }
  if (flow_.step() != TrackStep::kShow) camera_.Stop();
}

void TrackScreen::DrawAsk(Frame& frame, Rect area) {
  const Theme& theme = frame.theme;
  const bool number = flow_.step() == TrackStep::kNumber;
  Rect footer = TakeFooter(frame, area);
  const Rect back = footer.TakeLeft(footer.w * 0.34f, theme.size.gap);
  if (SecondaryButton(frame, back, number ? say::kHome : say::kBack)) return GoBack();
  const std::string why = number ? "" : say::WaitWhy(flow_);
  if (!why.empty()) frame.RequestRedrawAt(frame.now.monotonic_ms + 1000);
  if (PrimaryButton(frame, footer, number ? say::kNext : say::kLook, {"", why.empty(), why}))
    flow_.Next();
  Rect pad = frame.wide ? area.TakeRight(area.w * 0.5f, theme.Px(44))
                        : area.TakeBottom(std::min(theme.Px(820), area.h * 0.52f), theme.size.gap);
  pad = frame.wide ? pad.Inset(theme.size.margin, theme.Px(24)) : pad.Inset(theme.size.margin, 0);
  Question(frame, area, number ? say::kAskNumber : say::kAskCode,
           number ? say::kAskNumberHint : say::kAskCodeHint);
  area = area.Inset(theme.size.margin, 0);
  DrawField(frame, area, number);
  std::string digits = number ? flow_.number().text() : flow_.code().text();
  if (NumberPad(frame, pad, digits, number ? kNumberPlaces : kCodePlaces)) flow_.SetDigits(digits);
}

void TrackScreen::DrawField(Frame& frame, Rect& area, bool number) {
  const Theme& theme = frame.theme;
  const std::string& digits = number ? flow_.number().text() : flow_.code().text();
  DrawNumberField(frame, area.TakeTop(theme.Px(180), theme.size.gap), digits,
                  number ? GroupsOf(digits.size()) : DigitGroups{4, 4});
  if (const std::string line = say::TrackLine(flow_); !line.empty()) {
    const float room = number ? theme.size.button_height + theme.size.gap : 0;
    TextStyle style = TextStyle::Of(theme.size.body, Weight::kBold);
    style.line_spacing = 1.3f;
    const float words = MeasureWrapped(frame, line, area.w - theme.Px(142), style);
    const float height = std::clamp(words + theme.Px(24), theme.Px(110), area.h - room);
    DrawProblem(frame, area.TakeTop(height, theme.size.gap), line);
  }
  if (!number) return;
  const Camera* camera = parts_.ways.camera;
  const bool sees = camera != nullptr && camera->Present();
  Rect row = area.TakeTop(theme.size.button_height);
  const std::string_view lost = say::kLostSlip;
  const TextStyle style = TextStyle::Of(theme.size.button, Weight::kBold);
  const Rect right =
      sees ? row.TakeRight(MeasureText(frame, lost, style) + theme.Px(72), theme.size.gap) : row;
  if (sees && SecondaryButton(frame, row, say::kShowSlip, {frame.wide ? "" : "qr_code_scanner"}))
    flow_.Show();
  if (SecondaryButton(frame, right, lost)) flow_.LoseSlip();
}

void TrackScreen::DrawShow(Frame& frame, Rect area) {
  const Theme& theme = frame.theme;
  if (SecondaryButton(frame, TakeFooter(frame, area), say::kTypeNumber, {"dialpad"}))
    return GoBack();
  if (const std::string line = say::TrackLine(flow_); !line.empty()) {
    const Rect strip = area.TakeBottom(theme.Px(frame.wide ? 110 : 150), theme.size.gap);
    DrawProblem(frame, strip.Inset(theme.size.margin, 0), line);
  }
  camera_.Draw(frame, area,
               {say::kShowSlipAsk, say::kShowSlipHint, say::kScanSlip, say::kScanSlipHint});
}

void TrackScreen::DrawAsking(Frame& frame, Rect area) {
  const Theme& theme = frame.theme;
  if (SecondaryButton(frame, TakeFooter(frame, area), say::kStopAsking, {"close"})) return GoBack();
  const std::string asking =
      say::Fill(say::kAskingCounty, {{"county", say::CountyName(*parts_.state.station)}});
  const float icon = theme.Px(140), width = area.w - 2 * theme.size.margin;
  TextStyle title =
      TextStyle::Of(theme.size.page_title, Weight::kBold, theme.colour.ink, Align::kCentre);
  title.line_spacing = 1.3f;
  const TextStyle hint =
      TextStyle::Of(theme.size.body, Weight::kRegular, theme.colour.soft_ink, Align::kCentre);
  const float title_height = MeasureWrapped(frame, asking, width, title);
  const float hint_height = MeasureWrapped(frame, say::kAskingHint, width, hint);
  Rect block = area.Centred(width, icon + theme.Px(60) + title_height + hint_height);
  DrawIcon(frame, block.TakeTop(icon, theme.Px(40)), "manage_search", icon, theme.colour.icon);
  DrawWrapped(frame, block.TakeTop(title_height, theme.Px(20)), asking, title);
  DrawWrapped(frame, block, say::kAskingHint, hint);
}

}  // namespace studio
