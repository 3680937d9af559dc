#include "app/topics/visit_ballots.h"

namespace studio {

const Ballot& VisitBallots::Of(const std::string& topic) {
  const auto known = ballots_.find(topic);
  return known != ballots_.end() ? known->second
                                 : ballots_.emplace(topic, RandomBallot()).first->second;
}

bool VisitBallots::SaidOn(const std::string& topic) const {
  const auto first = given_.lower_bound({topic, Ballot{}});
  return first != given_.end() && first->first == topic;
}

}  // namespace studio
