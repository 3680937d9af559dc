#include "server/books/proposal_book.h"

#include <algorithm>
#include <map>
#include <set>
#include <stdexcept>

#include "server/keys/county_calendar.h"
#include "shared/base/clean_text.h"
#include "shared/base/json.h"
#include "shared/base/json_fields.h"
#include "shared/base/utf8.h"

namespace county {

using nlohmann::json;
using studio::ErrorKind;
using studio::Fail;
using studio::Proposal;
using studio::ProposalStep;
using studio::StudioId;

namespace {

// All words are as long as that, so that a length says nothing of what was said.
constexpr std::size_t kWordBytes = 2048;

std::string NameOfProposal(const std::string& number) { return "ms.proposal/" + number; }
std::string NameOfWord(const std::string& number, const Uuid& record) {
  return "ms.proposal-word/" + number + "/" + record.ToString();
}

std::string EntityOf(StudioId studio, const KeptProposal& kept, const studio::OwnSeal& seal) {
  const std::string place = std::to_string(studio);
  const auto mark = studio::FromHex(seal.Mark("proposal/" + place, kept.feed.ToString()));
  Uuid id;
  std::copy_n(mark.value().begin(), id.bytes.size(), id.bytes.begin());
  return place + "/" + id.ToString();
}

auto NoProposal(const std::string& number) {
  return Fail(ErrorKind::kNotFound, "没有编号是“" + number + "”的提案。");
}

bool Fits(const std::string& text, std::size_t at_most) {
  return !studio::IsBlank(text) && studio::CountCharacters(text) <= at_most;
}

std::string FaultIn(const Proposal& proposal, const DeedGrounds& grounds) {
  const std::string& number = proposal.number;
  if (!Fits(number, 40) || studio::CleanText(number, studio::TextKind::kLine) != number)
    return "编号不能空着，也不能超过 40 个字。";
  if (!Fits(proposal.title, studio::kMaxProposalTitle))
    return "案由不能空着，也不能超过 100 个字。";
  if (!Fits(proposal.unit, studio::kMaxProposalTitle)) return "要写明承办单位，不超过 100 个字。";
  const auto& authors = proposal.authors;
  if (authors.empty() || authors.size() > studio::kMaxProposalAuthors)
    return "提案人要有 1 到 30 位，第一提案人写在最前面。";
  for (const std::string& author : authors) {
    if (!grounds.members.contains(author)) return "没有编号是“" + author + "”的委员。";
    if (std::count(authors.begin(), authors.end(), author) > 1)
      return "提案人写重了：" + author + "。";
  }
  return {};
}

}  // namespace

std::optional<KnownProposal> ProposalReading::Find(std::string_view number) const {
  const auto kept = ledger_.FindProposal(number);
  return kept ? Known(*kept) : std::nullopt;
}

std::vector<ProposalReading::Word> ProposalReading::Words(std::string_view number) const {
  std::vector<Word> words;
  for (const KeptProposalWord& kept : ledger_.ProposalWords(number)) {
    const auto text = seal_.Open(NameOfWord(kept.proposal, kept.record), kept.sealed);
    if (!text) throw std::runtime_error("proposal " + kept.proposal + ": " + text.error().detail);
    studio::JsonFields in(*text);
    Word& word = words.emplace_back();
    if (in.Has("unit")) {
      studio::JsonFields unit = in.Object("unit");
      std::string quality;
      unit.Need("quality", quality);
      word.unit.emplace();
      word.unit->quality = studio::ProposalQualityFrom(quality).value();
      unit.Need("reason", word.unit->reason);
    } else {
      const auto body = studio::ProposalRatingBodyFromJson(in.ObjectText("author")).value();
      word.author = {body.by, body.satisfaction, body.reasons};
    }
  }
  return words;
}

std::optional<KnownProposal> ProposalReading::Known(const KeptProposal& kept) const {
  const auto text = seal_.Open(NameOfProposal(kept.proposal), kept.sealed);
  if (!text) throw std::runtime_error("proposal " + kept.proposal + ": " + text.error().detail);
  auto proposal = studio::ProposalFromJson(*text);
  if (!proposal) return std::nullopt;
  KnownProposal known{std::move(*proposal)};
  Proposal& told = known.told;
  std::optional<studio::AuthorsWord> author;
  std::optional<studio::UnitsWord> unit;
  for (Word& word : Words(told.number)) {
    if (word.unit) {
      unit = std::move(word.unit);
      continue;
    }
    told.said.push_back(word.author->by);
    if (word.author->by == told.authors.front()) {
      author = std::move(word.author);
    } else {
      known.others.push_back(std::move(*word.author));
    }
  }
  told.unit_said = unit.has_value();
  if (author && unit) {
    told.both = {std::move(*author), std::move(*unit)};
  } else {
    known.others.clear();
  }
  return known;
}

std::vector<KnownProposal> ProposalReading::All() const {
  std::vector<KnownProposal> all;
  for (const KeptProposal& kept : ledger_.Proposals()) {
    if (auto known = Known(kept)) all.push_back(std::move(*known));
  }
  return all;
}

bool ProposalReading::IsOpen(std::string_view number) const {
  const auto known = Find(number);
  return known && known->told.both.has_value();
}

Result<void> ProposalBook::Add(const Proposal& proposal) {
  if (std::string fault = FaultIn(proposal, deeds_.grounds()); !fault.empty())
    return Fail(ErrorKind::kInvalid, std::move(fault));
  if (ledger_.FindProposal(proposal.number))
    return Fail(ErrorKind::kConflict, "已经有编号是“" + proposal.number + "”的提案。");
  Keep(proposal);
  return {};
}

Result<void> ProposalBook::Move(const std::string& number, ProposalStep step, const std::string& on,
                                const std::string& unit) {
  auto known = reading_.Find(number);
  if (!known) return NoProposal(number);
  Proposal* const proposal = &known->told;
  if (!MayFollow(proposal->step(), step))
    return Fail(ErrorKind::kConflict, "提案“" + number + "”现在是 " +
                                          std::string(NameOf(proposal->step())) + "，不能改成 " +
                                          std::string(NameOf(step)) + "。");
  if (on < proposal->course.back().on)
    return Fail(ErrorKind::kInvalid, "日期不能早于上一步的 " + proposal->course.back().on + "。");
  proposal->course.push_back({step, on});
  if (!unit.empty()) proposal->unit = unit;
  if (std::string fault = FaultIn(*proposal, deeds_.grounds()); !fault.empty())
    return Fail(ErrorKind::kInvalid, std::move(fault));
  Keep(*proposal);
  return {};
}

Result<void> ProposalBook::Rate(const std::string& number, const studio::UnitsWord& word) {
  const auto known = reading_.Find(number);
  if (!known) return NoProposal(number);
  if (!Fits(word.reason, studio::kMaxProposalReason))
    return Fail(ErrorKind::kInvalid, "要写明理由（--reason），不超过 200 个字。");
  if (!studio::MayRate(known->told.step()))
    return Fail(ErrorKind::kConflict, "提案“" + number + "”还没有答复，答复以后才评。");
  if (known->told.unit_said)
    return Fail(ErrorKind::kConflict, "承办单位对提案“" + number + "”已经评过，只评一次。");
  const json said = {{"unit", {{"quality", NameOf(word.quality)}, {"reason", word.reason}}}};
  KeepWord(number, Uuid::Random(), studio::JsonText(said));
  Settle(number);
  return {};
}

std::string ProposalBook::Take(const Uuid& record, const studio::ProposalRatingBody& body) {
  const auto known = reading_.Find(body.proposal);
  if (!known) return "not counted: no such proposal";
  const auto& authors = known->told.authors;
  if (std::find(authors.begin(), authors.end(), body.by) == authors.end())
    return "not counted: no author of it";
  if (known->told.HasSaid(body.by)) return "not counted: said before";
  if (!studio::MayRate(known->told.step())) return "not counted: not answered yet";
  studio::ProposalRatingBody kept = body;
  kept.token.clear();
  KeepWord(body.proposal, record, "{\"author\":" + ToJson(kept) + "}");
  Settle(body.proposal);
  return body.by == authors.front() ? "counted" : "kept: the first proposer's word counts";
}

void ProposalBook::Withdraw(const Uuid& record) {
  const auto number = ledger_.ProposalOfWord(record);
  if (!number || reading_.IsOpen(*number)) return;
  ledger_.DeleteProposalWord(record);
  Settle(*number);
}

void ProposalBook::Settle(const std::string& number) {
  auto known = reading_.Find(number);
  if (!known) return;
  Proposal& proposal = known->told;
  const auto returned = [](const studio::ProposalMove& move) {
    return move.step == ProposalStep::kReturned;
  };
  const auto& course = proposal.course;
  const bool unhappy =
      proposal.both && proposal.both->author.satisfaction == studio::Satisfaction::kDissatisfied;
  if (unhappy && std::none_of(course.begin(), course.end(), returned)) {
    const std::string today = studio::ToText(DateAt(now_ms_));
    proposal.course.push_back({ProposalStep::kReturned, std::max(today, course.back().on)});
  }
  Keep(proposal);
}

void ProposalBook::Keep(const Proposal& proposal) {
  KeptProposal kept = ledger_.FindProposal(proposal.number)
                          .value_or(KeptProposal{proposal.number, Uuid::Random(), "{}"});
  // What was said of it lies beside: told anew from there.
  Proposal bare = proposal;
  bare.said.clear();
  bare.unit_said = false;
  bare.both.reset();
  kept.sealed = deeds_.seal().Seal(NameOfProposal(proposal.number), ToJson(bare));
  Tell(std::move(kept), proposal);
}

void ProposalBook::KeepWord(const std::string& number, const Uuid& record, std::string text) {
  text.resize(std::max(text.size(), kWordBytes), ' ');
  ledger_.AddProposalWord({number, record, deeds_.seal().Seal(NameOfWord(number, record), text)});
}

void ProposalBook::TellAll() {
  for (const KeptProposal& kept : ledger_.Proposals()) {
    if (const auto known = reading_.Find(kept.proposal)) Tell(kept, known->told);
  }
}

void ProposalBook::Tell(KeptProposal kept, const Proposal& proposal) {
  const DeedGrounds& grounds = deeds_.grounds();
  std::set<StudioId> wanted;
  for (const std::string& author : proposal.authors) {
    const auto member = grounds.members.find(author);
    if (member == grounds.members.end()) continue;
    wanted.insert(member->second.studios.begin(), member->second.studios.end());
  }
  const json before = studio::ParseJson(kept.told);
  json told = json::object();
  for (const studio::Studio& studio : grounds.studios) {
    if (!wanted.contains(studio.id) || studio.sealing_key == studio::BoxPublicKey{}) continue;
    const std::string place = std::to_string(studio.id);
    const std::string how = studio::ToHex(studio.sealing_key.Id()) +
                            deeds_.seal().Mark("proposal/" + kept.proposal, ToJson(proposal));
    told[place] = how;
    if (before.value(place, "") == how) continue;
    const std::string entity = EntityOf(studio.id, kept, deeds_.seal());
    const auto sealed = SealProposal(entity, proposal, studio.sealing_key);
    if (!sealed) {  // a key that seals nothing keeps nobody else from being told
      told.erase(place);
      continue;
    }
    ledger_.PutEntity(studio::ProposalKind::kName, entity,
                      ToJson(studio::SealedForStudio{entity, studio.id, *sealed}), studio.id);
  }
  for (const auto& [place, how] : before.items()) {
    if (told.contains(place)) continue;
    ledger_.DeleteEntity(studio::ProposalKind::kName,
                         EntityOf(static_cast<StudioId>(std::stoul(place)), kept, deeds_.seal()));
  }
  kept.told = told.dump();
  ledger_.PutProposal(kept);
}

}  // namespace county
