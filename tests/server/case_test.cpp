// The course of a request at the county, as the clerk moves it and the slip's holder reads it.
#include "county/test_attachment.h"
#include "county/test_cases.h"
#include "county/test_duty.h"
#include "server/books/attachment_opening.h"
#include "shared/bodies/request_body.h"

namespace county {

using studio::CaseAnswer;
using studio::CaseOutcome;
using studio::CaseStep;
using studio::Satisfaction;

namespace {

std::vector<CaseStep> StepsOf(const CaseAnswer& answer) {
  std::vector<CaseStep> steps;
  for (const auto& event : answer.course) steps.push_back(event.step);
  return steps;
}

nlohmann::json Requests(const TestCounty& county, const RequestFilter& filter = {}) {
  return nlohmann::json::parse(RequestsJson(county.Open(), county.keys(), filter));
}

constexpr auto kDissatisfied = Satisfaction::kDissatisfied;

}  // namespace

TEST_CASE("from filed to returned to solved to rated: slip, feed and clerk tell the same story") {
  TestCounty county;
  TestTerminal terminal(county);
  const FiledCase filed = FileRequest(terminal);
  CHECK_FALSE(StatusOf(county, filed));  // that it was received, the ack tells
  CHECK(Move(county, filed, {CaseStep::kReferred, "示例镇电管站"}).empty());
  county.AdvanceHours(20);
  CHECK(Reply(county, filed, "灯已修好。").empty());

  const CaseAnswer first = Published(county, filed);
  CHECK(first.category == "路灯照明");
  CHECK(first.unit == "示例镇电管站");
  CHECK(first.reply == "灯已修好。");
  CHECK(first.outcome == CaseOutcome::kSolved);
  CHECK(first.round == 1);
  CHECK(first.may_return);
  CHECK(StatusOf(county, filed)->step == CaseStep::kAnswered);
  CHECK(StatusOf(county, filed)->at_ms == county.now_ms());

  CHECK(Send(county, terminal, RatingOf(filed, first, kDissatisfied, true)) == "returned");
  const CaseAnswer returned = Published(county, filed);
  CHECK(returned.unit == "示例镇电管站");
  CHECK(returned.outcome == CaseOutcome::kNone);
  CHECK_FALSE(returned.may_return);
  CHECK(returned.token == studio::ByteArray<16>{});
  CHECK(Requests(county, {0, true}).size() == 1);

  CHECK(Reply(county, filed, "换了整盏灯。").empty());
  const CaseAnswer second = Published(county, filed);
  CHECK(second.round == 2);
  CHECK_FALSE(second.may_return);
  CHECK(second.token != first.token);
  CHECK(Send(county, terminal, RatingOf(filed, second, Satisfaction::kSatisfied)) == "rated");
  CHECK(StepsOf(Published(county, filed)) == std::vector{CaseStep::kReceived, CaseStep::kReferred,
                                                         CaseStep::kAnswered, CaseStep::kReturned,
                                                         CaseStep::kAnswered, CaseStep::kRated});

  CHECK(Requests(county, {0, true}).empty());
  const auto listed = Requests(county, {1, false});
  REQUIRE(listed.size() == 1);
  CHECK(listed[0]["number"] == filed.Digits());
  CHECK(listed[0]["record"] == filed.RecordId());
  CHECK(listed[0]["step"] == "rated");
  CHECK(listed[0]["state"] == "closed");
  CHECK(listed[0]["outcome"] == "solved");
  CHECK(listed[0]["words"] == "村口路灯不亮");
  CHECK(listed[0]["rating"] == "satisfied");
  REQUIRE(listed[0]["ratings"].size() == 2);
  CHECK(listed[0]["ratings"][0]["send_back"] == true);
  CHECK(listed[0]["ratings"][0]["reasons"] == nlohmann::json{"not_done"});
  CHECK(listed[0]["course"].size() == 6);
  CHECK(Requests(county, {2, false}).empty());
}

TEST_CASE("only the slip's key opens what is published, and only as this number's") {
  TestCounty county;
  TestTerminal terminal(county);
  const FiledCase mine = FileRequest(terminal), other = FileRequest(terminal);
  CHECK(Reply(county, mine, "已办").empty());
  CHECK(Reply(county, other, "已办").empty());
  const studio::Bytes sealed = StatusOf(county, mine)->sealed;
  CHECK(studio::OpenAnswer(mine.number, sealed, mine.key));
  CHECK(studio::OpenAnswer(mine.number, sealed, other.key).error().kind ==
        studio::ErrorKind::kNotForUs);
  CHECK(studio::OpenAnswer(other.number, sealed, mine.key).error().kind ==
        studio::ErrorKind::kForged);
  // Neither word nor category is in what the studio's terminals are told.
  const std::string body = county.Open().EntityBody("status", mine.Digits()).value();
  CHECK(body.find("已办") == std::string::npos);
  CHECK(body.find("lighting") == std::string::npos);
}

TEST_CASE("a status goes to its own studio; a number asked live is answered anywhere") {
  TestCounty county;
  TestTerminal terminal(county, 1);
  const FiledCase filed = FileRequest(terminal);
  const auto live = Ask(county, filed.Digits());
  CHECK(live.number == filed.Digits());
  CHECK(live.county_time_ms == county.now_ms());
  REQUIRE(live.status);
  CHECK(live.status->step == CaseStep::kReceived);
  CHECK(StepsOf(Opened(filed, live.status)) == std::vector{CaseStep::kReceived});
  CHECK_FALSE(StatusOf(county, filed));

  const auto before = county.Open().FeedVersion();
  CHECK(Move(county, filed, {CaseStep::kReceived, "示例市政协"}).empty());
  CHECK(county.Open().ChangesAfter(before, 1, 10).changes.size() == 1);
  CHECK(county.Open().ChangesAfter(before, 2, 10).changes.empty());
  CHECK(Opened(filed, Ask(county, filed.Digits()).status) == Published(county, filed));

  const auto unknown = studio::ReceiptNumber::Make(terminal.number(), 12345);
  CHECK_FALSE(Ask(county, unknown.digits()).status);
  for (const std::string malformed : {"", "1", "999999999", "001 12345 6", "../ledger"}) {
    CAPTURE(malformed);
    const auto refused = county.office().Status(malformed);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().status == 400);
  }
}

