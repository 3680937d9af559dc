#include "server/books/deed_book.h"

#include <algorithm>
#include <map>
#include <stdexcept>

#include "server/keys/county_calendar.h"
#include "shared/base/clean_text.h"
#include "shared/base/json.h"
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

// A deed's course may go on for years after its day, and counts on each day of it.
constexpr int kLongestCourse = 5;

// Neither the deed's own id, which may be a document's number, nor anything that another studio
// knows it by.
std::string EntityOf(StudioId studio, const KeptDeed& kept, const studio::OwnSeal& seal) {
  const std::string place = std::to_string(studio);
  const auto mark = studio::FromHex(seal.Mark("feed/" + place, kept.feed.ToString()));
  Uuid id;
  std::copy_n(mark.value().begin(), id.bytes.size(), id.bytes.begin());
  return place + "/" + id.ToString();
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

// This year, the one before, and the term of office that either is of; before them whatever counts
// over the term that a closed one of them was closed with.
void SetYears(DeedGrounds& grounds, const Ledger& ledger) {
  int& first = grounds.years.first;
  grounds.years.last = static_cast<int>(grounds.today.year());
  first = grounds.years.last - 1;
  const auto year_of = [](const std::string& day, int otherwise) {
    const auto date = studio::ParseDate(day);
    return date ? static_cast<int>(date->year()) : otherwise;
  };
  const auto county = studio::CountyFromJson(ledger.EntityBody("county", "county").value_or("{}"));
  if (county && year_of(county->term_to, first) >= first) {
    first = std::min(first, year_of(county->term_from, first));
  }
  grounds.told_from = first;
  for (const std::string& body : ledger.EntityBodies(studio::ClosedRollKind::kName)) {
    const auto roll = studio::ClosedRollFromJson(body);
    if (!roll || roll->year < first) continue;
    grounds.told_from = std::min(grounds.told_from, year_of(roll->term_from, first));
  }
  // A rule's year may begin in the year before (year_from).
  --grounds.told_from;
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
  SetYears(grounds, ledger);
  return grounds;
}

studio::OwnSeal DeedSeal(const studio::BoxKeyPair& county) {
  return studio::OwnSeal(county, kSealDomain);
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
  if (!deed) return std::nullopt;
  return std::move(*deed);
}

void DeedBook::Note(const Deed& deed) {
  // What nobody could read again is no evidence.
  if (!studio::DeedFromJson(ToJson(deed))) return;
  const auto before = ledger_.FindDeed(deed.id);
  if (before && before->by_county) return;
  const auto stands = before ? Opened(*before) : std::nullopt;
  const DeedWord word{deed, false, {}, {}};
  if (stands && ToJson(*stands) == ToJson(deed)) {
    // What was held meanwhile is said no more.
    if (HeldOf(deed.id)) Keep(word, false, false);
    return;
  }
  const bool closed =
      ledger_.IsClosed(YearOf(deed)) || (stands && ledger_.IsClosed(YearOf(*stands)));
  if (closed && IsHeld(word)) return;
  Keep(word, false, closed);
}

void DeedBook::TakeBack(const std::string& deed) {
  const auto before = ledger_.FindDeed(deed);
  if (!before || !before->by_county) Withdraw(deed);
}

void DeedBook::Withdraw(const std::string& deed) {
  const auto before = ledger_.FindDeed(deed);
  DeedWord word;
  word.deed.id = deed;
  word.taken_back = true;
  if (!before || !before->sealed) {
    // It never stood, and what is held of it waits for nobody any more.
    if (HeldOf(deed)) Keep(word, before && before->by_county, false);
    return;
  }
  const bool closed = ledger_.IsClosed(before->year);
  if (closed && IsHeld(word)) return;
  Keep(word, before->by_county, closed);
}

// The last thing said of it, where that waits to be accepted.
std::optional<DeedWord> DeedBook::HeldOf(std::string_view deed) const {
  auto said = ledger_.DeedEntries(deed);
  if (said.empty() || !said.back().held) return std::nullopt;
  return Read(std::move(said.back())).word;
}

bool DeedBook::IsHeld(const DeedWord& word) const {
  const auto held = HeldOf(word.deed.id);
  return held && TextOf(*held) == TextOf(word);
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

void DeedBook::NoteOpened(int year, const std::string& by, const std::string& why) {
  DeedWord word;
  word.deed.id = "year/" + std::to_string(year);
  word.taken_back = true;
  word.by = by;
  word.why = why;
  const std::string& id = word.deed.id;
  ledger_.AddDeedEntry({0, id, now_ms_, true, false, seal_.Seal("entry/" + id, TextOf(word))});
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
  if (deed && static_cast<int>(LastDayOf(*deed).year()) >= grounds().told_from) {
    const std::vector<StudioId> wanted = StudiosOf(*deed, grounds().members);
    for (const studio::Studio& studio : grounds().studios) {
      if (studio.sealing_key == studio::BoxPublicKey{}) continue;
      if (std::find(wanted.begin(), wanted.end(), studio.id) == wanted.end()) continue;
      const Deed part = PartFor(studio.id, *deed, grounds().members);
      const std::string how =
          studio::ToHex(studio.sealing_key.Id()) + seal_.Mark(kept.deed, ToJson(part));
      if (const auto known = before.find(studio.id);
          known != before.end() && known->second == how) {
        told[studio.id] = how;
        continue;
      }
      const std::string entity = EntityOf(studio.id, kept, seal_);
      const auto sealed = SealDeed(entity, part, studio.sealing_key);
      // A key that seals nothing keeps nobody else from being told.
      if (!sealed) continue;
      told[studio.id] = how;
      ledger_.PutEntity(studio::DeedKind::kName, entity,
                        ToJson(studio::SealedForStudio{entity, studio.id, *sealed}), studio.id);
    }
  }
  for (const auto& [studio, how] : before) {
    if (told.contains(studio)) continue;
    ledger_.DeleteEntity(studio::DeedKind::kName, EntityOf(studio, kept, seal_));
  }
  if (told != before) ledger_.TellDeed(kept.deed, TextOf(told));
}

bool DeedBook::TellYears() {
  const std::string_view name = studio::DeedYearsKind::kName;
  const std::string body = ToJson(grounds().years);
  if (ledger_.EntityBody(name, name) == body) return false;
  ledger_.PutEntity(name, name, body, 0);
  return true;
}

void DeedBook::TellAll() {
  for (const KeptDeed& kept : ledger_.Deeds(grounds().told_from - kLongestCourse)) {
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

std::vector<std::string> DeedBook::Unread() const {
  std::vector<std::string> unread;
  for (const KeptDeed& kept : ledger_.Deeds()) {
    if (kept.sealed && !Opened(kept)) unread.push_back(kept.deed);
  }
  return unread;
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
