#include "server/clerk/proposals.h"

#include <algorithm>

#include "shared/base/json.h"
#include "shared/base/shown_text.h"

namespace county {

using Json = nlohmann::ordered_json;

namespace {

Json JsonOfWord(const studio::AuthorsWord& word) {
  return {{"by", word.by}, {"satisfaction", NameOf(word.satisfaction)}, {"reasons", word.reasons}};
}

Json JsonOfProposal(const KnownProposal& known) {
  const studio::Proposal& told = known.told;
  Json shown = {
      {"number", told.number},     {"title", told.title},         {"authors", told.authors},
      {"unit", told.unit},         {"step", NameOf(told.step())}, {"course", Json::array()},
      {"authors_said", told.said}, {"unit_said", told.unit_said}, {"ratings", nullptr}};
  for (const studio::ProposalMove& move : told.course)
    shown["course"].push_back({{"step", NameOf(move.step)}, {"on", move.on}});
  if (!told.both) return shown;
  shown["ratings"] = {
      {"author", JsonOfWord(told.both->author)},
      {"unit", {{"quality", NameOf(told.both->unit.quality)}, {"reason", told.both->unit.reason}}},
      {"co_authors", Json::array()}};
  for (const studio::AuthorsWord& word : known.others)
    shown["ratings"]["co_authors"].push_back(JsonOfWord(word));
  return shown;
}

void AddSums(Json& sums, const studio::Proposal& told) {
  const auto add = [](Json& sum) { sum = sum.get<int>() + 1; };
  if (!told.both) return add(sums["waiting"]);
  add(sums["both_in"]);
  add(sums["author"][std::string(NameOf(told.both->author.satisfaction))]);
  add(sums["unit"][std::string(NameOf(told.both->unit.quality))]);
  const auto returned = [](const studio::ProposalMove& move) {
    return move.step == studio::ProposalStep::kReturned;
  };
  if (std::any_of(told.course.begin(), told.course.end(), returned)) add(sums["returned"]);
}

}  // namespace

Result<void> WithProposals(Ledger& ledger, const CountyKeys& keys, std::int64_t now_ms,
                           const std::function<Result<void>(ProposalBook&)>& work) {
  Result<void> done;
  ledger.Atomically([&] {
    const DeedBook deeds(ledger, keys.sealing, now_ms);
    ProposalBook book(ledger, deeds, now_ms);
    done = work(book);  // what is refused has written nothing
  });
  return done;
}

std::string ProposalsJson(const Ledger& ledger, const CountyKeys& keys) {
  Json shown = {{"proposals", Json::array()},
                {"sums",
                 {{"both_in", 0},
                  {"waiting", 0},
                  {"author", {{"satisfied", 0}, {"mostly", 0}, {"dissatisfied", 0}}},
                  {"unit", {{"good", 0}, {"fair", 0}, {"poor", 0}}},
                  {"returned", 0}}}};
  ledger.Together([&] {
    const studio::OwnSeal seal = DeedSeal(keys.sealing);
    for (const KnownProposal& known : ProposalReading(ledger, seal).All()) {
      shown["proposals"].push_back(JsonOfProposal(known));
      AddSums(shown["sums"], known.told);
    }
  });
  return studio::ShownJson(shown.dump(2, ' ', false, Json::error_handler_t::replace));
}

}  // namespace county
