#include <doctest/doctest.h>

#include "app/tables/export_flow.h"
#include "app/tables/import_flow.h"
#include "fakes/fake_duty_store.h"
#include "fakes/fake_request_store.h"
#include "fakes/fake_roster_files.h"
#include "shared/feed/leave_reason.h"

using namespace studio;
using Kind = RosterChange::Kind;

namespace {

RosterChange Change(Kind kind, const std::string& id, std::uint64_t version) {
  RosterChange change;
  change.kind = kind;
  change.shift.id = id;
  change.shift.studio = 1;
  change.shift.date = "2026-11-24";
  change.shift.from = "08:30";
  change.shift.to = "11:30";
  change.shift.members = {"m01", "m02"};
  change.shift.version = version;
  return change;
}

struct ExchangeRig {
  ExchangeRig() {
    auto station = std::make_shared<Station>();
    station->studio.id = 1;
    station->studio.name = "示例乡委员工作室";
    state.station = station;
    clock.now.wall_ms = 1'795'230'000'000;  // 2026-11-21
    store.month.studio = 1;
    store.month.month = std::chrono::year(2026) / 11;
    files.contents.places = {{"示例U盘", "/media/stick"}};
    files.contents.tables = {{"十二月.csv", "示例U盘", "/media/stick/十二月.csv", 0}};
    RosterPreview preview;
    preview.changes = {Change(Kind::kNew, "", 0), Change(Kind::kChanged, "s1", 7),
                       Change(Kind::kSame, "s2", 8), Change(Kind::kChanged, "s3", 9)};
    files.preview = preview;
    PendingRosterChange waits;
    waits.record = "r1";
    waits.body.shift = "s3";
    store.pending = {waits};
    view.Show(store.month.month);
  }

  FakeDutyStore store;
  FakeRosterFiles files;
  KioskState state;
  TestClock clock;
  MonthView view{store, state, clock};
  KeySession session{"m09", nullptr};
  std::shared_ptr<const BoxKeyPair> key = std::make_shared<const BoxKeyPair>(store.studio_key);
};

}  // namespace

TEST_CASE("an import shows what it would change and changes nothing until it is confirmed") {
  ExchangeRig rig;
  ImportFlow flow(rig.files, rig.store, rig.state, rig.view, rig.session);
  REQUIRE(flow.step() == ImportStep::kChoose);
  flow.Choose(flow.contents().tables[0]);
  REQUIRE(flow.step() == ImportStep::kPreview);
  CHECK(rig.files.read.at(0) == "/media/stick/十二月.csv");
  CHECK(rig.files.asked.studio == 1);
  CHECK(rig.store.changes.empty());
  CHECK(flow.usable().size() == 2);
  CHECK(flow.held_back() == 1);  // its last change is not confirmed yet

  flow.Back();
  CHECK(flow.step() == ImportStep::kChoose);
  CHECK(rig.store.changes.empty());
  flow.Choose(flow.contents().tables[0]);
  flow.Confirm();
  REQUIRE(flow.step() == ImportStep::kDone);
  CHECK(flow.made() == 2);
  REQUIRE(rig.store.changes.size() == 2);
  CHECK(rig.store.changes[0].shift.empty());
  CHECK(rig.store.changes[0].saw_version == 0);
  CHECK(rig.store.changes[1].shift == "s1");
  CHECK(rig.store.changes[1].saw_version == 7);
  CHECK(rig.store.changes[1].asked_by == "m09");
}

