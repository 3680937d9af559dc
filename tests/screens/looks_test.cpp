// How pages look, where it decides whether people find their way.
#include <doctest/doctest.h>

#include <algorithm>

#include "demo_station.h"
#include "pages.h"
#include "screen_rig.h"

using namespace studio;

namespace {

Page PageNamed(std::string_view name) {
  for (Page& page : AllPages())
    if (page.name == name) return page;
  FAIL("no such page: " << name);
  return {};
}

const VisibleText* TextIn(const ScreenText& screen, std::string_view words) {
  for (const VisibleText& text : screen.Texts())
    if (text.text.find(words) != std::string::npos) return &text;
  return nullptr;
}

Leads LeadsOf(const ScreenText& screen, std::string_view label) {
  for (const Tappable& one : screen.Tappables())
    if (one.label.starts_with(label)) return one.leads;
  FAIL("nothing to press: " << label);
  return {};
}

}  // namespace

TEST_CASE("a field that is filled in keeps its label above what was written") {
  for (const Showing& showing : AllShowings()) {
    ScreenRig rig(showing);
    OpenPage(rig, PageNamed("who-named"));
    const ScreenText& screen = rig.Screen();
    const VisibleText* const written = TextIn(screen, "示例甲");
    REQUIRE(written != nullptr);
    const auto label = std::find_if(screen.Texts().begin(), screen.Texts().end(),
                                    [](const VisibleText& text) { return text.text == "姓名"; });
    REQUIRE(label != screen.Texts().end());
    CHECK(label->rect.CentreY() < written->rect.y);
    CHECK(label->rect.x == doctest::Approx(written->rect.x).epsilon(0.01));
    CHECK(TextIn(screen, "电话（可以不填）") != nullptr);
    CHECK(TextIn(screen, "大家推的代表（最多") != nullptr);
  }
}

TEST_CASE("of what others said before, joining them is the strong button") {
  for (const Showing& showing : AllShowings()) {
    ScreenRig rig(showing);
    OpenPage(rig, PageNamed("matters"));
    CHECK(LeadsOf(rig.Screen(), "我也是") == Leads::kOn);
    CHECK(LeadsOf(rig.Screen(), "不是一回事，继续") == Leads::kAnywhere);
  }
}

TEST_CASE("what is read quickly comes without a page that says so") {
  const Page page = PageNamed("desk-reading");
  ScreenRig rig({});
  Page at_once = page;
  at_once.script = page.script.substr(0, page.script.find("advance 1"));
  OpenPage(rig, at_once);
  rig.Run("absent 正在算\nadvance 1\nexpect 正在算\n");
}

TEST_CASE("a week of the roster says in words what its marks mean, and names shifts as others do") {
  for (const bool wide : {false, true}) {
    Showing showing;
    if (wide) std::swap(showing.width, showing.height);
    ScreenRig rig(showing);
    OpenPage(rig, PageNamed("roster-week"));
    rig.Run("expect 来过\nexpect 待值\nexpect 上午班\nexpect 下午班\n");
  }
}

TEST_CASE("lying down, home says under its titles what is behind them") {
  for (const auto& [width, height] : {std::pair{1920, 1080}, {1366, 768}, {1280, 800}}) {
    ScreenRig rig({width, height, {}});
    rig.Run(
        "expect 反映问题、提建议，点点就行\nexpect 有 2 个议题\nexpect 用登记单来查\n"
        "expect 出示委员二维码\nexpect 记走访，看积分\n");
  }
}

TEST_CASE("home that nobody touches invites, and tells who is here and what goes on") {
  for (const Showing& showing : AllShowings()) {
    ScreenRig rig(showing);
    rig.Run(
        "advance 130\nexpect 点一下，说说您的事\nexpect 今日值班：示例甲、示例乙、示例丙\n"
        "expect 个议题请您来商量\nexpect 个心愿等委员帮忙\n");
  }
}

TEST_CASE("a short notice is written large where the page has room for it") {
  ScreenRig rig({});
  OpenPage(rig, PageNamed("notice"));
  const VisibleText* const text = TextIn(rig.Screen(), "有事可以当面说");
  REQUIRE(text != nullptr);
  CHECK(text->rect.h > 4 * rig.CurrentTheme().size.body * 1.5f);
}