TEST_CASE(
    "a rating counts once, with the token and of the newest reply; others are kept and say why") {
  TestCounty county;
  TestTerminal terminal(county);
  const FiledCase filed = FileRequest(terminal);
  CHECK(Reply(county, filed, "已办").empty());
  const CaseAnswer answer = Published(county, filed);
  const auto good = RatingOf(filed, answer, Satisfaction::kMostly);

  auto wrong_token = good;
  wrong_token.token[3] ^= 1;
  CHECK(Send(county, terminal, wrong_token) == "not counted: not the token of this reply");
  auto no_token = good;
  no_token.token = {};
  CHECK(Send(county, terminal, no_token) == "not counted: not the token of this reply");
  auto wrong_round = good;
  wrong_round.round = 2;
  CHECK(Send(county, terminal, wrong_round) == "not counted: not the newest reply");
  auto unknown = good;
  unknown.receipt = studio::ReceiptNumber::Make(terminal.number(), 1).digits();
  CHECK(Send(county, terminal, unknown) == "not counted: no case has this number");
  const auto garbage = terminal.Make(studio::RecordKind::kRating, R"({"receipt":5})");
  terminal.Send({terminal.Place(garbage)});
  CHECK(OutcomeOf(county, garbage.header.id).substr(0, 8) == "unread: ");
  CHECK(StepsOf(Published(county, filed)).back() == CaseStep::kAnswered);

  CHECK(Send(county, terminal, good) == "rated");
  CHECK(Send(county, terminal, good) == "not counted: this reply was rated before");
  CHECK(StepsOf(Published(county, filed)).size() == 3);
  CHECK(county.Open().Ratings(filed.Digits()).size() == 1);
}

