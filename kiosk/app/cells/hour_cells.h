// Hours of duty as people write them into a cell: the names of shifts, times from and to, several
// of both.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/feed/entities.h"

namespace studio {

// Where the mechanism names none.
std::vector<UsualHours> DefaultUsualHours();

struct CellHours {
  std::string from, to;  // as in Shift: a `to` not after `from` is on the next day
};

struct HoursCell {
  std::vector<CellHours> hours;  // none: not understood
  std::string left;              // what could not be used; folded
};

// `usual` with 全天 made 上午 and 下午, where it only spans from the beginning of the one to the
// end of the other or is not named, and `studio` keeps no shift of those hours.
std::vector<UsualHours> WithWholeDays(std::vector<UsualHours> usual,
                                      const std::vector<Shift>& shifts, StudioId studio);

// 上午, 早班, 上、下午, AM, 08:30-11:30, 8.30-11.30, 0830-1130, 8点半至11点, 上午8:30-下午5:00,
// 晚上8点-12点, 20:00-次日2:00, 24小时; one behind the other. Hours written behind a name count
// instead of it. Past midnight only where that is said or no more than twelve hours come of it.
HoursCell ReadHoursCell(std::string_view cell, const std::vector<UsualHours>& usual);
// 上下午 and 上、下午 as 上午、下午.
std::string WithBothHalves(std::string folded);
// How many bytes at the left of a folded text are a name of a shift or hours, (8:30-11:30) behind a
// name too; 0: none.
std::size_t HoursAhead(std::string_view folded, const std::vector<UsualHours>& usual);
// The same from a cell for the beginning and one for the end; also 0.354166 (of a day).
std::optional<CellHours> ReadHoursCells(std::string_view from, std::string_view to);

// 8:30, 上午8点半, 8:30-, 8点起: when it begins, and no end.
bool IsBeginning(std::string_view cell);

// √, 值班: that somebody is on duty, not when.
bool IsDutyMark(std::string_view cell);
// 休息, 无, —, 元旦放假, 请假: that nobody is. Says nothing of a cell that has a name in it.
bool SaysNobody(std::string_view cell);

}  // namespace studio
