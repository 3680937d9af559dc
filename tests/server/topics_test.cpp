// Opinions on topics: what counts, once, and what everybody sees of it.
#include "server/clerk/topics.h"

#include "county/test_duty.h"
#include "server/founding/publishing.h"
#include "shared/feed/public_entities.h"

namespace county {
namespace {

using studio::Ballot;
using studio::OpinionBody;
using studio::RecordKind;
using studio::RecordStatus;
using studio::Stance;
using studio::TopicCount;

const std::string kLampsTopic = "square-lamps";      // open in the demo
const std::string kCanteenTopic = "elders-canteen";  // closed

OpinionBody Opinion(const TestCounty& county, Stance stance, const Ballot& ballot,
                    const std::string& words = "") {
  OpinionBody body;
  body.topic = kLampsTopic;
  body.ballot = ballot;
  body.stance = stance;
  body.words = words;
  body.at_ms = county.now_ms();
  return body;
}

studio::BatchEntry Placed(TestTerminal& terminal, const OpinionBody& body) {
  return terminal.Place(terminal.Make(RecordKind::kOpinion, ToJson(body)));
}

studio::Topic TopicOf(const TestCounty& county, const std::string& id = kLampsTopic) {
  const auto body = county.Open().EntityBody("topic", id);
  REQUIRE(body);
  return studio::TopicFromJson(*body, id).value();
}

// "screen 1/0/2" of the published counts; empty: none.
std::string TopicCountsOf(const TestCounty& county, const std::string& id = kLampsTopic) {
  std::string text;
  for (const TopicCount& count : TopicOf(county, id).counts) {
    text += (text.empty() ? "" : ", ") + count.origin + " " + std::to_string(count.agree) + "/" +
            std::to_string(count.differ) + "/" + std::to_string(count.suggest);
  }
  return text;
}

nlohmann::json OutcomeOf(const TestCounty& county, std::size_t record) {
  return county.LedgerListing().at(record)["outcome"];
}

nlohmann::json Listed(const TestCounty& county, const std::string& id = kLampsTopic) {
  for (const auto& topic : nlohmann::json::parse(TopicsJson(county.Open(), county.keys()))) {
    if (topic["id"] == id) return topic;
  }
  FAIL("the topic is not listed");
  return nullptr;
}

Result<void> Work(const TestCounty& county, const TopicWork& work) {
  Ledger ledger = county.Open();
  return WorkOnTopic(ledger, county.keys(), work, county.now_ms());
}

TopicWork OnLamps() {
  TopicWork work;
  work.id = kLampsTopic;
  return work;
}

}  // namespace

TEST_CASE("each ballot counts once, the newest it said, where it spoke first") {
  TestCounty county;
  TestTerminal terminal(county);
  const Ballot one = studio::RandomBallot(), two = studio::RandomBallot();
  auto member = Opinion(county, Stance::kDiffer, studio::RandomBallot());
  member.member = true;
  terminal.Send({Placed(terminal, Opinion(county, Stance::kAgree, one)),
                 Placed(terminal, Opinion(county, Stance::kSuggest, two, "装三盏")),
                 Placed(terminal, member)});
  CHECK(TopicCountsOf(county) == "screen 1/0/1, member 0/1/0");

  auto changed = Opinion(county, Stance::kDiffer, one);
  changed.at_ms += 60'000;
  county.AdvanceHours(1);
  terminal.Send({Placed(terminal, changed)});
  CHECK(TopicCountsOf(county) == "screen 0/1/1, member 0/1/0");
  CHECK(OutcomeOf(county, 0) == "counted");
  CHECK(OutcomeOf(county, 3) == "changed");

  auto older = Opinion(county, Stance::kSuggest, one);
  older.at_ms = changed.at_ms - 30'000;
  terminal.Send({Placed(terminal, older)});
  CHECK(TopicCountsOf(county) == "screen 0/1/1, member 0/1/0");
  CHECK(OutcomeOf(county, 4) == "older");
  CHECK(Listed(county)["ballots"] == 3);
  CHECK(Listed(county)["opinions"].size() == 5);
}

TEST_CASE("no terminal makes up more members' ballots than there are members") {
  TestCounty county;
  TestTerminal terminal(county);
  const std::size_t members = county.Open().Entities("member").size();
  auto spoken = Opinion(county, Stance::kAgree, studio::RandomBallot());
  spoken.member = true;
  terminal.Send({Placed(terminal, spoken)});
  for (std::size_t i = 0; i < members + 5; ++i) {
    auto made_up = Opinion(county, Stance::kDiffer, studio::RandomBallot());
    made_up.member = true;
    CHECK(terminal.Send({Placed(terminal, made_up)}).answers[0].status == RecordStatus::kStored);
  }
  CHECK(TopicCountsOf(county) == "member 1/" + std::to_string(members - 1) + "/0");
  CHECK(OutcomeOf(county, members) == "more than there are members: not counted");
  CHECK(Listed(county)["opinions"].size() == members + 6);

  spoken.stance = Stance::kSuggest;
  spoken.words = "再说一句";
  spoken.at_ms += 60'000;
  county.AdvanceHours(1);
  terminal.Send({Placed(terminal, spoken)});
  CHECK(TopicCountsOf(county) == "member 0/" + std::to_string(members - 1) + "/1");
}

TEST_CASE("the phone goes on with a ballot of the screen, and the other way round") {
  TestCounty county;
  TestTerminal terminal(county);
  const Ballot screen_first = studio::RandomBallot(), phone_first = studio::RandomBallot();
  terminal.Send({Placed(terminal, Opinion(county, Stance::kAgree, screen_first))});
  county.AdvanceHours(1);
  CHECK(county.office().TakePhoneOpinion(Opinion(county, Stance::kDiffer, screen_first), {}) ==
        PhoneVoice::kChanged);
  CHECK(TopicCountsOf(county) == "screen 0/1/0");
  CHECK(county.office().TakePhoneOpinion(Opinion(county, Stance::kAgree, phone_first), {}) ==
        PhoneVoice::kCounted);
  county.AdvanceHours(1);
  terminal.Send({Placed(terminal, Opinion(county, Stance::kSuggest, phone_first))});
  CHECK(TopicCountsOf(county) == "screen 0/1/0, phone 0/0/1");
}

TEST_CASE("a record that comes again, and a clock that runs ahead, give nobody the last word") {
  TestCounty county;
  TestTerminal terminal(county);
  const Ballot ballot = studio::RandomBallot();
  auto ahead = Opinion(county, Stance::kAgree, ballot);
  ahead.at_ms += 30LL * 24 * 3600 * 1000;
  const auto entry = Placed(terminal, ahead);
  terminal.Send({entry});
  const std::uint64_t version = county.Open().FeedVersion();
  CHECK(terminal.Send({entry}).answers[0].status == RecordStatus::kDuplicate);
  CHECK(county.Open().FeedVersion() == version);
  county.AdvanceHours(1);
  terminal.Send({Placed(terminal, Opinion(county, Stance::kDiffer, ballot))});
  CHECK(TopicCountsOf(county) == "screen 0/1/0");
}

TEST_CASE("the topic is published once a batch, and only where its counts changed") {
  TestCounty county;
  TestTerminal terminal(county);
  const Ballot ballot = studio::RandomBallot();
  const std::uint64_t before = county.Open().FeedVersion();
  terminal.Send({Placed(terminal, Opinion(county, Stance::kAgree, ballot)),
                 Placed(terminal, Opinion(county, Stance::kDiffer, studio::RandomBallot()))});
  CHECK(county.Open().FeedVersion() == before + 1);
  terminal.Send({Placed(terminal, Opinion(county, Stance::kAgree, ballot, "还是赞成"))});
  CHECK(county.Open().FeedVersion() == before + 1);
}

TEST_CASE("what comes too late, or on no known topic, is kept and told and not counted") {
  TestCounty county;
  TestTerminal terminal(county);
  auto late = Opinion(county, Stance::kAgree, studio::RandomBallot(), "晚了一步");
  late.late = true;
  auto closed = Opinion(county, Stance::kAgree, studio::RandomBallot());
  closed.topic = kCanteenTopic;
  auto unknown = Opinion(county, Stance::kAgree, studio::RandomBallot());
  unknown.topic = "nowhere";
  const std::string before = TopicCountsOf(county, kCanteenTopic);
  const auto ack = terminal.Send(
      {Placed(terminal, late), Placed(terminal, closed), Placed(terminal, unknown),
       terminal.Place(terminal.Make(RecordKind::kOpinion, R"({"topic": "square-lamps"})"))});
  for (const auto& answer : ack.answers) CHECK(answer.status == RecordStatus::kStored);
  CHECK(OutcomeOf(county, 0) == "late: not counted");
  CHECK(OutcomeOf(county, 1) == "closed: not counted");
  CHECK(OutcomeOf(county, 2) == "no such topic: not counted");
  CHECK(OutcomeOf(county, 3).get<std::string>().starts_with("unread: "));
  CHECK(TopicCountsOf(county).empty());
  CHECK(TopicCountsOf(county, kCanteenTopic) == before);
  CHECK(Listed(county)["opinions"][0]["words"] == "晚了一步");
  CHECK(Listed(county)["opinions"][0]["late"] == true);
  CHECK(Listed(county, "nowhere")["title"] == nullptr);
}

TEST_CASE("what was said in time counts however long it was under way") {
  TestCounty county;
  TestTerminal terminal(county);
  const auto said = Placed(terminal, Opinion(county, Stance::kAgree, studio::RandomBallot()));
  const auto after_the_end = [&] {
    return Placed(terminal, Opinion(county, Stance::kDiffer, studio::RandomBallot()));
  };
  county.AdvanceHours(5 * 24);  // it closes in two days
  terminal.Send({said, after_the_end()});
  CHECK(TopicCountsOf(county) == "screen 1/0/0");

  TopicWork close = OnLamps();
  close.close = true;
  REQUIRE(Work(county, close));
  auto in_time = Opinion(county, Stance::kAgree, studio::RandomBallot());
  in_time.at_ms -= 5 * 24 * 3'600'000LL;
  terminal.Send({Placed(terminal, in_time)});
  CHECK(TopicCountsOf(county) == "screen 1/0/0");
}

TEST_CASE("a clock that is years behind is no reason not to count") {
  TestCounty county;
  TestTerminal terminal(county);
  auto behind = Opinion(county, Stance::kAgree, studio::RandomBallot());
  behind.at_ms = 0;
  terminal.Send({Placed(terminal, behind)});
  CHECK(TopicCountsOf(county) == "screen 1/0/0");
}

TEST_CASE("an opinion that is withdrawn counts no longer, and another terminal's stays") {
  TestCounty county;
  TestTerminal terminal(county), other(county);
  const auto said = terminal.Make(RecordKind::kOpinion,
                                  ToJson(Opinion(county, Stance::kAgree, studio::RandomBallot())));
  terminal.Send({terminal.Place(said)});
  other.Send({other.Place(other.MakeWithdrawal(said.header.id))});
  CHECK(TopicCountsOf(county) == "screen 1/0/0");
  terminal.Send({terminal.Place(terminal.MakeWithdrawal(said.header.id))});
  CHECK(TopicCountsOf(county).empty());
}

TEST_CASE("words lie sealed in the ledger, from the screen and from the phone") {
  TestCounty county;
  TestTerminal terminal(county);
  terminal.Send(
      {Placed(terminal, Opinion(county, Stance::kAgree, studio::RandomBallot(), "屏幕上说的话"))});
  auto phone = Opinion(county, Stance::kSuggest, studio::RandomBallot(), "手机上说的话");
  REQUIRE(county.office().TakePhoneOpinion(phone, {}) == PhoneVoice::kCounted);
  const auto listed = Listed(county);
  CHECK(listed["opinions"][0]["words"] == "屏幕上说的话");
  CHECK(listed["opinions"][1]["words"] == "手机上说的话");
  CHECK(listed["opinions"][1]["record"] == nullptr);
  county.Close();
  const std::string bytes = county.LedgerBytes();
  CHECK(bytes.find("说的话") == std::string::npos);
  CHECK(bytes.find("示例村小广场") != std::string::npos);  // the search finds what is there
}

TEST_CASE("danger in what a phone said is told to whoever reads it") {
  TestCounty county;
  for (const char* words : {"路灯晚一点关就好", "房子着火了，快来人救命"}) {
    const auto said = Opinion(county, Stance::kSuggest, studio::RandomBallot(), words);
    REQUIRE(county.office().TakePhoneOpinion(said, {}) == PhoneVoice::kCounted);
  }
  const auto opinions = Listed(county)["opinions"];
  REQUIRE(opinions.size() == 2);
  CHECK(opinions[0]["danger"] == false);
  CHECK(opinions[1]["danger"] == true);
  CHECK_FALSE(opinions[1]["danger_words"].empty());
  CHECK(TopicsText(county.Open(), county.keys()).find("(danger)") != std::string::npos);
}

TEST_CASE("publishing a topic anew keeps what was counted") {
  TestCounty county;
  TestTerminal terminal(county);
  terminal.Send({Placed(terminal, Opinion(county, Stance::kAgree, studio::RandomBallot()))});
  Ledger ledger = county.Open();
  REQUIRE(Publish(ledger, R"({"changes": [{"kind": "topic", "id": "square-lamps", "body":
      {"title": "新的题目", "counts": [{"origin": "phone", "agree": 900}]}}]})"));
  CHECK(TopicOf(county).title == "新的题目");
  CHECK(TopicCountsOf(county) == "screen 1/0/0");
}

