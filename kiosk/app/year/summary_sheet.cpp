// 工作室年度总表: what was owed and done, the year by its months, where requests came from and what
// became of them; with charts.
#include <algorithm>
#include <array>
#include <set>

#include "app/year/sheet_table.h"
#include "app/year/year_sheets.h"

namespace studio {
namespace {

const std::vector<FieldLook> kSummaryLooks = {
    {"quota", 46},
    {"of", 22, CellLook::kCentre},
    {"per", 18, CellLook::kCentre},
    {"owed", 22, CellLook::kCentre},
    {"done", 22, CellLook::kCentre},
    {"met", 60},
    {"note", 24},
};

constexpr int kMonthsOfYear = 12;
constexpr double kChartHigh = 62;

std::string PerWord(Span span) {
  switch (span) {
    case Span::kMonth:
      return "每月";
    case Span::kQuarter:
      return "每季度";
    case Span::kHalfYear:
      return "每半年";
    case Span::kYear:
      return "全年";
    case Span::kTerm:
      return "本届";
  }
  return {};
}

struct MonthFigures {
  int deeds = 0, lines = 0;
  std::set<std::string_view> members;  // of whom something counts
};

// Who came, of this studio, and what was said here.
std::array<MonthFigures, kMonthsOfYear> MonthsOf(const YearReport& report) {
  std::array<MonthFigures, kMonthsOfYear> months;
  std::set<std::string_view> own;
  for (const MemberResult& one : report.assessment.members) own.insert(one.member);
  for (const auto& [id, deed] : report.deeds) {
    if (deed.waiting || !report.Has(ToText(deed.done))) continue;
    MonthFigures& month = months[static_cast<unsigned>(deed.done.month()) - 1];
    bool ours = false;
    for (const DeedMember& one : deed.members) {
      const bool came = one.attendance.empty() || one.attendance == "present" ||
                        one.attendance == "late" || one.attendance == "left_early" ||
                        one.attendance == "walked_in";
      if (!came || !one.confirmed) continue;
      if (const auto found = own.find(one.id); found != own.end()) {
        month.members.insert(*found);
        ours = true;
      }
    }
    if (ours) ++month.deeds;
  }
  for (const DeskLine& line : report.papers.ledger.lines) {
    if (const auto day = ParseDate(line.date)) {
      ++months[static_cast<unsigned>(day->month()) - 1].lines;
    }
  }
  return months;
}

class Summary {
 public:
  Summary(const YearReport& report, const SheetTable& table, PrintedPage& page)
      : report_(report), table_(table), page_(page) {}

  void Quotas() {
    std::size_t lines = 0;
    for (const Quota& quota : report_.rules.quotas) {
      if (quota.of == Subject::kMember) {
        lines += OfMembers(quota);
      } else if (quota.of == Subject::kStudio || quota.of == Subject::kPlatform) {
        lines += OfStudio(quota);
      }
    }
    if (lines == 0) table_.AddLine(page_, "这套办法没有规定任务。", CellLook::kText, 7);
  }

  void Grades() {
    std::vector<std::pair<std::string, int>> grades;
    for (const Grade& grade : report_.rules.grades) grades.emplace_back(grade.name, 0);
    int without = 0;
    for (const MemberResult& one : report_.assessment.members) {
      const auto found = std::find_if(grades.begin(), grades.end(),
                                      [&](const auto& grade) { return grade.first == one.grade; });
      if (found == grades.end()) {
        ++without;
      } else {
        ++found->second;
      }
    }
    std::string text = "委员 " + std::to_string(report_.assessment.members.size()) + " 人。等次：";
    for (const auto& [name, count] : grades) text += name + " " + std::to_string(count) + " 人，";
    text += without > 0 ? "未定 " + std::to_string(without) + " 人。" : "没有未定的。";
    table_.AddLine(page_, text, CellLook::kText, 7);
    const BodyResult* studio = report_.StudioResult();
    if (studio == nullptr || studio->sections.empty()) return;
    text = "工作室得分：" + studio->total.Text() + " 分。";
    for (const SectionSum& sum : studio->sections) {
      for (const Section& section : report_.rules.sections) {
        if (section.id == sum.id) text += section.title + " " + sum.points.Text() + " 分；";
      }
    }
    table_.AddLine(page_, text, CellLook::kText, 7);
  }

  void Months() {
    const auto months = MonthsOf(report_);
    PrintedChart chart;
    chart.title = "各月履职情况";
    PrintedChart::Series members{"有履职记录的委员（人）", {}}, deeds{"履职记录（件）", {}},
        lines{"民意台账（件）", {}};
    for (int i = 0; i < kMonthsOfYear; ++i) {
      const MonthFigures& month = months[static_cast<std::size_t>(i)];
      chart.labels.push_back(std::to_string(i + 1) + "月");
      members.values.push_back(static_cast<double>(month.members.size()));
      deeds.values.push_back(month.deeds);
      lines.values.push_back(month.lines);
    }
    chart.series = {members, deeds, lines};
    for (const auto& series : chart.series) {
      std::string text = series.name + "：";
      for (std::size_t i = 0; i < series.values.size(); ++i) {
        text += (i > 0 ? "，" : "") + chart.labels[i] + " " +
                std::to_string(static_cast<int>(series.values[i]));
      }
      table_.AddLine(page_, text + "。", CellLook::kText, 7);
    }
    Draw(std::move(chart));
  }

