#include "store/acts/year_reading.h"

#include <algorithm>
#include <iterator>
#include <set>

#include "shared/bodies/coauthor_body.h"
#include "shared/bodies/review_bodies.h"
#include "shared/mechanism/rules_json.h"

namespace studio {
namespace {

Error Untold(const std::optional<DeedYears>& told, int year) {
  const std::string known =
      told ? "the county has told this studio what counts in the years " +
                 std::to_string(told->first) + " to " + std::to_string(told->last)
           : "the county has not told this studio in which years it knows all that counts";
  return {ErrorKind::kNotFound, known + ": " + std::to_string(year) +
                                    " can be assessed at the county (county-stub assess) alone"};
}

void Apply(const CoauthorBody& word, std::vector<Deed>& deeds) {
  for (Deed& deed : deeds) {
    if (deed.id != word.deed) continue;
    const auto theirs = [&](const DeedMember& one) { return one.id == word.member; };
    if (!word.agrees) std::erase_if(deed.members, theirs);
    for (DeedMember& one : deed.members) one.confirmed = one.confirmed || theirs(one);
  }
}

// What was said here and the county has not told back: it counts once the county says so, and
// waits for nobody here any more.
void Apply(const ReviewBody& word, std::vector<Deed>& deeds) {
  for (Deed& deed : deeds) {
    if (std::find(word.deeds.begin(), word.deeds.end(), deed.id) == word.deeds.end()) continue;
    deed.confirmed_by = word.confirms ? word.by : std::string();
    deed.sent_back = word.confirms ? std::string() : word.reason;
  }
}

void Apply(const YearClosingBody& word, int year, YearGrounds& grounds) {
  if (word.year != year) return;
  grounds.studio_year = {word.studio, word.year, word.closes, word.by,
                         word.date,   word.why,  word.digest};
  grounds.studio_year_untold = true;
}

}  // namespace

Result<SealedYear> SealedYearOf(Tables& tables, const Station& station, int year) {
  const auto told = tables.duty.YearsTold();
  if (!told || !told->Has(year)) return tl::unexpected(Untold(told, year));
  SealedYear sealed;
  YearGrounds& grounds = sealed.grounds;
  grounds.roll = tables.duty.Roll(year);
  grounds.mechanism = station.county.mechanism;
  auto text = tables.duty.Counting(std::string(kClosedRules) + std::to_string(year));
  if (!text) text = tables.duty.Counting(grounds.mechanism);
  if (!text) {
    return Fail(ErrorKind::kNotFound, "the county has published no rules to reckon by");
  }
  sealed.rules = std::move(text->json);
  grounds.term_from = station.county.term_from;
  grounds.term_to = station.county.term_to;
  grounds.studios = tables.duty.Studios();
  for (const Member& member : station.members) grounds.members.emplace(member.id, member);
  for (const StudioYear& one : station.studio_years) {
    if (one.year == year) grounds.studio_year = one;
  }
  sealed.year = year;
  sealed.deeds = tables.duty.Deeds();
  sealed.closed = tables.duty.ClosedYears();
  sealed.own = tables.own_deeds.All();
  return sealed;
}

Result<YearGrounds> OpenYear(SealedYear sealed, const BoxKeyPair& studio_key) {
  YearGrounds& grounds = sealed.grounds;
  auto rules = RulesFromJson(sealed.rules);
  if (!rules) return tl::unexpected(rules.error());
  grounds.rules = std::move(*rules);
  for (const SealedForStudio& one : sealed.deeds) {
    auto deed = OpenDeed(one.id, one.sealed, studio_key);
    if (!deed) return tl::unexpected(deed.error());
    grounds.deeds.push_back(std::move(*deed));
  }
  std::set<std::string_view> told;
  for (const Deed& deed : grounds.deeds) told.insert(deed.id);
  std::vector<Deed> untold;
  std::vector<CoauthorBody> words;
  std::vector<ReviewBody> reviews;
  for (const OwnDeed& one : sealed.own) {
    const std::string id = one.record.ToString();
    if (told.contains(id)) continue;
    // Under a key that the studio has no more it waits for the county alone.
    if (auto deed = OpenDeed(id, one.sealed, studio_key)) {
      untold.push_back(std::move(*deed));
    } else if (auto word = OpenCoauthor(one.record, one.sealed, studio_key)) {
      words.push_back(std::move(*word));
    } else if (auto review = OpenReview(one.record, one.sealed, studio_key)) {
      reviews.push_back(std::move(*review));
    } else if (auto closing = OpenYearClosing(one.record, one.sealed, studio_key)) {
      Apply(*closing, sealed.year, grounds);
    }
  }
  std::move(untold.begin(), untold.end(), std::back_inserter(grounds.deeds));
  for (const CoauthorBody& word : words) Apply(word, grounds.deeds);
  for (const ReviewBody& review : reviews) Apply(review, grounds.deeds);
  for (const SealedForStudio& one : sealed.closed) {
    auto closed = OpenClosedYear(one.id, one.sealed, studio_key);
    if (!closed) return tl::unexpected(closed.error());
    grounds.closed.push_back(std::move(*closed));
  }
  return std::move(grounds);
}

Result<YearGrounds> YearOf(Tables& tables, const Station& station, int year,
                           const BoxKeyPair& studio_key) {
  auto sealed = SealedYearOf(tables, station, year);
  if (!sealed) return tl::unexpected(sealed.error());
  return OpenYear(std::move(*sealed), studio_key);
}

}  // namespace studio
