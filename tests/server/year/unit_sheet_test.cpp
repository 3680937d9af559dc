// What a handling unit is given, held against what the sender was told; and how long it is kept.
#include "server/clerk/unit_sheet.h"

#include "../county/test_attachment.h"
#include "../county/test_cases.h"
#include "shared/bodies/reader_words.h"

namespace county {

using nlohmann::json;
using studio::AttachmentRef;
using studio::Reader;
using studio::ReaderClause;
using studio::RequestBody;
using studio::Visibility;

namespace {

RequestBody ARequest(TestTerminal& terminal, Visibility visibility) {
  RequestBody body;
  body.receipt = studio::ReceiptNumber::Random(terminal.number()).digits();
  body.reading_key = studio::ToBase64Url(studio::BoxKeyPair::Generate().Public().bytes);
  body.category_name = "路灯照明";
  body.words = "村口路灯不亮";
  body.visibility = visibility;
  body.head_count = 3;
  if (visibility != Visibility::kAnonymous) {
    body.name = "示例甲";
    body.phone = "00000000";
    body.representatives = {"示例乙"};
    body.name_ink = {{{{10, 20}, {30, 40}}}};
  }
  AttachmentRef voice, photo;
  voice.type = "audio/ogg";
  voice.digest.fill(1);
  photo.type = "image/jpeg";
  photo.digest.fill(2);
  body.attachments = {voice, photo};
  return body;
}

void File(TestTerminal& terminal, const RequestBody& body) {
  const auto ack =
      terminal.Send({terminal.Place(terminal.Make(studio::RecordKind::kRequest, ToJson(body)))});
  REQUIRE(ack.answers[0].status == studio::RecordStatus::kStored);
}

bool UnitIsSaidToRead(const std::vector<ReaderClause>& clauses, bool studio::Parts::*part) {
  for (const ReaderClause& clause : clauses) {
    for (const Reader reader : clause.readers)
      if (reader == Reader::kUnit && clause.reads.*part) return true;
  }
  return false;
}

}  // namespace

TEST_CASE("a unit is handed what the page said that it would read, and nothing else") {
  for (const Visibility visibility :
       {Visibility::kNamed, Visibility::kMembersOnly, Visibility::kAnonymous}) {
    TestCounty county;
    TestTerminal terminal(county);
    const RequestBody body = ARequest(terminal, visibility);
    File(terminal, body);
    const auto text = UnitSheetJson(county.Open(), county.keys(), body.receipt);
    REQUIRE(text);
    const json sheet = json::parse(*text);
    const auto clauses = ReaderClauses(ChoiceOf(body), "演示市政协");
    const bool name = UnitIsSaidToRead(clauses, &studio::Parts::name);
    CHECK(name == (visibility == Visibility::kNamed));
    for (const char* field : {"name", "phone", "name_ink", "representatives"}) {
      CHECK(sheet.contains(field) == name);
    }
    CHECK((text->find("示例") != std::string::npos) == name);
    CHECK(UnitIsSaidToRead(clauses, &studio::Parts::words));
    CHECK(sheet["words"] == "村口路灯不亮");
    CHECK(UnitIsSaidToRead(clauses, &studio::Parts::voice));
    CHECK(UnitIsSaidToRead(clauses, &studio::Parts::photos));
    CHECK(sheet["attachments"].size() == 2);
    const json listed = json::parse(RequestsJson(county.Open(), county.keys(), {}));
    CHECK(listed[0]["unit_sees_name"] == name);
  }
}

TEST_CASE("what is sent back is told to the unit, what is only an opinion is not") {
  TestCounty county;
  TestTerminal terminal(county);
  const FiledCase filed = FileRequest(terminal);
  for (const bool back : {true, false}) {
    CHECK(Reply(county, filed, "已办").empty());
    auto rating =
        RatingOf(filed, Published(county, filed), studio::Satisfaction::kDissatisfied, back);
    rating.words = "灯还是不亮";
    Send(county, terminal, rating);
    const json sheet = json::parse(*UnitSheetJson(county.Open(), county.keys(), filed.Digits()));
    CHECK(sheet.contains("returned") == back);
    if (back) CHECK(sheet["returned"]["words"] == "灯还是不亮");
  }
}

TEST_CASE("whoever rings up to take it back: nothing of it stays, and nothing is passed on") {
  TestCounty county;
  TestTerminal terminal(county);
  const FiledCase filed = FileRequest(terminal);
  CHECK(Reply(county, filed, "已办").empty());
  const auto withdraw = [&] {
    Ledger ledger = county.Open();
    return WithdrawCase(ledger, county.keys(), filed.number.Grouped(), county.now_ms());
  };
  REQUIRE(withdraw());
  CHECK_FALSE(StatusOf(county, filed));
  CHECK_FALSE(RequestOf(county.Open(), county.keys(), filed.record.header.id));
  CHECK_FALSE(UnitSheetJson(county.Open(), county.keys(), filed.Digits()));
  CHECK(json::parse(RequestsJson(county.Open(), county.keys(), {}))[0]["state"] == "withdrawn");
  CHECK(withdraw().error().kind == studio::ErrorKind::kConflict);
}

TEST_CASE("voice, pictures and ratings go with the words when they were kept long enough") {
  TestCounty county;
  TestTerminal terminal(county);
  const TestAttachment photo = SealedAttachment(1000);
  const TestRecord record = Announce(terminal, {photo});
  UploadWhole(county, terminal, photo);
  const auto line = [&] { return county.Open().FindLine(record.header.id); };
  REQUIRE(line()->sealed);
  {
    Ledger ledger = county.Open();
    const auto moved = MoveCase(ledger, county.keys(), record.header.id.ToString(),
                                {studio::CaseStep::kAnswered, {}, "已办"}, county.now_ms());
    REQUIRE(moved);
  }
  CHECK(county.Open().FindAttachment(terminal.number(), photo.digest()));
  county.AdvanceHours(24LL * 366);
  terminal.Send({});
  CHECK_FALSE(line()->sealed);
  CHECK_FALSE(county.Open().FindAttachment(terminal.number(), photo.digest()));
}

}  // namespace county
