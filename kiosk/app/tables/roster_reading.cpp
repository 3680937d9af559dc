#include "app/tables/roster_reading.h"

#include <algorithm>
#include <optional>

#include "app/cells/date_cells.h"
#include "app/cells/recurring_days.h"
#include "app/tables/block_reading.h"
#include "app/tables/roster_layout.h"

namespace studio {
namespace {

using Refusal = RosterPreview::Refusal;

Refusal RefusalOf(RosterLayout::Missing missing) {
  switch (missing) {
    case RosterLayout::Missing::kNothing:
      return Refusal::kNone;
    case RosterLayout::Missing::kHeading:
      return Refusal::kNoHeading;
    case RosterLayout::Missing::kDate:
      return Refusal::kNoDateColumn;
    case RosterLayout::Missing::kMember:
      return Refusal::kNoMemberColumn;
    case RosterLayout::Missing::kRows:
      return Refusal::kNoRows;
  }
  return Refusal::kNoHeading;
}

class Understanding {
 public:
  explicit Understanding(const RosterImportInput& input)
      : input_(input),
        names_(input.members),
        usual_(WithWholeDays(input.usual_hours, input.shifts, input.studio)) {}

  RosterRead Take(const std::vector<Sheet>& sheets) {
    out_.refusal = Refusal::kNoHeading;
    std::vector<int> unread;
    for (std::size_t i = 0; i < sheets.size(); ++i) {
      if (!ReadSheet(sheets[i], static_cast<int>(i), PrintedFrom(sheets, i))) {
        unread.push_back(static_cast<int>(i));
      }
    }
    if (!read_any_) return std::move(out_);
    out_.refusal = Refusal::kNone;
    for (const int index : unread) {
      const auto at = static_cast<std::size_t>(index);
      PassSheet(sheets[at], index, PrintedFrom(sheets, at));
    }
    return std::move(out_);
  }

 private:
  // What this program writes for the wall beside the sheet that says it all.
  static bool PrintedFrom(const std::vector<Sheet>& sheets, std::size_t index) {
    const std::string& name = sheets[index].name;
    if (name != "轮值表" && name != "委员完成情况") return false;
    return std::any_of(sheets.begin(), sheets.end(),
                       [](const Sheet& sheet) { return sheet.name == "值班签到表"; });
  }

  bool ReadSheet(const Sheet& sheet, int index, bool printed) {
    if (printed) return false;
    RosterGrid grid(sheet, index);
    SheetWords words(usual_);
    words.Learn(grid, names_);
    const RosterLayout layout = FindLayout(grid, sheet.name, names_, words);
    if (layout.blocks.empty()) {
      if (!read_any_) out_.refusal = RefusalOf(layout.missing);
      return false;
    }
    const bool rows =
        std::any_of(layout.blocks.begin(), layout.blocks.end(), [&](const RosterBlock& block) {
          for (int row = block.top; row < block.bottom; ++row) {
            if (grid.Filled(row, block.left, block.right) > 0) return true;
          }
          return false;
        });
    if (!rows) {
      if (!read_any_) out_.refusal = Refusal::kNoRows;
      return false;
    }
    read_any_ = true;
    TellHidden(grid);
    bool elsewhere = false;
    for (const int row : layout.titles) elsewhere = OtherStudio(grid, row) || elsewhere;
    std::set<GridAt> groups;
    for (const RosterBlock& block : layout.blocks) {
      if (!elsewhere) ReadBlock(grid, block, {names_, words, input_, groups}, out_);
    }
    CellTelling telling(grid, input_.answers, out_.told);
    for (const GridAt& label : groups) {
      telling.Note(label, CellRemark::kGroupList, grid.Text(label));
    }
    Account(grid, layout, elsewhere);
    return true;
  }

  void TellHidden(RosterGrid& grid) {
    CellTelling telling(grid, input_.answers, out_.told);
    for (int row = 0; row < grid.rows(); ++row) {
      if (!grid.Hidden(row)) continue;
      const int first = FirstIn(grid, row);
      if (first < 0) continue;
      const GridAt at{row, first};
      if (telling.Takes(at, CellFault::kHidden, grid.Text(at))) {
        grid.Show(row);
      } else {
        grid.MarkRow(row, Fate::kRefused);
      }
    }
  }

