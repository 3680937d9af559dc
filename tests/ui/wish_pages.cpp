#include "wish_pages.h"

#include "demo_badge.h"

namespace studio {
namespace {

const std::string kToWall = "tap 微心愿\n";
const std::string kToWish = kToWall + "tap 想要一盏看书的台灯\n";
const std::string kToClaim = kToWish + "tap 委员认领\n";
const std::string kToPost = kToWall + "tap 我有心愿\n";
const std::string kToFor = kToPost + "tap 想要一双过冬的棉鞋\ntap 下一步\n";
const std::string kToSelf = kToFor + "tap 我自己的\ntap 下一步\ntap 示例村\ntap 下一步\n";
const std::string kToGuardian = kToFor + "tap 孩子的\ntap 下一步\ntap 示例村\ntap 下一步\n";
const std::string kToAgree = kToGuardian +
                             "type 示例甲\ntap 监护人电话\ntype 13800000000\ntap 写好了\n"
                             "tap 下一步\n";
const std::string kToPostCheck = kToSelf + "tap 下一步\n";
const std::string kToKept = kToPostCheck + "tap 没错,交上去\nexpect 心愿记下了\n";

void Claim(ScreenRig& rig, WishClaim claim) {
  auto station = std::make_shared<Station>(*rig.state.station);
  claim.wish = station->wishes[0].id;
  if (claim.lost) {
    station->wishes[0].step = "claimed";
    station->wishes[0].member = "m03";
    station->wishes[0].member_name = "示例丙";
  }
  station->claims.push_back(std::move(claim));
  rig.state.station = station;
}
void Waiting(ScreenRig& rig) { Claim(rig, {"r1", "", "m02", "示例乙", 0, false}); }
void Lost(ScreenRig& rig) { Claim(rig, {"r1", "", "m02", "示例乙", 0, true}); }
void NoWishes(ScreenRig& rig) {
  auto station = std::make_shared<Station>(*rig.state.station);
  station->wishes.clear();
  rig.state.station = station;
}
void FailStore(ScreenRig& rig) { rig.wishes.fails = ErrorKind::kStorage; }
void AlreadyWaiting(ScreenRig& rig) { rig.wishes.fails = ErrorKind::kConflict; }
void NoRoom(ScreenRig& rig) {
  rig.state.storage.total_bytes = 64'000'000'000;
  rig.state.storage.free_bytes = 0;
}

}  // namespace

std::vector<Page> WishPages() {
  const std::string card = "scan " + DemoBadge("m01") + "\n";
  const std::string claimed = kToWall + "tap 想请人帮忙修一修窗户\n";
  const std::string granting = claimed + "tap 已经实现了\n";
  return {
      {"wishes", kToWall + "expect 等待认领", "回首页", "我有心愿"},
      {"wishes-empty", kToWall, "回首页", "我有心愿", NoWishes},
      {"wishes-no-room", kToWall, "回首页", "", NoRoom},
      {"wish", kToWish, "上一步", "委员认领"},
      {"wish-waiting", kToWish + "expect 待确认", "上一步", "", Waiting},
      {"wish-lost", kToWish + "expect 先认领了", "上一步", "已经实现了", Lost},
      {"wish-claimed", claimed, "上一步", "已经实现了"},
      {"wish-card", kToClaim, "上一步"},
      {"wish-card-forged", kToClaim + "scan " + ForgedBadge("m01"), "上一步"},
      {"wish-check", kToClaim + card, "换一张证", "我来认领"},
      {"wish-check-waiting", kToClaim + card + "tap 我来认领\nexpect 等演示市政协确认", "换一张证",
       "回心愿墙", AlreadyWaiting},
      {"wish-check-failed", kToClaim + card + "tap 我来认领", "换一张证", "我来认领", FailStore},
      {"wish-taken", kToClaim + "scan " + LiveBadge("m01") + "\ntap 我来认领\nexpect 认领记下了",
       "完成", "回心愿墙"},
      {"wish-not-theirs", granting + card + "expect 示例乙 委员认领的", "换一张证", "回心愿墙"},
      {"wish-granted", granting + "scan " + DemoBadge("m02") + "\ntap 实现了\nexpect 辛苦了",
       "完成", "回心愿墙"},
      {"wish-post", kToPost, "上一步", "下一步"},
      {"wish-post-missing", kToPost + "tap 下一步", "上一步", "下一步"},
      {"wish-post-pinyin", kToPost + "tap 拼音\nkeys cun", "上一步", "下一步"},
      {"wish-for", kToFor, "上一步", "下一步"},
      {"wish-for-missing", kToFor + "tap 下一步", "上一步", "下一步"},
      {"wish-place", kToFor + "tap 我自己的\ntap 下一步", "上一步", "下一步"},
      {"wish-name", kToSelf, "上一步", "下一步"},
      {"wish-name-phone", kToSelf + "tap 电话\ntype 123\ntap 写好了\ntap 下一步", "上一步",
       "下一步"},
      {"wish-name-page", kToSelf + "tap 姓名\ntap 拼音\nkeys cun", "上一步", "写好了"},
      {"wish-phone", kToGuardian + "tap 监护人电话\ntype 138", "写好了"},
      {"wish-guardian-missing", kToGuardian + "tap 下一步", "上一步", "下一步"},
      {"wish-consent", kToAgree, "上一步", "下一步"},
      {"wish-consent-missing", kToAgree + "tap 下一步\nexpect 先打勾", "上一步", "下一步"},
      {"wish-post-check", kToPostCheck, "上一步", "没错,交上去"},
      {"wish-post-check-child", kToAgree + "tap 我是监护人,同意\ntap 下一步", "上一步",
       "没错,交上去"},
      {"wish-post-failed", kToPostCheck + "tap 没错,交上去\nexpect 都还在", "上一步", "没错,交上去",
       FailStore},
      {"wish-kept", kToKept, "完成", "再说一个"},
  };
}

}  // namespace studio
