// Wishes: from the slip to the wall, claimed once, granted by who claimed, confirmed by the slip.
#include "server/clerk/wishes.h"

#include "county/test_attachment.h"
#include "county/test_duty.h"
#include "server/books/attachment_opening.h"
#include "server/books/case_book.h"
#include "shared/feed/public_entities.h"

namespace county {
namespace {

using studio::CaseStep;
using studio::ErrorKind;
using studio::RecordKind;
using studio::RecordStatus;
using studio::WishAct;
using studio::WishBody;

// Somebody with a slip. The reading key stands in for its code.
struct Wisher {
  explicit Wisher(const TestTerminal& terminal)
      : number(studio::ReceiptNumber::Random(terminal.number())),
        key(studio::BoxKeyPair::Generate()) {}

  WishBody Post(const std::string& text = "想要一副老花镜") const {
    WishBody body;
    body.act = WishAct::kPost;
    body.receipt = number.digits();
    body.reading_key = studio::ToBase64Url(key.Public().bytes);
    body.text = text;
    body.village = "v01";
    body.village_name = "示例村";
    body.name = "示例老人";
    body.phone = "0000-1234567";
    return body;
  }

  // As the feed tells it; nullopt: nothing yet.
  std::optional<studio::CaseAnswer> Answer(const TestCounty& county) const {
    const auto text = county.Open().EntityBody("status", number.digits());
    if (!text) return std::nullopt;
    const auto status = studio::CaseStatusFromJson(*text);
    REQUIRE(status);
    return studio::OpenAnswer(number, status->sealed, key).value();
  }

  CaseStep Step(const TestCounty& county) const { return Answer(county)->course.back().step; }

  WishBody Confirm(const TestCounty& county) const { return Say(county, WishAct::kConfirm); }
  WishBody Say(const TestCounty& county, WishAct act) const {
    WishBody body;
    body.act = act;
    body.round = Answer(county)->round;
    body.receipt = number.digits();
    body.answer_token = studio::ToBase64Url(Answer(county)->token);
    return body;
  }

