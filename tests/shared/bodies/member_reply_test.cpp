#include "shared/bodies/member_reply.h"

#include <doctest/doctest.h>

#include "../samples.h"
#include "shared/bodies/case_answer.h"

namespace studio {
namespace {

MemberReplyBody AReply() {
  MemberReplyBody body;
  body.receipt = ReceiptNumber::Make(37, 48'215).digits();
  body.request = samples::IdOf(1);
  body.way = ReplyWay::kGridWorker;
  body.words = "已请网格员明天上门";
  body.due = "2026-12-05";
  body.call_back = true;
  body.studio = 3;
  body.member = "m01";
  body.member_name = "示例甲";
  body.token = "MS1:TOKEN";
  body.at_ms = 2'000;
  return body;
}

CaseAnswer Course(std::vector<CaseEvent> course) {
  CaseAnswer answer;
  answer.course = std::move(course);
  return answer;
}

}  // namespace

TEST_CASE("a member's reply reads back, and what cannot be one does not") {
  CHECK(MemberReplyBodyFromJson(ToJson(AReply())) == AReply());
  const auto refused = [](auto change) {
    MemberReplyBody body = AReply();
    change(body);
    return !MemberReplyBodyFromJson(ToJson(body));
  };
  CHECK(refused([](auto& body) { body.receipt = "12"; }));
  CHECK(refused([](auto& body) { body.due = "明天"; }));
  CHECK(refused([](auto& body) { body.member.clear(); }));
  CHECK(refused([](auto& body) { body.words = std::string(501, 'a'); }));
  CHECK_FALSE(refused([](auto& body) { body.words.clear(); }));
  CHECK(refused([](auto& body) {
    body.way = ReplyWay::kOnTheSpot;
    body.words = " ";
  }));
  CHECK_FALSE(MemberReplyBodyFromJson("{}"));
  CHECK_FALSE(MemberReplyBodyFromJson(
      R"({"receipt":"037482152","request":"01934567-89ab-7def-8123-456789abcdef","way":"shelved",)"
      R"("studio":3,"member":"m01","at_ms":1})"));
}

TEST_CASE("the desk's copy opens with the studio's key, for its own record alone") {
  const BoxKeyPair studio = BoxKeyPair::Generate();
  const auto sealed = SealReplyForDesk(samples::IdOf(2), AReply(), studio.Public());
  REQUIRE(sealed);
  CHECK(OpenReplyForDesk(samples::IdOf(2), *sealed, studio) == AReply());
  CHECK(OpenReplyForDesk(samples::IdOf(3), *sealed, studio).error().kind == ErrorKind::kForged);
  CHECK(OpenReplyForDesk(samples::IdOf(2), *sealed, BoxKeyPair::Generate()).error().kind ==
        ErrorKind::kNotForUs);
}

TEST_CASE("a reply is a step among the others by its time, once, and moves nothing") {
  CaseAnswer answer = Course({{CaseStep::kReceived, 5'000}, {CaseStep::kAnswered, 9'000}});
  AddReply(answer, StepOf(samples::IdOf(2), AReply()));
  AddReply(answer, StepOf(samples::IdOf(2), AReply()));
  REQUIRE(answer.course.size() == 3);
  CHECK(answer.course[1].step == CaseStep::kReplied);
  CHECK(answer.course[1].text == AReply().words);
  MemberReplyBody later = AReply();
  later.at_ms = 10'000;
  AddReply(answer, StepOf(samples::IdOf(3), later));
  CHECK(answer.course.back().step == CaseStep::kReplied);
  REQUIRE(NewestStep(answer) != nullptr);
  CHECK(NewestStep(answer)->step == CaseStep::kAnswered);
  CHECK(NewestStep(CaseAnswer{}) == nullptr);
  const ReceiptNumber number = *ReceiptNumber::Parse(AReply().receipt);
  const BoxKeyPair slip = BoxKeyPair::Generate();
  const auto sealed = SealAnswer(number, answer, slip.Public());
  REQUIRE(sealed);
  CHECK(OpenAnswer(number, *sealed, slip) == answer);
}

TEST_CASE("as much as there is of a reply is kept and read again, and nonsense is not") {
  const MemberReplyDraft none, some{ReplyWay::kReport, "先问一问", "2026-12-05", true};
  CHECK(MemberReplyDraftFromJson(ToJson(none)).value() == none);
  CHECK(MemberReplyDraftFromJson(ToJson(some)).value() == some);
  CHECK(MemberReplyDraftFromJson("{}").value() == none);
  CHECK_FALSE(MemberReplyDraftFromJson(R"({"way":"somehow"})"));
  CHECK_FALSE(MemberReplyDraftFromJson(R"({"due":"2026-02-30"})"));
  CHECK_FALSE(MemberReplyDraftFromJson("[]"));
}

}  // namespace studio
