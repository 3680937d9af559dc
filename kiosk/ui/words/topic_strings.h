// The sentences of 参与协商 (zh-CN).
#pragma once

#include "app/topics/topic_flow.h"
#include "ui/words/strings.h"

namespace studio::say {

View StanceName(Stance stance);
View StanceWhy(Stance stance);
View OriginName(View origin);  // of TopicCount
View ProblemLine(OpinionProblem problem);
// Who leads, "示例甲 委员" or as the county wrote it; empty: nobody is named.
std::string LeaderOf(const Topic& topic, const Station& station);

// "调研，12月5日截止": where it stands and until when, for whoever leads it.
std::string LedTopicHint(const Topic& topic, const std::string& today);

inline constexpr View kTopics = "参与协商";
inline constexpr View kTopicsHint = "有 {n} 个议题";
inline constexpr View kTopicsNone = "现在没有议题";
inline constexpr View kTopicsEmpty = "还没有议题";
inline constexpr View kTopicOpen = "正在协商";
inline constexpr View kTopicSoon = "还没开始";
inline constexpr View kTopicClosed = "已结束";
inline constexpr View kHasResult = "有结果";
inline constexpr View kClosesOn = "{date}截止";
inline constexpr View kOpensOn = "{date}开始";
inline constexpr View kLeads = "牵头：{name}";
inline constexpr View kCloses = "提意见到 {date}为止，过了就不再收";
inline constexpr View kNoClosing = "没有定截止日子";
inline constexpr View kSummary = "要商量什么";
inline constexpr View kSteps = "走到哪一步";
inline constexpr View kNotYet = "还没到";
inline constexpr View kCounts = "收到的意见";
inline constexpr View kCountsWhat = "统计的是意见份数，不是人数";
inline constexpr View kCountsNone = "还没有收到意见";
inline constexpr View kPieces = "{n} 份";
inline constexpr View kTogether = "合计";
inline constexpr View kVoices = "大家说的";
inline constexpr View kVoicesRead = "{county}看过以后公开的";
inline constexpr View kResult = "协商结果";
inline constexpr View kFollowUp = "办得怎么样";
inline constexpr View kSayIt = "我要说";
inline constexpr View kSayAgain = "再说一次";
inline constexpr View kSaidTitle = "您这次说过了";
inline constexpr View kSaidAgain = "再说一次，就换成新的，还是算一份";
inline constexpr View kNoRoomForOpinion = "机器快满，先不收";

// An opinion
inline constexpr View kAskStance = "这件事，您怎么看？";
inline constexpr View kAskStanceHint = "这是协商，不是投票。不比票数，每份意见都有人看。";
inline constexpr View kAskOpinion = "说说您的想法";
inline constexpr View kOpinionMay = "可以不写，直接点“下一步”";
inline constexpr View kOpinionPlaceholder = "写一写，说一说，都行";
inline constexpr View kAskSpeaker = "您是群众还是委员？";
inline constexpr View kAskSpeakerHint = "都不记姓名";
inline constexpr View kResident = "群众";
inline constexpr View kResidentWhy = "这次说的算一份；回首页以前重说，就换成新的";
inline constexpr View kAsMember = "委员";
inline constexpr View kAsMemberWhy = "要出示委员证；在哪里说都只算一份";
inline constexpr View kShowCard = "请出示委员证";
inline constexpr View kShowCardHint = "要印在证上的二维码，手机里的不行。只算份数，不记是谁。";
inline constexpr View kScanCard = "请用扫码枪扫委员证";
inline constexpr View kCheckOpinion = "请看看对不对";
inline constexpr View kCheckTopic = "议题";
inline constexpr View kCheckStance = "态度";
inline constexpr View kCheckSaid = "您说的";
inline constexpr View kSpoken = "录音 {time}";
inline constexpr View kNoWords = "没有写";
inline constexpr View kCheckAs = "身份";
inline constexpr View kAsMemberNamed = "委员（不记姓名）";
inline constexpr View kAsResident = "群众（不记姓名）";
inline constexpr View kWhoCounts = "收到多少份会公布。";
inline constexpr View kReplaces = "您刚才说过一次。这次会换成新的，还是算一份。";
inline constexpr View kGiveIt = "没错，登记";
inline constexpr View kGiving = "正在记下…";
inline constexpr View kLateNow = "收意见的日子过了。您的话照样转给{county}，不算份数。";
inline constexpr View kGiven = "记下了，谢谢您";
inline constexpr View kGivenHint = "{county}会看。有了结果，在这里公布。";
inline constexpr View kGivenAgain = "已经换成您刚说的";
inline constexpr View kGivenLate = "话记下了";
inline constexpr View kGivenLateHint = "收意见的日子过了。您的话照样转给{county}，不算份数。";
inline constexpr View kByPhone = "用手机接着说";
inline constexpr View kByPhoneHint =
    "用手机扫这个码，可以接着改、接着写。还是您这一份，不会重复计。";
inline constexpr View kByPhoneOwn = "这个码是您这一份的，别给旁人扫";
inline constexpr View kOtherTopics = "看别的议题";

}  // namespace studio::say
