// Numbers of a spreadsheet as its cells show them.
#pragma once

#include <string>
#include <string_view>

namespace studio {

// "12.3", "46329"; no exponent up to 15 digits.
std::string NumberText(double number);

enum class NumberLook { kNumber, kDate, kTime, kWeekday };
// By the number of a format of every workbook (ECMA-376 part 1, 18.8.30), and by what a format
// says: "yyyy\"年\"m\"月\"", "h:mm", "aaaa".
NumberLook LookOf(int format);
NumberLook LookOf(std::string_view format);

// Days since 1899-12-30 (since 1904-01-01 where `from_1904`): "2026-12-01", "2026-12-01 08:30",
// "08:30" below one day, "星期二". What is no day of this calendar stays a number.
std::string ShownNumber(double number, NumberLook look, bool from_1904);

}  // namespace studio
