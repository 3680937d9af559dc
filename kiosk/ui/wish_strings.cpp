#include "ui/wish_strings.h"

namespace studio::say {

std::string WishStateLine(const WishOnWall& wall) {
  switch (wall.state) {
    case WishState::kOpen:
      return "等待认领";
    case WishState::kWaiting:
      return "待确认";
    case WishState::kClaimed:
      return wall.member_name.empty() ? "已认领" : wall.member_name + " 委员已认领";
    case WishState::kGranted:
      return "已送到,等确认";
    case WishState::kConfirmed:
      return "已实现";
  }
  return {};
}

View ProblemLine(WishProblem problem) {
  switch (problem) {
    case WishProblem::kSaySomething:
      return "请先点一个心愿,或者写几个字";
    case WishProblem::kChooseFor:
      return "请先点是谁的心愿";
    case WishProblem::kChoosePlace:
      return "请先点一个村";
    case WishProblem::kPhoneDigits:
      return "电话号码不对,应该是 7 到 12 位数字;也可以不填";
    case WishProblem::kGuardianName:
      return "孩子的心愿,请写上监护人的姓名";
    case WishProblem::kGuardianPhone:
      return "请填监护人的电话,7 到 12 位数字";
    case WishProblem::kGuardianAgrees:
      return "监护人同意的话,请先打勾;不同意就不能交";
    case WishProblem::kStorageFull:
      return "没能存下来,写的都还在。请再点一次,还不行就找值班委员";
    case WishProblem::kStorageFailed:
      return "没能记下来,写的都还在。请再点一次";
  }
  return {};
}

std::string TendLine(const WishTending& tending, const Station& station) {
  const View county = CountyName(station);
  const bool claim = tending.act() == WishAct::kClaim;
  switch (tending.problem()) {
    case TendProblem::kNone:
      return {};
    case TendProblem::kTaken: {
      const std::string first = tending.taken_by();
      return first.empty() ? "别的委员先认领了,谢谢您。"
                           : Fill("{name} 委员先认领了,谢谢您。", {{"name", first}});
    }
    case TendProblem::kNotTheirs:
      return Fill("这个心愿是 {name} 委员认领的,要请他来说。", {{"name", tending.taken_by()}});
    case TendProblem::kWaiting:
      return Fill(
          claim ? "已经有委员在这里认领了,等{county}确认。" : "已经说过实现了,等{county}确认。",
          {{"county", county}});
    case TendProblem::kGone:
      return claim ? "这个心愿已经不在墙上了。" : "这个心愿已经说过实现了。";
    case TendProblem::kStorageFull:
      return "没能存下来。请再点一次,还不行请告诉工作人员。";
    case TendProblem::kStorageFailed:
      return "没能记下来,请再点一次。";
  }
  return {};
}

const std::vector<std::string>& ReadyWishes() {
  static const std::vector<std::string> ready = {
      "想要一盏看书的台灯。", "想要一双过冬的棉鞋。",     "想要一床厚被子。",
      "想要几本课外书。",     "想请人帮忙修一修窗户。",   "想学会用手机打视频电话。",
      "想要一副老花镜。",     "想请人陪着去一趟县医院。", "想要一个新书包。"};
  return ready;
}

}  // namespace studio::say
