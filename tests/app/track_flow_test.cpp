#include "app/tracking/track_flow.h"

#include <doctest/doctest.h>

#include "app/tracking/case_replies.h"
#include "fake_case_store.h"
#include "fake_request_store.h"

namespace studio {
namespace {

const ReceiptNumber kNumber = FakeRequestStore::SomeSlip().number;
const ReceiptNumber kOther = ReceiptNumber::Make(37, 48216);
const LookupCode kCode = FakeRequestStore::SomeSlip().code;
const std::string kSlip = SlipText(kNumber, kCode);

TrackReply ReplyOf(TrackReply::Outcome outcome, std::int64_t wait_ms = 0) {
  TrackReply reply;
  reply.outcome = outcome;
  reply.wait_ms = wait_ms;
  return reply;
}

CaseAnswer Answer(std::vector<CaseStep> steps) {
  CaseAnswer answer;
  answer.token.fill(7);
  answer.round = 1;
  for (const CaseStep step : steps) answer.course.push_back({step, 1'000, "", ""});
  return answer;
}

struct TrackDesk {
  FakeCaseStore cases;
  FakeRequestStore requests;
  FakeWishStore wishes;
  FakeQuestions questions;
  TestClock clock;
  TrackFlow flow{{cases, requests, wishes, &questions}, clock};

  void Number(const std::string& digits) {
    flow.SetDigits(digits);
    flow.Next();
  }
  void Code(const std::string& digits) {
    flow.SetDigits(digits);
    flow.Next();
  }
  void Look() {
    Number(kNumber.digits());
    Code(kCode.digits());
  }
  void Find(CaseAnswer answer) {
    TrackReply reply = ReplyOf(TrackReply::Outcome::kFound);
    reply.found.answer = std::move(answer);
    cases.replies = {reply};
    Look();
    REQUIRE(flow.step() == TrackStep::kFound);
  }
};

TEST_CASE("tracking refuses a mistyped number before anything is looked up") {
  TrackDesk desk;
  std::string digits = kNumber.digits();
  digits[3] = digits[3] == '9' ? '0' : static_cast<char>(digits[3] + 1);
  desk.Number(digits);
  CHECK(desk.flow.problem() == TrackProblem::kNumberWrong);
  desk.flow.SetDigits(kNumber.digits());
  CHECK_FALSE(desk.flow.problem());
  desk.flow.Next();
  desk.Code("1234567");
  CHECK(desk.flow.problem() == TrackProblem::kCodeWrong);
  CHECK(desk.cases.looked.empty());
}

TEST_CASE("a wrong code locks that number for as long as the store says, and no other") {
  TrackDesk desk;
  desk.cases.replies = {ReplyOf(TrackReply::Outcome::kWrongCode, 30'000),
                        ReplyOf(TrackReply::Outcome::kFound)};
  desk.Number(kNumber.digits());
  desk.Code("11112222");
  CHECK(desk.flow.step() == TrackStep::kCode);
  CHECK(desk.flow.problem() == TrackProblem::kNotItsCode);
  CHECK(desk.flow.WaitMs() == 30'000);
  desk.Code(kCode.digits());
  CHECK(desk.cases.looked.size() == 1);  // nothing is tried before its time
  desk.clock.Advance(12'000);
  CHECK(desk.flow.WaitMs() == 18'000);
  desk.flow.Back();
  CHECK(desk.flow.code().empty());
  desk.Number(kOther.digits());
  CHECK(desk.flow.WaitMs() == 0);
  desk.Code(kCode.digits());
  REQUIRE(desk.flow.step() == TrackStep::kFound);
  CHECK(desk.cases.looked.back() == kOther.digits());
}

TEST_CASE("a number that was locked before this visit says how long, and then may be tried") {
  TrackDesk desk;
  desk.cases.replies = {ReplyOf(TrackReply::Outcome::kTooSoon, 5'000),
                        ReplyOf(TrackReply::Outcome::kFound)};
  desk.Look();
  CHECK(desk.flow.problem() == TrackProblem::kTooSoon);
  desk.clock.Advance(5'000);
  CHECK_FALSE(desk.flow.problem());
  desk.flow.Next();
  CHECK(desk.flow.step() == TrackStep::kFound);
}

TEST_CASE("a number that is not known here is asked of the county, with what it says opened here") {
  TrackDesk desk;
  desk.cases.replies = {ReplyOf(TrackReply::Outcome::kNotHere),
                        ReplyOf(TrackReply::Outcome::kFound)};
  desk.questions.word.status = CaseStatus{};
  desk.questions.holds = true;
  desk.Look();
  CHECK(desk.flow.step() == TrackStep::kAsking);
  CHECK(desk.questions.asked == std::vector<std::string>{kNumber.digits()});
  desk.questions.held.front()();
  CHECK(desk.flow.step() == TrackStep::kFound);
  REQUIRE(desk.cases.words.size() == 1);
  CHECK(desk.cases.words[0].number == kNumber.digits());
}

TEST_CASE("without a line, what can be done is said; the same number may be looked up again") {
  TrackDesk desk;
  desk.cases.replies = {ReplyOf(TrackReply::Outcome::kNotHere)};
  desk.questions.fails = ErrorKind::kUnavailable;
  desk.Look();
  CHECK(desk.flow.step() == TrackStep::kNowhere);
  CHECK(desk.flow.problem() == TrackProblem::kOffline);
  desk.cases.replies = {ReplyOf(TrackReply::Outcome::kFound)};
  desk.flow.Again();
  CHECK(desk.flow.step() == TrackStep::kFound);
}

TEST_CASE("a terminal without a line part is offline") {
  TrackDesk desk;
  TrackFlow flow({desk.cases, desk.requests, desk.wishes, nullptr}, desk.clock);
  flow.OnCodes({kSlip});
  CHECK(flow.problem() == TrackProblem::kOffline);
}

TEST_CASE("a number that no one knows is said so, and can be typed anew") {
  TrackDesk desk;
  desk.cases.replies = {ReplyOf(TrackReply::Outcome::kNotHere)};
  desk.Look();
  CHECK(desk.flow.problem() == TrackProblem::kUnknown);
  CHECK(desk.cases.words.empty());
  desk.flow.Retype();
  CHECK(desk.flow.step() == TrackStep::kNumber);
  CHECK(desk.flow.number().text() == kNumber.digits());
  CHECK(desk.flow.code().empty());
}

TEST_CASE("whoever stops waiting for the county is not surprised by its answer") {
  TrackDesk desk;
  desk.cases.replies = {ReplyOf(TrackReply::Outcome::kNotHere),
                        ReplyOf(TrackReply::Outcome::kFound)};
  desk.questions.word.status = CaseStatus{};
  desk.questions.holds = true;
  desk.Look();
  CHECK(desk.flow.Back());
  CHECK(desk.flow.step() == TrackStep::kCode);
  desk.questions.held.front()();
  CHECK(desk.flow.step() == TrackStep::kCode);
  CHECK(desk.cases.words.empty());
  desk.flow.Next();  // the code is still there
  CHECK(desk.flow.step() == TrackStep::kFound);
}

TEST_CASE("an answer that does not hold is a failure, not an offline county") {
  TrackDesk desk;
  desk.cases.replies = {ReplyOf(TrackReply::Outcome::kNotHere)};
  desk.questions.fails = ErrorKind::kForged;
  desk.Look();
  CHECK(desk.flow.step() == TrackStep::kCode);
  CHECK(desk.flow.problem() == TrackProblem::kFailed);
}

TEST_CASE("a slip before camera or scanner is number and code at once") {
  for (const bool camera : {true, false}) {
    TrackDesk desk;
    desk.cases.replies = {ReplyOf(TrackReply::Outcome::kFound)};
    if (camera) desk.flow.Show();
    desk.flow.OnCodes({"https://example.org/", kSlip});
    REQUIRE(desk.flow.step() == TrackStep::kFound);
    CHECK(desk.flow.found()->number == kNumber.digits());
  }
}

TEST_CASE("a code that is no slip's is named for what it is, and one can go on") {
  const struct {
    std::vector<std::string> codes;
    TrackProblem problem;
  } cases[] = {
      {{"https://example.org/"}, TrackProblem::kNoSlip},
      {{"MS1:ABC"}, TrackProblem::kBadge},
      {{"MSR:037482150.59061473"}, TrackProblem::kBrokenSlip},
      {{kSlip, SlipText(kOther, kCode)}, TrackProblem::kTwoSlips},
  };
  for (const auto& one : cases) {
    for (const bool camera : {true, false}) {
      TrackDesk desk;
      desk.cases.replies = {ReplyOf(TrackReply::Outcome::kFound)};
      if (camera) desk.flow.Show();
      if (!camera) desk.flow.SetDigits("0374");
      desk.flow.OnCodes(one.codes);
      CHECK(desk.flow.problem() == one.problem);
      CHECK(desk.flow.number().text() == (camera ? "" : "0374"));
      CHECK(desk.cases.looked.empty());
      desk.clock.Advance(1'000);
      desk.flow.OnCodes({kSlip});
      CHECK(desk.flow.step() == TrackStep::kFound);
    }
  }
}

TEST_CASE("the same code held there is refused once; one of two slips is not taken by chance") {
  TrackDesk desk;
  desk.flow.OnCodes({"MS1:ABC"});
  desk.flow.SetDigits("037");
  CHECK_FALSE(desk.flow.problem());
  desk.flow.Show();
  desk.flow.OnCodes({kSlip, SlipText(kOther, kCode)});
  desk.clock.Advance(300);
  desk.flow.OnCodes({kSlip});  // the other is blurred for a moment
  CHECK(desk.flow.problem() == TrackProblem::kTwoSlips);
  CHECK(desk.cases.looked.empty());
}

TEST_CASE("a scanned slip whose number is locked waits on the page of the code") {
  TrackDesk desk;
  desk.cases.replies = {ReplyOf(TrackReply::Outcome::kWrongCode, 20'000)};
  desk.flow.OnCodes({kSlip});
  CHECK(desk.flow.step() == TrackStep::kCode);
  desk.flow.Back();
  desk.flow.OnCodes({kSlip});
  CHECK(desk.flow.step() == TrackStep::kCode);
  CHECK(desk.cases.looked.size() == 1);
}

TEST_CASE("only an answer that nobody has rated is asked about") {
  const auto can = [](CaseAnswer answer) {
    TrackDesk desk;
    desk.Find(std::move(answer));
    return desk.flow.CanRate();
  };
  CHECK(can(Answer({CaseStep::kReceived, CaseStep::kAnswered})));
  CHECK_FALSE(can(Answer({CaseStep::kReceived, CaseStep::kReferred})));
  CHECK_FALSE(can(Answer({CaseStep::kAnswered, CaseStep::kRated})));
  CHECK_FALSE(can(Answer({CaseStep::kAnswered, CaseStep::kReturned, CaseStep::kReferred})));
  CHECK(can(Answer({CaseStep::kAnswered, CaseStep::kReturned, CaseStep::kAnswered})));
  CHECK_FALSE(can(Answer({})));
  CaseAnswer blank = Answer({CaseStep::kAnswered});
  blank.token = {};
  CHECK_FALSE(can(blank));
  TrackDesk desk;
  desk.Find(Answer({CaseStep::kAnswered}));
  desk.flow.OnRated();
  CHECK_FALSE(desk.flow.CanRate());
  CHECK(desk.flow.found()->said_here);
}

TEST_CASE("who wished has the last word on a grant, once, with the token of the answer") {
  for (const bool came : {true, false}) {
    TrackDesk desk;
    CaseAnswer answer = Answer({CaseStep::kPosted, CaseStep::kClaimed, CaseStep::kGranted});
    answer.wish = true;
    answer.round = 2;
    desk.Find(answer);
    CHECK_FALSE(desk.flow.CanRate());
    desk.wishes.fails = ErrorKind::kStorage;
    desk.flow.SayWhether(came);
    CHECK(desk.flow.problem() == TrackProblem::kNotKept);
    CHECK(desk.flow.CanSayWhether());
    desk.wishes.fails.reset();
    desk.flow.SayWhether(came);
    desk.flow.SayWhether(!came);
    REQUIRE(desk.wishes.tended.size() == 2);  // the failed one and the one that was kept
    const WishBody& body = desk.wishes.tended.back();
    CHECK(body.act == (came ? WishAct::kConfirm : WishAct::kNotYet));
    CHECK(body.receipt == kNumber.digits());
    CHECK(body.round == 2);
    CHECK(body.answer_token == ToBase64Url(answer.token));
    CHECK(WishBodyFromJson(ToJson(body)));
    CHECK(desk.flow.found()->confirmed_here == came);
    CHECK(desk.flow.found()->not_yet_here == !came);
    CHECK_FALSE(desk.flow.problem());
  }
}

TEST_CASE("a wish that has not come is claimed as before, and is asked about once granted again") {
  TrackDesk desk;
  CaseAnswer answer = Answer({CaseStep::kClaimed, CaseStep::kGranted, CaseStep::kReturned});
  answer.wish = true;
  desk.Find(answer);
  CHECK_FALSE(desk.flow.CanSayWhether());
  desk.flow.SayWhether(true);
  CHECK(desk.wishes.tended.empty());
  TrackDesk again;
  answer.course.push_back({CaseStep::kGranted, 9000});
  again.Find(answer);
  CHECK(again.flow.CanSayWhether());
}

TEST_CASE("what the feed brings about the number on the page shows at once; other numbers do not") {
  TrackDesk desk;
  desk.Find(Answer({CaseStep::kReceived}));
  TrackReply reply = ReplyOf(TrackReply::Outcome::kFound);
  reply.found.answer = Answer({CaseStep::kReceived, CaseStep::kAnswered});
  desk.cases.replies = {reply};
  desk.flow.OnCases({kOther.digits()});
  CHECK(desk.cases.looked.size() == 1);
  CHECK_FALSE(desk.flow.CanRate());
  desk.flow.OnCases({kOther.digits(), kNumber.digits()});
  CHECK(desk.cases.looked.size() == 2);
  CHECK(desk.flow.step() == TrackStep::kFound);
  CHECK(desk.flow.CanRate());
  // What is known stays where it cannot be looked at again.
  desk.cases.fails = ErrorKind::kStorage;
  desk.flow.OnCases({kNumber.digits()});
  CHECK(desk.flow.CanRate());
}

TEST_CASE("only what was filed here within ten minutes is withdrawn here") {
  TrackDesk desk;
  desk.Find(Answer({CaseStep::kReceived}));
  CHECK_FALSE(desk.flow.CanWithdraw());  // filed elsewhere
  TrackDesk here;
  TrackReply reply = ReplyOf(TrackReply::Outcome::kFound);
  reply.found.here = ReceiptStatus{kNumber.digits(), ReceiptState::kWaiting, here.clock.now.wall_ms,
                                   0, here.clock.now.monotonic_ms + kWithdrawWindowMs};
  here.cases.replies = {reply};
  here.Look();
  CHECK(here.flow.CanWithdraw());
  here.clock.Advance(kWithdrawWindowMs - 1);
  CHECK(here.flow.CanWithdraw());
  here.flow.Withdraw();
  CHECK(here.flow.found()->here->state == ReceiptState::kWithdrawn);
  CHECK_FALSE(here.flow.CanWithdraw());
}

TEST_CASE("every reply is there to be read, also one that the course does not name") {
  CaseAnswer answer;
  answer.course = {{CaseStep::kReferred, 1, "甲局", ""},
                   {CaseStep::kAnswered, 2, "", "第一次"},
                   {CaseStep::kReturned, 3, "乙局", ""},
                   {CaseStep::kAnswered, 4, "", "第二次"}};
  answer.reply = "第二次";
  auto replies = RepliesOf(answer);
  REQUIRE(replies.size() == 2);
  CHECK(replies[0].text == "第一次");
  CHECK(replies[0].unit == "甲局");
  CHECK(replies[1].unit == "乙局");
  CHECK(replies[1].at_ms == 4);
  answer.reply = "第三次";
  answer.unit = "丙局";
  replies = RepliesOf(answer);
  REQUIRE(replies.size() == 3);
  CHECK(replies[2].text == "第三次");
  CHECK(replies[2].unit == "丙局");
  CHECK(RepliesOf({}).empty());
}

}  // namespace
}  // namespace studio
