#include "server/clerk/deed_table.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <set>

#include "shared/base/clean_text.h"
#include "shared/base/folded_text.h"
#include "shared/mechanism_file/word_names.h"
#include "shared/sheets/csv_reader.h"

namespace county {

using studio::Deed;

namespace {

constexpr std::string_view kColumns[] = {"编号",   "类别", "日期", "委员", "角色",     "出席",
                                         "工作室", "级别", "应到", "状态", "状态日期", "状态级别",
                                         "形式",   "标记", "分数", "依据"};

std::string Sentence(const studio::TableRefusal& refusal) {
  switch (refusal.fault) {
    case studio::TableFault::kEmpty:
      return "文件是空的。";
    case studio::TableFault::kWorkbook:
    case studio::TableFault::kOldWorkbook:
      return "这是 Excel 或 WPS 表格，不是 CSV：请另存为 CSV 再导入。";
    case studio::TableFault::kTooLarge:
    case studio::TableFault::kTooManyRows:
    case studio::TableFault::kTooMuchText:
      return "文件太大：最多 16 MB、十万行。";
    case studio::TableFault::kOpenQuote:
      return "第 " + std::to_string(refusal.line) + " 行起有一个引号没有配上。";
    case studio::TableFault::kUnreadable:
    case studio::TableFault::kBinary:
    case studio::TableFault::kUnknownEncoding:
      break;
  }
  return "这不是 CSV 文字文件，读不出来。";
}

// "2026-03-20", "2026/3/20", "2026年3月20日", "2026.3.20".
std::optional<studio::CalendarDate> DayIn(std::string text) {
  for (const std::string_view mark : {"年", "月", "/", "."}) {
    for (std::size_t at; (at = text.find(mark)) != text.npos;) text.replace(at, mark.size(), "-");
  }
  if (const std::size_t at = text.find("日"); at != text.npos && at + 3 == text.size())
    text.resize(at);
  int parts[3] = {};
  const char* at = text.data();
  const char* const end = at + text.size();
  for (int i = 0; i < 3; ++i) {
    const auto [stop, error] = std::from_chars(at, end, parts[i]);
    const bool last = i == 2;
    if (error != std::errc{} || (last ? stop != end : stop == end || *stop != '-'))
      return std::nullopt;
    at = stop + 1;
  }
  if (parts[0] < 1000 || parts[0] > 9999 || parts[1] < 1 || parts[2] < 1) return std::nullopt;
  const studio::CalendarDate day = std::chrono::year(parts[0]) / parts[1] / parts[2];
  return day.ok() ? std::optional(day) : std::nullopt;
}

std::vector<std::string> Parted(const std::string& text) {
  std::vector<std::string> parts;
  std::string part;
  const auto end = [&] {
    part = studio::CleanText(part, studio::TextKind::kLine);
    if (!studio::IsBlank(part)) parts.push_back(part);
    part.clear();
  };
  for (std::size_t i = 0; i < text.size();) {
    std::size_t mark = 0;
    for (const std::string_view one : {"、", "，", "；", ";", ","}) {
      if (text.compare(i, one.size(), one) == 0) mark = one.size();
    }
    if (mark > 0) {
      end();
      i += mark;
    } else {
      part.push_back(text[i++]);
    }
  }
  end();
  return parts;
}

class Reading {
 public:
  explicit Reading(const DeedGrounds& grounds) : grounds_(grounds) {
    for (const auto& [id, member] : grounds.members)
      by_name_[studio::NameKey(member.name)].push_back(id);
  }

  DeedTable Read(const studio::Sheet& sheet) {
    auto row = sheet.rows.begin();
    while (row != sheet.rows.end() && !IsHeading(*row)) ++row;
    if (row == sheet.rows.end()) {
      Say(0, "没有找到写着“编号”“委员”的标题行。");
      return Done();
    }
    ReadHeading(*row);
    for (++row; row != sheet.rows.end(); ++row) ReadRow(*row);
    Check();
    return Done();
  }

 private:
  struct Begun {
    Deed deed;
    int row = 0;
    bool wrong = false;
  };

