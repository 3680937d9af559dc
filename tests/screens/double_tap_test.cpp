#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <optional>
#include <set>
#include <utility>

#include "pages.h"

using namespace studio;

namespace {

// Half as large, which is the same page and quicker to draw.
constexpr Showing kTall{540, 960, {}}, kWide{960, 540, {}};

// Everything that somebody's tap may have put on record.
std::size_t Recorded(const ScreenRig& rig) {
  std::size_t out = 0;
  for (const auto& kind : rig.Recorded()) out += kind.second;
  return out;
}

// What a person sees, and what became of what they did.
std::string StateOf(ScreenRig& rig) {
  std::string out(rig.shell().TopTag());
  out += " " + std::to_string(Recorded(rig)) + "\n" + rig.Screen().Print();
  for (const Tappable& target : rig.Screen().Tappables())
    out += target.label + (target.enabled ? " +\n" : " -\n");
  return out;
}

// What a tap on one target of a page did.
struct Tapped {
  Tappable target;
  std::string page, before, after, after_three;
  std::string_view tag_before, tag_after;
  bool recorded = false, wide = false;
  std::vector<Tappable> here, next;  // what could be pressed before it, and after
};

std::string Where(const Tapped& tapped) { return tapped.page + ": " + tapped.target.label; }

Tapped TapThree(ScreenRig& rig, const Page& page, const Tappable& target) {
  Tapped out;
  out.target = target;
  out.page = page.name;
  out.wide = rig.showing.Wide();
  out.before = StateOf(rig);
  out.here = std::as_const(rig).Screen().Tappables();
  out.tag_before = rig.shell().TopTag();
  const std::size_t recorded = Recorded(rig);
  rig.WaitUntil(target.counts_from_ms);
  rig.Tap(target.rect.CentreX(), target.rect.CentreY());
  rig.Pump(0);
  out.after = StateOf(rig);
  out.tag_after = rig.shell().TopTag();
  out.recorded = Recorded(rig) > recorded;
  out.next = std::as_const(rig).Screen().Tappables();
  rig.Tap(target.rect.CentreX(), target.rect.CentreY());
  rig.Tap(target.rect.CentreX(), target.rect.CentreY());
  out.after_three = StateOf(rig);
  return out;
}

std::vector<Tapped> TapEverything(const Showing& showing, std::size_t nth) {
  const char* only = std::getenv("STUDIO_PAGES");
  std::vector<Tapped> out;
  std::set<std::string> done;
  ScreenRig rig(showing);
  for (const Page& page : PagesOf(nth, 6)) {
    if (only != nullptr && page.name.find(only) == page.name.npos) continue;
    OpenPage(rig, page);
    bool fresh = true;
    const std::string tag(rig.shell().TopTag());
    const std::vector<Tappable> targets = rig.Screen().Tappables();
    // The same target among the same others is the same page with other words on it.
    std::string among = tag;
    for (const Tappable& target : targets) among += "|" + target.label;
    for (const Tappable& target : targets) {
      if (!target.enabled) continue;
      // One key stands for all.
      const bool key = target.taps == Taps::kWriting || target.taps == Taps::kOffered;
      const std::string name = key ? tag + " key " + std::to_string(target.label.size())
                                   : among + "#" + std::to_string(target.id);
      if (!done.insert(name).second) continue;
      if (!fresh) OpenPage(rig, page);
      fresh = false;
      // As it is now: when a tap on it counts is another moment each time.
      const auto now = std::as_const(rig).Screen().Tappables();
      const auto same = std::find_if(now.begin(), now.end(),
                                     [&](const Tappable& one) { return one.id == target.id; });
      REQUIRE(same != now.end());
      out.push_back(TapThree(rig, page, Tappable(*same)));
    }
  }
  return out;
}

const std::vector<Tapped>& Everything() {
  static const std::vector<Tapped> all = [] {
    std::vector<Tapped> taps = TapEverything(kTall, 0);
    const std::vector<Tapped> wide = TapEverything(kWide, 3);
    taps.insert(taps.end(), wide.begin(), wide.end());
    return taps;
  }();
  return all;
}

}  // namespace

