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
