#include "ui/shell/shell.h"

#include "ui/host/fault_page.h"
#include "ui/kit/shapes.h"
#include "ui/press/press_items.h"
#include "ui/press/shown_targets.h"
#include "ui/press/widgets.h"
#include "ui/screens/home/home_screen.h"
#include "ui/words/scan_strings.h"
#include "ui/words/strings.h"

namespace studio {
namespace {

constexpr std::int64_t kSaidMs = 8000;

}  // namespace

Shell::Shell(UiHost& host, const KioskState& state, const Stores& stores, PublicPictures& pictures,
             ReceiptPrinting& printing, const WaysOfSaying& ways, const Clock& clock)
    : host_(host),
      state_(state),
      clock_(clock),
      modes_(ways),
      parts_{state,         stores.requests, stores.duty, stores.outbox, stores.cases,
             stores.topics, stores.wishes,   stores.desk, stores.ledger, stores.year,
             stores.sheets, pictures,        printing,    ways,          clock,
             navigator_,    timer_,          modes_} {
  navigator_.SetHome(std::make_unique<HomeScreen>(parts_));
}

void Shell::Open(const std::function<std::unique_ptr<Screen>(const ScreenParts&)>& make) {
  navigator_.Push(make(parts_));
  navigator_.Settle();
}

bool Shell::CannotWork() const {
  return state_.fault != Fault::kNone && state_.fault != Fault::kDatabaseSalvaged;
}

void Shell::DrawFrame(bool touched) {
  const Moment now = clock_.Now();
  // The covered screen takes only its own button for an answer. Home is left alone until somebody
  // comes, and who comes begins a visit.
  const VisitTimer::State before = timer_.At(now.monotonic_ms);
  const bool home_left = navigator_.AtHome() && before == VisitTimer::State::kOver;
  if (home_left) {
    ResetModes();
    host_.HideRing();
  }
  if (modes_.reading.Speaking()) timer_.Touch(now.monotonic_ms);
  if (touched && (home_left || before == VisitTimer::State::kRunning))
    timer_.Touch(now.monotonic_ms);
  timer_.SetPatience(navigator_.Top().TimeOut(), now.monotonic_ms);
  if (!navigator_.AtHome() && timer_.At(now.monotonic_ms) == VisitTimer::State::kOver) EndVisit();
  if (!CannotWork()) {
    fault_since_ms_.reset();
  } else if (!fault_since_ms_) {
    fault_since_ms_ = now.monotonic_ms;
  }
  // Whoever is in the middle of something keeps it: their own page says what could not be done.
  const bool show_fault = CannotWork() && navigator_.AtHome();

  shown_ = timer_.At(now.monotonic_ms);
  const bool asking = shown_ == VisitTimer::State::kAsking;
  host_.DrawFrame(clock_, [&](Frame& frame) {
    const std::string_view page = asking ? "still-there" : navigator_.Top().Tag();
    const PageItems items(page);
    frame.shown.OnPage(page);
    if (!show_fault) TakeCode(frame, asking);
    if (show_fault) {
      DrawFaultPage(frame, state_, fault_since_ms_.value_or(now.monotonic_ms));
    } else if (asking) {
      DrawStillThere(frame);
    } else {
      DrawTop(frame);
    }
  });
  // Under the question the page's time stands as it was.
  if (!asking) timer_.SetAtLeast(host_.RingRoundMs());
  if (navigator_.Settle()) {
    host_.CancelTouch();
    host_.Invalidate();
  }
  if (navigator_.TakeFinished()) modes_.End();
  // What a touch changed shows in the frame after the one that took it.
  if (touched) host_.Invalidate();
  if (host_.CurrentTheme() != modes_.theme) {
    host_.SetTheme(modes_.theme);
    host_.Invalidate();
  }
}

// Whatever is on top, a code goes to the page and never into what is written there. Under the cover
// it goes nowhere: who comes with a card is not who is asked.
void Shell::TakeCode(Frame& frame, bool covered) {
  const std::int64_t now = frame.now.monotonic_ms;
  if (frame.scanned) {
    const bool taken = !covered && navigator_.Top().OnCode(*frame.scanned);
    said_ = covered ? say::kScannedCovered : say::ScannedLine(frame.scanned->kind);
    said_until_ms_ = taken ? now : now + kSaidMs;
    frame.scanned.reset();
  }
  if (now >= said_until_ms_) return;
  frame.said = said_;
  frame.RequestRedrawAt(said_until_ms_);
}

// 听一听, 大字 and 高对比 are of one visit: from its first touch to 完成, or to when nobody touches
// any more.
void Shell::ResetModes() {
  const bool as_at_first = modes_.theme == ThemeChoice{};
  modes_.End();
  if (!as_at_first) host_.SetTheme(modes_.theme);
}

// They stand on every page of villagers, home's own among its tiles: standing upright in a line of
// their own at the foot, lying down in the header, where there is room.
void Shell::DrawTop(Frame& frame) {
  Screen& top = navigator_.Top();
  if (!top.ForVillagers()) {
    modes_.reading.Hush();
    return top.Draw(frame);
  }
  const Theme& theme = frame.theme;
  modes_.reading.TakeTouch(frame);
  const bool own = navigator_.AtHome();
  const Rect whole = frame.area;
  Rect line;
  if (!own && !frame.wide) {
    const float gap = theme.Px(20);
    line = frame.area.TakeBottom(theme.size.chip_height + gap);
    line = line.TakeTop(theme.size.chip_height).Inset(theme.size.margin, 0);
    frame.area.h += theme.size.margin - gap;  // of the page's own margin
  } else if (!own) {
    frame.taken_of_header = modes_.Width(frame) + theme.size.gap;
  }
  top.Draw(frame);
  frame.area = whole;
  if (!own && frame.wide) line = frame.header;
  if (!line.Empty()) modes_.Draw(frame, line);
  modes_.reading.Follow(frame, top.TimeOut() != Patience::kNever);
}

void Shell::EndVisit() {
  said_until_ms_ = 0;
  navigator_.GoHome();
  navigator_.Settle();
  host_.CancelTouch();
  host_.HideRing();
  ResetModes();
  timer_.SetPatience(navigator_.Top().TimeOut(), clock_.Now().monotonic_ms);
}

std::int64_t Shell::NextFrameAt() const {
  const std::int64_t now = clock_.Now().monotonic_ms;
  if (timer_.At(now) != shown_) return now;
  std::int64_t next = host_.NextRedrawAt();
  if (const auto change = timer_.NextChange(now)) {
    if (next < 0 || *change < next) next = *change;
  }
  return next;
}

void Shell::OnReceipt(const ReceiptStatus& status) {
  navigator_.Top().OnReceipt(status);
  host_.Invalidate();
}

void Shell::OnCases(const std::vector<std::string>& numbers) {
  navigator_.Top().OnCases(numbers);
  host_.Invalidate();
}

void Shell::DrawStillThere(Frame& frame) {
  const Theme& theme = frame.theme;
  const std::int64_t now = frame.now.monotonic_ms;
  frame.RequestRedrawAt(now + 1000);
  Rect area = frame.area.Inset(theme.size.margin, theme.Px(120));
  area = area.Centred(std::min(area.w, theme.Px(980)), theme.Px(640));
  DrawCard(frame, area);
  if (!frame.said.empty()) {
    Rect above = {area.x, frame.area.y, area.w, area.y - frame.area.y};
    DrawSaid(frame, above.TakeBottom(theme.size.header_height, theme.size.gap));
  }
  area = area.Inset(theme.Px(60));
  DrawIcon(frame, area.TakeTop(theme.Px(130), theme.Px(16)), "back_hand", theme.Px(120),
           theme.colour.red);
  DrawText(frame, area.TakeTop(theme.Px(110), theme.Px(10)), say::kStillThere,
           TextStyle::Of(theme.size.home_title, Weight::kBold, {0, 0, 0, 0}, Align::kCentre));
  DrawText(frame, area.TakeTop(theme.Px(70)),
           say::Fill(say::kStillThereHint, {{"n", say::Number(timer_.SecondsLeft(now))}}),
           TextStyle::Of(theme.size.body, Weight::kRegular, theme.colour.soft_ink, Align::kCentre));
  if (PrimaryButton(frame, area.TakeBottom(theme.size.button_height), say::kGoOn))
    timer_.Touch(now);
}

}  // namespace studio
