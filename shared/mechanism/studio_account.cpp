#include "shared/mechanism/studio_account.h"

#include <algorithm>
#include <stdexcept>

#include "shared/bodies/review_bodies.h"
#include "shared/mechanism/assessment_digest.h"
#include "shared/mechanism/assessment_json.h"

namespace studio {
namespace {

bool IsOfYear(const Deed& deed, const StudioAccount& account) {
  return deed.studio == account.studio && static_cast<int>(deed.done.year()) == account.year;
}

void TakeResults(Assessment assessment, const YearGrounds& grounds, const YearQuestion& question,
                 StudioAccount& account) {
  for (MemberResult& result : assessment.members) {
    if (!IsAsked(result.member, grounds, question)) continue;
    account.people.push_back(*MemberIn(grounds, result.member));
    account.results.push_back(std::move(result));
  }
  for (BodyResult& body : assessment.studios) {
    if (body.id == std::to_string(question.studio)) account.own = std::move(body);
  }
}

Result<std::string> DigestOf(const YearGrounds& grounds, YearQuestion question) {
  const auto& said = grounds.studio_year;
  if (said && said->closed) question.today = ParseDate(said->on).value_or(question.today);
  const auto text = AssessmentJson(grounds, question);
  if (!text) return tl::unexpected(text.error());
  return ToHex(AssessmentDigest(*text));
}

}  // namespace

Result<StudioAccount> StudioAccountOf(YearGrounds grounds, const YearQuestion& question) {
  if (auto asked = CheckAsked(grounds, question); !asked) return tl::unexpected(asked.error());
  StudioAccount account;
  account.studio = question.studio;
  account.year = question.year;
  account.today = question.today;
  account.grades_given = studio::IsClosed(grounds, question.year);
  for (const ClosedYear& one : grounds.closed) account.closed_years.push_back(one.year);
  account.grades_known = !GradesNeedEverybody(grounds.rules);
  AssessmentInput input = InputOf(grounds, question);
  try {
    TakeResults(Assess(grounds.rules, input), grounds, question, account);
    TakeGivenGrades(grounds, question.year, account.results);
  } catch (const std::overflow_error&) {
    return Fail(ErrorKind::kInvalid, std::string(kRulesOverflow));
  }
  // It takes as long again as the account itself.
  if (MayCloseYear(question.year, question.today)) {
    auto digest = DigestOf(grounds, question);
    if (!digest) return tl::unexpected(digest.error());
    account.digest = std::move(*digest);
  }
  account.closing = std::move(grounds.studio_year);
  account.closing_untold = grounds.studio_year_untold;
  for (Deed& deed : input.deeds) account.deeds.emplace(deed.id, std::move(deed));
  account.rules = std::move(grounds.rules);
  return account;
}

std::optional<MemberAccount> AccountIn(const StudioAccount& account, std::string_view member) {
  const auto found = std::find_if(account.results.begin(), account.results.end(),
                                  [&](const auto& one) { return one.member == member; });
  if (found == account.results.end()) return std::nullopt;
  MemberAccount out;
  out.year = account.year;
  out.today = account.today;
  out.closed = account.grades_given;
  out.grades_known = account.grades_known;
  out.rules = account.rules;
  out.result = *found;
  for (const auto& [id, deed] : account.deeds) {
    if (HasPart(deed, member)) out.deeds.emplace(id, deed);
  }
  return out;
}

std::vector<const Deed*> WaitingIn(const StudioAccount& account) {
  std::vector<const Deed*> waiting;
  for (const auto& [id, deed] : account.deeds) {
    const bool open = deed.waiting && deed.confirmed_by.empty() && deed.sent_back.empty();
    const auto& closed = account.closed_years;
    const int year = static_cast<int>(deed.done.year());
    const bool counts_no_more = std::find(closed.begin(), closed.end(), year) != closed.end();
    if (open && deed.studio == account.studio && !counts_no_more) waiting.push_back(&deed);
  }
  std::stable_sort(waiting.begin(), waiting.end(),
                   [](const Deed* a, const Deed* b) { return a->done < b->done; });
  return waiting;
}

bool MayReview(const Deed& deed, std::string_view member) {
  return deed.entered_by != member && !HasPart(deed, member);
}

std::vector<int> DeedsByMonth(const StudioAccount& account) {
  std::vector<int> months(12);
  for (const auto& [id, deed] : account.deeds) {
    if (deed.waiting || !deed.sent_back.empty() || !IsOfYear(deed, account)) continue;
    ++months[static_cast<unsigned>(deed.done.month()) - 1];
  }
  return months;
}

}  // namespace studio
