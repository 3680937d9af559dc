// The sheets on which a year is printed, and what a mechanism's file may change of them: titles,
// which columns in which order, their captions, and which deeds stand on two of them.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace studio {

// In the order in which they are offered.
enum class SheetKind {
  kRegistration,  // 委员履职登记表
  kPoints,        // 履职积分表
  kLedger,        // 民意台账
  kMeetings,      // 协商会议记录
  kReceptions,    // 来访接待登记表
  kSummary,       // 工作室年度总表
  kNotice,        // 公示
  kLetters,       // 年度函件
};

struct SheetColumn {
  std::string field;    // one of KnownSheet::fields
  std::string caption;  // as it is printed
  bool operator==(const SheetColumn&) const = default;
};

// What a file says of one sheet. What is empty is as it is anyway.
struct SheetForm {
  std::string id;  // KnownSheet::id
  std::string title;
  std::vector<SheetColumn> columns;
  std::vector<std::string> kinds;  // of deeds
  bool operator==(const SheetForm&) const = default;
};

struct KnownSheet {
  struct Field {
    std::string_view id, caption;
    bool shown = true;  // where the file does not say which
  };
  SheetKind kind;
  std::string_view id, title;
  std::vector<Field> fields;
  std::vector<std::string_view> kinds;  // empty: of no deeds

  const Field* FieldWith(std::string_view field) const;  // null: it has none
};

const std::array<KnownSheet, 8>& KnownSheets();
const KnownSheet& KnownSheetOf(SheetKind kind);
const KnownSheet* KnownSheetWith(std::string_view id);  // null: there is none

// All of it, by the forms of the rules. Fields that are not known here (of a newer file) are left
// out; where nothing is left, those that are shown anyway.
SheetForm FormOf(const std::vector<SheetForm>& forms, SheetKind kind);

}  // namespace studio
