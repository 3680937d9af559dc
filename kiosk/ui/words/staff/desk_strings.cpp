#include "ui/words/staff/desk_strings.h"

#include <algorithm>

#include "app/duty/duty_words.h"
#include "shared/mechanism_file/word_names.h"
#include "ui/words/staff/desk_request_strings.h"
#include "ui/words/wall_strings.h"

namespace studio::say {
namespace {

View RunningWord(Span per) {
  switch (per) {
    case Span::kMonth:
      return "本月";
    case Span::kQuarter:
      return "本季度";
    case Span::kHalfYear:
      return "这半年";
    case Span::kTerm:
      return "本届";
    case Span::kYear:
      break;
  }
  return "今年";
}

constexpr View kAskedWhat = "{name}记的“{kind}”";
constexpr View kAskedPeople = "一起的：{names}";
constexpr View kSomebodyWrote = "别的委员";

const Member* MemberOf(const Station& station, std::string_view id) {
  const auto found = std::find_if(station.members.begin(), station.members.end(),
                                  [&](const Member& one) { return one.id == id; });
  return found == station.members.end() ? nullptr : &*found;
}

View MissedPattern(Span per) {
  switch (per) {
    case Span::kMonth:
      return "；前面有 {n} 个月没做到";
    case Span::kQuarter:
      return "；前面有 {n} 个季度没做到";
    default:
      return "；前面有 {n} 回没做到";
  }
}

}  // namespace

std::string OwedLine(const OwedNow& owed) {
  std::string line = Fill(owed.Met() ? "{when}的做到了" : "{when}，还剩 {n} 天",
                          {{"when", RunningWord(owed.per)}, {"n", Number(owed.days_left)}});
  if (owed.missed > 0) line += Fill(MissedPattern(owed.per), {{"n", Number(owed.missed)}});
  return line;
}

std::string OwedShort(const OwedNow& owed) {
  return owed.Met() ? "做到了" : Fill("还剩 {n} 天", {{"n", Number(owed.days_left)}});
}

std::string DutyLineWords(const std::optional<DutyLine>& line) {
  if (!line) return "今天没有您的班";
  std::string words(PublicWord(line->state));
  if (!line->from.empty()) words += "，" + line->from + " – " + line->to;
  return words;
}

std::string GradeNowLine(const MemberAccount& account) {
  if (!account.grades_known || account.result.grade.empty()) return "";
  const auto& grades = account.rules.grades;
  const bool lowest = !grades.empty() && grades.back().name == account.result.grade;
  if (lowest && GradeAbove(account) != nullptr) return "";
  return Fill(kGradeNow, {{"grade", account.result.grade}});
}

std::string GradeAboveLine(const MemberAccount& account) {
  const Grade* above = GradeAbove(account);
  if (above == nullptr) return "";
  const Fraction missing = *above->at_least - account.result.total;
  return Fill("离“{grade}”还差 {n} 分", {{"grade", above->name}, {"n", missing.Text()}});
}

std::string PointsWaitingLine(const MemberAccount& account) {
  if (account.result.waiting == Fraction()) return "";
  return Fill("另有 {n} 分等确认", {{"n", account.result.waiting.Text()}});
}

std::string StretchLine(const OwedStretch& stretch, Span per) {
  const auto month = static_cast<unsigned>(stretch.days.first.month());
  std::string when = Number(static_cast<int>(stretch.days.first.year())) + " 年";
  if (per == Span::kMonth) when = Number(month) + " 月";
  if (per == Span::kQuarter) when = Fill("第 {n} 季度", {{"n", Number((month + 2) / 3)}});
  if (per == Span::kHalfYear) when = month <= 6 ? "上半年" : "下半年";
  if (per == Span::kTerm) when = "本届";
  return Fill("{when}：做了 {done}，应做 {owed}",
              {{"when", when}, {"done", stretch.done.Text()}, {"owed", stretch.owed.Text()}});
}

std::string KindTitle(const Mechanism& mechanism, std::string_view kind) {
  for (const ActivityTemplate& one : mechanism.activities) {
    if (one.kind == kind) return one.title;
  }
  return ChineseName(kind);
}

std::string RowTitle(const MemberAccount& account, const PointsRow& row,
                     const Mechanism& mechanism) {
  const PointsRule* rule = account.RuleWith(row.rule);
  if (rule == nullptr) return row.rule;
  const auto deed = account.deeds.find(row.deed);
  if (rule->when.kinds.size() < 2 || deed == account.deeds.end()) return rule->title;
  return KindTitle(mechanism, deed->second.kind);
}

std::string PointsOfMost(const Fraction& points, const std::optional<Fraction>& most) {
  return most ? points.Text() + " / " + most->Text() : points.Text();
}

std::string PointsSigned(const Fraction& points) {
  return points > Fraction() ? "+" + points.Text() : points.Text();
}

std::string CutLine(const MemberAccount& account, const PointsRow& row) {
  if (row.cut_by.empty()) return "";
  for (const Limit& limit : account.rules.limits) {
    if (limit.id == row.cut_by) return Fill("“{title}”已到上限", {{"title", limit.title}});
  }
  if (const Section* section = account.SectionWith(row.cut_by)) {
    return Fill("“{title}”已到上限", {{"title", section->title}});
  }
  return "和别的只计一样";
}

std::string WriteupDay(const WriteupFlow& flow) {
  const std::string day = DateOf(ToText(flow.date()), ToText(flow.Today()));
  return day + (flow.date() == flow.Today() ? "，今天" : "，补录");
}

std::string WriteupPeople(const WriteupFlow& flow) {
  std::string people = "您";
  for (const Member* one : flow.Others()) {
    if (flow.CameAlong(one->id)) people += "、" + one->name;
  }
  return people;
}

std::string WriteupAddedLine(const WriteupFlow& flow) {
  const AddedThings& added = flow.added();
  std::string out;
  if (added.voice()) out = Fill("录音 {time}", {{"time", ClockOf(added.voice()->ref().length_ms)}});
  if (!added.photos().empty()) {
    const std::string n = Number(static_cast<std::int64_t>(added.photos().size()));
    out += (out.empty() ? "" : "、") + Fill("{n} 张照片", {{"n", n}});
  }
  return out.empty() ? std::string(kWriteupAddedNone) : out;
}

namespace {

View LinkName(WriteupLink::To to) {
  switch (to) {
    case WriteupLink::To::kLiaison:
      return "联系的人";
    case WriteupLink::To::kRequest:
      return "群众诉求";
    case WriteupLink::To::kWish:
      return "微心愿";
    case WriteupLink::To::kTopic:
      return "协商议题";
  }
  return {};
}

}  // namespace

View LinkIcon(const WriteupLink& link) {
  switch (link.to) {
    case WriteupLink::To::kLiaison:
      return "people";
    case WriteupLink::To::kRequest:
      return "forum";
    case WriteupLink::To::kWish:
      return "volunteer_activism";
    case WriteupLink::To::kTopic:
      return "groups";
  }
  return {};
}

std::string LinkHint(const WriteupLink& link) {
  const std::string more = Beginning(link.more);
  return std::string(LinkName(link.to)) + (more.empty() ? "" : "：" + more);
}

std::string LinkLine(const WriteupLink& link) {
  return std::string(LinkName(link.to)) + "：" + Beginning(link.title);
}

std::string WriteupProblemLine(const WriteupFlow& flow) {
  if (!flow.problem()) return "";
  switch (*flow.problem()) {
    case WriteupProblem::kFutureDay:
      return "这一天还没到，做了再来记。";
    case WriteupProblem::kBeforeTerm:
      return Fill("{day}以前不是您这一届，不能记。",
                  {{"day", DateOf(ToText(*flow.first_day()), ToText(flow.Today()))}});
    case WriteupProblem::kChoosePlace:
      return "请先说在哪里。";
    case WriteupProblem::kChooseRole:
      return "请先说您做的是什么。";
    case WriteupProblem::kSaySomething:
      return "请写几句，或者录几句：说了什么、做了什么。";
    case WriteupProblem::kThingGone:
      return "有录音或照片在这台机器上没有了，没有记下来。请去掉它，再记一次。";
    case WriteupProblem::kStorageFull:
      return "机器存满了，没有记下来。写的都还在，请告诉工作室的负责人。";
    case WriteupProblem::kStorageFailed:
      return "没有记下来。写的都还在，请再试一次。";
  }
  return "";
}

std::string AskedWhat(const Deed& deed, const Station& station) {
  const std::string kind =
      deed.title.empty() ? KindTitle(station.mechanism, deed.kind) : deed.title;
  const Member* by = MemberOf(station, deed.entered_by);
  return Fill(kAskedWhat,
              {{"name", by == nullptr ? kSomebodyWrote : View(by->name)}, {"kind", kind}});
}

std::string AskedTitle(const Deed& deed, const Station& station) {
  return AskedWhat(deed, station) + "，请您确认";
}

std::string AskedHint(const Deed& deed, CalendarDate today) {
  std::string line = DateOf(ToText(deed.done), ToText(today));
  if (!deed.place.empty()) line += "，" + deed.place;
  return line;
}

std::vector<std::string> AskedLines(const Deed& deed, const Station& station, CalendarDate today) {
  std::vector<std::string> lines = {AskedHint(deed, today)};
  std::string people;
  for (const DeedMember& one : deed.members) {
    const Member* known = MemberOf(station, one.id);
    if (known != nullptr) people += (people.empty() ? "" : "、") + known->name;
  }
  if (!people.empty()) lines.push_back(Fill(kAskedPeople, {{"names", people}}));
  return lines;
}

std::string DraftLine(const ActivityBody& draft) { return "上次没写完：" + draft.title; }

}  // namespace studio::say
