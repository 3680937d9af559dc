// The sentences of the ledger (民意台账) as the manager has it, and of its lines crossed off
// (zh-CN).
#pragma once

#include <string>

#include "app/desk/line_closing_flow.h"
#include "app/desk/studio_ledger_flow.h"
#include "ui/words/strings.h"

namespace studio::say {

View FilterName(LedgerFilter filter);
// "示例村 三组 · 道路桥梁", "登记号 037 48215 2"
std::string StudioLineTitle(const StudioLine& line);
// "答应的日子过了", "还没答复", "办理中", "已销号"
View StudioLineState(const StudioLine& line);
// "3月5日，来登记的，还没答复：井台西边的路灯…"
std::string StudioLineHint(const StudioLine& line, const Station& station, View today);
// All that is known of one that members may read: what was said, what was answered, how it ended.
std::string StudioLineWords(const StudioLine& line, const StudioLedger& ledger,
                            const Station& station, std::int64_t now_ms);
// What stands in the way; empty: nothing.
View ClosingProblemLine(const LineClosingFlow& flow);

inline constexpr View kStudioLedgerNote =
    "这台机器上记的都在这里。只给{county}看的，这里只有登记号和进度。";
inline constexpr View kStudioLedgerNone = "台账上还没有。";
inline constexpr View kStudioLedgerNoneSuch = "没有这样的。";
inline constexpr View kStudioLedgerOwn = "记来电、写信息";
inline constexpr View kLineForCounty = "只给{county}看";
inline constexpr View kCloseLine = "销号";
inline constexpr View kOpenLineAgain = "恢复这一条";
inline constexpr View kOpenLineFailed = "没有恢复成，请再试一次。";
inline constexpr View kLineClosedHead = "【销号，{day}，{name}】";
inline constexpr View kClosingAsk = "这件事怎么了结的？";
inline constexpr View kClosingHint = "还可以写一句，打印台账时写在结果里";
inline constexpr View kClosingWords = "写一句";
inline constexpr View kClosingWordsAsk = "办到什么程度？";
inline constexpr View kClosingWordsPlaceholder = "谁办的、办得怎样，不写也行";
inline constexpr View kClosingChooseFirst = "先选怎么了结的";
inline constexpr View kLineClosedSee = "看这一条";
inline constexpr View kLineClosedHint = "打印台账时，结果和办结日期会填好。";

}  // namespace studio::say