TEST_CASE("a topic moves on by the mechanism's steps, is closed and answered") {
  TestCounty county;
  TopicWork work = OnLamps();
  work.step = "商量商量";
  const auto refused = Work(county, work);
  REQUIRE_FALSE(refused);
  CHECK(refused.error().kind == studio::ErrorKind::kInvalid);
  CHECK(refused.error().detail.find("协商") != std::string::npos);
  work.step = "协商";
  work.close = true;
  work.result = "装两盏，九点半关";
  work.follow_up = "已经装好";
  REQUIRE(Work(county, work));
  const auto topic = TopicOf(county);
  REQUIRE(topic.steps.size() == 3);
  CHECK(topic.steps.back().name == "协商");
  CHECK(topic.steps.back().date == "2026-11-18");
  CHECK(topic.closed);
  CHECK(topic.result == "装两盏，九点半关");
  CHECK(topic.follow_up == "已经装好");
  work.id = "nowhere";
  CHECK(Work(county, work).error().kind == studio::ErrorKind::kNotFound);
}

TEST_CASE("no words are public before the county has read them, and then as it chose") {
  TestCounty county;
  TestTerminal terminal(county);
  terminal.Send({Placed(terminal, Opinion(county, Stance::kAgree, studio::RandomBallot(),
                                          "示例甲家门口太亮")),
                 Placed(terminal, Opinion(county, Stance::kAgree, studio::RandomBallot()))});
  CHECK(TopicOf(county).voices.empty());
  TopicWork work = OnLamps();
  work.publish_words = Listed(county)["opinions"][0]["id"];
  REQUIRE(Work(county, work));
  CHECK(TopicOf(county).voices == std::vector<std::string>{"示例甲家门口太亮"});
  work.text = "有人家门口太亮";
  REQUIRE(Work(county, work));
  CHECK(TopicOf(county).voices == std::vector<std::string>{"有人家门口太亮"});
  CHECK(Listed(county)["opinions"][0]["published"] == "有人家门口太亮");

  TopicWork wordless = OnLamps();
  wordless.publish_words = Listed(county)["opinions"][1]["id"];
  CHECK(Work(county, wordless).error().kind == studio::ErrorKind::kInvalid);
  wordless.publish_words = 99;
  CHECK(Work(county, wordless).error().kind == studio::ErrorKind::kNotFound);
}

TEST_CASE("where phones find the pages is told once, and only an address of HTTPS") {
  TestCounty county;
  Ledger ledger = county.Open();
  for (const char* bad :
       {"", "listening", "http://host", "https://", "https://host/", "https://h?"}) {
    CAPTURE(bad);
    CHECK_FALSE(PublishPhonePages(ledger, bad));
  }
  const std::uint64_t before = ledger.FeedVersion();
  REQUIRE(PublishPhonePages(ledger, "https://host:8443"));
  CHECK(ledger.FeedVersion() == before + 1);
  REQUIRE(PublishPhonePages(ledger, "https://host:8443"));
  CHECK(ledger.FeedVersion() == before + 1);
  const auto told = studio::CountyFromJson(*ledger.EntityBody("county", "county"));
  CHECK(told->phone_pages == "https://host:8443");
  CHECK(told->signing_keys == std::vector{county.keys().signing.Public()});
}

}  // namespace county
