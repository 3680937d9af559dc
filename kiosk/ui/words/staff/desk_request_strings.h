// The sentences of requests at a member's desk (zh-CN).
#pragma once

#include <string>

#include "app/desk/reply_flow.h"
#include "app/desk/requests_flow.h"
#include "ui/words/strings.h"

namespace studio::say {

// "井台西边的路灯灭了三天，晚…", on one line.
std::string Beginning(const std::string& words);
// "最早的：示例村 三组 · 道路桥梁": which waits longest for an answer.
std::string RequestsHint(const RequestsFlow& requests);
// "示例村 三组 · 道路桥梁"
std::string DeskRequestTitle(const DeskRequest& request);
// "3 天前，还没答复：井台西边的…"
std::string DeskRequestHint(const DeskRequest& request, bool overdue, std::int64_t now_ms);
// "11月20日，示例甲，电话 139…"
std::string DeskRequestWho(const DeskRequest& request, std::int64_t now_ms);
// How it stands: "还没答复", "答应的日子过了", "已答复".
View DeskRequestState(const DeskRequest& request, bool overdue);
// What was said in words, and what was answered, whole.
std::string DeskRequestWords(const DeskRequest& request, const Station& station,
                             std::int64_t now_ms);
// What was said or photographed and lies here no more, and where else it may be; empty: nothing.
std::string GoneLine(bool voice, int photos, const Station& station);
View WaitingName(WaitingFor waiting);
// "当场答复", "报给演示市政协"
std::string WayName(ReplyWay way, const Station& station);
View WayHint(ReplyWay way);
// "交村委：请村委先把…", of what is half-written.
std::string ReplyDraftLine(const MemberReplyDraft& draft, const Station& station);
// "3 天内，12月1日前"
std::string DueName(CalendarDate due, int days);
std::string DueLine(const ReplyFlow& flow);
// What stands in the way; empty: nothing.
std::string ReplyProblemLine(const ReplyFlow& flow);

inline constexpr View kDeskRequests = "群众诉求";
inline constexpr View kRequestsReading = "正在打开诉求…";
inline constexpr View kRequestsNone = "还没有让委员看的诉求。";
inline constexpr View kRequestsNoneSuch = "没有这样的诉求，换个条件看看。";
inline constexpr View kRequestsFailed = "没能打开，请再试一次。";
inline constexpr View kRequestsOnlyHere = "只有在这台机器上登记、说了让委员看的";
inline constexpr View kRequestsShown = "{n} 件";
inline constexpr View kAllVillages = "全部村";
inline constexpr View kAllCategories = "全部类别";
inline constexpr View kPickVillageAsk = "看哪个村的？";
inline constexpr View kPickCategoryAsk = "看哪一类？";
inline constexpr View kPickWaitingAsk = "等了多久的？";
inline constexpr View kNewestFirst = "新的在前";
inline constexpr View kLongestFirst = "等久的在前";
inline constexpr View kFindSlip = "找登记号";
inline constexpr View kFindSlipAsk = "登记单丢了，找谁的？";
inline constexpr View kFindSlipPlaceholder = "写姓名，或电话里的几位";
inline constexpr View kFindSlipDone = "找一找";
inline constexpr View kFindSlipNot = "看全部";
inline constexpr View kPickOption = "{name}，{n} 件";

inline constexpr View kRequestNumber = "登记号 {number}";
inline constexpr View kPrintNumber = "补打登记号";
inline constexpr View kPrintingNumber = "正在打印…";
inline constexpr View kNumberPrinted = "打出来了";
inline constexpr View kNumberNotPrinted = "没打出来，再打";
inline constexpr View kRequestGone = "这件事已经撤回，不用再答复了。";
inline constexpr View kRequestNoWords = "（没有写字。）";
inline constexpr View kVoiceHear = "听录音 {time}";
inline constexpr View kVoiceStopAt = "不听了 {time}";
inline constexpr View kVoiceNotPlayed = "没有接喇叭，放不出声音。";
inline constexpr View kReplyNow = "答复";
inline constexpr View kReplyMore = "再答复";

inline constexpr View kReplyOf = "答复 · {what}";
inline constexpr View kReplyWay = "怎么办";
inline constexpr View kReplyWayAsk = "这件事怎么办？";
inline constexpr View kReplySay = "说给乡亲的话";
inline constexpr View kReplySayAsk = "想跟乡亲说什么？";
inline constexpr View kReplySayPlaceholder = "写几句，乡亲凭登记单看得到";
inline constexpr View kReplySayMay = "不写也行";
inline constexpr View kReplyBy = "哪天前给准信";
inline constexpr View kReplyByAsk = "哪天前给准信？";
inline constexpr View kReplyNoDay = "不定日子";
inline constexpr View kReplyCall = "给他回电话";
inline constexpr View kReplyCallHint = "登记单上会写“会给您回电话”";
inline constexpr View kReplyNoPhone = "没有留电话，回不了";
inline constexpr View kReplyFile = "答复好了";
inline constexpr View kReplyFiled = "答复记下了";
inline constexpr View kReplyFiledHint =
    "乡亲凭登记单现在就能在这台机器上看到；传到{county}以后，在别处也看得到。";
inline constexpr View kReplyToRequests = "看这件事";

}  // namespace studio::say
