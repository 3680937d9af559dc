// A member's proposals (提案) at their desk, and their rating of how each was handled (双评): once,
// and read by nobody before the unit has rated too. Main thread.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "app/base/visit.h"
#include "app/checkin/key_session.h"
#include "app/desk/desk_store.h"
#include "app/station/kiosk_state.h"

namespace studio {

class ProposalsFlow {
 public:
  // All outlive the flow.
  ProposalsFlow(DeskStore& store, const KioskState& state, KeySession session)
      : store_(store), state_(state), session_(std::move(session)) {}

  // What is there stays until this has come.
  void Read();
  bool reading() const { return reading_; }  // and nothing is there yet
  bool failed() const { return failed_; }
  // Theirs; those that wait for them first.
  const std::vector<Proposal>& proposals() const;
  const Proposal* Find(const std::string& number) const;
  bool WaitsForThem(const Proposal& proposal) const;
  int Waiting() const;
  // Whose word counts; others' are kept beside.
  bool IsFirst(const Proposal& proposal) const;

  void Rate(const std::string& number, Satisfaction satisfaction,
            const std::vector<std::string>& reasons);
  bool saving() const { return saving_; }
  bool save_failed() const { return save_failed_; }  // the last one; may be given again

 private:
  DeskStore& store_;
  const KioskState& state_;
  KeySession session_;
  ProposalsPtr proposals_;
  std::set<std::string> rated_;  // here and now
  bool reading_ = false, failed_ = false, saving_ = false, save_failed_ = false;
  Visit visit_;  // last: ends before anything its completions touch
};

}  // namespace studio