TEST_CASE("a matter is sent back once") {
  TestCounty county;
  TestTerminal terminal(county), elsewhere(county, 2);
  const FiledCase filed = FileRequest(terminal);
  CHECK(Reply(county, filed, "已办").empty());
  // Whoever holds the slip may rate at any terminal.
  CHECK(Send(county, elsewhere, RatingOf(filed, Published(county, filed), kDissatisfied, true)) ==
        "returned");
  CHECK(Reply(county, filed, "又办").empty());
  const CaseAnswer again = Published(county, filed);
  CHECK(Send(county, terminal, RatingOf(filed, again, kDissatisfied, true)) ==
        "not counted: sent back once before");
  CHECK(StepsOf(Published(county, filed)).back() == CaseStep::kAnswered);
  CHECK(Send(county, terminal, RatingOf(filed, again, kDissatisfied)) == "rated");
}

TEST_CASE(
    "what somebody said to a microphone about how it was handled is opened like a request's") {
  TestCounty county;
  TestTerminal terminal(county);
  const FiledCase filed = FileRequest(terminal);
  CHECK(Reply(county, filed, "已办").empty());
  const TestAttachment voice = SealedAttachment(3000, "audio/ogg");
  auto rating = RatingOf(filed, Published(county, filed), kDissatisfied);
  rating.attachments = {voice.ref};
  const auto record = terminal.Make(studio::RecordKind::kRating, ToJson(rating), {voice.digest()});
  terminal.Send({terminal.Place(record)});
  UploadWhole(county, terminal, voice);
  const TestFolder folder;
  const auto opened =
      OpenAttachments(county.Open(), county.keys(), record.header.id, folder.path() / "out");
  REQUIRE(opened);
  REQUIRE(opened->size() == 1);
  CHECK(opened->at(0).good);
  CHECK(county.LedgerListing()[1]["attachments"][0]["type"] == "audio/ogg");
}

TEST_CASE("the clerk is told in a sentence what cannot be done, and nothing is changed") {
  TestCounty county;
  TestTerminal terminal(county);
  const FiledCase filed = FileRequest(terminal);
  CHECK(Move(county, filed, {CaseStep::kReferred}) == "it is not said to whom it is referred");
  CHECK(Move(county, filed, {CaseStep::kGranted}) ==
        "a request that is received cannot become granted");
  CHECK(Move(county, filed, {CaseStep::kRated}) ==
        "a request that is received cannot become rated");
  CHECK(Move(county, filed, {CaseStep::kReferred, "站", {}, CaseOutcome::kSolved}) ==
        "only what is answered has an outcome");
  CHECK(Reply(county, filed, "\xff").find("not UTF-8") != std::string::npos);
  std::string longest;
  for (std::size_t i = 0; i < studio::kMaxReply; ++i) longest += "字";
  CHECK(Reply(county, filed, longest + "多").find("at most 2000") != std::string::npos);
  CHECK_FALSE(StatusOf(county, filed));
  CHECK(Reply(county, filed, longest).empty());
  CHECK(Move(county, filed, {CaseStep::kReceived}) ==
        "a request that is answered cannot become received");
  CHECK(Move(county, filed, {CaseStep::kReferred, "站"}) ==
        "a request that is answered cannot become referred");

  Ledger ledger = county.Open();
  const auto why = [&](const std::string& named) {
    return MoveCase(ledger, county.keys(), named, {CaseStep::kReceived}, 1).error().detail;
  };
  CHECK(why(studio::Uuid::Random().ToString()).substr(0, 31) == "no case was opened by the recor");
  CHECK(why("hello") == "neither a record's id nor a receipt number: hello");
  CHECK(MoveCase(ledger, county.keys(), filed.RecordId(), {CaseStep::kAnswered}, county.now_ms()));
}

