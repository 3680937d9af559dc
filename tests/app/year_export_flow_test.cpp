#include "app/year/year_export_flow.h"

#include <doctest/doctest.h>

#include "fakes/fake_request_store.h"
#include "fakes/fake_sheet_store.h"
#include "fakes/fake_year_files.h"

using namespace studio;

namespace {

struct YearDesk {
  YearExportFlow Flow() { return {files, store, state, clock, KeySession{"m01", nullptr}, 2025}; }

  FakeYearFiles files;
  FakeSheetStore store;
  KioskState state;
  TestClock clock;
};

}  // namespace

TEST_CASE("the year is read with the manager's key as of today, and all sheets are offered") {
  YearDesk desk;
  desk.store.holds = true;
  YearExportFlow flow = desk.Flow();
  CHECK(flow.step() == YearExportStep::kReading);
  CHECK_FALSE(flow.MayWrite());
  desk.store.Answer();
  CHECK(desk.store.asked_by == "m01");
  CHECK(desk.store.asked_year == 2025);
  CHECK(ToText(desk.store.asked_day) ==
        LocalTime::At(desk.state.CountyMs(desk.clock.Now())).Date());
  CHECK(flow.step() == YearExportStep::kChoose);
  for (const KnownSheet& known : KnownSheets()) CHECK(flow.Wants(known.kind));
  CHECK(flow.MayWrite());
}

TEST_CASE("what was chosen is written, in the sheets' own order, and its files are named") {
  YearDesk desk;
  desk.files.places.push_back({"工作文件夹", "/srv/exchange", false});
  YearExportFlow flow = desk.Flow();
  for (const KnownSheet& known : KnownSheets()) flow.Toggle(known.kind);
  CHECK_FALSE(flow.MayWrite());
  flow.Write();
  CHECK(flow.step() == YearExportStep::kChoose);
  flow.Toggle(SheetKind::kNotice);
  flow.Toggle(SheetKind::kPoints);
  flow.Choose(YearFormat::kWorkbook);
  flow.ChoosePlace(1);
  flow.ChoosePlace(7);
  flow.Write();
  CHECK(desk.files.written.sheets ==
        std::vector<SheetKind>{SheetKind::kPoints, SheetKind::kNotice});
  CHECK(desk.files.written.format == YearFormat::kWorkbook);
  CHECK(desk.files.written.report == flow.report());
  CHECK(desk.files.written_to.name == "工作文件夹");
  CHECK(flow.step() == YearExportStep::kDone);
  CHECK((*flow.outcome())->names.size() == 2);
  flow.GoOn();
  CHECK(flow.step() == YearExportStep::kChoose);
}

TEST_CASE("how far it is is told, and it is stopped once, also when somebody goes") {
  YearDesk desk;
  desk.files.holds = true;
  {
    YearExportFlow flow = desk.Flow();
    flow.Write();
    CHECK(flow.step() == YearExportStep::kWriting);
    CHECK(flow.MakingNow() == "委员履职登记表");
    desk.files.Tell({2, 7, 30, 100});
    CHECK(flow.progress().done == 30);
    CHECK(flow.MakingNow() == "履职积分表");
    flow.LookAgain();
    flow.ChoosePlace(0);
    CHECK(flow.step() == YearExportStep::kWriting);
    CHECK_FALSE(desk.files.stopped);
    flow.Stop();
    CHECK(flow.stopping());
    CHECK(desk.files.stopped);
    desk.files.Answer();
    CHECK(flow.step() == YearExportStep::kDone);
    CHECK((*flow.outcome())->stopped);
    flow.GoOn();
    flow.Write();
    CHECK_FALSE(flow.stopping());
    CHECK_FALSE(desk.files.stopped);
  }
  CHECK(desk.files.stopped);
  desk.files.Answer();  // and reaches nobody
}

TEST_CASE("a year that the county has not told, a stick that is full: told, and it goes on") {
  YearDesk desk;
  desk.store.fails = ErrorKind::kNotFound;
  CHECK(desk.Flow().step() == YearExportStep::kUnknown);
  desk.store.fails.reset();
  desk.files.fault = YearFault::kFull;
  YearExportFlow flow = desk.Flow();
  flow.Write();
  REQUIRE(flow.step() == YearExportStep::kDone);
  CHECK(flow.outcome()->error() == YearFault::kFull);
  desk.files.places.clear();
  flow.LookAgain();
  CHECK(flow.step() == YearExportStep::kChoose);
  CHECK_FALSE(flow.MayWrite());
}
