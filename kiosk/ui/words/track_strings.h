// What is said under 查进度 and of how a matter was handled (zh-CN).
#pragma once

#include <string>
#include <string_view>

#include "app/station/kiosk_state.h"
#include "app/tracking/case_replies.h"
#include "app/tracking/rating_flow.h"
#include "app/tracking/track_flow.h"
#include "ui/words/strings.h"

namespace studio::say {

// What stands in the way, with the waiting that is left; empty: nothing.
std::string TrackLine(const TrackFlow& flow);
// The same of what was found, with whom to ask where it could not be withdrawn.
std::string FoundLine(const TrackFlow& flow, const Station& station);
// Under the button that cannot be pressed yet; empty: it can.
std::string WaitWhy(const TrackFlow& flow);
// How far it has come, in a few words.
std::string CaseTitle(const TrackedCase& found, const Station& station);
// "登记号 037 48215 2 · 道路桥梁"
std::string CaseNumber(const TrackedCase& found);
// "这是 11月22日 08:30 的情况", and how fresh that is.
std::string AsOfLine(const TrackedCase& found, const KioskState& state);
// "11月22日 08:30"
std::string DateTime(std::int64_t county_ms);
// "11月2日"; as it stands where it is no date.
std::string DayFrom(View date);
// "第 1 次答复 · 11月22日 08:30 · 交通局"
std::string ReplyBy(const CaseReply& reply, std::size_t nth, std::size_t all);
// "示例甲委员"
std::string MemberTitle(const MemberSaid& said);
// "示例甲委员答复了您", "示例甲委员请村委去办"
std::string MemberReplied(const MemberSaid& said, const Station& station);
// "委员说12月5日前给您准信，会给您回电话"; empty: nothing was promised.
std::string MemberPromises(const MemberSaid& said);
// A reply whole: of a member's also what they do about it.
std::string ReplyWords(const CaseReply& reply, const Station& station);
// "从 11月2日起，3 人反映过"
std::string MatterLine(const Matter& matter);

View SatisfactionName(Satisfaction satisfaction);
View SatisfactionHint(Satisfaction satisfaction);
View ReasonName(View reason);
View ProblemLine(RatingProblem problem);
// "写了 24 个字，一段话 1 分 20 秒"; empty: neither.
std::string SaidLine(const RatingFlow& flow);

// The ways in
inline constexpr View kShowSlip = "扫登记单";
inline constexpr View kShowSlipAsk = "把登记单对着摄像头";
inline constexpr View kShowSlipHint = "纸上的、手机里拍的都行，也可以用扫码枪";
inline constexpr View kScanSlip = "请用扫码枪扫登记单上的码";
inline constexpr View kScanSlipHint = "没有扫码枪，就点下面的“输入登记号”";
inline constexpr View kTypeNumber = "输入登记号";
inline constexpr View kAskingCounty = "正在问{county}…";
inline constexpr View kAskingHint = "这个号不是在这里登记的，最多等 10 秒";
inline constexpr View kStopAsking = "不等了";
inline constexpr View kOfflineTitle = "这个号不是在这里登记的。现在网络不通，查不了。";
inline constexpr View kOfflineLater = "过一会儿再来查，登记单请收好";
inline constexpr View kOfflineThere = "或者到当时登记的工作室查";
inline constexpr View kUnknownTitle = "没有查到这个登记号";
inline constexpr View kUnknownCheck = "请对着登记单，再看一遍号码";
inline constexpr View kUnknownOther = "在别的县登记的，要到那个县去查";
inline constexpr View kCallAbout = "打电话问";
inline constexpr View kRetype = "改登记号";
inline constexpr View kTrackAgain = "再查一次";

// What was found
inline constexpr View kStepElsewhere = "在别的工作室登记的";
inline constexpr View kStepRated = "已评价";
inline constexpr View kStepRatedHint = "{when}";
inline constexpr View kStepSaidHere = "您的评价记下了";
inline constexpr View kStepGoesUp = "网络通了会自动传到{county}";
inline constexpr View kStepReturned = "没解决，要重办";
inline constexpr View kStepReturnedHint = "{when}，请他们再办一次";
inline constexpr View kStepReferredTo = "已转交，{unit}办理中";
inline constexpr View kStepWasReferred = "已转交，{unit}办理";
inline constexpr View kStepReferredOn = "已转交，正在办理";
inline constexpr View kStepIsAnswered = "已答复";
inline constexpr View kStepRateAhead = "请您评一评";
inline constexpr View kStepRateAheadHint = "办得好不好，您说了算";
inline constexpr View kWishPosted = "上了心愿墙";
inline constexpr View kWishPostedHint = "{when}，等委员来认领";
inline constexpr View kWishClaimed = "{member}委员认领了";
inline constexpr View kWishGranted = "{member}委员说办到了";
inline constexpr View kWishClaimedBy = "有委员认领了";
inline constexpr View kWishGrantedBy = "委员说办到了";
inline constexpr View kWishConfirmed = "您说收到了";
inline constexpr View kWishReturned = "您说还没有收到";
inline constexpr View kWishReturnedHint = "{when}，已请委员接着办";
inline constexpr View kWishAheadPosted = "上心愿墙";
inline constexpr View kWishAheadPostedHint = "墙上不写名字";
inline constexpr View kWishAheadClaimed = "委员认领";
inline constexpr View kWishAheadClaimedHint = "会写明是哪位委员";
inline constexpr View kWishAheadGranted = "委员帮您办";
inline constexpr View kWishAheadConfirmed = "收到没有，您说了算";
inline constexpr View kWishAheadConfirmedHint = "委员说办到了，请来说收到没有";
inline constexpr View kReplyByMember = "委员";
inline constexpr View kReplyByNamed = "{member}委员";
inline constexpr View kMemberReplied = "{member}答复了您";
inline constexpr View kMemberToVillage = "{member}请村委去办";
inline constexpr View kMemberToGrid = "{member}请网格员去办";
inline constexpr View kMemberReports = "{member}报给了{county}";
inline constexpr View kReplyDue = "委员说{day}前给您准信";
inline constexpr View kReplyCallBack = "会给您回电话";
inline constexpr View kReplyTitle = "答复";
inline constexpr View kReadWholeReply = "看答复全文";
inline constexpr View kReadReplies = "看各次答复";
inline constexpr View kEarlierReply = "前一次答复";
inline constexpr View kLaterReply = "后一次答复";
inline constexpr View kPageBefore = "上一页";
inline constexpr View kPageAfter = "下一页";
inline constexpr View kPageOf = "第 {n} 页，共 {all} 页";
inline constexpr View kBackToCourse = "看进度";
inline constexpr View kRateNow = "评一评";
inline constexpr View kWhetherCame = "收到没有";
inline constexpr View kWhetherAsk = "您的心愿，办到了吗？";
inline constexpr View kWishCame = "收到了";
inline constexpr View kWishCameHint = "心愿墙上写“办到了”";
inline constexpr View kWishNotYet = "还没有";
inline constexpr View kWishNotYetHint = "心愿墙改回“认领了”，请委员接着办";
inline constexpr View kSaidOfWish = "您的话记下了";

// How it was handled
inline constexpr View kRating = "满意不满意";
inline constexpr View kRateAsk = "这件事办得怎么样？";
inline constexpr View kRateAskHint = "请说办得好不好，原来的事不用再说";
inline constexpr View kWhyAsk = "哪里不满意？";
inline constexpr View kWhyAskHint = "可以点几样，不点也行";
inline constexpr View kSaySome = "说几句、写几句";
inline constexpr View kSayAsk = "您说说看";
inline constexpr View kSayPlaceholder = "哪里没办好，慢慢说";
inline constexpr View kSayDone = "说好了";
inline constexpr View kWhatNextAsk = "接下来怎么办？";
inline constexpr View kSendBack = "没解决，请再办一次";
inline constexpr View kSendBackHint = "退回去重办，只能退这一次";
inline constexpr View kOnlyOpinion = "只提意见";
inline constexpr View kOnlyOpinionHint = "不用重办，意见有人看";
inline constexpr View kRateCheckHow = "办得怎样";
inline constexpr View kRateCheckWhy = "哪里不好";
inline constexpr View kRateCheckWords = "说了什么";
inline constexpr View kRateCheckNext = "接下来";
inline constexpr View kSpoke = "一段话 {time}";
inline constexpr View kSaidNothing = "没有说";
inline constexpr View kRateConfirm = "没错，登记";

// 有人反映过
inline constexpr View kMattersTitle = "有人反映过，是同一件事吗？";
inline constexpr View kMattersHint = "点“我也是”，和大家的一起办。您有自己的登记号。";
inline constexpr View kMattersHeard = "有人反映过：{summary}";
inline constexpr View kMeToo = "我也是";
inline constexpr View kNotTheSame = "不是一回事，继续";
inline constexpr View kJoined = "和大家的一起办";
inline constexpr View kJoinedOwn = "您会有自己的登记号";
inline constexpr View kLeaveJoined = "取消";

}  // namespace studio::say
