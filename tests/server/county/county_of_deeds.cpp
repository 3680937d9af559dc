#include "county_of_deeds.h"

#include <algorithm>

#include "server/founding/publishing.h"
#include "shared/feed/counting_entities.h"
#include "shared/mechanism/sealed_deed.h"

namespace county {

using nlohmann::json;
using studio::Deed;

json CountyOfDeeds::Deeds(DeedFilter filter) {
  Ledger ledger = Open();
  return json::parse(DeedsJson(ledger, keys(), filter, now_ms()));
}

json CountyOfDeeds::DeedWith(const std::string& id) {
  const json listed = Deeds();
  for (const json& deed : listed["deeds"]) {
    if (deed["id"] == id) return deed;
  }
  return nullptr;
}

std::size_t CountyOfDeeds::Entered() {
  const json listed = Deeds();
  return static_cast<std::size_t>(
      std::count_if(listed["deeds"].begin(), listed["deeds"].end(), [](const json& deed) {
        const std::string kind = deed["kind"];
        return kind != "duty" && kind != "topic" && kind != "wish";
      }));
}

std::string CountyOfDeeds::Add(const DeedOrder& order) {
  return AtDesk([&](DeedDesk& desk) { return desk.Add(order); });
}

std::string CountyOfDeeds::Change(const DeedOrder& order) {
  return AtDesk([&](DeedDesk& desk) { return desk.Change(order); });
}

std::string CountyOfDeeds::Withdraw(const std::string& id, const std::string& why) {
  return AtDesk([&](DeedDesk& desk) { return desk.Withdraw(id, kOffice, why); });
}

std::string CountyOfDeeds::CloseYear(int year) {
  return AtDesk([&](DeedDesk& desk) { return desk.Close(year, kOffice); });
}

json CountyOfDeeds::Assess(int year, StudioId studio) {
  Ledger ledger = Open();
  const auto text = AssessJson(ledger, keys(), {year, {}, studio}, now_ms());
  REQUIRE_MESSAGE(text, (text ? "" : text.error().detail));
  return json::parse(*text);
}

std::map<std::string, Deed> CountyOfDeeds::Told(StudioId studio) {
  const auto key = LoadOrMakeStudioKey(folder(), studio).value();
  std::map<std::string, Deed> told;
  const Ledger ledger = Open();
  for (const auto& change : ledger.ChangesAfter(0, studio, 100'000).changes) {
    if (change.kind != studio::DeedKind::kName || change.deleted) continue;
    const auto sealed = studio::SealedForStudioFromJson(change.body, change.id).value();
    const Deed deed = studio::OpenDeed(change.id, sealed.sealed, key).value();
    if (deed.kind != "duty" && deed.kind != "topic") told.emplace(deed.id, deed);
  }
  return told;
}

std::string CountyOfDeeds::Outcome(const studio::BatchEntry& entry) {
  const json lines = LedgerListing();
  for (const json& line : lines) {
    if (line["id"] == IdOf(entry)) return line.value("outcome", "");
  }
  return {};
}

void CountyOfDeeds::Publish(const char* kind, const std::string& id, const json& body) {
  json change = {{"kind", kind}, {"id", id}};
  if (body.is_null()) {
    change["deleted"] = true;
  } else {
    change["body"] = body;
  }
  Ledger ledger = Open();
  const auto done = county::Publish(ledger, json{{"changes", {change}}}.dump());
  REQUIRE_MESSAGE(done, (done ? "" : done.error().detail));
}

std::string MechanismText(const char* place) {
  const auto file =
      ReadFile(std::string(STUDIO_SOURCE_DIR "/assets/mechanisms/") + place + ".toml");
  return std::string(studio::AsText(file.value()));
}

DeedOrder Plenary() {
  DeedOrder order;
  order.id = "2026-全会";
  order.kind = "plenary";
  order.done = "2026-01-12";
  order.must_attend = "yes";
  order.members = {"m01", "m02,attendance=leave"};
  order.by = kOffice;
  return order;
}

studio::ActivityBody Visit(TestCounty& county, const std::string& by) {
  studio::ActivityBody body;
  body.kind = "home_visit";
  body.title = "上门看望";
  body.date = "2026-11-17";
  body.studio = 1;
  body.members = {{by, "lead"}};
  body.units = {{"hours", "1.5"}};
  body.words = "走访三户";
  body.by = by;
  body.token = WithoutSecret(CardOf(county, by));
  return body;
}

studio::BatchEntry Placed(TestTerminal& terminal, const studio::ActivityBody& body) {
  return terminal.Place(terminal.Make(studio::RecordKind::kActivity, ToJson(body)));
}

}  // namespace county