  studio::ReceiptNumber number;
  studio::BoxKeyPair key;
};

WishBody By(TestCounty& county, WishAct act, const std::string& wish, const std::string& member) {
  WishBody body;
  body.act = act;
  body.wish = wish;
  body.member = member;
  body.member_name = "自称的名字";
  body.token = WithoutSecret(CardOf(county, member));
  return body;
}

studio::BatchEntry Placed(TestTerminal& terminal, const WishBody& body) {
  return terminal.Place(terminal.Make(RecordKind::kWish, ToJson(body)));
}

// Sends it and tells what became of it.
std::string Outcome(TestCounty& county, TestTerminal& terminal, const WishBody& body) {
  const auto ack = terminal.Send({Placed(terminal, body)});
  CHECK(ack.answers[0].status == RecordStatus::kStored);
  const auto outcome = county.LedgerListing().back()["outcome"];
  return outcome.is_null() ? "" : outcome.get<std::string>();
}

studio::Wish WishOf(const TestCounty& county, const std::string& id) {
  const auto body = county.Open().EntityBody("wish", id);
  REQUIRE(body);
  return studio::WishFromJson(*body, id).value();
}

Result<std::string> Hang(const TestCounty& county, const studio::Uuid& record,
                         const std::optional<std::string>& text = std::nullopt) {
  Ledger ledger = county.Open();
  return HangOnWall(ledger, county.keys(), record, text, county.now_ms());
}

// Posts and hangs it; its id on the wall.
std::string OnTheWall(TestCounty& county, TestTerminal& terminal, const Wisher& wisher) {
  const auto entry = Placed(terminal, wisher.Post());
  terminal.Send({entry});
  const auto wish = Hang(county, studio::DecodeRecordHeader(entry.header)->id);
  REQUIRE_MESSAGE(wish, (wish ? "" : wish.error().detail));
  return *wish;
}

}  // namespace

TEST_CASE("a wish goes its way, and the wall and the slip tell the same") {
  TestCounty county;
  TestTerminal terminal(county);
  const Wisher wisher(terminal);
  const std::string wish = OnTheWall(county, terminal, wisher);
  CHECK(WishOf(county, wish).text == "想要一副老花镜");
  CHECK(WishOf(county, wish).village == "示例村");
  CHECK(WishOf(county, wish).date == "2026-11-18");
  CHECK(wisher.Step(county) == CaseStep::kPosted);
  CHECK(wisher.Answer(county)->wish);

  CHECK(Outcome(county, terminal, By(county, WishAct::kClaim, wish, "m01")) == "claimed");
  CHECK(WishOf(county, wish).step == "claimed");
  CHECK(WishOf(county, wish).member == "m01");
  CHECK(WishOf(county, wish).member_name == "示例甲");
  CHECK(WishOf(county, wish).claim == county.LedgerListing().back()["id"].get<std::string>());
  CHECK(wisher.Step(county) == CaseStep::kClaimed);
  CHECK(wisher.Answer(county)->unit == "示例甲");

  CHECK(Outcome(county, terminal, By(county, WishAct::kGrant, wish, "m01")) == "granted");
  CHECK(wisher.Step(county) == CaseStep::kGranted);
  CHECK(Outcome(county, terminal, wisher.Confirm(county)) == "confirmed");
  CHECK(WishOf(county, wish).step == "confirmed");
  CHECK(wisher.Step(county) == CaseStep::kConfirmed);
}

TEST_CASE("nothing hangs on the wall before the county has read it, and nobody's name ever") {
  TestCounty county;
  TestTerminal terminal(county);
  const Wisher wisher(terminal);
  const std::size_t before = county.Open().Entities("wish").size();
  const auto entry = Placed(terminal, wisher.Post("我是示例老人,想要一副老花镜"));
  terminal.Send({entry});
  const auto record = studio::DecodeRecordHeader(entry.header)->id;
  CHECK(county.Open().Entities("wish").size() == before);
  CHECK_FALSE(wisher.Answer(county));

  CHECK(Hang(county, record).error().kind == ErrorKind::kInvalid);
  CHECK(Hang(county, record, "打 0000-1234567").error().kind == ErrorKind::kInvalid);
  CHECK(Hang(county, record, "").error().kind == ErrorKind::kInvalid);
  std::string long_text;
  for (int i = 0; i < 121; ++i) long_text += "长";
  CHECK(Hang(county, record, long_text).error().kind == ErrorKind::kInvalid);
  CHECK(Hang(county, studio::Uuid::Random()).error().kind == ErrorKind::kNotFound);
  const auto wish = Hang(county, record, "想要一副老花镜");
  REQUIRE(wish);
  CHECK(Hang(county, record, "再挂一次").error().kind == ErrorKind::kConflict);
  for (const auto& entity : county.Open().Entities("wish")) {
    for (const char* secret : {"示例老人", "1234567"}) {
      CHECK(entity.body.find(secret) == std::string::npos);
    }
    CHECK(entity.body.find(record.ToString()) == std::string::npos);
  }
}

TEST_CASE("the first claim has the wish, by whatever terminal, and a later one is told") {
  TestCounty county;
  TestTerminal here(county), there(county, 2);
  const Wisher wisher(here);
  const std::string wish = OnTheWall(county, here, wisher);
  CHECK(Outcome(county, there, By(county, WishAct::kClaim, wish, "m02")) == "claimed");
  const auto claim = WishOf(county, wish).claim;
  CHECK(Outcome(county, here, By(county, WishAct::kClaim, wish, "m01")) == "superseded");
  CHECK(WishOf(county, wish).claim == claim);
  CHECK(WishOf(county, wish).member == "m02");
  CHECK(wisher.Answer(county)->unit == "示例乙");
}

TEST_CASE("a badge that does not hold claims nothing and grants nothing") {
  TestCounty county;
  TestTerminal terminal(county);
  const Wisher wisher(terminal);
  const std::string wish = OnTheWall(county, terminal, wisher);
  auto stolen = By(county, WishAct::kClaim, wish, "m01");
  stolen.member = "m05";
  CHECK(Outcome(county, terminal, stolen) == "unproven: another member's");
  CHECK(WishOf(county, wish).step == "posted");
  auto forged = By(county, WishAct::kClaim, wish, "m01");
  forged.token = "MS1:NONSENSE";
  CHECK(Outcome(county, terminal, forged).starts_with("unproven: "));
  CHECK(WishOf(county, wish).step == "posted");

  REQUIRE(Outcome(county, terminal, By(county, WishAct::kClaim, wish, "m01")) == "claimed");
  auto grant = By(county, WishAct::kGrant, wish, "m01");
  grant.token.clear();
  CHECK(Outcome(county, terminal, grant).starts_with("unproven: "));
  CHECK(WishOf(county, wish).step == "claimed");
}

TEST_CASE("who helped to post a wish has shown a badge that holds, or the county says so") {
  TestCounty county;
  TestTerminal terminal(county);
  const auto helped = [&](const std::string& helper, const std::string& token) {
    WishBody body = Wisher(terminal).Post();
    body.helped_by = "示例甲";
    body.helper = helper;
    body.helper_token = token;
    return Outcome(county, terminal, body);
  };
  const std::string token = WithoutSecret(CardOf(county, "m01"));
  CHECK(helped("m01", token).find("unproven") == std::string::npos);
  CHECK(helped("m02", token).ends_with("helper unproven: another member's"));
  CHECK(helped("m01", "").find("helper unproven: ") != std::string::npos);
}

TEST_CASE("only who claimed it grants it, and only once it is claimed") {
  TestCounty county;
  TestTerminal terminal(county);
  const Wisher wisher(terminal);
  const std::string wish = OnTheWall(county, terminal, wisher);
  CHECK(Outcome(county, terminal, By(county, WishAct::kGrant, wish, "m01")) ==
        "not counted: it is posted");
  Outcome(county, terminal, By(county, WishAct::kClaim, wish, "m01"));
  CHECK(Outcome(county, terminal, By(county, WishAct::kGrant, wish, "m05")) ==
        "not counted: somebody else claimed it");
  CHECK(WishOf(county, wish).step == "claimed");
  CHECK(Outcome(county, terminal, By(county, WishAct::kClaim, "nowhere", "m01")) ==
        "not counted: no such wish");
}

TEST_CASE("only the slip confirms, or the county for who has lost it") {
  TestCounty county;
  TestTerminal terminal(county);
  const Wisher wisher(terminal), other(terminal);
  const std::string wish = OnTheWall(county, terminal, wisher);
  Outcome(county, terminal, By(county, WishAct::kClaim, wish, "m01"));
  auto early = wisher.Confirm(county);  // there is nothing to confirm, so the token is zeros
  CHECK(Outcome(county, terminal, early).starts_with("not counted: "));
  Outcome(county, terminal, By(county, WishAct::kGrant, wish, "m01"));
  auto guessed = wisher.Confirm(county);
  guessed.answer_token = studio::ToBase64Url(studio::ByteArray<16>{1});
  CHECK(Outcome(county, terminal, guessed).starts_with("not counted: "));
  auto elsewhere = wisher.Confirm(county);
  elsewhere.receipt = other.number.digits();
  CHECK(Outcome(county, terminal, elsewhere).starts_with("not counted: "));
  CHECK(WishOf(county, wish).step == "granted");

  Ledger ledger = county.Open();
  REQUIRE(ConfirmWish(ledger, county.keys(), wish, county.now_ms()));
  CHECK(WishOf(county, wish).step == "confirmed");
  CHECK(wisher.Step(county) == CaseStep::kConfirmed);
  CHECK(ConfirmWish(ledger, county.keys(), wish, county.now_ms()).error().kind ==
        ErrorKind::kConflict);
  CHECK(ConfirmWish(ledger, county.keys(), "nowhere", county.now_ms()).error().kind ==
        ErrorKind::kNotFound);
}

TEST_CASE(
    "a wish that has not come is its member's to grant again, and the slip says so each time") {
  TestCounty county;
  TestTerminal terminal(county);
  const Wisher wisher(terminal);
  const std::string wish = OnTheWall(county, terminal, wisher);
  Outcome(county, terminal, By(county, WishAct::kClaim, wish, "m01"));
  const auto early = wisher.Say(county, WishAct::kNotYet);
  CHECK(Outcome(county, terminal, early).starts_with("not counted: "));
  Outcome(county, terminal, By(county, WishAct::kGrant, wish, "m01"));
  const auto first = wisher.Say(county, WishAct::kNotYet);
  CHECK(wisher.Answer(county)->round == 1);
  CHECK(Outcome(county, terminal, first) == "not yet");
  CHECK(WishOf(county, wish).step == "claimed");
  CHECK(WishOf(county, wish).member == "m01");
  CHECK_FALSE(WishOf(county, wish).claim.empty());
  CHECK(wisher.Step(county) == CaseStep::kReturned);
  CHECK(wisher.Answer(county)->unit == "示例甲");
  CHECK(nlohmann::json::parse(WishesJson(county.Open(), county.keys()))[0]["step"] == "returned");
  CHECK(Outcome(county, terminal, first).starts_with("not counted: "));

  CHECK(Outcome(county, terminal, By(county, WishAct::kClaim, wish, "m02")) == "superseded");
  CHECK(Outcome(county, terminal, By(county, WishAct::kGrant, wish, "m02")) ==
        "not counted: somebody else claimed it");
  CHECK(Outcome(county, terminal, By(county, WishAct::kGrant, wish, "m01")) == "granted");
  CHECK(wisher.Answer(county)->round == 2);
  CHECK(Outcome(county, terminal, first).starts_with("not counted: "));  // of the grant before
  CHECK(WishOf(county, wish).step == "granted");
  CHECK(Outcome(county, terminal, wisher.Confirm(county)) == "confirmed");
  CHECK(wisher.Step(county) == CaseStep::kConfirmed);
}

TEST_CASE(
    "the clerk says for who has lost the slip that it has not come, and may give it to another") {
  TestCounty county;
  TestTerminal terminal(county);
  const Wisher wisher(terminal);
  const std::string wish = OnTheWall(county, terminal, wisher);
  Outcome(county, terminal, By(county, WishAct::kClaim, wish, "m01"));
  Ledger ledger = county.Open();
  CHECK(ReturnWish(ledger, county.keys(), wish, county.now_ms()).error().kind ==
        ErrorKind::kConflict);
  Outcome(county, terminal, By(county, WishAct::kGrant, wish, "m01"));
  REQUIRE(ReturnWish(ledger, county.keys(), wish, county.now_ms()));
  CHECK(WishOf(county, wish).step == "claimed");
  CHECK(wisher.Step(county) == CaseStep::kReturned);
  CHECK(ReturnWish(ledger, county.keys(), "nowhere", county.now_ms()).error().kind ==
        ErrorKind::kNotFound);
  REQUIRE(ReopenWish(ledger, county.keys(), wish, county.now_ms()));
  CHECK(WishOf(county, wish).step == "posted");
  CHECK(wisher.Step(county) == CaseStep::kPosted);
}

TEST_CASE("a wish that was only spoken hangs there in the words of who listened") {
  TestCounty county;
  TestTerminal terminal(county);
  const Wisher wisher(terminal);
  const TestAttachment voice = SealedAttachment(4000, "audio/ogg");
  auto body = wisher.Post("");
  body.attachments = {voice.ref};
  const auto entry =
      terminal.Place(terminal.Make(RecordKind::kWish, ToJson(body), {voice.digest()}));
  const auto ack = terminal.Send({entry});
  CHECK(ack.answers[0].status == RecordStatus::kStored);
  const auto record = studio::DecodeRecordHeader(entry.header)->id;
  const auto listed = nlohmann::json::parse(WishesJson(county.Open(), county.keys()))[0];
  CHECK(listed["text"] == "");
  CHECK(listed["attachments"] == 1);
  UploadWhole(county, terminal, voice);
  TestFolder folder;
  const auto opened = OpenAttachments(county.Open(), county.keys(), record, folder.path() / "out");
  REQUIRE(opened);
  REQUIRE(opened->size() == 1);
  CHECK((*opened)[0].good);
  CHECK(ReadFile(folder.path() / "out" / "1-voice.ogg").value() == voice.plain);
  CHECK(Hang(county, record).error().detail.find("only spoken") != std::string::npos);
  const auto wish = Hang(county, record, "想要一副老花镜");
  REQUIRE(wish);
  CHECK(WishOf(county, *wish).text == "想要一副老花镜");
  CHECK(wisher.Step(county) == CaseStep::kPosted);
  terminal.Send({terminal.Place(terminal.MakeWithdrawal(record))});
  CHECK_FALSE(county.Open().FindAttachment(terminal.number(), voice.digest()));
}

TEST_CASE("a wish that its member cannot grant hangs there for another") {
  TestCounty county;
  TestTerminal terminal(county);
  const Wisher wisher(terminal);
  const std::string wish = OnTheWall(county, terminal, wisher);
  Outcome(county, terminal, By(county, WishAct::kClaim, wish, "m01"));
  Ledger ledger = county.Open();
  REQUIRE(ReopenWish(ledger, county.keys(), wish, county.now_ms()));
  CHECK(WishOf(county, wish).step == "posted");
  CHECK(WishOf(county, wish).member.empty());
  CHECK(WishOf(county, wish).claim.empty());
  CHECK(wisher.Step(county) == CaseStep::kPosted);
  CHECK(wisher.Answer(county)->unit.empty());
  CHECK(Outcome(county, terminal, By(county, WishAct::kClaim, wish, "m05")) == "claimed");
  CHECK(WishOf(county, wish).member == "m05");
}

TEST_CASE("a child's wish without its guardian's consent is read by nobody") {
  TestCounty county;
  TestTerminal terminal(county);
  const Wisher wisher(terminal), child(terminal);
  auto body = wisher.Post("想要一个书包");
  body.for_child = true;
  body.guardian = "示例家长";
  CHECK(Outcome(county, terminal, body).starts_with("unread: "));
  CHECK_FALSE(county.Open().FindCase(wisher.number.digits()));
  CHECK(county.Open().Wishes().empty());
  body = child.Post("想要一个书包");
  body.for_child = true;
  body.guardian = "示例家长";
  body.guardian_consents = true;
  CHECK(Outcome(county, terminal, body).empty());
  CHECK(county.Open().FindCase(child.number.digits()));
}

TEST_CASE("a wish that is withdrawn is gone from the wall, and not by another terminal") {
  TestCounty county;
  TestTerminal terminal(county), other(county);
  const Wisher wisher(terminal);
  const std::string wish = OnTheWall(county, terminal, wisher);
  const auto record = *county.Open().RecordOfWish(wish);
  other.Send({other.Place(other.MakeWithdrawal(record))});
  CHECK(county.Open().EntityBody("wish", wish));
  terminal.Send({terminal.Place(terminal.MakeWithdrawal(record))});
  CHECK_FALSE(county.Open().EntityBody("wish", wish));
  CHECK(county.Open().Wishes().empty());
  CHECK(Hang(county, record).error().kind == ErrorKind::kNotFound);
}

TEST_CASE("the county's list opens what came and names what hangs there") {
  TestCounty county;
  TestTerminal terminal(county);
  const Wisher wisher(terminal);
  const std::string wish = OnTheWall(county, terminal, wisher);
  const auto listed = nlohmann::json::parse(WishesJson(county.Open(), county.keys()));
  REQUIRE(listed.size() == 5);  // with the demo's
  CHECK(listed[0]["wish"] == wish);
  CHECK(listed[0]["name"] == "示例老人");
  CHECK(listed[0]["step"] == "posted");
  CHECK(listed[0]["receipt"] == wisher.number.digits());
  CHECK(listed[1]["record"] == nullptr);
}

}  // namespace county
