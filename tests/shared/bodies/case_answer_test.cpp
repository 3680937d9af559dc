#include "shared/bodies/case_answer.h"

#include <doctest/doctest.h>

#include "shared/bodies/case_bodies.h"

using namespace studio;

namespace {

const ReceiptNumber kNumber = ReceiptNumber::Make(37, 48'215);

CaseAnswer Answered() {
  CaseAnswer answer;
  answer.category = "路灯照明";
  answer.unit = "示例镇电管站";
  answer.reply = "灯已修好。";
  answer.outcome = CaseOutcome::kSolved;
  answer.course = {{CaseStep::kReceived, 1'000},
                   {CaseStep::kReferred, 2'000, "示例镇电管站"},
                   {CaseStep::kAnswered, 3'000, "示例镇电管站", "灯已修好。"}};
  answer.round = 1;
  answer.may_return = true;
  answer.token.fill(7);
  return answer;
}

Bytes SealedAnswer(const CaseAnswer& answer, const BoxKeyPair& key) {
  return SealAnswer(kNumber, answer, key.Public()).value();
}

}  // namespace

TEST_CASE("an answer opens with its slip's key, every field as it was") {
  const BoxKeyPair key = BoxKeyPair::Generate();
  CHECK(OpenAnswer(kNumber, SealedAnswer(Answered(), key), key) == Answered());
  CaseAnswer wish;
  wish.wish = true;
  wish.course = {{CaseStep::kPosted, 5}, {CaseStep::kGranted, 6, "示例甲"}};
  CHECK(OpenAnswer(kNumber, SealedAnswer(wish, key), key) == wish);
  CHECK(OpenAnswer(kNumber, SealedAnswer({}, key), key) == CaseAnswer{});
}

TEST_CASE("another code opens nothing, and an answer is good for its own number alone") {
  const BoxKeyPair key = BoxKeyPair::Generate(), other = BoxKeyPair::Generate();
  const Bytes sealed = SealedAnswer(Answered(), key);
  CHECK(OpenAnswer(kNumber, sealed, other).error().kind == ErrorKind::kNotForUs);
  CHECK(OpenAnswer(ReceiptNumber::Make(37, 48'216), sealed, key).error().kind ==
        ErrorKind::kForged);
}

TEST_CASE("an answer's length tells neither step nor outcome nor a few words") {
  const BoxKeyPair key = BoxKeyPair::Generate();
  CaseAnswer shortest, longer;
  shortest.course = {{CaseStep::kReceived, 1}};
  longer.course = {{CaseStep::kReceived, 1}};
  longer.reply = "好";
  longer.category = "其他";
  CHECK(SealedAnswer(shortest, key).size() == SealedAnswer(longer, key).size());
  CHECK((SealedAnswer(Answered(), key).size() - SealedAnswer(shortest, key).size()) % 256 == 0);
}

TEST_CASE("an answer with any byte altered, cut or added is refused") {
  const BoxKeyPair key = BoxKeyPair::Generate();
  const Bytes sealed = SealedAnswer(Answered(), key);
  for (std::size_t i = 0; i < sealed.size(); i += 5) {
    Bytes altered = sealed;
    altered[i] ^= 1;
    CHECK_FALSE(OpenAnswer(kNumber, altered, key));
  }
  for (std::size_t size = 0; size < sealed.size(); size += 17) {
    CHECK_FALSE(OpenAnswer(kNumber, ByteView(sealed).first(size), key));
  }
  Bytes longer = sealed;
  longer.resize(longer.size() + 256);
  CHECK_FALSE(OpenAnswer(kNumber, longer, key));
}

TEST_CASE("what is too large for an answer is not sealed, and the largest that is opens") {
  const BoxKeyPair key = BoxKeyPair::Generate();
  CaseAnswer answer;
  answer.reply.assign(kMaxAnswerBytes - 1024, 'a');
  CHECK(OpenAnswer(kNumber, SealedAnswer(answer, key), key) == answer);
  answer.reply.assign(kMaxAnswerBytes, 'a');
  CHECK(SealAnswer(kNumber, answer, key.Public()).error().kind == ErrorKind::kInvalid);
}

TEST_CASE("a key that is none seals nothing") {
  CHECK(SealAnswer(kNumber, Answered(), BoxPublicKey{}).error().kind == ErrorKind::kInvalid);
}

TEST_CASE("a status and the word for a number read back; what is no status does not") {
  const CaseStatus status{CaseStep::kReferred, 1'800'000'000'000, {1, 2, 3}};
  const auto read = CaseStatusFromJson(ToJson(status));
  REQUIRE(read);
  CHECK(read->step == status.step);
  CHECK(read->at_ms == status.at_ms);
  CHECK(read->sealed == status.sealed);
  CHECK(CaseStatusFromJson(R"({"step":"archived","at_ms":1,"sealed":""})")->step ==
        CaseStep::kReceived);
  CHECK_FALSE(CaseStatusFromJson(R"({"step":"rated","at_ms":1})"));
  CHECK_FALSE(CaseStatusFromJson(R"({"step":"rated","at_ms":1,"sealed":"*"})"));
  CHECK_FALSE(CaseStatusFromJson(R"({"step":"rated","at_ms":"1","sealed":""})"));

  const auto word = StatusWordFromJson(ToJson(StatusWord{"037482152", status, 9}));
  REQUIRE(word);
  CHECK(word->number == "037482152");
  CHECK(word->county_time_ms == 9);
  REQUIRE(word->status);
  CHECK(word->status->sealed == status.sealed);
  const auto unknown = StatusWordFromJson(ToJson(StatusWord{"037482152", std::nullopt, 9}));
  REQUIRE(unknown);
  CHECK_FALSE(unknown->status);
  CHECK_FALSE(StatusWordFromJson(R"({"number":"1","county_time_ms":1,"status":{}})"));
}

TEST_CASE("a rating reads back, and only what is not solved can be sent back") {
  RatingBody rating;
  rating.receipt = "037482152";
  rating.round = 2;
  rating.token.fill(9);
  rating.satisfaction = Satisfaction::kDissatisfied;
  rating.send_back = true;
  rating.reasons = {"slow", "not_done"};
  rating.words = "还是不亮";
  const auto read = RatingBodyFromJson(ToJson(rating));
  REQUIRE(read);
  CHECK(ToJson(*read) == ToJson(rating));
  CHECK(read->reasons == rating.reasons);
  CHECK(read->token == rating.token);
  rating.satisfaction = Satisfaction::kMostly;
  CHECK_FALSE(RatingBodyFromJson(ToJson(rating)));
  CHECK_FALSE(RatingBodyFromJson("{}"));
}
