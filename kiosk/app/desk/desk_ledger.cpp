#include "app/desk/desk_ledger.h"

#include <algorithm>

namespace studio {

const DeskLine* DeskLedger::LineWith(const Uuid& record) const {
  const auto found = std::find_if(lines.begin(), lines.end(),
                                  [&](const DeskLine& one) { return one.record == record; });
  return found == lines.end() ? nullptr : &*found;
}

const DeskInformation* DeskLedger::InformationWith(const std::string& id) const {
  const auto found = std::find_if(written.begin(), written.end(),
                                  [&](const DeskInformation& one) { return one.id == id; });
  return found == written.end() ? nullptr : &*found;
}

std::vector<const DeskInformation*> DeskLedger::MadeOf(const DeskLine& line) const {
  std::vector<const DeskInformation*> out;
  for (const DeskInformation& one : written) {
    if (CameFrom(one.body, line)) out.push_back(&one);
  }
  return out;
}

std::vector<const DeskLine*> DeskLedger::LinesOf(const InformationBody& body) const {
  std::vector<const DeskLine*> out;
  for (const DeskLine& one : lines) {
    if (CameFrom(body, one)) out.push_back(&one);
  }
  return out;
}

std::vector<const DeskLine*> DeskLedger::LinesAbout(const std::string& about) const {
  std::vector<const DeskLine*> out;
  for (const DeskLine& one : lines) {
    if (one.about == about) out.push_back(&one);
  }
  return out;
}

bool CameFrom(const InformationBody& body, const DeskLine& line) {
  const auto names = [](const std::vector<std::string>& list, const std::string& one) {
    return std::find(list.begin(), list.end(), one) != list.end();
  };
  return line.from == LineFrom::kRequest ? names(body.sources, line.receipt)
                                         : names(body.lines, line.record.ToString());
}

bool IsAuthor(const InformationBody& body, const std::string& member) {
  return std::any_of(body.members.begin(), body.members.end(),
                     [&](const WorkMember& one) { return one.id == member; });
}

}  // namespace studio
