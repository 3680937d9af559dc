#include <doctest/doctest.h>

#include "demo_badge.h"
#include "pages.h"

using namespace studio;

namespace {

void LeaveFree(ScreenRig& rig, std::uint64_t percent) {
  rig.state.storage.total_bytes = 64'000'000'000;
  rig.state.storage.free_bytes = rig.state.storage.total_bytes / 100 * percent;
  rig.Draw();
}

constexpr std::uint64_t kPlenty = 50, kNoPhotos = 4, kNoVoice = 2, kNothing = 0;

}  // namespace

TEST_CASE("a request begun before the disk ran short is filed; the next one is not begun") {
  for (const Showing& showing : AllShowings()) {
    ScreenRig rig(showing);
    rig.RunFromHome(kToWho);
    LeaveFree(rig, kNothing);
    rig.Run(
        "tap 不留姓名\ntap 下一步\ntap 我知道了，同意\ntap 下一步\ntap 没错，登记\n"
        "expect 已经记下了\ntap 再反映一件\nexpect 先不收新的\nabsent 道路桥梁\ntap 回首页\n"
        "expect " +
        std::string(showing.theme.extra_large ? "机器快满" : "机器快存满了") + "\n");
    CHECK(rig.store.filed.size() == 1);
    LeaveFree(rig, kPlenty);
    rig.Run("absent 机器快存满了\ntap 我要反映\nexpect 道路桥梁\n");
  }
}

TEST_CASE(
    "whoever stands on the closed page goes on as soon as there is room, and is warned of "
    "danger before") {
  ScreenRig rig({});
  LeaveFree(rig, kNothing);
  rig.Run(
      "tap 我要反映\nexpect 请当面告诉值班委员\ntap 眼下有危险\nexpect 110\n"
      "tap 没有危险，退回去\nexpect 先不收新的\n");
  LeaveFree(rig, kPlenty);
  rig.Run("tap 道路桥梁\nexpect 示例村\n");
}

TEST_CASE("a member checks in while nothing else is taken") {
  ScreenRig rig({});
  LeaveFree(rig, kNothing);
  rig.Run("scan " + DemoBadge("m01") + "\nexpect 示例甲\n");
  CHECK_FALSE(rig.duty.check_ins.empty());
}

TEST_CASE("what is being said when the disk runs short is kept; another message is not begun") {
  ScreenRig rig({});
  rig.Run(kToWords + "tap 说话\ntap 点一下，开始说\n");
  LeaveFree(rig, kNoVoice);
  rig.Run(
      "tap 说完了，点一下\nexpect 记下了\nexpect 听一遍\ntap 不要了\nexpect 先不录音\n"
      "absent 点一下，开始说\n");
  LeaveFree(rig, kPlenty);
  rig.Run("expect 点一下，开始说\n");
}

TEST_CASE("a photo taken when the disk runs short may be used; another is not taken") {
  ScreenRig rig({});
  rig.Run(kToWords + "tap 拍张照片\ntap 拍照\n");
  LeaveFree(rig, kNoPhotos);
  rig.Run("tap 就用这张\nexpect 先不收照片\nabsent 拍照\ntap 照片 1\nexpect 去掉这张照片？\n");
}

TEST_CASE("a camera page that is open when the disk runs short says so") {
  ScreenRig rig({});
  rig.Run(kToWords + "tap 拍张照片\nabsent 先不收照片\n");
  LeaveFree(rig, kNoPhotos);
  rig.Run("expect 先不收照片\n");
  LeaveFree(rig, kPlenty);
  rig.Run("tap 拍照\ntap 就用这张\ntap 照片 1\nexpect 去掉这张照片？\n");
}
