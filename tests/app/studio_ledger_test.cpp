// The manager's ledger: how each line stands, which are shown, and how one is crossed off.
#include <doctest/doctest.h>

#include <memory>

#include "app/desk/line_closing_flow.h"
#include "app/desk/studio_ledger_flow.h"
#include "fakes/fake_ledger_store.h"
#include "fakes/fake_request_store.h"

using namespace studio;

namespace {

struct AtStudioLedger {
  AtStudioLedger() {
    state.time->Heard(clock.now.wall_ms, clock.now);
    Station station;
    station.studio.id = 3;
    state.station = std::make_shared<const Station>(std::move(station));
  }
  // `ago`: days since it was filed.
  DeskRequest& Request(int ago) {
    DeskRequest& request = store.requests.emplace_back();
    request.record = Uuid::Random();
    request.made_at_ms = clock.now.wall_ms - ago * 86'400'000LL;
    Line(LineFrom::kRequest, ago).record = request.record;
    return request;
  }
  DeskLine& Line(LineFrom from, int ago) {
    DeskLine& line = store.ledger.lines.emplace_back();
    line.record = Uuid::Random();
    line.from = from;
    line.made_at_ms = clock.now.wall_ms - ago * 86'400'000LL;
    line.date = Day(-ago);
    return line;
  }
  std::string Day(int from_today) const {
    return LocalTime::At(clock.now.wall_ms + from_today * 86'400'000LL).Date();
  }
  void Answer(DeskRequest& request, ReplyWay way, const std::string& due) {
    MemberReplyBody& reply = request.replies.emplace_back();
    reply.way = way;
    reply.due = due;
  }
  std::unique_ptr<StudioLedgerFlow> Open() {
    auto flow = std::make_unique<StudioLedgerFlow>(store, state, clock, session);
    flow->Read();
    return flow;
  }
  LineState StateOf(StudioLedgerFlow& flow, const Uuid& record) {
    const StudioLine* line = flow.LineWith(record);
    REQUIRE(line != nullptr);
    return line->state;
  }

  TestClock clock;
  KioskState state;
  FakeLedgerStore store;
  KeySession session{"m1", std::make_shared<const BoxKeyPair>(BoxKeyPair::Generate()), "T"};
};

}  // namespace

TEST_CASE("a line stands as what was promised, answered and said of it has it") {
  AtStudioLedger at;
  struct Case {
    std::optional<CaseStep> step;
    std::optional<ReplyWay> way;
    int due;  // days from today; 0: none
    LineState state;
  };
  const Case cases[] = {
      {{}, {}, 0, LineState::kOpen},
      {CaseStep::kReceived, {}, 0, LineState::kOpen},
      {CaseStep::kReferred, {}, 0, LineState::kOpen},
      {CaseStep::kAnswered, {}, 0, LineState::kAnswered},
      {CaseStep::kRated, {}, 0, LineState::kAnswered},
      {CaseStep::kReturned, {}, 0, LineState::kOpen},
      {{}, ReplyWay::kOnTheSpot, 0, LineState::kAnswered},
      {{}, ReplyWay::kVillage, 0, LineState::kOpen},
      {{}, ReplyWay::kVillage, 2, LineState::kOpen},
      {{}, ReplyWay::kVillage, -1, LineState::kOverdue},
      {CaseStep::kReferred, ReplyWay::kReport, -1, LineState::kOverdue},
      {CaseStep::kAnswered, ReplyWay::kReport, -1, LineState::kAnswered},
      {CaseStep::kReturned, ReplyWay::kOnTheSpot, 0, LineState::kOpen},
  };
  std::vector<Uuid> records;
  for (const Case& one : cases) {
    DeskRequest& request = at.Request(5);
    request.step = one.step;
    if (one.way) at.Answer(request, *one.way, one.due == 0 ? std::string() : at.Day(one.due));
    records.push_back(request.record);
  }
  const Uuid call = at.Line(LineFrom::kPhone, 1).record;
  const Uuid visit = at.Line(LineFrom::kWriteup, 1).record;
  const auto flow = at.Open();
  for (std::size_t i = 0; i < records.size(); ++i) {
    CAPTURE(i);
    CHECK(at.StateOf(*flow, records[i]) == cases[i].state);
  }
  CHECK(at.StateOf(*flow, call) == LineState::kOpen);
  CHECK(at.StateOf(*flow, visit) == LineState::kNoted);
  CHECK(flow->LineWith(Uuid::Random()) == nullptr);
}

