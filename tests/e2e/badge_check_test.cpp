// `badge check`: what the screen would say to a code, without a screen.
#include <doctest/doctest.h>

#include <fstream>

#include "duty_day.h"

namespace studio::e2e {
namespace {

Finished Check(const DutyDay& day, std::vector<std::string> options) {
  std::vector<std::string> arguments = {"badge", "check", "--data", day.terminal.string(),
                                        "--json"};
  arguments.insert(arguments.end(), options.begin(), options.end());
  return Run("studio-kiosk", arguments);
}

nlohmann::json Verdict(const DutyDay& day, std::vector<std::string> options) {
  const Finished checked = Check(day, std::move(options));
  REQUIRE_MESSAGE(checked.status == 0, checked.err);
  return nlohmann::json::parse(checked.out);
}

}  // namespace

TEST_CASE("a badge is checked from its picture as from its text, and its secret is not printed") {
  DutyDay day;
  const std::string card = day.Badge("m01");
  const std::string at = day.date() + "T08:40";
  const auto seen = Verdict(day, {"--image", card, "--at", at});
  CHECK(seen["verdict"] == "on_duty");
  CHECK(seen["name"] == "示例甲");
  CHECK(seen["shift"] == day.shift());
  CHECK(seen == Verdict(day, {"--text", day.TextOf(card), "--at", at}));
  const std::string text = seen["text"];
  CHECK(text.starts_with("MS1:"));
  CHECK(text.size() < day.TextOf(card).size());
  CHECK(Verdict(day, {"--image", day.Video(card, "avi"), "--at", at})["verdict"] == "on_duty");
  CHECK(Verdict(day, {"--image", card, "--at", "2020-01-01T08:00"})["verdict"] == "not_yet_valid");
  CHECK(day.village.Outbox(day.terminal).empty());
}

TEST_CASE("no manner of writing a card or a slip has its secret printed") {
  DutyDay day;
  const std::string card = day.TextOf(day.Badge("m01"));
  const std::string secret = card.substr(card.size() - 16);
  const std::string at = day.date() + "T08:40";
  std::string small = card;
  for (char& c : small) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  const std::string good[] = {card + " ",   " " + card, card + "\n",
                              "]Q1" + card, small,      "\xe3\x80\x80" + card + "\t"};
  for (const std::string& text : good) {
    INFO(text);
    const Finished checked = Check(day, {"--text", text, "--at", at});
    REQUIRE_MESSAGE(checked.status == 0, checked.err);
    CHECK(nlohmann::json::parse(checked.out)["verdict"] == "on_duty");
    CHECK((checked.out + checked.err).find(secret) == std::string::npos);
  }
  const std::string slip = "MSR:037482156.59061473";
  for (const std::string& text :
       {card + "X", card.substr(0, card.size() - 1), "x" + card.substr(1), card.substr(40),
        "https://example.test/?c=" + card, card + card, slip, slip + " ", "a " + slip}) {
    INFO(text);
    const Finished checked = Check(day, {"--text", text, "--at", at});
    const std::string said = checked.out + checked.err;
    CHECK(said.find(secret.substr(0, 12)) == std::string::npos);
    CHECK(said.find("59061473") == std::string::npos);
  }
}

TEST_CASE("a picture of too many pixels is refused before it is decoded") {
  DutyDay day;
  // The head of a PNG of 8,000 x 8,000 pixels up to its first data: no more is looked at.
  const std::string head(
      "\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x1f\x40\0\0\x1f\x40\x08\6\0\0\0crc.\0\0\0\0IDATcrc.", 45);
  const std::string bomb = (day.village.scratch() / "bomb.png").string();
  std::ofstream(bomb, std::ios::binary) << head;
  const Finished refused = Check(day, {"--image", bomb});
  CHECK(refused.status == 1);
  CHECK_MESSAGE(refused.err.find("8000 x 8000 pixels") != std::string::npos, refused.err);
}

TEST_CASE("a picture without a badge, with two, or that is none, is said so") {
  DutyDay day;
  const auto any = Verdict(day, {"--image", day.Picture({"随便什么"})});
  CHECK(any["verdict"] == "not_a_badge");
  CHECK(any["text"] == "随便什么");

  const auto none = Verdict(day, {"--image", day.Picture({})});
  CHECK(none["verdict"] == "no_code");
  CHECK(none["text"].is_null());
  CHECK(none["says"].get<std::string>().find("no QR code") != std::string::npos);

  const std::string first = day.TextOf(day.Badge("m01")), second = day.TextOf(day.Badge("m09"));
  const auto two = Verdict(day, {"--image", day.Picture({first, second})});
  CHECK(two["verdict"] == "two_codes");
  CHECK(two["texts"].size() == 2);
  CHECK_FALSE(two.contains("name"));
  for (const std::string text : two["texts"]) CHECK((text != first && text != second));
  CHECK(Verdict(day, {"--image", day.Picture({first, "随便什么"})})["member"] == "m01");

  const std::string broken = (day.village.scratch() / "broken.png").string();
  std::ofstream(broken) << "\x89PNG no picture at all";
  const Finished unreadable = Check(day, {"--image", broken});
  CHECK(unreadable.status == 1);
  CHECK(unreadable.err.find("no picture that can be read") != std::string::npos);
  const Finished missing = Check(day, {"--image", broken + ".not"});
  CHECK(missing.status == 1);
  CHECK(missing.err.find("there is no file") != std::string::npos);
  CHECK(Check(day, {}).status != 0);
  CHECK(Check(day, {"--image", broken, "--text", first}).status != 0);
}

}  // namespace studio::e2e
