#include <doctest/doctest.h>
#include <spdlog/sinks/ostream_sink.h>
#include <spdlog/spdlog.h>

#include <algorithm>
#include <cstdlib>
#include <map>
#include <memory>
#include <set>
#include <sstream>
#include <utility>

#include "app/base/scanner_input.h"
#include "demo_badge.h"
#include "page_rules.h"
#include "pages.h"
#include "shared/record/receipt.h"

using namespace studio;

namespace {

const std::string kSlip =
    SlipText(FakeRequestStore::SomeSlip().number, *LookupCode::Parse("59061473"));

std::string Lowered(std::string text) {
  for (char& c : text) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return text;
}

struct Manner {
  std::string_view name;
  std::string typed;
  Key end = Key::kNone;
  bool in_one = false;  // event, else one a character
  bool Card() const { return name.starts_with("card") && !Cut(); }
  bool Slip() const { return name.starts_with("slip"); }
  bool Cut() const { return name.find("cut") != name.npos; }
};

std::vector<Manner> Manners() {
  const std::string card = DemoCard("m01");
  return {{"card", card, Key::kEnter},
          {"card by Caps Lock, no end", Lowered(card)},
          {"card with its symbology, Tab", " ]Q1\\000026" + card, Key::kTab, true},
          {"card cut at its end", card.substr(0, 90), Key::kEnter},
          {"card cut at its beginning", card.substr(50), Key::kEnter},
          {"two cards in one", card + DemoCard("m02"), Key::kEnter},
          {"slip", kSlip, Key::kEnter},
          {"slip, no end", kSlip, Key::kNone, true},
          {"something else", "https://weixin.qq.com/r/x9A", Key::kEnter}};
}

void Scan(ScreenRig& rig, const Manner& manner) {
  std::vector<InputEvent> events;
  const auto text = [&](std::string_view typed) {
    InputEvent event;
    event.kind = InputEvent::Kind::kText;
    event.text = typed;
    events.push_back(std::move(event));
  };
  if (manner.in_one) text(manner.typed);
  if (!manner.in_one)
    for (const char& letter : manner.typed) text({&letter, 1});
  if (manner.end != Key::kNone) {
    InputEvent event;
    event.kind = InputEvent::Kind::kKey;
    event.key = manner.end;
    events.push_back(std::move(event));
  }
  rig.Give(events);
  rig.Rest();
  rig.Draw();
}

// What is told there, without what counts by itself and what stands in the header.
std::multiset<std::string> Told(ScreenRig& rig) {
  std::multiset<std::string> out;
  for (const VisibleText& text : rig.Screen().Texts()) {
    const bool counts = text.text.find("秒") != text.text.npos;
    if (text.rect.y > rig.CurrentTheme().size.header_height && !counts) out.insert(text.text);
  }
  return out;
}

bool Says(const ScreenRig& rig) { return rig.Screen().Shows("刚才") && (rig.Screen().Shows("扫")); }

// Whether something of what was scanned can be read in it.
bool Gives(std::string_view text, const Manner& manner) {
  for (const std::string_view begin : {"MS1", "ms1", "MSR", "msr"})
    if (text.find(begin) != text.npos) return true;
  for (std::size_t at = 0; at + 8 <= manner.typed.size(); at += 4) {
    const std::string_view part = std::string_view(manner.typed).substr(at, 8);
    const bool all_alike = part.find_first_not_of(part.front()) == part.npos;  // "00000000"
    if (!all_alike && text.find(part) != text.npos) return true;
  }
  return false;
}

// Nothing of it can be read there, unless a slip was looked up.
void CheckNoTrace(const ScreenRig& rig, const Manner& manner, bool taken) {
  for (const VisibleText& text : rig.Screen().Texts())
    if (!taken || !manner.Slip()) CHECK_MESSAGE(!Gives(text.text, manner), text.text);
}

// What this process logs while it lives.
class LogSeen {
 public:
  LogSeen() : before_(spdlog::default_logger()) {
    auto sink = std::make_shared<spdlog::sinks::ostream_sink_st>(text_, true);
    auto log = std::make_shared<spdlog::logger>("seen", std::move(sink));
    log->set_level(spdlog::level::trace);
    spdlog::set_default_logger(std::move(log));
  }
  ~LogSeen() { spdlog::set_default_logger(before_); }
  LogSeen(const LogSeen&) = delete;
  LogSeen& operator=(const LogSeen&) = delete;
  std::string Take() { return std::exchange(text_, std::ostringstream()).str(); }