TEST_CASE(
    "another outcome of the same reply is no new round; the oldest of many replies give way") {
  TestCounty county;
  TestTerminal terminal(county);
  const FiledCase filed = FileRequest(terminal);
  CHECK(Reply(county, filed, "在办", CaseOutcome::kSolving).empty());
  const CaseAnswer solving = Published(county, filed);
  CHECK(Move(county, filed, {CaseStep::kAnswered, {}, {}, CaseOutcome::kSolved}).empty());
  const CaseAnswer solved = Published(county, filed);
  CHECK(solved.outcome == CaseOutcome::kSolved);
  CHECK(solved.round == 1);
  CHECK(solved.token == solving.token);
  CHECK(solved.reply == "在办");

  std::string longest;
  for (std::size_t i = 0; i < studio::kMaxReply; ++i) longest += "字";
  for (int i = 0; i < 15; ++i) CHECK(Reply(county, filed, longest).empty());
  const CaseAnswer many = Published(county, filed);
  CHECK(many.round == 16);
  CHECK(many.reply == longest);
  CHECK(many.course.size() == 17);
  CHECK(many.course[1].text.empty());
  CHECK(many.course.back().text == longest);
}

TEST_CASE("a record whose receipt cannot be a case's is kept and flagged") {
  TestCounty county;
  TestTerminal terminal(county), other(county);
  const FiledCase filed = FileRequest(terminal);
  const auto outcome = [&](TestTerminal& from, const studio::RequestBody& body) {
    const auto record = from.Make(studio::RecordKind::kRequest, ToJson(body));
    CHECK(from.Send({from.Place(record)}).answers[0].status == studio::RecordStatus::kStored);
    return OutcomeOf(county, record.header.id);
  };
  studio::RequestBody body;
  body.receipt = filed.Digits();
  body.reading_key = studio::ToBase64Url(filed.key.Public().bytes);
  CHECK(outcome(terminal, body) == "no case: another record has this number");
  CHECK(outcome(other, body) == "no case: another terminal's number");
  body.receipt = "12";
  CHECK(outcome(terminal, body) == "no case: not a receipt number");
  body.receipt = studio::ReceiptNumber::Random(terminal.number()).digits();
  body.reading_key = "short";
  CHECK(outcome(terminal, body) == "no case: not a reading key");
  body.reading_key = studio::ToBase64Url(studio::ByteArray<32>{});
  CHECK(outcome(terminal, body) == "no case: not a reading key");
  body.receipt.clear();
  body.guided_to = "12345";
  CHECK(outcome(terminal, body).empty());
  CHECK(county.Open().Cases().size() == 1);
}

TEST_CASE("a withdrawal leaves nothing of a case: not the answer, not what was said of it") {
  TestCounty county;
  TestTerminal terminal(county), other(county);
  const FiledCase filed = FileRequest(terminal);
  CHECK(Reply(county, filed, "已办").empty());
  const CaseAnswer answer = Published(county, filed);
  CHECK(Send(county, terminal, RatingOf(filed, answer, Satisfaction::kSatisfied)) == "rated");
  // Another terminal cannot.
  other.Send({other.Place(other.MakeWithdrawal(filed.record.header.id))});
  CHECK(StatusOf(county, filed));
  terminal.Send({terminal.Place(terminal.MakeWithdrawal(filed.record.header.id))});
  CHECK_FALSE(StatusOf(county, filed));
  CHECK_FALSE(Ask(county, filed.Digits()).status);
  const CaseFile file = county.Open().FindCase(filed.Digits()).value();
  CHECK(file.withdrawn);
  CHECK_FALSE(file.state);
  CHECK(file.category.empty());
  CHECK(file.village.empty());
  const auto listed = Requests(county);
  CHECK(listed[0]["state"] == "withdrawn");
  CHECK(listed[0]["words"].is_null());
  CHECK(listed[0]["rating"].is_null());
  CHECK(Reply(county, filed, "再答").find("was withdrawn") != std::string::npos);
  CHECK(Send(county, terminal, RatingOf(filed, answer, Satisfaction::kSatisfied)) ==
        "not counted: the request was withdrawn");
}

