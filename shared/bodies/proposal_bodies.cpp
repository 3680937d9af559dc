#include "shared/bodies/proposal_bodies.h"

#include <algorithm>
#include <array>

#include "shared/base/calendar_date.h"
#include "shared/base/json.h"
#include "shared/base/json_fields.h"
#include "shared/record/sealed_text.h"

namespace studio {
namespace {

constexpr SealedTextKind kToldProposal = {"MSQ1", 64 * 1024, "proposal"};
constexpr SealedTextKind kSaidProposal = {"MSQ2", 4 * 1024, "word that a proposal was rated"};

// Sealed, it is a kilobyte whatever was said.
constexpr std::size_t kRatingBytes = 900;

constexpr std::array kProposalSteps = {
    std::pair(ProposalStep::kFiled, "filed"),       std::pair(ProposalStep::kAssigned, "assigned"),
    std::pair(ProposalStep::kHandling, "handling"), std::pair(ProposalStep::kAnswered, "answered"),
    std::pair(ProposalStep::kClosed, "closed"),     std::pair(ProposalStep::kReturned, "returned")};
constexpr std::array kQualities = {std::pair(ProposalQuality::kGood, "good"),
                                   std::pair(ProposalQuality::kFair, "fair"),
                                   std::pair(ProposalQuality::kPoor, "poor")};
constexpr std::array<std::string_view, 5> kHandlingReasons = {"slow", "not_done", "attitude",
                                                              "unclear", "other"};

template <class T, std::size_t N>
std::string_view NameIn(const std::array<std::pair<T, const char*>, N>& names, T value) {
  for (const auto& [one, name] : names)
    if (one == value) return name;
  return "unknown";
}

template <class T, std::size_t N>
std::optional<T> ValueIn(const std::array<std::pair<T, const char*>, N>& names,
                         std::string_view text) {
  for (const auto& [one, name] : names)
    if (name == text) return one;
  return std::nullopt;
}

template <class T>
void NeedNamed(JsonFields& in, const char* name, std::optional<T> (*from)(std::string_view),
               T& out) {
  std::string text;
  in.Need(name, text);
  const auto value = from(text);
  value ? void(out = *value) : in.Refuse(name);
}

void ReadAuthorsWord(JsonFields& in, Satisfaction& satisfaction,
                     std::vector<std::string>& reasons) {
  NeedNamed(in, "satisfaction", &SatisfactionFrom, satisfaction);
  in.May("reasons", reasons);
  const auto known = [](const std::string& reason) {
    return std::find(kHandlingReasons.begin(), kHandlingReasons.end(), reason) !=
           kHandlingReasons.end();
  };
  if (reasons.size() > kHandlingReasons.size() ||
      !std::all_of(reasons.begin(), reasons.end(), known))
    in.Refuse("reasons");
}

BothWords ReadBothWords(JsonFields in) {
  BothWords both;
  JsonFields author = in.Object("author"), unit = in.Object("unit");
  author.Need("by", both.author.by);
  ReadAuthorsWord(author, both.author.satisfaction, both.author.reasons);
  NeedNamed(unit, "quality", &ProposalQualityFrom, both.unit.quality);
  unit.May("reason", both.unit.reason);
  return both;
}

}  // namespace

std::string_view NameOf(ProposalStep step) { return NameIn(kProposalSteps, step); }
std::optional<ProposalStep> ProposalStepFrom(std::string_view name) {
  return ValueIn(kProposalSteps, name);
}
std::string_view NameOf(ProposalQuality quality) { return NameIn(kQualities, quality); }
std::optional<ProposalQuality> ProposalQualityFrom(std::string_view name) {
  return ValueIn(kQualities, name);
}

bool MayFollow(ProposalStep before, ProposalStep after) {
  if (after == ProposalStep::kReturned) return false;
  if (before == ProposalStep::kReturned)
    return after == ProposalStep::kHandling || after == ProposalStep::kAnswered;
  return after > before;
}

bool MayRate(ProposalStep step) {
  return step == ProposalStep::kAnswered || step == ProposalStep::kClosed;
}

std::string ToJson(const ProposalRatingBody& body) {
  std::string text = JsonText({{"proposal", body.proposal},
                               {"satisfaction", NameOf(body.satisfaction)},
                               {"reasons", body.reasons},
                               {"by", body.by},
                               {"studio", body.studio},
                               {"token", body.token}});
  text.resize(std::max(text.size(), kRatingBytes), ' ');
  return text;
}

Result<ProposalRatingBody> ProposalRatingBodyFromJson(std::string_view json) {
  JsonFields in(json);
  ProposalRatingBody body;
  in.Need("proposal", body.proposal);
  in.Need("by", body.by);
  in.May("studio", body.studio);
  in.May("token", body.token);
  ReadAuthorsWord(in, body.satisfaction, body.reasons);
  if (body.proposal.empty()) in.Refuse("proposal");
  if (body.by.empty()) in.Refuse("by");
  return in.Finish("proposal's rating", std::move(body));
}

bool Proposal::HasSaid(std::string_view author) const {
  return std::find(said.begin(), said.end(), author) != said.end();
}

std::string ToJson(const Proposal& proposal) {
  nlohmann::json course = nlohmann::json::array();
  for (const ProposalMove& move : proposal.course)
    course.push_back({{"step", NameOf(move.step)}, {"on", move.on}});
  nlohmann::json told = {{"number", proposal.number},      {"title", proposal.title},
                         {"authors", proposal.authors},    {"unit", proposal.unit},
                         {"course", std::move(course)},    {"said", proposal.said},
                         {"unit_said", proposal.unit_said}};
  if (const auto& both = proposal.both) {
    told["both"] = {
        {"author",
         {{"by", both->author.by},
          {"satisfaction", NameOf(both->author.satisfaction)},
          {"reasons", both->author.reasons}}},
        {"unit", {{"quality", NameOf(both->unit.quality)}, {"reason", both->unit.reason}}}};
  }
  return JsonText(told);
}

Result<Proposal> ProposalFromJson(std::string_view json) {
  JsonFields in(json);
  Proposal proposal;
  in.Need("number", proposal.number);
  in.Need("title", proposal.title);
  in.Need("authors", proposal.authors);
  in.Need("unit", proposal.unit);
  for (JsonFields& one : in.Objects("course")) {
    ProposalMove& move = proposal.course.emplace_back();
    NeedNamed(one, "step", &ProposalStepFrom, move.step);
    one.Need("on", move.on);
    if (!ParseDate(move.on)) one.Refuse("on");
  }
  in.May("said", proposal.said);
  in.May("unit_said", proposal.unit_said);
  if (in.Has("both")) proposal.both = ReadBothWords(in.Object("both"));
  if (proposal.number.empty()) in.Refuse("number");
  if (proposal.authors.empty()) in.Refuse("authors");
  if (proposal.course.empty()) in.Refuse("course");
  return in.Finish("proposal", std::move(proposal));
}

Result<Bytes> SealProposal(std::string_view id, const Proposal& proposal,
                           const BoxPublicKey& studio) {
  return SealText(kToldProposal, id, ToJson(proposal), studio);
}

Result<Proposal> OpenProposal(std::string_view id, ByteView sealed, const BoxKeyPair& studio) {
  return OpenText(kToldProposal, id, sealed, studio).and_then(ProposalFromJson);
}

Result<Bytes> SealProposalSaid(const Uuid& record, const ProposalSaid& said,
                               const BoxPublicKey& studio) {
  return SealText(kSaidProposal, record.ToString(),
                  JsonText({{"proposal", said.proposal}, {"by", said.by}}), studio);
}

Result<ProposalSaid> OpenProposalSaid(const Uuid& record, ByteView sealed,
                                      const BoxKeyPair& studio) {
  const auto text = OpenText(kSaidProposal, record.ToString(), sealed, studio);
  if (!text) return tl::unexpected(text.error());
  JsonFields in(*text);
  ProposalSaid said;
  in.Need("proposal", said.proposal);
  in.Need("by", said.by);
  return in.Finish("word that a proposal was rated", std::move(said));
}

}  // namespace studio