  static int FirstIn(const RosterGrid& grid, int row) {
    for (int column = 0; column < grid.columns(); ++column) {
      if (!grid.Blank({row, column}) && grid.Origin({row, column}).row == row) return column;
    }
    return -1;
  }

  // The title names one of the county's other studios.
  bool OtherStudio(RosterGrid& grid, int row) {
    for (int column = 0; column < grid.columns(); ++column) {
      const std::string& text = grid.Folded({row, column});
      if (text.empty()) continue;
      const Studio* named = nullptr;
      for (const Studio& studio : input_.studios) {
        const std::string name = FoldCell(studio.name);
        if (name.empty() || text.find(name) == std::string::npos) continue;
        if (studio.id == input_.studio) return false;
        named = &studio;
      }
      if (named == nullptr) continue;
      CellTelling(grid, input_.answers, out_.told)
          .Refuse({row, column}, CellFault::kOtherStudio, grid.Text({row, column}));
      return true;
    }
    return false;
  }

  // Whatever nobody has looked at is told of.
  void Account(RosterGrid& grid, const RosterLayout& layout, bool elsewhere) {
    CellTelling telling(grid, input_.answers, out_.told);
    for (int row = 0; row < grid.rows(); ++row) {
      const bool title =
          std::find(layout.titles.begin(), layout.titles.end(), row) != layout.titles.end();
      const bool alone = grid.Filled(row, 0, grid.columns()) == 1;
      const bool remark = IsRemarkRow(grid, row, names_);
      const bool signature =
          remark && IsSignature(grid.Folded({row, std::max(FirstIn(grid, row), 0)}));
      for (int column = 0; column < grid.columns(); ++column) {
        const GridAt at{row, column};
        if (grid.Blank(at) || grid.Origin(at) != at || grid.FateOf(at) != Fate::kNone) continue;
        if (elsewhere) {
          grid.Mark(at, Fate::kRefused);
          continue;
        }
        const std::string& text = grid.Folded(at);
        const bool line = title || alone || remark || IsRemark(text);
        if (line && (signature || IsSignature(text) || !names_.Mentions(text))) {
          telling.Note(at, title ? CellRemark::kTitle : CellRemark::kLine, grid.Text(at));
          grid.Mark(at, Fate::kPassed);
        } else {
          telling.Refuse(at, CellFault::kNotUsed, grid.Text(at));
        }
      }
    }
  }

  // A list of addresses has names and no day.
  static bool HasDays(const RosterGrid& grid) {
    for (int row = 0; row < grid.rows(); ++row) {
      for (int column = 0; column < grid.columns(); ++column) {
        const std::string& text = grid.Folded({row, column});
        if (text.empty() || text.size() > 120) continue;
        const DateCell date = ReadDateCell(text);
        const bool day = !date.spans.empty() && (date.spans.front().first.month > 0 ||
                                                 text.find("日") != std::string::npos ||
                                                 text.find("号") != std::string::npos);
        if (day || ReadWeekdayCell(text) || ReadRecurringCell(text)) return true;
      }
    }
    return false;
  }

  void PassSheet(const Sheet& sheet, int index, bool printed) {
    RosterGrid grid(sheet, index);
    CellTelling telling(grid, input_.answers, out_.told);
    for (int row = 0; row < grid.rows() && !printed && HasDays(grid); ++row) {
      for (int column = 0; column < grid.columns(); ++column) {
        if (!names_.Mentions(grid.Folded({row, column}))) continue;
        telling.Refuse({row, column}, CellFault::kNotUsed, grid.Text({row, column}));
        return;
      }
    }
    for (int row = 0; row < grid.rows(); ++row) {
      const int first = FirstIn(grid, row);
      if (first < 0) continue;
      telling.Note({row, first}, CellRemark::kPassedSheet, sheet.name);
      return;
    }
  }

  const RosterImportInput& input_;
  const RosterNames names_;
  const std::vector<UsualHours> usual_;
  bool read_any_ = false;
  RosterRead out_;
};

}  // namespace

RosterRead UnderstandSheets(const std::vector<Sheet>& sheets, const RosterImportInput& input) {
  return Understanding(input).Take(sheets);
}

}  // namespace studio
