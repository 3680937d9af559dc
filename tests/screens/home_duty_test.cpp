#include <doctest/doctest.h>

#include <set>

#include "demo_badge.h"
#include "duty_pages.h"
#include "page_rules.h"

using namespace studio;

namespace {

std::set<std::string> NamesOf(const ScreenRig& rig) {
  std::set<std::string> names;
  for (const Member& member : rig.state.station->members) {
    if (rig.Screen().Shows(member.name)) names.insert(member.name);
  }
  return names;
}

}  // namespace

TEST_CASE("home shows everybody on duty, or as many as there is room for and how many more") {
  for (const Showing& showing : AllShowings()) {
    for (const int count : {1, 2, 3, 4, 5, 6, 8, 12}) {
      ScreenRig rig(showing);
      PutOnDuty(rig, count);
      rig.RunFromHome("");
      rig.Draw();
      const int most = showing.theme.extra_large ? 2 : showing.Wide() ? 4 : 6;
      const int shown = std::min(count, most);
      CAPTURE(showing.Name());
      CAPTURE(count);
      CHECK(static_cast<int>(NamesOf(rig).size()) == shown);
      if (shown < count) {
        rig.Run("expect 还有 " + std::to_string(count - shown) + " 位");
      } else {
        rig.Run("absent 还有");
      }
    }
  }
}

TEST_CASE("each poster of the idle turn stands whole, with its picture") {
  for (const Showing& showing : AllShowings()) {
    ScreenRig rig(showing);
    const Rect drawing{0, 0, static_cast<float>(showing.width), static_cast<float>(showing.height)};
    rig.Run("advance 130");
    std::set<std::string> titles;
    for (std::size_t i = 0; i < 2 * (rig.state.station->notices.size() + 4); ++i) {
      rig.Run("advance 15");
      for (const Notice& notice : rig.state.station->notices) {
        if (rig.Screen().Shows(notice.title)) titles.insert(notice.title);
      }
      CAPTURE(showing.Name());
      for (const std::string& fault : TextFaults(rig.Screen(), drawing)) FAIL_CHECK(fault);
    }
    CHECK(titles.size() == rig.state.station->notices.size());
  }
}

TEST_CASE("who is here comes first, and a tap opens the day") {
  for (const Showing& showing : AllShowings()) {
    ScreenRig rig(showing);
    PutOnDuty(rig, 8);
    rig.RunFromHome("expect 在岗\ntap 今日值班\nexpect 11月21日 星期六");
    CHECK(rig.shell().TopTag() == "roster");
  }
}

TEST_CASE("whom nobody saw today is not said to have come or gone") {
  ScreenRig rig({});
  PutOnDuty(rig, 2);
  auto station = std::make_shared<Station>(*rig.state.station);
  station->in_today.clear();
  rig.state.station = station;
  rig.Run("expect 待值");
  rig.state.time->Heard(rig.clock.now.wall_ms + 4 * 3'600'000,
                        rig.clock.now);  // their shift is over
  rig.Draw();
  rig.Run("expect 08:30–11:30\nabsent 来过\nabsent 下班\nabsent 缺席\nabsent 在岗");
}

TEST_CASE("a picture that arrives moves nothing on home") {
  ScreenRig rig({});
  PutOnDuty(rig, 3);
  rig.Draw();
  const auto places = [&] {
    std::vector<Rect> out;
    for (const VisibleText& text : rig.Screen().Texts()) out.push_back(text.rect);
    return out;
  };
  const auto before = places();
  auto station = std::make_shared<Station>(*rig.state.station);
  for (Member& member : station->members) member.photo = "p3";
  rig.state.station = station;
  rig.Draw();
  const auto after = places();
  // Monograms are texts too, and give way to the faces.
  for (const Rect& rect : after) {
    CHECK(std::any_of(before.begin(), before.end(), [&](const Rect& one) {
      return one.x == rect.x && one.y == rect.y && one.w == rect.w;
    }));
  }
}

TEST_CASE("who helps to fill in is asked for their badge, only while somebody is here") {
  ScreenRig rig({});
  rig.Run(kToCheck + "absent 有委员帮我填");
  rig.Restart();
  FirstIsHere(rig);
  rig.Run(kToCheck + "expect 有委员帮我填\nabsent 示例乙\ntap 有委员帮我填\n" + "scan " +
          DemoBadge("m02") + "\nexpect 没有签到在岗\nabsent 念给我听过了\nscan " +
          DemoBadge("m01") + "\nexpect 示例甲\ntap 没错，登记\nabsent 已经记下了\n" +
          "tap 念给我听过了\ntap 没错，登记\nexpect 已经记下了");
  REQUIRE(rig.store.filed.size() == 1);
  CHECK(rig.store.filed[0].body.helped_by == "示例甲");
  CHECK(rig.store.filed[0].body.helper == "m01");
  CHECK(ReadBadgeToken(rig.store.filed[0].body.helper_token));
}
