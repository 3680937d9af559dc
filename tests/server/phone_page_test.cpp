// The pages of topics over real HTTPS, as a phone's browser asks for them and as somebody does who
// means no good.
#include <regex>
#include <set>

#include "county/served_county.h"
#include "server/clerk/topics.h"
#include "server/founding/publishing.h"
#include "server/front/crowd.h"
#include "server/http/opinion_form.h"
#include "server/http/phone_strings.h"
#include "shared/feed/public_entities.h"

namespace county {
namespace {

using studio::Ballot;

const std::string kLamps = "/t/square-lamps";
const std::string kCanteen = "/t/elders-canteen";
constexpr const char* kFormType = "application/x-www-form-urlencoded";

std::string BallotText(const Ballot& ballot) { return studio::ToBase64Url(ballot); }

std::string FormOf(const std::string& stance, const std::string& words = "",
                   const std::string& ballot = "") {
  return httplib::detail::params_to_query_str(
      {{"stance", stance}, {"words", words}, {"ballot", ballot}});
}

bool Says(const httplib::Result& page, const std::string& text) {
  REQUIRE(page);
  return page->body.find(text) != std::string::npos;
}

// As they are told when their turn has come.
std::string CountsOf(TestCounty& county, const std::string& id = "square-lamps") {
  std::string text;
  county.Advance(kCountsEveryMs);
  county.office().FeedVersion();
  const auto body = county.Open().EntityBody("topic", id);
  const auto topic = studio::TopicFromJson(body.value(), id);
  for (const auto& count : topic.value().counts) {
    text += (text.empty() ? "" : ", ") + count.origin + " " + std::to_string(count.agree) + "/" +
            std::to_string(count.differ) + "/" + std::to_string(count.suggest);
  }
  return text;
}

// The ballot in the cookie that a page sets; empty: it sets none.
std::string CookieIn(const httplib::Result& page) {
  const std::string cookie = page->get_header_value("Set-Cookie");
  const std::size_t from = cookie.find('=');
  return from == std::string::npos ? "" : cookie.substr(from + 1, cookie.find(';') - from - 1);
}

void PutTopic(TestCounty& county, const nlohmann::json& body) {
  Ledger ledger = county.Open();
  const nlohmann::json changes = {
      {"changes", {{{"kind", "topic"}, {"id", "square-lamps"}, {"body", body}}}}};
  REQUIRE(Publish(ledger, changes.dump()));
}

std::size_t Opinions(const TestCounty& county) { return county.Open().Opinions().size(); }

struct Phone : Client {
  explicit Phone(const Served& served) : Client(served) {}
  httplib::Result Say(const std::string& path, const std::string& form,
                      const httplib::Headers& headers = {}) {
    return Post(path, headers, form, kFormType);
  }
};

PhoneVoice SayFrom(TestCounty& county, const std::string& address) {
  studio::OpinionBody opinion;
  opinion.topic = "square-lamps";
  opinion.ballot = studio::RandomBallot();
  return county.office().TakePhoneOpinion(opinion, {NetworkOf(address), WideNetworkOf(address)});
}

}  // namespace

TEST_CASE("a topic's page shows what there is to know, and nothing from elsewhere") {
  TestCounty county;
  Served served(county);
  Phone phone(served);
  const auto page = phone.Get(kLamps);
  REQUIRE(page);
  CHECK(page->status == 200);
  CHECK(page->get_header_value("Content-Type") == "text/html; charset=utf-8");
  CHECK(page->get_header_value("Cache-Control") == "no-store");
  CHECK(page->get_header_value("Referrer-Policy") == "no-referrer");
  CHECK(page->get_header_value("X-Content-Type-Options") == "nosniff");
  const std::string policy = page->get_header_value("Content-Security-Policy");
  CHECK(policy.starts_with("default-src 'none'; style-src 'nonce-"));
  CHECK(policy.find("form-action 'self'") != std::string::npos);
  std::smatch nonce;
  REQUIRE(std::regex_search(policy, nonce, std::regex("nonce-([A-Za-z0-9_-]{22})'")));
  CHECK(Says(page, "<style nonce=\"" + nonce[1].str() + "\">"));
  for (const char* text :
       {"width=device-width", "示例村小广场的灯", "示例甲", "11月20日", "征集议题", "协商",
        "收到的意见", "要花多少", "赞成", "有不同意见", "提建议", "maxlength=\"500\"",
        say::kCountsBallots, say::kNoBallots, say::kDangerCalls}) {
    CAPTURE(text);
    CHECK(Says(page, text));
  }
  for (const char* text : {"<script", "src=", "@import", "url(", "<link", "style=\"", "onclick"}) {
    CAPTURE(text);
    CHECK_FALSE(Says(page, text));
  }
  CHECK(page->body.size() < 16 * 1024);
  const auto again = phone.Get(kLamps);
  CHECK(again->get_header_value("Content-Security-Policy") != policy);
}

TEST_CASE("what was said on the phone is counted, and its page says so") {
  TestCounty county;
  Served served(county);
  Phone phone(served);
  const std::string ballot = BallotText(studio::RandomBallot());
  const std::string path = kLamps + "?b=" + ballot;
  CHECK_FALSE(Says(phone.Get(path), say::kHeard));
  const auto said = phone.Say(path, FormOf("agree", "九点半关"));
  REQUIRE(said);
  CHECK(said->status == 303);
  const std::string thanks = said->get_header_value("Location");
  CHECK(thanks == kLamps + "/thanks?said=counted&b=" + ballot);
  CHECK(Says(phone.Get(thanks), say::kCounted));
  CHECK(Says(phone.Get(thanks), "href=\"" + path + "\""));
  CHECK(Says(phone.Get(path), say::kHeard));
  CHECK_FALSE(Says(phone.Get(path), "九点半关"));
  CHECK(Says(phone.Get(path), "用手机 1 份"));

  county.AdvanceHours(1);
  const auto changed = phone.Say(path, FormOf("differ"));
  CHECK(changed->get_header_value("Location") == kLamps + "/thanks?said=changed&b=" + ballot);
  CHECK(Says(phone.Get(changed->get_header_value("Location")), say::kChanged));
  CHECK(CountsOf(county) == "phone 0/1/0");
}

TEST_CASE("a phone without a ballot gets one of its own, and keeps it") {
  TestCounty county;
  Served served(county);
  Phone phone(served);
  const auto page = phone.Get(kLamps);
  const std::string cookie = page->get_header_value("Set-Cookie");
  CHECK(cookie == "ballot=" + CookieIn(page) +
                      "; Path=/t/square-lamps; Max-Age=5184000; Secure; HttpOnly; SameSite=Lax");
  CHECK(ReadBallot(CookieIn(page)));
  CHECK(CookieIn(phone.Get(kLamps)) != CookieIn(page));
  const httplib::Headers kept = {{"Cookie", "other=1; ballot=" + CookieIn(page)}};
  CHECK(CookieIn(phone.Get(kLamps, kept)) == CookieIn(page));

  SUBCASE("by its cookie") {
    phone.Say(kLamps, FormOf("agree", "", CookieIn(page)), kept);
    CHECK(phone.Say(kLamps, FormOf("differ", "", CookieIn(page)), kept)
              ->get_header_value("Location") == kLamps + "/thanks?said=changed");
  }
  SUBCASE("by the form alone, where it keeps no cookies") {
    phone.Say(kLamps, FormOf("agree", "", CookieIn(page)));
    phone.Say(kLamps, FormOf("differ", "", CookieIn(page)));
  }
  CHECK(CountsOf(county) == "phone 0/1/0");
}

TEST_CASE("a ballot in the address is that one ballot, and no cookie keeps it for the next") {
  TestCounty county;
  Served served(county);
  Phone phone(served);
  const std::string ballot = BallotText(studio::RandomBallot());
  const httplib::Headers own = {{"Cookie", "ballot=" + BallotText(studio::RandomBallot())}};
  const auto page = phone.Get(kLamps + "?b=" + ballot, own);
  CHECK_FALSE(page->has_header("Set-Cookie"));
  CHECK(Says(page, "https://" + served.authority() + kLamps + "</p>"));
  phone.Say(kLamps + "?b=" + ballot, FormOf("agree"), own);
  CHECK(county.Open().Opinions().at(0).ballot == *ReadBallot(ballot));
}

TEST_CASE("each fault of a form is a clear sentence, and what was typed is kept") {
  TestCounty county;
  Served served(county);
  Phone phone(served);
  const std::string path = kLamps + "?b=" + BallotText(studio::RandomBallot());
  std::string long_words;
  for (int i = 0; i < 501; ++i) long_words += "字";
  const auto fault = [&](const std::string& form) {
    auto page = phone.Say(path, form);
    REQUIRE(page);
    CHECK(page->status == 422);
    return page;
  };
  const auto unchosen = fault(FormOf("", "写了半天的话"));
  CHECK(Says(unchosen, say::kChooseFirst));
  CHECK(Says(unchosen, ">\n写了半天的话</textarea>"));
  CHECK(Says(fault(FormOf("maybe")), say::kChooseFirst));
  const auto too_long = fault(FormOf("suggest", long_words));
  CHECK(Says(too_long, "写得太长了：现在有 501 个字"));
  CHECK(Says(too_long, long_words));
  CHECK(Says(too_long, "value=\"suggest\" required checked"));
  CHECK(Says(fault(FormOf("suggest", " \r\n ")), say::kSuggestNeedsWords));
  CHECK(Says(fault("stance=agree&words=%FF%FE"), say::kNotReadable));
  CHECK(Says(fault(""), say::kChooseFirst));
  CHECK(Says(fault("stance=agree&words=%E5%AD"), say::kNotReadable));
  CHECK(Opinions(county) == 0);
  CHECK(phone.Say(path, FormOf("suggest", long_words.substr(3)))->status == 303);
}

TEST_CASE("what is no form, no ballot or no topic gets a page that says so") {
  TestCounty county;
  Served served(county);
  Phone phone(served);
  const auto expect = [](const httplib::Result& page, int status, const char* text) {
    CAPTURE(text);
    CHECK(Says(page, text));
    CHECK(page->status == status);
    CHECK(page->get_header_value("Content-Type") == "text/html; charset=utf-8");
  };
  for (const char* bad : {"x", "", "AAAA", "AAAAAAAAAAAAAAAAAAAAAAA", "%00", "<script>"}) {
    CAPTURE(bad);
    expect(phone.Get(kLamps + "?b=" + bad), 400, say::kBadBallot);
    expect(phone.Say(kLamps + "?b=" + bad, FormOf("agree")), 400, say::kBadBallot);
  }
  expect(phone.Say(kLamps, FormOf("agree", "", "nonsense")), 400, say::kNoBallot);
  expect(phone.Get("/t/nowhere"), 404, say::kNoTopic);
  expect(phone.Get("/t/nowhere/thanks"), 404, say::kNoTopic);
  expect(phone.Say("/t/nowhere?b=" + BallotText(studio::RandomBallot()), FormOf("agree")), 404,
         say::kNoTopic);
  expect(Phone(served).Say(kLamps, FormOf("agree", std::string(17 * 1024, 'x'))), 413,
         say::kTooLarge);
  CheckRefused(phone.Get("/t/a b"), 404, "not_found");
  CheckRefused(phone.Get("/t/square-lamps/else"), 404, "not_found");
  CHECK(Opinions(county) == 0);
}

TEST_CASE("a form that another site had the browser send is not taken") {
  TestCounty county;
  Served served(county);
  Phone phone(served);
  const std::string path = kLamps + "?b=" + BallotText(studio::RandomBallot());
  const std::string own = "https://" + served.authority();
  for (const httplib::Headers& foreign : {httplib::Headers{{"Origin", "https://elsewhere.example"}},
                                          {{"Origin", "http://localhost"}},
                                          {{"Origin", own + ".evil"}},
                                          {{"Sec-Fetch-Site", "cross-site"}, {"Origin", "null"}},
                                          {{"Sec-Fetch-Site", "same-site"}},
                                          {{"Sec-Fetch-Site", "cross-site"}, {"Origin", own}}}) {
    const auto refused = phone.Say(path, FormOf("agree"), foreign);
    CHECK(Says(refused, say::kFromElsewhere));
    CHECK(refused->status == 403);
  }
  CHECK(Opinions(county) == 0);
  for (const httplib::Headers& ours : {httplib::Headers{{"Origin", own}},
                                       {{"Origin", "null"}, {"Sec-Fetch-Site", "same-origin"}},
                                       {{"Sec-Fetch-Site", "none"}},
                                       {}}) {
    CHECK(phone.Say(path, FormOf("agree"), ours)->status == 303);
  }
}

TEST_CASE("a form that does not tell the cookie's own ballot is not taken, whatever else is told") {
  TestCounty county;
  Served served(county);
  Phone phone(served);
  const std::string own = BallotText(studio::RandomBallot());
  const httplib::Headers cookie = {{"Cookie", "ballot=" + own}};
  for (const std::string& made_up :
       {BallotText(studio::RandomBallot()), std::string(), own + "A"}) {
    const auto refused = phone.Say(kLamps, FormOf("agree", "", made_up), cookie);
    CHECK(Says(refused, say::kFromElsewhere));
    CHECK(refused->status == 403);
  }
  CHECK(Opinions(county) == 0);
  CHECK(phone.Say(kLamps, FormOf("agree", "", own), cookie)->status == 303);
}

TEST_CASE("whatever somebody wrote is text on the page") {
  TestCounty county;
  const std::string nasty = "<img src=x onerror=\"alert('1')\">&amp;";
  PutTopic(county, {{"title", nasty},
                    {"summary", nasty},
                    {"leading_name", nasty},
                    {"closes", "2027-01-01"},
                    {"steps", {{{"name", nasty}, {"date", nasty}}}},
                    {"background", {{{"title", nasty}, {"text", nasty}}}},
                    {"voices", {nasty}},
                    {"result", nasty}});
  Served served(county);
  Phone phone(served);
  const std::string path = kLamps + "?b=" + BallotText(studio::RandomBallot());
  std::vector<httplib::Result> pages;
  pages.push_back(phone.Get(path));
  pages.push_back(phone.Say(path, FormOf("", nasty)));
  pages.push_back(phone.Get(kLamps + "/thanks?said=" + httplib::detail::encode_query_param(nasty)));
  pages.push_back(phone.Get(path, {{"Host", "a\"b<c"}}));
  for (const auto& page : pages) {
    CHECK_FALSE(Says(page, "<img"));
    CHECK_FALSE(Says(page, "onerror=\""));
    CHECK_FALSE(Says(page, "b<c"));
  }
  CHECK(Says(phone.Get(path), "&lt;img src=x onerror=&quot;alert(&#39;1&#39;)&quot;&gt;&amp;amp;"));
}

TEST_CASE("after its end a topic shows what came of it, and keeps what comes late") {
  TestCounty county;
  Served served(county);
  Phone phone(served);
  const auto page = phone.Get(kCanteen);
  CHECK(Says(page, say::kClosed));
  CHECK(Says(page, "每人收两元"));
  CHECK(Says(page, "灶台是市里给换的"));
  CHECK(Says(page, "我可以帮着送"));
  CHECK_FALSE(Says(page, "<form"));
  const std::string before = CountsOf(county, "elders-canteen");
  const auto late = phone.Say(kCanteen + "?b=" + BallotText(studio::RandomBallot()),
                              FormOf("suggest", "晚了也说一句"));
  CHECK(late->status == 303);
  CHECK(Says(phone.Get(late->get_header_value("Location")), say::kLate));
  CHECK(CountsOf(county, "elders-canteen") == before);
  const auto listed = nlohmann::json::parse(TopicsJson(county.Open(), county.keys()));
  for (const auto& topic : listed) {
    if (topic["id"] != "elders-canteen") continue;
    CHECK(topic["opinions"][0]["words"] == "晚了也说一句");
    CHECK(topic["opinions"][0]["late"] == true);
  }
}

TEST_CASE("a topic that has not begun says when, and takes nothing yet") {
  TestCounty county;
  PutTopic(county, {{"title", "明年再说"}, {"opens", "2027-02-03"}});
  Served served(county);
  Phone phone(served);
  const std::string path = kLamps + "?b=" + BallotText(studio::RandomBallot());
  CHECK(Says(phone.Get(path), "2027年2月3日"));
  CHECK_FALSE(Says(phone.Get(path), "<form"));
  const auto early = phone.Say(path, FormOf("agree"));
  CHECK(early->status == 409);
  CHECK(Says(early, say::kNotOpenYet));
  CHECK(Opinions(county) == 0);
}

TEST_CASE("new ballots come so many a minute from one network, and who has one goes on") {
  TestCounty county;
  Served served(county);
  Phone phone(served);
  const std::string known = kLamps + "?b=" + BallotText(studio::RandomBallot());
  REQUIRE(phone.Say(known, FormOf("agree"))->status == 303);
  for (std::size_t i = 1; i < kFreshBallotsOfANetwork; ++i) {
    phone.Say(kLamps + "?b=" + BallotText(studio::RandomBallot()), FormOf("agree"));
  }
  CHECK(Opinions(county) == kFreshBallotsOfANetwork);
  const std::string fresh = kLamps + "?b=" + BallotText(studio::RandomBallot());
  const auto crowded = phone.Say(fresh, FormOf("differ", "我也有话说"));
  CHECK(crowded->status == 429);
  CHECK(crowded->get_header_value("Retry-After") == "60");
  CHECK(Says(crowded, say::kCrowded));
  CHECK(Says(crowded, "我也有话说"));
  CHECK(phone.Say(known, FormOf("differ"))->status == 303);
  CHECK(phone.Say("/t/town-bus?b=" + BallotText(studio::RandomBallot()), FormOf("agree"))->status ==
        303);
  CHECK(Opinions(county) == kFreshBallotsOfANetwork + 2);
  county.AdvanceHours(1);
  CHECK(phone.Say(fresh, FormOf("differ"))->status == 303);
}

TEST_CASE("a script of one network locks no phone of another out, and all together have a bound") {
  TestCounty county;
  const auto say = [&](const std::string& address) { return SayFrom(county, address); };
  for (std::size_t i = 0; i < kFreshBallotsOfANetwork; ++i) {
    REQUIRE(say("203.0.113.7") == PhoneVoice::kCounted);
  }
  CHECK(say("203.0.113.250") == PhoneVoice::kCrowded);
  CHECK(say("203.0.114.7") == PhoneVoice::kCounted);
  CHECK(say("2001:db8:0:1::7") == PhoneVoice::kCounted);
  CHECK(NetworkOf("2001:db8:0:1::7") == NetworkOf("2001:db8:0:1:ffff::9"));
  CHECK(NetworkOf("2001:db8:0:1::7") != NetworkOf("2001:db8:0:2::7"));
  for (std::size_t i = kFreshBallotsOfANetwork + 2; i < kFreshBallotsAMinute; ++i) {
    REQUIRE(say("10." + std::to_string(i % 100) + ".1.1") == PhoneVoice::kCounted);
  }
  CHECK(say("198.51.100.1") == PhoneVoice::kCrowded);
  county.Advance(studio::kMinuteMs);
  CHECK(say("203.0.113.250") == PhoneVoice::kCounted);
}

TEST_CASE("who has many networks of one subscriber locks nobody else out") {
  const auto check = [](const std::string& before, const std::string& behind,
                        const std::string& someone) {
    CAPTURE(before);
    TestCounty county;
    std::size_t counted = 0;
    for (std::size_t i = 0; i < kFreshBallotsAMinute; ++i) {
      const std::string address = before + std::to_string(i % 20) + behind;
      counted += SayFrom(county, address) == PhoneVoice::kCounted;
    }
    CHECK(counted == kNetworksOfAWideOne * kFreshBallotsOfANetwork);
    CHECK(SayFrom(county, someone) == PhoneVoice::kCounted);
    county.Advance(studio::kMinuteMs);
    CHECK(SayFrom(county, before + "1" + behind) == PhoneVoice::kCounted);
  };
  check("2001:db8:7:", "::1", "2001:db8:8:1::7");
  check("203.0.", ".1", "203.1.1.1");
}

TEST_CASE("many ballots from phones are one new version of the topic, and none is left out") {
  TestCounty county;
  const auto say = [&] {
    studio::OpinionBody opinion;
    opinion.topic = "square-lamps";
    opinion.ballot = studio::RandomBallot();
    REQUIRE(county.office().TakePhoneOpinion(opinion, {}) == PhoneVoice::kCounted);
  };
  const std::uint64_t before = county.office().FeedVersion();
  for (int i = 0; i < 20; ++i) say();
  CHECK(county.office().FeedVersion() == before + 1);  // the first
  county.Advance(kCountsEveryMs - 1);
  CHECK(county.office().FeedVersion() == before + 1);
  county.Advance(1);
  CHECK(county.office().FeedVersion() == before + 2);
  CHECK(CountsOf(county) == "phone 20/0/0");
  CHECK(county.office().FeedVersion() == before + 2);
  SUBCASE("also where the county was ended meanwhile") {
    for (int i = 0; i < 2; ++i) say();
    county.Reopen();
    CHECK(CountsOf(county) == "phone 22/0/0");
  }
}

TEST_CASE("one ballot says so many things a day") {
  TestCounty county;
  Served served(county);
  Phone phone(served);
  const std::string path = kLamps + "?b=" + BallotText(studio::RandomBallot());
  for (std::size_t i = 0; i < kOpinionsOfABallotADay; ++i) {
    REQUIRE(phone.Say(path, FormOf("agree"))->status == 303);
  }
  const auto too_often = phone.Say(path, FormOf("differ"));
  CHECK(too_often->status == 429);
  CHECK(Says(too_often, say::kTooOften));
  CHECK(CountsOf(county) == "phone 1/0/0");
  county.AdvanceHours(25);
  CHECK(phone.Say(path, FormOf("differ"))->status == 303);
}

TEST_CASE("a county with faults breaks no page for phones, and counts what it answered") {
  TestCounty county;
  FaultPlan plan;
  const std::string path = kLamps + "?b=" + BallotText(studio::RandomBallot());
  SUBCASE("faults of envelopes are not for pages") {
    plan.probability[static_cast<std::size_t>(Fault::kGarbage)] = 1;
    Faults faults(plan, county.keys(), {});
    Served served(county, &faults);
    Phone phone(served);
    CHECK(Says(phone.Get(path), "<!DOCTYPE html>"));
    CHECK(phone.Say(path, FormOf("agree"))->status == 303);
    CHECK(Opinions(county) == 1);
  }
  SUBCASE("a request that is not carried out changes nothing") {
    plan.probability[static_cast<std::size_t>(Fault::kStatus503)] = 1;
    Faults faults(plan, county.keys(), {});
    Served served(county, &faults);
    Phone phone(served);
    CHECK(phone.Get(path)->status == 503);
    CHECK(phone.Say(path, FormOf("agree"))->status == 503);
    CHECK(Opinions(county) == 0);
  }
  SUBCASE("an answer that is lost is the same ballot when it is sent again") {
    plan.probability[static_cast<std::size_t>(Fault::kDropAnswer)] = 1;
    Faults faults(plan, county.keys(), {});
    Served served(county, &faults);
    CHECK_FALSE(Phone(served).Say(path, FormOf("agree")));
    CHECK_FALSE(Phone(served).Say(path, FormOf("agree")));
    CHECK(CountsOf(county) == "phone 1/0/0");
  }
}

TEST_CASE("words lose the line ends of browsers and what no screen can show") {
  const auto form = ReadOpinionForm("stance=agree&words=+%0D%0Aone%0D%0Atwo%07%00%7F+&ballot=x");
  CHECK(form.words == "one\ntwo");
  CHECK(form.ballot == "x");
  CHECK(form.fault.empty());
}

}  // namespace county
