#include "ui/words/staff/manage_strings.h"

#include <algorithm>
#include <map>

#include "shared/base/clean_text.h"
#include "shared/bodies/work_bodies.h"
#include "ui/words/staff/desk_file_strings.h"
#include "ui/words/staff/desk_strings.h"
#include "ui/words/wall_strings.h"

namespace studio::say {
namespace {

std::string Joined(std::initializer_list<std::string> parts, View between) {
  std::string out;
  for (const std::string& part : parts) {
    if (!part.empty()) out += (out.empty() ? std::string() : std::string(between)) + part;
  }
  return out;
}

std::string Counted(View pattern, std::size_t n) {
  return Fill(pattern, {{"n", Number(static_cast<std::int64_t>(n))}});
}

}  // namespace

std::string ReviewLine(const Deed& deed, const Station& station, CalendarDate today) {
  const std::string& who = WriterOf(deed);
  std::string sector;
  for (const Member& one : station.members) {
    if (one.id == who) sector = one.sector;
  }
  return Joined({Joined({MemberName(station, who), sector}, "，"), DeedLine(deed, today)}, "；");
}

std::string ReviewFigures(const Deed& deed, const Station& station) {
  std::string out;
  for (const ActivityTemplate& kind : station.mechanism.activities) {
    if (kind.kind != deed.kind) continue;
    for (const AskedFigure& asked : kind.figures) {
      const auto said = deed.units.find(asked.unit);
      if (said == deed.units.end()) continue;
      out = Joined({out, Fill("{title} {n} {measure}", {{"title", asked.title},
                                                        {"n", said->second.Text()},
                                                        {"measure", asked.measure}})},
                   "，");
    }
  }
  return out;
}

std::string ReviewAttached(const Writeup& writeup) {
  std::string voices, photos;
  if (writeup.voices > 0) voices = Fill("录音 {n} 段", {{"n", Number(writeup.voices)}});
  if (writeup.photos > 0) photos = Fill("照片 {n} 张", {{"n", Number(writeup.photos)}});
  return Joined({voices, photos}, "、");
}

std::string ReviewNow(const YearFlow& flow) {
  if (flow.state() != YearState::kThere) return std::string(YearNow(flow));
  const std::size_t n = flow.Waiting().size();
  if (n > 0) return Counted("{n} 件等您审核", n);
  const std::size_t late = flow.WaitingClosed();
  return late == 0 ? "都审核过了" : Counted("封账以后又来了 {n} 件", late);
}

std::string YearNow(const YearFlow& flow) {
  switch (flow.state()) {
    case YearState::kReading:
      return std::string(kYearReading);
    case YearState::kUntold:
      return std::string(kYearUntoldTitle);
    case YearState::kFailed:
      return std::string(kYearFailedTitle);
    case YearState::kThere:
      break;
  }
  return Fill(flow.account()->IsClosed() ? "{year} 年已经封账" : "{year} 年还没有封账",
              {{"year", Number(flow.year())}});
}

std::string StandingsNow(const YearFlow& flow) {
  if (flow.state() != YearState::kThere) return std::string(YearNow(flow));
  const auto all = flow.Standings();
  const auto open = std::count_if(
      all.begin(), all.end(), [](const MemberStanding& one) { return one.open + one.missed > 0; });
  return open == 0 ? "该做的都做到了" : Fill("{n} 位还有没做到的", {{"n", Number(open)}});
}

std::string StudioNow(const YearFlow& flow) {
  if (flow.state() != YearState::kThere) return std::string(YearNow(flow));
  const auto& quotas = flow.account()->own.quotas;
  const auto open =
      std::count_if(quotas.begin(), quotas.end(), [](const QuotaState& one) { return !one.met; });
  if (quotas.empty()) return "每个月办了多少";
  return open == 0 ? "要做的都做到了" : Fill("还有 {n} 样没做到", {{"n", Number(open)}});
}

std::string StandingLine(const MemberStanding& standing) {
  std::string open, missed, idle, waiting;
  if (standing.open > 0) open = Fill("还差 {n} 样", {{"n", Number(standing.open)}});
  if (standing.missed > 0) missed = Fill("过了期的 {n} 样", {{"n", Number(standing.missed)}});
  if (standing.idle) idle = "本季没做";
  if (standing.waiting > 0) waiting = Fill("待审核 {n} 件", {{"n", Number(standing.waiting)}});
  const std::string line = Joined({open, missed, idle, waiting}, "，");
  return line.empty() ? "都做到了" : line;
}

std::string MemberFacts(const Member& member) {
  return Joined({member.sector, member.group}, "，");
}

std::string YearStateLine(const YearFlow& flow, const Station& station) {
  const StudioAccount& account = *flow.account();
  if (account.IsClosed()) return ClosedLine(account, station);
  const std::size_t n = flow.WaitingOfYear();
  return n == 0 ? "还没有封账" : Counted("还没有封账，{n} 件待审核", n);
}

std::string ClosedLine(const StudioAccount& account, const Station& station) {
  if (!account.closing) return "还没有封账";
  const StudioYear& said = *account.closing;
  return Fill(
      said.closed ? "{date}由{name}封账" : "{date}由{name}重新打开",
      {{"date", DateOf(said.on, ToText(account.today))}, {"name", MemberName(station, said.by)}});
}

// Nothing of the lowest before the county has given grades: it is no verdict yet.
std::string GradeShown(const StudioAccount& account, const MemberResult& result) {
  if (!account.grades_known || result.grade.empty()) return std::string(kNoGradeYet);
  const auto& grades = account.rules.grades;
  const bool lowest = !grades.empty() && grades.back().name == result.grade;
  return lowest && !account.grades_given ? std::string(kNoGradeYet) : result.grade;
}

std::vector<std::string> ConsequenceLines(const StudioAccount& account, const Station&) {
  std::vector<std::string> lines;
  if (!account.grades_known || !account.grades_given) return lines;
  for (const Consequence& one : account.rules.consequences) {
    const auto n = std::count_if(account.results.begin(), account.results.end(),
                                 [&](const MemberResult& result) {
                                   const auto& ids = result.consequences;
                                   return std::find(ids.begin(), ids.end(), one.id) != ids.end();
                                 });
    if (n == 0) continue;
    std::string line = Fill("{n} 人：{title}", {{"n", Number(n)}, {"title", one.title}});
    if (!one.by.empty()) line += Fill("，由{by}办", {{"by", one.by}});
    lines.push_back(std::move(line));
  }
  return lines;
}

std::string HavesName(const Station& station) {
  constexpr View kNumerals[] = {"", "一", "两", "三", "四", "五", "六", "七", "八", "九", "十"};
  const std::size_t n = station.mechanism.haves.size();
  if (n == 0) return "";
  return (n < std::size(kNumerals) ? std::string(kNumerals[n])
                                   : Number(static_cast<std::int64_t>(n))) +
         "有";
}

std::string CoverageLine(const Station& station) {
  const CountyProgress& county = station.county_progress;
  const Mechanism& mechanism = station.mechanism;
  std::string built, names;
  if (mechanism.studios_wanted > 0 && county.studios > 0)
    built = Fill("站点要建 {n} 个，现在有 {m} 个",
                 {{"n", Number(mechanism.studios_wanted)}, {"m", Number(county.studios)}});
  for (const std::string& one : county.without_platform) {
    names += (names.empty() ? "" : "、") + one;
  }
  if (!names.empty())
    names = Fill(
        mechanism.platform_rule.empty() ? "还没有平台的乡镇：{names}" : "{rule}：{names}还没有",
        {{"rule", mechanism.platform_rule}, {"names", names}});
  return Joined({built, names}, "；");
}

std::vector<LiaisonStanding> LiaisonStandings(const StudioAccount& account,
                                              const Station& station) {
  struct Visits {
    std::int64_t times = 0;
    CalendarDate last{};
  };
  std::map<std::string_view, Visits> visits;  // by what they are about
  for (const auto& [id, deed] : account.deeds) {
    if (deed.about.empty() || !deed.sent_back.empty() ||
        static_cast<int>(deed.done.year()) != account.year)
      continue;
    Visits& so_far = visits[deed.about];
    ++so_far.times;
    so_far.last = std::max(so_far.last, deed.done);
  }
  std::vector<LiaisonStanding> out;
  for (const Liaison& one : station.liaisons) {
    const bool here = std::any_of(account.people.begin(), account.people.end(),
                                  [&](const Member& member) { return member.id == one.member; });
    if (!here) continue;
    const auto found = visits.find(AboutLiaison(one.id));
    const auto [times, last] = found == visits.end() ? Visits() : found->second;
    LiaisonStanding& standing = out.emplace_back();
    standing.title = MemberName(station, one.member) + "：" + one.with;
    standing.visited = times > 0;
    const std::string year = Number(account.year) + " 年";
    standing.words = Joined(
        {one.title, times == 0 ? year + "还没有记下走访"
                               : Fill("{year}走访 {n} 次，最近一次{date}",
                                      {{"year", year},
                                       {"n", Number(times)},
                                       {"date", DateOf(ToText(last), ToText(account.today))}})},
        "，");
  }
  return out;
}

std::vector<TopicStanding> TopicStandings(const Station& station) {
  const Mechanism& mechanism = station.mechanism;
  std::vector<TopicStanding> out;
  if (mechanism.topic_checklist.empty() && mechanism.topic_after.empty()) return out;
  for (const Topic& topic : station.topics) {
    std::string next;
    std::size_t done = 0;
    for (const std::string& item : mechanism.topic_checklist) {
      const bool seen = std::any_of(topic.checked.begin(), topic.checked.end(),
                                    [&](const SeenItem& one) { return one.name == item; });
      done += seen ? 1 : 0;
      if (!seen && next.empty()) next = "下一项：" + item;
    }
    std::string now, list;
    if (!topic.steps.empty()) now = Fill("到了“{step}”", {{"step", topic.steps.back().name}});
    if (!mechanism.topic_checklist.empty())
      list = Fill("清单 {n} 项做了 {m} 项",
                  {{"n", Number(static_cast<std::int64_t>(mechanism.topic_checklist.size()))},
                   {"m", Number(static_cast<std::int64_t>(done))}});
    const bool followed = mechanism.topic_after.empty() ||
                          std::any_of(topic.steps.begin(), topic.steps.end(), [&](const auto& one) {
                            return one.name == mechanism.topic_after.back();
                          });
    out.push_back({topic.title, Joined({now, list, next}, "，"), next.empty() && followed});
  }
  return out;
}

EventStanding StandingOf(const PlannedEvent& event, View today) {
  const std::string when = Joined({DateOf(event.date, today), event.place}, "，");
  if (event.held) return {when + "，已经开了", "check_circle", Tone::kJade};
  if (event.date < today) return {when + "，日子过了还没开", "pending", Tone::kAmber};
  return {when, "event", Tone::kSand};
}

}  // namespace studio::say
