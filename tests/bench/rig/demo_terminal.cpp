#include "demo_terminal.h"

#include <algorithm>
#include <cstdio>
#include <stdexcept>

#include "demo_station.h"
#include "figures.h"
#include "input/words/input_data.h"

namespace studio::bench {
namespace {

constexpr std::int64_t kWallMs = 1'795'224'720'000;  // a Saturday morning in 2026, on duty
constexpr int kFramesUntilStill = 8;
constexpr int kSentences = 60;

// As long a reply as a county writes.
TrackReply Answered() {
  TrackReply reply;
  reply.outcome = TrackReply::Outcome::kFound;
  CaseAnswer answer;
  answer.category = "道路桥梁";
  answer.round = 1;
  answer.token.fill(1);
  answer.outcome = CaseOutcome::kSolving;
  for (int i = 0; i < kSentences; ++i)
    answer.reply += "路灯线路老化,已列入今年的改造,材料到了就动工。";
  answer.course = {{CaseStep::kReceived, kWallMs - 3'000'000},
                   {CaseStep::kReferred, kWallMs - 2'000'000, "示例供电所"},
                   {CaseStep::kAnswered, kWallMs - 1'000'000, "示例供电所", answer.reply}};
  reply.found.answer = std::move(answer);
  reply.found.as_of_ms = kWallMs;
  return reply;
}

}  // namespace

DemoTerminal::DemoTerminal(int width, int height) : store_(queue_, kWallMs) {
  clock_.now = {kWallMs, 1'000'000};
  state_.station = std::make_shared<Station>(DemoStation(kWallMs));
  state_.link.condition = LinkCondition::kConnected;
  auto host = UiHost::Headless(width, height);
  if (!host) throw std::runtime_error(host.error().detail);
  host_ = std::move(*host);
  const std::filesystem::path data = std::filesystem::path(STUDIO_BINARY_DIR) / "input-data";
  phrases_ = KeyboardEngine::Open(data);
  ink_ = std::make_unique<ZinniaRecogniser>(kInkModel, data, worker_, queue_);
  cases_.replies = {Answered()};
  ways_.phrases = phrases_.get();
  ways_.ink = ink_.get();
  const Stores stores{store_,  duty_, outbox_, cases_, topics_,
                      wishes_, desk_, ledger_, year_,  sheets_};
  shell_ = std::make_unique<Shell>(*host_, state_, stores, pictures_, printer_, ways_, clock_);
  Pump(0);
}

const CheckInGrounds& DemoTerminal::OpenGrounds(const VerifyKey& county) {
  state_.link.last_exchange_ms = kWallMs;
  state_.time->Heard(clock_.now.wall_ms, clock_.now);
  CheckInGrounds& grounds = duty_.grounds = {};
  grounds.keys = {county};
  grounds.county = state_.station->county.code;
  grounds.members = state_.station->members;
  const std::string today = LocalTime::At(kWallMs).Date();
  for (const Shift& shift : state_.station->shifts) {
    if (shift.date == today) grounds.shifts.push_back(shift);
  }
  grounds.studio = state_.station->studio.id;
  grounds.now_ms = grounds.lists_as_of_ms = kWallMs;
  return grounds;
}

void DemoTerminal::Run(const std::string& script) {
  const auto commands = ParseScript(script);
  if (!commands) throw std::runtime_error(commands.error().detail);
  const ScriptOutcome outcome = RunScript(*commands, *this);
  if (!outcome.ok) throw std::runtime_error(outcome.message);
}

double DemoTerminal::DrawFrame(bool touched) {
  const Stopwatch watch;
  shell_->DrawFrame(touched);
  const double ms = watch.Ms();
  slowest_ms_ = std::max(slowest_ms_, ms);
  return ms;
}

void DemoTerminal::Tap(float x, float y) { Drag({{x, y}}); }

void DemoTerminal::Drag(const std::vector<ScriptPoint>& points) {
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

void DemoTerminal::Type(std::string_view text) {
  InputEvent event;
  event.kind = InputEvent::Kind::kText;
  event.text = text;
  Feed(event);
  Pump(0);
}

void DemoTerminal::Press(Key key) {
  InputEvent event;
  event.kind = InputEvent::Kind::kKey;
  event.key = key;
  Feed(event);
  Pump(0);
}

void DemoTerminal::Feed(const InputEvent& event) {
  host_->Feed({event});
  DrawFrame(true);
}

void DemoTerminal::Pump(int /*wait_ms*/) {
  for (int i = 0; i < kFramesUntilStill; ++i) {
    const bool answered = queue_.RunAll();
    if (!answered && !host_->WantsFrame(clock_.now.monotonic_ms)) break;
    DrawFrame();
  }
}

void DemoTerminal::Advance(double seconds) {
  const auto ms = static_cast<std::int64_t>(seconds * 1000);
  clock_.now.wall_ms += ms;
  clock_.now.monotonic_ms += ms;
  DrawFrame();
  Pump(0);
}

void DemoTerminal::WaitUntil(std::int64_t monotonic_ms) {
  const std::int64_t wait = monotonic_ms - clock_.now.monotonic_ms;
  if (wait <= 0) return;
  clock_.now.wall_ms += wait;
  clock_.now.monotonic_ms += wait;
}

Result<bool> DemoTerminal::Shot(const std::string& name) { return host_->Shot(name + ".png"); }

void DemoTerminal::Print(std::string_view text) {
  std::fwrite(text.data(), 1, text.size(), stdout);
}

}  // namespace studio::bench