  void Say(int row, std::string sentence) { table_.problems.push_back({row, std::move(sentence)}); }

  static std::string Plain(const std::string& cell) {
    if (studio::IsBlank(cell)) return {};
    return studio::CleanText(cell, studio::TextKind::kLine);
  }

  static bool IsHeading(const studio::SheetRow& row) {
    std::set<std::string> cells;
    for (const std::string& cell : row.cells) cells.insert(Plain(cell));
    return cells.contains("编号") && cells.contains("委员");
  }

  void ReadHeading(const studio::SheetRow& row) {
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      const std::string name = Plain(row.cells[i]);
      if (name.empty()) continue;
      if (std::find(std::begin(kColumns), std::end(kColumns), name) == std::end(kColumns)) {
        Say(row.row, "不认得“" + name + "”这一列。");
      } else if (!columns_.emplace(name, i).second) {
        Say(row.row, "“" + name + "”有两列。");
      }
    }
  }

  std::string At(const studio::SheetRow& row, std::string_view column) const {
    const auto found = columns_.find(column);
    if (found == columns_.end() || found->second >= row.cells.size()) return {};
    return Plain(row.cells[found->second]);
  }

  // Says what is wrong with this row, and that its deed cannot be taken.
  void Wrong(Begun& begun, const studio::SheetRow& row, std::string sentence) {
    begun.wrong = true;
    Say(row.row, std::move(sentence));
  }

  void ReadRow(const studio::SheetRow& row) {
    const std::string id = At(row, "编号");
    if (id.empty()) {
      return Say(row.row, "没有编号。");
    }
    const auto [at, fresh] = begun_.emplace(id, Begun{});
    Begun& begun = at->second;
    if (fresh) {
      begun.row = row.row;
      begun.deed.id = id;
      order_.push_back(id);
    }
    ReadDeed(begun, row, fresh);
    ReadMembers(begun, row);
    ReadState(begun, row);
    for (const std::string& mark : Parted(At(row, "标记"))) {
      begun.deed.marks.insert(studio::WordCalled(mark));
    }
  }

  void ReadDeed(Begun& begun, const studio::SheetRow& row, bool fresh) {
    Deed& deed = begun.deed;
    const std::string kind = studio::WordCalled(At(row, "类别"));
    if (kind.empty() && fresh) Wrong(begun, row, "没有写类别。");
    if (!kind.empty() && !fresh && kind != deed.kind) {
      Wrong(begun, row, "类别和第 " + std::to_string(begun.row) + " 行的不一样，编号却一样。");
    }
    if (fresh) deed.kind = kind;
    const std::string date = At(row, "日期");
    const auto day = DayIn(studio::FoldedText(date));
    if (date.empty() && fresh) Wrong(begun, row, "没有写日期。");
    if (!date.empty() && !day) Wrong(begun, row, "“" + date + "”不是日期，要写成 2026-03-20。");
    if (day && !fresh && *day != deed.done && deed.done.ok()) {
      Wrong(begun, row, "日期和第 " + std::to_string(begun.row) + " 行的不一样，编号却一样。");
    }
    if (day && fresh) deed.done = *day;
    if (const std::string level = At(row, "级别"); !level.empty())
      deed.level = studio::WordCalled(level);
    if (const std::string proof = At(row, "依据"); !proof.empty()) deed.proof = proof;
    if (const std::string must = At(row, "应到"); !must.empty()) {
      if (must != "是" && must != "否")
        Wrong(begun, row, "“应到”要写“是”或“否”，不是“" + must + "”。");
      deed.must_attend = must == "是";
    }
    if (const std::string score = At(row, "分数"); !score.empty()) {
      deed.score = studio::Fraction::Parse(studio::FoldedText(score));
      if (!deed.score) Wrong(begun, row, "“" + score + "”不是分数。");
    }
    if (const std::string place = At(row, "工作室"); !place.empty()) ReadStudio(begun, row, place);
  }

  void ReadStudio(Begun& begun, const studio::SheetRow& row, const std::string& place) {
    for (const studio::Studio& one : grounds_.studios) {
      if (std::to_string(one.id) == studio::FoldedText(place) || one.name == place) {
        begun.deed.studio = one.id;
        return;
      }
    }
    Wrong(begun, row, "没有叫“" + place + "”的工作室。");
  }

