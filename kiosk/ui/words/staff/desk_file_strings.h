// The sentences of a member's file (zh-CN).
#pragma once

#include <string>
#include <vector>

#include "app/desk/desk_flow.h"
#include "ui/words/strings.h"

namespace studio::say {

// "示例乙"; of somebody who is not on the feed "别的委员".
std::string MemberName(const Station& station, std::string_view id);
// "上门入户"
std::string DeedTitle(const Deed& deed, const Station& station);
// "11月26日，示例村"
std::string DeedLine(const Deed& deed, CalendarDate today);
// How it stands for that member: "等示例乙确认", "已确认".
struct DeedStanding {
  std::string words;
  bool waits = false;
};
DeedStanding StandingOf(const Deed& deed, std::string_view member, const Station& station);
// What the sheet says below its heading: sum, sections, what is owed, what waits.
std::vector<std::string> FileLines(const MemberAccount& account, std::string_view member,
                                   const Station& station);

inline constexpr View kFile = "履职档案";
inline constexpr View kFileOf = "{year} 年履职档案";
inline constexpr View kFileNothing = "今年还没有记下的事。";
inline constexpr View kSummaryWrite = "写年度小结";
inline constexpr View kFilePrint = "打印带走";
inline constexpr View kFilePrinting = "正在打印…";
inline constexpr View kFilePrinted = "打出来了";
inline constexpr View kFileNotPrinted = "没打出来，再打";

}  // namespace studio::say
