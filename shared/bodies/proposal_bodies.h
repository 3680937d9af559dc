// 双评 of a committee's proposal (提案): the unit that handles it rates the proposal, its author
// rates the handling, and neither can read the other's word before both are in. Of members'
// proposals alone; what a villager asks for is graded by nobody. JSON (UTF-8) inside the seals;
// field names are the wire's, in protocol.md.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/keys.h"
#include "shared/base/result.h"
#include "shared/base/uuid.h"
#include "shared/bodies/case_bodies.h"
#include "shared/record/record.h"

namespace studio {

// In this order; kReturned follows where the author was not satisfied, once.
enum class ProposalStep { kFiled, kAssigned, kHandling, kAnswered, kClosed, kReturned };
// "filed" 立案, "assigned" 交办, "handling" 办理, "answered" 答复, "closed" 办结, "returned"
// 退回再办
std::string_view NameOf(ProposalStep step);
std::optional<ProposalStep> ProposalStepFrom(std::string_view name);
bool MayFollow(ProposalStep before, ProposalStep after);  // as the county's people say it
bool MayRate(ProposalStep step);

enum class ProposalQuality { kGood, kFair, kPoor };
std::string_view NameOf(ProposalQuality quality);  // "good", "fair", "poor"
std::optional<ProposalQuality> ProposalQualityFrom(std::string_view name);

inline constexpr std::size_t kMaxProposalTitle = 100;   // characters
inline constexpr std::size_t kMaxProposalReason = 200;  // characters
inline constexpr std::size_t kMaxProposalAuthors = 30;

// The body of a `proposal_rating` record: how an author finds that their proposal was handled. Taps
// alone: there are no words of their own in it.
struct ProposalRatingBody {
  std::string proposal;  // its number
  Satisfaction satisfaction = Satisfaction::kSatisfied;
  std::vector<std::string> reasons{};  // as of a rating: "slow", "not_done", …
  std::string by;                      // id of the author
  StudioId studio = 0;
  std::string token{};  // their badge without its secret: the county checks it again
  bool operator==(const ProposalRatingBody&) const = default;
};
std::string ToJson(const ProposalRatingBody& body);
// kMalformed: without proposal, author or satisfaction; a reason that is none.
Result<ProposalRatingBody> ProposalRatingBodyFromJson(std::string_view json);

struct AuthorsWord {
  std::string by;
  Satisfaction satisfaction = Satisfaction::kSatisfied;
  std::vector<std::string> reasons{};
  bool operator==(const AuthorsWord&) const = default;
};
struct UnitsWord {
  ProposalQuality quality = ProposalQuality::kGood;
  std::string reason{};
  bool operator==(const UnitsWord&) const = default;
};
// Made where both are in, and nowhere before.
struct BothWords {
  AuthorsWord author;  // the first proposer
  UnitsWord unit;
  bool operator==(const BothWords&) const = default;
};

struct ProposalMove {
  ProposalStep step = ProposalStep::kFiled;
  std::string on;  // the day
  bool operator==(const ProposalMove&) const = default;
};

// As an author's studio is told of it (kind "proposal" of the feed).
struct Proposal {
  std::string number, title;
  std::vector<std::string> authors;  // ids, the first proposer first
  std::string unit;                  // who handles it
  std::vector<ProposalMove> course;  // oldest first; never empty
  std::vector<std::string> said{};   // authors who have rated the handling: that, not what
  bool unit_said = false;
  std::optional<BothWords> both{};
  ProposalStep step() const { return course.back().step; }
  bool HasSaid(std::string_view author) const;
  bool operator==(const Proposal&) const = default;
};
std::string ToJson(const Proposal& proposal);
Result<Proposal> ProposalFromJson(std::string_view json);

// For the studio's key, the name being the entity's id. kInvalid: too large, or no key. Layout:
// shared/record/sealed_text.h under "MSQ1".
Result<Bytes> SealProposal(std::string_view id, const Proposal& proposal,
                           const BoxPublicKey& studio);
// Errors as OpenText.
Result<Proposal> OpenProposal(std::string_view id, ByteView sealed, const BoxKeyPair& studio);

// That an author has rated, and not how: as the terminal keeps it until the feed tells of it, for
// the studio's key and bound to the record, under "MSQ2".
struct ProposalSaid {
  std::string proposal, by;
};
Result<Bytes> SealProposalSaid(const Uuid& record, const ProposalSaid& said,
                               const BoxPublicKey& studio);
Result<ProposalSaid> OpenProposalSaid(const Uuid& record, ByteView sealed,
                                      const BoxKeyPair& studio);

}  // namespace studio
