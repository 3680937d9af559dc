// A table of deeds as a county's office brings it. What is read of it can be so, and is kept and
// read back as it is.
#include "fuzz.h"
#include "server/clerk/deed_table.h"
#include "shared/base/bytes.h"

using namespace studio;

FUZZ(deed_table)(const std::uint8_t* data, std::size_t size) {
  county::DeedGrounds grounds;
  for (const char* name : {"示例甲", "示例乙", "示例丙"}) {
    Member member;
    member.id = "m0" + std::to_string(grounds.members.size() + 1);
    member.name = name;
    grounds.members.emplace(member.id, member);
  }
  Studio place;
  place.id = 1;
  place.name = "示例工作室";
  grounds.studios = {place};
  grounds.today = std::chrono::year(2026) / 11 / 29;
  const county::DeedTable table = county::ReadDeedTable(AsText({data, size}), grounds);
  for (const Deed& deed : table.deeds) {
    Must(!deed.id.empty() && !deed.kind.empty() && !deed.members.empty());
    Must(county::DeedFault(deed, grounds).empty());
    const std::string text = ToJson(deed);
    const auto again = DeedFromJson(text);
    Must(again && ToJson(*again) == text);
  }
  for (std::size_t i = 0; i < table.problems.size(); ++i) {
    Must(!table.problems[i].sentence.empty());
    Must(i == 0 || table.problems[i - 1].row <= table.problems[i].row);
  }
  return 0;
}