TEST_CASE("what is written about a case is nowhere in the ledger's file in the clear") {
  TestCounty county;
  TestTerminal terminal(county);
  const FiledCase filed = FileRequest(terminal);
  CHECK(Move(county, filed, {CaseStep::kReferred, "planted-unit"}).empty());
  CHECK(Reply(county, filed, "planted-reply").empty());
  county.Close();
  const std::string bytes = county.LedgerBytes();
  CHECK(bytes.find("planted") == std::string::npos);
  CHECK(bytes.find(filed.Digits()) != std::string::npos);  // the control
}

TEST_CASE("what was closed for longer than the county keeps it is published and kept no more") {
  TestCounty county;
  TestTerminal terminal(county);
  const FiledCase closed = FileRequest(terminal), open = FileRequest(terminal),
                  returned = FileRequest(terminal);
  CHECK(Reply(county, closed, "已办").empty());
  CHECK(Move(county, open, {CaseStep::kReferred, "站"}).empty());
  CHECK(Reply(county, returned, "已办").empty());
  CHECK(Send(county, terminal,
             RatingOf(returned, Published(county, returned), kDissatisfied, true)) == "returned");
  county.AdvanceHours(24LL * 364);
  terminal.Send({});
  CHECK(StatusOf(county, closed));
  county.AdvanceHours(24LL * 2);
  terminal.Send({});
  CHECK_FALSE(StatusOf(county, closed));
  CHECK_FALSE(Ask(county, closed.Digits()).status);
  CHECK_FALSE(county.Open().FindCase(closed.Digits())->state);
  const auto words_of = [&](const FiledCase& filed) {
    return RequestOf(county.Open(), county.keys(), filed.record.header.id);
  };
  CHECK_FALSE(words_of(closed));
  CHECK(words_of(open));
  CHECK(words_of(returned));
  for (const auto& listed : Requests(county)) {
    CHECK((listed["state"] == "kept_long_enough") == (listed["number"] == closed.Digits()));
  }
  CHECK(Reply(county, closed, "再答").find("nothing of it is kept") != std::string::npos);
  CHECK(StatusOf(county, open));
  CHECK(StatusOf(county, returned));
}

TEST_CASE("a request from before there were cases becomes one when the clerk names its record" *
          OnSqliteAlone()) {
  TestCounty county;
  TestTerminal terminal(county, 2);
  const FiledCase filed = FileRequest(terminal);
  const auto withdrawal = terminal.MakeWithdrawal(filed.record.header.id);
  county.Close();
  MakeEarlier(
      county, 5,
      "DROP TABLE boots; DROP TABLE unsure; DROP TABLE guesses; DROP TABLE sure_lines; DROP "
      "INDEX records_by_place; DROP TABLE cases; "
      "DROP TABLE deeds; DROP TABLE deed_entries; DROP TABLE closed_years; "
      "DROP TABLE ratings; DROP TABLE matters; DROP TABLE replies; DROP TABLE alike; DROP TABLE "
      "proposals; DROP TABLE proposal_words");
  county.Reopen();
  CHECK_FALSE(Ask(county, filed.Digits()).status);
  const auto refer = [&](const std::string& named) {
    Ledger ledger = county.Open();
    const auto done =
        MoveCase(ledger, county.keys(), named, {CaseStep::kReferred, "站"}, county.now_ms());
    return done ? std::string() : done.error().detail;
  };
  CHECK(refer(filed.Digits()) == "no case has the number " + filed.number.Grouped());
  CHECK(refer(filed.RecordId()).empty());
  CHECK(Published(county, filed).unit == "站");
  CHECK(county.Open().FindCase(filed.Digits())->studio == 2);
  terminal.Send({terminal.Place(withdrawal)});
  CHECK(refer(filed.RecordId()) == filed.Digits() + " was withdrawn");
  CHECK(refer(withdrawal.header.id.ToString()).substr(0, 7) == "no case");
}