 private:
  std::ostringstream text_;
  std::shared_ptr<spdlog::logger> before_;
};

// What was put on record, written elsewhere or asked of somebody.
std::map<std::string_view, std::size_t> Done(const ScreenRig& rig) {
  std::map<std::string_view, std::size_t> out = rig.Recorded();
  out["looked up"] = rig.cases.looked.size() + rig.questions.asked.size();
  out["printed"] = rig.printing.slips.size();
  out["PINs tried"] = rig.duty.tried.size();
  out["put back"] = rig.outbox.tried;
  out["line tried"] = static_cast<std::size_t>(rig.line.asked);
  out["tables"] = rig.tables.read.size() + rig.tables.written.size();
  out["carried"] = rig.county.exported.size() + rig.county.imported.size();
  return out;
}

// A card may check its member in where one is waited for, a slip may be looked up.
void CheckDone(std::map<std::string_view, std::size_t> before,
               const std::map<std::string_view, std::size_t>& after, const Manner& manner,
               std::string_view tag) {
  const bool home = tag == "home";
  if ((home || tag == "check_in") && manner.Card()) {
    CHECK(after.at("check-ins") <= before["check-ins"] + 1);
    before["check-ins"] = after.at("check-ins");
  }
  if (home && manner.Slip()) ++before["looked up"];
  if (tag == "track" && manner.Slip()) {
    CHECK(after.at("looked up") <= before["looked up"] + 1);
    before["looked up"] = after.at("looked up");
  }
  CHECK(before == after);
}

// What the page would tell after that time had nothing been scanned: some move on by themselves.
bool MovesOnAlike(ScreenRig& rig, const Page& page, std::int64_t took_ms,
                  const std::multiset<std::string>& told, std::string_view tag) {
  OpenPage(rig, page);
  rig.Advance(static_cast<double>(took_ms) / 1000);
  return rig.shell().TopTag() == tag && Told(rig) == told;
}

}  // namespace

TEST_CASE("a card or slip scanned on any page ends in a check-in, a sentence or nothing") {
  const char* only = std::getenv("STUDIO_PAGES");
  // Only these pages ask for a code.
  const std::set<std::string_view> takers = {"check_in", "track",     "unlock", "desk-unlock",
                                             "opinion",  "wish-tend", "home"};
  // These show already what a wrong code is told.
  const std::set<std::string_view> answered = {"check-in-two", "check-in-older-card",
                                               "track-show-two", "track-show-other",
                                               "unlock-not-manager"};
  Showing showing;
  std::size_t nth = 0;
  SUBCASE("upright") {}
  SUBCASE("lying") {
    showing = {1920, 1080, {}};
    nth = 1;
  }
  const std::vector<Page> pages = PagesOf(nth, 2);
  const Rect drawing{0, 0, static_cast<float>(showing.width), static_cast<float>(showing.height)};
  std::set<std::string_view> said;
  std::set<std::string_view> waiting;
  ScreenRig rig(showing);
  LogSeen log;
  spdlog::debug("so much of a card: {}", Manners()[0].typed.substr(20, 20));
  CHECK(Gives(log.Take(), Manners()[0]));
  for (const Page& page : pages) {
    if (only != nullptr && page.name.find(only) == page.name.npos) continue;
    bool anew = true;
    for (const Manner& manner : Manners()) {
      CAPTURE(page.name);
      CAPTURE(manner.name);
      if (anew) OpenPage(rig, page);
      const std::string tag(rig.shell().TopTag());
      const auto before = Told(rig);
      const bool waits = rig.Screen().Shows("扫码枪") && !answered.contains(page.name);
      const auto done = Done(rig);
      const std::int64_t began_ms = rig.clock.now.monotonic_ms;
      Scan(rig, manner);
      const auto after = Told(rig);
      bool same = tag == rig.shell().TopTag() && before == after;
      CheckNoTrace(rig, manner, !same);
      CheckDone(done, Done(rig), manner, page.name == "fault" ? "" : tag);
      CHECK_FALSE(Gives(log.Take(), manner));
      const bool told = !same || Says(rig);
      if (same && told) {
        said.insert(page.name);
        CHECK(TextFaults(rig.Screen(), drawing).empty());
      }
      // Where a scanner is asked for, no code is met with silence.
      if (waits) {
        waiting.insert(page.name);
        CHECK(told);
      }
      anew = !same;
      // The question whether somebody is there tells it in its own words, and who helps shows a
      // card.
      const bool helper = page.name.starts_with("check-helped");
      if (!same && !helper && !takers.contains(tag) && !rig.Screen().Shows("没有用上")) {
        CHECK(MovesOnAlike(rig, page, rig.clock.now.monotonic_ms - began_ms, after, tag));
      }
      if (same) rig.Advance(9);
      if (rig.shell().TopTag() != tag) anew = true;
    }
  }
  if (only == nullptr) {
    CHECK(said.size() > pages.size() / 2);
    CHECK_FALSE(waiting.empty());
  }
}

