// A mechanism's rules as they come down the feed. Rules that read are the same after being written
// again, and any year can be reckoned by them, or their own figures are named as too large.
#include <stdexcept>

#include "fuzz.h"
#include "shared/base/bytes.h"
#include "shared/mechanism/assess.h"
#include "shared/mechanism/rules_json.h"

using namespace studio;

namespace {

AssessmentInput Year() {
  AssessmentInput input;
  const CalendarDate first = std::chrono::year(2026) / 1 / 1,
                     last = std::chrono::year(2026) / 12 / 31;
  input.year = input.term = {first, last};
  input.today = last;
  for (const char* id : {"a", "b"}) {
    AssessedMember member;
    member.id = id;
    member.posts = {{"常委", first}};
    member.studio = 1;
    input.members.push_back(member);
  }
  input.studios = {{1, "", "", true}};
  for (const char* kind : {"duty", "proposal", "plenary", "information"}) {
    Deed deed;
    deed.id = kind;
    deed.kind = kind;
    deed.done = std::chrono::year(2026) / 3 / 5;
    deed.members = {{"a", "lead"}, {"b", "", "late"}};
    deed.studio = 1;
    deed.units = {{"hours", Fraction(3, 2)}};
    deed.states = {{"filed", deed.done, "city", "single"}};
    input.deeds.push_back(deed);
  }
  return input;
}

}  // namespace

FUZZ(rules_json)(const std::uint8_t* data, std::size_t size) {
  const auto rules = RulesFromJson(AsText({data, size}));
  if (!rules) return 0;
  const std::string text = RulesJson(*rules);
  const auto again = RulesFromJson(text);
  Must(again && RulesJson(*again) == text);
  static const AssessmentInput kYear = Year();
  try {
    Must(Assess(*rules, kYear).members.size() == 2);
  } catch (const std::overflow_error&) {
  }
  return 0;
}
