// One change of the roster as a manager makes it, or a member of their own place: what is asked for
// each kind, step by step, and the record that comes of it. It names the version that was seen when
// it was begun. Main thread.
#pragma once

#include <string>
#include <vector>

#include "app/base/visit.h"
#include "app/duty/roster_offers.h"
#include "app/rules/hours_draft.h"

namespace studio {

enum class EditStep {
  kNone,     // nothing is being changed
  kReason,   // of a leave
  kHours,    // from when to when
  kMember,   // who
  kSwap,     // for which place
  kAskedBy,  // who asked for it
  kReview,   // all of it, before it is kept
  kSending,
};

enum class EditProblem {
  kNone,
  kNobody,     // a new shift without members
  kPast,       // hours that are over
  kSameHours,  // as they were
  kBusy,       // somebody is on duty elsewhere then: see busy_member(), busy_shift()
  kNotAgreed,  // the other has not been asked
  kChanged,    // the shift is not what was seen any more
  kNotKept,    // the store failed; may be sent again
};

enum class EditRight {
  kStudio,    // a manager: anybody's place, and the shifts themselves
  kOwnPlace,  // a member: leave, a stand-in or a swap for their own, and taking it back
};

class RosterEdit {
 public:
  // All outlive it. `editor`: who makes it, and decides where the studio does.
  RosterEdit(DutyStore& store, MonthView& view, std::string editor,
             EditRight right = EditRight::kStudio);

  // False, and nothing is begun, where BarOf or the right bars it. `member`: whose place it is.
  bool Begin(EditKind kind, const std::string& shift, const std::string& member = {});
  // False on a day that is over, and without the right. `usual`: hours to start from.
  bool BeginNew(CalendarDate date, const UsualHours& usual);
  void Close();

  EditKind kind() const { return kind_; }
  EditStep step() const { return step_; }
  EditProblem problem() const { return problem_; }
  int kept() const { return kept_; }  // how many were kept so far
  const std::string& busy_member() const { return busy_member_; }
  const Shift* busy_shift() const { return busy_.id.empty() ? nullptr : &busy_; }
  const Shift& shift() const { return seen_; }  // as it was seen; a new one: without id
  const std::string& member() const { return member_; }
  const std::string& other() const { return other_; }  // who comes instead or as well; empty: none
  const Shift* other_shift() const { return given_.id.empty() ? nullptr : &given_; }
  const std::string& reason() const { return reason_; }
  const HoursDraft& hours() const { return hours_; }
  bool asked_by_studio() const { return asked_by_studio_; }
  // The other has to be asked before it is kept.
  bool NeedsAgreement() const { return kind_ == EditKind::kStandIn || kind_ == EditKind::kSwap; }
  bool agreed() const { return agreed_; }
  // Those who are on a new shift so far.
  const std::vector<std::string>& chosen() const { return chosen_; }
  bool ChoosesSeveral() const { return kind_ == EditKind::kNew; }
  // The shift with its hours as they are to be: whom it would need.
  Shift Wanted() const;
  // Who would be on it; members that the county has no more are left out.
  std::vector<std::string> MembersAfter() const;

  // Each leads on to the next step, where it was asked for.
  void ChooseReason(std::string reason);
  void ChooseMember(const std::string& id);  // a new shift: on or off it; stays at the step
  void ChooseSwap(const std::string& shift, const std::string& member);
  void ChooseAskedBy(bool studio);
  void SetHours(const std::string& from, const std::string& to);  // stays at the step
  void SetAgreed(bool agreed);
  void Next();  // from kHours and from the members of a new shift
  void Back();  // to the step before; from the first one: closes
  // At kReview. Once it is kept it closes, and the view reads again.
  void Send();

  // What would be sent.
  RosterChangeBody Body() const;

 private:
  std::vector<EditStep> Steps() const;
  void GoOn();
  bool HoursWork();
  bool Clashes(const std::vector<std::string>& members);
  bool IsAsSeen() const;
  bool StillFits();

  DutyStore& store_;
  MonthView& view_;
  std::string editor_;
  EditRight right_;
  EditKind kind_ = EditKind::kLeave;
  EditStep step_ = EditStep::kNone;
  EditProblem problem_ = EditProblem::kNone;
  Shift seen_, given_, busy_;
  std::string member_, other_, reason_, busy_member_;
  HoursDraft hours_;
  std::vector<std::string> chosen_;
  bool asked_by_studio_ = false, agreed_ = false;
  int kept_ = 0;
  Visit visit_;  // last: ends before anything its completions touch
};

}  // namespace studio