TEST_CASE("a table that cannot be used is told at the choice, and another can be chosen") {
  ExchangeRig rig;
  ImportFlow flow(rig.files, rig.store, rig.state, rig.view, rig.session);
  SUBCASE("as a file") {
    rig.files.preview = tl::unexpected(TableRefusal{TableFault::kBinary, 0, ""});
    flow.Choose(flow.contents().tables[0]);
    REQUIRE(flow.refusal());
    CHECK(flow.refusal()->fault == TableFault::kBinary);
  }
  SUBCASE("as a table") {
    RosterPreview preview;
    preview.refusal = RosterPreview::Refusal::kNoDateColumn;
    rig.files.preview = preview;
    flow.Choose(flow.contents().tables[0]);
    CHECK(flow.table_refusal() == RosterPreview::Refusal::kNoDateColumn);
  }
  CHECK(flow.step() == ImportStep::kChoose);
  CHECK(flow.table() == "十二月.csv");
  rig.files.preview = RosterPreview{};
  flow.Choose(flow.contents().tables[0]);
  CHECK(flow.step() == ImportStep::kPreview);
  flow.Confirm();  // there is nothing to import
  CHECK(flow.step() == ImportStep::kPreview);
}

TEST_CASE("what a table leaves open is answered one by one, again, or all at once") {
  ExchangeRig rig;
  const auto question = [](int row, CellFault fault, std::vector<std::string> ways) {
    CellProblem problem;
    problem.at = {0, row, 2};
    problem.fault = fault;
    problem.ways = std::move(ways);
    return problem;
  };
  rig.files.preview->problems = {question(3, CellFault::kWeekdayDiffers, {"2026-11-24"}),
                                 question(4, CellFault::kUnknownMember, {}),
                                 question(5, CellFault::kAmbiguousMember, {"m01", "m02"}),
                                 question(6, CellFault::kOverlap, {""})};
  ImportFlow flow(rig.files, rig.store, rig.state, rig.view, rig.session);
  flow.Choose(flow.contents().tables[0]);
  REQUIRE(flow.questions().size() == 3);
  REQUIRE(flow.refused().size() == 1);
  CHECK(flow.open_questions() == 3);

  flow.Answer(flow.questions()[1]->Question(), 1);
  CHECK(flow.open_questions() == 2);
  REQUIRE(flow.questions().size() == 3);
  CHECK(flow.questions()[1]->answer == 1);  // where it was
  flow.Answer(flow.questions()[1]->Question(), kLeftOut);
  CHECK(flow.questions()[1]->answer == kLeftOut);
  flow.TakeAll();
  CHECK(flow.open_questions() == 0);
  CHECK(flow.questions()[0]->answer == 0);
  CHECK(flow.questions()[1]->answer == kLeftOut);  // as it was said
  CHECK(flow.questions()[2]->answer == 0);

  flow.Back();
  flow.Choose(flow.contents().tables[0]);
  CHECK(flow.open_questions() == 3);
  flow.TakeAll();  // who of two is meant is said by nobody
  CHECK(flow.open_questions() == 1);
  flow.LeaveAll();
  CHECK(flow.open_questions() == 0);
  CHECK(flow.questions()[0]->answer == 0);

  // While the table is read again nothing is filed.
  rig.files.waits = true;
  flow.Answer(flow.questions()[0]->Question(), kLeftOut);
  CHECK(flow.weighing());
  flow.Confirm();
  flow.Back();
  CHECK(flow.step() == ImportStep::kPreview);
  CHECK(rig.store.changes.empty());
  rig.files.waiting(rig.files.Answered());
  CHECK_FALSE(flow.weighing());
  flow.Confirm();
  CHECK(flow.step() == ImportStep::kDone);
}

TEST_CASE("a table that an answer leaves nothing of is told at the choice") {
  ExchangeRig rig;
  CellProblem problem;
  problem.fault = CellFault::kTwoForms;
  problem.ways = {"委员", "上午、下午"};
  rig.files.preview->problems = {problem};
  ImportFlow flow(rig.files, rig.store, rig.state, rig.view, rig.session);
  flow.Choose(flow.contents().tables[0]);
  REQUIRE(flow.questions().size() == 1);
  rig.files.preview->refusal = RosterPreview::Refusal::kNoRows;
  flow.Answer(problem.Question(), 1);
  CHECK(flow.step() == ImportStep::kChoose);
  CHECK(flow.table_refusal() == RosterPreview::Refusal::kNoRows);
  CHECK(flow.questions().empty());
  CHECK(flow.usable().empty());
}

