// 民意台账 and 来访接待登记表: what people said, a line each. What the terminal does not know, as
// what the county answered to a request, which only its slip opens, is left to be filled in by
// hand.
#include <algorithm>

#include "app/base/clock.h"
#include "app/tracking/outcome_word.h"
#include "app/year/sheet_table.h"
#include "app/year/year_sheets.h"

namespace studio {
namespace {

const std::vector<FieldLook> kLedgerLooks = {
    {"number", 9, CellLook::kCentre},
    {"date", 17, CellLook::kCentre},
    {"source", 12, CellLook::kCentre},
    {"who", 16, CellLook::kCentre},
    {"place", 20},
    {"category", 16, CellLook::kCentre},
    {"words", 58},
    {"suggestion", 30},
    {"member", 16, CellLook::kCentre},
    {"urgency", 12, CellLook::kCentre},
    {"passed_on", 17},
    {"unit", 20},
    {"responsible", 15},
    {"due", 17, CellLook::kCentre},
    {"course", 22},
    {"outcome", 18},
    {"done", 17},
    {"feedback", 20},
    {"rating", 12, CellLook::kCentre},
    {"turned_into", 26},
    {"closed", 10, CellLook::kCentre},
    {"note", 18},
};

const std::vector<FieldLook> kReceptionLooks = {
    {"number", 19, CellLook::kCentre},
    {"time", 17, CellLook::kCentre},
    {"visitor", 15, CellLook::kCentre},
    {"gender", 8, CellLook::kCentre},
    {"address", 18},
    {"phone", 27, CellLook::kCentre},
    {"head_count", 10, CellLook::kCentre},
    {"category", 14, CellLook::kCentre},
    {"words", 46},
    {"wish", 26},
    {"member", 15, CellLook::kCentre},
    {"answer", 26},
    {"way", 16, CellLook::kCentre},
    {"due", 17, CellLook::kCentre},
    {"outcome", 14},
    {"feedback", 17, CellLook::kCentre},
    {"rating", 10, CellLook::kCentre},
    {"visitor_sign", 16},
    {"member_sign", 16},
    {"note", 18},
};

// "3月5日": the year stands above.
std::string DayOfYear(const std::string& date) {
  const auto day = ParseDate(date);
  if (!day) return date;
  return std::to_string(static_cast<unsigned>(day->month())) + "月" +
         std::to_string(static_cast<unsigned>(day->day())) + "日";
}

std::string SourceWord(LineFrom from) {
  switch (from) {
    case LineFrom::kRequest:
      return "终端";
    case LineFrom::kWriteup:
      return "走访";
    case LineFrom::kPhone:
      return "电话";
    case LineFrom::kWordOfMouth:
      return "口头";
  }
  return {};
}

std::string CourseWord(const DeskRequest& request) {
  if (!request.step) return {};
  switch (*request.step) {
    case CaseStep::kReceived:
      return "已收到";
    case CaseStep::kReferred:
      return "已转交办理";
    case CaseStep::kAnswered:
      return "已答复";
    case CaseStep::kReturned:
      return "已退回重办";
    case CaseStep::kRated:
      return "已评价";
    case CaseStep::kReplied:
      return "委员已答复";
    case CaseStep::kPosted:
    case CaseStep::kClaimed:
    case CaseStep::kGranted:
    case CaseStep::kConfirmed:
      break;
  }
  return {};
}

std::string WayWord(ReplyWay way, const YearReport& report) {
  switch (way) {
    case ReplyWay::kOnTheSpot:
      return "当场答复";
    case ReplyWay::kVillage:
      return "交村委";
    case ReplyWay::kGridWorker:
      return "交网格员";
    case ReplyWay::kReport:
      return "报给" + (report.county_name.empty() ? "政协" : report.county_name);
  }
  return {};
}

std::string HandedInWord(HandedInAs as) {
  switch (as) {
    case HandedInAs::kInformation:
      return "信息";
    case HandedInAs::kTopic:
      return "议题";
    case HandedInAs::kProposal:
      return "提案";
  }
  return {};
}

std::string SpokenOr(const std::string& words, bool spoken) {
  return words.empty() && spoken ? "（语音留言）" : words;
}

// A name that its sender gave to members alone stays off the paper.
std::string NameOnPaper(const RequestBody& body) {
  if (body.visibility == Visibility::kAnonymous) return "不留姓名";
  if (body.visibility == Visibility::kMembersOnly) return "不公开";
  return body.name.empty() && !body.name_ink.empty() ? "（手写姓名）" : body.name;
}

const DeskRequest* RequestOf(const YearReport& report, const Uuid& record) {
  const auto& requests = report.papers.requests;
  const auto found = std::find_if(requests.begin(), requests.end(),
                                  [&](const DeskRequest& one) { return one.record == record; });
  return found == requests.end() ? nullptr : &*found;
}

FieldValues LedgerValues(const YearReport& report, const DeskLine& line) {
  FieldValues values{{"date", DayOfYear(line.date)},
                     {"source", SourceWord(line.from)},
                     {"who", line.who},
                     {"place", line.place},
                     {"category", line.category},
                     {"words", SpokenOr(line.words, line.spoken)},
                     {"member", report.MemberName(line.by)}};
  if (const DeskRequest* request = RequestOf(report, line.record)) {
    values["who"] = NameOnPaper(request->body);
    values["course"] = CourseWord(*request);
    if (request->body.danger) values["urgency"] = "紧急";
    if (!request->replies.empty()) {
      const MemberReplyBody& last = request->replies.back();
      values["member"] = last.member_name;
      values["due"] = DayOfYear(last.due);
      values["feedback"] =
          DayOfYear(LocalTime::At(last.at_ms).Date()) + " " + WayWord(last.way, report);
    }
  }
  if (line.closing) {
    std::string outcome(OutcomeWord(line.closing->outcome));
    if (!line.closing->words.empty()) outcome += "：" + line.closing->words;
    values["outcome"] = outcome;
    values["done"] = DayOfYear(line.closing->date);
    values["closed"] = "是";
  }
  std::string made;
  for (const DeskInformation* one : report.papers.ledger.MadeOf(line)) {
    made +=
        (made.empty() ? "" : "；") + HandedInWord(one->body.handed_in_as) + "：" + one->body.title;
  }
  values["turned_into"] = made;
  return values;
}

FieldValues ReceptionValues(const YearReport& report, const DeskRequest& request) {
  const RequestBody& body = request.body;
  const LocalTime time = LocalTime::At(request.made_at_ms);
  FieldValues values{{"number", body.receipt},
                     {"time", DayOfYear(time.Date()) + " " + time.HourMin()},
                     {"visitor", NameOnPaper(body)},
                     {"address", body.village_name + (body.group.empty() ? "" : " " + body.group)},
                     {"head_count", body.head_count},
                     {"category", body.category_name},
                     {"words", SpokenOr(body.words, !body.attachments.empty())},
                     {"member", body.helped_by}};
  if (body.visibility == Visibility::kNamed) values["phone"] = body.phone;
  if (!request.replies.empty()) {
    const MemberReplyBody& last = request.replies.back();
    values["member"] = last.member_name;
    values["answer"] = last.words;
    values["way"] = WayWord(last.way, report);
    values["due"] = DayOfYear(last.due);
    values["feedback"] = DayOfYear(LocalTime::At(last.at_ms).Date());
  }
  return values;
}

FieldValues ReceptionValues(const YearReport& report, const WrittenUp& one) {
  FieldValues values{
      {"time", DayOfYear(one.body.date)}, {"visitor", one.body.met},
      {"address", one.body.place},        {"category", report.names.Of(one.body.kind)},
      {"words", one.body.words},          {"member", report.MemberName(one.body.by)}};
  if (const auto people = one.body.units.find("people"); people != one.body.units.end()) {
    values["head_count"] = people->second;
  }
  return values;
}

}  // namespace

PrintedSheet LedgerSheet(const YearReport& report) {
  PrintedSheet sheet = BlankSheet(SheetKind::kLedger, report, true);
  const SheetTable table(FormOf(report, SheetKind::kLedger), kLedgerLooks, Paper::Width(true));
  sheet.grid = table.grid();
  PrintedPage page = table.Begin(sheet.title, WhoseYear(report));
  int number = 0;
  for (const DeskLine& line : report.papers.ledger.lines) {
    FieldValues values = LedgerValues(report, line);
    values["number"] = ++number;
    table.Add(page, values, 9);
  }
  if (number == 0) table.AddLine(page, "本年度没有登记。", CellLook::kText, 8);
  table.AddSignatures(page, {"登记人", "工作室负责人"});
  sheet.pages.push_back(std::move(page));
  return sheet;
}

PrintedSheet ReceptionsSheet(const YearReport& report) {
  const SheetForm form = FormOf(report, SheetKind::kReceptions);
  PrintedSheet sheet = BlankSheet(SheetKind::kReceptions, report, true);
  const SheetTable table(form, kReceptionLooks, Paper::Width(true));
  sheet.grid = table.grid();
  PrintedPage page = table.Begin(sheet.title, WhoseYear(report));
  constexpr double kRoomToSign = 12;
  std::vector<std::pair<std::string, FieldValues>> lines;  // by day
  for (const DeskRequest& one : report.papers.requests) {
    lines.emplace_back(LocalTime::At(one.made_at_ms).Date(), ReceptionValues(report, one));
  }
  for (const WrittenUp& one : report.papers.writeups) {
    if (std::find(form.kinds.begin(), form.kinds.end(), one.body.kind) == form.kinds.end())
      continue;
    lines.emplace_back(one.body.date, ReceptionValues(report, one));
  }
  std::stable_sort(lines.begin(), lines.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  int number = 0;
  for (auto& [day, values] : lines) {
    ++number;
    if (!values.contains("number")) values["number"] = number;
    table.Add(page, values, kRoomToSign);
  }
  if (lines.empty()) table.AddLine(page, "本年度没有登记。", CellLook::kText, 8);
  table.AddSignatures(page, {"登记人", "工作室负责人"});
  sheet.pages.push_back(std::move(page));
  return sheet;
}

}  // namespace studio
