#include "ui/words/staff/unlock_strings.h"

namespace studio::say {
namespace {

View BadBadge(CheckInVerdict verdict) {
  switch (verdict) {
    case CheckInVerdict::kNothingHeard:
      return "委员名单还没有传到这台机器，请等连上网再试。";
    case CheckInVerdict::kExpired:
      return "这张证过期了，请到政协换新的。";
    case CheckInVerdict::kAlreadyUsed:
      return "这个码刚用过，请在手机上换一个新的。";
    case CheckInVerdict::kNotYetValid:
      return "这张证还没到启用的日子。";
    case CheckInVerdict::kRevoked:
      return "这张证已经停用，请用新的。";
    case CheckInVerdict::kForged:
      return "这张证不是真的，不能用。";
    case CheckInVerdict::kOtherCounty:
      return "这是别的地方的委员证，这里用不了。";
    case CheckInVerdict::kUnknownMember:
      return "名单里没有这位委员。";
    default:
      return "这不是委员证上的二维码。";
  }
}

}  // namespace

std::string WaitText(int seconds) {
  const int minutes = seconds / 60;
  if (minutes >= 60) {
    return Fill("{h} 小时 {m} 分", {{"h", Number(minutes / 60)}, {"m", Number(minutes % 60)}});
  }
  if (minutes == 0) return Fill("{s} 秒", {{"s", Number(seconds)}});
  return Fill("{m} 分 {s} 秒", {{"m", Number(minutes)}, {"s", Number(seconds % 60)}});
}

std::string UnlockLine(const UnlockFlow& flow) { return CardLine(flow.problem(), flow.verdict()); }

std::string CardLine(CardProblem problem, CheckInVerdict verdict) {
  switch (problem) {
    case CardProblem::kNone:
      return {};
    case CardProblem::kTwoCodes:
      return "看到两张证，请一次只出示一张。";
    case CardProblem::kBadBadge:
      return std::string(BadBadge(verdict));
    case CardProblem::kLiveCode:
      return "手机里的码只能签到，请出示委员证。";
    case CardProblem::kNoSecret:
      return "这个码不全，请出示委员证原件。";
    case CardProblem::kNotManager:
      return "您不是这里的管理员，请找管理员来。";
    case CardProblem::kNoKey:
      return "这张证没有密码，这里打不开。要开通，请联系政协。";
    case CardProblem::kElsewhere:
      return "您是别的工作室的委员，这里打不开。请到您的工作室去。";
    case CardProblem::kOlderCard:
      return "这是您的旧证，密码在新证上。请出示新的委员证。";
    case CardProblem::kNotHere:
      return "您现在没有签到在岗，不能帮人填。请先到首页签到。";
    case CardProblem::kFailed:
      return "机器没办成，请再试一次。";
  }
  return {};
}

}  // namespace studio::say