namespace {

// What a scan left behind.
std::string LeftBehind(ScreenRig& rig) {
  std::string out(rig.shell().TopTag());
  for (const std::string& text : Told(rig)) out += "\n" + text;
  out += "\nrequests " + std::to_string(rig.store.filed.size());
  out += ", check-ins " + std::to_string(rig.duty.check_ins.size());
  return out;
}

std::uint32_t RingedBy(ScreenRig& rig) {
  const auto& ring = rig.Screen().TheRing();
  return ring && !ring->target.Empty() ? ring->id : 0;
}

}  // namespace

TEST_CASE("a scan presses nothing that the ring stands around, and does not move it") {
  const char* only = std::getenv("STUDIO_PAGES");
  const std::vector<Manner> manners = {
      {"card", DemoCard("m01"), Key::kEnter},
      {"card with its symbology, Tab", " ]Q1\\000026" + DemoCard("m01"), Key::kTab, true},
      {"something else", "https://weixin.qq.com/r/x9A", Key::kEnter}};
  ScreenRig rig({540, 960, {}});
  for (const Page& page : PagesOf(0, 3)) {
    if (only != nullptr && page.name.find(only) == page.name.npos) continue;
    for (const Manner& manner : manners) {
      CAPTURE(page.name);
      CAPTURE(manner.name);
      OpenPage(rig, page);
      const std::int64_t began_ms = rig.clock.now.monotonic_ms;
      rig.clock.Advance(ScannerInput::kLateEndMs + 1);
      // Around what leads on, where something does.
      if (!page.go_on.empty())
        rig.Run("reach " + std::string(page.go_on));
      else
        rig.Press(Key::kTab);
      rig.Advance(0.5);
      const std::string tag(rig.shell().TopTag());
      const std::uint32_t before = RingedBy(rig);
      const double took_s = static_cast<double>(rig.clock.now.monotonic_ms - began_ms) / 1000;
      Scan(rig, manner);
      const std::string ringed = LeftBehind(rig);
      if (tag == rig.shell().TopTag() && RingedBy(rig) != 0) CHECK(RingedBy(rig) == before);
      OpenPage(rig, page);
      rig.Advance(took_s);
      Scan(rig, manner);
      CHECK(ringed == LeftBehind(rig));
    }
  }
}

TEST_CASE("a scan leaves a draft, a PIN and a half-typed word as they are, and says where to go") {
  ScreenRig rig({});
  rig.Run(kToWords + "tap 拼音\ntype 村口的\nkeys ludeng\nscan " + DemoCard("m01") +
          "\nexpect 村口的\nexpect 刚才扫到委员二维码\nadvance 9\nabsent 刚才扫到\n");
  rig.Run("scan " + kSlip + "\nexpect 刚才扫到登记单\nexpect 村口的\nshot scanned-words");
  rig.Restart();
  rig.Run("tap 管理\nscan " + DemoCard("m01") + "\ntype 24\nscan " + DemoCard("m01") +
          "\nexpect 刚才扫到委员二维码\ntype 6810\ntap 打开\nexpect 月度轮值\n");
  CHECK(rig.duty.tried == std::vector<std::string>{"246810"});
}

TEST_CASE("a slip scanned at the check-in is told where it belongs, and a card then still counts") {
  for (const Showing& showing : {Showing{}, Showing{1920, 1080, {}}}) {
    ScreenRig rig(showing);
    rig.Run("tap 委员签到\nscan " + kSlip +
            "\nexpect 刚才扫到登记单\nexpect 要查进度，请先办完这件事，再回首页扫\n");
    CHECK(rig.duty.check_ins.empty());
    CHECK(rig.cases.looked.empty());
    rig.Run("scan " + DemoCard("m01") + "\nexpect 示例甲 委员\n");
    CHECK(rig.duty.check_ins.size() == 1);
    rig.Run("scan " + kSlip + "\nexpect 刚才扫到登记单\n");
    CHECK(rig.cases.looked.empty());
  }
}

TEST_CASE("under the question whether somebody is there a card goes nowhere") {
  ScreenRig rig({});
  rig.Run(kToWords + "type 悄悄话\nadvance 95\nexpect 还在吗\nscan " + DemoCard("m01") +
          "\nexpect 没有用上\nexpect 还在吗\nabsent 悄悄话\nshot scanned-covered\n");
  CHECK(rig.duty.check_ins.empty());
}

TEST_CASE("at home a card checks in and a slip is looked up, in every manner of a scanner") {
  for (const Manner& manner : Manners()) {
    CAPTURE(manner.name);
    ScreenRig rig({});
    Scan(rig, manner);
    if (manner.name.starts_with("card ") || manner.name == "card")
      CHECK(rig.duty.check_ins.size() == (manner.name.find("cut") == manner.name.npos ? 1u : 0u));
    if (manner.name.starts_with("slip")) CHECK(rig.shell().TopTag() == "track");
    if (manner.name.find("cut") != manner.name.npos) CHECK(rig.Screen().Shows("没有扫全"));
    if (manner.name.starts_with("two")) CHECK(rig.duty.check_ins.empty());
  }
}
