#include "app/base/scanner_input.h"

#include <doctest/doctest.h>

#include "shared/record/badge.h"
#include "shared/record/receipt.h"

using namespace studio;

namespace {

std::string Card(std::string_view member = "m01") {
  Badge badge;
  badge.county = 411281;
  badge.member = member;
  badge.issued_s = 1;
  badge.expires_s = 2'000'000'000;
  BadgeSecret secret;
  for (std::size_t i = 0; i < secret.size(); ++i) {
    badge.nonce[i] = static_cast<std::uint8_t>(37 + 91 * i);
    secret[i] = static_cast<std::uint8_t>(11 + 57 * i * i);
  }
  return SignBadge(badge, SigningKey::FromSeed({1}), secret).Text(true);
}

const std::string kSlip = SlipText(ReceiptNumber::Make(37, 48215), *LookupCode::Parse("59061473"));

InputEvent Text(std::string text) {
  InputEvent event;
  event.kind = InputEvent::Kind::kText;
  event.text = std::move(text);
  return event;
}

InputEvent Press(Key key) {
  InputEvent event;
  event.kind = InputEvent::Kind::kKey;
  event.key = key;
  return event;
}

std::string Lowered(std::string text) {
  for (char& c : text) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return text;
}

std::string Widened(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == ' ') {
      out += "\u3000";
      continue;
    }
    const unsigned point = 0xFF01u + static_cast<unsigned>(c - '!');
    out += static_cast<char>(0xE0 | point >> 12);
    out += static_cast<char>(0x80 | (point >> 6 & 0x3F));
    out += static_cast<char>(0x80 | (point & 0x3F));
  }
  return out;
}

// A scanner or a person before the recogniser, and the page behind it.
struct ScannerDesk {
  ScannerInput scanner;
  std::int64_t now = 5000;
  std::string page;  // what reached it; "\n" and "\t" for keys
  std::vector<ScannedCode> codes;

  void Frame(std::vector<InputEvent> events) {
    std::vector<InputEvent> on;
    scanner.Take(std::move(events), now, on);
    for (const InputEvent& event : on) {
      if (event.kind == InputEvent::Kind::kText) page += event.text;
      if (event.kind == InputEvent::Kind::kKey) page += event.key == Key::kTab ? "\t" : "\n";
    }
    while (auto code = scanner.Code()) codes.push_back(std::move(*code));
  }
  // Frames are drawn as they are asked for.
  void Wait(std::int64_t ms) {
    const std::int64_t until = now + ms;
    for (std::int64_t at = scanner.NextCallAt(); at >= 0 && at <= until;
         at = scanner.NextCallAt()) {
      now = std::max(now, at);
      Frame({});
    }
    now = until;
  }
  void Type(std::string_view text, std::int64_t apart) {
    for (std::size_t at = 0, size = 0; at < text.size(); at += size) {
      PlainKey(text.substr(at), size);
      Wait(apart);
      Frame({Text(std::string(text.substr(at, size)))});
    }
  }
  void End(Key key, std::int64_t apart = 5) {
    Wait(apart);
    Frame({Press(key)});
  }
};

void CheckOne(ScannerDesk& desk, CodeKind kind, const std::string& text) {
  desk.Wait(2000);
  CHECK(desk.page.empty());
  REQUIRE(desk.codes.size() == 1);
  CHECK(desk.codes[0].kind == kind);
  REQUIRE(desk.codes[0].texts.size() == 1);
  CHECK(desk.codes[0].texts[0] == text);
}

}  // namespace

TEST_CASE("a card or a slip is one however a scanner types it, and no page sees a character") {
  const std::vector<std::string> before = {"",         " ",           "  ",   "]Q1",
                                           "]q1",      "]Q3\\000026", "\x02", "\\000026",
                                           "、000026", "］Ｑ１",      "]C0 ", "A"};
  const std::vector<std::pair<std::string, CodeKind>> codes = {{Card(), CodeKind::kCard},
                                                               {kSlip, CodeKind::kSlip}};
  for (const auto& [code, kind] : codes) {
    for (const std::string& text : {code, Lowered(code), Widened(code), Widened(Lowered(code))}) {
      for (const std::string& lead : before) {
        for (const std::int64_t apart : {0, 1, 8, 30, 60, 110}) {
          if (lead == "A" && apart > 30) continue;  // then it is a letter of somebody's
          for (const int end : {0, 1, 2, 3, 4, 5}) {
            CAPTURE(lead);
            CAPTURE(apart);
            CAPTURE(end);
            ScannerDesk desk;
            desk.Type(lead + text, apart);
            if (end == 1 || end == 3) desk.End(Key::kEnter, apart);
            if (end == 2) desk.End(Key::kTab, apart);
            if (end == 3) desk.End(Key::kEnter, apart);  // CR and LF
            if (end == 4) desk.Type("\x03", apart);
            if (end == 5) desk.Type(" \r\n", apart);
            CheckOne(desk, kind, code);
          }
        }
      }
    }
  }
}

TEST_CASE("nor where it comes within one frame, or within many that are slow to draw") {
  const std::string card = Card();
  ScannerDesk desk;
  desk.Frame({Text(card), Press(Key::kEnter)});
  CheckOne(desk, CodeKind::kCard, card);

  ScannerDesk slow;
  slow.Frame({Text(card.substr(0, 2))});
  slow.now += 900;
  slow.Frame({Text(card.substr(2, 1)), Text(card.substr(3, 40))});
  slow.now += 900;
  slow.Frame({Text(card.substr(43)), Press(Key::kEnter)});
  CheckOne(slow, CodeKind::kCard, card);

  ScannerDesk other;
  other.Frame({Text("ht")});
  for (const std::string_view more : {"tps:/", "/example", ".test/"}) {
    other.now += 120;
    std::vector<InputEvent> events;
    for (const char letter : more) events.push_back(Text(std::string(1, letter)));
    other.Frame(std::move(events));
  }
  other.Frame({Press(Key::kEnter)});
  CheckOne(other, CodeKind::kOther, "https://example.test/");
}

