// The ballots that one person's stay at the screen gives opinions by: one random ballot a topic, so
// that saying it again before going home changes one's mind instead of adding a voice. Owned by the
// page that goes when the visit ends; main thread.
#pragma once

#include <map>
#include <set>
#include <string>
#include <utility>

#include "shared/bodies/topic_bodies.h"

namespace studio {

class VisitBallots {
 public:
  // The visit's own for that topic, made when it is first asked for.
  const Ballot& Of(const std::string& topic);
  void NoteGiven(const std::string& topic, const Ballot& ballot) { given_.insert({topic, ballot}); }
  // Whether that ballot, this visit's or a member's, has spoken on the topic in this visit.
  bool Given(const std::string& topic, const Ballot& ballot) const {
    return given_.contains({topic, ballot});
  }

  // Whether any has.
  bool SaidOn(const std::string& topic) const;

 private:
  std::map<std::string, Ballot> ballots_;
  std::set<std::pair<std::string, Ballot>> given_;
};

}  // namespace studio
