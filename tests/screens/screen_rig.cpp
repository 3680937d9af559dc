#include "screen_rig.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>

#include "demo_account.h"
#include "demo_badge.h"
#include "demo_ledger.h"
#include "demo_month.h"
#include "demo_requests.h"

namespace studio {
std::string Showing::Name() const {
  std::string name = Wide() ? "wide" : "tall";
  if (theme.high_contrast) name += "-contrast";
  if (theme.extra_large) name += "-large";
  return name;
}

ScreenRig::ScreenRig(Showing how) : showing(how) {
  auto host = UiHost::Headless(showing.width, showing.height, {}, Paints::kShots);
  REQUIRE(host);
  host_ = std::move(*host);
  theme_ = Theme::For(showing.theme, showing.width, showing.height);
  Restart();
}

void ScreenRig::Restart() {
  shell_.reset();
  // The clock since boot goes on: what was on the screen before must not seem to be yet to come.
  const std::int64_t monotonic_ms = clock.now.monotonic_ms;
  clock = {};
  clock.now.monotonic_ms = monotonic_ms;
  store.filed.clear();
  store.guided.clear();
  store.withdrawn.clear();
  store.withdrawing_fails.reset();
  store.slip_asked.clear();
  store.file_asked.clear();
  printing = {};
  phrases = {};
  ink = {};
  voice = {};
  speaker = {};
  recordings = {};
  camera = {};
  photos = {};
  tables = {};
  outbox = {};
  cases = {};
  cases.replies = {TrackedHere()};
  topics = {};
  wishes = {};
  wishes.withdraw_until_ms = monotonic_ms + kWithdrawWindowMs;
  pictures = {};
  questions = {};
  line = {};
  county = {};
  ways = {&phrases, &ink,       &voice,  &camera,     &tables,  &line,
          &county,  &questions, &photos, &year_files, &speaker, &recordings};
  opens = nullptr;
  answers = true;
  filing_fails.reset();
  duty = {};
  state = {};
  state.station = DemoStation(clock.now.wall_ms);
  state.link.condition = LinkCondition::kConnected;
  state.link.last_exchange_ms = clock.now.wall_ms;
  state.time->Heard(clock.now.wall_ms, clock.now);
  state.machine = {"0.1.0", 37, clock.now.monotonic_ms - 26 * 3'600'000};
  duty.grounds.keys = {DemoCountyKey().Public()};
  duty.grounds.county = kDemoCounty;
  duty.grounds.members = state.station->members;
  for (const Shift& shift : state.station->shifts) {
    if (shift.date == LocalTime::At(clock.now.wall_ms).Date()) duty.grounds.shifts.push_back(shift);
  }
  for (const Member& member : duty.grounds.members) duty.grounds.pin_cards[member.id] = {};
  duty.grounds.studio = state.station->studio.id;
  duty.grounds.lists_as_of_ms = clock.now.wall_ms;
  desk = {};
  ledger = {};
  sheets = {};
  year_files = {};
  ledger.ledger = DemoLedger(clock.now.wall_ms);
  desk.account = DemoAccount(*state.station, clock.now.wall_ms);
  year = {};
  year.account = DemoStudioAccount(*state.station, clock.now.wall_ms);
  year.writeups = DemoWriteups();
  desk.requests = DemoRequests(clock.now.wall_ms);
  duty.month = DemoMonth(*state.station, clock.now.wall_ms);
  host_->SetTheme({});
  host_->CancelTouch();
  host_->HideRing();
  const Stores stores{store, duty, outbox, cases, topics, wishes, desk, ledger, year, sheets};
  shell_ = std::make_unique<Shell>(*host_, state, stores, pictures, printing, ways, clock);
  Draw();
}

void ScreenRig::TakeAttendance() {
  auto station = std::make_shared<Station>(*state.station);
  station->in_today = duty.grounds.attendance;
  state.station = station;
}

void ScreenRig::Run(std::string_view script) {
  const auto commands = ParseScript(script);
  REQUIRE(commands);
  const ScriptOutcome outcome = RunScript(*commands, *this);
  INFO(showing.Name());
  REQUIRE_MESSAGE(outcome.ok, outcome.message);
}

void ScreenRig::RunFromHome(std::string_view script) {
  if (showing.theme.extra_large) Run("tap 大字");
  if (showing.theme.high_contrast) Run("tap 高对比");
  if (opens) {
    shell_->Open(opens);
    Draw();
  }
  Run(script);
}

void ScreenRig::AnswerAll() {
  while (!store.slip_asked.empty()) store.AnswerSlip();
  while (!store.file_asked.empty()) {
    if (filing_fails) {
      store.FailFiled(*filing_fails);
      continue;
    }
    const auto done = std::move(store.file_asked.back());
    store.file_asked.pop_back();
    done(Filed());
  }
}

ReceiptStatus ScreenRig::Filed() const {
  ReceiptStatus status;
  status.number = FakeRequestStore::SomeSlip().number.digits();
  status.made_at_ms = state.CountyMs(clock.now);
  status.withdraw_until_ms = clock.now.monotonic_ms + kWithdrawWindowMs;
  return status;
}

std::map<std::string_view, std::size_t> ScreenRig::Recorded() const {
  return {{"requests", store.filed.size()},        {"guided", store.guided.size()},
          {"withdrawn", store.withdrawn.size()},   {"ratings", cases.rated.size()},
          {"opinions", topics.given.size()},       {"wishes", wishes.posted.size()},
          {"wishes tended", wishes.tended.size()}, {"check-ins", duty.check_ins.size()},
          {"handovers", duty.left.size()},         {"handovers read", duty.confirmed.size()},
          {"roster changes", duty.changes.size()}, {"refusals forgotten", duty.forgotten.size()},
          {"written up", desk.filed.size()},       {"requests answered", desk.replied.size()},
          {"proposals rated", desk.rated.size()},  {"heard", ledger.heard.size()},
          {"informations", ledger.filed.size()},   {"lines closed", ledger.closed.size()}};
}

TrackReply ScreenRig::TrackedHere() const {
  TrackReply reply;
  reply.outcome = TrackReply::Outcome::kFound;
  reply.found.here = Filed();
  reply.found.as_of_ms = clock.now.wall_ms - 65 * 60'000;
  return reply;
}

void ScreenRig::Feed(const InputEvent& event) {
  host_->Feed({event});
  shell_->DrawFrame(true);
}

void ScreenRig::Give(const std::vector<InputEvent>& events) {
  host_->Feed(events);
  shell_->DrawFrame(true);
  Pump(0);
}

void ScreenRig::Draw() {
  host_->Invalidate();
  DrawUntilStill();
}

void ScreenRig::SetSwitch(double seconds) {
  host_->SetSwitch(static_cast<std::int64_t>(seconds * 1000));
}

void ScreenRig::DrawUntilStill() {
  for (int i = 0; i < 8 && host_->WantsFrame(clock.now.monotonic_ms); ++i) shell_->DrawFrame(false);
}

void ScreenRig::Tap(float x, float y) { Drag({{x, y}}); }

void ScreenRig::TapOn(const Tappable& target) {
  const Rect place = target.rect;
  WaitUntil(target.counts_from_ms);
  Tap(place.CentreX(), place.CentreY());
}

void ScreenRig::Drag(const std::vector<ScriptPoint>& points) {
  InputEvent event;
  event.kind = InputEvent::Kind::kDown;
  for (const ScriptPoint& point : points) {
    event.x = point.x;
    event.y = point.y;
    Feed(event);
    event.kind = InputEvent::Kind::kMove;
  }
  event.kind = InputEvent::Kind::kUp;
  Feed(event);
  Pump(0);
}

void ScreenRig::Hold(std::string_view label) {
  for (const Tappable& tappable : Screen().Tappables()) {
    if (tappable.label != label) continue;
    held_ = {tappable.rect.CentreX(), tappable.rect.CentreY()};
    WaitUntil(tappable.counts_from_ms);
  }
  InputEvent event;
  event.kind = InputEvent::Kind::kDown;
  event.x = held_.x;
  event.y = held_.y;
  Feed(event);
}

void ScreenRig::LetGo() {
  InputEvent event;
  event.kind = InputEvent::Kind::kUp;
  event.x = held_.x;
  event.y = held_.y;
  Feed(event);
  Pump(0);
}

void ScreenRig::Type(std::string_view text) {
  InputEvent event;
  event.kind = InputEvent::Kind::kText;
  event.text = text;
  Feed(event);
  Pump(0);
}

void ScreenRig::Press(Key key) {
  InputEvent event;
  event.kind = InputEvent::Kind::kKey;
  event.key = key;
  Feed(event);
  Pump(0);
}

void ScreenRig::Rest() {
  while (host_->HoldsTyping()) Advance(0.05);
}

void ScreenRig::Pump(int) {
  if (answers) AnswerAll();
  Draw();
}

void ScreenRig::Advance(double seconds) {
  clock.Advance(static_cast<std::int64_t>(seconds * 1000));
  Draw();
}

void ScreenRig::WaitUntil(std::int64_t monotonic_ms) {
  clock.Advance(std::max<std::int64_t>(0, monotonic_ms - clock.now.monotonic_ms));
}

Result<bool> ScreenRig::Shot(const std::string& name) {
  const char* folder = std::getenv("STUDIO_SHOTS");
  if (folder == nullptr) return true;
  std::filesystem::create_directories(folder);
  return host_->Shot(std::filesystem::path(folder) / (name + ".png"));
}

}  // namespace studio