TEST_CASE(
    "what a member answered at the desk is a step of its own on the slip, and moves nothing") {
  TestCounty county;
  TestTerminal terminal(county), other(county);
  const FiledCase filed = FileRequest(terminal);
  studio::MemberReplyBody reply;
  reply.receipt = filed.Digits();
  reply.request = filed.record.header.id;
  reply.way = studio::ReplyWay::kVillage;
  reply.words = "请村委明天去看";
  reply.due = "2026-11-20";
  reply.call_back = true;
  reply.studio = 1;
  reply.member = "m01";
  reply.member_name = "示例甲";
  reply.token = WithoutSecret(CardOf(county, "m01"));
  reply.at_ms = county.now_ms() + studio::kDayMs;
  const auto send = [&](TestTerminal& from, const studio::MemberReplyBody& body) {
    const auto record = from.Make(studio::RecordKind::kMemberReply, ToJson(body));
    const auto ack = from.Send({from.Place(record)});
    CHECK(ack.answers[0].status == studio::RecordStatus::kStored);
    return OutcomeOf(county, record.header.id);
  };
  CHECK(send(terminal, reply) == "replied");
  const CaseAnswer told = Published(county, filed);
  CHECK(StepsOf(told) == std::vector{CaseStep::kReceived, CaseStep::kReplied});
  CHECK(told.course[1].text == reply.words);
  CHECK(told.course[1].at_ms == county.now_ms());
  CHECK(told.course[1].said->way == studio::ReplyWay::kVillage);
  CHECK(told.course[1].said->member == "示例甲");
  CHECK(told.course[1].said->due == "2026-11-20");
  CHECK(StatusOf(county, filed)->step == CaseStep::kReceived);
  CHECK(county.Open().EntityBody("status", filed.Digits())->find("村委") == std::string::npos);
  const auto listed = Requests(county, {0, true});
  REQUIRE(listed.size() == 1);
  CHECK(listed[0]["step"] == "received");
  CHECK(listed[0]["course"][1]["way"] == "village");

  // The county answers, and its answer is rated though the member had a word more to say.
  CHECK(Reply(county, filed, "已修好").empty());
  CHECK(send(terminal, reply) == "replied");
  const CaseAnswer later = Published(county, filed);
  CHECK(later.course.size() == 4);
  CHECK(StatusOf(county, filed)->step == CaseStep::kAnswered);
  CHECK(Send(county, terminal, RatingOf(filed, later, Satisfaction::kSatisfied)) == "rated");

  auto forged = reply;
  forged.token.resize(forged.token.size() - 4);
  CHECK(send(terminal, forged).starts_with("not counted: unproven: "));
  auto elsewhere = reply;
  elsewhere.request = studio::Uuid::Random();
  CHECK(send(terminal, elsewhere) == "not counted: another terminal's request");
  CHECK(send(other, reply) == "not counted: another terminal's request");
  auto unknown = reply;
  unknown.receipt = studio::ReceiptNumber::Random(terminal.number()).digits();
  CHECK(send(terminal, unknown) == "not counted: no request has this number");
  CHECK(Published(county, filed).course.size() == 5);
}

