#include "server/founding/founding.h"

#include <algorithm>

#include "server/books/year_book.h"
#include "server/clerk/deeds.h"
#include "server/clerk/proposals.h"
#include "server/founding/demo_county.h"
#include "server/founding/demo_deeds.h"
#include "server/founding/demo_proposals.h"
#include "server/founding/mechanism_file.h"
#include "server/founding/mechanism_publishing.h"
#include "server/founding/publishing.h"
#include "server/keys/certificates.h"
#include "server/keys/county_calendar.h"
#include "server/keys/county_keys.h"
#include "server/ledger/ledger.h"
#include "server/ledger/ledger_place.h"
#include "shared/base/json.h"
#include "shared/feed/counting_entities.h"
#include "shared/mechanism/rules_json.h"

namespace county {

using nlohmann::json;
using studio::ErrorKind;
using studio::Fail;

namespace {

constexpr const char* kPlain = "plain";
// In the shape of a demo county, with nothing but what a terminal needs to join.
constexpr std::string_view kPlainCounty = R"json({
  "county": {"name": "本县政协", "studio_word": "委员工作室"},
  "studios": [{"id": 1, "name": "委员工作室"}],
  "categories": [], "villages": [], "members": [], "notices": [], "safety": {},
  "duty": {"days_before": 0, "days": 0, "shifts": []}
})json";

std::string NameOf(const FoundingPlan& plan) { return plan.demo.empty() ? kPlain : plan.demo; }

bool IsFileName(const std::string& name) {
  return std::all_of(name.begin(), name.end(),
                     [](unsigned char c) { return std::isalnum(c) || c == '-'; });
}

Result<json> ReadDemo(const FoundingPlan& plan, const std::string& name) {
  if (!IsFileName(name)) return Fail(ErrorKind::kInvalid, "no demo county is called " + name);
  const auto text = ReadFile(plan.assets / "demo" / (name + ".json"));
  if (!text) return Fail(text.error().kind, "no demo county " + name + ": " + text.error().detail);
  json demo = json::parse(studio::AsText(*text), nullptr, false);
  if (!demo.is_object()) return Fail(ErrorKind::kMalformed, "the demo county " + name);
  return demo;
}

// What every demo county has: what makes a terminal stop and ask. A demo says what is its own.
Result<json> WithSafety(const FoundingPlan& plan, json demo) {
  const auto text = ReadFile(plan.assets / "safety" / "safety.json");
  if (!text) return Fail(text.error().kind, "safety/safety.json: " + text.error().detail);
  json safety = json::parse(studio::AsText(*text), nullptr, false);
  if (!safety.is_object()) return Fail(ErrorKind::kMalformed, "safety/safety.json");
  safety.merge_patch(demo.value("safety", json::object()));
  demo["safety"] = std::move(safety);
  return demo;
}

// A demo that is "like" another one says only what is different.
Result<std::string> ReadCounty(const FoundingPlan& plan) {
  if (plan.demo.empty()) return std::string(kPlainCounty);
  const auto demo = ReadDemo(plan, plan.demo);
  if (!demo) return tl::unexpected(demo.error());
  if (!demo->contains("like")) {
    return WithSafety(plan, *demo).map([](const json& whole) { return whole.dump(); });
  }
  auto like = ReadDemo(plan, demo->value("like", ""));
  if (!like) return tl::unexpected(like.error());
  like->merge_patch(*demo);
  return WithSafety(plan, *like).map([](const json& whole) { return whole.dump(); });
}

// The mechanism that the county names, as changes for Publish; none where it names none.
Result<std::string> MechanismChanges(const FoundingPlan& plan, const std::string& county) {
  json changes = json::array();
  const std::string name =
      json::parse(county).value(json::json_pointer("/county/mechanism"), std::string());
  if (!name.empty()) {
    if (!IsFileName(name)) return Fail(ErrorKind::kInvalid, "no mechanism is called " + name);
    const auto text = ReadFile(plan.assets / "mechanisms" / (name + ".toml"));
    if (!text) return Fail(text.error().kind, "no mechanism " + name + ": " + text.error().detail);
    const auto body = MechanismBody(studio::AsText(*text), name);
    if (!body) return tl::unexpected(body.error());
    const MechanismProof proof = Prove(studio::AsText(*text));
    if (proof.Wrong() > 0) {
      return Fail(ErrorKind::kMalformed,
                  "the mechanism " + name + " does not prove itself: county-stub mechanism check");
    }
    changes.push_back({{"kind", "mechanism"}, {"id", name}, {"body", json::parse(*body)}});
    changes.push_back({{"kind", studio::CountingTextKind::kName},
                       {"id", name},
                       {"body", json::parse(RulesJson(proof.read.rules))}});
  }
  return json{{"changes", std::move(changes)}}.dump();
}

