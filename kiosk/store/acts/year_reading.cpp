#include "store/acts/year_reading.h"

#include "shared/mechanism/rules_json.h"

namespace studio {

Result<YearGrounds> YearOf(Tables& tables, const Station& station, int year,
                           const BoxKeyPair& studio_key) {
  YearGrounds grounds;
  grounds.mechanism = station.county.mechanism;
  auto text = tables.duty.Counting(std::string(kClosedRules) + std::to_string(year));
  if (!text) text = tables.duty.Counting(grounds.mechanism);
  if (!text) {
    return Fail(ErrorKind::kNotFound, "the county has published no rules to reckon by");
  }
  auto rules = RulesFromJson(text->json);
  if (!rules) return tl::unexpected(rules.error());
  grounds.rules = std::move(*rules);
  grounds.term_from = station.county.term_from;
  grounds.term_to = station.county.term_to;
  grounds.studios = tables.duty.Studios();
  for (const Member& member : station.members) grounds.members.emplace(member.id, member);
  for (const SealedForStudio& one : tables.duty.Deeds()) {
    auto deed = OpenDeed(one.id, one.sealed, studio_key);
    if (!deed) return tl::unexpected(deed.error());
    grounds.deeds.push_back(std::move(*deed));
  }
  for (const SealedForStudio& one : tables.duty.ClosedYears()) {
    auto closed = OpenClosedYear(one.id, one.sealed, studio_key);
    if (!closed) return tl::unexpected(closed.error());
    grounds.closed.push_back(std::move(*closed));
  }
  return grounds;
}

}  // namespace studio