TEST_CASE("overdue lines come first, and what is for the county alone has its number and step") {
  AtStudioLedger at;
  at.Request(1);
  DeskRequest& late = at.Request(30);
  at.Answer(late, ReplyWay::kVillage, at.Day(-3));
  const Uuid late_record = late.record;
  at.store.for_county = {{"037482152", at.clock.now.wall_ms, CaseStep::kReferred},
                         {"037482160", at.clock.now.wall_ms - 1000, CaseStep::kAnswered}};
  const auto flow = at.Open();
  auto shown = flow->Shown();
  REQUIRE(shown.size() == 4);
  CHECK(shown[0]->line->record == late_record);
  REQUIRE(shown[1]->for_county != nullptr);
  CHECK(shown[1]->for_county->receipt == "037482152");
  CHECK(shown[1]->state == LineState::kOpen);
  CHECK(shown[2]->state == LineState::kClosed);
  CHECK_FALSE(shown[1]->MayBeClosed());
  CHECK(flow->Count(LedgerFilter::kAll) == 4);
  CHECK(flow->Count(LedgerFilter::kUnfinished) == 3);
  CHECK(flow->Count(LedgerFilter::kOverdue) == 1);
  CHECK(flow->Count(LedgerFilter::kToClose) == 0);
  CHECK(flow->Count(LedgerFilter::kClosed) == 1);
  flow->Pick(LedgerFilter::kOverdue);
  shown = flow->Shown();
  REQUIRE(shown.size() == 1);
  CHECK(shown[0]->line->record == late_record);
  at.store.fails = ErrorKind::kStorage;
  flow->Read();
  CHECK(flow->state() == LedgerState::kFailed);
  CHECK(flow->Shown().empty());
}

TEST_CASE("a line is crossed off with how it ended, and taken back") {
  AtStudioLedger at;
  const Uuid call = at.Line(LineFrom::kPhone, 1).record;
  const auto flow = at.Open();
  LineClosingFlow closing(at.store, at.state, at.clock, at.session, call);
  closing.File();
  CHECK(closing.step() == ClosingStep::kForm);  // not without an outcome
  closing.Choose(CaseOutcome::kPlanned);
  closing.words().Set("列入明年的计划");
  at.store.filing_fails = ErrorKind::kStorage;
  closing.File();
  CHECK(closing.problem() == ClosingProblem::kFull);
  at.store.filing_fails = ErrorKind::kConflict;
  closing.File();
  CHECK(closing.problem() == ClosingProblem::kLineGone);
  CHECK(closing.words().text() == "列入明年的计划");
  at.store.filing_fails.reset();
  closing.File();
  CHECK(closing.step() == ClosingStep::kDone);
  CHECK_FALSE(closing.problem());
  closing.File();
  REQUIRE(at.store.closed.size() == 1);
  const LineClosingBody& body = at.store.closed[0];
  CHECK(body.line == call);
  CHECK(body.outcome == CaseOutcome::kPlanned);
  CHECK(body.words == "列入明年的计划");
  CHECK(body.date == at.Day(0));
  CHECK(body.by == "m1");
  CHECK(body.token == "T");
  CHECK(body.studio == 3);
  flow->Read();
  CHECK(at.StateOf(*flow, call) == LineState::kClosed);
  CHECK_FALSE(flow->LineWith(call)->MayBeClosed());

  at.store.filing_fails = ErrorKind::kStorage;
  flow->OpenAgain(call);
  CHECK(flow->save_failed());
  CHECK(at.StateOf(*flow, call) == LineState::kClosed);
  at.store.filing_fails.reset();
  flow->OpenAgain(call);
  CHECK_FALSE(flow->save_failed());
  CHECK(at.StateOf(*flow, call) == LineState::kOpen);
  CHECK(at.store.closed.back().outcome == CaseOutcome::kNone);
}

TEST_CASE("danger in the words about an ending stops before it is filed") {
  AtStudioLedger at;
  Station station = *at.state.station;
  station.safety = *SafetyFromJson(R"({"danger_words":["跳井"]})");
  at.state.station = std::make_shared<const Station>(station);
  LineClosingFlow closing(at.store, at.state, at.clock, at.session,
                          at.Line(LineFrom::kPhone, 1).record);
  closing.Choose(CaseOutcome::kNoted);
  closing.words().Set("她说要跳井");
  closing.File();
  CHECK(closing.stop().page() == StopPage::kDanger);
  CHECK(at.store.closed.empty());
  closing.stop().NoDanger();
  closing.File();
  CHECK(at.store.closed.size() == 1);
}
