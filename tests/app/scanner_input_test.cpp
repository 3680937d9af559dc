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
struct ScannerRig {
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

void CheckOne(ScannerRig& rig, CodeKind kind, const std::string& text) {
  rig.Wait(2000);
  CHECK(rig.page.empty());
  REQUIRE(rig.codes.size() == 1);
  CHECK(rig.codes[0].kind == kind);
  REQUIRE(rig.codes[0].texts.size() == 1);
  CHECK(rig.codes[0].texts[0] == text);
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
            ScannerRig rig;
            rig.Type(lead + text, apart);
            if (end == 1 || end == 3) rig.End(Key::kEnter, apart);
            if (end == 2) rig.End(Key::kTab, apart);
            if (end == 3) rig.End(Key::kEnter, apart);  // CR and LF
            if (end == 4) rig.Type("\x03", apart);
            if (end == 5) rig.Type(" \r\n", apart);
            CheckOne(rig, kind, code);
          }
        }
      }
    }
  }
}

TEST_CASE("nor where it comes within one frame, or within many that are slow to draw") {
  const std::string card = Card();
  ScannerRig rig;
  rig.Frame({Text(card), Press(Key::kEnter)});
  CheckOne(rig, CodeKind::kCard, card);

  ScannerRig slow;
  slow.Frame({Text(card.substr(0, 2))});
  slow.now += 900;
  slow.Frame({Text(card.substr(2, 1)), Text(card.substr(3, 40))});
  slow.now += 900;
  slow.Frame({Text(card.substr(43)), Press(Key::kEnter)});
  CheckOne(slow, CodeKind::kCard, card);

  ScannerRig other;
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
  ScannerRig rig;
  const std::string card = Card();
  rig.Type(card, 5);
  rig.End(Key::kEnter, 600);
  CheckOne(rig, CodeKind::kCard, card);
  rig.End(Key::kEnter, 2000);
  CHECK(rig.page == "\n");
}

TEST_CASE("what somebody types goes on, in its order and within the time of two frames") {
  for (const std::int64_t apart : {40, 60, 90, 300}) {
    ScannerRig rig;
    rig.Type("13800000000", apart);
    rig.Wait(ScannerInput::kFastMs + 1);
    CHECK(rig.page == "13800000000");
    rig.End(Key::kEnter, 90);
    CHECK(rig.page == "13800000000\n");
    CHECK(rig.codes.empty());
  }
  for (const std::string text :
       {"mother's ms", "MSG: m", "msr", "] [ \\n", "Mm ms1 x", "ok，好。"}) {
    ScannerRig rig;
    rig.Type(text, 70);
    rig.Wait(ScannerInput::kStartPauseMs + 1);
    CHECK(rig.page == text);
    CHECK(rig.codes.empty());
  }
}

TEST_CASE("an input method's words go on at once, and a key held down goes on") {
  ScannerRig rig;
  rig.Frame({Text("村口的路灯坏了")});
  CHECK(rig.page == "村口的路灯坏了");
  rig.Frame({Text("LED")});
  rig.Wait(ScannerInput::kFastMs + 1);
  CHECK(rig.page == "村口的路灯坏了LED");
  rig.End(Key::kEnter, 90);
  CHECK(rig.page == "村口的路灯坏了LED\n");

  ScannerRig held;
  for (int i = 0; i < 40; ++i) held.Type("a", 25);
  held.Wait(100);
  CHECK(held.page == std::string(40, 'a'));
  CHECK(held.codes.empty());
}

TEST_CASE("a finger that comes down finds on the page what was typed before it") {
  ScannerRig rig;
  rig.Type("m", 70);
  CHECK(rig.page.empty());
  InputEvent down;
  down.kind = InputEvent::Kind::kDown;
  rig.Frame({down});
  CHECK(rig.page == "m");
}

TEST_CASE("other codes are told from typing by their speed alone") {
  for (const std::string code : {"https://weixin.qq.com/r/abc", "6901234567892", "123456"}) {
    ScannerRig rig;
    rig.Type(code, 8);
    rig.End(Key::kEnter, 8);
    CheckOne(rig, CodeKind::kOther, code);
  }
  ScannerRig unended;
  unended.Type("6901234567892", 8);
  CheckOne(unended, CodeKind::kOther, "6901234567892");
  ScannerRig few;
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
        ScannerRig rig;
        rig.Type(part, apart);
        if (ended) rig.End(Key::kEnter);
        rig.Wait(2000);
        CHECK(rig.page.empty());
        REQUIRE(rig.codes.size() == 1);
        CHECK(rig.codes[0].kind == CodeKind::kCut);
      }
      ScannerRig whole;
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
  ScannerRig rig;
  rig.Type(one + two, 5);
  rig.End(Key::kEnter);
  REQUIRE(rig.codes.size() == 1);
  CHECK(rig.codes[0].kind == CodeKind::kCard);
  CHECK(rig.codes[0].texts == std::vector<std::string>{one, two});
  rig.Type(one, 5);
  rig.End(Key::kEnter);
  rig.Type(two, 5);
  rig.End(Key::kEnter);
  CHECK(rig.codes.size() == 3);
  rig.Type(one + kSlip, 5);
  rig.End(Key::kEnter);
  REQUIRE(rig.codes.size() == 4);
  CHECK(rig.codes[3].kind == CodeKind::kCut);
  CHECK(rig.page.empty());
}

TEST_CASE("something far too long is no code and does not stay") {
  ScannerRig rig;
  rig.Type(Card() + std::string(5000, 'A'), 1);
  rig.End(Key::kEnter, 1);
  CHECK(rig.page.empty());
  REQUIRE(rig.codes.size() == 1);
  CHECK(rig.codes[0].kind == CodeKind::kCut);
  rig.codes.clear();
  const std::string card = Card();
  rig.Type(card, 2);
  rig.End(Key::kEnter, 2);
  CheckOne(rig, CodeKind::kCard, card);
}
