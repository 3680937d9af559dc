#include "ui/screens/manage/hub_screen.h"

#include <array>
#include <memory>
#include <string>
#include <utility>

#include "ui/press/page_pieces.h"
#include "ui/press/widgets.h"
#include "ui/screens/ledger/studio_ledger_screen.h"
#include "ui/screens/manage/carry_screen.h"
#include "ui/screens/manage/health_screen.h"
#include "ui/screens/manage/recordings_screen.h"
#include "ui/screens/manage/rotation_screen.h"
#include "ui/screens/manage/upload_screen.h"
#include "ui/screens/year/review_screen.h"
#include "ui/screens/year/standings_screen.h"
#include "ui/screens/year/studio_screen.h"
#include "ui/screens/year/year_screen.h"
#include "ui/words/staff/ledger_strings.h"
#include "ui/words/staff/link_strings.h"
#include "ui/words/staff/manage_strings.h"
#include "ui/words/staff/recording_strings.h"
#include "ui/words/staff/unlock_strings.h"

namespace studio {
namespace {

struct HubTile {
  std::string_view title, icon;
  std::string now;
  Tone tone = Tone::kSand;
};

}  // namespace

Devices DevicesOf(const ScreenParts& parts) {
  return {parts.ways.camera != nullptr && parts.ways.camera->Present(),
          parts.ways.voice != nullptr && parts.ways.voice->Present(), parts.printing.Available()};
}

HubScreen::HubScreen(ScreenParts parts, KeySession session)
    : parts_(parts),
      session_(session),
      year_(std::make_shared<YearFlow>(parts.year, parts.state, parts.clock, std::move(session))) {}

// The flow has begun to read when it was made.
void HubScreen::OnEnter() {
  if (std::exchange(been_here_, true)) year_->Read();
}

void HubScreen::Draw(Frame& frame) {
  Rect area = frame.area;
  const bool home = Header(frame, area, say::kManagement);
  const FootPair foot = TakeFootPair(frame, area, say::kHome, say::kRecordings);
  if (SecondaryButton(frame, foot.back, say::kHome, {"home"}) || home)
    return parts_.navigator.GoHome();
  if (SecondaryButton(frame, foot.on, say::kRecordings, {"graphic_eq"}))
    return parts_.navigator.Push(std::make_unique<RecordingsScreen>(parts_));
  DrawTiles(frame, area.Inset(frame.theme.size.margin, frame.theme.Px(12)));
}

void HubScreen::DrawTiles(Frame& frame, const Rect& area) {
  const KioskState& state = parts_.state;
  const auto findings = CheckHealth(state, DevicesOf(parts_));
  const int troubles = CountTroubles(findings);
  const auto tone = [](bool wrong, Tone well) { return wrong ? Tone::kAmber : well; };
  const HealthLevel worst = findings.front().level;
  const bool waits = !year_->Waiting().empty();
  const std::array<HubTile, 9> tiles = {{
      {say::kHubRotation, "calendar_month", say::RotationNow(state),
       state.roster.refused > 0 ? Tone::kAmber : Tone::kRed},
      {say::kReview, "fact_check", say::ReviewNow(*year_), tone(waits, Tone::kJade)},
      {say::kStandings, "groups", say::StandingsNow(*year_), Tone::kRed},
      {say::kStudioPage, "store", say::StudioNow(*year_), Tone::kRed},
      {say::kLedger, "forum", std::string(say::kHubLedgerNow), Tone::kRed},
      {say::kHubYear, "workspace_premium", say::YearNow(*year_), Tone::kRed},
      {say::kHubUpload, "cloud_upload", say::UploadNow(state),
       tone(state.outbox.set_aside > 0, Tone::kJade)},
      {say::kHubCarry, "usb", say::CarryNow(state), Tone::kSand},
      {say::kHubHealth, "monitor_heart", say::HealthNow(troubles),
       worst == HealthLevel::kBad ? Tone::kRed : tone(troubles > 0, Tone::kJade)},
  }};
  const float gap = frame.theme.size.gap;
  const std::vector<Rect> cells =
      frame.wide ? area.SplitGrid(3, 3, gap) : area.SplitGrid(2, 5, gap);
  std::array<bool, 9> tapped{};
  for (std::size_t i = 0; i < tiles.size(); ++i) {
    const HubTile& tile = tiles[i];
    tapped[i] = LargeTile(frame, cells[i], tile.title, {tile.icon, tile.now, tile.tone});
  }
  Navigator& navigator = parts_.navigator;
  if (tapped[0]) return navigator.Push(std::make_unique<RotationScreen>(parts_, session_));
  if (tapped[1]) return navigator.Push(std::make_unique<ReviewScreen>(parts_, year_));
  if (tapped[2]) return navigator.Push(std::make_unique<StandingsScreen>(parts_, year_));
  if (tapped[3]) return navigator.Push(std::make_unique<StudioScreen>(parts_, year_));
  if (tapped[4]) return navigator.Push(std::make_unique<StudioLedgerScreen>(parts_, session_));
  if (tapped[5]) return navigator.Push(std::make_unique<YearScreen>(parts_, year_));
  if (tapped[6]) return navigator.Push(std::make_unique<UploadScreen>(parts_));
  if (tapped[7]) return navigator.Push(std::make_unique<CarryScreen>(parts_));
  if (tapped[8]) return navigator.Push(std::make_unique<HealthScreen>(parts_));
}

}  // namespace studio
