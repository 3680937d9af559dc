// The manager's flows about the county link: what is read when, what is tried again, what goes on a
// stick; and what is told of the machine.
#include <doctest/doctest.h>

#include "app/manage/carry_flow.h"
#include "app/manage/upload_flow.h"
#include "app/station/health.h"
#include "fakes/fake_county_files.h"
#include "fakes/fake_outbox_store.h"
#include "shared/base/time_units.h"

using namespace studio;

namespace {

class HandClock : public Clock {
 public:
  Moment Now() const override { return now; }
  Moment now{1'795'000'000'000, 1'000'000};
};

struct UploadRig {
  UploadRig() {
    state.link.last_exchange_ms = 1000;
    store.report.set_aside = 2;
    store.report.items = {Item("a"), Item("b")};
  }
  static SetAsideItem Item(std::string record) {
    SetAsideItem item;
    item.record = std::move(record);
    return item;
  }
  FakeOutboxStore store;
  FakeLinkControl line;
  KioskState state;
  HandClock clock;
};

struct Stick {
  Stick() {
    files.found.places = {{"甲", "/a"}, {"乙", "/b"}};
    files.found.replies = {{"r.msc", "甲", "/a/r.msc", 1, 7}};
    auto station = std::make_shared<Station>();
    station->studio.name = "示例工作室";
    state.station = station;
  }
  FakeCountyFiles files;
  KioskState state;
};

HealthLevel LevelOf(HealthItem item, const KioskState& state, const Devices& devices = {}) {
  for (const HealthFinding& one : CheckHealth(state, devices)) {
    if (one.item == item) return one.level;
  }
  FAIL("not found");
  return HealthLevel::kGood;
}

}  // namespace

TEST_CASE("the outbox is read anew when something changed, and not with every frame") {
  UploadRig rig;
  UploadFlow flow(rig.store, &rig.line, rig.state, rig.clock);
  CHECK(rig.store.reads == 1);
  for (int i = 0; i < 5; ++i) flow.Update();
  CHECK(rig.store.reads == 1);
  rig.state.outbox.waiting = 3;
  flow.Update();
  CHECK(rig.store.reads == 2);
  rig.state.link.last_exchange_ms = 2000;
  flow.Update();
  flow.Update();
  CHECK(rig.store.reads == 3);
}

TEST_CASE("a store that fails is not asked without end, and may be asked again") {
  UploadRig rig;
  rig.store.works = false;
  UploadFlow flow(rig.store, &rig.line, rig.state, rig.clock);
  CHECK(flow.failed());
  rig.state.outbox.waiting = 3;
  flow.Update();
  CHECK(rig.store.reads == 1);
  rig.store.works = true;
  flow.ReadAgain();
  CHECK_FALSE(flow.failed());
  CHECK(flow.report()->items.size() == 2);
}

TEST_CASE("what is tried again leaves the list, and the line is asked at once") {
  UploadRig rig;
  UploadFlow flow(rig.store, &rig.line, rig.state, rig.clock);
  flow.TryAgain(1);
  REQUIRE(flow.put_back());
  CHECK(*flow.put_back() == 1);
  REQUIRE(flow.report()->items.size() == 1);
  CHECK(flow.report()->items[0].record == "a");
  CHECK(rig.line.asked == 1);
  flow.TryAgain(7);  // none of that number
  flow.TryAllAgain();
  CHECK(flow.report()->set_aside == 0);
  CHECK(*flow.put_back() == 1);
  flow.TryAllAgain();  // nothing is left
  CHECK(rig.line.asked == 2);
}

TEST_CASE("trying again that fails says so and asks no line") {
  UploadRig rig;
  UploadFlow flow(rig.store, &rig.line, rig.state, rig.clock);
  rig.store.works = false;
  flow.TryAllAgain();
  REQUIRE(flow.put_back());
  CHECK_FALSE(flow.put_back()->has_value());
  CHECK(rig.line.asked == 0);
}

TEST_CASE("a try of the line lasts until something is heard, or some seconds") {
  UploadRig rig;
  UploadFlow flow(rig.store, &rig.line, rig.state, rig.clock);
  CHECK(flow.CanTryLine());
  flow.TryLineNow();
  CHECK(flow.TryingLine());
  CHECK_FALSE(flow.CanTryLine());
  rig.state.link.last_exchange_ms = 5000;
  CHECK_FALSE(flow.TryingLine());
  flow.TryLineNow();
  rig.clock.now.monotonic_ms += UploadFlow::kTryMs;
  CHECK(flow.CanTryLine());
  CHECK(rig.line.asked == 2);
  UploadFlow without(rig.store, nullptr, rig.state, rig.clock);
  CHECK_FALSE(without.CanTryLine());
}

