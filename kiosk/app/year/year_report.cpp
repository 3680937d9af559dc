#include "app/year/year_report.h"

#include <algorithm>
#include <stdexcept>
#include <utility>

#include "app/base/clock.h"
#include "shared/base/utf8.h"
#include "shared/mechanism/assessment_digest.h"
#include "shared/mechanism/assessment_json.h"

namespace studio {
namespace {

void TakeClosing(const YearGrounds& grounds, YearReport& report) {
  for (const ClosedYear& one : grounds.closed) {
    if (one.year != report.year) continue;
    report.closed = true;
    report.closed_by = one.closed_by;
  }
  TakeGivenGrades(grounds, report.year, report.assessment.members);
}

// What the studio gave back to its writer is no record.
void DropSentBack(const std::map<std::string, Deed, std::less<>>& deeds, YearPapers& papers) {
  const auto back = [&](const std::string& id) {
    const auto deed = deeds.find(id);
    return deed != deeds.end() && !deed->second.sent_back.empty();
  };
  std::erase_if(papers.ledger.lines,
                [&](const DeskLine& one) { return back(one.record.ToString()); });
  std::erase_if(papers.writeups, [&](const WrittenUp& one) { return back(one.record); });
}

void TakePapers(YearPapers papers, YearReport& report) {
  const auto elsewhen = [&](const std::string& date) { return !report.Has(date); };
  std::erase_if(papers.ledger.lines, [&](const DeskLine& one) { return elsewhen(one.date); });
  std::erase_if(papers.requests, [&](const DeskRequest& one) {
    return elsewhen(LocalTime::At(one.made_at_ms).Date());
  });
  std::erase_if(papers.writeups, [&](const WrittenUp& one) { return elsewhen(one.body.date); });
  std::reverse(papers.ledger.lines.begin(), papers.ledger.lines.end());
  std::reverse(papers.requests.begin(), papers.requests.end());
  std::stable_sort(
      papers.writeups.begin(), papers.writeups.end(),
      [](const WrittenUp& a, const WrittenUp& b) { return a.body.date < b.body.date; });
  report.papers = std::move(papers);
}

void TakeStation(const Station& station, YearReport& report) {
  report.county_name = station.county.name;
  report.studio_name = station.studio.name;
  report.phone = station.county.phone;
  report.names = NamesOf(station.mechanism);
  for (const Tally& one : station.tallies) {
    if (report.Has(one.month)) report.tallies.push_back(one);
  }
  std::reverse(report.tallies.begin(), report.tallies.end());
  for (const Topic& one : station.topics) {
    const bool moved = std::any_of(one.steps.begin(), one.steps.end(),
                                   [&](const Topic::Step& step) { return report.Has(step.date); });
    if (moved) report.topics.push_back(one);
  }
}

std::string Clipped(const std::string& text, std::size_t most) {
  if (CountCharacters(text) <= most) return text;
  std::size_t at = 0;
  for (std::size_t i = 0; i < most; ++i) NextCodePoint(text, at);
  return text.substr(0, at) + "…";
}

}  // namespace

std::string YearReport::MemberName(std::string_view id) const {
  const auto found = members.find(id);
  return found == members.end() || found->second.name.empty() ? std::string(id)
                                                              : found->second.name;
}

bool YearReport::Has(std::string_view date) const {
  return date.starts_with(std::to_string(year) + "-");
}

const BodyResult* YearReport::StudioResult() const {
  const std::string id = std::to_string(studio);
  const auto found = std::find_if(assessment.studios.begin(), assessment.studios.end(),
                                  [&](const BodyResult& one) { return one.id == id; });
  return found == assessment.studios.end() ? nullptr : &*found;
}

std::string YearReport::Foot() const {
  constexpr std::size_t kMostOfName = 20;
  std::string state =
      studio_closed_on.empty()
          ? "未封账"
          : "已封账（" + Clipped(studio_closed_by, kMostOfName) + "，" + studio_closed_on + "）";
  if (changed_since) state += "　封账以后有变动";
  if (closed) {
    state += "　已结账";
    if (!closed_by.empty()) state += "（" + Clipped(closed_by, kMostOfName) + "）";
  }
  return std::to_string(year) + " 年度　" + state + "　截至 " + ToText(as_of) + "　校验码 " +
         digest;
}

Result<YearReport> MakeYearReport(YearGrounds grounds, YearQuestion question,
                                  const Station& station, YearPapers papers) {
  const auto& said = grounds.studio_year;
  const bool closed = said && said->closed;
  if (closed) question.today = ParseDate(said->on).value_or(question.today);
  const auto text = AssessmentJson(grounds, question);
  if (!text) return tl::unexpected(text.error());
  YearReport report;
  report.year = question.year;
  report.as_of = question.today;
  report.studio = question.studio;
  if (closed) report.studio_closed_on = said->on;
  const std::string closer = closed ? said->by : std::string();
  const Digest digest = AssessmentDigest(*text);
  report.digest = PrintedDigest(digest);
  report.changed_since = closed && !said->digest.empty() && ToHex(digest) != said->digest;
  AssessmentInput input = InputOf(grounds, question);
  try {
    report.assessment = Assess(grounds.rules, input);
  } catch (const std::overflow_error&) {
    return Fail(ErrorKind::kInvalid, std::string(kRulesOverflow));
  }
  std::erase_if(report.assessment.members,
                [&](const MemberResult& one) { return !IsAsked(one.member, grounds, question); });
  report.ranks_known = question.studio == 0;
  report.grades_known = question.studio == 0 || !GradesNeedEverybody(grounds.rules);
  if (!report.grades_known) {
    for (MemberResult& one : report.assessment.members) one.grade.clear();
  }
  TakeClosing(grounds, report);
  // Before the county gives grades what is reckoned is no verdict yet.
  if (!report.closed) {
    for (MemberResult& one : report.assessment.members) one.grade.clear();
  }
  for (const MemberResult& one : report.assessment.members) {
    report.members.emplace(one.member, *MemberIn(grounds, one.member));
  }
  // Others whose names stand in what was written here.
  for (auto& [id, member] : grounds.members) report.members.emplace(id, std::move(member));
  if (closed) report.studio_closed_by = report.MemberName(closer);
  for (Deed& deed : input.deeds) {
    std::string id = deed.id;
    report.deeds.emplace(std::move(id), std::move(deed));
  }
  report.rules = std::move(grounds.rules);
  DropSentBack(report.deeds, papers);
  TakeStation(station, report);
  TakePapers(std::move(papers), report);
  return report;
}

}  // namespace studio
