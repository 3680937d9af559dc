#include "ui/words/wish_strings.h"

#include "shared/bodies/reader_words.h"

namespace studio::say {
namespace {

SenderChoice ChoiceOf(const WishFlow& flow) {
  SenderChoice choice;
  choice.kind = RecordKind::kWish;
  choice.voice = flow.voice() != nullptr;
  choice.for_child = flow.for_child().value_or(false);
  return choice;
}

}  // namespace

std::string WishStateLine(const WishOnWall& wall) {
  switch (wall.state) {
    case WishState::kOpen:
      return "等人认领";
    case WishState::kWaiting:
      return "认领了，等确认";
    case WishState::kClaimed:
      return wall.member_name.empty() ? "有人认领了" : wall.member_name + " 委员认领了";
    case WishState::kGranted:
      return "委员说办到了，等回话";
    case WishState::kConfirmed:
      return "办到了";
  }
  return {};
}

std::string DeskWishHint(const Wish& wish, const WishOnWall& wall, bool theirs) {
  View state = "等人认领，点一下就认领";
  if (theirs) {
    switch (wall.state) {
      case WishState::kOpen:
        break;
      case WishState::kWaiting:
        state = "您认领了，等确认";
        break;
      case WishState::kClaimed:
        state = "您认领的，办好了点一下";
        break;
      case WishState::kGranted:
        state = "您办好了，等本人说收到";
        break;
      case WishState::kConfirmed:
        state = "您办好了，本人说收到了";
        break;
    }
  }
  return wish.village.empty() ? std::string(state) : wish.village + "，" + std::string(state);
}

View ProblemLine(WishProblem problem) {
  switch (problem) {
    case WishProblem::kSaySomething:
      return "请先点一个心愿，或者说一段话、写几个字";
    case WishProblem::kChooseFor:
      return "请先点是谁的心愿";
    case WishProblem::kChoosePlace:
      return "请先点一个村";
    case WishProblem::kPhoneDigits:
      return "电话号码不对，应该是 7 到 12 位数字；也可以不填";
    case WishProblem::kGuardianName:
      return "孩子的心愿，请写上监护人的姓名";
    case WishProblem::kGuardianPhone:
      return "请填监护人的电话，7 到 12 位数字";
    case WishProblem::kGuardianAgrees:
      return "监护人同意的话，请先打勾；不同意就不能登记";
    case WishProblem::kStorageFull:
      return "没能登记上，您说的都还在。请再点一次，还不行就找值班委员。";
    case WishProblem::kStorageFailed:
      return "没能记下来，您说的都还在。请再点一次。";
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
      return first.empty() ? "别的委员先认领了，谢谢您"
                           : Fill("{name} 委员先认领了，谢谢您", {{"name", first}});
    }
    case TendProblem::kNotTheirs:
      return Fill("这个心愿是 {name} 委员认领的，要请本人来说", {{"name", tending.taken_by()}});
    case TendProblem::kWaiting:
      return Fill(
          claim ? "已经有委员在这里认领了，等{county}确认" : "已经说过办到了，等{county}确认",
          {{"county", county}});
    case TendProblem::kGone:
      return claim ? "这个心愿已经不在墙上了" : "这个心愿不用再点“办到了”";
    case TendProblem::kStorageFull:
      return "没能登记上。请再点一次，还不行请告诉工作人员。";
    case TendProblem::kStorageFailed:
      return "没能记下来，请再点一次";
  }
  return {};
}

std::string WallOfSpoken(const WishFlow& flow) {
  if (!flow.voice()) return {};
  const std::pair<View, View> county{"county", CountyName(flow.station())};
  return flow.words().Blank() ? Fill("墙上的字，由{county}听了再写", {county})
                              : std::string("墙上只写您写的字");
}

std::string WhoReadsWish(const WishFlow& flow) {
  const std::pair<View, View> county{"county", CountyName(flow.station())};
  std::string out = flow.voice() && flow.words().Blank()
                        ? Fill("{county}听过，写成一句话挂上墙。", {county})
                        : Fill("{county}看过，挂上墙。", {county});
  SenderChoice choice = ChoiceOf(flow);
  choice.unnamed = flow.name().Blank() && flow.phone().Blank();
  return out + WhoReads(choice, county.second) + "。";
}

std::string WhoReadsChild(const WishFlow& flow) {
  return WhoReads(ChoiceOf(flow), CountyName(flow.station()));
}

std::string WhoReadsName(const WishFlow& flow) {
  return studio::WhoReadsName(ChoiceOf(flow), CountyName(flow.station()));
}

std::string KeptOfChild(const WishFlow& flow) {
  std::string out = "心愿、村名、您的姓名和电话";
  if (flow.voice()) out += "、录音 " + LengthOf(flow.voice()->ref().length_ms);
  return out + "。不问孩子的名字，不拍照片。";
}

std::vector<std::string> WhatIsNext(const WishFlow& flow) {
  const std::pair<View, View> county{"county", CountyName(flow.station())};
  const bool spoken = flow.voice() && flow.words().Blank();
  return {Fill(spoken ? "网络通了自动传到{county}。他们听过，写成一句话挂上墙。不写名字。"
                      : "网络通了自动传到{county}。他们看过再挂上墙。不写名字。",
               {county}),
          flow.phone().empty()
              ? "没留电话，委员找不到您。请拿登记号来查有没有人认领。"
              : Fill("有委员认领了，{county}会打您的电话。怎么送到，再跟您商量。", {county}),
          "委员说办到了，您再到“查进度”说一声。收到没有，您说了算。"};
}

const std::vector<std::string>& ReadyWishes() {
  static const std::vector<std::string> ready = {
      "想要一盏看书的台灯。", "想要一双过冬的棉鞋。",     "想要一床厚被子。",
      "想要几本课外书。",     "想请人帮忙修一修窗户。",   "想学会用手机打视频电话。",
      "想要一副老花镜。",     "想请人陪着去一趟县医院。", "想要一个新书包。"};
  return ready;
}

}  // namespace studio::say
