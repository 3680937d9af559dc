// The sentences of a member's desk (zh-CN).
#pragma once

#include <string>
#include <vector>

#include "app/desk/desk_flow.h"
#include "app/desk/writeup_flow.h"
#include "ui/words/strings.h"

namespace studio::say {

// "本月，还剩 9 天"; where it is done: "本月的做到了". With what was missed before.
std::string OwedLine(const OwedNow& owed);
// "还剩 9 天", "做到了"
std::string OwedShort(const OwedNow& owed);
// "值班 08:30 – 11:30", "在岗", "今天没有您的班".
std::string DutyLineWords(const std::optional<DutyLine>& line);
// "离“优秀”还差 6.5 分"; empty: there is nothing to say.
// Nothing of the lowest while points are still missing to the next: a year that runs is no verdict.
std::string GradeNowLine(const MemberAccount& account);
std::string GradeAboveLine(const MemberAccount& account);
// "另有 6 分等确认"; empty: none.
std::string PointsWaitingLine(const MemberAccount& account);
// "11 月：做了 1，应做 1"
std::string StretchLine(const OwedStretch& stretch, Span per);
// As the mechanism calls it, else in plain words.
std::string KindTitle(const Mechanism& mechanism, std::string_view kind);
// What a row is about: the deed's kind where the rule speaks of several, else the rule.
std::string RowTitle(const MemberAccount& account, const PointsRow& row,
                     const Mechanism& mechanism);
// "48 / 50", "48"
std::string PointsOfMost(const Fraction& points, const std::optional<Fraction>& most);
// "+2", "-1", "0"
std::string PointsSigned(const Fraction& points);
// Why a row counts less than it is worth; empty: it does not.
std::string CutLine(const MemberAccount& account, const PointsRow& row);

// "11月28日，今天"; "11月20日，补录".
std::string WriteupDay(const WriteupFlow& flow);
// "您、示例乙"
std::string WriteupPeople(const WriteupFlow& flow);
// "录音 1:05、2 张照片"
std::string WriteupAddedLine(const WriteupFlow& flow);
View LinkIcon(const WriteupLink& link);
std::string LinkHint(const WriteupLink& link);  // what it is, and more of it
std::string LinkLine(const WriteupLink& link);  // what it is, and its title
// What stands in the way; empty: nothing.
std::string WriteupProblemLine(const WriteupFlow& flow);
// "示例乙记的走访，请您确认"
std::string AskedTitle(const Deed& deed, const Station& station);
// "11月26日，示例村"
std::string AskedHint(const Deed& deed, CalendarDate today);
// "示例乙记的走访"
std::string AskedWhat(const Deed& deed, const Station& station);
// Day and place, and who is named in it.
std::vector<std::string> AskedLines(const Deed& deed, const Station& station, CalendarDate today);
// "上次没写完：上门入户"
std::string DraftLine(const ActivityBody& draft);

inline constexpr View kWriteup = "记一件事";
inline constexpr View kWriteupHint = "走访、接待、协商，做了就记";
inline constexpr View kWriteupOf = "记一件事 · {kind}";
inline constexpr View kWriteupKindAsk = "做的是什么事？";
inline constexpr View kWriteupNoKinds = "{county}还没有说可以记哪些事。";
inline constexpr View kWriteupFiled = "已记 {n} 件";
inline constexpr View kWriteupDate = "哪天";
inline constexpr View kWriteupDateAsk = "是哪天的事？";
inline constexpr View kWriteupMonth = "{year} 年 {month} 月";
inline constexpr View kWriteupEarlier = "上个月";
inline constexpr View kWriteupLater = "下个月";
inline constexpr View kWriteupDayCell = "{n} 日";
inline constexpr View kWriteupPlace = "在哪里";
inline constexpr View kWriteupPlaceAsk = "在哪个村？";
inline constexpr View kWriteupWho = "谁去的";
inline constexpr View kWriteupWhoAsk = "还有谁一起？";
inline constexpr View kWriteupWhoHint = "没有别人就不用点";
inline constexpr View kWriteupNobodyElse = "这个工作室没有别的委员。";
inline constexpr View kWriteupMet = "见了谁";
inline constexpr View kWriteupMetAsk = "见了哪些人、哪些单位？";
inline constexpr View kWriteupMetPlaceholder = "写姓名、写人数都行";
inline constexpr View kWriteupNotNeeded = "不写也行";
inline constexpr View kWriteupAbout = "和哪件事有关";
inline constexpr View kWriteupAboutAsk = "和下面哪件事有关？";
inline constexpr View kWriteupAboutHint = "都没有关系就不用点";
inline constexpr View kWriteupAboutNone = "这里眼下没有诉求、心愿和议题。";
inline constexpr View kWriteupRole = "您做的是";
inline constexpr View kWriteupRoleAsk = "您在会上做什么？";
inline constexpr View kWriteupNotSaid = "还没说，点一下";
inline constexpr View kWriteupNotWritten = "还没写，点一下";
inline constexpr View kWriteupSpoken = "录了音，不写也行";
inline constexpr View kWriteupPlaceholder = "写几句就行";
inline constexpr View kWriteupAdded = "录音和照片";
inline constexpr View kWriteupAddedAsk = "要不要说几句、拍几张？";
inline constexpr View kWriteupAddedHint = "不加也行，跟写的一起记下";
inline constexpr View kWriteupAddedNone = "不加也行";
inline constexpr View kWriteupVoiceFirst = "话还没说完，说完了再点好了";
inline constexpr View kWriteupThat = "好了";
inline constexpr View kWriteupFile = "记好了";
inline constexpr View kWriteupAgain = "记好，再记一件";
inline constexpr View kWriteupDone = "记好了";
inline constexpr View kWriteupDoneHint = "工作室确认以后，就算进您的积分。";
inline constexpr View kSummaryDoneHint = "传给{county}，填年度登记表时用。";
inline constexpr View kWriteupOneMore = "再记一件";
inline constexpr View kWriteupToDesk = "回我的履职";
inline constexpr View kDraftTitle = "上次没写完";
inline constexpr View kDraftGoOn = "接着写";
inline constexpr View kDraftDrop = "不要了";

inline constexpr View kLedTopics = "我的议题";
inline constexpr View kLedTopicsNone = "眼下没有您牵头的议题。";
inline constexpr View kTopicNotes = "您记的调研";
inline constexpr View kTopicNote = "记一笔调研";
inline constexpr View kHelpFile = "帮群众填";
inline constexpr View kTodoTitle = "等您办的";
inline constexpr View kTodoMore = "还有 {n} 件等您办";
inline constexpr View kOwedOpen = "还有 {n} 样没做到";
inline constexpr View kOwedAllMet = "都做到了";
inline constexpr View kTodoNothing = "眼下没有等您办的事。";
inline constexpr View kTodoRequests = "{n} 件诉求还没答复";
inline constexpr View kAskedPage = "请您确认";
inline constexpr View kAskedQuestion = "这件事里有您，对吗？";
inline constexpr View kAskedExplained = "您点了“有我”，才算您的";
inline constexpr View kAskedYes = "有我";
inline constexpr View kAskedNo = "没有我";
inline constexpr View kAskedFailed = "没有记下来，请再试一次。";
inline constexpr View kAskedDone = "记下了，有您";
inline constexpr View kAskedDoneHint = "工作室确认以后，就算进您的积分。";
inline constexpr View kAskedNotDone = "记下了，没有您";
inline constexpr View kAskedNotDoneHint = "这件事不再算您的。";

inline constexpr View kDesk = "我的履职";
inline constexpr View kDeskHint = "记走访，看积分";
inline constexpr View kDeskLeave = "离开时请按“办完了”";
inline constexpr View kDeskDone = "办完了";
inline constexpr View kDeskMember = "{name} 委员";
inline constexpr View kDeskStranger = "委员";
inline constexpr View kOwedTitle = "该做的";
inline constexpr View kOwedDone = "做了哪些";
inline constexpr View kOwedNothing = "眼下没有规定要做的次数。";
inline constexpr View kOwnShifts = "我的班";
inline constexpr View kOwnShiftsNone = "这个月没有您的班了。";
inline constexpr View kOwnShiftAsk = "来不了，点这里请假、找人代班、调班";
inline constexpr View kOwnStandIn = "替{name}代班";
inline constexpr View kOwnNextMonth = "下个月";
inline constexpr View kOwnThisMonth = "回到本月";
inline constexpr View kPointsThisYear = "今年积分";
inline constexpr View kPointsFrom = "看看怎么来的";
inline constexpr View kReckoning = "正在算今年的积分…";
inline constexpr View kUntoldTitle = "积分还看不到";
inline constexpr View kUntold = "{county}还没有把今年的计分发到这台机器。连上网以后再来看。";
inline constexpr View kUnreckonedTitle = "没能算出来";
inline constexpr View kUnreckoned = "请再试一次。还不行，就告诉工作室的负责人。";
inline constexpr View kReckonAgain = "再试一次";

inline constexpr View kPointsTitle = "{year} 年积分";
inline constexpr View kGradeNow = "现在：{grade}";
inline constexpr View kPointsNone = "今年还没有记分的事。";
inline constexpr View kPointsUnknownGrade = "等次要看全体委员，由{county}评";
inline constexpr View kSectionSum = "共 {points} 分";
inline constexpr View kSectionBase = "起始 {base} 分";
inline constexpr View kSectionNoRows = "这一项今年还没有事。";
inline constexpr View kRowWaits = "等确认，还没有算进去";
inline constexpr View kRowRule = "规则";
inline constexpr View kRowSum = "怎么算";
inline constexpr View kRowSumLine = "{arithmetic} = {points} 分";
inline constexpr View kRowSumPlain = "{points} 分";
inline constexpr View kRowCounted = "算进去 {counted} 分";
inline constexpr View kRowNoDay = "全年";

}  // namespace studio::say