TEST_CASE("an import that cannot be kept can be tried again and is kept once") {
  ExchangeRig rig;
  ImportFlow flow(rig.files, rig.store, rig.state, rig.view, rig.session);
  flow.Choose(flow.contents().tables[0]);
  rig.store.works = false;
  flow.Confirm();
  CHECK(flow.step() == ImportStep::kPreview);
  CHECK(flow.failed());
  CHECK(rig.store.changes.empty());
  rig.store.works = true;
  flow.Confirm();
  flow.Confirm();
  CHECK(flow.step() == ImportStep::kDone);
  CHECK(rig.store.changes.size() == 2);
}

TEST_CASE("the empty table goes onto the stick, or says that it did not") {
  ExchangeRig rig;
  ImportFlow flow(rig.files, rig.store, rig.state, rig.view, rig.session);
  flow.SaveTemplate();
  REQUIRE(flow.saved_template());
  CHECK(flow.saved_template()->value() == "值班表模板.csv");
  CHECK(rig.files.written.at(0) == "/media/stick/值班表模板.csv");
  rig.files.works = false;
  flow.SaveTemplate();
  CHECK_FALSE(flow.saved_template()->has_value());
  rig.files.contents = {};
  flow.LookAgain();
  flow.SaveTemplate();  // there is no stick
  CHECK_FALSE(flow.saved_template());
}

TEST_CASE("a month is written as it is shown, to the place that was chosen") {
  ExchangeRig rig;
  rig.files.contents.places.push_back({"示例文件夹", "/srv/exchange"});
  ExportFlow flow(rig.files, rig.store, rig.state, rig.view, rig.key);
  REQUIRE(flow.places().size() == 2);
  flow.ChoosePlace(1);
  rig.store.notes.receptions[{"2026-11-24", "m01"}] = 6;
  rig.store.notes.handovers.emplace_back();
  flow.Write(ExportFormat::kWorkbook);
  REQUIRE(flow.written());
  CHECK(flow.written()->value() == "值班表2026年11月.xlsx");
  CHECK(rig.files.written.at(0) == "/srv/exchange/值班表2026年11月.xlsx");
  CHECK(rig.files.exported.input.month == rig.view.shown());
  CHECK(rig.files.exported.studio_name == "示例乡委员工作室");
  CHECK(rig.files.exported.notes.receptions.at({"2026-11-24", "m01"}) == 6);
  CHECK(flow.has_handovers());
  flow.Write(ExportFormat::kCalendar);
  CHECK_FALSE(flow.has_handovers());
  CHECK(rig.files.exported.notes.receptions.empty());
  // What cannot be opened leaves room to write by hand.
  rig.store.works = false;
  flow.Write(ExportFormat::kWorkbook);
  CHECK(flow.written()->has_value());
  CHECK(rig.files.exported.notes.receptions.empty());
  rig.files.works = false;
  flow.Write(ExportFormat::kCsv);
  CHECK_FALSE(flow.written()->has_value());
  flow.ChoosePlace(0);
  CHECK_FALSE(flow.written());
}

TEST_CASE("why somebody has leave is read by whom the studio's key was given, and by nobody else") {
  ExchangeRig rig;
  Shift shift = Change(Kind::kSame, "s1", 7).shift;
  ShiftChange& leave = shift.changes.emplace_back();
  leave.member = "m01";
  leave.sealed_reason =
      SealReason("s1", "m01", "去市里开会", rig.store.studio_key.Public()).value_or(Bytes{});
  rig.store.month.shifts = {shift};
  rig.view.ReadAgain();
  CHECK(rig.view.ShiftWith("s1")->changes.at(0).reason.empty());
  const MonthView theirs(rig.store, rig.state, rig.clock, rig.key);
  CHECK(theirs.ShiftWith("s1")->changes.at(0).reason == "去市里开会");
}