TEST_CASE("what waits goes onto the chosen stick, under the studio's name") {
  Stick stick;
  stick.files.holds = true;
  stick.files.progress = 12;
  stick.files.up = CarriedUp{"x.msc", 3, 1, 0};
  CarryFlow flow(stick.files, stick.state);
  REQUIRE(flow.step() == CarryStep::kChoose);
  flow.ChoosePlace(1);
  flow.ChoosePlace(9);
  flow.Export({});
  CHECK(flow.busy());
  CHECK(flow.progress() == 12);
  flow.LookAgain();  // not now
  flow.Export({});
  flow.Import(0);
  CHECK(stick.files.exported.size() == 1);
  CHECK(stick.files.imported.empty());
  stick.files.Answer();
  CHECK(flow.step() == CarryStep::kExported);
  CHECK(flow.up()->records == 3);
  CHECK(stick.files.exported[0].path == "/b");
  CHECK(stick.files.asked.studio_name == "示例工作室");
  flow.GoOn();
  CHECK(flow.step() == CarryStep::kChoose);
}

TEST_CASE("what is carried is called by the county's day, however far off the machine's clock is") {
  Stick stick;
  constexpr std::int64_t kCountyMs = 1'795'000'000'000;  // 2026-11-18 19:06
  const Moment heard{kCountyMs + 3 * kDayMs, 5000};
  stick.state.time->Heard(kCountyMs, heard);
  CarryFlow flow(stick.files, stick.state);
  flow.Export({heard.wall_ms + kHourMs, heard.monotonic_ms + kHourMs});
  CHECK(stick.files.asked.date == "2026-11-18");
}

TEST_CASE("an answer is read from the stick, or it says why not") {
  Stick stick;
  CarryFlow flow(stick.files, stick.state);
  stick.files.down = tl::unexpected(CarryFault::kAltered);
  flow.Import(0);
  CHECK(flow.step() == CarryStep::kImported);
  CHECK(flow.down().error() == CarryFault::kAltered);
  flow.GoOn();
  stick.files.down = CarriedDown{2, 0, 1, 0};
  flow.Import(4);
  CHECK(flow.step() == CarryStep::kChoose);
  flow.Import(0);
  CHECK(flow.down()->records == 2);
  CHECK(stick.files.imported.size() == 2);
}

TEST_CASE("whoever leaves while a stick is written hears nothing of it") {
  Stick stick;
  stick.files.holds = true;
  {
    CarryFlow flow(stick.files, stick.state);
    flow.Export({});
  }
  stick.files.Answer();
  CHECK(stick.files.exported.size() == 1);
}

TEST_CASE("the machine is well, not looked at, or wants somebody: worst first") {
  KioskState state;
  CHECK(CountTroubles(CheckHealth(state, {})) == 0);
  CHECK(LevelOf(HealthItem::kDisk, state) == HealthLevel::kUnknown);
  CHECK(LevelOf(HealthItem::kCanary, state) == HealthLevel::kUnknown);
  CHECK(LevelOf(HealthItem::kClock, state) == HealthLevel::kUnknown);
  CHECK(LevelOf(HealthItem::kCamera, state) == HealthLevel::kAbsent);
  CHECK(LevelOf(HealthItem::kCamera, state, {true, false, false}) == HealthLevel::kGood);

  state.storage = {50, 100, true, 1};
  CHECK(LevelOf(HealthItem::kDisk, state) == HealthLevel::kGood);
  state.storage.free_bytes = kNoPhotosPercent - 1;
  CHECK(LevelOf(HealthItem::kDisk, state) == HealthLevel::kAttention);
  state.storage.free_bytes = 0;
  CHECK(LevelOf(HealthItem::kDisk, state) == HealthLevel::kBad);
  state.storage.canary_good = false;
  state.outbox.set_aside = 1;
  const auto findings = CheckHealth(state, {});
  CHECK(findings.front().level == HealthLevel::kBad);
  CHECK(CountTroubles(findings) == 3);
  CHECK(findings.size() == 9);
  for (std::size_t i = 1; i < findings.size(); ++i) {
    CHECK(findings[i - 1].level <= findings[i].level);
  }
}

TEST_CASE("a clock is told of from a few seconds, and wrong from five minutes, either way") {
  KioskState state;
  state.link.last_exchange_ms = 1;
  const auto level = [&](std::int64_t offset_ms) {
    state.link.clock_offset_ms = offset_ms;
    return ClockLevel(state.link);
  };
  for (const std::int64_t sign : {1, -1}) {
    CHECK(level(sign * 5'000) == HealthLevel::kGood);
    CHECK(level(sign * 5'001) == HealthLevel::kAttention);
    CHECK(level(sign * 300'000) == HealthLevel::kAttention);
    CHECK(level(sign * 300'001) == HealthLevel::kBad);
  }
}
