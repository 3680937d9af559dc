#include "app/desk/proposals_flow.h"

#include <algorithm>
#include <utility>

namespace studio {

void ProposalsFlow::Read() {
  reading_ = !proposals_;
  store_.ReadProposals(
      session_, visit_.Guard<Result<ProposalsPtr>>([this](Result<ProposalsPtr> in) {
        reading_ = false;
        failed_ = !in;
        if (!in) return;
        std::vector<Proposal> sorted = **in;
        std::stable_sort(sorted.begin(), sorted.end(),
                         [this](const Proposal& a, const Proposal& b) {
                           return WaitsForThem(a) > WaitsForThem(b);
                         });
        proposals_ = std::make_shared<const std::vector<Proposal>>(std::move(sorted));
      }));
}

const std::vector<Proposal>& ProposalsFlow::proposals() const {
  static const std::vector<Proposal> kNone;
  return proposals_ ? *proposals_ : kNone;
}

const Proposal* ProposalsFlow::Find(const std::string& number) const {
  for (const Proposal& one : proposals())
    if (one.number == number) return &one;
  return nullptr;
}

bool ProposalsFlow::WaitsForThem(const Proposal& proposal) const {
  return MayRate(proposal.step()) && !proposal.HasSaid(session_.member) &&
         !rated_.contains(proposal.number);
}

int ProposalsFlow::Waiting() const {
  const auto waits = [this](const Proposal& one) { return WaitsForThem(one); };
  return static_cast<int>(std::count_if(proposals().begin(), proposals().end(), waits));
}

bool ProposalsFlow::IsFirst(const Proposal& proposal) const {
  return proposal.authors.front() == session_.member;
}

void ProposalsFlow::Rate(const std::string& number, Satisfaction satisfaction,
                         const std::vector<std::string>& reasons) {
  if (saving_) return;
  saving_ = true;
  save_failed_ = false;
  ProposalRatingBody body{
      number, satisfaction, reasons, session_.member, state_.station->studio.id, session_.token};
  store_.RateProposal(session_, std::move(body),
                      visit_.Guard<Result<bool>>([this, number](const Result<bool>& kept) {
                        saving_ = false;
                        save_failed_ = !kept;
                        if (!kept) return;
                        rated_.insert(number);
                        Read();
                      }));
}

}  // namespace studio
