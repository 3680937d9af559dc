// The sentences of the manager's year (zh-CN): what waits for their word, members, the studio, the
// year and its closing.
#pragma once

#include <string>
#include <vector>

#include "app/manage/year_flow.h"
#include "ui/kit/theme.h"
#include "ui/words/strings.h"

namespace studio::say {

// "示例乙，农业界；11月26日，示例村"
std::string ReviewLine(const Deed& deed, const Station& station, CalendarDate today);
// "3 位群众，2 小时": what the deed's figures say; empty: none.
std::string ReviewFigures(const Deed& deed, const Station& station);
// "录音 1 段、照片 2 张"; empty: none.
std::string ReviewAttached(const Writeup& writeup);
// Of the hub's tile.
std::string ReviewNow(const YearFlow& flow);
std::string YearNow(const YearFlow& flow);
std::string StandingsNow(const YearFlow& flow);
std::string StudioNow(const YearFlow& flow);

// "还差 2 样，本季没做"; where nothing is missing: "都做到了".
std::string StandingLine(const MemberStanding& standing);
// "第二活动组，农业界"
std::string MemberFacts(const Member& member);

// What the year's page says of its state: "还没有封账，7 件待审核".
std::string YearStateLine(const YearFlow& flow, const Station& station);
// Of a closed one: who and when.
std::string ClosedLine(const StudioAccount& account, const Station& station);
// "优秀", or a dash where nobody says one yet.
std::string GradeShown(const StudioAccount& account, const MemberResult& result);
// "3 人该提醒谈话，由活动组召集人谈"
std::vector<std::string> ConsequenceLines(const StudioAccount& account, const Station& station);

inline constexpr View kReview = "待审核";
inline constexpr View kReviewCount = "{n} 件";
inline constexpr View kReviewNothing = "都审核过了，没有新的。";
inline constexpr View kReviewLate =
    "封账以后又来了 {n} 件。要审核，先到“年度”里点“封账情况”，重新打开这一年。";
inline constexpr View kReviewPick = "选";
inline constexpr View kReviewPicked = "已选";
inline constexpr View kReviewOwn = "您自己的";
inline constexpr View kReviewOwnWhy = "这件有您，要请别的管理员审核";
inline constexpr View kReviewAll = "全选";
inline constexpr View kReviewNone = "全不选";
inline constexpr View kReviewBySector = "按界别";
inline constexpr View kReviewConfirm = "确认";
inline constexpr View kReviewConfirmMany = "确认 {n} 件";
inline constexpr View kReviewBack = "退回";
inline constexpr View kReviewBackMany = "退回 {n} 件";
inline constexpr View kReviewSaving = "正在登记…";
inline constexpr View kReviewFailed = "没有记下来，请再试一次。";
inline constexpr View kReviewWords = "写的是";
inline constexpr View kReviewSituation = "情况";
inline constexpr View kReviewAnalysis = "分析";
inline constexpr View kReviewSuggestion = "建议";
inline constexpr View kReviewMet = "见了谁";
inline constexpr View kReviewNotHere = "内容在写它的那台终端上，这里看不到。";
inline constexpr View kReviewNoWords = "没有写内容。";
inline constexpr View kBackReasonAsk = "为什么退回？";
inline constexpr View kBackReasonHint = "写的人会看到";
inline constexpr View kBackReasons[] = {"没写清楚做了什么", "日期或地点不对", "和别的记录重了",
                                        "不该记在这一类",   "没有依据",       "人没写全"};

inline constexpr View kStandings = "委员履职";
inline constexpr View kStandingsAll = "全部 {n}";
inline constexpr View kStandingsOpen = "有缺 {n}";
inline constexpr View kStandingsIdle = "本季没做 {n}";
inline constexpr View kStandingsNobody = "这里没有这样的委员。";
inline constexpr View kStandingPoints = "{n} 分";
inline constexpr View kStandingGradeOpen = "等次还没定";
inline constexpr View kMemberNothingOwed = "规定里没有要做的次数。";
inline constexpr View kMemberPoints = "积分明细";
inline constexpr View kRemindPrint = "打印提醒名单";
inline constexpr View kRemindTitle = "提醒名单";
inline constexpr View kRemindLine = "{name}（{sector}）：{what}";

// Of the calendar: "3月20日，已经开了"
struct EventStanding {
  std::string words;
  View icon;
  Tone tone = Tone::kSand;
};
EventStanding StandingOf(const PlannedEvent& event, View today);

// "六有", by how many there are of the mechanism's checklist; empty: it has none.
std::string HavesName(const Station& station);
// "站点要建 116 个，现在有 3 个", "一乡一平台：样板镇还没有"; empty: nothing to say.
std::string CoverageLine(const Station& station);

// Whom the studio's members keep in touch with, as the year has it.
struct LiaisonStanding {
  std::string title, words;  // "示例甲：常委示例乙"; "双联，今年 2 次，最近 11月3日"
  bool visited = false;
};
std::vector<LiaisonStanding> LiaisonStandings(const StudioAccount& account, const Station& station);

// How far each consultation is by the mechanism's checklist and the steps of what follows; nothing
// where it has neither.
struct TopicStanding {
  std::string title, words;
  bool done = false;
};
std::vector<TopicStanding> TopicStandings(const Station& station);

inline constexpr View kHaveMissing = "还没有看到";
inline constexpr View kStudioChildren = "下属工作室 {n} 个";
inline constexpr View kStudioChildrenPage = "下属工作室";
inline constexpr View kStudioFacts = "工作室概况";
inline constexpr View kStudioLiaisons = "联系走访 {n} / {of}";
inline constexpr View kStudioLiaisonsPage = "联系走访";
inline constexpr View kStudioTopics = "协商议题 {n} / {of}";
inline constexpr View kStudioTopicsPage = "协商议题";
inline constexpr View kEventFromAfar = "远程参加";
inline constexpr View kEventScan = "用手机扫一扫，在手机上参加。";
inline constexpr View kCalendarPage = "年度安排";
inline constexpr View kCalendarOwed = "{county}今年要开的";
inline constexpr View kCalendarPlanned = "定下的日子";
inline constexpr View kStudioPage = "本工作室";
inline constexpr View kStudioQuotas = "今年要做的";
inline constexpr View kStudioNoQuotas = "没有给工作室定次数。";
inline constexpr View kStudioMonths = "每个月办了多少件";
inline constexpr View kStudioScore = "工作室得分 {n}";

inline constexpr View kHubYear = "年度";
inline constexpr View kHubLedgerNow = "群众反映了什么";
inline constexpr View kYearPage = "年度 · {year}";
inline constexpr View kYearMembers = "委员";
inline constexpr View kYearTotal = "总分";
inline constexpr View kYearGrade = "等次";
inline constexpr View kNoGradeYet = "—";
inline constexpr View kYearGradeOpen = "未定";
inline constexpr View kYearNotRanked = "不计分";
inline constexpr View kYearNobody = "这一年没有委员。";
inline constexpr View kYearBefore = "看 {year} 年";
inline constexpr View kYearCheck = "封账前看一遍";
inline constexpr View kYearTooSoon = "12 月起可以封账";
inline constexpr View kYearClosed = "封账情况";
inline constexpr View kYearExport = "导出打印";
inline constexpr View kYearUntoldTitle = "还算不出来";
inline constexpr View kYearUntold = "{county}还没有把这一年要算的告诉这台终端。";
inline constexpr View kYearFailedTitle = "没有算出来";
inline constexpr View kYearFailed = "请再算一次；还是不行，就告诉{county}。";
inline constexpr View kYearReading = "正在算…";
inline constexpr View kYearAgain = "再算一次";

inline constexpr View kClosePage = "封账 · {year}";
inline constexpr View kCloseWaiting = "{n} 件还没有审核，封账时不计分";
inline constexpr View kCloseWaitingNone = "记下的都审核过了";
inline constexpr View kCloseGaps = "{n} 位委员还有没做到的";
inline constexpr View kCloseGapsNone = "委员该做的都做到了";
inline constexpr View kCloseSentBack = "{n} 件退回去了，不算";
inline constexpr View kCloseStudio = "工作室还差 {n} 样";
inline constexpr View kCloseStudioNone = "工作室该做的都做到了";
inline constexpr View kCloseEarly = "这一年还没过完，今天以后做的不在表里";
inline constexpr View kCloseQuestion = "这一年看过了，可以封账吗？";
inline constexpr View kCloseExplained = "封账以后不能再审核，要改就重新打开";
inline constexpr View kCloseToReview = "去审核";
inline constexpr View kClose = "封账";
inline constexpr View kCloseAnyway = "不等了，封账";
inline constexpr View kClosedTitle = "{year} 年已经封账";
inline constexpr View kClosedDigest = "校验码 {digest}";
inline constexpr View kClosedChanged = "封账以后有了变化，和封账时的表对不上。";
inline constexpr View kClosedUntold = "还没有传到{county}。";
inline constexpr View kReopen = "重新打开";
inline constexpr View kReopenAsk = "为什么要重新打开？";
inline constexpr View kReopenHint = "会和您的名字一起记下来";
inline constexpr View kReopenReasons[] = {"要补审核", "有一件记错了", "核对出了差错",
                                          "漏了委员的事"};

}  // namespace studio::say
