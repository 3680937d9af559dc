// The parts of an explanation: what a rule speaks of, what it gives. For .cpp files of this folder.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "shared/mechanism/mechanism.h"
#include "shared/mechanism_file/place_names.h"

namespace studio {

// "社情民意信息，被采用，限市级": what a deed must be.
std::string ConditionWords(const Condition& condition, const PlaceNames& names);
// "计 3 分", "扣 2 分", "不计分".
std::string PointsWords(const Fraction& points);
// Whose word a sentence is: "〔原文〕"; empty: nobody has said.
std::string MarkWords(std::string_view mark);
// "20%", or "1/3" where no decimal says it.
std::string ShareWords(const Fraction& share);
// "2026 年 7 月 1 日"
std::string DayWords(CalendarDate day);
std::string SpanWords(Span span);                                    // "每季度"
std::string SubjectWords(Subject subject, const PlaceNames& names);  // "每位委员"
// "“立案”、“采用”": titles of rules, sections or quotas by their ids.
std::string TitleWords(const CountingRules& rules, const std::vector<std::string>& ids,
                       std::string_view between);

}  // namespace studio
