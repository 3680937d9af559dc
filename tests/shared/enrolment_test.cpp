#include "shared/exchange/enrolment.h"

#include <doctest/doctest.h>

#include "samples.h"

using namespace studio;

TEST_CASE("an enrolment code is ten characters that cannot be mistaken for each other") {
  for (int i = 0; i < 100; ++i) {
    const EnrolmentCode code = EnrolmentCode::Random();
    CHECK(code.text().size() == 10);
    CHECK(code.text().find_first_of("ILOU") == std::string::npos);
    const auto typed = EnrolmentCode::Parse(code.text());
    REQUIRE(typed);
    CHECK(typed->Hash() == code.Hash());
  }
}

TEST_CASE("a code is forgiven its case, hyphens, and letters that look like digits") {
  CHECK(EnrolmentCode::Parse("7k3m-9qxt-i0")->text() == "7K3M9QXT10");
  CHECK(EnrolmentCode::Parse(" 7K3M 9QXT LO ")->text() == "7K3M9QXT10");
  for (const char* typed :
       {"", "7K3M9QXT1", "7K3M9QXT100", "7K3M9QXT1U", "7K3M9QXT1!", "7K3M9QXT1Ｏ"}) {
    CHECK_FALSE(EnrolmentCode::Parse(typed));
  }
}

TEST_CASE("what is asked and answered at enrolment survives the wire") {
  const EnrolmentRequest request{"7K3M9QXT10", samples::Terminal().Public(), "0.1.0"};
  const auto asked = EnrolmentRequestFromJson(ToJson(request));
  REQUIRE(asked);
  CHECK(asked->code == request.code);
  CHECK(asked->terminal_key == request.terminal_key);
  CHECK(asked->version == "0.1.0");

  const EnrolmentAnswer answer = samples::AnEnrolment();
  const auto answered = EnrolmentAnswerFromJson(ToJson(answer));
  REQUIRE(answered);
  CHECK(answered->terminal == 37);
  CHECK(answered->studio == 3);
  CHECK(answered->studio_name == answer.studio_name);
  CHECK(answered->county_name == answer.county_name);
  CHECK(answered->county_signing_key == answer.county_signing_key);
  CHECK(answered->county_sealing_key == answer.county_sealing_key);
  CHECK(answered->feed_generation == answer.feed_generation);
  CHECK(answered->county_time_ms == answer.county_time_ms);
}

TEST_CASE("an error body tells its code, and anything else tells none") {
  CHECK(ErrorCodeFromJson(ErrorJson("used_code", "already used")) == "used_code");
  for (const char* body : {"", "<html>", "[]", "{}", R"({"error":7})", R"({"error":null})"}) {
    CHECK(ErrorCodeFromJson(body).empty());
  }
  CHECK_FALSE(ErrorJson("malformed", "\xff\xfe").empty());
}
