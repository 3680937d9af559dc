// What a studio's manager says of the year: of what members wrote up, and that it is closed.
#include "../county/county_of_deeds.h"
#include "shared/bodies/review_bodies.h"
#include "shared/feed/counting_entities.h"

namespace county {

using nlohmann::json;
using studio::ReviewBody;
using studio::YearClosingBody;

namespace {

// m01 manages studio 1, of which m05 is a member too (assets/demo/tieli.json).
ReviewBody Confirming(TestCounty& county, std::vector<std::string> deeds,
                      const std::string& by = "m01") {
  return {std::move(deeds), true, {}, by, 1, WithoutSecret(CardOf(county, by))};
}

YearClosingBody Closing(TestCounty& county, int year, const std::string& date) {
  return {year, true, {}, "0011223344556677", date, "m01", 1, WithoutSecret(CardOf(county, "m01"))};
}

template <class Body>
studio::BatchEntry Said(TestTerminal& terminal, const Body& body) {
  const auto kind = std::is_same_v<Body, ReviewBody> ? studio::RecordKind::kReview
                                                     : studio::RecordKind::kYearClosing;
  return terminal.Place(terminal.Make(kind, ToJson(body)));
}

json StudioYearOf(CountyOfDeeds& county, int year) {
  const auto body = county.Open().EntityBody("studio_year", "1/" + std::to_string(year));
  return json::parse(body.value_or("null"));
}

}  // namespace

TEST_CASE("what members wrote up counts once the studio's manager has confirmed it") {
  CountyOfDeeds county;
  TestTerminal terminal(county);
  const auto one = Placed(terminal, Visit(county, "m05")),
             two = Placed(terminal, Visit(county, "m05"));
  terminal.Send({one, two});
  REQUIRE(county.DeedWith(IdOf(one))["waiting"] == true);
  const auto said = Said(terminal, Confirming(county, {IdOf(one), IdOf(two)}));
  terminal.Send({said});
  CHECK(county.Outcome(said) == "confirmed 2");
  const json deed = county.DeedWith(IdOf(one));
  CHECK_FALSE(deed.contains("waiting"));
  CHECK(deed["confirmed_by"] == "m01");
}

TEST_CASE("what was sent back counts nowhere, says why, and may be confirmed after all") {
  CountyOfDeeds county;
  TestTerminal terminal(county);
  const auto visit = Placed(terminal, Visit(county, "m05"));
  terminal.Send({visit});
  const json before = county.Assess(2026);
  ReviewBody back = Confirming(county, {IdOf(visit)});
  back.confirms = false;
  const auto without = Said(terminal, back);
  back.reason = "没写去了谁家";
  const auto sent = Said(terminal, back);
  terminal.Send({without, sent});
  CHECK(county.Outcome(without).starts_with("unread"));
  CHECK(county.Outcome(sent) == "sent back 1");
  CHECK(county.DeedWith(IdOf(visit))["sent_back"] == "没写去了谁家");
  CHECK(county.Told(1).at(IdOf(visit)).sent_back == "没写去了谁家");
  const auto waits = [](const json& year) {
    return year.dump().find("\"waiting\"") != std::string::npos;
  };
  CHECK(waits(before));
  CHECK_FALSE(waits(county.Assess(2026)));
  const auto after_all = Said(terminal, Confirming(county, {IdOf(visit)}));
  terminal.Send({after_all});
  CHECK(county.Outcome(after_all) == "confirmed 1");
  CHECK_FALSE(county.DeedWith(IdOf(visit)).contains("sent_back"));
}

TEST_CASE("nobody confirms their own, another studio's, or what the county has spoken of") {
  CountyOfDeeds county;
  TestTerminal terminal(county);
  const auto own = Placed(terminal, Visit(county, "m01"));
  auto together = Visit(county, "m05");
  together.members.push_back({"m01", "participant"});
  const auto shared = Placed(terminal, together);
  const auto spoken = Placed(terminal, Visit(county, "m05"));
  terminal.Send({own, shared, spoken});
  DeedOrder order;
  order.id = IdOf(spoken);
  order.by = kOffice;
  order.confirm = true;
  REQUIRE(county.Change(order) == "");
  const auto said =
      Said(terminal, Confirming(county, {IdOf(own), IdOf(shared), IdOf(spoken), "x"}));
  const auto no_manager = Said(terminal, Confirming(county, {IdOf(own)}, "m05"));
  ReviewBody elsewhere = Confirming(county, {IdOf(own)});
  elsewhere.studio = 2;
  const auto other = Said(terminal, elsewhere);
  ReviewBody forged = Confirming(county, {IdOf(shared)});
  forged.token = WithoutSecret(CardOf(county, "m05"));
  const auto unproven = Said(terminal, forged);
  terminal.Send({said, no_manager, other, unproven});
  const std::string outcome = county.Outcome(said);
  CHECK(
      outcome.starts_with("confirmed 0; not counted: " + IdOf(own) + ": nobody reviews their own"));
  CHECK(outcome.find(IdOf(shared) + ": nobody reviews their own") != std::string::npos);
  CHECK(outcome.find(IdOf(spoken) + ": the county has spoken") != std::string::npos);
  CHECK(outcome.find("x: no deed of that studio") != std::string::npos);
  CHECK(county.Outcome(no_manager) == "not counted: no manager there");
  CHECK(county.Outcome(other) == "not counted: another studio");
  CHECK(county.Outcome(unproven).starts_with("not counted: unproven"));
  CHECK(county.DeedWith(IdOf(own))["waiting"] == true);
}

TEST_CASE("a studio closes its year from December on, and opens it again with a reason") {
  CountyOfDeeds county;
  TestTerminal terminal(county);
  const auto visit = Placed(terminal, Visit(county, "m05"));
  terminal.Send({visit});
  const auto early = Said(terminal, Closing(county, 2026, "2026-11-30"));
  const auto closes = Said(terminal, Closing(county, 2026, "2026-12-20"));
  const auto again = Said(terminal, Closing(county, 2026, "2026-12-21"));
  const auto too_late = Said(terminal, Confirming(county, {IdOf(visit)}));
  terminal.Send({early, closes, again, too_late});
  CHECK(county.Outcome(early) == "not counted: that year is not nearly over");
  CHECK(county.Outcome(closes) == "closed");
  CHECK(county.Outcome(again) == "not counted: it is so already");
  CHECK(county.Outcome(too_late).find("the studio has closed that year") != std::string::npos);
  json year = StudioYearOf(county, 2026);
  CHECK(year["closed"] == true);
  CHECK(year["digest"] == "0011223344556677");

  YearClosingBody opens = Closing(county, 2026, "2026-12-22");
  opens.closes = false;
  const auto without = Said(terminal, opens);
  opens.why = "补记一次走访";
  const auto opened = Said(terminal, opens);
  const auto now = Said(terminal, Confirming(county, {IdOf(visit)}));
  terminal.Send({without, opened, now});
  CHECK(county.Outcome(without).starts_with("unread"));
  CHECK(county.Outcome(opened) == "opened again");
  CHECK(county.Outcome(now) == "confirmed 1");
  year = StudioYearOf(county, 2026);
  CHECK(year["closed"] == false);
  CHECK(year["why"] == "补记一次走访");
}

TEST_CASE("who closes the county's year hears what is open, and may open it again with a reason") {
  CountyOfDeeds county;
  TestTerminal terminal(county);
  terminal.Send({Placed(terminal, Visit(county, "m05"))});
  const auto before = [&] {
    std::vector<std::string> lines;
    county.AtDesk([&](DeedDesk& desk) {
      lines = desk.BeforeClosing(2026);
      return studio::Result<void>();
    });
    return lines;
  };
  REQUIRE(before().size() == 2);
  CHECK(before()[0].find("示例乡委员工作室") != std::string::npos);
  CHECK(before()[1] == "还有 1 件没有审核，都不计分。");
  terminal.Send({Said(terminal, Closing(county, 2026, "2026-12-20"))});
  CHECK(before()[0].find("示例乡委员工作室") == std::string::npos);

  const auto reopen = [&](const std::string& why) {
    return county.AtDesk([&](DeedDesk& desk) { return desk.Reopen(2026, kOffice, why); });
  };
  CHECK(reopen("算错了") == "2026 年没有结过账。");
  county.AdvanceHours(24 * 50);
  REQUIRE(county.CloseYear(2026) == "");
  CHECK(reopen("") == "要写明是谁、为什么重新打开（--by、--why）。");
  REQUIRE(reopen("算错了") == "");
  CHECK(county.Assess(2026)["closed"] == false);
  CHECK_FALSE(county.Open().EntityBody("closed_year", "1/2026"));
  DeedFilter said;
  said.history = "year/2026";
  CHECK(county.Deeds(said)["entries"][0]["why"] == "算错了");
  CHECK(county.CloseYear(2026) == "");
}

}  // namespace county
