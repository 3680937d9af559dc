// 协商会议记录: a side of paper for each meeting, from what was written up, what the county knows
// of it and the topics that were open.
#include <algorithm>

#include "app/year/sheet_table.h"
#include "app/year/year_sheets.h"

namespace studio {
namespace {

// Two beside each other, the rest over the whole width with room to write.
struct MeetingLook {
  std::string_view field;
  bool half = false;
  double least = 9;
};
constexpr MeetingLook kMeetingLooks[] = {
    {"topic"},
    {"time", true},
    {"place", true},
    {"lead", true},
    {"organiser", true},
    {"recorder", true},
    {"members"},
    {"residents"},
    {"units", true},
    {"absent", true},
    {"source", true},
    {"research", false, 16},
    {"points", false, 44},
    {"agreed", false, 20},
    {"differing", false, 16},
    {"follow_up", false, 24},
    {"sent_to", true},
    {"feedback", false, 18},
    {"note", false, 12},
};

const MeetingLook& LookOfField(std::string_view field) {
  static constexpr MeetingLook kOther;
  for (const MeetingLook& one : kMeetingLooks) {
    if (one.field == field) return one;
  }
  return kOther;
}

struct Meeting {
  std::string day;
  FieldValues values;
};

bool IsMeeting(const SheetForm& form, std::string_view kind) {
  return std::find(form.kinds.begin(), form.kinds.end(), kind) != form.kinds.end();
}

template <class People>
void PutPeople(const YearReport& report, const People& people, FieldValues& values) {
  std::string lead, came, away;
  const auto add = [&](std::string& list, const std::string& id) {
    list += (list.empty() ? "" : "、") + report.MemberName(id);
  };
  for (const auto& one : people) {
    if (one.id == kSomebodyElse) continue;
    if (StayedAway(one.attendance)) {
      add(away, one.id);
    } else {
      add(one.role == "lead" ? lead : came, one.id);
    }
  }
  values["lead"] = lead;
  values["members"] = came;
  values["absent"] = away;
}

Meeting MeetingOf(const YearReport& report, const WrittenUp& one) {
  const ActivityBody& body = one.body;
  Meeting meeting{body.date,
                  {{"topic", body.title},
                   {"time", body.date},
                   {"place", body.place},
                   {"organiser", body.organiser},
                   {"recorder", report.MemberName(body.by)},
                   {"residents", body.met},
                   {"points", body.words}}};
  PutPeople(report, body.members, meeting.values);
  return meeting;
}

Meeting MeetingOf(const YearReport& report, const Deed& deed) {
  const std::string title = deed.title.empty() ? report.names.Of(deed.kind) : deed.title;
  Meeting meeting{ToText(deed.done),
                  {{"topic", title},
                   {"time", ToText(deed.done)},
                   {"place", deed.place},
                   {"recorder", report.MemberName(deed.entered_by)}}};
  PutPeople(report, deed.members, meeting.values);
  return meeting;
}

Meeting MeetingOf(const YearReport& report, const Topic& topic) {
  std::string course, voices;
  for (const Topic::Step& step : topic.steps) {
    course += (course.empty() ? "" : "；") + step.date + " " + step.name;
  }
  for (const std::string& voice : topic.voices) voices += (voices.empty() ? "" : "\n") + voice;
  const TopicCount all = [&] {
    TopicCount sum;
    for (const TopicCount& one : topic.counts) {
      sum.agree += one.agree;
      sum.differ += one.differ;
      sum.suggest += one.suggest;
    }
    return sum;
  }();
  if (all.Sum() > 0) {
    voices += (voices.empty() ? "" : "\n") + ("收到意见 " + std::to_string(all.Sum()) + " 份：") +
              "赞成 " + std::to_string(all.agree) + " 份，有不同意见 " +
              std::to_string(all.differ) + " 份，提建议 " + std::to_string(all.suggest) + " 份。";
  }
  const std::string lead =
      topic.leading.empty() ? topic.leading_name : report.MemberName(topic.leading);
  return {topic.steps.empty() ? topic.opens : topic.steps.back().date,
          {{"topic", topic.title},
           {"time", course},
           {"lead", lead},
           {"source", "终端和手机上公开征求意见"},
           {"research", topic.summary},
           {"points", voices},
           {"agreed", topic.result},
           {"feedback", topic.follow_up}}};
}

std::vector<Meeting> MeetingsOf(const YearReport& report, const SheetForm& form) {
  std::vector<Meeting> meetings;
  std::vector<std::string_view> written;
  for (const WrittenUp& one : report.papers.writeups) {
    if (!IsMeeting(form, one.body.kind)) continue;
    meetings.push_back(MeetingOf(report, one));
    written.push_back(one.record);
  }
  for (const auto& [id, deed] : report.deeds) {
    if (!IsMeeting(form, deed.kind) || !report.Has(ToText(deed.done))) continue;
    if (deed.studio != report.studio) continue;
    if (std::find(written.begin(), written.end(), id) == written.end()) {
      meetings.push_back(MeetingOf(report, deed));
    }
  }
  for (const Topic& topic : report.topics) meetings.push_back(MeetingOf(report, topic));
  std::stable_sort(meetings.begin(), meetings.end(),
                   [](const Meeting& a, const Meeting& b) { return a.day < b.day; });
  return meetings;
}

void PutMeeting(const PrintedSheet& sheet, const SheetForm& form, const Meeting& meeting,
                PrintedPage& page) {
  std::vector<PrintedCell> row;
  const auto flush = [&](double least) {
    if (row.empty()) return;
    if (row.size() == 2) row[1].across = 3;  // it stands alone
    AddRow(page, sheet.grid, std::move(row), least);
    row.clear();
  };
  for (const SheetColumn& column : form.columns) {
    const MeetingLook& look = LookOfField(column.field);
    const auto value = meeting.values.find(column.field);
    const std::string text = value == meeting.values.end() ? "" : value->second.text;
    if (!look.half) flush(9);
    row.push_back({column.caption, CellLook::kLabel});
    row.push_back({text, CellLook::kText});
    if (!look.half || row.size() == 4) flush(look.least);
  }
  flush(9);
}

}  // namespace

PrintedSheet MeetingsSheet(const YearReport& report) {
  const SheetForm form = FormOf(report, SheetKind::kMeetings);
  PrintedSheet sheet = BlankSheet(SheetKind::kMeetings, report, false);
  const double wide = Paper::Width(false), label = 28;
  sheet.grid = {label, wide / 2 - label, label, wide / 2 - label};
  const auto line = [&](PrintedPage& page, std::string text, CellLook look, double least) {
    AddRow(page, sheet.grid, {{std::move(text), look, 4}}, least);
  };
  const auto begin = [&] {
    PrintedPage page;
    line(page, sheet.title, CellLook::kTitle, 12);
    line(page, WhoseYear(report), CellLook::kLine, 6);
    page.repeated = page.rows.size();
    return page;
  };
  for (const Meeting& meeting : MeetingsOf(report, form)) {
    PrintedPage page = begin();
    PutMeeting(sheet, form, meeting, page);
    line(page, SignLine("主持委员") + "\n" + SignLine("记录人"), CellLook::kLine, 18);
    sheet.pages.push_back(std::move(page));
  }
  if (sheet.pages.empty()) {
    PrintedPage page = begin();
    line(page, "本年度没有登记过协商会议。", CellLook::kText, 10);
    sheet.pages.push_back(std::move(page));
  }
  return sheet;
}

}  // namespace studio
