#include "server/books/year_book.h"

#include <algorithm>
#include <iterator>
#include <stdexcept>

#include "server/keys/county_calendar.h"
#include "shared/base/clean_text.h"
#include "shared/base/json.h"
#include "shared/base/json_fields.h"
#include "shared/feed/counting_entities.h"
#include "shared/mechanism/rule_words.h"
#include "shared/mechanism/rules_json.h"

namespace county {

using studio::ClosedYear;
using studio::ErrorKind;
using studio::Fail;
using studio::StudioId;

namespace {

constexpr std::string_view kCounting = studio::CountingTextKind::kName;

std::string SealName(int year) { return "year/" + std::to_string(year); }
std::string RulesOf(int year) { return std::string(studio::kClosedRules) + std::to_string(year); }

std::string_view WordOf(studio::Span span) {
  for (const auto& [word, choice] : studio::kSpans) {
    if (choice == span) return word;
  }
  return {};
}

// A closed year as it goes to one studio, as it was told last, too.
bool SameAsTold(const Ledger& ledger, const std::string& id, const std::string& mark) {
  const auto body = ledger.EntityBody(studio::ClosedYearKind::kName, id);
  return body && studio::ParseJson(*body).value("mark", "") == mark;
}

std::vector<std::string> WithoutPlatform(const std::vector<studio::Studio>& studios) {
  std::set<std::string> without, with;
  for (const studio::Studio& one : studios) {
    if (!one.township.empty()) (one.platform ? with : without).insert(one.township);
  }
  std::vector<std::string> out;
  std::set_difference(without.begin(), without.end(), with.begin(), with.end(),
                      std::back_inserter(out));
  return out;
}

std::vector<studio::StudioQuota> RunningOn(studio::CalendarDate today,
                                           const std::vector<studio::QuotaState>& states,
                                           const std::vector<studio::Quota>& quotas) {
  std::vector<studio::StudioQuota> running;
  for (const studio::QuotaState& state : states) {
    const auto quota = std::find_if(quotas.begin(), quotas.end(),
                                    [&](const auto& one) { return one.id == state.quota; });
    for (const studio::OwedStretch& stretch : state.stretches) {
      if (!stretch.days.Has(today)) continue;
      running.push_back({quota->id, quota->title, std::string(WordOf(quota->per)),
                         stretch.done.Text(), stretch.owed.Text(),
                         studio::ToText(stretch.days.first), studio::ToText(stretch.days.last)});
    }
  }
  return running;
}

}  // namespace

Result<YearBook::Rules> YearBook::RulesFor(int year) const {
  const auto county = studio::CountyFromJson(ledger_.EntityBody("county", "county").value_or("{}"));
  const std::string name = county ? county->mechanism : std::string();
  auto body = ledger_.EntityBody(kCounting, RulesOf(year));
  if (!body) body = ledger_.EntityBody(kCounting, name);
  if (!body) {
    return Fail(ErrorKind::kNotFound,
                "还没有发布计分规则，先运行：county-stub mechanism publish FILE.toml --data DIR");
  }
  auto rules = studio::RulesFromJson(*body);
  if (!rules) return tl::unexpected(rules.error());
  return Rules{name, std::move(*rules)};
}

std::optional<ClosedYear> YearBook::Closed(int year) const {
  for (const KeptYear& kept : ledger_.ClosedYears()) {
    if (kept.year != year) continue;
    const auto text = deeds_.seal().Open(SealName(year), kept.sealed);
    if (auto closed = studio::ClosedYearFromJson(text.value_or("{}"))) return std::move(*closed);
  }
  return std::nullopt;
}

Result<studio::YearGrounds> YearBook::Grounds(int year) const {
  auto rules = RulesFor(year);
  if (!rules) return tl::unexpected(rules.error());
  studio::YearGrounds grounds;
  grounds.mechanism = std::move(rules->name);
  grounds.rules = std::move(rules->rules);
  if (const auto body = ledger_.EntityBody(studio::ClosedRollKind::kName, std::to_string(year))) {
    auto roll = studio::ClosedRollFromJson(*body);
    if (!roll) return tl::unexpected(roll.error());
    grounds.roll = std::move(*roll);
  }
  ReadTerm(grounds);
  grounds.studios = deeds_.grounds().studios;
  grounds.members = deeds_.grounds().members;
  grounds.deeds = deeds_.All();
  for (const KeptYear& kept : ledger_.ClosedYears()) {
    if (auto closed = Closed(kept.year)) grounds.closed.push_back(std::move(*closed));
  }
  return grounds;
}

Result<void> YearBook::Close(int year, const std::string& by) {
  if (studio::IsBlank(by)) return Fail(ErrorKind::kInvalid, "要写明是谁结账（--by）。");
  if (ledger_.IsClosed(year)) {
    return Fail(ErrorKind::kConflict, std::to_string(year) + " 年已经结过账了。");
  }
  if (year >= static_cast<int>(DateAt(now_ms_).year())) {
    return Fail(ErrorKind::kConflict, std::to_string(year) + " 年还没有过完，不能结账。");
  }
  return Keep(year, by);
}

Result<void> YearBook::Reopen(int year) {
  const std::string name = std::to_string(year);
  if (!ledger_.IsClosed(year)) return Fail(ErrorKind::kNotFound, name + " 年没有结过账。");
  ledger_.DeleteClosedYear(year);
  ledger_.DeleteEntity(kCounting, RulesOf(year));
  ledger_.DeleteEntity(studio::ClosedRollKind::kName, name);
  for (const studio::Studio& studio : deeds_.grounds().studios) {
    ledger_.DeleteEntity(studio::ClosedYearKind::kName, std::to_string(studio.id) + "/" + name);
  }
  return {};
}

Result<void> YearBook::ReckonAnew(int year) {
  const auto closed = Closed(year);
  return closed ? Keep(year, closed->closed_by) : Result<void>();
}

Result<void> YearBook::Keep(int year, const std::string& by) {
  const auto grounds = Grounds(year);
  if (!grounds) return tl::unexpected(grounds.error());
  ClosedYear closed{year, by, {}};
  try {
    const auto assessment = Assess(grounds->rules, InputOf(*grounds, {year, DateAt(now_ms_)}));
    for (const studio::MemberResult& one : assessment.members) {
      closed.grades.emplace(one.member, one.grade);
    }
  } catch (const std::overflow_error&) {
    return Fail(ErrorKind::kInvalid, "规则里的数太大或者太细，加不起来，结不了账。");
  }
  ledger_.PutClosedYear({year, deeds_.seal().Seal(SealName(year), ToJson(closed))});
  if (!ledger_.EntityBody(kCounting, RulesOf(year))) {
    ledger_.PutEntity(kCounting, RulesOf(year), RulesJson(grounds->rules), 0);
  }
  if (!grounds->roll) KeepRoll(year, *grounds);
  Tell(closed);
  return {};
}

void YearBook::KeepRoll(int year, const studio::YearGrounds& grounds) {
  studio::ClosedRoll roll{year, grounds.mechanism, grounds.term_from, grounds.term_to, {}, {}};
  for (const auto& [id, member] : grounds.members) roll.members.push_back(member);
  roll.studios = grounds.studios;
  ledger_.PutEntity(studio::ClosedRollKind::kName, std::to_string(year), ToJson(roll), 0);
}

void YearBook::ReadTerm(studio::YearGrounds& grounds) const {
  const auto county = studio::CountyFromJson(ledger_.EntityBody("county", "county").value_or("{}"));
  if (!county) return;
  grounds.term_from = county->term_from;
  grounds.term_to = county->term_to;
}

void YearBook::Tell(const ClosedYear& closed) {
  for (const studio::Studio& studio : deeds_.grounds().studios) {
    if (studio.sealing_key == studio::BoxPublicKey{}) continue;
    ClosedYear part{closed.year, closed.closed_by, {}};
    for (const auto& [id, grade] : closed.grades) {
      const auto member = deeds_.grounds().members.find(id);
      if (member == deeds_.grounds().members.end()) continue;
      const auto& places = member->second.studios;
      if (std::find(places.begin(), places.end(), studio.id) == places.end()) continue;
      part.grades.emplace(id, grade);
    }
    const std::string id = std::to_string(studio.id) + "/" + std::to_string(closed.year);
    // What a grade is must not be guessed from the mark: it is under the book's own key.
    const std::string mark =
        studio::ToHex(studio.sealing_key.Id()) + deeds_.seal().Mark(id, ToJson(part));
    if (SameAsTold(ledger_, id, mark)) continue;
    const auto sealed = SealClosedYear(id, part, studio.sealing_key);
    if (!sealed) continue;
    auto body = nlohmann::json::parse(ToJson(studio::SealedForStudio{id, studio.id, *sealed}));
    body["mark"] = mark;
    ledger_.PutEntity(studio::ClosedYearKind::kName, id, body.dump(), studio.id);
  }
}

void YearBook::TellClosed() {
  for (const KeptYear& kept : ledger_.ClosedYears()) {
    if (const auto closed = Closed(kept.year)) Tell(*closed);
  }
}

void YearBook::PublishCounty() {
  const studio::CalendarDate today = DateAt(now_ms_);
  studio::CountyProgress progress{static_cast<int>(today.year()), {}};
  auto rules = RulesFor(progress.year);
  if (!rules) return;
  studio::YearGrounds grounds;
  for (const studio::Quota& quota : rules->rules.quotas) {
    if (quota.of == studio::Subject::kCounty) grounds.rules.quotas.push_back(quota);
  }
  const auto& studios = deeds_.grounds().studios;
  const auto place = studio::MechanismFromJson(
      ledger_.EntityBody(studio::MechanismKind::kName, rules->name).value_or("{}"), rules->name);
  const bool platforms =
      (place && !place->platform_rule.empty()) ||
      std::any_of(rules->rules.quotas.begin(), rules->rules.quotas.end(),
                  [](const auto& quota) { return quota.of == studio::Subject::kPlatform; });
  if (platforms) progress.without_platform = WithoutPlatform(studios);
  if (place && place->studios_wanted > 0) {
    progress.studios = static_cast<int>(std::count_if(
        studios.begin(), studios.end(), [](const auto& one) { return !one.platform; }));
  }
  const std::string name(studio::CountyProgressKind::kName);
  const auto told = ledger_.EntityBody(name, name);
  if (grounds.rules.quotas.empty() && progress.without_platform.empty() && progress.studios == 0) {
    if (told) ledger_.DeleteEntity(name, name);
    return;
  }
  grounds.members = deeds_.grounds().members;
  grounds.deeds = deeds_.All(deeds_.grounds().told_from);
  ReadTerm(grounds);
  try {
    const auto assessment = Assess(grounds.rules, InputOf(grounds, {progress.year, today}));
    progress.quotas = RunningOn(today, assessment.county.quotas, grounds.rules.quotas);
  } catch (const std::overflow_error&) {
    return;
  }
  if (const std::string body = ToJson(progress); told != body)
    ledger_.PutEntity(name, name, body, 0);
}

void YearBook::PublishProgress(const std::set<StudioId>& studios) {
  auto rules = RulesFor(static_cast<int>(DateAt(now_ms_).year()));
  if (!rules) return;
  // Nothing but what studios owe: points and people are nobody's business here.
  studio::CountingRules owed;
  for (const studio::Quota& quota : rules->rules.quotas) {
    const bool of_studio =
        quota.of == studio::Subject::kStudio || quota.of == studio::Subject::kPlatform;
    if (of_studio) owed.quotas.push_back(quota);
  }
  studio::YearGrounds grounds;
  grounds.rules = std::move(owed);
  grounds.members = deeds_.grounds().members;
  ReadTerm(grounds);
  for (const studio::Studio& studio : deeds_.grounds().studios) {
    if (!studios.empty() && !studios.contains(studio.id)) continue;
    const std::string id = std::to_string(studio.id);
    const auto progress = ProgressOf(studio, grounds);
    if (!progress) continue;
    TellParent(studio, *progress);
    const auto told = ledger_.EntityBody(studio::ProgressKind::kName, id);
    if (progress->quotas.empty()) {
      if (told) ledger_.DeleteEntity(studio::ProgressKind::kName, id);
    } else if (const std::string body = ToJson(*progress); told != body) {
      ledger_.PutEntity(studio::ProgressKind::kName, id, body, studio.id);
    }
  }
}

void YearBook::TellParent(const studio::Studio& studio, const studio::Progress& progress) {
  if (studio.parent == 0 || progress.quotas.empty()) return;
  const std::string id = std::to_string(studio.parent) + "/" + std::to_string(studio.id);
  const std::string_view kind = studio::ChildProgressKind::kName;
  const std::string body = ToJson(studio::ChildProgress{studio.name, progress});
  if (ledger_.EntityBody(kind, id) != body) ledger_.PutEntity(kind, id, body, studio.parent);
}

std::optional<studio::Progress> YearBook::ProgressOf(const studio::Studio& studio,
                                                     studio::YearGrounds& grounds) const {
  const studio::CalendarDate today = DateAt(now_ms_);
  const auto& owed = grounds.rules.quotas;
  studio::Progress progress{studio.id, static_cast<int>(today.year()), {}};
  if (owed.empty()) return progress;
  grounds.studios = {studio};
  grounds.deeds = deeds_.All(deeds_.grounds().told_from, studio.id);
  studio::Assessment assessment;
  try {
    assessment = Assess(grounds.rules, InputOf(grounds, {progress.year, today}));
  } catch (const std::overflow_error&) {
    return std::nullopt;
  }
  progress.quotas = RunningOn(today, assessment.studios.front().quotas, owed);
  return progress;
}

}  // namespace county
