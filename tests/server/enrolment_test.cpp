#include <set>

#include "county/test_county.h"
#include "county/test_terminal.h"
#include "shared/exchange/envelope.h"

namespace county {
namespace {

using studio::SigningKey;

std::string RequestOf(const std::string& code, const SigningKey& key) {
  return ToJson(studio::EnrolmentRequest{code, key.Public(), "1.0"});
}

studio::EnrolmentAnswer Joined(TestCounty& county, const std::string& request) {
  const auto envelope = county.office().Enrol(request);
  REQUIRE_MESSAGE(envelope, (envelope ? "" : envelope.error().code));
  const auto payload = studio::OpenEnvelope(studio::kEnrolmentContext, *envelope,
                                            std::vector{county.keys().signing.Public()});
  REQUIRE(payload);
  return studio::EnrolmentAnswerFromJson(*payload).value();
}

std::string CodeOfRefusal(TestCounty& county, const std::string& request) {
  const auto answer = county.office().Enrol(request);
  REQUIRE_FALSE(answer);
  CHECK(answer.error().status == 403);
  return answer.error().code;
}

}  // namespace

TEST_CASE("a terminal joins with a code and is told its number, studio and the county's keys") {
  TestCounty county;
  const auto answer = Joined(county, RequestOf(county.NewCode(3), SigningKey::Generate()));
  CHECK(answer.terminal == 1);
  CHECK(answer.studio == 3);
  CHECK(answer.studio_name == "样板镇委员工作室");
  CHECK(answer.county_name == "演示市政协");
  CHECK(answer.county_sealing_key == county.keys().sealing.Public());
  CHECK(answer.county_time_ms == county.now_ms());
}

TEST_CASE("an enrolment answer that was lost can be asked for again, even a day later") {
  TestCounty county;
  const auto key = SigningKey::Generate();
  const std::string request = RequestOf(county.NewCode(), key);
  const auto first = Joined(county, request);
  county.AdvanceHours(30);
  const auto second = Joined(county, request);
  CHECK(second.terminal == first.terminal);
  CHECK(second.studio == first.studio);
}

TEST_CASE("a code lets in one terminal only") {
  TestCounty county;
  const std::string code = county.NewCode();
  Joined(county, RequestOf(code, SigningKey::Generate()));
  CHECK(CodeOfRefusal(county, RequestOf(code, SigningKey::Generate())) == "used_code");
}

TEST_CASE("a code is good for 24 hours") {
  TestCounty county;
  const std::string in_time = county.NewCode();
  const std::string too_late = county.NewCode();
  county.AdvanceHours(24);
  Joined(county, RequestOf(in_time, SigningKey::Generate()));
  county.AdvanceHours(1);
  CHECK(CodeOfRefusal(county, RequestOf(too_late, SigningKey::Generate())) == "stale_code");
}

TEST_CASE("a wrong code is refused, and what is no request is malformed") {
  TestCounty county;
  const auto key = SigningKey::Generate();
  CHECK(CodeOfRefusal(county, RequestOf("0000000000", key)) == "bad_code");
  CHECK(CodeOfRefusal(county, RequestOf("short", key)) == "bad_code");
  const auto answer = county.office().Enrol("[]");
  REQUIRE_FALSE(answer);
  CHECK(answer.error().status == 400);
}

TEST_CASE("terminal numbers are never given twice") {
  TestCounty county;
  std::set<TerminalNumber> numbers;
  for (int i = 0; i < 5; ++i) numbers.insert(TestTerminal(county).number());
  CHECK(numbers.size() == 5);
}

}  // namespace county
