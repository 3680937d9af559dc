#include "shared/mechanism/written_deed.h"

namespace studio {
namespace {

// Nobody else speaks for an author.
std::vector<DeedMember> MembersOf(const std::vector<WorkMember>& members, const std::string& by) {
  std::vector<DeedMember> out;
  for (const WorkMember& one : members)
    out.push_back({one.id, one.role, one.attendance, one.id == by});
  return out;
}

template <class Body>
Deed WaitingDeed(const Uuid& record, const Body& body) {
  Deed deed;
  deed.id = record.ToString();
  deed.done = *ParseDate(body.date);
  deed.members = MembersOf(body.members, body.by);
  deed.title = body.title;
  deed.studio = body.studio;
  deed.entered_by = body.by;
  deed.waiting = true;
  return deed;
}

std::string_view KindOf(HandedInAs as) {
  switch (as) {
    case HandedInAs::kInformation:
      return kInformationDeed;
    case HandedInAs::kTopic:
      return kTopicSuggestionDeed;
    case HandedInAs::kProposal:
      return kProposalMaterialDeed;
  }
  return kInformationDeed;
}

}  // namespace

bool IsHandedIn(const Deed& deed) {
  return deed.kind == kInformationDeed || deed.kind == kTopicSuggestionDeed ||
         deed.kind == kProposalMaterialDeed;
}

Result<Deed> DeedOf(const Uuid& record, const ActivityBody& body) {
  Deed deed = WaitingDeed(record, body);
  deed.kind = body.kind;
  deed.place = body.place;
  deed.about = body.about;
  deed.level = body.level;
  deed.must_attend = body.must_attend;
  for (const auto& [unit, figure] : body.units) {
    const auto read = Fraction::Parse(figure);
    if (!read || *read < 0) return Fail(ErrorKind::kMalformed, "“" + figure + "”不是数量。");
    deed.units.emplace(unit, *read);
  }
  deed.marks = {body.marks.begin(), body.marks.end()};
  return deed;
}

Result<Deed> DeedOf(const Uuid& record, const InformationBody& body) {
  Deed deed = WaitingDeed(record, body);
  deed.kind = KindOf(body.handed_in_as);
  deed.states.push_back({"submitted", deed.done, {}, body.form});
  return deed;
}

}  // namespace studio
