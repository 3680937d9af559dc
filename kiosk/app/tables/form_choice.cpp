#include "app/tables/form_choice.h"

#include <algorithm>
#include <map>

#include "app/cells/date_cells.h"

namespace studio {
namespace {

using ChoiceIs = RosterColumn;

constexpr int kRowsLookedAt = 60;  // of a block, to say how sure a form is
constexpr double kNear = 0.15;

int CountIn(const RosterBlock& block, ChoiceIs is) {
  return static_cast<int>(std::count_if(block.columns.begin(), block.columns.end(),
                                        [is](const auto& column) { return column.is == is; }));
}

}  // namespace

bool FormChoice::Choose(RosterBlock& block) const {
  FillUnknown(block);
  GroupsAsMembers(block);
  std::map<RosterForm, double> sure;
  const bool date = block.Find(ChoiceIs::kDate) >= 0 || block.Find(ChoiceIs::kWeekday) >= 0;
  const int days = CountIn(block, ChoiceIs::kDay) + CountIn(block, ChoiceIs::kDayName);
  if (date && block.Find(ChoiceIs::kMember) >= 0) {
    sure[RosterForm::kRows] = SureOf(block, ChoiceIs::kMember);
  }
  if (date && block.Find(ChoiceIs::kHours) >= 0) {
    sure[RosterForm::kShiftColumns] = SureOf(block, ChoiceIs::kHours);
  }
  if (date && CountIn(block, ChoiceIs::kPerson) > 1) {
    sure[RosterForm::kMemberColumns] = SureOf(block, ChoiceIs::kPerson);
  }
  if (days >= 2 || (days > 0 && !date)) {
    sure[RosterForm::kDayColumns] = 1 + days;  // nothing else has days for headings
  }
  for (const auto& [form, how] : sure) {
    if (how > block.sure) {
      block.sure = how;
      block.form = form;
    }
  }
  for (const auto& [form, how] : sure) {
    if (form != block.form && how > 0 && block.sure - how < kNear) block.also.push_back(form);
  }
  block.sure = std::min(block.sure, 1.0);
  return !sure.empty();
}

// A column without a heading, by what stands in it.
void FormChoice::FillUnknown(RosterBlock& block) const {
  const int days = CountIn(block, ChoiceIs::kDay) + CountIn(block, ChoiceIs::kDayName);
  const bool wants_date = block.Find(ChoiceIs::kDate) < 0 && days == 0;
  for (int i = block.left; i < block.right; ++i) {
    auto& column = block.columns[static_cast<std::size_t>(i - block.left)];
    if (column.is == ChoiceIs::kDate && days == 0) {
      // 工作时间 of an address list: hours, not days.
      const Shares shares = SharesOf(i, block.top, block.bottom);
      if (shares.filled > 0 && shares.hours > 0.7 && shares.dates == 0) {
        column.is = ChoiceIs::kShift;
      }
      continue;
    }
    if (column.is != ChoiceIs::kBlank && column.is != ChoiceIs::kUnknown) continue;
    const Shares shares = SharesOf(i, block.top, block.bottom);
    if (shares.filled == 0) continue;
    const ChoiceIs was = column.is;
    const bool nobody = block.Find(ChoiceIs::kMember) < 0 && block.Find(ChoiceIs::kHours) < 0;
    if (wants_date && shares.dates > 0.7 && block.Find(ChoiceIs::kDate) < 0) {
      column.is = ChoiceIs::kDate;
    } else if (shares.weekdays > 0.8 && block.Find(ChoiceIs::kWeekday) < 0) {
      column.is = ChoiceIs::kWeekday;
    } else if (shares.hours > 0.7 && block.Find(ChoiceIs::kShift) < 0) {
      column.is = ChoiceIs::kShift;
    } else if ((column.is == ChoiceIs::kBlank || days > 0) && shares.names > 0.5 && nobody) {
      column.is = ChoiceIs::kMember;
    }
    column.guessed = was == ChoiceIs::kUnknown && column.is != was;
  }
}

// 第一组, 第二组 below 组别, and nobody else: who is on duty.
void FormChoice::GroupsAsMembers(RosterBlock& block) const {
  if (block.Find(ChoiceIs::kMember) >= 0 || block.Find(ChoiceIs::kHours) >= 0 ||
      block.Find(ChoiceIs::kPerson) >= 0) {
    return;
  }
  for (auto& column : block.columns) {
    if (column.is == ChoiceIs::kGroup) column.is = ChoiceIs::kMember;
  }
}

FormChoice::Shares FormChoice::SharesOf(int column, int top, int bottom) const {
  Shares out;
  for (int row = top; row < std::min(bottom, top + kRowsLookedAt); ++row) {
    const std::string& text = grid_.Folded({row, column});
    if (text.empty() || text.size() > 200 || BeginsRemarkRow(text)) continue;
    ++out.filled;
    out.weekdays += ReadWeekdayCell(text).has_value();
    out.dates += !ReadDateCell(text).spans.empty();
    out.bare += text.size() <= 2 && text.find_first_not_of("0123456789") == std::string::npos;
    out.hours += !words_.Hours(text).hours.empty();
    out.names += names_.HasName(text);
  }
  for (double* share : {&out.dates, &out.bare, &out.weekdays, &out.hours, &out.names}) {
    *share /= std::max(out.filled, 1);
  }
  return out;
}

// How many of the cells below these headings look as the form says.
double FormChoice::SureOf(const RosterBlock& block, ChoiceIs is) const {
  int filled = 0, good = 0;
  for (int row = block.top; row < std::min(block.bottom, block.top + kRowsLookedAt); ++row) {
    for (int i = block.left; i < block.right; ++i) {
      if (block.At(i).is != is || grid_.Blank({row, i})) continue;
      const std::string& text = grid_.Folded({row, i});
      ++filled;
      good += words_.IsNobody(text) || words_.GroupOf(text) != nullptr ||
              (is == ChoiceIs::kPerson ? words_.IsMark(text) || !words_.Hours(text).hours.empty()
                                       : names_.HasName(grid_.Text({row, i})));
    }
  }
  return 0.01 + (filled == 0 ? 0.0 : static_cast<double>(good) / filled);
}

std::optional<RosterBlock> FormChoice::Guess() const {
  RosterBlock block;
  block.bottom = grid_.rows();
  block.right = grid_.columns();
  while (block.top < block.bottom && grid_.Filled(block.top, 0, grid_.columns()) < 2) ++block.top;
  for (int i = 0; i < block.right; ++i) {
    const Shares shares = SharesOf(i, block.top, block.bottom);
    ChoiceIs is = ChoiceIs::kUnknown;
    if (shares.filled == 0) {
      is = ChoiceIs::kBlank;
    } else if (shares.names > 0.6) {
      is = ChoiceIs::kMember;
    } else if (shares.weekdays > 0.8) {
      is = ChoiceIs::kWeekday;
    } else if (shares.dates > 0.8 && shares.bare < 0.5 && block.Find(ChoiceIs::kDate) < 0) {
      is = ChoiceIs::kDate;
    } else if (shares.hours > 0.8) {
      is = ChoiceIs::kShift;
    }
    block.columns.push_back({is, {}, {}, {}, false});
  }
  const bool filled = block.top < block.bottom;
  if (!filled || block.Find(ChoiceIs::kDate) < 0 || block.Find(ChoiceIs::kMember) < 0) {
    return std::nullopt;
  }
  block.sure = 0.5;
  return block;
}

}  // namespace studio
