#include "tables/roster_csv.h"

#include <csv.h>

#include <algorithm>
#include <array>
#include <string_view>

namespace studio {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

// What a spreadsheet would take for a formula, also in full width, is marked as text.
bool BeginsFormula(std::string_view text) {
  constexpr auto kMarks = std::to_array<std::string_view>(
      {"=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"});
  return std::any_of(kMarks.begin(), kMarks.end(),
                     [&](std::string_view mark) { return text.starts_with(mark); });
}

void AppendCell(const std::string& text, std::string& out) {
  std::string cell(BeginsFormula(text) ? 1 : 0, '\'');
  cell += text;
  const std::size_t begin = out.size();
  out.resize(begin + 2 * cell.size() + 2);
  out.resize(begin + csv_write(out.data() + begin, out.size() - begin, cell.data(), cell.size()));
}

void AppendRow(const std::vector<std::string>& cells, std::string& out) {
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (i > 0) out += ',';
    AppendCell(cells[i], out);
  }
  out += "\r\n";
}

}  // namespace

std::string MakeRosterCsv(const RosterReport& report) {
  std::string out(kByteOrderMark);
  std::vector<std::string> cells;
  for (const DutyColumn& column : DutyColumns()) cells.push_back(column.caption);
  AppendRow(cells, out);
  for (const DutyRow& row : DutyRowsOf(report)) {
    cells.clear();
    for (const DutyColumn& column : DutyColumns()) cells.push_back(TextOf(row, column.field));
    AppendRow(cells, out);
  }
  return out;
}

std::string MakeRosterTemplate(std::chrono::year_month month) {
  std::string out(kByteOrderMark);
  AppendRow({"日期", "班次", "委员", "界别", "活动组", "备注"}, out);
  AppendRow({ToText(month / 3), "上午", "示例甲", "", "", "示例,请改成真实的值班安排"}, out);
  AppendRow({ToText(month / 5), "14:00-17:00", "示例乙、示例丙", "", "", "示例,几位委员用顿号隔开"},
            out);
  return out;
}

}  // namespace studio
