// Every way by which the county takes words, tried with what nobody can see and with what phones
// and office programs bring along.
#include <doctest/doctest.h>
#include <httplib.h>

#include "county/test_cases.h"
#include "server/clerk/topics.h"
#include "server/founding/publishing.h"
#include "server/http/opinion_form.h"
#include "server/http/phone_strings.h"
#include "shared/base/clean_text.h"
#include "shared/base/json.h"
#include "shared/base/utf8.h"
#include "test_support/nasty_texts.h"

namespace county {
namespace {

using nlohmann::json;
using studio::kBlankTexts;
using studio::kNastyTexts;
using studio::NastyText;

std::string Changes(const json& body, const std::string& kind, const std::string& id = "x1") {
  return json{{"changes", {{{"kind", kind}, {"id", id}, {"body", body}}}}}.dump();
}

OpinionForm FormSaying(std::string_view words) {
  return ReadOpinionForm("stance=suggest&ballot=x&words=" +
                         httplib::detail::encode_query_param(std::string(words)));
}

}  // namespace

TEST_CASE("what is published is clean, in every text of it") {
  TestCounty county;
  Ledger ledger = county.Open();
  for (const NastyText& nasty : kNastyTexts) {
    if (!studio::IsUtf8(nasty.written)) continue;  // no JSON
    const std::string text(nasty.written);
    REQUIRE(Publish(ledger, Changes({{"title", text}, {"text", text}}, "notice")));
    const json notice = json::parse(*ledger.EntityBody("notice", "x1"));
    CHECK(notice["title"] == nasty.as_lines);
    CHECK(notice["text"] == nasty.as_lines);
    REQUIRE(Publish(ledger,
                    Changes({{"name", "道路"}, {"sentences", json::array({text})}}, "category")));
    CHECK(json::parse(*ledger.EntityBody("category", "x1"))["sentences"][0] == nasty.as_lines);
    // What is put without having been read from a file.
    ledger.PutEntity("matter", "x1", json{{"summary", text}}.dump(), 0);
    CHECK(json::parse(*ledger.EntityBody("matter", "x1"))["summary"] ==
          studio::ReadableText(text, studio::TextKind::kLines));
  }
}

TEST_CASE("nothing is published that says nothing, nor under an id that nobody can type") {
  TestCounty county;
  Ledger ledger = county.Open();
  for (const std::string_view blank : kBlankTexts) {
    const std::string text(blank);
    for (const auto& body : {json{{"name", text}}, json{{"intro", text}, {"name", "示例甲"}}}) {
      const auto published = Publish(ledger, Changes(body, "member"));
      REQUIRE_FALSE(published);
      CHECK(published.error().detail.find("can be seen") != std::string::npos);
    }
  }
  for (const char* id : {"m1 ", " m1", "m1\u200B", "m\u00AD1", "m1\n", "m\u20031"}) {
    CHECK_FALSE(Publish(ledger, Changes({{"name", "示例甲"}}, "member", id)));
  }
  CHECK(Publish(ledger, Changes({{"name", "示例甲"}, {"intro", ""}}, "member")));
}

TEST_CASE("a phone's words are clean, and what nobody can see is no suggestion") {
  for (const std::string_view blank : kBlankTexts)
    CHECK(FormSaying(blank).fault == say::kSuggestNeedsWords);
  for (const NastyText& nasty : kNastyTexts) {
    const OpinionForm form = FormSaying(nasty.written);
    if (!studio::IsUtf8(nasty.written)) {
      CHECK(form.fault == say::kNotReadable);
      continue;
    }
    CHECK(form.fault.empty());
    CHECK(form.words == nasty.as_lines);
  }
}

TEST_CASE("an answer that says nothing is none, and one that does is read clean") {
  TestCounty county;
  TestTerminal terminal(county);
  const FiledCase filed = FileRequest(terminal);
  for (const std::string_view blank : kBlankTexts) {
    CHECK(Reply(county, filed, std::string(blank)).find("blank") != std::string::npos);
  }
  CHECK(Reply(county, filed, "灯\u200B已修好\r\n谢谢").empty());
  CHECK(Published(county, filed).reply == "灯已修好\n谢谢");
}

TEST_CASE("a request of a terminal that did not clean is listed clean") {
  TestCounty county;
  TestTerminal terminal(county);
  FileRequest(terminal, {}, "路\u200B灯\r\n坏了");
  CHECK(county.LedgerListing().at(0)["body"]["words"] == "路灯\n坏了");
}

}  // namespace county
