#include "server/books/roster_book.h"

#include <algorithm>
#include <set>

#include "shared/base/bytes.h"
#include "shared/base/calendar_date.h"
#include "shared/base/json.h"
#include "shared/base/time_of_day.h"
#include "shared/feed/entities.h"
#include "shared/feed/leave_reason.h"

namespace county {

using nlohmann::json;
using studio::RosterChangeBody;

namespace {

constexpr std::size_t kMaxShiftId = 128;  // bytes
constexpr std::int64_t kToldMs = 30LL * 24 * 3600 * 1000;

// A shift as published. Fields that are not known here stay in `body`.
struct HeldShift {
  std::string id;
  studio::Shift shift;
  json body;

  bool Has(const std::string& member) const {
    return std::find(shift.members.begin(), shift.members.end(), member) != shift.members.end();
  }
};

std::optional<HeldShift> Hold(const Ledger& ledger, const std::string& id) {
  const auto text = ledger.EntityBody("shift", id);
  if (!text) return std::nullopt;
  auto shift = studio::ShiftFromJson(*text, id);
  if (!shift) return std::nullopt;
  return HeldShift{id, std::move(*shift), json::parse(*text)};
}

void Put(Ledger& ledger, HeldShift& held, const std::string& record) {
  held.body["applied_record"] = record;
  ledger.PutEntity("shift", held.id, held.body.dump(-1, ' ', false, json::error_handler_t::replace),
                   0);
}

json& ChangesOf(HeldShift& held) {
  json& changes = held.body["changes"];
  if (!changes.is_array()) changes = json::array();
  return changes;
}

// For the shift's studio alone; where it has no key, for nobody.
void PutReason(const Ledger& ledger, const HeldShift& held, const std::string& reason,
               json& change) {
  const auto text = ledger.EntityBody("studio", std::to_string(held.shift.studio));
  if (reason.empty() || !text) return;
  const auto studio = studio::StudioFromJson(*text);
  if (!studio || studio->sealing_key == studio::BoxPublicKey{}) return;
  const auto sealed =
      studio::SealReason(held.id, change.value("member", ""), reason, studio->sealing_key);
  if (sealed) change["sealed_reason"] = studio::ToBase64Url(*sealed);
}

void AddChange(const Ledger& ledger, HeldShift& held, const std::string& record,
               const RosterChangeBody& change, const std::string& member,
               const std::string& other) {
  json added = {{"kind", change.kind},
                {"member", member},
                {"other", other},
                {"asked_by", change.asked_by},
                {"agreed_by", change.agreed_by},
                {"record", record}};
  PutReason(ledger, held, change.reason, added);
  ChangesOf(held).push_back(std::move(added));
}

// Drops what was said of places for which `gone` holds.
template <class Gone>
void DropChanges(HeldShift& held, const Gone& gone) {
  json kept = json::array();
  for (json& change : ChangesOf(held)) {
    if (!gone(change.value("member", ""))) kept.push_back(std::move(change));
  }
  held.body["changes"] = std::move(kept);
}

// What was said of the place of either speaks of somebody else's place now.
void SwapShifts(const Ledger& ledger, HeldShift& held, const std::string& record,
                const RosterChangeBody& change, const std::string& out, const std::string& in) {
  std::replace(held.shift.members.begin(), held.shift.members.end(), out, in);
  held.body["members"] = held.shift.members;
  DropChanges(held, [&](const std::string& member) { return member == out || member == in; });
  AddChange(ledger, held, record, change, in, out);
}

}  // namespace

bool RosterBook::IsOthers(const RosterChangeBody& change, StudioId studio) const {
  if (change.kind == "put" && change.studio != studio) return true;
  const auto is_others = [&](const std::string& id) {
    const auto held = Hold(ledger_, id);
    return held && held->shift.studio != studio;
  };
  return is_others(change.shift) || (change.kind == "swap" && is_others(change.other_shift));
}

bool RosterBook::Saw(const RosterChangeBody& change) const {
  if (ledger_.EntityVersion("shift", change.shift) != change.saw_version) return false;
  return change.kind != "swap" ||
         ledger_.EntityVersion("shift", change.other_shift) == change.other_saw_version;
}

std::string RosterBook::Take(const Uuid& record, const RosterChangeBody& change, StudioId studio) {
  const bool saw = Saw(change);
  if (saw && Apply(record.ToString(), change)) return "applied";
  const char* reason = saw ? "unfit" : "version";
  const json told = {
      {"shift", change.shift}, {"kind", change.kind}, {"reason", reason}, {"at_ms", now_ms_}};
  ledger_.PutEntity("superseded", record.ToString(),
                    told.dump(-1, ' ', false, json::error_handler_t::replace), studio);
  return std::string("superseded: ") + reason;
}

bool RosterBook::Apply(const std::string& record, const RosterChangeBody& change) {
  if (change.kind == "swap") return Swap(record, change);
  if (change.kind == "put") return PutShift(record, change);
  if (change.kind == "take_back") return TakeBack(record, change);
  if (change.kind != "remove") return Leave(record, change);
  if (!ledger_.EntityBody("shift", change.shift)) return false;
  ledger_.DeleteEntity("shift", change.shift);
  return true;
}

// Leave, with or without somebody who comes instead.
bool RosterBook::Leave(const std::string& record, const RosterChangeBody& change) {
  auto held = Hold(ledger_, change.shift);
  if (!held || !held->Has(change.member)) return false;
  if (change.kind == "stand_in") {
    const bool fits = !held->Has(change.other) && ledger_.EntityBody("member", change.other);
    if (!fits) return false;
  }
  AddChange(ledger_, *held, record, change, change.member, change.other);
  Put(ledger_, *held, record);
  return true;
}

// A swap stays: it is undone by another.
bool RosterBook::TakeBack(const std::string& record, const RosterChangeBody& change) {
  auto held = Hold(ledger_, change.shift);
  if (!held || !held->Has(change.member)) return false;
  json kept = json::array();
  for (const json& said : ChangesOf(*held)) {
    const std::string kind = said.value("kind", "");
    const bool of_place = said.value("member", "") == change.member;
    if (!of_place || (kind != "leave" && kind != "stand_in")) kept.push_back(said);
  }
  if (kept.size() == ChangesOf(*held).size()) return false;
  held->body["changes"] = std::move(kept);
  Put(ledger_, *held, record);
  return true;
}

bool RosterBook::Swap(const std::string& record, const RosterChangeBody& change) {
  auto given = Hold(ledger_, change.shift), taken = Hold(ledger_, change.other_shift);
  if (!given || !taken || given->id == taken->id) return false;
  const bool fits = given->Has(change.member) && taken->Has(change.other) &&
                    !given->Has(change.other) && !taken->Has(change.member);
  if (!fits) return false;
  SwapShifts(ledger_, *given, record, change, change.member, change.other);
  SwapShifts(ledger_, *taken, record, change, change.other, change.member);
  Put(ledger_, *given, record);
  Put(ledger_, *taken, record);
  return true;
}

bool RosterBook::PutShift(const std::string& record, const RosterChangeBody& change) {
  const std::set<std::string> members(change.members.begin(), change.members.end());
  const bool known = std::all_of(members.begin(), members.end(), [&](const std::string& member) {
    return ledger_.EntityBody("member", member).has_value();
  });
  const bool fits = known && members.size() == change.members.size() &&
                    change.shift.size() <= kMaxShiftId && studio::IsShiftId(change.shift) &&
                    studio::ParseDate(change.date) && studio::AreHours(change.from, change.to) &&
                    ledger_.EntityBody("studio", std::to_string(change.studio));
  if (!fits) return false;
  HeldShift held =
      Hold(ledger_, change.shift).value_or(HeldShift{change.shift, {}, json::object()});
  held.body["studio"] = change.studio;
  held.body["date"] = change.date;
  held.body["from"] = change.from;
  held.body["to"] = change.to;
  held.body["members"] = change.members;
  DropChanges(held, [&](const std::string& member) { return !members.contains(member); });
  Put(ledger_, held, record);
  return true;
}

void RosterBook::Sweep() {
  for (const PublishedEntity& entity : ledger_.Entities("superseded")) {
    const auto told = studio::SupersededFromJson(entity.body, entity.id);
    if (told && now_ms_ - told->at_ms > kToldMs) ledger_.DeleteEntity("superseded", entity.id);
  }
}

}  // namespace county
