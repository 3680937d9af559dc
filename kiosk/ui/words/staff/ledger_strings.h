// The sentences of the ledger at a member's desk and of what is written from it (zh-CN).
#pragma once

#include <string>

#include "app/desk/heard_flow.h"
#include "app/desk/information_flow.h"
#include "ui/words/strings.h"

namespace studio::say {

// "示例村 三组 · 道路桥梁"
std::string LineTitle(const DeskLine& line);
// "电话里说的"
View LineFromName(LineFrom from);
// "井台西边的路灯灭了三天，晚…"
std::string LineHint(const DeskLine& line);
// "11月28日，电话里说的，已写成信息"
std::string LineAbout(const DeskLine& line, bool made, View today);
// "11月28日，电话里说的，示例甲，示例乙委员记的"
std::string LineWho(const DeskLine& line, const Station& station, View today);
// What was said, or why nothing stands here.
std::string LineWords(const DeskLine& line, const Station& station);
// All of them, each under its title.
std::string LinesWords(const std::vector<const DeskLine*>& lines, const Station& station,
                       View today);

// "社情民意信息", "议题建议", "提案素材"
View HandedInAsName(HandedInAs as);
std::string HandedInAsHint(HandedInAs as, const Station& station);
View PartName(InformationPart part);
View PartAsk(InformationPart part);
View PartPlaceholder(InformationPart part);
// "三段一共 320 字，最多 1500 字"
std::string CharactersLine(const InformationFlow& flow);
// "您、示例乙"
std::string JointAuthors(const InformationFlow& flow);
// "示例甲、示例乙"
std::string AuthorNames(const InformationBody& body, const Station& station);
// What stands in the way; empty: nothing.
std::string InformationProblemLine(const InformationFlow& flow);
std::string HeardProblemLine(const HeardFlow& flow);
View HeardByName(HeardBy way);
// "社情民意信息：三组的水渠"
std::string DraftLine(const InformationBody& draft);
std::string DraftLine(const HeardBody& draft);
// Of one that the county entered without a title, what it is.
std::string InformationTitle(const DeskInformation& information);
// "已交", "采用（省级，综合）", "批示（市级）"
std::string CourseStep(const DeedState& state);
// How far it has come: "采用（省级）", "已交，等演示市政协确认", "已交，待上传".
std::string CourseLine(const DeskInformation& information, const Station& station);
// Its parts, each under its name, and the lines that it came from.
std::string InformationWords(const DeskInformation& information, const DeskLedger& ledger,
                             View today);

inline constexpr View kLedger = "民意台账";
inline constexpr View kLedgerCount = "{n} 条";
inline constexpr View kLedgerReading = "正在打开台账…";
inline constexpr View kLedgerFailed = "没能打开，请再试一次。";
inline constexpr View kLedgerNone = "台账上还没有。电话里听到的，可以先记一条。";
inline constexpr View kLedgerOnlyHere =
    "让委员看的诉求、您记的走访、听到的话，都是在这台机器上记的";
inline constexpr View kLedgerHeard = "记一条来电";
inline constexpr View kLedgerHeardOn = "接着记来电";
inline constexpr View kLedgerOwn = "我写的";
inline constexpr View kLedgerOwnCount = "我写的（{n}）";
inline constexpr View kLedgerWrite = "写信息";
inline constexpr View kLedgerWriteFrom = "写成信息（{n} 条）";
inline constexpr View kLedgerGoOn = "接着写";
inline constexpr View kLedgerGoOnWith = "接着写（加 {n} 条）";
inline constexpr View kLinePick = "选";
inline constexpr View kLinePicked = "已选";
inline constexpr View kLinePickThis = "选上这条";
inline constexpr View kLineUnpick = "不选这条";
inline constexpr View kLineMade = "已写成信息";
inline constexpr View kLineClosed = "已销号";
inline constexpr View kLineNotMade = "还没写成信息";
inline constexpr View kLineGone = "这一条已经撤回，不在了。";
inline constexpr View kLineMadeInto = "写成了{what}";

inline constexpr View kHeardHow = "怎么听到的";
inline constexpr View kHeardWho = "谁说的";
inline constexpr View kHeardWhoAsk = "是谁说的？";
inline constexpr View kHeardWhoPlaceholder = "写姓名，不写也行";
inline constexpr View kHeardMay = "不说也行";
inline constexpr View kHeardVillage = "哪个村";
inline constexpr View kHeardVillageAsk = "是哪个村的事？";
inline constexpr View kHeardCategory = "哪一类";
inline constexpr View kHeardCategoryAsk = "是哪一类事？";
inline constexpr View kHeardWords = "说了什么";
inline constexpr View kHeardWordsAsk = "他说了什么？";
inline constexpr View kHeardWordsPlaceholder = "写几句，照他说的写";
inline constexpr View kHeardReaders = "只有{county}和这里的委员看得到";
inline constexpr View kHeardFile = "记好了";
inline constexpr View kHeardDone = "记好了";
inline constexpr View kHeardDoneHint = "已经在台账上。写信息的时候可以选它。";
inline constexpr View kHeardToLedger = "回台账";

inline constexpr View kInformation = "写信息";
inline constexpr View kInformationJoint = "和谁一起写";
inline constexpr View kInformationJointAsk = "还有谁一起写？";
inline constexpr View kInformationJointHint = "没有别人就不用点";
inline constexpr View kInformationNobodyElse = "没有别的委员。";
inline constexpr View kInformationAs = "交成什么";
inline constexpr View kInformationAsAsk = "这一份交成什么？";
inline constexpr View kInformationLines = "从哪些话来";
inline constexpr View kInformationLineCount = "{n} 条，点开看原话";
inline constexpr View kInformationNoLines = "没有选台账上的话";
inline constexpr View kInformationNoLinesHere = "这一份没有选台账上的话。";
inline constexpr View kInformationMay = "不写也行";
inline constexpr View kInformationFile = "写好了，登记";
inline constexpr View kInformationDone = "登记好了";
inline constexpr View kInformationDoneHint = "{county}收到以后，走到哪一步，在“我写的”里看得到。";
inline constexpr View kInformationElsewhere = "是在别处写的，这台机器上没有原文。";
inline constexpr View kOwnInformationsNone = "您还没有写过。选台账上的话，就能写成信息。";

}  // namespace studio::say
