#include "wish_pages.h"

#include "demo_badge.h"

namespace studio {
namespace {

const std::string kToWall = "tap 微心愿\n";
const std::string kToWish = kToWall + "tap 想要一盏看书的台灯\n";
const std::string kToClaim = kToWish + "tap 委员认领\n";
const std::string kWishToPost = kToWall + "tap 我有心愿\n";
const std::string kToFor = kWishToPost + "tap 想要一双过冬的棉鞋\ntap 下一步\n";
const std::string kToSelf = kToFor + "tap 我自己的\ntap 下一步\ntap 示例村\ntap 下一步\n";
const std::string kToGuardian = kToFor + "tap 孩子的\ntap 下一步\ntap 示例村\ntap 下一步\n";
const std::string kWishToAgree = kToGuardian +
                                 "type 示例甲\ntap 监护人电话\ntype 13800000000\ntap 写好了\n"
                                 "tap 下一步\n";
const std::string kToPostCheck = kToSelf + "tap 下一步\n";
const std::string kToKept = kToPostCheck + "tap 没错，登记\nexpect 心愿记下了\n";

std::string LongWish() {
  std::string out;
  for (int i = 0; i < 119; ++i) out += i % 12 == 11 ? "，" : "想";
  return out + "。";
}
const std::string kToLongCheck =
    kWishToPost + "tap 拼音\ntype " + LongWish() +
    "\ntap 下一步\ntap 我自己的\ntap 下一步\ntap 示例村\ntap 下一步\ntap 下一步\n";

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
void WishWaiting(ScreenRig& rig) { Claim(rig, {"r1", "", "m02", "示例乙", 0, false}); }
void Lost(ScreenRig& rig) { Claim(rig, {"r1", "", "m02", "示例乙", 0, true}); }
void NoWishes(ScreenRig& rig) {
  auto station = std::make_shared<Station>(*rig.state.station);
  station->wishes.clear();
  rig.state.station = station;
}
void FailStore(ScreenRig& rig) { rig.wishes.fails = ErrorKind::kStorage; }
void AlreadyWaiting(ScreenRig& rig) { rig.wishes.fails = ErrorKind::kConflict; }
void AtStep(ScreenRig& rig, const std::string& step) {
  auto station = std::make_shared<Station>(*rig.state.station);
  station->wishes[0].step = step;
  station->wishes[0].member = "m03";
  station->wishes[0].member_name = "示例丙";
  rig.state.station = station;
}
void SaysGranted(ScreenRig& rig) { AtStep(rig, "granted"); }
void Came(ScreenRig& rig) { AtStep(rig, "confirmed"); }
void NoVoice(ScreenRig& rig) {
  rig.state.storage.total_bytes = 64'000'000'000;
  rig.state.storage.free_bytes = rig.state.storage.total_bytes / 50;
}
void NoWishRoom(ScreenRig& rig) {
  rig.state.storage.total_bytes = 64'000'000'000;
  rig.state.storage.free_bytes = 0;
}

}  // namespace

std::vector<Page> WishPages() {
  const std::string card = "scan " + DemoBadge("m01") + "\n";
  const std::string claimed = kToWall + "tap 想请人帮忙修一修窗户\n";
  const std::string granting = claimed + "tap 委员办理\n";
  const std::string spoken = kWishToPost + "tap 说话\ntap 点一下，开始说\ntap 说完了，点一下\n";
  const std::string spoken_check =
      spoken + "tap 下一步\ntap 我自己的\ntap 下一步\ntap 示例村\ntap 下一步\ntap 下一步\n";
  return {
      {"wishes", kToWall + "expect 等人认领", "回首页", "我有心愿"},
      {"wishes-empty", kToWall, "回首页", "我有心愿", NoWishes},
      {"wishes-no-room", kToWall, "回首页", "", NoWishRoom},
      {"wish", kToWish + "expect 等人认领", "上一步", "我有心愿"},
      {"wish-no-room", kToWish, "上一步", "", NoWishRoom},
      {"wish-waiting", kToWish + "expect 等确认", "上一步", "我有心愿", WishWaiting},
      {"wish-lost", kToWish + "expect 先认领了", "上一步", "我有心愿", Lost},
      {"wish-claimed", claimed + "expect 委员认领了", "上一步", "我有心愿"},
      {"wish-says-granted", kToWish + "expect 委员说办到了", "上一步", "我有心愿", SaysGranted},
      {"wish-came", kToWish + "expect 办到了", "上一步", "我有心愿", Came},
      {"wish-card", kToClaim, "上一步"},
      {"wish-card-forged", kToClaim + "scan " + ForgedBadge("m01"), "上一步"},
      {"wish-check", kToClaim + card, "换一张证", "我来认领"},
      {"wish-check-waiting", kToClaim + card + "tap 我来认领\nexpect 等演示市政协确认", "换一张证",
       "回心愿墙", AlreadyWaiting},
      {"wish-check-failed", kToClaim + card + "tap 我来认领", "换一张证", "我来认领", FailStore},
      {"wish-taken", kToClaim + "scan " + LiveBadge("m01") + "\ntap 我来认领\nexpect 认领记下了",
       "完成", "回心愿墙"},
      {"wish-not-theirs", granting + card + "expect 示例乙 委员认领的", "换一张证", "回心愿墙"},
      {"wish-granted", granting + "scan " + DemoBadge("m02") + "\ntap 办到了\nexpect 辛苦了",
       "完成", "回心愿墙"},
      {"wish-post", kWishToPost, "上一步", "下一步"},
      {"wish-post-missing", kWishToPost + "tap 下一步", "上一步", "下一步"},
      {"wish-post-pinyin", kWishToPost + "tap 拼音\nkeys cun", "上一步", "下一步"},
      {"wish-post-spoken", spoken + "expect 听了再写", "上一步", "下一步"},
      {"wish-post-spoken-drop", spoken + "tap 去掉", "上一步", "下一步"},
      {"wish-post-no-voice", kWishToPost, "上一步", "下一步", NoVoice},
      {"wish-for", kToFor, "上一步", "下一步"},
      {"wish-for-missing", kToFor + "tap 下一步", "上一步", "下一步"},
      {"wish-place", kToFor + "tap 我自己的\ntap 下一步", "上一步", "下一步"},
      {"wish-name", kToSelf, "上一步", "下一步"},
      {"wish-name-phone", kToSelf + "tap 电话\ntype 123\ntap 写好了\ntap 下一步", "上一步",
       "下一步"},
      {"wish-name-page", kToSelf + "tap 姓名\ntap 拼音\nkeys cun", "上一步", "写好了"},
      {"wish-phone", kToGuardian + "tap 监护人电话\ntype 138", "写好了"},
      {"wish-guardian-missing", kToGuardian + "tap 下一步", "上一步", "下一步"},
      {"wish-consent", kWishToAgree, "上一步", "下一步"},
      {"wish-consent-missing", kWishToAgree + "tap 下一步\nexpect 先打勾", "上一步", "下一步"},
      {"wish-post-check", kToPostCheck, "上一步", "没错，登记"},
      {"wish-post-check-child", kWishToAgree + "tap 我是监护人，同意\ntap 下一步", "上一步",
       "没错，登记"},
      {"wish-post-failed", kToPostCheck + "tap 没错，登记\nexpect 都还在", "上一步", "没错，登记",
       FailStore},
      {"wish-post-check-spoken", spoken_check + "expect 写成一句话", "上一步", "没错，登记"},
      {"wish-post-check-long", kToLongCheck, "上一步", "没错，登记"},
      {"wish-kept", kToKept, "完成", "再说一个"},
      {"wish-kept-spoken", spoken_check + "tap 没错，登记\nexpect 心愿记下了", "完成", "再说一个"},
      {"wish-withdraw", kToKept + "tap 撤回", "不撤回"},
      {"wish-withdrawn", kToKept + "tap 撤回\ntap 撤回，删掉\nexpect 已经撤回", "完成", "再说一个"},
  };
}

}  // namespace studio
