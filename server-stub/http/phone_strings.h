// Every sentence on the phone pages, in plain words.
#pragma once

namespace county::say {

inline constexpr const char* kForum = "有事好商量";
inline constexpr const char* kOpen = "正在听意见";
inline constexpr const char* kNotYet = "还没有开始";
inline constexpr const char* kClosed = "已经结束";
inline constexpr const char* kLeading = "牵头委员";
inline constexpr const char* kUntil = "截止";
inline constexpr const char* kFrom = "开始";
inline constexpr const char* kLastDay = "今天是最后一天";
inline constexpr const char* kDaysBefore = "还有 ";
inline constexpr const char* kDaysAfter = " 天";

inline constexpr const char* kSteps = "走到哪一步了";
inline constexpr const char* kStepDone = "已经走过";
inline constexpr const char* kStepNow = "现在在这一步";
inline constexpr const char* kStepNext = "还没到";
inline constexpr const char* kBackground = "事情是这样的";
inline constexpr const char* kResult = "商量的结果";
inline constexpr const char* kFollowUp = "后来办得怎么样";

inline constexpr const char* kYourView = "您怎么看";
inline constexpr const char* kHeard = "您这份已经说过一次了。再说一次，就换成新的，还是算一份。";
inline constexpr const char* kAgree = "赞成";
inline constexpr const char* kDiffer = "有不同意见";
inline constexpr const char* kSuggest = "提建议";
inline constexpr const char* kWords = "想说的话（可以不写，最多 500 字）";
inline constexpr const char* kNoNameNeeded = "不用写姓名和电话。";
inline constexpr const char* kDangerCalls =
    "有危险，请马上打 110、119 或 120！写在这里，不会马上有人看到。";
inline constexpr const char* kSubmit = "登记";
inline constexpr const char* kOpensOn = "开始听意见：";

inline constexpr const char* kCounts = "收到的意见";
inline constexpr const char* kCountsAtEnd = "一共收到的意见";
inline constexpr const char* kNoBallots = "还没有人说";
inline constexpr const char* kBallots = " 份";
inline constexpr const char* kOnScreen = "在工作室的屏幕上";
inline constexpr const char* kOnPhone = "用手机";
inline constexpr const char* kByMember = "委员";
inline constexpr const char* kCountsBallots =
    "这里数的是意见份数，不是人数。还用这部手机再说，就换成新的，不会多算。"
    "换了手机再来，就成了两份。份数只供参考，怎么办由大家商量着定。";
inline constexpr const char* kVoices = "大家说的话";
inline constexpr const char* kVoicesRead = "有专人看过以后，挑出来公开的";
inline constexpr const char* kForward = "想请别人也来说，请转发这个网址。每人自己一份：";

inline constexpr const char* kThanks = "谢谢您";
inline constexpr const char* kCounted = "记下了，您这一份算上了";
inline constexpr const char* kChanged = "记下了。按您新说的算，还是一份。";
inline constexpr const char* kLate =
    "这个议题已经结束了。您的话我们留下了，会有人看，但不计入份数。";
inline constexpr const char* kBack = "回到议题";

inline constexpr const char* kChooseFirst = "请先选一项：赞成、有不同意见，还是提建议";
inline constexpr const char* kTooLongBefore = "写得太长了：现在有 ";
inline constexpr const char* kTooLongAfter =
    " 个字，最多 500 个。请删短一些再登记，您写的还在下面。";
inline constexpr const char* kSuggestNeedsWords = "提建议，请把建议写下来";
inline constexpr const char* kNotReadable = "您写的话没有传好，请重新写一遍";
inline constexpr const char* kBadBallot =
    "二维码没有扫全。请回到屏幕前再扫一次。也可以点“回到议题”，另算一份。";
inline constexpr const char* kNoBallot = "没找到您原来那份。请重新打开这个议题再说一次。";
inline constexpr const char* kNotOpenYet =
    "这个议题还没有开始听意见，请到时候再来。您写的还在下面。";
inline constexpr const char* kCrowded = "现在说话的人太多，请过一分钟再登记。您写的还在下面。";
inline constexpr const char* kTooOften = "这一份今天改了很多次，请明天再来。原来说的还算数。";
inline constexpr const char* kNoTopicTitle = "没有这个议题";
inline constexpr const char* kNoTopic =
    "网址可能不完整，或者这个议题已经撤下。请到委员工作室再扫一次。";
inline constexpr const char* kTroubleTitle = "没有办成";
inline constexpr const char* kTrouble = "这一次没有收到，请退回去再登记一次";
inline constexpr const char* kFromElsewhere =
    "这份意见没有收下。请回到这个议题，在那一页上再说一次。";
inline constexpr const char* kTooLarge = "写得太长了，没有收下。请退回去删短一些再登记。";

}  // namespace county::say
