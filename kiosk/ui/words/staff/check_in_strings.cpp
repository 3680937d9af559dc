#include <algorithm>

#include "ui/words/staff/edit_strings.h"
#include "ui/words/staff/unlock_strings.h"
#include "ui/words/strings.h"

namespace studio::say {
namespace {

std::string Minutes(View pattern, int minutes) { return Fill(pattern, {{"n", Number(minutes)}}); }

std::string NameOf(const CheckInFlow& flow, const std::string& id) {
  for (const Member& member : flow.grounds().members) {
    if (member.id == id) return member.name;
  }
  return id;
}

// Two came for one place: both are recorded.
std::string BesideNext(const CheckInFlow& flow) {
  const bool own = flow.stand_in_for().empty();
  return Fill(own ? View("{name}已经来替您值班了，你们两个都记下了。")
                  : View("{name}已经来了，你们两个都记下了。"),
              {{"name", NameOf(flow, flow.answer().beside)}});
}

// What leaving now would count as, where it is asked; 0: in time.
int EarlyMinutes(const CheckInFlow& flow) { return flow.CanLeave() ? flow.answer().minutes : 0; }

std::string ExpiredNext(const CheckInFlow& flow, View county) {
  const CheckInAnswer& answer = flow.answer();
  if (answer.badge && answer.badge->kind == BadgeKind::kLive) {
    return "请在手机上刷新二维码，再扫一次。";
  }
  const LocalTime until = LocalTime::At(answer.until_s * 1000);
  return Fill(
      "这张证 {day}到期了，请找{county}换新的。",
      {{"day", Number(until.year) + "年" + Number(until.month) + "月" + Number(until.day) + "日"},
       {"county", county}});
}

// Who sees to it that a member gets a card with a PIN.
std::string Managers(const Station& station) {
  std::string names;
  for (const Member& member : station.members) {
    const auto& managers = station.studio.managers;
    if (std::find(managers.begin(), managers.end(), member.id) == managers.end()) continue;
    names += (names.empty() ? "" : "、") + member.name;
  }
  return names.empty() ? std::string(CountyName(station)) : "管理员" + names;
}

std::string NoPinNext(const CheckInFlow& flow, const Station& station) {
  if (flow.no_pin() == NoPin::kOlderCard) {
    return "还没有签上：这是您的旧证，密码在新证上。请出示新的委员证。";
  }
  if (flow.no_pin() == NoPin::kCardWanted) {
    return "还没有签上：这里要核对密码，手机里的码不行，请出示印好的委员证。";
  }
  return Fill("还没有签上：这里要核对密码。请找{who}换一张有密码的证，再来扫。",
              {{"who", Managers(station)}});
}

}  // namespace

std::string VerdictTitle(const CheckInFlow& flow) {
  if (flow.failed()) return "没能记下来";
  if (flow.two_codes()) return "看到两个委员二维码";
  if (flow.step() == CheckInStep::kNoPin) {
    if (flow.no_pin() == NoPin::kOlderCard) return "请出示新的委员证";
    return flow.no_pin() == NoPin::kCardWanted ? "还要出示委员证" : "这张证没有密码";
  }
  if (!flow.outing().empty() && flow.step() == CheckInStep::kDone) {
    return flow.visiting() ? "记下了，您外出走访" : "记下了，您回来在岗";
  }
  const bool asking = flow.step() == CheckInStep::kVerdict;
  const int minutes = flow.answer().minutes;
  switch (flow.answer().verdict) {
    case CheckInVerdict::kOnDuty:
      return "今日值班，签到成功";
    case CheckInVerdict::kLate:
      return Minutes("已签到，迟到 {n} 分钟", minutes);
    case CheckInVerdict::kStandingIn:
      return Fill("替{name}代班，签到成功", {{"name", NameOf(flow, flow.stand_in_for())}});
    case CheckInVerdict::kExtra:
      return asking ? "今天不是您的班" : "今天不是您的班，已签到";
    case CheckInVerdict::kOtherStudio:
      return asking ? "您是别的工作室的委员" : "别的工作室的委员，已签到";
    case CheckInVerdict::kAlreadyIn:
      return flow.visiting() ? "您在外出走访" : "您已经签到了";
    case CheckInVerdict::kLeaving:
      return "已签退，辛苦了";
    case CheckInVerdict::kLeftEarly:
      return Minutes("已签退，早退 {n} 分钟", minutes);
    case CheckInVerdict::kNothingHeard:
      return "还不能签到";
    case CheckInVerdict::kAlreadyUsed:
      return "这个二维码用过了";
    case CheckInVerdict::kExpired:
      return "二维码过期了";
    case CheckInVerdict::kNotYetValid:
      return "二维码还没生效";
    case CheckInVerdict::kRevoked:
      return "这张证已停用";
    case CheckInVerdict::kForged:
      return "无法识别，不能签到";
    case CheckInVerdict::kOtherCounty:
      return "不是这里的委员二维码";
    case CheckInVerdict::kUnknownMember:
      return "名单里没有您";
    case CheckInVerdict::kNotABadge:
      return "这不是委员二维码";
  }
  return {};
}

std::string VerdictNext(const CheckInFlow& flow, const Station& station) {
  if (flow.failed()) return "请再试一次；还是不行，请告诉工作人员。";
  if (flow.two_codes()) return "一次只出示一个，请另一位等一等。";
  if (flow.step() == CheckInStep::kNoPin) return NoPinNext(flow, station);
  if (!flow.outing().empty() && flow.step() == CheckInStep::kDone) {
    return flow.visiting() ? "走访也算值班。回来了，请再来扫一下。"
                           : "走的时候再来扫一下，就能签退。";
  }
  const bool asking = flow.step() == CheckInStep::kVerdict;
  const View county = CountyName(station);
  const CheckInAnswer& answer = flow.answer();
  switch (answer.verdict) {
    case CheckInVerdict::kOnDuty:
    case CheckInVerdict::kLate:
    case CheckInVerdict::kStandingIn:
      if (!flow.answer().beside.empty()) return BesideNext(flow);
      return "走的时候再来扫一下，就能签退。";
    case CheckInVerdict::kExtra:
    case CheckInVerdict::kOtherStudio:
      return asking ? "来替人值班的，请点替谁；不是也没关系。"
                    : "记作来过一次；走的时候再来扫一下，就能签退。";
    case CheckInVerdict::kAlreadyIn:
      if (!flow.CanLeave()) return "刚刚签的，不用再扫；走的时候再来扫一下。";
      if (const int early = EarlyMinutes(flow); early > 0) {
        return Minutes("现在签退，算早退 {n} 分钟。", early);
      }
      return flow.visiting() ? "回来了就点回来了；不再回来，就点签退。"
                             : "要走就点签退，不走什么也不用做。";
    case CheckInVerdict::kLeaving:
    case CheckInVerdict::kLeftEarly:
      return flow.items().empty() ? "走的时间已经记下。" : "交代的事，下一班一签到就能看到。";
    case CheckInVerdict::kNothingHeard:
      return "委员名单还没有传到这台机器，请等连上网再试。";
    case CheckInVerdict::kAlreadyUsed:
      return "请在手机上刷新二维码，再扫一次。";
    case CheckInVerdict::kExpired:
      return ExpiredNext(flow, county);
    case CheckInVerdict::kNotYetValid:
      return Fill("要到{when}才能用；时间不对，请告诉工作人员。",
                  {{"when", WhenOf(answer.until_s * 1000, flow.grounds().now_ms)}});
    case CheckInVerdict::kRevoked:
      return Fill("请换用新证；没有新证，请联系{county}。", {{"county", county}});
    case CheckInVerdict::kForged:
      return Fill("这个码不是{county}发的，或者印坏了，请用原来的委员证。", {{"county", county}});
    case CheckInVerdict::kOtherCounty:
      return Fill("请出示{county}发的委员二维码。", {{"county", county}});
    case CheckInVerdict::kUnknownMember:
      return Fill("名单可能还没传到，请过一会儿再试，或联系{county}。", {{"county", county}});
    case CheckInVerdict::kNotABadge:
      return "请出示委员证上或手机里的委员二维码。";
  }
  return {};
}

std::string ShiftLine(const CheckInFlow& flow) {
  const Shift* shift = flow.answer().shift;
  if (shift == nullptr) return {};
  std::string line =
      Fill("{name} {from} – {to}",
           {{"name", ShiftNameOf(*shift)}, {"from", shift->from}, {"to", shift->to}});
  const auto hours = HoursOf(*shift);
  const bool arriving = flow.answer().verdict == CheckInVerdict::kOnDuty;
  if (arriving && hours && flow.grounds().now_ms < hours->begin_ms) {
    const auto early = (hours->begin_ms - flow.grounds().now_ms) / 60'000;
    if (early > 0 && early <= flow.grounds().settings.early_arrival_minutes)
      line += Fill("，早到 {n} 分钟", {{"n", Number(early)}});
  }
  return line;
}

std::string PinLine(const PinAsking& asking) {
  const auto problem = asking.problem();
  if (!problem) return {};
  switch (*problem) {
    case PinProblem::kWrong:
      return Fill("密码不对，还能再试 {n} 次。", {{"n", Number(asking.tries_left())}});
    case PinProblem::kLocked: {
      const auto seconds = static_cast<int>((asking.WaitMs() + 999) / 1000);
      return Fill("错得太多，请等 {time} 再试。", {{"time", WaitText(seconds)}});
    }
    case PinProblem::kNotEntitled:
      return "这张证没有密码。";
    case PinProblem::kFailed:
      return "机器没办成，请再试一次。";
  }
  return {};
}

View HandoverKindName(View kind) {
  if (kind == "call_back") return "待回电";
  return kind == "device" ? View("设备") : View("未结事项");
}

}  // namespace studio::say
