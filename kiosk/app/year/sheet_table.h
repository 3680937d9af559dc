// A table with the columns that a form asks for, out of all that could stand there.
#pragma once

#include <initializer_list>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "app/year/printed_sheet.h"

namespace studio {

// How a field looks where it is printed; wider than millimetres where there is room.
struct FieldLook {
  std::string_view field;
  double wide = 20;
  CellLook look = CellLook::kText;
};

struct FieldValue {
  FieldValue(std::string said = {}) : text(std::move(said)) {}  // NOLINT: a text is a value
  FieldValue(const char* said) : text(said) {}                  // NOLINT: likewise
  FieldValue(int number) : text(std::to_string(number)), figure(number) {}  // NOLINT: likewise
  FieldValue(std::string said, double number) : text(std::move(said)), figure(number) {}
  std::string text;
  std::optional<double> figure{};
};
using FieldValues = std::map<std::string_view, FieldValue>;

class SheetTable {
 public:
  // `looks`: of every field of the sheet. The grid fills paper of that width.
  SheetTable(const SheetForm& form, const std::vector<FieldLook>& looks, double paper);

  const std::vector<double>& grid() const { return grid_; }
  int columns() const { return static_cast<int>(columns_.size()); }
  // The title, a line below it, and the captions: what is repeated.
  PrintedPage Begin(const std::string& title, const std::string& below) const;
  void Captions(PrintedPage& page) const;
  // What has no value is left to be filled in by hand.
  void Add(PrintedPage& page, const FieldValues& values, double least = 0) const;
  void AddSum(PrintedPage& page, const FieldValues& values) const;
  // One text over all columns.
  void AddLine(PrintedPage& page, std::string text, CellLook look = CellLook::kLine,
               double least = 0) const;
  // Places for names, side by side.
  void AddSignatures(PrintedPage& page, const std::vector<std::string>& who) const;

 private:
  struct Column {
    std::string field, caption;
    CellLook look;
  };
  std::vector<Column> columns_;
  std::vector<double> grid_;
};

// "审核人（签字）：＿＿＿＿　　年　　月　　日"
std::string SignLine(const std::string& who);

}  // namespace studio