  void Requests() {
    std::array<int, 4> from{};
    for (const DeskLine& line : report_.papers.ledger.lines) {
      ++from[static_cast<std::size_t>(line.from)];
    }
    PrintedChart sources{PrintedChart::Kind::kBars,
                         "民意的来源（件）",
                         {"终端", "走访", "电话", "口头"},
                         {{"件", {}}}};
    for (const int one : from) sources.series[0].values.push_back(one);
    Tally sum;
    for (const Tally& one : report_.tallies) {
      sum.received += one.received;
      sum.answered += one.answered;
      sum.solved += one.solved;
      sum.open += one.open;
    }
    PrintedChart outcomes{PrintedChart::Kind::kBars,
                          "群众诉求的结果（件）",
                          {"收到", "已答复", "已解决", "还在办"},
                          {{"件", {}}}};
    for (const int one : {sum.received, sum.answered, sum.solved, sum.open}) {
      outcomes.series[0].values.push_back(one);
    }
    for (PrintedChart* chart : {&sources, &outcomes}) {
      std::string text = chart->title + "：";
      for (std::size_t i = 0; i < chart->labels.size(); ++i) {
        text += (i > 0 ? "，" : "") + chart->labels[i] + " " +
                std::to_string(static_cast<int>(chart->series[0].values[i]));
      }
      table_.AddLine(page_, text + "。", CellLook::kText, 7);
      Draw(std::move(*chart));
    }
  }

 private:
  void Draw(PrintedChart chart) {
    PrintedRow row;
    row.high = chart.kind == PrintedChart::Kind::kBars ? kChartHigh * 0.7 : kChartHigh;
    row.chart = std::move(chart);
    page_.rows.push_back(std::move(row));
  }

  std::size_t OfMembers(const Quota& quota) {
    int owing = 0, met = 0;
    std::string missing;
    for (const MemberResult& one : report_.assessment.members) {
      for (const QuotaState& state : one.quotas) {
        if (state.quota != quota.id || state.stretches.empty()) continue;
        ++owing;
        if (state.met) {
          ++met;
        } else {
          missing += (missing.empty() ? "" : "、") + report_.MemberName(one.member);
        }
      }
    }
    if (owing == 0) return 0;
    table_.Add(page_, {{"quota", quota.title},
                       {"of", "委员"},
                       {"per", PerWord(quota.per)},
                       {"owed", std::to_string(owing) + " 人"},
                       {"done", std::to_string(met) + " 人"},
                       {"met", missing.empty() ? "全部达标" : "未达标：" + missing}});
    return 1;
  }

  std::size_t OfStudio(const Quota& quota) {
    const BodyResult* studio = report_.StudioResult();
    if (studio == nullptr) return 0;
    for (const QuotaState& state : studio->quotas) {
      if (state.quota != quota.id || state.stretches.empty()) continue;
      Fraction done, owed;
      std::string missing;
      for (const OwedStretch& one : state.stretches) {
        done += one.done;
        owed += one.owed;
        if (one.done < one.owed) {
          missing += (missing.empty() ? "" : "、") + ToText(one.days.first).substr(5) + " 至 " +
                     ToText(one.days.last).substr(5);
        }
      }
      table_.Add(page_, {{"quota", quota.title},
                         {"of", "工作室"},
                         {"per", PerWord(quota.per)},
                         {"owed", owed.Text()},
                         {"done", done.Text()},
                         {"met", state.met ? "达标" : "未达标：" + missing}});
      return 1;
    }
    return 0;
  }

  const YearReport& report_;
  const SheetTable& table_;
  PrintedPage& page_;
};

}  // namespace

PrintedSheet SummarySheet(const YearReport& report) {
  PrintedSheet sheet = BlankSheet(SheetKind::kSummary, report, false);
  const SheetTable table(FormOf(report, SheetKind::kSummary), kSummaryLooks, Paper::Width(false));
  sheet.grid = table.grid();
  PrintedPage page = table.Begin(sheet.title, WhoseYear(report));
  Summary summary(report, table, page);
  summary.Quotas();
  page.repeated = 0;  // what follows has other columns
  summary.Grades();
  summary.Months();
  summary.Requests();
  table.AddSignatures(page, {"填表人", "工作室负责人"});
  sheet.pages.push_back(std::move(page));
  return sheet;
}

}  // namespace studio