TEST_CASE("an end that comes late ends nothing else") {
  ScannerDesk desk;
  const std::string card = Card();
  desk.Type(card, 5);
  desk.End(Key::kEnter, 600);
  CheckOne(desk, CodeKind::kCard, card);
  desk.End(Key::kEnter, 2000);
  CHECK(desk.page == "\n");
}

TEST_CASE("what somebody types goes on, in its order and within the time of two frames") {
  for (const std::int64_t apart : {40, 60, 90, 300}) {
    ScannerDesk desk;
    desk.Type("13800000000", apart);
    desk.Wait(ScannerInput::kFastMs + 1);
    CHECK(desk.page == "13800000000");
    desk.End(Key::kEnter, 90);
    CHECK(desk.page == "13800000000\n");
    CHECK(desk.codes.empty());
  }
  for (const std::string text :
       {"mother's ms", "MSG: m", "msr", "] [ \\n", "Mm ms1 x", "ok，好。"}) {
    ScannerDesk desk;
    desk.Type(text, 70);
    desk.Wait(ScannerInput::kStartPauseMs + 1);
    CHECK(desk.page == text);
    CHECK(desk.codes.empty());
  }
}

TEST_CASE("an input method's words go on at once, and a key held down goes on") {
  ScannerDesk desk;
  desk.Frame({Text("村口的路灯坏了")});
  CHECK(desk.page == "村口的路灯坏了");
  desk.Frame({Text("LED")});
  desk.Wait(ScannerInput::kFastMs + 1);
  CHECK(desk.page == "村口的路灯坏了LED");
  desk.End(Key::kEnter, 90);
  CHECK(desk.page == "村口的路灯坏了LED\n");

  ScannerDesk held;
  for (int i = 0; i < 40; ++i) held.Type("a", 25);
  held.Wait(100);
  CHECK(held.page == std::string(40, 'a'));
  CHECK(held.codes.empty());
}

TEST_CASE("a finger that comes down finds on the page what was typed before it") {
  ScannerDesk desk;
  desk.Type("m", 70);
  CHECK(desk.page.empty());
  InputEvent down;
  down.kind = InputEvent::Kind::kDown;
  desk.Frame({down});
  CHECK(desk.page == "m");
}

TEST_CASE("other codes are told from typing by their speed alone") {
  for (const std::string code : {"https://weixin.qq.com/r/abc", "6901234567892", "123456"}) {
    ScannerDesk desk;
    desk.Type(code, 8);
    desk.End(Key::kEnter, 8);
    CheckOne(desk, CodeKind::kOther, code);
  }
  ScannerDesk unended;
  unended.Type("6901234567892", 8);
  CheckOne(unended, CodeKind::kOther, "6901234567892");
  ScannerDesk few;
  few.Type("12345", 2);
  few.End(Key::kEnter, 2);
  CHECK(few.page == "12345\n");
}

TEST_CASE("a card that was cut is told, and its rest reaches no page either") {
  const std::string card = Card();
  for (const std::string& part :
       {card.substr(0, 60), card.substr(0, 4), card.substr(0, card.size() - 1), card.substr(60),
        card.substr(2), card.substr(card.size() - 40), Lowered(card.substr(80)),
        kSlip.substr(0, 12)}) {
    for (const bool ended : {true, false}) {
      CAPTURE(part);
      for (const std::int64_t apart : {0, 8, 20}) {
        ScannerDesk desk;
        desk.Type(part, apart);
        if (ended) desk.End(Key::kEnter);
        desk.Wait(2000);
        CHECK(desk.page.empty());
        REQUIRE(desk.codes.size() == 1);
        CHECK(desk.codes[0].kind == CodeKind::kCut);
      }
      ScannerDesk whole;
      whole.Frame({Text(part)});
      if (ended) whole.End(Key::kEnter);
      whole.Wait(2000);
      CHECK(whole.page.empty());
      CHECK(whole.codes.size() == 1);
    }
  }
}

TEST_CASE("two cards run together are two cards") {
  const std::string one = Card("m01"), two = Card("m02");
  ScannerDesk desk;
  desk.Type(one + two, 5);
  desk.End(Key::kEnter);
  REQUIRE(desk.codes.size() == 1);
  CHECK(desk.codes[0].kind == CodeKind::kCard);
  CHECK(desk.codes[0].texts == std::vector<std::string>{one, two});
  desk.Type(one, 5);
  desk.End(Key::kEnter);
  desk.Type(two, 5);
  desk.End(Key::kEnter);
  CHECK(desk.codes.size() == 3);
  desk.Type(one + kSlip, 5);
  desk.End(Key::kEnter);
  REQUIRE(desk.codes.size() == 4);
  CHECK(desk.codes[3].kind == CodeKind::kCut);
  CHECK(desk.page.empty());
}

TEST_CASE("something far too long is no code and does not stay") {
  ScannerDesk desk;
  desk.Type(Card() + std::string(5000, 'A'), 1);
  desk.End(Key::kEnter, 1);
  CHECK(desk.page.empty());
  REQUIRE(desk.codes.size() == 1);
  CHECK(desk.codes[0].kind == CodeKind::kCut);
  desk.codes.clear();
  const std::string card = Card();
  desk.Type(card, 2);
  desk.End(Key::kEnter, 2);
  CheckOne(desk, CodeKind::kCard, card);
}
