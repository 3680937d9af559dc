#include "app/year/sheet_table.h"

#include <algorithm>
#include <numeric>

namespace studio {

SheetTable::SheetTable(const SheetForm& form, const std::vector<FieldLook>& looks, double paper) {
  for (const SheetColumn& column : form.columns) {
    const auto look = std::find_if(looks.begin(), looks.end(),
                                   [&](const FieldLook& one) { return one.field == column.field; });
    columns_.push_back(
        {column.field, column.caption, look == looks.end() ? CellLook::kText : look->look});
    grid_.push_back(look == looks.end() ? FieldLook{}.wide : look->wide);
  }
  const double sum = std::accumulate(grid_.begin(), grid_.end(), 0.0);
  for (double& wide : grid_) wide *= paper / sum;
}

PrintedPage SheetTable::Begin(const std::string& title, const std::string& below) const {
  PrintedPage page;
  AddLine(page, title, CellLook::kTitle, 11);
  AddLine(page, below);
  Captions(page);
  page.repeated = page.rows.size();
  return page;
}

void SheetTable::Captions(PrintedPage& page) const {
  std::vector<PrintedCell> cells;
  for (const Column& column : columns_) cells.push_back({column.caption, CellLook::kHeading});
  AddRow(page, grid_, std::move(cells), 7);
}

void SheetTable::Add(PrintedPage& page, const FieldValues& values, double least) const {
  constexpr double kLeast = 6.2;
  std::vector<PrintedCell> cells;
  for (const Column& column : columns_) {
    const auto value = values.find(column.field);
    if (value == values.end()) {
      cells.push_back({"", column.look});
    } else {
      cells.push_back({value->second.text, column.look, 1, value->second.figure});
    }
  }
  AddRow(page, grid_, std::move(cells), std::max(least, kLeast));
}

void SheetTable::AddSum(PrintedPage& page, const FieldValues& values) const {
  const std::size_t before = page.rows.size();
  Add(page, values);
  for (std::size_t i = before; i < page.rows.size(); ++i) {
    for (PrintedCell& cell : page.rows[i].cells) cell.look = CellLook::kSum;
  }
}

void SheetTable::AddLine(PrintedPage& page, std::string text, CellLook look, double least) const {
  AddRow(page, grid_, {{std::move(text), look, columns()}}, least);
}

void SheetTable::AddSignatures(PrintedPage& page, const std::vector<std::string>& who) const {
  const bool lying = std::accumulate(grid_.begin(), grid_.end(), 0.0) > Paper::Width(false) + 1;
  std::string text;
  for (const std::string& one : who) {
    text += (text.empty() ? "" : lying ? "　　" : "\n\n") + SignLine(one);
  }
  AddLine(page, text, CellLook::kLine, 14);
}

std::string SignLine(const std::string& who) {
  return who + "（签字）：＿＿＿＿＿＿＿＿　　　年　　月　　日";
}

}  // namespace studio
