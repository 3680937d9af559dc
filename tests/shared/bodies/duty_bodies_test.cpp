#include "shared/bodies/duty_bodies.h"

#include <doctest/doctest.h>

#include "shared/base/json.h"

using namespace studio;

namespace {

CheckInBody ACheckIn() {
  CheckInBody body;
  body.out = true;
  body.member = "m07";
  body.member_name = "示例庚";
  body.studio = 1;
  body.shift = "s-2026-11-21-1";
  body.date = "2026-11-21";
  body.at_ms = 1'795'224'720'000;
  body.verdict = "left_early";
  body.badge = "card";
  body.token = "MS1:ABC";
  body.stand_in_for = "m08";
  body.minutes = 30;
  body.trust_stale = body.clock_unsure = body.with_pin = true;
  return body;
}

RosterChangeBody ASwap() {
  RosterChangeBody body;
  body.kind = "swap";
  body.shift = "s1";
  body.saw_version = 7;
  body.member = "m01";
  body.other = "m02";
  body.other_shift = "s2";
  body.other_saw_version = 9;
  body.asked_by = "m01";
  body.agreed_by = "m02";
  body.reason = "外出";
  return body;
}

// What the body says after a field was taken away or set.
template <class Parse>
bool ParsesWith(const std::string& text, const char* field, const nlohmann::json& value,
                Parse parse) {
  nlohmann::json json = nlohmann::json::parse(text);
  if (value.is_null()) {
    json.erase(field);
  } else {
    json[field] = value;
  }
  return parse(json.dump()).has_value();
}

}  // namespace

TEST_CASE("a check-in, a handover and a roster change come back as they were") {
  const std::string check_in = ToJson(ACheckIn());
  CHECK(ToJson(CheckInBodyFromJson(check_in).value()) == check_in);
  HandoverBody handover;
  handover.member = "m07";
  handover.studio = 1;
  handover.shift = "s1";
  handover.date = "2026-11-21";
  handover.items = {{"open", "三组路灯还没有回话"}, {"device", "打印纸快用完了"}};
  handover.confirms = "0190";
  const auto back = HandoverBodyFromJson(ToJson(handover));
  REQUIRE(back);
  CHECK(back->items == handover.items);
  CHECK(ToJson(*back) == ToJson(handover));
  const std::string swap = ToJson(ASwap());
  CHECK(ToJson(RosterChangeBodyFromJson(swap).value()) == swap);
}

TEST_CASE("a check-in of an unknown verdict or nobody is none") {
  const std::string text = ToJson(ACheckIn());
  const auto parse = [](const std::string& body) { return CheckInBodyFromJson(body); };
  CHECK(ParsesWith(text, "shift", nullptr, parse));
  for (const char* field : {"member", "verdict", "badge", "at_ms", "out", "studio"}) {
    CAPTURE(field);
    CHECK_FALSE(ParsesWith(text, field, nullptr, parse));
  }
  CHECK_FALSE(ParsesWith(text, "verdict", "forged", parse));
  CHECK_FALSE(ParsesWith(text, "badge", "paper", parse));
  CHECK_FALSE(ParsesWith(text, "member", "", parse));
}

TEST_CASE("a roster change needs what its kind needs") {
  const auto parse = [](const std::string& body) { return RosterChangeBodyFromJson(body); };
  const std::string swap = ToJson(ASwap());
  for (const char* field : {"shift", "saw_version", "member", "other", "other_shift"}) {
    CAPTURE(field);
    CHECK_FALSE(ParsesWith(swap, field, nullptr, parse));
  }
  CHECK_FALSE(ParsesWith(swap, "kind", "exchange", parse));
  CHECK(ParsesWith(swap, "kind", "leave", parse));
  CHECK_FALSE(ParsesWith(swap, "kind", "put", parse));  // no date
}