Result<void> EnterProposals(ProposalBook& book, const std::vector<DemoProposal>& proposals) {
  for (const auto& [proposal, unit] : proposals) {
    if (auto added = book.Add(proposal); !added) return added;
    if (!unit) continue;
    if (auto rated = book.Rate(proposal.number, *unit); !rated) return rated;
  }
  return {};
}

Result<void> MakeFolders(const DataFolder& folder) {
  namespace fs = std::filesystem;
  std::error_code error;
  fs::create_directories(folder.root(), error);
  if (!error) fs::create_directories(folder.keys(), error);
  if (!error) fs::permissions(folder.keys(), fs::perms::owner_all, error);
  if (error) return Fail(ErrorKind::kStorage, folder.root().string() + ": " + error.message());
  return {};
}

}  // namespace

Result<void> Found(const DataFolder& folder, const FoundingPlan& plan, std::int64_t now_ms) {
  if (folder.Founded()) {
    const std::string founding = Ledger(folder).Founding();
    if (!plan.ledger.empty() && LedgerUrl(folder) != plan.ledger) {
      return Fail(ErrorKind::kConflict, folder.root().string() +
                                            " has its ledger elsewhere; county-stub move-ledger "
                                            "--to takes it there");
    }
    if (founding == NameOf(plan)) return {};
    return Fail(ErrorKind::kConflict, folder.root().string() + " already holds a county (" +
                                          founding + "); choose another folder");
  }
  const auto county = ReadCounty(plan);
  if (!county) return tl::unexpected(county.error());
  const auto mechanism = MechanismChanges(plan, *county);
  if (!mechanism) return tl::unexpected(mechanism.error());
  if (auto made = MakeFolders(folder); !made) return made;
  const auto keys = CountyKeys::LoadOrMake(folder);
  if (!keys) return tl::unexpected(keys.error());
  if (auto made = MakeCertificates(folder, now_ms / 1000); !made) return made;
  const auto changes = DemoChanges(*county, folder, *keys, now_ms);
  if (!changes) return tl::unexpected(changes.error());
  const auto worked = DemoDeeds(*county, DateAt(now_ms));
  if (!worked) return tl::unexpected(worked.error());
  const auto proposed = DemoProposals(*county, DateAt(now_ms));
  if (!proposed) return tl::unexpected(proposed.error());

  const std::filesystem::path beside = folder.ledger().string() + ".founding";
  for (const char* suffix : {"", "-wal", "-shm"}) {
    std::filesystem::remove(beside.string() + suffix);
  }
  {
    Ledger ledger = Ledger::Create(beside, NameOf(plan));
    ledger.SetCounty(keys->sealing.Public());
    for (const std::string& published : {*mechanism, *changes}) {
      if (auto done = Publish(ledger, published); !done) return tl::unexpected(done.error());
    }
    DeedBook deeds(ledger, keys->sealing, now_ms);
    ledger.Atomically([&] {
      deeds.TellYears();
      YearBook years(ledger, deeds, now_ms);
      years.PublishProgress({});
      years.PublishCounty();
    });
    // A roster of days before anybody could check in makes nobody absent.
    const std::chrono::sys_days today(DateAt(now_ms));
    ledger.SetDeedsEnded(today.time_since_epoch().count());
    ledger.SetDeedsFollowed(ledger.FeedVersion());
    if (auto entered = DeedDesk(ledger, *keys, now_ms).Enter(*worked); !entered) {
      return tl::unexpected(entered.error());
    }
    if (auto entered =
            WithProposals(ledger, *keys, now_ms,
                          [&](ProposalBook& book) { return EnterProposals(book, *proposed); });
        !entered) {
      return tl::unexpected(entered.error());
    }
  }  // closed: everything is in the one file
  if (!plan.ledger.empty()) {
    if (auto there = FoundThere(beside, folder, plan.ledger); !there) return there;
    std::filesystem::remove(beside);
    return SyncFolder(folder.root());
  }
  std::filesystem::rename(beside, folder.ledger());
  return SyncFolder(folder.root());
}

std::vector<studio::Studio> StudiosOf(const DataFolder& folder) {
  const Ledger ledger(folder);
  std::vector<studio::Studio> studios;
  for (const std::string& body : ledger.EntityBodies("studio")) {
    if (auto studio = studio::StudioFromJson(body)) studios.push_back(std::move(*studio));
  }
  std::sort(studios.begin(), studios.end(),
            [](const auto& a, const auto& b) { return a.id < b.id; });
  return studios;
}

}  // namespace county
