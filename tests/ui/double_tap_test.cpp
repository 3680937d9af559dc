#include <doctest/doctest.h>

#include <cstdlib>
#include <optional>
#include <set>

#include "pages.h"

using namespace studio;

namespace {

// Half as large, which is the same page and quicker to draw.
constexpr Showing kTall{540, 960, {}}, kWide{960, 540, {}};

// Everything that somebody's tap may have put on record.
std::size_t Recorded(const ScreenRig& rig) {
  return rig.store.filed.size() + rig.store.guided.size() + rig.topics.given.size() +
         rig.wishes.posted.size() + rig.wishes.tended.size() + rig.cases.rated.size() +
         rig.duty.check_ins.size() + rig.duty.left.size() + rig.duty.changes.size();
}

// What a person sees, and what became of what they did.
std::string StateOf(ScreenRig& rig) {
  std::string out(rig.shell().TopTag());
  out += " " + std::to_string(Recorded(rig)) + "\n" + rig.Screen().Print();
  for (const Tappable& target : rig.Screen().Tappables())
    out += target.label + (target.enabled ? " +\n" : " -\n");
  return out;
}

void Reach(ScreenRig& rig, const Page& page) {
  rig.Restart();
  if (page.prepare) page.prepare(rig);
  rig.Draw();
  const bool tight = !rig.showing.Wide();
  if (page.name != "fault")
    rig.RunFromHome(tight && !page.tight.empty() ? page.tight : page.script);
}

// What a tap on one target of a page did.
struct Tapped {
  Tappable target;
  std::string page, before, after, after_three;
  std::string_view tag_before, tag_after;
  bool recorded = false;
  std::vector<Tappable> next;  // what can be pressed then
};

std::string Where(const Tapped& tapped) { return tapped.page + ": " + tapped.target.label; }

Tapped TapThree(ScreenRig& rig, const Page& page, const Tappable& target) {
  Tapped out;
  out.target = target;
  out.page = page.name;
  out.before = StateOf(rig);
  out.tag_before = rig.shell().TopTag();
  const std::size_t recorded = Recorded(rig);
  rig.WaitUntil(target.counts_from_ms);
  rig.Tap(target.rect.CentreX(), target.rect.CentreY());
  out.after = StateOf(rig);
  out.tag_after = rig.shell().TopTag();
  out.recorded = Recorded(rig) > recorded;
  out.next = rig.Screen().Tappables();
  rig.Tap(target.rect.CentreX(), target.rect.CentreY());
  rig.Tap(target.rect.CentreX(), target.rect.CentreY());
  out.after_three = StateOf(rig);
  return out;
}

std::vector<Tapped> TapEverything(const Showing& showing) {
  const char* only = std::getenv("STUDIO_PAGES");
  std::vector<Tapped> out;
  std::set<std::string> done;
  ScreenRig rig(showing);
  for (const Page& page : AllPages()) {
    if (only != nullptr && page.name.find(only) == page.name.npos) continue;
    Reach(rig, page);
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
      if (!fresh) Reach(rig, page);
      fresh = false;
      out.push_back(TapThree(rig, page, target));
    }
  }
  return out;
}

const std::vector<Tapped>& Everything() {
  static const std::vector<Tapped> all = [] {
    std::vector<Tapped> taps = TapEverything(kTall);
    const std::vector<Tapped> wide = TapEverything(kWide);
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
  if (std::getenv("STUDIO_PAGES") == nullptr) CHECK(counted > 500);
}

TEST_CASE("what may be tapped again at once never leaves its page nor puts anything on record") {
  for (const Tapped& tapped : Everything()) {
    if (tapped.target.taps == Taps::kOnce) continue;
    CHECK_MESSAGE(tapped.tag_before == tapped.tag_after, Where(tapped));
    CHECK_MESSAGE(!tapped.recorded, Where(tapped));
    CHECK_MESSAGE(tapped.target.leads != Leads::kEnd, Where(tapped));
  }
}
