#include "ui/words/track_strings.h"

#include "shared/base/calendar_date.h"
#include "ui/words/slip_strings.h"
#include "ui/words/staff/unlock_strings.h"

namespace studio::say {
namespace {

// Counted up, so that nobody presses a second too early.
std::string WaitLeft(const TrackFlow& flow) {
  return WaitText(static_cast<int>((flow.WaitMs() + 999) / 1000));
}

std::string NewestTitle(const CaseAnswer& answer, const Station& station) {
  const CaseEvent& event = answer.course.back();
  switch (event.step) {
    case CaseStep::kReplied:
      return MemberReplied(*event.said, station);
    case CaseStep::kReceived:
      break;
    case CaseStep::kReferred:
      return std::string(kStepReferredOn);
    case CaseStep::kAnswered:
      return std::string(kStepIsAnswered);
    case CaseStep::kReturned:
      return std::string(answer.wish ? kWishReturned : kStepReturned);
    case CaseStep::kRated:
      return std::string(kStepRated);
    case CaseStep::kPosted:
      return std::string(kWishPosted);
    case CaseStep::kClaimed:
      return event.unit.empty() ? std::string(kWishClaimedBy)
                                : Fill(kWishClaimed, {{"member", event.unit}});
    case CaseStep::kGranted:
      return event.unit.empty() ? std::string(kWishGrantedBy)
                                : Fill(kWishGranted, {{"member", event.unit}});
    case CaseStep::kConfirmed:
      return std::string(kWishConfirmed);
  }
  return StateName(ReceiptState::kReceived, station);
}

}  // namespace

std::string TrackLine(const TrackFlow& flow) {
  if (flow.WaitMs() > 0) {
    return Fill(flow.problem() == TrackProblem::kNotItsCode
                    ? "查询码不对。请等 {time}再试这个号。别的号现在就能查。"
                    : "这个号刚才试错了。请等 {time}再试。别的号现在就能查。",
                {{"time", WaitLeft(flow)}});
  }
  if (!flow.problem()) return {};
  switch (*flow.problem()) {
    case TrackProblem::kNumberWrong:
      return "登记号不对，请对着登记单再看一遍";
    case TrackProblem::kCodeWrong:
      return "查询码是 8 位数字，请再看一遍";
    case TrackProblem::kNotItsCode:
      return "查询码不对，请对着登记单再看一遍";
    case TrackProblem::kNoSlip:
      return "这不是登记单上的码，请换一张";
    case TrackProblem::kBrokenSlip:
      return "这张登记单的码不完整，请输入登记号";
    case TrackProblem::kBadge:
      return "这是委员证，不是登记单";
    case TrackProblem::kTwoSlips:
      return "看到两张登记单，请一次只放一张";
    case TrackProblem::kSaidAlready:
      return "您已经说过了，等政协回音";
    case TrackProblem::kNotKept:
      return "没存上，请再点一次";
    case TrackProblem::kFailed:
      return "没查成，请再试一次";
    case TrackProblem::kTooLate:
    case TrackProblem::kNotWithdrawn:
    case TrackProblem::kTooSoon:
    case TrackProblem::kOffline:
    case TrackProblem::kUnknown:
      return {};
  }
  return {};
}

std::string FoundLine(const TrackFlow& flow, const Station& station) {
  const auto problem = flow.problem();
  if (problem == TrackProblem::kTooLate)
    return WithdrawProblemLine(WithdrawProblem::kTooLate, station);
  if (problem == TrackProblem::kNotWithdrawn)
    return WithdrawProblemLine(WithdrawProblem::kNotKept, station);
  return TrackLine(flow);
}

std::string WaitWhy(const TrackFlow& flow) {
  return flow.WaitMs() > 0 ? Fill("{time}后再试", {{"time", WaitLeft(flow)}}) : "";
}

std::string CaseTitle(const TrackedCase& found, const Station& station) {
  if (found.here && found.here->state == ReceiptState::kWithdrawn)
    return StateName(ReceiptState::kWithdrawn, station);
  if (found.said_here) return std::string(kStepSaidHere);
  if (found.confirmed_here || found.not_yet_here) return std::string(kSaidOfWish);
  if (const CaseAnswer told = ToldOf(found); !told.course.empty())
    return NewestTitle(told, station);
  return StateName(found.here ? found.here->state : ReceiptState::kReceived, station);
}

std::string CaseNumber(const TrackedCase& found) {
  const auto number = ReceiptNumber::Parse(found.number);
  std::string out = Fill(kFoundTitle, {{"number", number ? number->Grouped() : found.number}});
  if (found.answer && !found.answer->category.empty()) out += " · " + found.answer->category;
  return out;
}

std::string DateTime(std::int64_t county_ms) {
  const LocalTime at = LocalTime::At(county_ms);
  return Number(at.month) + "月" + Number(at.day) + "日 " + at.HourMin();
}

std::string AsOfLine(const TrackedCase& found, const KioskState& state) {
  if (found.AsOfMs() == 0 || !found.Heard())
    return Fill("还没有{county}的消息", {{"county", CountyName(*state.station)}});
  const std::string as_of = Fill("这是 {when} 的情况", {{"when", DateTime(found.AsOfMs())}});
  if (found.live)
    return Fill("刚刚问过{county}，{as_of}",
                {{"county", CountyName(*state.station)}, {"as_of", as_of}});
  const bool down = state.link.condition != LinkCondition::kConnected &&
                    state.link.condition != LinkCondition::kClockWrong &&
                    state.link.condition != LinkCondition::kStarting;
  return down ? "现在网络不通，" + as_of : as_of;
}

std::string DayFrom(View date) {
  const auto day = ParseDate(date);
  if (!day) return std::string(date);
  return Number(unsigned{day->month()}) + "月" + Number(unsigned{day->day()}) + "日";
}

std::string ReplyBy(const CaseReply& reply, std::size_t nth, std::size_t all) {
  std::string out;
  const auto add = [&](const std::string& part) {
    if (!part.empty()) out += (out.empty() ? "" : " · ") + part;
  };
  if (all > 1) add(Fill("第 {n} 次答复", {{"n", Number(static_cast<std::int64_t>(nth + 1))}}));
  if (reply.at_ms > 0) add(DateTime(reply.at_ms));
  add(reply.said ? MemberTitle(*reply.said) : reply.unit);
  return out;
}

std::string MemberTitle(const MemberSaid& said) {
  return said.member.empty() ? std::string(kReplyByMember)
                             : Fill(kReplyByNamed, {{"member", said.member}});
}

std::string MemberReplied(const MemberSaid& said, const Station& station) {
  View pattern = kMemberReplied;
  if (said.way == ReplyWay::kVillage) pattern = kMemberToVillage;
  if (said.way == ReplyWay::kGridWorker) pattern = kMemberToGrid;
  if (said.way == ReplyWay::kReport) pattern = kMemberReports;
  return Fill(pattern, {{"member", MemberTitle(said)}, {"county", CountyName(station)}});
}

std::string MemberPromises(const MemberSaid& said) {
  std::string out;
  if (!said.due.empty()) out = Fill(kReplyDue, {{"day", DayFrom(said.due)}});
  if (said.call_back) out += (out.empty() ? "" : "，") + std::string(kReplyCallBack);
  return out;
}

std::string ReplyWords(const CaseReply& reply, const Station& station) {
  if (!reply.said) return reply.text;
  std::string out = reply.text;
  const auto add = [&](const std::string& line) {
    if (!line.empty()) out += (out.empty() ? "" : "\n") + line;
  };
  if (reply.said->way != ReplyWay::kOnTheSpot) add(MemberReplied(*reply.said, station) + "。");
  if (const std::string promises = MemberPromises(*reply.said); !promises.empty())
    add(promises + "。");
  return out;
}

std::string MatterLine(const Matter& matter) {
  const std::string voices = Number(matter.voices);
  if (matter.since.empty()) return Fill("{n} 人反映过", {{"n", voices}});
  return Fill("从 {day}起，{n} 人反映过", {{"n", voices}, {"day", DayFrom(matter.since)}});
}

View SatisfactionName(Satisfaction satisfaction) {
  switch (satisfaction) {
    case Satisfaction::kSatisfied:
      return "满意";
    case Satisfaction::kMostly:
      return "基本满意";
    case Satisfaction::kDissatisfied:
      return "不满意";
  }
  return {};
}

View SatisfactionHint(Satisfaction satisfaction) {
  switch (satisfaction) {
    case Satisfaction::kSatisfied:
      return "办得好";
    case Satisfaction::kMostly:
      return "还可以";
    case Satisfaction::kDissatisfied:
      return "没办好";
  }
  return {};
}

View ReasonName(View reason) {
  if (reason == "slow") return "办得慢";
  if (reason == "not_done") return "没办到位";
  if (reason == "attitude") return "态度不好";
  if (reason == "unclear") return "答复看不懂";
  return "其他";
}

View ProblemLine(RatingProblem problem) {
  switch (problem) {
    case RatingProblem::kFull:
      return "没存上，机器存满了，请告诉值班委员。说的都在。";
    case RatingProblem::kFailed:
      return "没存上，请再点一次。说的都还在。";
    case RatingProblem::kRatedAlready:
      return "这次答复您已经评过了，这一回没有再记";
  }
  return {};
}

std::string SaidLine(const RatingFlow& flow) {
  std::string out;
  if (!flow.words().empty())
    out = Fill("写了 {n} 个字",
               {{"n", Number(static_cast<std::int64_t>(flow.words().characters()))}});
  if (flow.voice())
    out += (out.empty() ? "" : "，") +
           Fill(kSpoke, {{"time", LengthOf(flow.voice()->ref().length_ms)}});
  return out;
}

}  // namespace studio::say