TEST_CASE("whatever is tapped on any page, two more taps at that place do nothing more") {
  int counted = 0;
  for (const Tapped& tapped : Everything()) {
    if (tapped.target.taps != Taps::kOnce) continue;
    ++counted;
    CHECK_MESSAGE(tapped.after == tapped.after_three, Where(tapped));
  }
  if (std::getenv("STUDIO_PAGES") == nullptr) CHECK(counted > 100);
}

TEST_CASE("what may be tapped again at once never leaves its page nor puts anything on record") {
  for (const Tapped& tapped : Everything()) {
    if (tapped.target.taps == Taps::kOnce) continue;
    CHECK_MESSAGE(tapped.tag_before == tapped.tag_after, Where(tapped));
    CHECK_MESSAGE(!tapped.recorded, Where(tapped));
    CHECK_MESSAGE(tapped.target.leads != Leads::kEnd, Where(tapped));
  }
}

namespace {

// What people from the village do.
bool IsVillagers(const Tapped& tapped) {
  static const std::set<std::string_view> pages = {"request", "track", "rating", "wish-post",
                                                   "opinion"};
  return pages.contains(tapped.tag_before);
}

}  // namespace

TEST_CASE("what a villager puts on record, and what ends their visit, is marked as an end") {
  int ends = 0;
  for (const Tapped& tapped : Everything()) {
    if (!IsVillagers(tapped)) continue;
    const bool home = tapped.tag_after == "home" && tapped.target.leads == Leads::kOn;
    if (!tapped.recorded && !home) continue;
    ++ends;
    CHECK_MESSAGE(tapped.target.leads == Leads::kEnd, Where(tapped));
  }
  if (std::getenv("STUDIO_PAGES") == nullptr) CHECK(ends > 0);
}

TEST_CASE("an end never stands where the page before it was pressed or had its way on") {
  for (const Tapped& tapped : Everything()) {
    // Members and managers, lying down, are held apart by the four tenths of a second alone.
    if (tapped.wide && !IsVillagers(tapped)) continue;
    for (const Tappable& next : tapped.next) {
      const bool stayed = std::any_of(
          tapped.here.begin(), tapped.here.end(),
          [&](const Tappable& one) { return one.id == next.id && one.leads == Leads::kEnd; });
      if (next.leads != Leads::kEnd || stayed) continue;
      CHECK_MESSAGE(next.rect.Intersect(tapped.target.rect).Empty(),
                    Where(tapped) << " under " << next.label);
      for (const Tappable& before : tapped.here) {
        if (before.leads == Leads::kAnywhere) continue;
        CHECK_MESSAGE(next.rect.Intersect(before.rect).Empty(),
                      Where(tapped) << ": " << before.label << " under " << next.label);
      }
    }
  }
}

TEST_CASE("two quick taps file nothing unread, and three do not lose the slip") {
  for (const Showing& showing : {Showing{}, Showing{1920, 1080, {}}}) {
    ScreenRig rig(showing);
    rig.Run(kToConsent + "tap 我知道了，同意\n");
    const auto three_at = [&](std::string_view label) {
      for (const Tappable& target : std::as_const(rig).Screen().Tappables()) {
        if (target.label != label) continue;
        const Rect place = target.rect;
        rig.WaitUntil(target.counts_from_ms);
        for (int i = 0; i < 3; ++i) rig.Tap(place.CentreX(), place.CentreY());
        return;
      }
      FAIL(label);
    };
    three_at("下一步");
    rig.Run("expect 没错，登记\n");
    CHECK(rig.store.filed.empty());
    three_at("没错，登记");
    CHECK(rig.store.filed.size() == 1);
    rig.Run("expect 已经记下了\nexpect " + FakeRequestStore::SomeSlip().code.Grouped());
  }
}