TEST_CASE("a withdrawn request takes what members answered with it, also what comes later") {
  TestCounty county;
  TestTerminal terminal(county);
  const FiledCase filed = FileRequest(terminal);
  studio::MemberReplyBody reply;
  reply.receipt = filed.Digits();
  reply.request = filed.record.header.id;
  reply.words = "明天去看";
  reply.studio = 1;
  reply.member = "m01";
  reply.token = WithoutSecret(CardOf(county, "m01"));
  const auto first = terminal.Make(studio::RecordKind::kMemberReply, ToJson(reply));
  const auto late = terminal.Make(studio::RecordKind::kMemberReply, ToJson(reply));
  terminal.Send({terminal.Place(first)});
  CHECK(county.Open().FindLine(first.header.id)->sealed);
  terminal.Send({terminal.Place(terminal.MakeWithdrawal(filed.record.header.id))});
  terminal.Send({terminal.Place(late)});
  CHECK(OutcomeOf(county, late.header.id) == "not counted: the request was withdrawn");
  CHECK_FALSE(county.Open().FindLine(first.header.id)->sealed);
  CHECK_FALSE(county.Open().FindLine(late.header.id)->sealed);
  CHECK_FALSE(StatusOf(county, filed));
}

TEST_CASE("a ledger from before members answered takes their answers once it is opened" *
          OnSqliteAlone()) {
  TestCounty county;
  county.Close();
  MakeEarlier(
      county, 10,
      "DROP TABLE replies; DROP TABLE alike; DROP TABLE proposals; DROP TABLE proposal_words");
  county.Reopen();
  Ledger ledger = county.Open();
  const studio::Uuid reply = studio::Uuid::Random();
  ledger.AddReply("037482152", reply);
  CHECK(ledger.Replies("037482152") == std::vector{reply});
}

TEST_CASE("who helped to fill in a request has shown a badge that holds, or the county says so") {
  TestCounty county;
  TestTerminal terminal(county);
  const auto helped = [&](const std::string& helper, const std::string& token) {
    studio::RequestBody body;
    body.receipt = studio::ReceiptNumber::Random(terminal.number()).digits();
    body.reading_key = studio::ToBase64Url(studio::BoxKeyPair::Generate().Public().bytes);
    body.category = "lighting";
    body.village = "yushugou";
    body.words = "村口路灯不亮";
    body.helped_by = "示例甲";
    body.helper = helper;
    body.helper_token = token;
    const auto record = terminal.Make(studio::RecordKind::kRequest, ToJson(body));
    const auto ack = terminal.Send({terminal.Place(record)});
    CHECK(ack.answers[0].status == studio::RecordStatus::kStored);
    return OutcomeOf(county, record.header.id);
  };
  const std::string token = WithoutSecret(CardOf(county, "m01"));
  CHECK(helped("m01", token).find("unproven") == std::string::npos);
  CHECK(helped("m02", token).ends_with("helper unproven: another member's"));
  CHECK(helped("m01", "").find("helper unproven: ") != std::string::npos);
  CHECK(helped("m01", token.substr(0, token.size() - 4)).find("helper unproven: ") !=
        std::string::npos);
  CHECK(helped("", "").find("unproven") == std::string::npos);
}

TEST_CASE("a restored county has its cases, and a rating that is sent again counts once") {
  TestCounty county;
  TestTerminal terminal(county);
  const FiledCase filed = FileRequest(terminal);
  CHECK(Reply(county, filed, "已办").empty());
  const CaseAnswer answer = Published(county, filed);
  const std::filesystem::path backup = county.folder().root() / "backup.db";
  REQUIRE(county.Open().BackUp(backup));
  const auto rating = terminal.Make(studio::RecordKind::kRating,
                                    ToJson(RatingOf(filed, answer, Satisfaction::kSatisfied)));
  const auto entry = terminal.Place(rating);
  terminal.Send({entry});
  county.Close();
  REQUIRE(RestoreLedger(backup, county.folder(), county.now_ms()));
  county.Reopen();
  CHECK(Published(county, filed) == answer);
  terminal.Send({entry});
  terminal.Send({entry});
  CHECK(OutcomeOf(county, rating.header.id) == "rated");
  CHECK(StepsOf(Published(county, filed)).size() == 3);
}

}  // namespace county
