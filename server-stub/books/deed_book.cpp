#include "server/books/deed_book.h"

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <stdexcept>

#include "server/keys/county_calendar.h"
#include "shared/base/clean_text.h"
#include "shared/base/json_fields.h"
#include "shared/feed/counting_entities.h"

namespace county {

using nlohmann::json;
using studio::Deed;
using studio::ErrorKind;
using studio::Fail;
using studio::StudioId;

namespace {

constexpr std::string_view kSealDomain = "ms.deed-book.v1";

std::string TextOf(const DeedWord& word) {
  json text = {{"by", word.by}, {"why", word.why}};
  if (word.taken_back) {
    text["taken_back"] = word.deed.id;
  } else {
    text["deed"] = json::parse(ToJson(word.deed));
  }
  return studio::JsonText(text);
}

DeedWord WordFrom(std::string_view text) {
  studio::JsonFields in(text);
  DeedWord word;
  in.May("by", word.by);
  in.May("why", word.why);
  in.May("taken_back", word.deed.id);
  word.taken_back = in.Has("taken_back");
  if (!word.taken_back) {
    if (auto deed = studio::DeedFromJson(in.ObjectText("deed"))) word.deed = std::move(*deed);
  }
  return word;
}

std::string EntityOf(StudioId studio, const Uuid& feed) {
  return std::to_string(studio) + "/" + feed.ToString();
}

// Which studio has a deed how: by number, the key and a mark of what it was told.
using Told = std::map<StudioId, std::string>;

Told ToldFrom(const std::string& text) {
  Told told;
  const json object = studio::ParseJson(text);
  if (!object.is_object()) return told;
  for (const auto& [studio, how] : object.items()) {
    if (how.is_string()) told.emplace(std::stoul(studio), how.get<std::string>());
  }
  return told;
}

std::string TextOf(const Told& told) {
  json text = json::object();
  for (const auto& [studio, how] : told) text[std::to_string(studio)] = how;
  return text.dump();
}

}  // namespace

DeedGrounds DeedGroundsOf(const Ledger& ledger, std::int64_t now_ms) {
  DeedGrounds grounds;
  for (const PublishedEntity& one : ledger.Entities("member")) {
    if (auto member = studio::MemberFromJson(one.body, one.id)) {
      grounds.members.emplace(one.id, std::move(*member));
    }
  }
  for (const std::string& body : ledger.EntityBodies("studio")) {
    if (auto studio = studio::StudioFromJson(body)) grounds.studios.push_back(std::move(*studio));
  }
  std::sort(grounds.studios.begin(), grounds.studios.end(),
            [](const auto& a, const auto& b) { return a.id < b.id; });
  grounds.today = DateAt(now_ms);
  return grounds;
}

DeedBook::DeedBook(Ledger& ledger, const studio::BoxKeyPair& county, std::int64_t now_ms)
    : ledger_(ledger), now_ms_(now_ms), seal_(county, kSealDomain) {}

const DeedGrounds& DeedBook::grounds() const {
  if (!grounds_) grounds_ = DeedGroundsOf(ledger_, now_ms_);
  return *grounds_;
}

std::optional<Deed> DeedBook::Opened(const KeptDeed& kept) const {
  if (!kept.sealed) return std::nullopt;
  const auto text = seal_.Open(kept.deed, *kept.sealed);
  if (!text) throw std::runtime_error("deed " + kept.deed + ": " + text.error().detail);
  auto deed = studio::DeedFromJson(*text);
  if (!deed) throw std::runtime_error("deed " + kept.deed + ": " + deed.error().detail);
  return std::move(*deed);
}

void DeedBook::Note(const Deed& deed) {
  // What nobody could read again is no evidence.
  if (!studio::DeedFromJson(ToJson(deed))) return;
  const auto before = ledger_.FindDeed(deed.id);
  if (before && before->by_county) return;
  const auto stands = before ? Opened(*before) : std::nullopt;
  if (stands && ToJson(*stands) == ToJson(deed)) return;
  const bool closed =
      ledger_.IsClosed(YearOf(deed)) || (stands && ledger_.IsClosed(YearOf(*stands)));
  const DeedWord word{deed, false, {}, {}};
  if (closed && IsHeld(word)) return;
  Keep(word, false, closed);
}

void DeedBook::TakeBack(const std::string& deed) {
  const auto before = ledger_.FindDeed(deed);
  if (before && !before->by_county) Withdraw(deed);
}

void DeedBook::Withdraw(const std::string& deed) {
  const auto before = ledger_.FindDeed(deed);
  if (!before || !before->sealed) return;
  DeedWord word;
  word.deed.id = deed;
  word.taken_back = true;
  const bool closed = ledger_.IsClosed(before->year);
  if (closed && IsHeld(word)) return;
  Keep(word, before->by_county, closed);
}

// Whether the last thing said of it is the same, and waits to be accepted.
bool DeedBook::IsHeld(const DeedWord& word) const {
  const auto said = History(word.deed.id);
  return !said.empty() && said.back().entry.held && TextOf(said.back().word) == TextOf(word);
}

Result<void> DeedBook::Enter(const DeedWord& word) {
  const std::string& id = word.deed.id;
  if (studio::IsBlank(word.by)) return Fail(ErrorKind::kInvalid, "要写明是谁记的（--by）。");
  if (id.empty() || id.size() > 200 || studio::CleanText(id, studio::TextKind::kLine) != id) {
    return Fail(ErrorKind::kInvalid, "编号不能空着，也不能超过 200 个字节。");
  }
  const auto before = ledger_.FindDeed(id);
  if (word.taken_back && (!before || !before->sealed)) {
    return Fail(ErrorKind::kNotFound, "没有编号是“" + id + "”的履职事实。");
  }
  for (const int year : {before ? before->year : 0, word.taken_back ? 0 : YearOf(word.deed)}) {
    if (year != 0 && ledger_.IsClosed(year) && studio::IsBlank(word.why)) {
      return Fail(ErrorKind::kInvalid,
                  std::to_string(year) + " 年已经结账，要写明为什么改（--why）。");
    }
  }
  if (!word.taken_back) {
    if (std::string fault = DeedFault(word.deed, grounds()); !fault.empty()) {
      return Fail(ErrorKind::kInvalid, std::move(fault));
    }
  }
  Keep(word, true, false);
  return {};
}

void DeedBook::Keep(const DeedWord& word, bool by_county, bool held) {
  const std::string& id = word.deed.id;
  ledger_.AddDeedEntry({0, id, now_ms_, by_county, held, seal_.Seal("entry/" + id, TextOf(word))});
  if (!held) Stand(word, by_county, ledger_.FindDeed(id));
}

void DeedBook::Stand(const DeedWord& word, bool by_county, const std::optional<KeptDeed>& before) {
  KeptDeed kept = before.value_or(KeptDeed{word.deed.id, Uuid::Random()});
  if (before) touched_.insert(before->studio);
  kept.by_county = by_county;
  kept.sealed.reset();
  if (!word.taken_back) {
    kept.year = YearOf(word.deed);
    kept.studio = word.deed.studio;
    kept.sealed = seal_.Seal(kept.deed, ToJson(word.deed));
    touched_.insert(kept.studio);
  }
  ledger_.PutDeed(kept);
  Tell(kept, word.taken_back ? nullptr : &word.deed);
}

void DeedBook::Tell(const KeptDeed& kept, const Deed* deed) {
  const Told before = ToldFrom(kept.told);
  Told told;
  const int oldest = static_cast<int>(grounds().today.year()) - 1;
  if (deed && kept.year >= oldest) {
    const std::vector<StudioId> wanted = StudiosOf(*deed, grounds().members);
    for (const studio::Studio& studio : grounds().studios) {
      if (studio.sealing_key == studio::BoxPublicKey{}) continue;
      if (std::find(wanted.begin(), wanted.end(), studio.id) == wanted.end()) continue;
      const Deed part = PartFor(studio.id, *deed, grounds().members);
      const std::string how =
          studio::ToHex(studio.sealing_key.Id()) + seal_.Mark(kept.deed, ToJson(part));
      told[studio.id] = how;
      if (const auto known = before.find(studio.id);
          known != before.end() && known->second == how) {
        continue;
      }
      const std::string entity = EntityOf(studio.id, kept.feed);
      const auto sealed = SealDeed(entity, part, studio.sealing_key);
      if (!sealed) throw std::runtime_error("deed " + kept.deed + ": " + sealed.error().detail);
      ledger_.PutEntity(studio::DeedKind::kName, entity,
                        ToJson(studio::SealedForStudio{entity, studio.id, *sealed}), studio.id);
    }
  }
  for (const auto& [studio, how] : before) {
    if (told.contains(studio)) continue;
    ledger_.DeleteEntity(studio::DeedKind::kName, EntityOf(studio, kept.feed));
  }
  if (told != before) ledger_.TellDeed(kept.deed, TextOf(told));
}

void DeedBook::TellAll() {
  const int oldest = static_cast<int>(grounds().today.year()) - 2;
  for (const KeptDeed& kept : ledger_.Deeds(oldest)) {
    const auto deed = Opened(kept);
    Tell(kept, deed ? &*deed : nullptr);
  }
}

std::optional<Deed> DeedBook::Find(std::string_view deed) const {
  const auto kept = ledger_.FindDeed(deed);
  return kept ? Opened(*kept) : std::nullopt;
}

std::vector<Deed> DeedBook::All(int first, StudioId studio) const {
  std::vector<Deed> deeds;
  for (const KeptDeed& kept : ledger_.Deeds(first, studio)) {
    if (auto deed = Opened(kept)) deeds.push_back(std::move(*deed));
  }
  return deeds;
}

DeedEvent DeedBook::Read(DeedEntry entry) const {
  const auto text = seal_.Open("entry/" + entry.deed, entry.sealed);
  if (!text) throw std::runtime_error("deed " + entry.deed + ": " + text.error().detail);
  DeedWord word = WordFrom(*text);
  return {std::move(entry), std::move(word)};
}

std::vector<DeedEvent> DeedBook::History(std::string_view deed) const {
  std::vector<DeedEvent> events;
  for (DeedEntry& entry : ledger_.DeedEntries(deed)) events.push_back(Read(std::move(entry)));
  return events;
}

std::vector<DeedEvent> DeedBook::Held() const {
  std::vector<DeedEvent> events;
  for (DeedEntry& entry : ledger_.HeldDeedEntries()) events.push_back(Read(std::move(entry)));
  return events;
}

}  // namespace county
