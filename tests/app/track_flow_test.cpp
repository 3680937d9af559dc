#include "app/tracking/track_flow.h"

#include <doctest/doctest.h>

#include "app/tracking/case_replies.h"
#include "fakes/fake_case_store.h"
#include "fakes/fake_request_store.h"

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

struct TrackRig {
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
  TrackRig rig;
  std::string digits = kNumber.digits();
  digits[3] = digits[3] == '9' ? '0' : static_cast<char>(digits[3] + 1);
  rig.Number(digits);
  CHECK(rig.flow.problem() == TrackProblem::kNumberWrong);
  rig.flow.SetDigits(kNumber.digits());
  CHECK_FALSE(rig.flow.problem());
  rig.flow.Next();
  rig.Code("1234567");
  CHECK(rig.flow.problem() == TrackProblem::kCodeWrong);
  CHECK(rig.cases.looked.empty());
}

TEST_CASE("a wrong code locks that number for as long as the store says, and no other") {
  TrackRig rig;
  rig.cases.replies = {ReplyOf(TrackReply::Outcome::kWrongCode, 30'000),
                       ReplyOf(TrackReply::Outcome::kFound)};
  rig.Number(kNumber.digits());
  rig.Code("11112222");
  CHECK(rig.flow.step() == TrackStep::kCode);
  CHECK(rig.flow.problem() == TrackProblem::kNotItsCode);
  CHECK(rig.flow.WaitMs() == 30'000);
  rig.Code(kCode.digits());
  CHECK(rig.cases.looked.size() == 1);  // nothing is tried before its time
  rig.clock.Advance(12'000);
  CHECK(rig.flow.WaitMs() == 18'000);
  rig.flow.Back();
  CHECK(rig.flow.code().empty());
  rig.Number(kOther.digits());
  CHECK(rig.flow.WaitMs() == 0);
  rig.Code(kCode.digits());
  REQUIRE(rig.flow.step() == TrackStep::kFound);
  CHECK(rig.cases.looked.back() == kOther.digits());
}

TEST_CASE("a number that was locked before this visit says how long, and then may be tried") {
  TrackRig rig;
  rig.cases.replies = {ReplyOf(TrackReply::Outcome::kTooSoon, 5'000),
                       ReplyOf(TrackReply::Outcome::kFound)};
  rig.Look();
  CHECK(rig.flow.problem() == TrackProblem::kTooSoon);
  rig.clock.Advance(5'000);
  CHECK_FALSE(rig.flow.problem());
  rig.flow.Next();
  CHECK(rig.flow.step() == TrackStep::kFound);
}

TEST_CASE("a number that is not known here is asked of the county, with what it says opened here") {
  TrackRig rig;
  rig.cases.replies = {ReplyOf(TrackReply::Outcome::kNotHere),
                       ReplyOf(TrackReply::Outcome::kFound)};
  rig.questions.word.status = CaseStatus{};
  rig.questions.holds = true;
  rig.Look();
  CHECK(rig.flow.step() == TrackStep::kAsking);
  CHECK(rig.questions.asked == std::vector<std::string>{kNumber.digits()});
  rig.questions.held.front()();
  CHECK(rig.flow.step() == TrackStep::kFound);
  REQUIRE(rig.cases.words.size() == 1);
  CHECK(rig.cases.words[0].number == kNumber.digits());
}

TEST_CASE("without a line, what can be done is said; the same number may be looked up again") {
  TrackRig rig;
  rig.cases.replies = {ReplyOf(TrackReply::Outcome::kNotHere)};
  rig.questions.fails = ErrorKind::kUnavailable;
  rig.Look();
  CHECK(rig.flow.step() == TrackStep::kNowhere);
  CHECK(rig.flow.problem() == TrackProblem::kOffline);
  rig.cases.replies = {ReplyOf(TrackReply::Outcome::kFound)};
  rig.flow.Again();
  CHECK(rig.flow.step() == TrackStep::kFound);
}

TEST_CASE("a terminal without a line part is offline") {
  TrackRig rig;
  TrackFlow flow({rig.cases, rig.requests, rig.wishes, nullptr}, rig.clock);
  flow.OnCodes({kSlip});
  CHECK(flow.problem() == TrackProblem::kOffline);
}

TEST_CASE("a number that no one knows is said so, and can be typed anew") {
  TrackRig rig;
  rig.cases.replies = {ReplyOf(TrackReply::Outcome::kNotHere)};
  rig.Look();
  CHECK(rig.flow.problem() == TrackProblem::kUnknown);
  CHECK(rig.cases.words.empty());
  rig.flow.Retype();
  CHECK(rig.flow.step() == TrackStep::kNumber);
  CHECK(rig.flow.number().text() == kNumber.digits());
  CHECK(rig.flow.code().empty());
}

TEST_CASE("whoever stops waiting for the county is not surprised by its answer") {
  TrackRig rig;
  rig.cases.replies = {ReplyOf(TrackReply::Outcome::kNotHere),
                       ReplyOf(TrackReply::Outcome::kFound)};
  rig.questions.word.status = CaseStatus{};
  rig.questions.holds = true;
  rig.Look();
  CHECK(rig.flow.Back());
  CHECK(rig.flow.step() == TrackStep::kCode);
  rig.questions.held.front()();
  CHECK(rig.flow.step() == TrackStep::kCode);
  CHECK(rig.cases.words.empty());
  rig.flow.Next();  // the code is still there
  CHECK(rig.flow.step() == TrackStep::kFound);
}

TEST_CASE("an answer that does not hold is a failure, not an offline county") {
  TrackRig rig;
  rig.cases.replies = {ReplyOf(TrackReply::Outcome::kNotHere)};
  rig.questions.fails = ErrorKind::kForged;
  rig.Look();
  CHECK(rig.flow.step() == TrackStep::kCode);
  CHECK(rig.flow.problem() == TrackProblem::kFailed);
}

TEST_CASE("a slip before camera or scanner is number and code at once") {
  for (const bool camera : {true, false}) {
    TrackRig rig;
    rig.cases.replies = {ReplyOf(TrackReply::Outcome::kFound)};
    if (camera) rig.flow.Show();
    rig.flow.OnCodes({"https://example.org/", kSlip});
    REQUIRE(rig.flow.step() == TrackStep::kFound);
    CHECK(rig.flow.found()->number == kNumber.digits());
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
      TrackRig rig;
      rig.cases.replies = {ReplyOf(TrackReply::Outcome::kFound)};
      if (camera) rig.flow.Show();
      if (!camera) rig.flow.SetDigits("0374");
      rig.flow.OnCodes(one.codes);
      CHECK(rig.flow.problem() == one.problem);
      CHECK(rig.flow.number().text() == (camera ? "" : "0374"));
      CHECK(rig.cases.looked.empty());
      rig.clock.Advance(1'000);
      rig.flow.OnCodes({kSlip});
      CHECK(rig.flow.step() == TrackStep::kFound);
    }
  }
}

TEST_CASE("the same code held there is refused once; one of two slips is not taken by chance") {
  TrackRig rig;
  rig.flow.OnCodes({"MS1:ABC"});
  rig.flow.SetDigits("037");
  CHECK_FALSE(rig.flow.problem());
  rig.flow.Show();
  rig.flow.OnCodes({kSlip, SlipText(kOther, kCode)});
  rig.clock.Advance(300);
  rig.flow.OnCodes({kSlip});  // the other is blurred for a moment
  CHECK(rig.flow.problem() == TrackProblem::kTwoSlips);
  CHECK(rig.cases.looked.empty());
}

TEST_CASE("a scanned slip whose number is locked waits on the page of the code") {
  TrackRig rig;
  rig.cases.replies = {ReplyOf(TrackReply::Outcome::kWrongCode, 20'000)};
  rig.flow.OnCodes({kSlip});
  CHECK(rig.flow.step() == TrackStep::kCode);
  rig.flow.Back();
  rig.flow.OnCodes({kSlip});
  CHECK(rig.flow.step() == TrackStep::kCode);
  CHECK(rig.cases.looked.size() == 1);
}

TEST_CASE("only an answer that nobody has rated is asked about") {
  const auto can = [](CaseAnswer answer) {
    TrackRig rig;
    rig.Find(std::move(answer));
    return rig.flow.CanRate();
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
  TrackRig rig;
  rig.Find(Answer({CaseStep::kAnswered}));
  rig.flow.OnRated();
  CHECK_FALSE(rig.flow.CanRate());
  CHECK(rig.flow.found()->said_here);
}

TEST_CASE("who wished has the last word on a grant, once, with the token of the answer") {
  for (const bool came : {true, false}) {
    TrackRig rig;
    CaseAnswer answer = Answer({CaseStep::kPosted, CaseStep::kClaimed, CaseStep::kGranted});
    answer.wish = true;
    answer.round = 2;
    rig.Find(answer);
    CHECK_FALSE(rig.flow.CanRate());
    rig.wishes.fails = ErrorKind::kStorage;
    rig.flow.SayWhether(came);
    CHECK(rig.flow.problem() == TrackProblem::kNotKept);
    CHECK(rig.flow.CanSayWhether());
    rig.wishes.fails.reset();
    rig.flow.SayWhether(came);
    rig.flow.SayWhether(!came);
    REQUIRE(rig.wishes.tended.size() == 2);  // the failed one and the one that was kept
    const WishBody& body = rig.wishes.tended.back();
    CHECK(body.act == (came ? WishAct::kConfirm : WishAct::kNotYet));
    CHECK(body.receipt == kNumber.digits());
    CHECK(body.round == 2);
    CHECK(body.answer_token == ToBase64Url(answer.token));
    CHECK(WishBodyFromJson(ToJson(body)));
    CHECK(rig.flow.found()->confirmed_here == came);
    CHECK(rig.flow.found()->not_yet_here == !came);
    CHECK_FALSE(rig.flow.problem());
  }
}

TEST_CASE("a wish that has not come is claimed as before, and is asked about once granted again") {
  TrackRig rig;
  CaseAnswer answer = Answer({CaseStep::kClaimed, CaseStep::kGranted, CaseStep::kReturned});
  answer.wish = true;
  rig.Find(answer);
  CHECK_FALSE(rig.flow.CanSayWhether());
  rig.flow.SayWhether(true);
  CHECK(rig.wishes.tended.empty());
  TrackRig again;
  answer.course.push_back({CaseStep::kGranted, 9000});
  again.Find(answer);
  CHECK(again.flow.CanSayWhether());
}

TEST_CASE("what the feed brings about the number on the page shows at once; other numbers do not") {
  TrackRig rig;
  rig.Find(Answer({CaseStep::kReceived}));
  TrackReply reply = ReplyOf(TrackReply::Outcome::kFound);
  reply.found.answer = Answer({CaseStep::kReceived, CaseStep::kAnswered});
  rig.cases.replies = {reply};
  rig.flow.OnCases({kOther.digits()});
  CHECK(rig.cases.looked.size() == 1);
  CHECK_FALSE(rig.flow.CanRate());
  rig.flow.OnCases({kOther.digits(), kNumber.digits()});
  CHECK(rig.cases.looked.size() == 2);
  CHECK(rig.flow.step() == TrackStep::kFound);
  CHECK(rig.flow.CanRate());
  // What is known stays where it cannot be looked at again.
  rig.cases.fails = ErrorKind::kStorage;
  rig.flow.OnCases({kNumber.digits()});
  CHECK(rig.flow.CanRate());
}

TEST_CASE("only what was filed here within ten minutes is withdrawn here") {
  TrackRig rig;
  rig.Find(Answer({CaseStep::kReceived}));
  CHECK_FALSE(rig.flow.CanWithdraw());  // filed elsewhere
  TrackRig here;
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
  const auto of = [](const CaseAnswer& one) {
    TrackedCase found;
    found.answer = one;
    return RepliesOf(found);
  };
  auto replies = of(answer);
  REQUIRE(replies.size() == 2);
  CHECK(replies[0].text == "第一次");
  CHECK(replies[0].unit == "甲局");
  CHECK(replies[1].unit == "乙局");
  CHECK(replies[1].at_ms == 4);
  answer.reply = "第三次";
  answer.unit = "丙局";
  replies = of(answer);
  REQUIRE(replies.size() == 3);
  CHECK(replies[2].text == "第三次");
  CHECK(replies[2].unit == "丙局");
  CHECK(RepliesOf({}).empty());
}

TEST_CASE("what a member answered here is read once, whether the county tells of it or not") {
  MemberReplyBody body;
  body.words = "明天去看";
  body.member_name = "示例甲";
  body.at_ms = 3;
  const CaseEvent said = StepOf(Uuid::Random(), body);
  TrackedCase found;
  found.said_at_desk = {said};
  REQUIRE(RepliesOf(found).size() == 1);
  CHECK(RepliesOf(found)[0].text == "明天去看");
  CHECK(RepliesOf(found)[0].said->member == "示例甲");
  found.answer.emplace();
  found.answer->course = {{CaseStep::kReceived, 2}, said, {CaseStep::kAnswered, 4, "甲局", "修了"}};
  found.answer->reply = "修了";
  const auto replies = RepliesOf(found);
  REQUIRE(replies.size() == 2);
  CHECK(replies[0].said);
  CHECK(replies[1].text == "修了");
}

}  // namespace
}  // namespace studio
