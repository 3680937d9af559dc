// Every page on the other screens that stations have, laid out as on purpose as on the two it is
// drawn for. A run looks at each page in one of these showings; STUDIO_ALL_SIZES=1 in all of them
// (deploy/test --long).
#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>

#include "page_rules.h"
#include "pages.h"

// A sanitizer looks at the code, which is the same in every size, and is ten times slower.
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
using namespace studio;

namespace {

std::vector<Showing> OtherSizes() {
  std::vector<Showing> out;
  for (const auto& [width, height] :
       {std::pair{800, 1280}, std::pair{1280, 800}, std::pair{720, 1280}, std::pair{1366, 768}}) {
    for (const ThemeChoice theme : {ThemeChoice{}, {true, false}, {false, true}})
      out.push_back({width, height, theme});
  }
  return out;
}

bool NamesANotice(const std::string& text) {
  static const auto station = DemoStation(TestClock().now.wall_ms);
  return std::any_of(station->notices.begin(), station->notices.end(),
                     [&](const Notice& notice) { return notice.title == text; });
}

Faults FaultsOf(const ScreenText& screen, const Theme& theme, const Rect& drawing) {
  Faults out = TouchFaults(screen, theme, drawing);
  Faults texts = TextFaults(screen, drawing);
  std::erase_if(texts, [&](const std::string& fault) {
    return std::any_of(screen.Texts().begin(), screen.Texts().end(), [&](const VisibleText& text) {
      return text.cut && NamesANotice(text.text) && fault.starts_with("cut: " + text.text);
    });
  });
  for (const Faults& more : {texts, OverlapFaults(screen)})
    out.insert(out.end(), more.begin(), more.end());
  return out;
}

// Of the page alone, so that a new one leaves the others where they were.
std::size_t TurnOf(std::string_view name) {
  std::size_t turn = 0;
  for (const char letter : name) turn = turn * 31 + static_cast<unsigned char>(letter);
  return turn;
}

}  // namespace

TEST_CASE("on screens of other sizes nothing is cut, crushed, hidden or too small to touch") {
  const std::vector<Showing> showings = OtherSizes();
  const bool all = std::getenv("STUDIO_ALL_SIZES") != nullptr;
  const char* only = std::getenv("STUDIO_PAGES");
  const std::vector<Page> pages = AllPages();
  for (std::size_t nth = 0; nth < showings.size(); ++nth) {
    const Showing& showing = showings[nth];
    ScreenRig rig(showing);
    for (const Page& page : pages) {
      if (!all && TurnOf(page.name) % showings.size() != nth) continue;
      if (only != nullptr && page.name.find(only) == page.name.npos) continue;
      rig.Restart();
      if (page.prepare) page.prepare(rig);
      rig.Draw();
      const std::string name = showing.Name() + "-" + std::string(page.name);
      CAPTURE(name);
      const bool tight = !showing.Wide() || showing.theme.extra_large;
      if (page.name != "fault")
        rig.RunFromHome(tight && !page.tight.empty() ? page.tight : page.script);
      rig.Run("shot " + name);
      const Rect drawing{0, 0, static_cast<float>(showing.width),
                         static_cast<float>(showing.height)};
      for (const std::string& fault : FaultsOf(rig.Screen(), rig.CurrentTheme(), drawing))
        FAIL_CHECK(name << ": " << fault);
    }
  }
}
#endif
