// Who else took part in what a member wrote up: their own word, and the same visit written twice.
#include "../county/county_of_deeds.h"
#include "shared/bodies/coauthor_body.h"

namespace county {

using nlohmann::json;
using studio::CoauthorBody;

namespace {

studio::ActivityBody Together(TestCounty& county, const std::string& by, const std::string& with,
                              const std::string& place = "示例村") {
  auto body = Visit(county, by);
  body.place = place;
  body.members.push_back({with, "participant"});
  return body;
}

studio::BatchEntry Word(TestCounty& county, TestTerminal& terminal, const std::string& deed,
                        const std::string& member, bool agrees) {
  const CoauthorBody body{deed, member, agrees, 1, WithoutSecret(CardOf(county, member))};
  return terminal.Place(terminal.Make(studio::RecordKind::kCoauthor, ToJson(body)));
}

json MemberOf(const json& deed, const std::string& id) {
  for (const json& one : deed["members"])
    if (one["id"] == id) return one;
  return nullptr;
}

}  // namespace

TEST_CASE("who is named in what another wrote counts there by their own word") {
  CountyOfDeeds county;
  TestTerminal terminal(county);
  const auto visit = Placed(terminal, Together(county, "m01", "m02"));
  terminal.Send({visit});
  json deed = county.DeedWith(IdOf(visit));
  CHECK(deed["place"] == "示例村");
  CHECK_FALSE(MemberOf(deed, "m01").contains("confirmed"));
  CHECK(MemberOf(deed, "m02")["confirmed"] == false);
  const auto yes = Word(county, terminal, IdOf(visit), "m02", true);
  terminal.Send({yes});
  CHECK(county.Outcome(yes) == "agreed");
  deed = county.DeedWith(IdOf(visit));
  CHECK_FALSE(MemberOf(deed, "m02").contains("confirmed"));
  CHECK(deed["waiting"] == true);
  // They think better of it.
  const auto no = Word(county, terminal, IdOf(visit), "m02", false);
  terminal.Send({no});
  CHECK(county.Outcome(no) == "declined");
  CHECK(MemberOf(county.DeedWith(IdOf(visit)), "m02").is_null());
}

TEST_CASE("nobody's word counts for somebody else, or against the county's") {
  CountyOfDeeds county;
  TestTerminal terminal(county);
  const auto visit = Placed(terminal, Together(county, "m01", "m02"));
  terminal.Send({visit});
  const auto unknown = Word(county, terminal, "nothing", "m02", true);
  const auto stranger = Word(county, terminal, IdOf(visit), "m03", true);
  const auto writer = Word(county, terminal, IdOf(visit), "m01", false);
  CoauthorBody forged{IdOf(visit), "m02", true, 1, WithoutSecret(CardOf(county, "m01"))};
  const auto others = terminal.Place(terminal.Make(studio::RecordKind::kCoauthor, ToJson(forged)));
  const auto unread = terminal.Place(terminal.Make(studio::RecordKind::kCoauthor, "{}"));
  terminal.Send({unknown, stranger, writer, others, unread});
  CHECK(county.Outcome(unknown) == "not counted: no part in that deed");
  CHECK(county.Outcome(stranger) == "not counted: no part in that deed");
  CHECK(county.Outcome(writer) == "not counted: nobody else wrote it down");
  CHECK(county.Outcome(others).starts_with("not counted: unproven"));
  CHECK(county.Outcome(unread).starts_with("unread"));
  CHECK(MemberOf(county.DeedWith(IdOf(visit)), "m02")["confirmed"] == false);

  DeedOrder confirmed;
  confirmed.id = IdOf(visit);
  confirmed.confirm = true;
  confirmed.by = kOffice;
  REQUIRE(county.Change(confirmed) == "");
  CHECK_FALSE(MemberOf(county.DeedWith(IdOf(visit)), "m02").contains("confirmed"));
  const auto late = Word(county, terminal, IdOf(visit), "m02", false);
  terminal.Send({late});
  CHECK(county.Outcome(late) == "not counted: the county has spoken");
  CHECK_FALSE(MemberOf(county.DeedWith(IdOf(visit)), "m02").is_null());
}

TEST_CASE("the same visit written up by both at two terminals is one, and both are in it") {
  CountyOfDeeds county;
  TestTerminal first(county), second(county);
  const auto mine = Placed(first, Together(county, "m01", "m02"));
  const auto again = Placed(first, Together(county, "m01", "m02"));
  first.Send({mine, again});
  const auto theirs = Placed(second, Together(county, "m02", "m01"));
  second.Send({theirs});
  CHECK(county.DeedWith(IdOf(theirs)).is_null());
  const std::string joined = county.Outcome(theirs).substr(std::string("the same as ").size());
  CHECK((joined == IdOf(mine) || joined == IdOf(again)));
  const json deed = county.DeedWith(joined);
  CHECK_FALSE(MemberOf(deed, "m02").contains("confirmed"));
  CHECK(deed["marks"] == json{"written_twice"});
  // There were two of them: each is written once by either.
  const auto both = Placed(second, Together(county, "m02", "m01"));
  second.Send({both});
  CHECK(county.Outcome(both).starts_with("the same as "));
  CHECK(county.Outcome(both) != county.Outcome(theirs));
  const auto third = Placed(second, Together(county, "m02", "m01"));
  second.Send({third});
  CHECK(county.Outcome(third) == "waits");
}

TEST_CASE("visits of another place, day or company are not the same") {
  CountyOfDeeds county;
  TestTerminal terminal(county);
  const auto mine = Placed(terminal, Together(county, "m01", "m02"));
  terminal.Send({mine});
  auto elsewhere = Together(county, "m02", "m01", "演示村");
  auto day = Together(county, "m02", "m01");
  day.date = "2026-11-16";
  auto others = Together(county, "m02", "m03");
  auto stranger = Together(county, "m03", "m01");
  for (const auto& body : {elsewhere, day, others, stranger}) {
    const auto entry = Placed(terminal, body);
    terminal.Send({entry});
    CHECK(county.Outcome(entry) == "waits");
  }
  CHECK(MemberOf(county.DeedWith(IdOf(mine)), "m02")["confirmed"] == false);
}

}  // namespace county