  void ReadMembers(Begun& begun, const studio::SheetRow& row) {
    const auto names = Parted(At(row, "委员"));
    const std::string word = At(row, "出席");
    const std::string attendance = studio::WordCalled(word);
    const bool known =
        attendance.empty() ||
        std::find(std::begin(studio::kAttendanceWords), std::end(studio::kAttendanceWords),
                  attendance) != std::end(studio::kAttendanceWords);
    if (!known) Wrong(begun, row, "“" + word + "”不是出席情况。");
    if (names.empty() && begun.deed.members.empty()) Wrong(begun, row, "没有写委员。");
    for (const std::string& name : names) {
      studio::DeedMember member;
      if (grounds_.members.contains(name)) {
        member.id = name;
      } else if (const auto found = by_name_.find(studio::NameKey(name)); found == by_name_.end()) {
        Wrong(begun, row, "没有叫“" + name + "”的委员，也没有这个编号。");
        continue;
      } else if (found->second.size() > 1) {
        Wrong(begun, row, "叫“" + name + "”的委员不止一位，请写编号。");
        continue;
      } else {
        member.id = found->second.front();
      }
      member.role = studio::WordCalled(At(row, "角色"));
      if (known && attendance != "present") member.attendance = attendance;
      auto& members = begun.deed.members;
      const auto there = std::find_if(members.begin(), members.end(),
                                      [&](const auto& one) { return one.id == member.id; });
      if (there == members.end()) {
        members.push_back(std::move(member));
      } else if (there->attendance != member.attendance || there->role != member.role) {
        Wrong(begun, row, "“" + name + "”前面已经写过一次，而且写得不一样。");
      }
    }
  }

  void ReadState(Begun& begun, const studio::SheetRow& row) {
    const std::string word = At(row, "状态"), date = At(row, "状态日期");
    if (word.empty()) {
      if (!date.empty()) Wrong(begun, row, "写了状态日期，没有写状态。");
      return;
    }
    studio::DeedState state;
    state.state = studio::WordCalled(word);
    state.level = studio::WordCalled(At(row, "状态级别"));
    state.form = studio::WordCalled(At(row, "形式"));
    const auto day = DayIn(studio::FoldedText(date));
    if (!day) {
      return Wrong(begun, row,
                   date.empty() ? "写了状态，没有写状态日期。"
                                : "“" + date + "”不是日期，要写成 2026-03-20。");
    }
    state.on = *day;
    begun.deed.states.push_back(std::move(state));
  }

  // What only the whole of a deed tells is said of its first row.
  void Check() {
    for (auto& [id, begun] : begun_) {
      if (begun.wrong) continue;
      auto& states = begun.deed.states;
      std::stable_sort(states.begin(), states.end(),
                       [](const auto& a, const auto& b) { return a.on < b.on; });
      std::string fault = DeedFault(begun.deed, grounds_);
      if (fault.empty()) continue;
      begun.wrong = true;
      Say(begun.row, std::move(fault));
    }
  }

  DeedTable Done() {
    for (const std::string& id : order_) {
      if (!begun_[id].wrong) table_.deeds.push_back(std::move(begun_[id].deed));
    }
    std::stable_sort(table_.problems.begin(), table_.problems.end(),
                     [](const auto& a, const auto& b) { return a.row < b.row; });
    return std::move(table_);
  }

  const DeedGrounds& grounds_;
  std::map<std::string, std::vector<std::string>> by_name_;
  std::map<std::string, std::size_t, std::less<>> columns_;
  std::map<std::string, Begun> begun_;
  std::vector<std::string> order_;
  DeedTable table_;
};

}  // namespace

DeedTable ReadDeedTable(std::string_view bytes, const DeedGrounds& grounds) {
  const auto sheet = studio::ReadCsv(bytes);
  if (!sheet) return {{}, {{0, Sentence(sheet.error())}}};
  return Reading(grounds).Read(*sheet);
}

}  // namespace county
