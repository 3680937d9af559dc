// The monthly rotation of a whole county: 185 members in seven groups, every studio on duty twice
// a day: how long it takes to compute, and to open its page with no graphics card.
#include <cstdio>
#include <exception>
#include <stdexcept>

#include "../app/fakes/fake_case_store.h"
#include "../app/fakes/fake_desk_store.h"
#include "../app/fakes/fake_duty_store.h"
#include "../app/fakes/fake_ledger_store.h"
#include "../app/fakes/fake_outbox_store.h"
#include "../app/fakes/fake_sheet_store.h"
#include "../app/fakes/fake_year_store.h"
#include "app/base/main_queue.h"
#include "bench_line.h"
#include "demo_station.h"
#include "figures.h"
#include "memory_store.h"
#include "ui/screens/manage/rotation_screen.h"
#include "ui/shell/shell.h"

namespace {

using namespace studio;
using namespace studio::bench;

constexpr std::int64_t kWallMs = 1'795'224'720'000;  // 21 November 2026, in the morning
constexpr std::chrono::year_month kMonth{std::chrono::year(2026), std::chrono::November};
constexpr int kMembers = 185, kGroups = 7, kStudios = 4, kPlaces = 2;
constexpr double kFrameMs = 33;

void Fill(RotationInput& input) {
  static constexpr const char* kNumerals[] = {"一", "二", "三", "四", "五", "六", "七"};
  for (int i = 0; i < kMembers; ++i) {
    Member member;
    member.id = "m" + std::to_string(i);
    member.name = "示例" + std::to_string(i);
    member.group = std::string("第") + kNumerals[i % kGroups] + "活动组";
    input.members.push_back(std::move(member));
  }
  std::size_t turn = 0;
  for (CalendarDate day = FirstOf(kMonth); day <= LastOf(kMonth); day = AddDays(day, 1)) {
    for (int studio = 1; studio <= kStudios; ++studio) {
      for (const bool morning : {true, false}) {
        Shift shift;
        shift.id = "s" + std::to_string(input.shifts.size());
        shift.studio = static_cast<StudioId>(studio);
        shift.date = ToText(day);
        shift.from = morning ? "08:30" : "14:00";
        shift.to = morning ? "11:30" : "17:00";
        for (int place = 0; place < kPlaces; ++place) {
          shift.members.push_back(input.members[turn++ % input.members.size()].id);
        }
        const auto hours = HoursOf(shift);
        for (const std::string& member : shift.members) {
          // One in eleven does not come.
          if (hours->end_ms > kWallMs || turn % 11 == 0) continue;
          input.attendance.push_back(
              {shift.id, member, shift.studio, shift.date, hours->begin_ms, hours->end_ms, ""});
        }
        input.shifts.push_back(std::move(shift));
      }
    }
  }
}

RotationInput WholeCounty(const Station& station) {
  RotationInput input;
  input.month = kMonth;
  input.studio = station.studio.id;
  input.now_ms = kWallMs;
  input.reception = "工作日";
  for (int id = 1; id <= kStudios; ++id) {
    input.studios.push_back(station.studio);
    input.studios.back().id = static_cast<StudioId>(id);
  }
  Fill(input);
  return input;
}

class StillClock : public Clock {
 public:
  Moment Now() const override { return {kWallMs, 1'000'000}; }
};

class NoPrinter : public ReceiptPrinting {
 public:
  bool Available() const override { return false; }
  void Print(const SlipToPrint&, std::function<void(Result<bool>)>) override {}
  void PrintSheet(const SheetToPrint&, std::function<void(Result<bool>)>) override {}
};

void MeasurePage(const KioskState& state, FakeDutyStore& duty, int width, int height, int times) {
  auto host = UiHost::Headless(width, height);
  if (!host) throw std::runtime_error(host.error().detail);
  MainQueue queue;
  MemoryStore requests(queue, kWallMs);
  FakeOutboxStore outbox;
  FakeCaseStore cases;
  FakeTopicStore topics;
  FakeWishStore wishes;
  FakeDeskStore desk;
  FakeLedgerStore ledger;
  FakeYearStore year;
  FakeSheetStore sheets;
  FakePictures pictures;
  const Stores stores{requests, duty, outbox, cases, topics, wishes, desk, ledger, year, sheets};
  NoPrinter printer;
  const WaysOfSaying ways;
  const StillClock clock;
  const std::string size = std::to_string(width) + "x" + std::to_string(height);
  Samples opened;
  double first = 0;
  for (int i = 0; i <= times; ++i) {
    Shell shell(**host, state, stores, pictures, printer, ways, clock);
    shell.DrawFrame(false);
    const Stopwatch watch;
    // Reading the month, computing it and the first frame.
    shell.Open([](const ScreenParts& parts) {
      return std::make_unique<RotationScreen>(parts, KeySession{});
    });
    (*host)->Invalidate();
    shell.DrawFrame(false);
    if (shell.TopTag() != "rotation") throw std::runtime_error("the page did not open");
    // The very first one makes its glyphs.
    if (i == 0) {
      first = watch.Ms();
    } else {
      opened.Add(watch.Ms());
    }
  }
  PrintRow("page opened, " + size, opened, "ms",
           HeldTo("33", opened.P99() < kFrameMs) + ", the very first " + Fixed(first, 1));
}

}  // namespace

int main(int argc, char** argv) {
  BenchLine line{"The monthly rotation of 185 members"};
  int times = 100;
  line.Number("--times", times, "how often each is measured", 1, 100000);
  line.Read(argc, argv);
  try {
    KioskState state;
    state.station = std::make_shared<const Station>(DemoStation(kWallMs));
    FakeDutyStore duty;
    duty.month = WholeCounty(*state.station);
    PrintHeading("rotation: 185 members, 7 groups, 4 studios, " +
                 std::to_string(duty.month.shifts.size()) + " shifts");
    Samples computed;
    for (int i = 0; i < times; ++i) {
      const Stopwatch watch;
      const RotationMonth month = ComputeRotation(duty.month, {});
      computed.Add(watch.Ms());
      if (month.members.size() != kMembers) throw std::runtime_error("members are missing");
    }
    PrintRow("computed", computed, "ms");
    MeasurePage(state, duty, 1080, 1920, times);
    MeasurePage(state, duty, 1920, 1080, times);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "bench_rotation: %s\n", error.what());
    return 1;
  }
  return 0;
}
