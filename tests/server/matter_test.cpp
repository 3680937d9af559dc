// Matters that several have met, and the public notice of a month.
#include "county/test_cases.h"
#include "server/clerk/tally.h"
#include "shared/feed/public_entities.h"

namespace county {

using studio::CaseOutcome;
using studio::CaseStep;

namespace {

std::string MatterOf(TestCounty& county, const FiledCase& lead,
                     const std::string& summary = "村口路灯不亮") {
  Ledger ledger = county.Open();
  const auto id = OpenMatter(ledger, lead.RecordId(), summary, county.now_ms());
  REQUIRE_MESSAGE(id, (id ? "" : id.error().detail));
  return *id;
}

std::optional<studio::Matter> Known(const TestCounty& county, const std::string& id) {
  const auto body = county.Open().EntityBody("matter", id);
  if (!body) return std::nullopt;
  return studio::MatterFromJson(*body, id).value();
}

studio::Tally TallyOf(TestCounty& county, const std::string& month, StudioId studio) {
  Ledger ledger = county.Open();
  REQUIRE(PublishTallies(ledger, month, county.now_ms()));
  const auto body = ledger.EntityBody("tally", month + "/" + std::to_string(studio));
  REQUIRE(body);
  return studio::TallyFromJson(*body).value();
}

}  // namespace

TEST_CASE("whoever joins a matter adds a voice, follows its lead and has a slip of their own") {
  TestCounty county;
  TestTerminal terminal(county), elsewhere(county, 2);
  const FiledCase lead = FileRequest(terminal);
  const std::string id = MatterOf(county, lead);
  REQUIRE(Known(county, id));
  CHECK(Known(county, id)->village == "yushugou");
  CHECK(Known(county, id)->category == "lighting");
  CHECK(Known(county, id)->since == "2026-11-18");
  CHECK(Known(county, id)->voices == 1);
  CHECK(Known(county, id)->open);

  const FiledCase early = FileRequest(elsewhere, id, "");
  CHECK(OutcomeOf(county, early.record.header.id) == "joined");
  CHECK(Known(county, id)->voices == 2);
  elsewhere.Send({elsewhere.Place(early.record)});  // the same record again
  CHECK(Known(county, id)->voices == 2);

  CHECK(Move(county, lead, {CaseStep::kReferred, "示例镇电管站"}).empty());
  CHECK(Published(county, early).unit == "示例镇电管站");
  const FiledCase late = FileRequest(terminal, id, "");
  CHECK(Published(county, late).unit == "示例镇电管站");
  CHECK(Known(county, id)->voices == 3);

  CHECK(Reply(county, lead, "灯已修好。").empty());
  for (const FiledCase* joined : {&early, &late}) {
    const auto answer = Published(county, *joined);
    CHECK(answer.reply == "灯已修好。");
    CHECK(answer.round == 1);
    CHECK(answer.token != Published(county, lead).token);
    CHECK(Send(county, terminal, RatingOf(*joined, answer, studio::Satisfaction::kSatisfied)) ==
          "rated");
  }
  CHECK_FALSE(Known(county, id)->open);
  const FiledCase too_late = FileRequest(terminal, id, "还是不亮");
  CHECK(OutcomeOf(county, too_late.record.header.id) == "not joined: no such open matter");
  CHECK(Ask(county, too_late.Digits()).status);
  CHECK(Known(county, id)->voices == 3);
}

TEST_CASE("who joins a matter that is being answered learns what its lead was told") {
  TestCounty county;
  TestTerminal terminal(county);
  const FiledCase lead = FileRequest(terminal);
  const std::string id = MatterOf(county, lead);
  CHECK(Reply(county, lead, "明年安排。", CaseOutcome::kPlanned).empty());
  CHECK(Known(county, id)->open);
  const auto answer = Published(county, FileRequest(terminal, id, ""));
  CHECK(answer.reply == "明年安排。");
  CHECK(answer.outcome == CaseOutcome::kPlanned);
  CHECK(answer.may_return);
}

TEST_CASE("a voice is taken back with its record; a lead that is withdrawn hands over or goes") {
  TestCounty county;
  TestTerminal terminal(county);
  const FiledCase lead = FileRequest(terminal);
  const std::string id = MatterOf(county, lead);
  const FiledCase second = FileRequest(terminal, id, ""), third = FileRequest(terminal, id, "");
  const auto withdraw = [&](const FiledCase& filed) {
    terminal.Send({terminal.Place(terminal.MakeWithdrawal(filed.record.header.id))});
  };
  withdraw(third);
  CHECK(Known(county, id)->voices == 2);
  withdraw(lead);
  CHECK(Known(county, id)->voices == 1);
  CHECK(county.Open().LeadOf(id) == second.Digits());
  CHECK(Move(county, second, {CaseStep::kReferred, "站"}).empty());
  withdraw(second);
  CHECK_FALSE(Known(county, id));
  CHECK(OutcomeOf(county, FileRequest(terminal, id).record.header.id) ==
        "not joined: no such open matter");
}

TEST_CASE("a matter is closed and opened again by hand; one published by file takes voices too") {
  TestCounty county;
  TestTerminal terminal(county);
  const FiledCase lead = FileRequest(terminal);
  const std::string id = MatterOf(county, lead);
  FileRequest(terminal, id, "");
  {
    Ledger ledger = county.Open();
    CHECK(CloseMatter(ledger, lead.Digits(), county.now_ms()));
    CHECK(CloseMatter(ledger, FileRequest(terminal).Digits(), county.now_ms()).error().detail ==
          "the request leads no matter");
    CHECK(OpenMatter(ledger, lead.Digits(), "", county.now_ms()).error().detail ==
          "a matter needs a summary");
    ledger.PutEntity("matter", "by-hand",
                     R"({"village":"a","category":"b","summary":"c","voices":4})", 0);
  }
  CHECK_FALSE(Known(county, id)->open);
  CHECK(MatterOf(county, lead, "村里路灯不亮") == id);
  CHECK(Known(county, id)->open);
  CHECK(Known(county, id)->voices == 2);
  CHECK(Known(county, id)->summary == "村里路灯不亮");
  CHECK(OutcomeOf(county, FileRequest(terminal, "by-hand", "").record.header.id) == "joined");
  CHECK(Known(county, "by-hand")->voices == 5);
}

TEST_CASE("a month's notice counts what was received then, as it stands now, for each studio") {
  TestCounty county;  // 2026-11-18
  TestTerminal first(county, 1), second(county, 2);
  const FiledCase solved = FileRequest(first), planned = FileRequest(first),
                  returned = FileRequest(first), withdrawn = FileRequest(first);
  FileRequest(first);
  CHECK(Reply(county, solved, "好了").empty());
  CHECK(Reply(county, planned, "明年", CaseOutcome::kPlanned).empty());
  CHECK(Reply(county, returned, "好了").empty());
  CHECK(Send(county, first,
             RatingOf(returned, Published(county, returned), studio::Satisfaction::kDissatisfied,
                      true)) == "returned");
  first.Send({first.Place(first.MakeWithdrawal(withdrawn.record.header.id))});
  county.AdvanceHours(24LL * 14);
  FileRequest(second);  // in December

  const auto before = county.Open().FeedVersion();
  const studio::Tally november = TallyOf(county, "2026-11", 1);
  CHECK(november.month == "2026-11");
  CHECK(november.studio == 1);
  CHECK(november.received == 4);
  CHECK(november.answered == 2);
  CHECK(november.solved == 1);
  CHECK(november.open == 2);
  CHECK(november.at_ms == county.now_ms());
  CHECK(TallyOf(county, "2026-11", 2).received == 0);
  CHECK(TallyOf(county, "2026-12", 2).received == 1);
  CHECK(TallyOf(county, "2026-12", 2).open == 1);
  for (const auto& change : county.Open().ChangesAfter(before, 2, 100).changes) {
    CHECK(change.id.substr(change.id.find('/')) == "/2");
  }
  Ledger ledger = county.Open();
  for (const char* month : {"", "2026-13", "november", "2026-11-01"}) {
    CHECK_FALSE(PublishTallies(ledger, month, 1));
  }
}

}  // namespace county
